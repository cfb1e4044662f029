"""The words that narrow or shift a place: "east", "near", "countryside of", "six miles east of"."""

from __future__ import annotations

from vedette.reading.places.context import Context
from vedette.reading.places.names import Found


def modifier(context: Context, name: Found) -> str | None:
    """The modifier that stands with a place name, None if there is none."""
    doc, words = context.doc, context.words
    before: list[str] = []
    i = name.start - 1
    while i >= 0 and (
        doc[i].lower_ in words.directions
        or (doc[i].lower_ == "and" and before and doc[i - 1].lower_ in words.directions)
    ):
        before.insert(0, doc[i].text)
        i -= 1
    if before:
        return " ".join(before)
    if i >= 0 and doc[i].lower_ in words.vicinity:
        return doc[i].text.lower()
    if i >= 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in words.parts:
        return f"{doc[i - 1].text} of"
    if name.end < len(doc) and doc[name.end].lower_ in ("countryside", "outskirts", "suburbs"):
        return doc[name.end].text
    return None
