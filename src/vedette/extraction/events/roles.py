"""Who acts and whom it befalls, as each kind of event has it: the general reading first, then the kind's own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from vedette.extraction.actors import befallen, doer
from vedette.extraction.events.parties import parties
from vedette.extraction.events.sides import LEFT_OPEN, clash, pitted
from vedette.extraction.events.struck import AIMED, SITE, is_state, named, struck, under_attack, victims
from vedette.extraction.events.words import before_passive, counted, governor, modifiers, of_preps, sent_off
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.roles import role_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, charged, is_passive, objects, patients, subjects

CLASH = "Armed clash"
DEPLOYMENT = "Deployment"
MOVED = frozenset({"Displacement", "Evacuation"})
PROTEST = frozenset({"Peaceful protest", "Violent demonstration"})
AID, ARRESTS, ATTACK, CHANGE = "Aid delivery", "Arrests", "Attack", "Change to group/activity"
PARLEY = frozenset({"Agreement", "Talks"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Canonical names, None where the words leave them open; `reason` tells how the actor is known."""

    actor: str | None
    reason: str
    target: str | None
    sureness: int = 0


def roles(reading: Reading, token: Token, kind: str) -> Roles:
    """Actor and target of what `token` tells, an event of `kind`."""
    words = role_words(reading.knowledge)
    if kind == CLASH:
        found = Roles(*clash(reading, token))
    elif kind in MOVED:
        found = _moved(reading, token, kind)
    elif kind in PROTEST:
        against = [*of_preps(token, frozenset({"against"})), *modifiers(token)]
        found = Roles(None, LEFT_OPEN, next(iter(named(reading, against)), None) or _opposed(reading, token))
    elif kind in PARLEY:
        actor, reason, target = parties(reading, token)
        found = Roles(actor, reason, target)
    else:
        active = not charged(token) and not is_passive(token)
        over = token.head.head if token.dep_ == "pcomp" and active else token  # "by firing shells"
        actor, reason = doer(reading, over if over.pos_ == "VERB" else token)
        if is_passive(token) and not agents(token) and actor in _within(reading, patients(token)):
            actor, reason = None, LEFT_OPEN  # "two of X's men were abducted"
        hit = struck(reading, token)
        found = Roles(actor, reason, hit.name, hit.sureness)
        if found.target is None and kind in words.bodily and token.pos_ == "VERB":
            unarmed = event_lexicon(reading.knowledge).classes["unarmed"]
            found = Roles(actor, reason, "civilians" if _any_of(patients(token), unarmed) else None)
        if token.lemma_ == "defect":
            gone = list(of_preps(token, frozenset({"to"})))
            joined = [*named(reading, gone), *(m.name for m in reading.places if any(t.i == m.end - 1 for t in gone))]
            found = Roles(found.actor, found.reason, next(iter(joined), None))
        if token.pos_ == "NOUN" and token.lemma_ in words.killings and (slain := _slain(reading, token)) is not None:
            found = Roles(None if found.actor == slain else found.actor, found.reason, slain, AIMED)
        if kind == ARRESTS and found.target is None:
            found = Roles(found.actor, found.reason, _charged_with(reading, token), found.sureness)
        if kind == ATTACK and found.target is None and _any_of(aims(reading, token), words.dwelt_in):
            found = Roles(found.actor, found.reason, "civilians", SITE)  # "an attack on two villages"
        if kind == CHANGE and found.target in (None, found.actor):  # "ended its truce with X"
            told = (token, *patients(token))
            other = named(reading, (t for thing in told for t in of_preps(thing, frozenset({"with"}))))
            found = Roles(found.actor, found.reason, next(iter(other), None))
        if kind == AID and token.pos_ == "VERB":
            found = _supplied(reading, token, found)
        if kind == DEPLOYMENT:
            found = _sent(reading, token, found)
        if token.pos_ == "NOUN" and hit.sureness < AIMED and (pair := pitted(reading, token)):
            found = Roles(pair[0], "the sides of the exchange", pair[1], AIMED)
    actor = None if found.actor is None or found.actor.lower().startswith(words.nobody) else found.actor
    if kind in words.by_force and any(m.name == actor and m.kind == "body" for m in reading.actors):
        actor, found = None, replace(found, reason=LEFT_OPEN)  # "the UN: an attack on our convoy"
    return Roles(actor, found.reason, found.target if found.target != actor else None, found.sureness)


def _supplied(reading: Reading, verb: Token, found: Roles) -> Roles:
    """Who gives to whom: "X received arms from Y", "Y sent arms to X"."""
    if verb.lemma_ == "receive":
        givers = named(reading, of_preps(verb, frozenset({"from"})), bodies=True)
        return Roles(next(iter(givers), None), "from whom it came", next(iter(named(reading, agents(verb))), None))
    takers = named(reading, of_preps(verb, frozenset({"to"})))
    return Roles(found.actor, found.reason, next(iter(takers), found.target), found.sureness)


def _slain(reading: Reading, noun: Token) -> str | None:
    """Whose man or who is killed: "the assassination in X of a leader of Y"."""
    for thing in of_preps(noun, frozenset({"of"})):
        names = named(reading, [thing, *of_preps(thing, frozenset({"of"})), *modifiers(thing)])
        if names:
            return names[0]
    return None


def _charged_with(reading: Reading, verb: Token) -> str | None:
    """Whose people the arrested are held for: "arrested on charges of belonging to X"."""
    if verb.pos_ != "VERB":
        return None
    for charge in of_preps(verb, frozenset({"on", "over", "for", "under"})):
        told = (m for m in reading.actors if charge.i < m.start <= charge.right_edge.i and m.kind == "armed")
        if (name := next((m.name for m in told), None)) is not None:
            return name
    return None


def _moved(reading: Reading, token: Token, kind: str) -> Roles:
    if sent_off(token):
        who = objects(token.head)
    elif token.pos_ in ("VERB", "AUX"):
        leaves = token.lemma_ in event_lexicon(reading.knowledge).classes["leaves"]
        who = subjects(token) if leaves and not is_passive(token) else patients(token) or subjects(token)
    else:
        who = [*of_preps(token, frozenset({"of", "for"})), *(c for c in token.children if c.dep_ == "poss")]
        verb = governor(token)
        if not who and verb is not None and verb.lemma_ in role_words(reading.knowledge).granting:
            heads = [t.head if t.dep_ == "conj" else t for t in subjects(verb)] or before_passive(verb)
            who = [*heads, *of_preps(verb, frozenset({"including"}))]  # "were granted safe passage"
    within, anybody = frozenset({"including"}), role_words(reading.knowledge).anybody
    who = [t for w in who for t in (w, *of_preps(w, within)) if t.pos_ != "PRON"]
    names = victims(reading, (t for t in who if t.lower_ not in anybody)) or victims(reading, who)
    name = names[0] if names else (befallen(reading, token) if token.lemma_.startswith("evacuat") else None)
    if not names and name is not None and is_state(reading, name):
        name = None  # "four Syrian towns" are no army
    if name is None and any(t.lower_ in anybody for w in who for t in (w, *counted(w))):
        name = "civilians"
    if kind == "Displacement":
        return Roles(name or "civilians", "who flees", None)
    staff = event_lexicon(reading.knowledge).classes["staff"]
    if token.pos_ == "VERB" and not is_passive(token) and _any_of(objects(token), staff):
        own = named(reading, agents(token), bodies=True)  # "Britain evacuated its diplomats"
        return Roles(next(iter(own), None), "whose people they are", None)
    return Roles(None, LEFT_OPEN, name)


def _within(reading: Reading, things: list[Token]) -> set[str]:
    """Names of the actors told of inside the phrases of `things`."""
    spans = [(t.left_edge.i, t.right_edge.i) for t in things]
    return {m.name for m in reading.actors if any(low <= m.start <= high for low, high in spans)}


def _any_of(tokens: list[Token], lemmas: frozenset[str]) -> bool:
    """Whether one of `tokens`, or one that it counts, is of `lemmas`."""
    return any(t.lemma_.lower() in lemmas for given in tokens for t in (given, *counted(given)))


def _sent(reading: Reading, token: Token, found: Roles) -> Roles:
    """Whose forces are sent, where the words do not say who sends them; and against whom, if that is told."""
    sent = [*of_preps(token, frozenset({"of"})), *(patients(token) if token.pos_ == "VERB" else ())]
    forces = named(reading, sent, bodies=True)
    actor = next(iter(forces), None) if token.pos_ == "NOUN" and forces else found.actor or next(iter(forces), None)
    against = named(reading, of_preps(token, frozenset({"against"})))
    target = next(iter(against), None) or (None if found.target in (actor, *forces) else found.target)
    return Roles(actor, found.reason, target, found.sureness)


def _opposed(reading: Reading, token: Token) -> str | None:
    """The government of the report's country for "anti-government protests"."""
    own = {t.lower_ for t in token.doc[token.left_edge.i : token.i]}
    if not own & {"anti-government", "anti-regime"} and not ("anti" in own and own & {"government", "regime"}):
        return None
    return next((m.name for m in reading.actors if m.name.endswith(" government")), None)


def aims(reading: Reading, token: Token) -> list[Token]:
    """At what an attack is aimed in so many words: "attacked X", "opened fire on X", "X came under attack"."""
    upon = of_preps(token, frozenset({"on", "against", "at"}))
    if token.pos_ in ("VERB", "AUX"):
        return [*(t for t in patients(token) if t.lemma_ != "fire"), *upon]
    return [*upon, *under_attack(reading, token)]
