"""Names of places chained to one: "X in Y", "X and Y", "X, ten miles north of Y", and what parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from vedette.knowledge.place_words import PlaceWords
from vedette.reading.reading import PlaceMention

if TYPE_CHECKING:
    from vedette.extraction.where.spots import Scene

_JOINING = frozenset({"and", "&", ","})
_LINKS = frozenset(
    {"in", "of", "within", "at", "the", "a", "an", "'s", "s", "'", "its", ",", "(", ")", "near", "outside", "and",
     "along", "border", "just", "some", "about", "roughly", "around",
     "on", "from", "to", "de", "facto", "kilometers", "kilometres", "km", "miles", '"'}
)  # fmt: skip
_APART = 12
"""Between how many words two names can be one place: "X, 270 km (165 miles) to the south of Y".."""


def of_body(doc: Doc, mention: PlaceMention, words: PlaceWords) -> bool:
    """Whether a body is called by the place, which then is not within the place told next: "the council of X in Y"."""
    root = doc[mention.start : mention.end].root
    if root.dep_ != "pobj" or root.head.lower_ != "of":
        return False
    body = root.head.head
    return body.lemma_.lower() in words.bodies and body.lower_ not in words.dwellers


def measured(mention: PlaceMention, words: PlaceWords) -> bool:
    """Whether the name only says how far off something is: "80 km from the capital X"."""
    return any(w in words.distances for w in (mention.modifier or "").lower().split())


def from_there(mention: PlaceMention | None, words: PlaceWords) -> bool:
    """Whether the name says but in which direction from it another lies: "southeast of X near Y"."""
    said = (mention.modifier or "").lower().split() if mention is not None else []
    return len(said) > 1 and said[-1] == "of" and said[-2] in words.compass


def chained(between: Span, mention: PlaceMention, words: PlaceWords) -> bool:
    """Whether nothing parts two names but words of place: "X, a village in Y", "X, 80 km from the capital Y"."""
    if len(between) > _APART:
        return False
    last = between.end
    at = between.text.find(mention.modifier or "")
    if measured(mention, words) and at >= 0:
        last = next(t.i for t in between if at <= t.idx - between.start_char)
    return all(_links(t, words) for t in between if t.i < last)


def offset(between: Span, words: PlaceWords) -> bool:
    """Whether the words between two names set the first off from the second: "near", "ten miles south of"."""
    low = [t.lower_ for t in between]
    if any(w in words.vicinity for w in low):
        return True
    ways = [n for n, w in enumerate(low[:-1]) if w in words.directions and low[n + 1] == "of"]
    return any(n == 0 or low[n - 1] != "the" or low[max(n - 2, 0)] == "to" for n in ways)  # "the east of X" is in X


def names_it(doc: Doc, last: PlaceMention | None, between: Span, words: PlaceWords) -> bool:
    """Whether the second name is that of what the first only places: "an eastern suburb of Mosul, Kokjali"."""
    if last is None or between.text != "," or last.start < 2 or doc[last.start - 1].lower_ not in ("of", "in"):
        return False
    noun = doc[last.start - 2]
    if noun.lower_ not in words.kinds or not noun.text.islower():
        return False
    return any(c.lower_ in ("a", "an", "another") for c in noun.children)


def lists(stage: Scene, mention: PlaceMention, between: Span) -> bool:
    """Whether what joins two names makes a list of them: "A and B", "A, B and C", and not the "A, B" of "A in B"."""
    if any(t.lower_ in ("and", "&") for t in between):
        return True
    after = stage.doc[mention.end : mention.end + 3]
    nxt = next((m for m in stage.reading.places if m.start >= mention.end), None)
    near = nxt is not None and nxt.start - mention.end <= len(after)
    nouns = [t for t in after if t.lower_ not in _JOINING]
    named = len(after) > 1 and bool(nouns) and nouns[0].pos_ == "PROPN"  # "X, Y and Z", not "X, Y, the Z said"
    return (near or named) and bool(after) and after[0].lower_ in (",", "and", "&")


def list_goes_on(stage: Scene, mention: PlaceMention, between: Span) -> bool:
    """Whether two names side by side begin a list whose commas are lost: "Damascus Aleppo and Idlib"."""
    if len(between) or "," in stage.doc[mention.start].sent.text:
        return False
    rest = [m for m in stage.places if m.start >= mention.end]
    following = next((m for m in rest if m.start - mention.end <= 1), None)
    if following is None or mention.end >= len(stage.doc):
        return False
    return following.start == mention.end or stage.doc[mention.end].lower_ == "and"


def joins(token: Token, words: PlaceWords) -> bool:
    """Whether a word can stand between the members of a list of places: "A, the B and northern C"."""
    return token.lower_ in _JOINING or token.lower_ == "the" or token.lower_ in words.compass


def _links(token: Token, words: PlaceWords) -> bool:
    low = token.lower_
    return (
        low in _LINKS
        or low in words.directions
        or low in words.parts
        or low in words.kinds
        or low.removesuffix("s") in words.kinds
        or token.is_digit
    )
