"""What to list: filters by day, place, kind, outlet and source, shared by every command and product."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vedette.model.place import Place

_ARTICLES = re.compile(r"\b(the|al|el|ad|ar|as|at|az|an|ash|ed|ez)\b")


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Everything None lets everything through. Days are inclusive; undated things pass only without days."""

    first: date | None = None
    last: date | None = None
    place: str | None = None
    kind: str | None = None
    outlet: str | None = None
    source: str | None = None

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether the days `first` to `last` touch the filter's; open ends stretch."""
        if self.first is None and self.last is None:
            return True
        if first is None and last is None:
            return False
        start, end = first or last, last or first
        assert start is not None and end is not None
        return (self.last is None or start <= self.last) and (self.first is None or end >= self.first)

    def at(self, name: str | None, location: Place | None) -> bool:
        """Whether a claim's place is the filter's, by its name in the text or by what the gazetteer says of it."""
        if self.place is None:
            return True
        names: Iterable[str | None] = (name,)
        if location is not None:
            names = (name, location.name, location.adm2, location.adm1, location.country, location.id)
        return self.names(n for n in names if n)

    def names(self, names: Iterable[str]) -> bool:
        """Whether one of these is the filter's place; true without a place to look for."""
        wanted = fold_name(self.place or "")
        return any(wanted in f" {fold_name(n)} " for n in names) if wanted else True


def fold_name(name: str) -> str:
    """A name without case, accents, articles and punctuation, for matching what a person types."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower() or name.lower()
    return " ".join(_ARTICLES.sub(" ", re.sub(r"[^\w]+", " ", text)).split())
