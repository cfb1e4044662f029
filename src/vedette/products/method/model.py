"""What a method page says, before it takes a form; JSON-ready through `dataclasses.asdict`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Section:
    """One heading: paragraphs, and facts of this ledger (what, value)."""

    heading: str
    words: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Score:
    """How well Vedette reads one set of reports: what the set is, and share by measure in words."""

    name: str
    what: str
    guarded: bool
    scores: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class Method:
    """The page: what a count is, the five areas that the Standards ask for, definitions, known accuracy."""

    first: str | None
    last: str | None
    place: str | None
    versions: dict[str, str]
    floor: tuple[str, ...]
    sections: tuple[Section, ...]
    definitions: tuple[tuple[str, str], ...]
    accuracy: tuple[Score, ...]
    people: str
