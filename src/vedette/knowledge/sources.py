"""Schema of ``sources.yaml``: the origins that reports credit, beside the actors who speak for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vedette.knowledge.actors import fold
from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge

SourceKind = Literal["monitor", "media", "wire", "body", "crowd", "person"]


class Source(Strict):
    """One origin. `exact`: aliases spelled with these very capitals; `people` speak as it.

    `side`: the party that it speaks for, where it is of one; outlets of the same name have theirs in ``outlets.yaml``.
    """

    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    side: str | None = None


class Sources(Strict):
    """The whole file. `monitor_words` mean the monitor that a report names."""

    sources: tuple[Source, ...]
    monitor_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceBook:
    """All origins of the packs in use, by name and by folded alias."""

    by_name: dict[str, Source]
    by_alias: dict[str, str]


@lru_cache(maxsize=8)
def source_book(knowledge: Knowledge) -> SourceBook:
    """The origins of `knowledge`."""
    by_name: dict[str, Source] = {}
    by_alias: dict[str, str] = {}
    for section in knowledge.section("sources", Sources).values():
        for source in section.sources:
            by_name[source.name] = source
            for alias in (source.name, *source.aliases, *source.exact, *source.people):
                by_alias[fold(alias)] = source.name
    return SourceBook(by_name, by_alias)


def canonical_source(knowledge: Knowledge, name: str) -> str:
    """The canonical name for any spelling of an origin's name; `name` itself where it is not known."""
    return source_book(knowledge).by_alias.get(fold(name), name)
