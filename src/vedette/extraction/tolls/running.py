"""Figures told of a toll or a number: "the death toll rose to 112", "taking to 129 the number killed"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.reading import Reading

_REACH, _BACK = 30, 12
_FRAMES = (OBJECTS, SUBJECTS, STATES, TALLIES, DEEDS)


def figures(reading: Reading, groups: Groups, words: Vocabulary) -> list[Found]:
    """A Found for every toll noun, or "number of" those harmed, that is given a figure in its sentence."""
    found = []
    for token in reading.doc:
        lemma = token.lemma_.lower()
        if lemma in words.effects.toll_nouns:
            effect, trigger = _toll_effect(token, words), token
        elif lemma in words.effects.losses and any(c.lower_ in words.effects.lost for c in token.lefts):
            effect, trigger = "casualties", token
        elif lemma in words.effects.number_nouns and token.pos_ == "NOUN":
            named = _number_effect(token, words)
            if named is None:
                continue
            effect, trigger = named
        else:
            continue
        group = _after(token, groups, words) or _before(token, groups, words)
        if group is not None:
            found.append(Found(trigger, effect, group, f"figure of {token.text!r}", running=True))
    return found


def _toll_effect(token: Token, words: Vocabulary) -> str:
    """What the toll is of: "casualty toll"; of the dead, where nothing is said."""
    told = (words.effect(child, DEEDS) for child in token.children if child.i < token.i)
    return next((effect for effect in told if effect), "killed")


def _number_effect(token: Token, words: Vocabulary) -> tuple[str, Token] | None:
    """What "the number of ..." or "the number killed" counts: the first word of an effect after it, before its verb."""
    doc = token.doc
    if not any(c.lower_ in ("the", "total", "overall") for c in token.children):
        return None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    if after.lower_ != "of" and not any(words.effect(after, frame) for frame in _FRAMES):
        return None
    for other in doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
        copula = other.pos_ == "AUX" and other.dep_ not in ("auxpass", "aux")
        if other.lower_ in words.effects.figure_verbs or copula:
            break
        effect = next((e for frame in _FRAMES if (e := words.effect(other, frame))), None)
        if effect or other.lemma_.lower() == "victim":
            return effect or "killed", other
    return None


def _after(token: Token, groups: Groups, words: Vocabulary) -> Group | None:
    """The first number of people after the noun that "to", "at", "of", "is" or a verb such as "reached" leads to."""
    last = min(token.i + _REACH, token.sent.end - 1)
    for group in groups.all:
        if token.i < group.start <= last and group.kind == COUNTED and group.person:
            before = [t for t in token.doc[token.i : group.start] if not t.is_punct]
            lead = before[-1]
            first = token.doc[group.start]
            if first.lemma_.lower() in words.effects.figure_verbs or _leads(first, words):
                return group  # "the toll passes 500", "put the toll at about 30"
            if lead.lower_ in words.effects.figure_leads or lead.lemma_.lower() in words.effects.figure_verbs:
                return group
    return None


def _leads(first: Token, words: Vocabulary) -> bool:
    """Whether a count opens with the word that leads to it: "at about 30", but not "at least 30"."""
    after = first.doc[first.i + 1].lower_ if first.i + 1 < len(first.doc) else ""
    return first.lower_ in words.effects.figure_leads and after not in ("least", "most")


def _before(token: Token, groups: Groups, words: Vocabulary) -> Group | None:
    """The number before the noun: "taking to 61 people, nine of them medics, the number killed"."""
    doc = token.doc
    for group in groups.all:
        near = token.sent.start + 1 < group.start < token.i and token.i - group.end < _BACK
        if not near or group.kind != COUNTED or not group.person or doc[group.start - 1].lower_ != "to":
            continue
        if doc[group.start - 2].lemma_.lower() in words.effects.figure_verbs:
            return group
    return None


def _corrected(number: Token, words: Vocabulary) -> bool:
    """ "The ministry had earlier said 22": a bare number that is all that was said before."""
    verb = number.head
    alone = number.dep_ in ("dobj", "attr", "oprd", "ccomp", "npadvmod") and verb.pos_ == "VERB"
    return alone and any(c.lower_ in words.effects.formerly for c in (*verb.children, *number.rights))


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
        if not (named or put or _corrected(doc[group.head], words)) or not above & words.effects.giving:
            continue
        before = [f for f in found if f.group.start < group.start and f.group.kind == COUNTED and not f.subset]
        if before:
            last = before[-1]
            new.append(
                Found(
                    last.trigger,
                    last.effect,
                    group,
                    "another figure for the one before",
                    anchor=doc[group.head],
                    again=True,
                )
            )
    return new
