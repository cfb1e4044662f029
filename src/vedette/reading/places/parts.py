"""Names that the gazetteer does not have, put by the text in or by a town that it has: "the Salam shelter in Kosti"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vedette.gazetteer.fold import fold
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found

_IN = frozenset({"in", "of", "inside", "within", "at"})
_FAR = 14
"""Words between a site and its town."""
_TELLING = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON", "NUM"})
"""With one of these between them, two names need not belong together; a number is a distance."""


def holders(context: Context, names: Sequence[Found]) -> dict[str, Found]:
    """For each name that has no entry, by its folded form, the name that the text puts it in or by."""
    out: dict[str, Found] = {}
    for name, after in pairwise(names):
        if not name.candidates and fold(name.text) != fold(after.text) and _put_in(context, name, after):
            out.setdefault(fold(name.text), after)
    return out


def _put_in(context: Context, name: Found, after: Found) -> bool:
    """Whether nothing but what says what and where `name` is stands before `after`."""
    between = context.doc[name.end : after.start]
    if not 0 < len(between) <= _FAR or between[-1].sent.start > name.start:
        return False
    last = next((t for t in reversed(between) if t.pos_ == "ADP"), None)
    if last is None or last.lower_ not in _IN or any(t.pos_ == "PROPN" for t in context.doc[last.i : after.start]):
        return False
    return all(t.pos_ not in _TELLING or t.dep_ == "acl" for t in between)
