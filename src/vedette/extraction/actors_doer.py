"""Who does a deed: the agent of a verb, what stands before or after a noun, the deed that caused it."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors_deeds import Deed, claims_of_responsibility, means_of, sentence_numbers
from vedette.extraction.actors_tree import UNKNOWN, actor_at, cover, forces, modifier, named, objects_of
from vedette.knowledge.reporting import Reporting
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, charged, is_passive, patients

_DEEP = 5
_BY = frozenset({"by", "from", "between"})
_SUFFER = frozenset(
    {"die", "fall", "lose", "perish", "suffer", "be", "remain", "sustain", "succumb", "have", "reach", "rise"}
)

HOW = "who acts in the clause that tells how"
Found = tuple[str, str] | None


def mover(reading: Reading, trigger: Token) -> bool:
    """Whether civilians themselves do what `trigger` tells: they flee, are evacuated, protest."""
    if trigger.lemma_ not in forces(reading).moving:
        return False
    if trigger.pos_ in ("VERB", "AUX"):
        return any(_people(reading, t) for t in (*agents(trigger), *patients(trigger)))
    under = [o for c in trigger.children if c.dep_ == "prep" and c.lower_ in ("of", "by") for o in objects_of(c)]
    return any(_people(reading, t) for t in under) or any(_people(reading, c) for c in trigger.lefts)


def nobody_known(reading: Reading, trigger: Token) -> bool:
    """Whether the words say that it is not known who did it: "killed by unknown gunmen"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return False
    mentions = (actor_at(reading, agent) for agent in agents(trigger))
    return any(m is not None and m.name.lower().startswith(UNKNOWN) for m in mentions)


def told_doer(reading: Reading, trigger: Token) -> Found:
    """Who did it by the trigger's own words and clause; None where they do not tell."""
    if trigger.pos_ in ("VERB", "AUX"):
        return verb_doer(reading, trigger, _DEEP)
    found = noun_doer(reading, trigger, _DEEP)
    if found is None and trigger.lower_ not in forces(reading).deeds:
        return _harm(reading, trigger)
    return found


def _harm(reading: Reading, trigger: Token) -> Found:
    """Of harm told by a noun or adjective ("the death of", "dead"): by its cause, or by the verb that it hangs on."""
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ not in ("of", "since"):
            for obj in objects_of(child):
                if obj.lower_ in forces(reading).deeds:
                    found = noun_doer(reading, obj, _DEEP)
                    if found:
                        return found
        if child.dep_ in ("relcl", "advcl") and child.pos_ == "VERB":
            found = verb_doer(reading, child, _DEEP)
            if found:
                return found
    verb = _governor(trigger)
    if verb is None or verb.lemma_ in _sayings(reading):
        return None
    return verb_doer(reading, verb, _DEEP)


def _governor(token: Token) -> Token | None:
    """The verb that a noun or adjective is an object or complement of."""
    for _ in range(3):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return head
        token = head
    return None


def deeds_of(reading: Reading) -> tuple[list[Deed], list[Deed]]:
    """The report's deeds with a doer, and the claims of responsibility; found once a report."""
    cache: dict[str, tuple[list[Deed], list[Deed]]] = reading.doc.user_data
    if "vedette.deeds" not in cache:
        cache["vedette.deeds"] = ([], [])  # while they are looked for, none is known
        numbers = sentence_numbers(reading)
        found: list[Deed] = []
        for token in reading.doc:
            if token.lower_ in forces(reading).fights:
                continue  # who is in a fight has not done all of its harm
            if token.lower_ in forces(reading).deeds and token.pos_ in ("NOUN", "PROPN"):
                by = noun_doer(reading, token, _DEEP)
                if by is not None:
                    found.append(Deed(token.i, numbers[token.sent.start], by[0], means_of(reading, token)))
        cache["vedette.deeds"] = (found, claims_of_responsibility(reading))
    return cache["vedette.deeds"]


def cause_of(reading: Reading, trigger: Token) -> Token | None:
    """The deed's noun that a trigger of harm hangs on: "strikes" for "killed in strikes", or the trigger itself."""
    deeds = forces(reading).deeds
    if trigger.pos_ not in ("VERB", "AUX"):
        if trigger.lower_ in deeds:
            return trigger
        return next((o for c in trigger.children if c.dep_ == "prep" for o in objects_of(c) if o.lower_ in deeds), None)
    for agent in (*agents(trigger), *patients(trigger)):
        if agent.lower_ in deeds:
            return agent
    for child in trigger.children:
        if child.dep_ in ("prep", "agent"):
            for obj in objects_of(child):
                if obj.lower_ in deeds:
                    return obj
        elif child.dep_ == "advcl" and child.lower_ not in ("saying", "adding"):
            found = cause_of(reading, child)
            if found is not None:
                return found
    return trigger.head if trigger.dep_ in ("acl", "relcl") and trigger.head.lower_ in deeds else None


def verb_doer(reading: Reading, verb: Token, deep: int) -> Found:
    """Who does what a verb tells."""
    if deep == 0:
        return None
    words = forces(reading)
    doing = [] if _without_object(verb, words.objective) else _agents(verb)
    for agent in doing:
        if agent.lower_ in words.deeds:
            found = noun_doer(reading, agent, deep - 1)
            if found:
                return found
            continue
        name = named(reading, agent)
        if name is not None and not (verb.lemma_ in _SUFFER and not is_passive(verb)):
            return name, "who acts in the clause"
    if (
        doing
        and not is_passive(verb)
        and verb.lemma_ not in _SUFFER
        and not any(a.lower_ in words.deeds for a in doing)
    ):
        return None
    return _cause(reading, verb, deep - 1)


def _agents(verb: Token) -> list[Token]:
    """The agents of a verb, through "by firing shells, killing two"."""
    found = agents(verb)
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        return agents(verb.head.head) if verb.head.head.pos_ == "VERB" else []  # "won a battle, overrunning the town"
    for _ in range(2):
        if found or verb.dep_ not in ("pcomp", "advcl", "xcomp", "conj"):
            break
        if accused := charged(verb):
            return accused
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
        found = agents(verb) if verb.pos_ == "VERB" and not is_passive(verb) else []
    return found


def _without_object(verb: Token, objective: frozenset[str]) -> bool:
    """ "175 fighters killed": a verb that needs an object and has none tells of its subject's fate."""
    return (
        verb.lemma_ in objective
        and not is_passive(verb)
        and verb.tag_ in ("VBD", "VBN")
        and not any(c.dep_ in ("dobj", "obj", "ccomp", "prt", "dative") for c in verb.children)
        and verb.dep_ not in ("conj", "advcl")
    )


def _people(reading: Reading, token: Token) -> bool:
    mention = actor_at(reading, token)
    if mention is not None:
        return mention.kind == "people"
    return token.lower_ in forces(reading).civilians or token.lower_ in ("people", "persons", "men", "thousands")


def _cause(reading: Reading, verb: Token, deep: int) -> Found:
    """The deed in which or by which it happened: "killed in strikes by X", "when X's bombers struck"."""
    words = forces(reading)
    for child in verb.children:
        if child.dep_ in ("prep", "agent", "pcomp") and child.lower_ not in ("since", "despite"):
            for obj in objects_of(child):
                if obj.lower_ in words.fights:
                    other = _other_side(reading, obj, verb)
                    if other:
                        return other, "the other side of the fighting"
                    continue
                if obj.lower_ in words.deeds:
                    found = noun_doer(reading, obj, deep)
                    if found:
                        return found
        elif child.dep_ == "advcl" and child.pos_ == "VERB" and deep > 0:
            found = verb_doer(reading, child, deep - 1)
            if found and found[0] not in {named(reading, p) for p in patients(verb)}:
                return found[0], HOW
    if verb.dep_ in ("acl", "relcl") and verb.head.lower_ in words.deeds:
        return noun_doer(reading, verb.head, deep)
    return None


def _other_side(reading: Reading, fight: Token, verb: Token) -> str | None:
    """Who stood against those whom the verb befalls, in a fight that they were in."""
    struck = {named(reading, t) for t in (*patients(verb), *agents(verb))}
    first = _sides(reading, fight)
    return next((side for side in (opponent(reading, fight), *first) if side and side not in struck), None)


def _sides(reading: Reading, fight: Token) -> list[str]:
    return [
        name
        for child in fight.children
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "involving", "among")
        for obj in objects_of(child)
        if (name := named(reading, obj)) is not None
    ]


def noun_doer(reading: Reading, noun: Token, deep: int) -> Found:
    """Who is behind a deed told by a noun: its own modifiers, "by X", "carried out by X", the verb it hangs on."""
    if deep <= 0:
        return None
    words = forces(reading)
    covering = cover(reading).get(noun.i)
    if covering is not None and covering.kind != "people" and covering.how != "holder":
        return covering.name, "named"
    before = modifier(reading, noun)
    if before is not None and before.kind != "people":
        return before.name, "named before the deed"
    if noun.lower_ in words.fights:
        return _first_side(reading, noun) or _from_head(reading, noun, deep)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _BY:
            for obj in objects_of(child):
                name = named(reading, obj)
                if name is not None:
                    return name, f'"{child.lower_}" after the deed'
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in agents(child):
                name = named(reading, agent)
                if name is not None:
                    return name, "by whom the deed was carried out"
        if child.dep_ in ("relcl", "acl") and child.lemma_ == "blame":
            name = next((n for o in _under(child, "on") if (n := named(reading, o)) is not None), None)
            if name is not None:
                return name, "who is blamed for the deed"
        if child.dep_ == "compound" and child.lower_ in words.deeds:
            found = noun_doer(reading, child, deep - 1)
            if found:
                return found
        if child.dep_ == "prep" and child.lower_ == "of":
            for obj in objects_of(child):
                if obj.lower_ in words.deeds:
                    found = noun_doer(reading, obj, deep - 1)
                    if found:
                        return found
    return _from_head(reading, noun, deep)


def _from_head(reading: Reading, noun: Token, deep: int) -> Found:
    """Through the verb or the noun that the deed hangs on."""
    head = noun.head
    words = forces(reading)
    if head.lemma_ in _sayings(reading) or head.lemma_ in words.not_doing:
        return None
    verb = None
    if noun.dep_ in ("dobj", "obj") and head.pos_ == "VERB" and not is_passive(head):
        verb = head
    elif noun.dep_ == "pobj" and head.lower_ in ("with", "by", "in", "using") and head.head.pos_ == "VERB":
        verb = head.head if head.lower_ in ("with", "using") and not is_passive(head.head) else None
    if verb is not None:
        for agent in agents(verb):
            if agent.i == noun.i:
                continue
            if agent.lower_ in words.deeds:
                found = noun_doer(reading, agent, deep - 2)
                if found:
                    return found
                continue
            name = named(reading, agent)
            if name is not None:
                return name, "who acts in the clause"
    if noun.dep_ == "nsubjpass":
        for agent in agents(head):
            name = named(reading, agent)
            if name is not None:
                return name, "by whom the deed was carried out"
    if noun.dep_ in ("conj", "appos"):
        return noun_doer(reading, head, deep - 1)
    if noun.dep_ == "pobj" and head.lower_ in ("in", "during", "from") and head.head.tag_ == "VBN":
        for agent in _under(head.head, "by"):  # "killed in a raid by X", where the parser hangs "by" on the verb
            name = named(reading, agent) if agent.i > noun.i else None
            if name is not None:
                return name, "by whom the deed was carried out"
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in words.counts:
        return _from_head(reading, head.head, deep - 1) if deep > 1 else None
    if noun.dep_ == "pobj" and head.head.lower_ in words.deeds and head.lower_ == "of":
        return noun_doer(reading, head.head, deep - 1)
    return None


def _under(verb: Token, prep: str) -> list[Token]:
    """What stands under `verb` after `prep`."""
    return [o for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ == prep for o in objects_of(c)]


def _sayings(reading: Reading) -> frozenset[str]:
    words = reading.knowledge.world("reporting", Reporting)
    return words.say | words.weak


def _first_side(reading: Reading, fight: Token) -> Found:
    """The first side of a fight: "between X and Y"; X in "X were killed in clashes with Y"."""
    for child in fight.children:
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "by", "involving", "among"):
            for obj in objects_of(child):
                name = named(reading, obj)
                if name is not None:
                    return name, "the first side of the fighting"
        if child.dep_ in ("acl", "relcl") and child.lemma_ == "pit":
            for obj in patients(child):
                name = named(reading, obj)
                if name is not None:
                    return name, "the first side of the fighting"
    head = fight.head.head if fight.dep_ == "pobj" else fight.head
    if head.pos_ != "VERB":
        return None
    for token in (*patients(head), *agents(head)):
        name = named(reading, token)
        if name is not None and token.i != fight.i:
            return name, "who is in the fighting"
    return None


def opponent(reading: Reading, fight: Token) -> str | None:
    """The other side of a fight: "with X", "against X", the second of "between X and Y"."""
    for child in fight.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "against"):
            for obj in objects_of(child):
                name = named(reading, obj)
                if name is not None:
                    return name
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "involving"):
            sides = [n for obj in objects_of(child) if (n := named(reading, obj)) is not None]
            if len(sides) > 1:
                return sides[1]
        if child.dep_ in ("acl", "relcl") and child.lemma_ == "pit":
            for prep in child.children:
                if prep.lower_ == "against":
                    return next((n for o in objects_of(prep) if (n := named(reading, o)) is not None), None)
    return None
