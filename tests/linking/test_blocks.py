"""Blocks find the same pairs whichever incident asks, and stopping a comparison early changes no link."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from makers import DAY, event, provenance, toll, town
from vedette.knowledge.pack import default_knowledge
from vedette.linking.blocks import asked, stored
from vedette.linking.compare import LINK, compare, may_be_one
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.place import Place, PlaceKind

LORE = Lore.of(default_knowledge())
PROVENCE = {"adm1": "TR.Adana"}
PLACES: list[tuple[str | None, Place | None]] = [
    ("Adana", town("Adana", 37.0, 35.3, **PROVENCE)),
    ("Tarsus", town("Tarsus", 36.9, 34.9, **PROVENCE)),
    ("Kozan", town("Kozan", 37.45, 35.8, **PROVENCE)),
    ("Adana province", town("Adana province", 37.2, 35.5, kind=PlaceKind.ADM1, **PROVENCE)),
    ("Kozan and Tarsus", None),
    (None, None),
]
FIRST = date(2016, 8, 20)


@st.composite
def incident(draw: st.DrawFn, report: str) -> Incident:
    place, location = draw(st.sampled_from(PLACES))
    start = FIRST + timedelta(days=draw(st.integers(0, 80)))
    days = draw(st.sampled_from([0, 0, 1, 10, 60, 200]))
    slots = {
        "place": place,
        "location": location,
        "first": draw(st.sampled_from([start, start, None])),
        "last": start + timedelta(days=days),
        "quote": draw(st.sampled_from(["a strike hit Tarsus", "shells fell near Kozan", "9 were killed"])),
    }
    claims: list[Claim] = [
        event(report, draw(st.sampled_from(["Air/drone strike", "Armed clash", "Siege"])), **slots)
        if draw(st.booleans())
        else toll(report, draw(st.sampled_from([9, 40])), span=draw(st.sampled_from(["incident", "period"])), **slots)
    ]
    return incidents_of(told(claims, provenance(report, published=DAY)), LORE)[0]


@settings(max_examples=400, deadline=None)
@given(incident("r1"), incident("r2"))
def test_either_finds_the_other_or_neither_does(a: Incident, b: Incident) -> None:
    if may_be_one(a, b, LORE):
        assert bool(asked(a) & stored(b)) == bool(asked(b) & stored(a))


@settings(max_examples=400, deadline=None)
@given(incident("r1"), incident("r2"))
def test_stopping_early_links_the_same(a: Incident, b: Incident) -> None:
    whole, early = compare(a, b, LORE), compare(a, b, LORE, LINK)
    assert (whole.value >= LINK) == (early.value >= LINK)
    if whole.value >= LINK:
        assert early == whole


def test_a_month_straddling_a_week_is_found_from_both_sides() -> None:
    """1 September 2016 is a Thursday: a course that ends in September meets the Wednesday before, both ways."""
    short = told([event("r1", on=date(2016, 8, 31))], provenance("r1"))
    long = told([event("r2", first=date(2016, 5, 1), last=date(2016, 9, 2))], provenance("r2"))
    a, b = incidents_of(short, LORE)[0], incidents_of(long, LORE)[0]
    assert asked(a) & stored(b)
    assert asked(b) & stored(a)
