"""The words that narrow or shift a place: "east", "near", "countryside of", "six miles east of"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.knowledge.place_words import PlaceWords
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found

_DESCRIBED = 7
"""How many words may say what a name is of."""
_AROUND = frozenset({"countryside", "outskirts", "suburbs"})
"""Behind a name, these make what is around it of the place."""


def modifier(context: Context, name: Found) -> str | None:
    """The modifier that stands with a place name, None if there is none."""
    doc, words = context.doc, context.words
    before: list[str] = []
    i = name.start - 1
    while i >= 0 and (
        doc[i].lower_ in words.directions
        or (doc[i].lower_ == "and" and before and doc[i - 1].lower_ in words.directions)
    ):
        if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in words.directions:  # "south-eastern"
            before.insert(0, doc[i - 2 : i + 1].text)
            i -= 3
            continue
        before.insert(0, doc[i].text)
        i -= 1
    if before:
        return " ".join(before)
    if far := _distance(doc, name.start, words):
        return far
    for n in (i, _described(doc, name.start, words) - 1):
        if n >= 0 and doc[n].lower_ in words.vicinity:
            return doc[n].text.lower()
    if i >= 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in words.parts:
        return f"{doc[i - 1].text} of"
    if name.end < len(doc) and doc[name.end].lower_ in _AROUND:
        return doc[name.end].text
    return None


def is_near(context: Context, modifier: str | None) -> bool:
    """Whether a modifier puts something near the place rather than at it or in a part of it."""
    if modifier is None:
        return False
    said = modifier.lower().split()
    words = context.words
    return said[0] in words.vicinity or any(w in words.surroundings or w in words.distances for w in said)


def is_directed(words: PlaceWords, modifier: str | None) -> bool:
    """Whether a modifier makes a part of the place by the compass: "eastern", and not "ten miles east of"."""
    if not modifier or modifier.endswith(" of"):
        return False
    first = modifier.lower().split()[0]
    return first in words.compass or first.split("-")[0] in words.compass


def _distance(doc: Doc, start: int, words: PlaceWords) -> str | None:
    """The words of a distance before a name: "six miles east of", "10 km from the capital"."""
    directions, units = words.directions, words.distances
    i = _described(doc, start, words) - 1
    if i < 2 or doc[i].lower_ not in ("of", "from"):
        return None
    i -= 1
    if i >= 2 and doc[i].lower_ == "the" and doc[i - 1].lower_ in ("to", "in"):
        i -= 2
    if doc[i].lower_ in directions:
        i -= 1
    while i >= 1 and doc[i].lower_ in ("to", "the", "away", ")"):
        i -= 1
    first = _measure(doc, i, units)
    if first is None:
        return None
    if first >= 2 and doc[first - 1].text == "(":  # "80 km (50 miles) east of"
        other = _measure(doc, first - 2, units)
        first = first if other is None else other
    return doc[first:start].text


def _described(doc: Doc, start: int, words: PlaceWords) -> int:
    """Where the words begin that say what the name is of: "the Tajik capital X", "the northern town of X"."""
    i = start - 1
    if i > 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in words.kinds:
        i -= 1
    if i < 1 or doc[i].lower_ not in words.kinds:
        return start
    while i > 0 and start - i < _DESCRIBED and _describes(doc[i - 1]):
        i -= 1
    return i - 1 if i > 0 and doc[i - 1].lower_ in ("the", "its", "their") else i


def _describes(token: Token) -> bool:
    """Whether a word may stand before "town of X" or "capital X"; of "rebel-held" each part may."""
    return token.text == "-" or token.dep_ in ("amod", "compound", "nmod", "npadvmod") or token.pos_ in ("ADJ", "PROPN")


def _measure(doc: Doc, i: int, units: frozenset[str]) -> int | None:
    """The first token of a measure that ends at `i`: "six miles"; None where there is none."""
    if i < 1 or doc[i].lower_.rstrip(".") not in units:
        return None
    first = i
    while first >= 1 and (doc[first - 1].like_num or doc[first - 1].lower_ in ("a", "few", "several", "half")):
        first -= 1
    return first if first < i else None
