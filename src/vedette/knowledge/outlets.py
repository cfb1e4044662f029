"""Schema of ``outlets.yaml``, and finding an outlet by name, alias or domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge

Kind = Literal[
    "wire", "state agency", "party agency", "broadcaster", "newspaper", "site", "monitor", "aggregator", "body"
]


class Outlet(Strict):
    """Who publishes. `wire`: the short sign in "(AFP)". `monitor`: it counts and documents by itself.

    `country` is ISO 3166-1 alpha-2. `side` is the party of a conflict that it speaks for, None where it is of none.
    """

    name: str
    aliases: list[str] = Field(default_factory=list)
    domains: list[str] = Field(default_factory=list)
    wire: list[str] = Field(default_factory=list)
    kind: Kind
    country: str | None = None
    side: str | None = None
    monitor: bool = False


class OutletList(Strict):
    """The contents of one ``outlets.yaml``. `naming`: words by which a name is known to be an outlet's."""

    outlets: list[Outlet]
    naming: list[str] = Field(default_factory=list)


class Outlets:
    """Outlets by name, alias, wire sign or domain; the later pack wins where two give the same name."""

    def __init__(self, outlets: Iterable[Outlet], naming: Iterable[str] = ()) -> None:
        self.all = tuple(outlets)
        self._naming = frozenset(word.lower() for word in naming)
        self._names: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        for outlet in self.all:
            for name in (outlet.name, *outlet.aliases, *outlet.wire):
                self._names[fold(name)] = outlet
            for domain in outlet.domains:
                self._domains[domain.lower()] = outlet

    @classmethod
    def of(cls, knowledge: Knowledge) -> Outlets:
        """Those of every pack in use, built once for each Knowledge."""
        return _build(knowledge)

    def find(self, name_or_domain: str | None) -> Outlet | None:
        """The outlet called so ("AFP", "sana.sy", "https://www.sana.sy/en/?p=1"), None where it is not known."""
        if not name_or_domain:
            return None
        found = self._names.get(fold(name_or_domain))
        if found is not None:
            return found
        host = domain_of(name_or_domain)
        while host.count(".") >= 1:
            if host in self._domains:
                return self._domains[host]
            host = host.split(".", 1)[1]
        return None

    def sounds_like_one(self, name: str) -> bool:
        """Whether an unknown name reads as an outlet's: "Harbour Post" does, "Lina Haddad" does not."""
        return name[:1].isupper() and not self._naming.isdisjoint(re.findall(r"\w+", name.lower()))

    @cached_property
    def wires(self) -> dict[str, Outlet]:
        """Each wire sign as it is written ("AFP", "Reuters") to its outlet."""
        return {sign: outlet for outlet in self.all for sign in outlet.wire}


@lru_cache(maxsize=8)
def _build(knowledge: Knowledge) -> Outlets:
    packs = knowledge.section("outlets", OutletList)
    return Outlets((o for p in packs.values() for o in p.outlets), (w for p in packs.values() for w in p.naming))


def fold(name: str) -> str:
    """`name` with case folded, and only letters and digits kept: "Al-Masdar News" and "al masdar news" are one."""
    folded = re.sub(r"[\W_]+", "", name.casefold())
    return folded.removeprefix("the") if len(folded) > 6 else folded


def domain_of(url: str) -> str:
    """The host of a url or a bare domain, without "www."; "" where there is none, or the url is broken."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname if " " not in url else None
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")
