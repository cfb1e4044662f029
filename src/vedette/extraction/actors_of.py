"""Who does what a trigger tells, and whom it befalls: from the parse around a verb or noun to canonical names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.knowledge.forces import Forces
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents, is_passive, patients

_KEY = "vedette.actor_at"
_LEFT = frozenset({"compound", "amod", "poss", "nmod", "nummod", "npadvmod"})
_TARGET = frozenset({"on", "against", "at", "targeting", "upon", "toward", "towards"})
_CAUSE = frozenset(
    {"in", "by", "during", "from", "after", "under", "following", "amid", "with", "to", "of", "on"}
)
_DEEP = 5


def actor_at(reading: Reading, token: Token, *, holders: bool = False) -> ActorMention | None:
    """The mention that covers `token` or that its noun phrase belongs to: "YPG" for "members" in "members of the YPG".

    `holders`: also the holder of a place ("rebel-held town"), which else is not who acts there.
    """
    covering = _cover(reading).get(token.i)
    if covering is not None and (holders or covering.how != "holder"):
        return covering
    return _modifier(reading, token, holders) or _part_of(reading, token, holders)


def doer(reading: Reading, trigger: Token) -> tuple[str | None, str]:
    """Who carried out what `trigger` (a verb or a noun for a deed) tells, canonical, and how it is known.

    None, with the reason, where the text leaves it open.
    """
    if trigger.pos_ in ("VERB", "AUX"):
        found = _verb_doer(reading, trigger, _DEEP)
    else:
        found = _noun_doer(reading, trigger, _DEEP)
    return found or _earlier_deed(reading, trigger) or (None, "the text leaves open who did it")


def befallen(reading: Reading, trigger: Token) -> str | None:
    """Whom `trigger` befalls, canonical: an actor, "civilians", or None where the text does not tell."""
    if trigger.pos_ in ("VERB", "AUX"):
        for token in patients(trigger):
            name = _victim(reading, token)
            if name is not None:
                return name
            if token.lower_ in _forces(reading).deeds:
                name = _noun_target(reading, token)
                if name is not None:
                    return name
        return _prep_target(reading, trigger)
    return _noun_target(reading, trigger)


def _forces(reading: Reading) -> Forces:
    return reading.knowledge.world("forces", Forces)


def _cover(reading: Reading) -> dict[int, ActorMention]:
    cache: dict[str, dict[int, ActorMention]] = reading.doc.user_data
    if _KEY not in cache:
        cache[_KEY] = {n: m for m in reading.actors for n in range(m.start, m.end)}
    return cache[_KEY]


def _modifier(reading: Reading, token: Token, holders: bool) -> ActorMention | None:
    """A mention before the noun in its own phrase: "IS suicide bombers", "Russian air strikes", "the army's convoy"."""
    cover = _cover(reading)
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT:
            continue
        mention = cover.get(child.i) or next((cover[t.i] for t in child.subtree if t.i in cover), None)
        if mention is not None and (holders or mention.how != "holder") and mention.how != "pronoun":
            return mention
        if mention is not None and child.dep_ == "poss":
            return mention
    return None


def _part_of(reading: Reading, token: Token, holders: bool) -> ActorMention | None:
    """A mention after the noun: "members of X", "fighters from X", "forces loyal to X", "strikes by X"."""
    cover = _cover(reading)
    if token.lower_ in _forces(reading).parts or token.pos_ == "NUM":
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "with", "belonging", "among"):
                for obj in prep.children:
                    if obj.dep_ == "pobj":
                        return cover.get(obj.i) or actor_at(reading, obj, holders=holders)
            if prep.dep_ in ("acl", "amod", "relcl") and prep.lower_ in (
                "loyal",
                "allied",
                "belonging",
                "affiliated",
            ):
                return next((cover[t.i] for t in prep.subtree if t.i in cover), None)
    for child in token.children:
        if child.dep_ == "appos" and child.i in cover:
            return cover[child.i]
    return None


def _named(reading: Reading, token: Token) -> str | None:
    mention = actor_at(reading, token)
    return None if mention is None or mention.kind == "people" else mention.name


def _verb_doer(reading: Reading, verb: Token, deep: int) -> tuple[str, str] | None:
    if deep == 0:
        return None
    for agent in agents(verb):
        if agent.lower_ in _forces(reading).deeds:
            found = _noun_doer(reading, agent, deep - 1)
            if found:
                return found
            continue
        name = _named(reading, agent)
        if name is not None:
            return name, "who acts in the clause"
    if agents(verb) and not is_passive(verb) and not _suffers(verb):
        return None
    return _cause(reading, verb, deep - 1)


def _suffers(verb: Token) -> bool:
    return verb.lemma_ in (
        "die",
        "fall",
        "lose",
        "perish",
        "suffer",
        "be",
        "remain",
        "flee",
        "sustain",
        "succumb",
    )


def _cause(reading: Reading, verb: Token, deep: int) -> tuple[str, str] | None:
    """The deed in which or by which it happened: "killed in strikes by X", "when X's bombers struck"."""
    forces = _forces(reading)
    for child in verb.children:
        if child.dep_ in ("prep", "agent", "advcl", "pcomp", "xcomp", "ccomp") and child.pos_ != "VERB":
            for obj in _objects_of(child):
                if obj.lower_ in forces.fights:
                    other = _opponent(reading, obj)
                    if other:
                        return other, "the other side of the fighting"
                if obj.lower_ in forces.deeds:
                    found = _noun_doer(reading, obj, deep)
                    if found:
                        return found
        elif child.dep_ == "advcl" and child.pos_ == "VERB":
            found = _verb_doer(reading, child, deep)
            if found:
                return found[0], "who acts in the clause that tells how"
    if verb.dep_ in ("acl", "relcl") and verb.head.lower_ in forces.deeds:
        return _noun_doer(reading, verb.head, deep)
    return None


def _objects_of(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child
            yield from (c for c in child.children if c.dep_ == "conj")
            for of in child.children:
                if of.dep_ == "prep" and of.lower_ == "of":  # "as a result of", "in a series of"
                    yield from _objects_of(of)
        elif child.dep_ == "prep":
            yield from _objects_of(child)


def _noun_doer(reading: Reading, noun: Token, deep: int) -> tuple[str, str] | None:
    """Who is behind a deed told by a noun: its own modifiers, "by X", "carried out by X", the verb that it hangs on."""
    if deep == 0:
        return None
    covering = _cover(reading).get(noun.i)
    if covering is not None and covering.kind != "people" and covering.how != "holder":
        return covering.name, "named"
    before = _modifier(reading, noun, holders=False)
    if before is not None and before.kind != "people":
        return before.name, "named before the deed"
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "between"):
            for obj in _objects_of(child):
                name = _named(reading, obj)
                if name is not None:
                    return name, f'"{child.lower_}" after the deed'
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in agents(child):
                name = _named(reading, agent)
                if name is not None:
                    return name, "by whom the deed was carried out"
        if child.dep_ == "compound" and child.lower_ in _forces(reading).deeds:
            found = _noun_doer(reading, child, deep - 1)
            if found:
                return found
        if child.dep_ == "prep" and child.lower_ == "of":
            for obj in _objects_of(child):
                if obj.lower_ in _forces(reading).deeds:
                    found = _noun_doer(reading, obj, deep - 1)
                    if found:
                        return found
    return _from_head(reading, noun, deep)


def _from_head(reading: Reading, noun: Token, deep: int) -> tuple[str, str] | None:
    head = noun.head
    if noun.dep_ in ("dobj", "obj") and head.pos_ == "VERB" and not is_passive(head):
        for agent in agents(head):
            if agent.i != noun.i and agent.lower_ not in _forces(reading).deeds:
                name = _named(reading, agent)
                if name is not None:
                    return name, "who acts in the clause"
    if noun.dep_ == "nsubjpass":
        for agent in agents(head):
            name = _named(reading, agent)
            if name is not None:
                return name, "by whom the deed was carried out"
    if noun.dep_ in ("conj", "appos"):
        return _noun_doer(reading, head, deep - 1)
    if noun.dep_ == "pobj" and head.head.lower_ in _forces(reading).deeds:
        return _noun_doer(reading, head.head, deep - 1) if head.lower_ == "of" else None
    return None


def _opponent(reading: Reading, fight: Token) -> str | None:
    for child in fight.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "against"):
            for obj in _objects_of(child):
                name = _named(reading, obj)
                if name is not None:
                    return name
    return None


def _earlier_deed(reading: Reading, trigger: Token) -> tuple[str, str] | None:
    """For "the attack" or deaths without a cause: who did the last deed told before, up to two sentences back."""
    forces = _forces(reading)
    here = trigger.sent.start
    if trigger.lower_ in forces.deeds and not any(
        c.lower_ in ("the", "this", "these", "those") for c in trigger.children
    ):
        return None
    floor = max(0, here - 80)
    for index in range(here - 1, floor - 1, -1):
        token = reading.doc[index]
        if token.lower_ in forces.deeds and token.pos_ in ("NOUN", "PROPN"):
            found = _noun_doer(reading, token, _DEEP)
            if found:
                return found[0], "who did the deed told before"
    return None


def _victim(reading: Reading, token: Token) -> str | None:
    mention = actor_at(reading, token)
    if mention is not None:
        return "civilians" if mention.kind == "people" and mention.name == "civilians" else mention.name
    if token.lower_ in _forces(reading).civilians:
        return "civilians"
    return None


def _noun_target(reading: Reading, noun: Token) -> str | None:
    if noun.lower_ in _forces(reading).fights:
        return _opponent(reading, noun)
    name = _prep_target(reading, noun)
    if name is not None:
        return name
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for obj in _objects_of(child):
                name = _victim(reading, obj)
                if name is not None:
                    return name
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB" and noun not in patients(child):
            name = befallen(reading, child)
            if name is not None:
                return name
    head = noun.head
    if noun.dep_ in ("nsubj", "dobj") and head.pos_ == "VERB":
        if noun.dep_ == "nsubj":
            return next((v for t in patients(head) if (v := _victim(reading, t))), None) or _prep_target(
                reading, head
            )
        return _prep_target(reading, head)
    if noun.dep_ == "pobj" and head.head.pos_ == "VERB" and head.lower_ in ("in", "by", "during"):
        return next((v for t in patients(head.head) if (v := _victim(reading, t))), None)
    return None


def _prep_target(reading: Reading, head: Token) -> str | None:
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in _TARGET:
            for obj in _objects_of(child):
                name = _victim(reading, obj)
                if name is not None:
                    return name
    return None
