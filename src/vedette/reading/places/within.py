"""Places that are named without being where anything happens: inside the names of bodies ("Ohio Supreme Court"), by
their people ("Sudanese"), and once more where the report has named them as places elsewhere.

A claim is never put to one of these; an index of all the places that a report names has them.
"""

from __future__ import annotations

from vedette.gazetteer.fold import fold
from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.names import LONGEST, Found
from vedette.reading.places.spans import runs

_AREAS = (PlaceKind.COUNTRY, PlaceKind.ADM1, PlaceKind.ADM2)
_KNOWN = 15_000
"""Inhabitants of a town that a body would be named after."""

Units = list[tuple[int, int]]


def find_within(context: Context, found: list[Found]) -> list[Found]:
    """The places named inside other names and by their people, none of them among `found`."""
    taken = {i for name in found for i in range(name.start, name.end)}
    said = {fold(name.text) for name in found}
    out: list[Found] = []
    for units in runs(context.doc):
        n = 0
        while n < len(units):
            if units[n][0] in taken:
                n += 1
                continue
            name, n = _longest(context, units, n, taken, said)
            if name is not None:
                out.append(name)
    return out


def _longest(context: Context, units: Units, n: int, taken: set[int], said: set[str]) -> tuple[Found | None, int]:
    """The longest name from unit `n` on, and the unit to go on with."""
    for m in range(min(len(units), n + LONGEST), n, -1):
        start, end = units[n][0], units[m - 1][1]
        if any(i in taken for i in range(start, end)):
            continue
        if m - n == 1 and (country := context.demonym(context.doc[end - 1])):
            place = context.gazetteer.country(country)
            text = context.doc[start:end].text
            if place is not None:
                return Found(start, end, text, (Candidate(place),), None, "named by its people"), m
        span = context.doc[start:end]
        text = context.reading.report.full[span.start_char : span.end_char]
        if fold(text) in context.words.not_places or context.doc[end - 1].ent_type_ == "PERSON":
            continue
        candidates = context.named(text)
        if candidates and (fold(text) in said or _named_after(context, units, n, m, candidates)):
            return Found(start, end, text, candidates, None, "part of another name"), m
    return None, n + 1


def _named_after(context: Context, units: Units, n: int, m: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the name begins or ends that of a body: "Ohio Supreme Court", "University of Ohio"."""
    doc, words = context.doc, context.words
    if m - n == 1 and doc[units[n][1] - 1].lower_ in words.ordinary:
        return False
    if not any(c.place.kind in _AREAS or c.place.population > _KNOWN for c in candidates):
        return False
    behind = [doc[end - 1].lower_ for _, end in units[m:]]
    if any(word in words.organisations for word in behind):
        return True
    start = units[n][0]
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in words.organisations
