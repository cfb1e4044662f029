"""Figures told of a toll or a number: "the death toll rose to 112", "taking to 129 the number killed"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.reading import Reading

_REACH = 30


def figures(reading: Reading, groups: Groups, words: Vocabulary) -> list[Found]:
    """A Found for every toll noun that is given a figure in its sentence."""
    found = []
    for token in reading.doc:
        lemma = token.lemma_.lower()
        if lemma in words.effects.toll_nouns:
            effect, hint = _toll_effect(token, words)
        elif lemma in words.effects.number_nouns and token.pos_ == "NOUN":
            named = _number_effect(token, words)
            if named is None:
                continue
            effect, hint = named
        else:
            continue
        group = _figure(token, groups, words)
        if group is not None:
            found.append(
                Found(
                    hint if hint is not None else token,
                    effect,
                    group,
                    f"figure of {token.text!r}",
                    running=True,
                )
            )
    return found


def _toll_effect(token: Token, words: Vocabulary) -> tuple[str, Token | None]:
    for child in token.children:
        if child.i < token.i:
            effect = words.effect(child, DEEDS)
            if effect:
                return effect, token
    return "killed", token


def _number_effect(token: Token, words: Vocabulary) -> tuple[str, Token | None] | None:
    """What "the number of ..." counts: the first word of an effect right after it."""
    doc = token.doc
    if not any(c.lower_ in ("the", "total", "overall") for c in token.children) or (
        token.i + 1 < len(doc)
        and doc[token.i + 1].lower_ not in ("of", "killed", "dead", "wounded", "injured", "displaced")
    ):
        return None
    if token.i and doc[token.i - 1].lower_ == "a":
        return None
    for i in range(token.i + 1, min(token.i + 9, token.sent.end)):
        if (
            doc[i].lower_ in words.effects.figure_verbs
            or doc[i].pos_ == "AUX"
            and i > token.i + 1
            and doc[i].dep_ not in ("auxpass", "aux")
        ):
            break
        for frame in (OBJECTS, SUBJECTS, STATES, TALLIES, DEEDS):
            effect = words.effect(doc[i], frame)
            if effect:
                return effect, doc[i]
        if words.victims and doc[i].lemma_.lower() == "victim":
            return "killed", doc[i]
    return None


def _figure(token: Token, groups: Groups, words: Vocabulary) -> Group | None:
    """The figure: the first bare number or number of people after the noun, led to by to, at, of, is or reached;
    or the one before it ("taking to 129 the number of ...")."""
    doc, sent = token.doc, token.sent
    for group in groups.all:
        if (
            token.i < group.start <= min(token.i + _REACH, sent.end - 1)
            and group.kind == COUNTED
            and group.person
        ):
            lead = next(
                (t for t in reversed(doc[max(token.i, group.start - 3) : group.start]) if not t.is_punct),
                token,
            )
            if lead.lower_ in (
                "to",
                "at",
                "of",
                "is",
                "was",
                "are",
                "were",
                "be",
                "reached",
                "hit",
                "reaching",
                "been",
                "reaches",
                "exceeded",
                "passed",
                "topped",
                "surpassed",
                "now",
                "by",
            ):
                return group
            if doc[group.mention.start].i if group.mention else 0:
                lemma = lead.lemma_.lower()
                if lemma in words.effects.figure_verbs or lead.dep_ == "nummod":
                    return group
    for group in groups.all:
        if (
            sent.start <= group.start < token.i
            and token.i - group.end < 12
            and group.kind == COUNTED
            and group.person
        ):
            lead = doc[group.start - 1] if group.start else token
            verb = doc[group.start - 2] if group.start > 1 else token
            if lead.lower_ == "to" and verb.lemma_.lower() in words.effects.figure_verbs:
                return group
    return None


def given(groups: Groups, found: list[Found], words: Vocabulary) -> list[Found]:
    """Another source's figure for what was just told: "SANA gave a number of 3,000", "the ministry put it at 12"."""
    taken = {f.group.start for f in found}
    doc, new = groups.doc, []
    for group in groups.all:
        bare = group.mention is not None and group.mention.head is None
        if not bare or group.start in taken or group.start < 2 or group.kind != COUNTED:
            continue
        lead, noun = doc[group.start - 1], doc[group.start - 2]
        named = noun.lemma_.lower() in words.effects.number_nouns and lead.lower_ == "of"
        put = lead.lower_ == "at" and noun.lower_ in ("it", "number", "figure", "total", "count")
        above = {a.lemma_.lower() for a in (lead, *lead.ancestors)}
        if not (named or put) or not above & words.effects.giving:
            continue
        before = [
            f for f in found if f.group.start < group.start and f.group.kind == COUNTED and not f.subset
        ]
        if before:
            last = before[-1]
            new.append(
                Found(
                    last.trigger,
                    last.effect,
                    group,
                    "another figure for the one before",
                    anchor=doc[group.head],
                )
            )
    return new
