"""Parts of a count: "including 39 children", "eight of them children", "six civilians were among the 22 killed"."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, ONE, Group, Groups

_CUES = frozenset({"including", "includes", "include", "included", "among", "amongst"})
_OF_THEM = frozenset({"them", "whom", "these", "those", "dead", "wounded", "injured", "victims", "killed", "casualties"})
_PARTS = frozenset({"most", "some", "many", "all", "half", "several", "mostly"})
_BREAK = frozenset({".", ";", ":"})


def parts(groups: Groups, found: list[Found]) -> list[Found]:
    """A Found for each part of a count that bears an effect; parts already found are returned as subsets."""
    doc, by_start = groups.doc, {f.group.start: f for f in found}
    new: dict[int, Found] = {}
    for token in doc:
        if token.lower_ in _CUES:
            listed = _members(doc, token.i, groups)
            whole = _whole(groups, found, token.i)
            if whole is None and token.lower_ in ("among", "amongst"):
                continue
            for group in listed:
                if whole is not None and group.start != whole.group.start:
                    new[group.start] = _part(whole, group, by_start, f"after {token.text!r}")
    for group in groups.all:
        inner = _of_them(doc, group, groups, found)
        if inner is not None:
            whole, part = inner
            new[part.start] = _part(whole, part, by_start, "of them")
    return [new[start] for start in sorted(new)]


def _part(whole: Found, group: Group, by_start: dict[int, Found], rule: str) -> Found:
    own = by_start.get(group.start)
    if own is not None and own.trigger.i > group.start:
        return Found(own.trigger, own.effect, group, own.rule, True, whole.group)
    return Found(whole.trigger, whole.effect, group, rule, True, whole.group)


def _members(doc: Doc, cue: int, groups: Groups) -> list[Group]:
    """The list after the cue ("including a child and two women"; "among them 11 children")."""
    position = cue + 1
    if position < len(doc) and doc[cue].lower_ in ("among", "amongst"):
        if doc[position].lower_ not in ("them", "whom", "these", "the", "those"):
            return []
        position += 1
        while position < len(doc) and doc[position].lower_ in ("dead", "killed", "wounded", "were", "was", "are", "is", ",", "victims", "injured"):
            position += 1
    listed = groups.list_after(position, 3)
    return [g for g in listed if g.kind in (COUNTED, ONE, BARE) or (g.kind == DEFINITE and g.low == 1)]


def _whole(groups: Groups, found: list[Found], position: int) -> Found | None:
    """The count that a part after `position` belongs to: the nearest before it in the sentence, not itself a part."""
    sent = groups.doc[position].sent
    before = [f for f in found if sent.start <= f.group.start < position and not f.subset]
    if before:
        return max(before, key=lambda f: (f.group.start, f.trigger.i))
    return None


def _of_them(doc: Doc, group: Group, groups: Groups, found: list[Found]) -> tuple[Found, Group] | None:
    """ "eight of them children", "most of whom were women": the part, with the noun that tells who they are."""
    if group.mention is None or group.mention.end >= len(doc) or doc[group.mention.end].lower_ != "of":
        return None
    if doc[group.head].lower_ not in _OF_THEM:
        return None
    whole = _whole(groups, found, group.start)
    if whole is None:
        before = [f for f in found if f.group.start < group.start and f.effect == _told(doc, group, f)]
        whole = before[-1] if before else None
    return (whole, group) if whole is not None else None


def _told(doc: Doc, group: Group, whole: Found) -> str:
    return whole.effect
