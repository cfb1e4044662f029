"""Who acts and whom it befalls, as each kind of event has it: the general reading first, then the kind's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors_of import actor_at, befallen, doer
from vedette.extraction.events.words import counted, governor, modifiers, of_preps
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.forces import Forces
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, charged, objects, patients, subjects

CLASH = "Armed clash"
MOVED = frozenset({"Displacement", "Evacuation"})
PROTEST = frozenset({"Peaceful protest", "Violent demonstration"})
PARTIES = frozenset({"Agreement", "Talks"})
HARM = frozenset({"kill", "wound", "injure", "die", "leave", "claim", "hurt", "maim", "perish", "cause"})
ANYBODY = frozenset({"people", "person", "persons", "others", "dead", "casualties", "victims", "lives", "life"})
NOBODY = ("unknown", "unidentified", "gunmen", "attackers", "assailants", "unnamed")
WITH = frozenset({"with", "against"})
ON = frozenset({"on", "against", "at", "into", "in", "of", "for"})
LEFT_OPEN = "the words name nobody who acts"


@dataclass(frozen=True, slots=True)
class Roles:
    """Canonical names, None where the words leave them open; `reason` tells how the actor is known."""

    actor: str | None
    reason: str
    target: str | None


def roles(reading: Reading, token: Token, kind: str) -> Roles:
    """Actor and target of what `token` tells, an event of `kind`."""
    if kind == CLASH:
        found = _clash(reading, token)
    elif kind in MOVED:
        found = _moved(reading, token, kind)
    elif kind in PROTEST:
        against = [*of_preps(token, frozenset({"against"})), *modifiers(token)]
        found = Roles(None, LEFT_OPEN, next(iter(named(reading, against)), None) or _opposed(reading, token))
    elif kind in PARTIES:
        found = _parties(reading, token)
    else:
        over = token.head.head if token.dep_ == "pcomp" and not charged(token) else token  # "by firing shells"
        actor, reason = doer(reading, over if over.pos_ == "VERB" else token)
        found = Roles(actor, reason, _struck(reading, token))
    actor = None if found.actor is None or found.actor.lower().startswith(NOBODY) else found.actor
    return Roles(actor, found.reason, found.target if found.target != actor else None)


def named(reading: Reading, tokens: Iterable[Token], *, holders: bool = False) -> list[str]:
    """Canonical names of the actors among `tokens`, each once, in order."""
    found: list[str] = []
    for token in tokens:
        mention = actor_at(reading, token, holders=holders)
        if mention is None or mention.how == "nationality" or mention.kind == "body":
            continue
        if mention.name not in found:
            found.append(mention.name)
    return found


def _clash(reading: Reading, token: Token) -> Roles:
    if token.pos_ in ("VERB", "AUX"):
        sides = named(reading, agents(token) or subjects(token))
        other = named(reading, [*objects(token), *of_preps(token, WITH)])
        if token.lemma_ in ("repel", "repulse"):  # who came is who was driven back
            attack = [name for t in objects(token) if (name := doer(reading, t)[0])]
            return Roles(next(iter([*other, *attack]), None), "whose attack it was", next(iter(sides), None))
    else:
        sides = named(reading, of_preps(token, frozenset({"between", "by", "of", "among"})))
        other = named(reading, of_preps(token, WITH))
        first = doer(reading, token)[0]
        if not sides and first is not None and first not in other:
            sides = [first]
        if not sides:
            sides = [n for n in named(reading, _around(token)) if n not in other]
    both = [*sides, *(o for o in other if o not in sides)]
    if len(both) < 2 and token.pos_ not in ("VERB", "AUX"):
        held = named(reading, of_preps(token, ON), holders=True)
        both += [name for name in held if name not in both]
    if not sides and other:
        return Roles(None, LEFT_OPEN, both[0])
    return Roles(both[0] if both else None, "the sides of the fighting", both[1] if len(both) > 1 else None)


def _around(noun: Token) -> Iterator[Token]:
    """Those of whom the clause tells that they are in the fighting: "rebels were killed in clashes"."""
    verb = governor(noun)
    if verb is None or noun.dep_ == "nsubj":
        return
    yield from patients(verb)
    yield from subjects(verb)


def _moved(reading: Reading, token: Token, kind: str) -> Roles:
    if token.pos_ in ("VERB", "AUX"):
        who = patients(token) or subjects(token)
    else:
        who = [*of_preps(token, frozenset({"of", "for"})), *(c for c in token.children if c.dep_ == "poss")]
    within = frozenset({"including"})
    names = victims(reading, [t for w in who for t in (w, *of_preps(w, within))])
    name = names[0] if names else (befallen(reading, token) if token.lemma_.startswith("evacuat") else None)
    if kind == "Displacement":
        return Roles(name or "civilians", "who flees", None)
    return Roles(None, LEFT_OPEN, name)


def _opposed(reading: Reading, token: Token) -> str | None:
    """The government of the report's country for "anti-government protests"."""
    own = {t.lower_ for t in token.doc[token.left_edge.i : token.i]}
    if not own & {"anti-government", "anti-regime"} and not ("anti" in own and own & {"government", "regime"}):
        return None
    return next((m.name for m in reading.actors if m.name.endswith(" government")), None)


def _parties(reading: Reading, token: Token) -> Roles:
    near = [*of_preps(token, frozenset({"between", "by", "with", "among"}))]
    for child in token.children:
        if child.dep_ in ("acl", "relcl"):
            near += [*agents(child), *of_preps(child, frozenset({"by", "between", "with"}))]
        elif child.dep_ in ("compound", "amod", "poss", "nmod"):
            near.append(child)
    verb = token if token.pos_ == "VERB" else governor(token)
    if verb is not None:
        near += [*agents(verb), *of_preps(verb, frozenset({"by", "between", "with"}))]
    names = named(reading, (t for n in near if n.i != token.i for t in (n, *n.conjuncts)))
    return Roles(names[0] if names else None, "the parties named", names[1] if len(names) > 1 else None)


def _struck(reading: Reading, token: Token) -> str | None:
    """Whom a strike or an attack befalls: those it harmed, else at whom it was aimed, else who holds the place."""
    harmed = list(_harmed(token))
    hurt = victims(reading, (h for h in harmed if h.lower_ not in ANYBODY))
    if hurt:
        return hurt[0]
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    near = [*of_preps(token, ON), *(patients(verb) if verb is not None else ()), *_aims(token)]
    near += of_preps(verb, ON) if verb is not None and verb.i != token.i else ()
    near = [n for n in near if n.i != token.i and n.lower_ not in ANYBODY]
    aimed = victims(reading, near)
    if aimed:
        return aimed[0]
    general = befallen(reading, token)
    if general is not None and not _is_state(reading, general) and (general != "civilians" or not harmed):
        return general
    return next(iter([*named(reading, near, holders=True), *named(reading, _holding(near))]), None)


def _holding(places: Iterable[Token]) -> Iterator[Token]:
    """Those "by" whom the places struck are held: "areas controlled by X", "villages under the control of X"."""
    for place in places:
        for child in place.children:
            if child.dep_ == "acl" and child.lemma_ in ("control", "hold", "rule", "run"):
                yield from agents(child)
        for under in of_preps(place, frozenset({"under"})):
            yield from counted(under)


def victims(reading: Reading, tokens: Iterable[Token]) -> list[str]:
    """Canonical names of those hurt or aimed at: actors, and civilians by what they are or live in.

    A state's name before what is not its army's ("a Syrian bus", "Syria's second city") only says where.
    """
    civilian = reading.knowledge.world("forces", Forces).civilians
    armed = event_lexicon(reading.knowledge).classes["fighters"]
    found: list[str] = []
    for token in (t for given in tokens for t in (given, *counted(given))):
        mention = actor_at(reading, token)
        if mention is not None and mention.how != "nationality" and mention.kind != "body":
            covers = mention.start <= token.i < mention.end
            if covers or mention.kind != "state" or token.lemma_.lower() in armed:
                found.append(mention.name)
                continue
        if token.lower_ in civilian:
            found.append("civilians")
    return found


def _is_state(reading: Reading, name: str) -> bool:
    return any(m.name == name and m.kind == "state" for m in reading.actors)


def aimed_at(reading: Reading, token: Token) -> str | None:
    """The actor at whom an attack is aimed in so many words: "attacked X", "an attack on X"."""
    near = patients(token) if token.pos_ in ("VERB", "AUX") else of_preps(token, frozenset({"on", "against"}))
    return next(iter(named(reading, near)), None)


def _aims(token: Token) -> Iterator[Token]:
    """Objects of "targeting", which the parser hangs on the noun or on its verb."""
    verb = governor(token)
    for over in (token, verb) if verb is not None else (token,):
        for child in over.children:
            if child.dep_ in ("acl", "advcl", "relcl", "xcomp") and child.lemma_ in ("target", "hit", "strike"):
                yield from objects(child)


def _harmed(token: Token) -> Iterator[Token]:
    """Those whom the clauses around tell as killed or hurt: over it, under it, or joined to it."""
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    if verb is None:
        head = token.head.head if token.dep_ == "pobj" else token.head
        verb = head if head.pos_ == "VERB" else None
    if verb is None:
        return
    above = [verb]
    if verb.dep_ in ("advcl", "relcl", "acl") and verb.head.pos_ == "VERB":
        above.append(verb.head)
    below = [c for v in above for c in v.children if c.dep_ in ("advcl", "xcomp", "conj", "acl")]
    for clause in (*above, *below):
        if clause.lemma_ in HARM:
            for hurt in patients(clause) or (subjects(clause) if clause.lemma_ in ("die", "perish") else ()):
                yield hurt
                yield from of_preps(hurt, frozenset({"including"}))
            for complement in clause.children:
                if complement.dep_ == "ccomp" and clause.lemma_ == "leave":
                    yield from subjects(complement)
