"""Whom an attack befalls: those it harms, else at whom it is aimed, else who holds or lives at the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors import actor_at, befallen
from vedette.extraction.actors.home import home_state
from vedette.extraction.events.harmed import harmed_by
from vedette.extraction.events.words import counted, governor, modifiers, of_preps
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.forces import Forces
from vedette.knowledge.roles import RoleWords, role_words
from vedette.reading.actors.either import OPEN
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents, objects, patients, subjects

HARMED, AIMED, HELD, SITE = 4, 3, 2, 1
BY_HOLDER = "who holds the place struck"
HOW_SURE = {HARMED: "whom it harmed", AIMED: "at whom it was aimed", HELD: BY_HOLDER, SITE: "whose the site is"}
ON = frozenset({"on", "against", "at", "into", "in", "of", "for"})


def named(reading: Reading, tokens: Iterable[Token], *, holders: bool = False, bodies: bool = False) -> list[str]:
    """Canonical names of the actors among `tokens`, each once, in order; with `bodies` also of those that only rule."""
    found: list[str] = []
    for token in tokens:
        mention = actor_at(reading, token, holders=holders)
        if mention is None or mention.how == OPEN or (mention.kind == "body" and not bodies):
            continue
        words = role_words(reading.knowledge)
        if mention.how == "nationality" and token.lemma_.lower() not in words.manned:
            continue
        if mention.how == "country" and token.lower_ in words.borders:
            continue  # "an offensive on the Lebanon-Syria border"
        if mention.name not in found:
            found.append(mention.name)
    return found


@dataclass(frozen=True, slots=True)
class Struck:
    """Whom an attack befalls, None where the words leave it open; `sureness` ranks how its words tell it."""

    name: str | None
    sureness: int = 0


def struck(reading: Reading, token: Token) -> Struck:
    """Whom a strike or an attack befalls: those it harmed, else at whom it was aimed, else who holds the place."""
    words = role_words(reading.knowledge)
    harmed = list(harmed_by(reading, token))
    hurt = victims(reading, (h for h in harmed if h.lower_ not in words.anybody))
    if hurt:
        return Struck(hurt[0], HARMED)
    if any(h.lemma_.lower() in words.losses and any(c.lower_ == "civilian" for c in h.lefts) for h in harmed):
        return Struck("civilians", HARMED)  # "causing civilian casualties"
    near = [
        n for n in _near(reading, token) if n.i != token.i and n.lower_ not in words.anybody and not _beside(n, words)
    ]
    aimed = victims(reading, near, sites=False)
    if aimed:
        return Struck(aimed[0], AIMED)
    verb = governor(token)
    if verb is not None and verb.lemma_ in words.answering and any(t.lower_ in words.protests for t in patients(verb)):
        return Struck("protesters", AIMED)  # "protests that were met with a crackdown"
    holder = next(iter([*_holders(reading, near), *named(reading, _holding(near, words.holding), bodies=True)]), None)
    if holder is not None:
        return Struck(holder, HELD)
    if victims(reading, near):
        return Struck("civilians", SITE)
    if any(_military(n, words) for n in near) and (owner := home_state(reading)) is not None:
        return Struck(owner, SITE)
    general = befallen(reading, token)
    here = [m for m in reading.actors if m.name == general and token.sent.start <= m.start < token.sent.end]
    if here and all(_besieger(reading, m) for m in here):
        general = None
    if general is not None and not is_state(reading, general) and (general != "civilians" or not harmed):
        return Struck(general, SITE)
    return Struck(None)


def harms_fighters(reading: Reading, token: Token) -> bool:
    """Whether those first told as killed or hurt in an attack are fighters: "an attack that left ten soldiers dead"."""
    armed = event_lexicon(reading.knowledge).classes["fighters"]
    anybody = role_words(reading.knowledge).anybody
    for harmed in harmed_by(reading, token):
        if harmed.lower_ not in anybody:
            return any(t.lemma_.lower() in armed for t in (harmed, *counted(harmed)))
    return False


def _near(reading: Reading, token: Token) -> Iterator[Token]:
    """What stands where a strike is told to go: "on X", "hit X", "carried out on X", "targeting X"."""
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    aimed = any(c.dep_ == "prep" and c.lower_ in ("on", "against", "at") for c in token.children)
    yield from of_preps(token, ON - {"of"} if aimed else ON)  # "the bombardment of X on Y" is X's
    if verb is not None and (verb.i == token.i or verb.lemma_ in reading.knowledge.world("forces", Forces).struck):
        for thing in patients(verb):
            yield thing
            yield from of_preps(thing, frozenset({"for"}))  # "sites for X"
    yield from _aims(reading, token)
    yield from under_attack(reading, token)
    if verb is not None and verb.i != token.i:
        yield from of_preps(verb, ON)
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":  # "attacks carried out by drones on X"
            for over in (child, *agents(child)):
                yield from of_preps(over, frozenset({"on", "against", "at"}))


def under_attack(reading: Reading, token: Token) -> Iterator[Token]:
    """Who is told to come under an attack: "X came under bombardment", "X was subjected to shelling"."""
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in ("under", "to"):
        return
    verb = prep.head
    if verb.lemma_ in role_words(reading.knowledge).undergoing:
        yield from patients(verb) or subjects(verb)


def _beside(noun: Token, words: RoleWords) -> bool:
    """Whether what hangs on `noun` is no aim: "in support of X", "in response to X"."""
    return noun.head.lower_ in ("in", "of") and noun.lower_ in words.beside


def _holders(reading: Reading, tokens: Iterable[Token]) -> list[str]:
    """Actors by whom the places struck are held; a state's name before a place ("Syria's coast") only says where."""
    found: list[str] = []
    for token in tokens:
        mention = actor_at(reading, token, holders=True)
        if (
            mention is None
            or _besieger(reading, mention)
            or mention.how == "nationality"
            or mention.kind in ("body", "people")
        ):
            continue
        if mention.how == "holder" or mention.kind != "state" or mention.start <= token.i < mention.end:
            found.append(mention.name)
    return found


def _besieger(reading: Reading, mention: ActorMention) -> bool:
    """Whether an actor before a place only besieges it: "rebel-besieged villages"."""
    return any(t.lower_ == "besieged" for t in reading.doc[mention.end : mention.end + 2])


def _holding(places: Iterable[Token], holding: frozenset[str]) -> Iterator[Token]:
    """Those "by" whom the places struck are held: "areas controlled by X", "villages under the control of X"."""
    for place in places:
        for child in place.children:
            if child.dep_ == "acl" and child.lemma_ in holding:
                yield from agents(child)
        for under in of_preps(place, frozenset({"under"})):
            yield from counted(under)


def victims(reading: Reading, tokens: Iterable[Token], *, sites: bool = True) -> list[str]:
    """Canonical names of those hurt or aimed at: actors, and civilians by what they are or, with `sites`, live in.

    A state's name before what is not its army's ("a Syrian bus", "Syria's second city") only says where.
    """
    words, roles = reading.knowledge.world("forces", Forces), role_words(reading.knowledge)
    armed = event_lexicon(reading.knowledge).classes["fighters"]
    found: list[str] = []
    for token in (t for given in tokens for t in (given, *counted(given))):
        mention = actor_at(reading, token)
        if mention is not None and _besieger(reading, mention):
            mention = None
        if mention is not None and mention.kind != "body":
            told = roles.manned if mention.how == "nationality" else armed | roles.manned
            covers = mention.start <= token.i < mention.end and mention.how != "nationality"
            if covers or mention.kind != "state" or token.lemma_.lower() in told:
                people = mention.kind == "people" and mention.name != "protesters"
                found.append("civilians" if people else mention.name)
                continue
        if token.lower_ in roles.protests:
            found.append("protesters")
        elif token.lower_ in words.civilians - words.sites or (token.lower_ in words.sites and sites):
            found.append("civilians")
        elif _lived_in(token, roles) or (sites and any(c.lower_ in words.sites for c in modifiers(token))):
            found.append("civilians")  # "residential districts", "a school complex"
        elif any(c.lower_ in words.civilians - words.sites for c in modifiers(token)):
            found.append("civilians")  # "a bus convoy"
    return found


def _military(site: Token, words: RoleWords) -> bool:
    """Whether a place is a regular army's by its kind: "an airbase", "a military airport"."""
    if site.lemma_.lower() in words.garrisons:
        return True
    return site.lemma_.lower() in words.military_sites and any(c.lower_ in words.of_an_army for c in site.lefts)


def _lived_in(site: Token, words: RoleWords) -> bool:
    """Whether the words before a place tell that civilians live there: "residential neighbourhoods"."""
    return any(c.lower_ in words.lived_in for c in site.lefts)


def is_state(reading: Reading, name: str) -> bool:
    """Whether the report's actor called `name` is a state."""
    return any(m.name == name and m.kind == "state" for m in reading.actors)


def _aims(reading: Reading, token: Token) -> Iterator[Token]:
    """Objects of "targeting", which the parser hangs on the noun or on its verb."""
    verb, aiming = governor(token), role_words(reading.knowledge).aiming_at
    for over in (token, verb) if verb is not None else (token,):
        for child in over.children:
            if child.dep_ in ("acl", "advcl", "relcl", "xcomp") and child.lemma_ in aiming:
                yield from objects(child)
