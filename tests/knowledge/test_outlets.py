"""Outlets by name, alias, sign and domain."""

from __future__ import annotations

import pytest

from vedette.knowledge.outlets import OutletList, Outlets
from vedette.knowledge.pack import Knowledge


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("the associated press", "Associated Press"),
        ("https://www.reuters.com/world/x?y=1", "Reuters"),
        ("sana.sy", "SANA"),
        ("en.sana.sy", "SANA"),
        ("Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("syriahr.com", "Syrian Observatory for Human Rights"),
    ],
)
def test_found(knowledge: Knowledge, asked: str, name: str) -> None:
    outlet = Outlets.of(knowledge).find(asked)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize("asked", [None, "", "Harbour Wire", "harbour.example", "com"])
def test_not_known(knowledge: Knowledge, asked: str | None) -> None:
    assert Outlets.of(knowledge).find(asked) is None


def test_monitoring_bodies_are_marked(knowledge: Knowledge) -> None:
    outlets = Outlets.of(knowledge)
    monitors = {outlet.name for outlet in outlets.all if outlet.monitor}
    assert "Syrian Observatory for Human Rights" in monitors
    assert "AFP" not in monitors


def test_no_two_outlets_share_a_name_or_domain(knowledge: Knowledge) -> None:
    packs = knowledge.section("outlets", OutletList)
    every = [o for pack in packs.values() for o in pack.outlets]
    names = [n.casefold() for o in every for n in {o.name, *o.aliases}]
    domains = [d for o in every for d in o.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))
