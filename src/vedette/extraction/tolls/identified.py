"""Lists that say who the harmed were: "the victims were identified as ...", "the following were killed: ..."."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, ONE, Group, Groups
from vedette.extraction.tolls.names import people_named
from vedette.extraction.tolls.triggers import Trigger
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.syntax import subjects

_NEAR = 4
"""How many words may stand between the verb of naming and the list: "as", "those of", ":"."""
_LONGEST = 200


def identified(groups: Groups, found: list[Found], all_triggers: list[Trigger], words: Vocabulary) -> list[Found]:
    """The persons whom such lists name, each once; none where a count of as many was told before.

    Where a greater count was told before, or the list "includes" them, they are its parts.
    """
    taken = {f.group.start for f in found}
    told = {t.token.i: t for t in all_triggers}
    new: list[Found] = []
    for token in groups.doc:
        opened = _opens(token, found, told, words)
        if opened is None:
            continue
        teller, effect, start = opened
        end = min(_end(token), start + _LONGEST)
        people = [g for g in people_named(groups, start, end) if g.start not in taken]
        if not people or _counted(len(people), effect, token.i, found):
            continue
        whole = _whole(len(people), effect, token, found)
        part = whole is not None or token.lower_ in words.counts.including
        of = whole or Group(teller.i, teller.i, teller.i, BARE, None, None)
        taken |= {g.start for g in people}
        new += [Found(teller, effect, g, "a list of the harmed", part, of if part else None) for g in people]
    return new


def _opens(
    token: Token, found: list[Found], told: dict[int, Trigger], words: Vocabulary
) -> tuple[Token, str, int] | None:
    """The word for the harmed, what befell them and where the list begins, if `token` opens one."""
    doc = token.doc
    if token.text == ":":
        before = doc[token.sent.start : token.i]
        trigger = next((told[t.i] for t in before if t.i in told), None)
        following = any(t.lower_ in words.counts.following for t in before)
        return (trigger.token, trigger.effect, token.i + 1) if trigger is not None and following else None
    if token.lemma_.lower() not in words.counts.naming or token.i + 1 >= len(doc):
        return None
    noun = next((s for s in subjects(token) if s.i < token.i and _stands_for_harmed(s, words)), None)
    if noun is None:
        return None
    effect = _effect(noun, found, words)
    start = token.i + 1
    while start < len(doc) and start <= token.i + _NEAR and doc[start].lower_ in words.counts.naming_leads:
        start += 1
    return None if effect is None or start >= len(doc) or not _begins(doc[start]) else (noun, effect, start)


def _begins(first: Token) -> bool:
    """Whether a list of persons can begin so, and no clause does: "the victims were taken to a clinic"."""
    return first.pos_ in ("PROPN", "NOUN", "DET", "NUM", "ADJ", "PRON")


def _stands_for_harmed(noun: Token, words: Vocabulary) -> bool:
    """Whether they are the harmed, as told of before: "the victims", "those killed", "the names of the dead"."""
    if noun.lemma_.lower() in words.counts.names_of:
        below = [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        return any(_stands_for_harmed(p, words) for p in below)
    counted = any(c.like_num for c in noun.lefts)
    harmed = noun.lower_ in words.effects.harmed or noun.lemma_.lower() in words.counts.victims
    return not counted and (harmed or _harm_of_those(noun, words) is not None)


def _harm_of_those(noun: Token, words: Vocabulary) -> str | None:
    """What befell "those killed", "the man killed"."""
    under = [c for c in noun.children if c.dep_ in ("acl", "amod") and c.i > noun.i]
    return next((e for c in under for f in (OBJECTS, STATES) if (e := words.effect(c, f))), None)


def _effect(noun: Token, found: list[Found], words: Vocabulary) -> str | None:
    """What befell them, by the noun; "the victims" are of what was told last."""
    if noun.lemma_.lower() in words.counts.names_of:
        below = [p for c in noun.children if c.lower_ == "of" for p in c.children]
        return next((e for p in below if (e := _effect(p, found, words))), None)
    told = next((e for f in (STATES, TALLIES, OBJECTS, SUBJECTS) if (e := words.effect(noun, f))), None)
    if told is not None or (told := _harm_of_those(noun, words)) is not None:
        return told
    before = [f for f in found if f.trigger.i < noun.i and not f.subset]
    return before[-1].effect if before else None


def _end(token: Token) -> int:
    """Where the list ends: with its sentence, or with the line, where a colon opens one of several."""
    doc = token.doc
    if token.text != ":":
        return token.sent.end
    return next((t.i for t in doc[token.i + 2 :] if "\n\n" in t.text_with_ws or t.text == "."), len(doc))


def _counted(many: int, effect: str, position: int, found: list[Found]) -> bool:
    """Whether as many were counted before, or told of as one."""
    before = (f for f in found if f.group.start < position and f.effect == effect)
    return any(f.group.low == many and f.group.kind in (COUNTED, ONE, DEFINITE) for f in before)


def _whole(many: int, effect: str, token: Token, found: list[Found]) -> Group | None:
    """The count told last before that holds more than the list: its parts are named."""
    before = [f for f in found if f.group.start < token.i and f.effect == effect and f.group.kind == COUNTED]
    holds = [f for f in before if not f.subset and (f.group.low or 0) > many]
    return holds[-1].group if holds else None
