"""Counts whose fate other words of their sentence tell: "seven out of 12 died", "seized 20 men and shot them"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.triggers import PHRASE, Trigger
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, SUBJECTS, Vocabulary
from vedette.reading.syntax import is_passive

_AFTER = frozenset({"conj", "advcl", "relcl"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BORNE = frozenset({"dobj", "nsubjpass"})


def out_of(groups: Groups, found: dict[int, Found]) -> dict[int, Found]:
    """`found`, where of "seven out of 12 miners died" only the seven are dead, and miners."""
    kept = dict(found)
    for group in groups.all:
        part, whole = found.get(group.start), _whole_of(groups, group)
        if part is None or whole is None:
            continue
        told = kept.get(whole.start)
        if told is not None and told.trigger.i == part.trigger.i:
            del kept[whole.start]
        same = told is not None and whole.start in kept
        kept[group.start] = replace(
            part, group=replace(group, head=whole.head), subset=part.subset or same, whole=whole
        )
        if not same:
            kept[group.start] = replace(kept[group.start], whole=part.whole)
    return kept


def only_these(groups: Groups, found: dict[int, Found]) -> dict[int, Found]:
    """`found`, where of "two of the five attackers were killed" only the two are dead, and no part of others."""
    kept = dict(found)
    for start, part in found.items():
        i = part.group.end
        after = groups.at(i + 1) if groups.doc[i : i + 1].text.lower() == "of" else None
        told = kept.get(after.start) if after is not None and after.kind == COUNTED else None
        verb = part.trigger
        borne = after is not None and verb.i >= after.end + (part.frame != SUBJECTS)
        own = any(c.dep_.startswith("nsubj") and start <= c.i < i for c in verb.children)
        if told is not None and borne and own and told.trigger.i == verb.i:
            del kept[told.group.start]
            kept[start] = replace(part, subset=False, whole=None)
    return kept


def _whole_of(groups: Groups, group: Group) -> Group | None:
    """The count that follows "out of" after a count."""
    doc, end = groups.doc, group.end
    if group.kind != COUNTED or [t.lower_ for t in doc[end : end + 2]] != ["out", "of"]:
        return None
    after = next((g for i in (end + 2, end + 3) if i < len(doc) and (g := groups.at(i))), None)
    return after if after is not None and after.kind == COUNTED else None


def done_to_them(found: list[Found], all_triggers: list[Trigger], words: Vocabulary) -> list[Found]:
    """What a second verb does to "them", whom the first verb's object counts: "rounded up 20 men and executed them"."""
    new: list[Found] = []
    for trigger in all_triggers:
        verb = trigger.token
        them = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in words.counts.them), None)
        if them is None or trigger.frame != OBJECTS or verb.dep_ not in _AFTER:
            continue
        before = [f for f in found if verb.sent.start <= f.group.start < verb.i and f.group.kind == COUNTED]
        told = [f for f in before if f.trigger.i in (verb.head.i, verb.head.head.i) and f.effect != trigger.effect]
        if told:
            group = replace(told[-1].group, start=them.i, end=them.i + 1)
            new.append(Found(verb, trigger.effect, group, f"{verb.text!r} them", frame=trigger.frame))
    return new


def later_fates(groups: Groups, found: list[Found], all_triggers: list[Trigger], words: Vocabulary) -> list[Found]:
    """What befell in the next sentence those taken, hurt or led off in the one before: "They were later executed"."""
    doc, new = groups.doc, []
    for trigger in all_triggers:
        verb = trigger.token
        teller = verb.head if verb.dep_ == "oprd" else verb
        first = _first(teller)
        they = next((c for c in first.children if c.dep_ in _SUBJECT and c.lower_ in words.counts.they), None)
        if they is None or trigger.effect not in words.counts.fates or not doc[verb.sent.start].i <= they.i < verb.i:
            continue
        if trigger.frame not in (SUBJECTS, STATES, PHRASE) and not is_passive(teller):
            continue
        if first.i != teller.i and not is_passive(first):
            continue  # "they withdrew and were killed" may be of their captors
        start = verb.sent.start
        last = doc[start - 1].sent if start else None
        before = [g for g in groups.all if last is not None and last.start <= g.start < start and g.kind == COUNTED]
        borne = [g for g in before if g.person and _top(doc[g.head]).dep_ in _BORNE]
        told = [f for f in found if f.group in borne and f.effect in words.counts.before_fates]
        other = [f for f in found if f.group in borne]
        group = told[-1].group if told else borne[0] if len(borne) == 1 and not other else None
        if group is not None and len(before) == 1 and (not told or told[-1].effect != trigger.effect):
            group = replace(group, start=they.i, end=they.i + 1)
            new.append(Found(verb, trigger.effect, group, f"{they.text!r} told before", frame=trigger.frame))
    return new


def _first(verb: Token) -> Token:
    """The first of joined verbs, whose subject all have: "they were lined up and shot"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in _SUBJECT for c in verb.children):
        verb = verb.head
    return verb


def _top(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def of_whom(part: Token, whom: Token, told: dict[int, Trigger]) -> Trigger | None:
    """The active verb that "whom" is the object of: "captives, two of whom they said they had shot"."""
    for token in whom.doc[whom.i + 1 : part.sent.end]:
        if token.is_punct:
            return None
        trigger = told.get(token.i)
        if trigger is not None and trigger.frame == OBJECTS and token.pos_ == "VERB":
            free = not is_passive(token) and not any(c.dep_ == "dobj" and c.i > token.i for c in token.children)
            own = any(c.dep_ == "nsubj" and c.i > whom.i for c in token.children)
            return trigger if free and own else None
    return None


def befell_later(own: Found, inner: Found) -> bool:
    """Whether the part bears a fate of its own: "four of the six wounded died", but not "15 of the 40 wounded"."""
    verb = own.frame in (SUBJECTS, OBJECTS) and own.trigger.i >= inner.group.end
    return verb and own.effect != inner.effect and own.trigger.i != inner.trigger.i


def describes(trigger: Token, group: Group) -> bool:
    """Whether a participle or clause tells by the way who the group are: not "12 people, five of whom died"."""
    return trigger.dep_ in ("acl", "amod", "relcl") and group.start <= trigger.head.i < group.end


def outnumbers(part: Group, whole: Group) -> bool:
    """Whether a count is too great to be a part: "clashed with rebels, killing 16 of them" is a count told again."""
    return whole.low is not None and (part.low or part.high or 0) >= whole.low


def aside(trigger: Token, earlier: frozenset[str]) -> bool:
    """Whether a clause of what went before tells it: "two weeks after 350 people were killed"."""
    verb = trigger if trigger.dep_ in ("advcl", "pcomp") else trigger.head
    marks = (verb.head, *verb.children) if verb.dep_ == "pcomp" else tuple(verb.children)
    return verb.dep_ in ("advcl", "pcomp") and any(t.lower_ in earlier and t.i < verb.i for t in marks)
