"""What is read from one file or folder of places, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.gazetteer.rows import Entry


@dataclass(kw_only=True)
class Source:
    """Places with what a user should know of them. `scheme` begins their ids ("geonames", "ocha")."""

    name: str
    form: str
    scheme: str
    credit: str
    entries: list[Entry] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What could not be taken, each with where it stood and why."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of its places, as two-letter codes."""
        return tuple(sorted({e.country for e in self.entries}))
