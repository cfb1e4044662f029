"""Whom an attack befalls: those it harms, else at whom it is aimed, else who holds or lives at the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors import actor_at, befallen
from vedette.extraction.actors.home import home_state
from vedette.extraction.events.words import counted, governor, modifiers, of_preps
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.forces import Forces
from vedette.reading.actors.either import OPEN
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents, objects, patients, subjects

HARM = frozenset({"kill", "wound", "injure", "die", "leave", "claim", "hurt", "maim", "perish", "cause"})
HURTS = frozenset({"kill", "wound", "injure", "hurt"})
LOSSES = frozenset({"casualty", "death", "fatality", "victim"})
ANYBODY = frozenset({"people", "person", "persons", "others", "dead", "casualties", "victims", "lives", "life"})
BESIDE = frozenset(
    {"support", "response", "retaliation", "cooperation", "coordination", "solidarity", "favour", "favor"}
)
PROTESTS = frozenset({"protests", "protest", "demonstrations", "demonstration", "protesters", "demonstrators"})
BORDERS = frozenset({"border", "borders", "frontier", "coast", "side"})
UNDERGOES = frozenset({"come", "subject", "expose"})
HARMED, AIMED, HELD, SITE = 4, 3, 2, 1
BY_HOLDER = "who holds the place struck"
HOW_SURE = {HARMED: "whom it harmed", AIMED: "at whom it was aimed", HELD: BY_HOLDER, SITE: "whose the site is"}
ON = frozenset({"on", "against", "at", "into", "in", "of", "for"})


def named(reading: Reading, tokens: Iterable[Token], *, holders: bool = False, bodies: bool = False) -> list[str]:
    """Canonical names of the actors among `tokens`, each once, in order; with `bodies` also of those that only rule."""
    found: list[str] = []
    for token in tokens:
        mention = actor_at(reading, token, holders=holders)
        if mention is None or mention.how in ("nationality", OPEN) or (mention.kind == "body" and not bodies):
            continue
        if mention.how == "country" and token.lower_ in BORDERS:
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
    harmed = list(_harmed(token, reading.knowledge.world("forces", Forces).counts))
    hurt = victims(reading, (h for h in harmed if h.lower_ not in ANYBODY))
    if hurt:
        return Struck(hurt[0], HARMED)
    if any(h.lemma_.lower() in LOSSES and any(c.lower_ == "civilian" for c in h.lefts) for h in harmed):
        return Struck("civilians", HARMED)  # "causing civilian casualties"
    near = [n for n in _near(reading, token) if n.i != token.i and n.lower_ not in ANYBODY and not _beside(n)]
    aimed = victims(reading, near, sites=False)
    if aimed:
        return Struck(aimed[0], AIMED)
    verb = governor(token)
    if verb is not None and verb.lemma_ in ("meet", "answer") and any(t.lower_ in PROTESTS for t in patients(verb)):
        return Struck("protesters", AIMED)  # "protests that were met with a crackdown"
    holder = next(iter([*_holders(reading, near), *named(reading, _holding(near), bodies=True)]), None)
    if holder is not None:
        return Struck(holder, HELD)
    if victims(reading, near):
        return Struck("civilians", SITE)
    if any(_military(n) for n in near) and (owner := home_state(reading)) is not None:
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
    for harmed in _harmed(token, reading.knowledge.world("forces", Forces).counts):
        if harmed.lower_ not in ANYBODY:
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
    yield from _aims(token)
    yield from under_attack(token)
    if verb is not None and verb.i != token.i:
        yield from of_preps(verb, ON)
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":  # "attacks carried out by drones on X"
            for over in (child, *agents(child)):
                yield from of_preps(over, frozenset({"on", "against", "at"}))


def under_attack(token: Token) -> Iterator[Token]:
    """Who is told to come under an attack: "X came under bombardment", "X was subjected to shelling"."""
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in ("under", "to"):
        return
    verb = prep.head
    if verb.lemma_ in UNDERGOES:
        yield from patients(verb) or subjects(verb)


def _beside(noun: Token) -> bool:
    """Whether what hangs on `noun` is no aim: "in support of X", "in response to X"."""
    return noun.head.lower_ in ("in", "of") and noun.lower_ in BESIDE


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


def _holding(places: Iterable[Token]) -> Iterator[Token]:
    """Those "by" whom the places struck are held: "areas controlled by X", "villages under the control of X"."""
    for place in places:
        for child in place.children:
            if child.dep_ == "acl" and child.lemma_ in ("control", "hold", "rule", "run"):
                yield from agents(child)
        for under in of_preps(place, frozenset({"under"})):
            yield from counted(under)


def victims(reading: Reading, tokens: Iterable[Token], *, sites: bool = True) -> list[str]:
    """Canonical names of those hurt or aimed at: actors, and civilians by what they are or, with `sites`, live in.

    A state's name before what is not its army's ("a Syrian bus", "Syria's second city") only says where.
    """
    words = reading.knowledge.world("forces", Forces)
    armed = event_lexicon(reading.knowledge).classes["fighters"]
    found: list[str] = []
    for token in (t for given in tokens for t in (given, *counted(given))):
        mention = actor_at(reading, token)
        if mention is not None and _besieger(reading, mention):
            mention = None
        if mention is not None and mention.how != "nationality" and mention.kind != "body":
            covers = mention.start <= token.i < mention.end
            if covers or mention.kind != "state" or token.lemma_.lower() in armed:
                people = mention.kind == "people" and mention.name != "protesters"
                found.append("civilians" if people else mention.name)
                continue
        if token.lower_ in PROTESTS:
            found.append("protesters")
        elif token.lower_ in words.civilians and (sites or token.lower_ not in words.sites or _lived_in(token)):
            found.append("civilians")
        elif any(c.lower_ in words.civilians - words.sites for c in modifiers(token)):
            found.append("civilians")  # "a bus convoy"
    return found


def _military(site: Token) -> bool:
    """Whether a place is a regular army's by its kind: "an airbase", "a military airport"."""
    if site.lemma_.lower() in ("airbase", "airfield", "barracks", "garrison"):
        return True
    return site.lemma_.lower() in ("base", "airport", "post") and any(
        c.lower_ in ("military", "air", "army", "naval") for c in site.lefts
    )


def _lived_in(site: Token) -> bool:
    """Whether the words before a place tell that civilians live there: "residential neighbourhoods"."""
    return any(c.lower_ in ("residential", "civilian") for c in site.lefts)


def is_state(reading: Reading, name: str) -> bool:
    """Whether the report's actor called `name` is a state."""
    return any(m.name == name and m.kind == "state" for m in reading.actors)


def _aims(token: Token) -> Iterator[Token]:
    """Objects of "targeting", which the parser hangs on the noun or on its verb."""
    verb = governor(token)
    for over in (token, verb) if verb is not None else (token,):
        for child in over.children:
            if child.dep_ in ("acl", "advcl", "relcl", "xcomp") and child.lemma_ in ("target", "hit", "strike"):
                yield from objects(child)


def _harmed(token: Token, counts: frozenset[str]) -> Iterator[Token]:
    """Those whom the clauses around tell as killed or hurt: over it, under it, or joined to it."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in counts:
        token = token.head.head  # "launched a series of attacks, killing two"
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    if verb is None:
        head = token.head.head if token.dep_ == "pobj" else token.head
        verb = head if head.pos_ == "VERB" else None
    for clause in token.children:  # "a bombing that killed three women"
        if clause.dep_ == "relcl" and clause.lemma_ in HARM:
            yield from patients(clause)
    if verb is None:
        return
    above = [verb]
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if verb.dep_ in ("advcl", "relcl", "acl") and verb.head.pos_ == "VERB" and not marks & {"as", "while", "since"}:
        above.append(verb.head)
    if verb.dep_ == "conj" and verb.lemma_ in HURTS and verb.head.lemma_ in HURTS:
        above.append(verb.head)  # "20 civilians were killed and scores hurt in attacks"
    below = [c for v in above for c in v.children if c.dep_ in ("advcl", "xcomp", "conj", "acl")]
    below += _trailing(verb)
    yield from _losses(verb)
    for clause in (*above, *below):
        if clause.lemma_ in HARM:
            for hurt in patients(clause) or (subjects(clause) if clause.lemma_ in ("die", "perish") else ()):
                yield hurt
                yield from of_preps(hurt, frozenset({"including"}))
            yield from of_preps(clause, frozenset({"including"}))
            for complement in clause.children:
                if complement.dep_ == "ccomp" and clause.lemma_ == "leave":
                    yield from subjects(complement)


def _trailing(verb: Token) -> Iterator[Token]:
    """A harm told last, which the parser hangs on the place before it: "fired at X in Y city, killing three"."""
    for word in verb.subtree:
        last = word.i > verb.i and word.tag_ == "VBG" and word.dep_ == "acl" and word.lemma_ in HURTS
        if last and word.head.dep_ == "pobj" and word.head.i < word.i:
            yield from (word, *(c for c in word.children if c.dep_ == "conj"))


def _losses(verb: Token) -> Iterator[Token]:
    """Losses told as a noun under the strike: "hit two towns, with reports of civilian casualties"."""
    for word in verb.subtree:
        if word.i > verb.i and word.dep_ == "pobj" and word.lemma_.lower() in LOSSES:
            yield from (c for c in word.children if c.dep_ in ("amod", "compound", "nmod"))
