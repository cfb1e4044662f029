"""Which place the text puts a name in or by: "the Salam shelter in Kosti", "Seno province's Gorgadji town".

For a name that the gazetteer does not have this tells where it is at all, for one of many namesakes which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from vedette.gazetteer.fold import fold
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found

_IN = frozenset({"in", "of", "inside", "within", "at", "from"})
_FAR = 14
"""Words between a site and its town."""
_TELLING = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "PRON"})
"""With one of these between them, two names need not belong together."""
_OWNED = 5
"""Words between an area and what it has: "Seno province's small Gorgadji town"."""
_SIGNS = frozenset({"'s", "’s", "'", "’"})
_BY = 25
"""Up to how many miles or kilometres off a place still tells which namesake is meant, and where about it is."""


def holders(context: Context, names: Sequence[Found]) -> dict[str, Found]:
    """For each name, by its folded form, the name that the text puts it in or by at its first such mention."""
    out: dict[str, Found] = {}
    for name, after in pairwise(names):
        if fold(name.text) == fold(after.text):
            continue
        if _put_in(context, name, after):
            out.setdefault(fold(name.text), after)
        elif _owns(context, name, after):
            out.setdefault(fold(after.text), name)
    return out


def _put_in(context: Context, name: Found, after: Found) -> bool:
    """Whether nothing but what says what and where `name` is stands before `after`."""
    between = context.doc[name.end : after.start]
    if not 0 < len(between) <= _FAR or between[-1].sent.start > name.start:
        return False
    last = next((t for t in reversed(between) if t.pos_ == "ADP"), None)
    if last is None or last.lower_ not in _IN or any(t.pos_ == "PROPN" for t in context.doc[last.i : after.start]):
        return False
    if last.lower_ == "from" and not any(t.lower_ in context.words.distances for t in between):
        return False
    if not _close(between, context.words.distances):
        return False
    known = context.words.event_class.keys() | context.words.harm_class.keys()
    if any(t.lower_ in known for t in between):
        return False  # "X after the attack in Y"
    return all(t.pos_ not in _TELLING or t.dep_ == "acl" for t in between)


def _close(between: Span, units: frozenset[str]) -> bool:
    """Whether the numbers between two names, if any, are those of a short way: "10 km south of"."""
    for token in between:
        if token.pos_ != "NUM":
            continue
        after = _next(token)
        if after is None or after.lower_ not in units or not token.text.isdigit() or int(token.text) > _BY:
            return False
    return True


def _next(token: Token) -> Token | None:
    """The next token of the document, None at its end."""
    return token.nbor() if token.i + 1 < len(token.doc) else None


def _owns(context: Context, owner: Found, name: Found) -> bool:
    """Whether `owner` stands as the owner of `name` before it: "Sagaing Region's Pale township"."""
    between = context.doc[owner.end : name.start]
    if not 0 < len(between) <= _OWNED or between[0].sent.start > owner.start:
        return False
    signs = [t.i for t in between if t.text in _SIGNS]
    if not signs or any(t.lower_ not in context.words.kinds for t in context.doc[owner.end : signs[0]]):
        return False
    return all(t.pos_ in ("ADJ", "NOUN", "ADP") for t in context.doc[signs[0] + 1 : name.start])
