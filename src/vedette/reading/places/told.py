"""What the words beside a name say that it is: "the town of X", "X province", "a village called X", "X, a village"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.model.place import PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.lists import listed_as
from vedette.reading.places.signs import locative

_SIGNS = ("'", "’", "`")
_APPOSING = frozenset({'"', ",", "(", "-", "--", "–", "is", "was"})
_CALLING = frozenset({"called", "named", "dubbed"})


def far_from(context: Context, start: int, end: int) -> bool:
    """Whether the words behind say how the name lies to another: "around X, 270 km south of Y", "on X, east of Y"."""
    if end >= len(context.doc) or context.doc[end].text != ",":
        return False
    after = context.doc[end + 1 : end + 5]
    if len(after) > 2 and after[0].lower_ in context.words.compass and after[1].lower_ == "of":
        return start > 0 and context.doc[start - 1].lower_ in context.words.locatives
    far = any(t.like_num for t in after[:2]) and any(t.lower_ in context.words.distances for t in after)
    return far and locative(context, start)


def called(context: Context, start: int, end: int) -> bool:
    """Whether it is called a place outright: "the village of X", "X district"."""
    doc = context.doc
    if end < len(doc) and (kind_word(context, doc[end]) is not None or _apposed(context, end) is not None):
        return True
    if end < len(doc) and doc[end].lower_ in context.words.dwellers:
        return True
    return called_before(context, start) or listed_as(doc, start, end, context.words) is not None


def called_before(context: Context, start: int) -> bool:
    """Whether the name follows the word for its kind: "village of X", "a town called X"."""
    doc = context.doc
    if start > 1 and doc[start - 1].lower_ == "of" and kind_word(context, doc[start - 2]) is not None:
        return True
    return _by_name(context, start) is not None


def _by_name(context: Context, start: int) -> PlaceKind | None:
    """What a noun with "called" calls the name behind it: "a town called X", "an area known as X"."""
    doc = context.doc
    i = start - 1
    if i > 0 and doc[i].lower_ == "as" and doc[i - 1].lower_ == "known":
        i -= 1
    elif i < 0 or doc[i].lower_ not in _CALLING:
        return None
    while i > 0 and (doc[i - 1].is_punct or doc[i - 1].lower_ in ("also", "locally", "is", "was")):
        i -= 1
    return kind_word(context, doc[i - 1]) if i > 0 and doc[i - 1].text.islower() else None


def kind_word(context: Context, token: Token) -> PlaceKind | None:
    """The kind of place that a common noun names, in the singular or plural; None for other words."""
    kinds = context.words.kinds
    low = token.lower_
    return (
        kinds.get(low)
        or (kinds.get(low[:-3] + "y") if low.endswith("ies") else None)
        or kinds.get(low.removesuffix("s"))
    )


def told_kind(context: Context, start: int, end: int) -> tuple[PlaceKind | None, bool]:
    """What the words beside the name call it ("the town of X", "X province"), and whether they make it a place."""
    doc = context.doc
    sign = end + 1 < len(doc) and doc[end].text in _SIGNS and not doc[end - 1].whitespace_  # "Mare' city"
    nxt = doc[end + sign] if end < len(doc) else None
    if nxt is not None and not nxt.is_sent_start and (kind := kind_word(context, nxt)):
        return kind, True
    if nxt is not None and nxt.lower_ in context.words.dwellers and context.demonym(doc[end - 1]) is None:
        return None, True  # "a Sin Gyi villager"
    if (kind := _apposed(context, end)) is not None:
        return kind, True
    before = start - 1
    if before > 0 and doc[before].text == '"':
        before -= 1
    if before >= 1 and doc[before].lower_ == "of":
        if doc[before - 1].lower_ == "capital":
            return None, True  # what has a capital is no town
        kind = kind_word(context, doc[before - 1])
        if kind and (doc[before - 1].text.islower() or kind is PlaceKind.TOWN):
            return kind, True
        if doc[before - 1].lower_ in context.words.parts or doc[before - 1].lower_ in context.words.directions:
            return None, True
    if before >= 0 and (kind := kind_word(context, doc[before])) and doc[before].text.islower():
        return kind, True
    if (kind := _by_name(context, start)) is not None:
        return kind, True
    kind = listed_as(doc, start, end, context.words)
    return kind, kind is not None


def _apposed(context: Context, end: int) -> PlaceKind | None:
    """What a noun put behind the name calls it: "X, a small town in Y", "X is a village"."""
    doc, i = context.doc, end
    while i < len(doc) and doc[i].text in _APPOSING:
        i += 1
    if i == end or i >= len(doc) or doc[i].lower_ not in ("a", "an"):
        return None
    for token in doc[i + 1 : i + 4]:
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            kind = context.words.kinds.get(token.lower_)
            return kind if kind in (PlaceKind.TOWN, PlaceKind.AREA) else None
    return None
