"""Who was harmed: civilian, combatant or unknown, and whose or of what group."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.extraction.tolls.groups import COUNTED, Group
from vedette.extraction.tolls.vocabulary import DEEDS, TALLIES, Vocabulary
from vedette.knowledge.victims import Who
from vedette.reading.reading import ActorMention, Reading

CIVILIAN, COMBATANT, UNKNOWN = "civilian", "combatant", "unknown"
_ASIDE = frozenset({"relcl", "conj", "appos", "acl"})
_NEXT = 2
"""How far the second of two nouns stands from the first, only "and" between."""
_GROWN = 18
_AGES = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})


@dataclass(frozen=True, slots=True)
class WhoHarmed:
    """`who` and `group` as in the claim format, and the words that tell; `likened`: only by others told beside."""

    who: str
    group: str | None
    reason: str
    likened: bool = False


_NOT_TOLD = WhoHarmed(UNKNOWN, None, "an age does not tell")


def who_harmed(reading: Reading, group: Group, words: Vocabulary) -> WhoHarmed:
    """What the group's own words tell of who was harmed."""
    if group.also:
        both = [words.person(reading.doc[i]) for i in (group.head, *group.also)]
        kinds = [k for k in both if k is not None]
        if len({k.who for k in kinds}) == 1:
            named = list(dict.fromkeys(k.group for k in kinds if k.group))
            joined = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
            return WhoHarmed(kinds[0].who, joined or None, "both kinds named")
    told = _told_after(reading, group, words)
    if told is not None:
        return told
    head = reading.doc[group.head]
    if head.pos_ == "PRON":
        return WhoHarmed(UNKNOWN, None, f"{head.text!r} does not tell")
    own = words.person(head) or _by_title(group, head, words)
    hired = any(t.lower_ in words.victims.hiring for t in reading.doc[group.start : group.head])
    if hired and head.lemma_.lower() == "guard":
        return WhoHarmed(CIVILIAN, None, "guards hired by no army")
    if head.lower_ == "old":
        return WhoHarmed(CIVILIAN, "children", "told by age") if _is_young(head) else _NOT_TOLD
    if (serving := _of_a_body(head, own, words)) is not None:
        return serving
    if (mixed := _of_two_kinds(group, head, words)) is not None:
        return mixed
    if head.lemma_.lower() in words.victims.members and any(c.lemma_.lower() in words.victims.kin for c in head.lefts):
        return WhoHarmed(CIVILIAN, None, f"{head.text!r} of a family")
    if own is not None and own.who == CIVILIAN:
        return WhoHarmed(CIVILIAN, _modifier_group(head, group, words) or own.group, f"{head.text!r}")
    mention = actor_at(reading, head)
    if mention is not None and mention.how == "pronoun" and mention.start > head.i:
        mention = None  # "four people, among them two engineers": "them" are the people
    force = named_force(reading, mention) if mention is not None and mention.kind in ("armed", "state") else None
    of_force = force is not None and mention is not None and mention.kind == "armed"
    if of_force and head.lemma_.lower() in words.victims.members:
        return WhoHarmed(COMBATANT, force, f"{head.text!r} of an armed actor")
    if own is not None and own.who == COMBATANT:
        return WhoHarmed(COMBATANT, force, f"{head.text!r}")
    side = mention is not None and mention.kind in ("armed", "state") and mention.end == head.i
    if side and _of_its_men(head, words):
        return WhoHarmed(COMBATANT, force, f"{head.text!r} of a side")
    if own is None and mention is not None and mention.start <= head.i < mention.end and mention.kind == "armed":
        return WhoHarmed(COMBATANT, force, f"{head.text!r} is an armed actor")
    inner = _under(reading, head, words)
    if inner is not None:
        return inner
    for token in reversed(list(reading.doc[group.start : group.head])):
        modifier = words.victims.modifiers.get(token.lower_)
        if modifier is not None and own is not None and own.group and modifier.who == COMBATANT:
            break  # "military observers", "military prisoners"
        if modifier is not None:
            found = force if modifier.who == COMBATANT else modifier.group
            return WhoHarmed(modifier.who, found, f"{token.text!r} before {head.text!r}")
    plain = mention is not None and mention.kind == "people" and mention.name == "civilians"
    if plain and mention is not None and mention.start > head.i:  # "14 people, mostly civilians"
        plain = not any(t.lower_ in words.victims.mostly for t in reading.doc[head.i : mention.start])
    if plain and own is not None:
        return WhoHarmed(CIVILIAN, None, f"{head.text!r} stands for civilians")
    if own is not None and own.group:
        return WhoHarmed(own.who, own.group, f"{head.text!r}")
    return WhoHarmed(UNKNOWN, None, f"{head.text!r} does not tell")


def _of_its_men(harm: Token, words: Vocabulary) -> bool:
    """Whether a side told before a noun of harm lost its men: "10 junta casualties", but not "ten Syrian deaths"."""
    noun = words.effect(harm, TALLIES) or words.effect(harm, DEEDS)
    return noun is not None and harm.nbor(-1).pos_ in ("NOUN", "PROPN") and not harm.nbor(-1).ent_type_


def _by_title(group: Group, head: Token, words: Vocabulary) -> Who | None:
    """Who a named person is by what stands with the name: "reporter Ana Diaz", "Ana Diaz, a reporter,"."""
    if head.ent_type_ != "PERSON":
        return None
    beside = (c for c in head.children if c.dep_ == "appos" and not _owned(c))
    nouns = [*reversed(head.doc[group.start : group.head]), *beside]
    return next((kind for t in nouns if t.ent_type_ != "PERSON" and (kind := words.person(t)) is not None), None)


def _owned(noun: Token) -> bool:
    """Whether it is told as someone's: "his wife"."""
    return any(c.dep_ == "poss" for c in noun.children)


def _of_two_kinds(group: Group, head: Token, words: Vocabulary) -> WhoHarmed | None:
    """Those of two kinds under one number: "40,000 troops and civilians", "12 women and children"."""
    after = next((c for c in head.children if c.dep_ == "conj" and c.i == head.i + _NEXT), None)
    if group.kind != COUNTED or after is None or any(c.dep_ in ("nummod", "det") for c in after.children):
        return None
    kinds = [words.person(head), words.person(after)]
    told = [k for k in kinds if k is not None]
    if len(told) < len(kinds) or UNKNOWN in {k.who for k in told}:
        return None  # "18 jihadist fighters and leaders" are fighters
    reason = f"{head.text!r} and {after.text!r} under one number"
    if told[0].who != told[1].who:
        return WhoHarmed(UNKNOWN, None, reason)
    named = " and ".join(dict.fromkeys(k.group for k in told if k.group))
    return WhoHarmed(CIVILIAN, named or None, reason) if told[0].who == CIVILIAN else None


def _of_a_body(head: Token, own: Who | None, words: Vocabulary) -> WhoHarmed | None:
    """Who serves a body that helps or watches: "four employees of the Red Cross", "U.N. military observers"."""
    named = {t.lower_ for t in head.subtree if not any(a.dep_ in _ASIDE for a in _up_to(t, head))}
    if own is not None and own.group == "observers":
        sender = next((words.victims.missions[w] for w in sorted(named) if w in words.victims.missions), None)
        return WhoHarmed(own.who, sender, f"{head.text!r} of {sender}") if sender else None
    helping = head.lemma_.lower() in words.victims.serving and not named.isdisjoint(words.victims.relief)
    return WhoHarmed(CIVILIAN, "aid workers", f"{head.text!r} of a body that helps") if helping else None


def _up_to(token: Token, head: Token) -> list[Token]:
    """The tokens from `token` up to `head` in the parse, `head` itself left out."""
    path = []
    while token.i != head.i and token.head.i != token.i:
        path.append(token)
        token = token.head
    return path


def named_force(reading: Reading, mention: ActorMention) -> str | None:
    """The name of an actor; none for "eleven soldiers" of whom the text does not tell whose. Rebels are a side."""
    words = reading.doc[mention.start : mention.end].text
    nobodys = mention.how == "description" and mention.name == words and words.lower() != "rebels"
    return None if nobodys else mention.name


def _is_young(old: Token) -> bool:
    """Whether the age before "old" is a child's: "a five-year-old"."""
    before = [t for t in old.doc[max(old.i - 4, old.sent.start) : old.i] if t.like_num]
    return any(t.text in _AGES or (t.text.isdigit() and int(t.text) < _GROWN) for t in before)


def _modifier_group(head: Token, group: Group, words: Vocabulary) -> str | None:
    for token in head.doc[group.start : group.head]:
        modifier = words.victims.modifiers.get(token.lower_)
        if modifier is not None and modifier.group:
            return modifier.group
    return None


def _under(reading: Reading, head: Token, words: Vocabulary) -> WhoHarmed | None:
    """ "members of the YPG", "members of one family", "deaths among civilians", "jihadists from the IS group"."""
    if head.lemma_.lower() not in words.victims.members and head.lower_ not in ("people", "others"):
        return None
    for prep in head.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("of", "from", "among", "on", "in", "amongst", "to"):
            continue
        for child in prep.children:
            if child.dep_ != "pobj" or child.pos_ == "PRON":  # "people, among them two engineers"
                continue
            if child.lemma_.lower() in words.victims.kin:
                return WhoHarmed(CIVILIAN, None, f"of a {child.text!r}")
            below = words.person(child)
            mention = actor_at(reading, child)
            if mention is not None and mention.kind == "armed" and not (below and below.who == CIVILIAN):
                return WhoHarmed(COMBATANT, named_force(reading, mention), f"of {child.text!r}")
            if child.lemma_.lower() in words.victims.bodies:
                return WhoHarmed(COMBATANT, named_force(reading, mention) if mention else None, f"of a {child.text!r}")
            if below is not None and below.who != UNKNOWN and head.lower_ not in ("people", "others"):
                return WhoHarmed(below.who, below.group, f"of {child.text!r}")
    return None


def _told_after(reading: Reading, group: Group, words: Vocabulary) -> WhoHarmed | None:
    """ "eight of them children", "128 people, nearly all civilians": the noun that tells who those before are."""
    doc, i = reading.doc, group.end
    pronoun = doc[group.head].lower_ in ("them", "whom")
    mostly = False
    while i < min(group.end + 5, len(doc)):
        token = doc[i]
        person = words.person(token)
        if person is not None:
            if person.who == UNKNOWN or not (pronoun or mostly):
                return None
            mention = actor_at(reading, token)
            force = named_force(reading, mention) if mention is not None and person.who == COMBATANT else person.group
            return WhoHarmed(person.who, force if pronoun else None, f"{token.text!r}")
        mostly = mostly or token.lower_ in words.victims.wholly  # who most of them are does not tell of the rest
        if token.pos_ not in ("AUX", "DET", "ADJ", "ADV", "PUNCT", "PRON", "ADP"):
            return None
        i += 1
    return None
