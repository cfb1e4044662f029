"""Names in a list that one plural noun calls places: "the towns of A, B and C", "A, B and C villages", "villages in
the west, including A and B"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import PlaceKind

_LONG = 30
"""Tokens that such a list may have on one side of a name."""
_KINDS = frozenset({PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.ADM1, PlaceKind.ADM2, PlaceKind.REGION})
_AMONG = 12
"""Tokens between the plural noun and "including"."""


def listed_as(doc: Doc, start: int, end: int, words: PlaceWords) -> PlaceKind | None:
    """What the plural noun before or behind the list calls its member at `start` to `end`; None outside of one."""
    return _before(doc, start, words) or _behind(doc, end, words)


def _before(doc: Doc, start: int, words: PlaceWords) -> PlaceKind | None:
    joins = 0
    for i in range(start - 1, max(start - _LONG, 0), -1):
        token = doc[i]
        if token.lower_ == "of":
            return _plural(doc[i - 1], words) if joins else None
        if token.lower_ in ("including", "namely") or (token.lower_ == "as" and doc[i - 1].lower_ == "such"):
            return _named_ahead(doc, i, words)
        if not _of_list(token):
            return None
        joins += _joins(token)
    return None


def _named_ahead(doc: Doc, i: int, words: PlaceWords) -> PlaceKind | None:
    """What the nearest plural noun before "including" calls places, in the same sentence."""
    for n in range(i - 1, max(i - _AMONG, doc[i].sent.start) - 1, -1):
        if doc[n].tag_ == "NNS":
            kind = _plural(doc[n], words)
            if kind is not None or doc[n].dep_ != "conj":
                return kind
    return None


def _behind(doc: Doc, end: int, words: PlaceWords) -> PlaceKind | None:
    joins = 0
    for i in range(end, min(end + _LONG, len(doc))):
        token = doc[i]
        if joins and (kind := _plural(token, words)) is not None:
            return kind
        if not _of_list(token):
            return None
        joins += _joins(token)
    return None


def _plural(token: Token, words: PlaceWords) -> PlaceKind | None:
    low = token.lower_
    if not token.text.islower() or not low.endswith("s"):
        return None
    kind = words.kinds.get(low[:-3] + "y" if low.endswith("ies") else low[:-1])
    return kind if kind in _KINDS else None


def _joins(token: Token) -> bool:
    return token.text == "," or token.lower_ == "and"


def _of_list(token: Token) -> bool:
    return _joins(token) or token.text in ("-", "’", "'", '"') or token.pos_ == "PROPN" or token.lower_ in ("al", "el")
