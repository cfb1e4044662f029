"""Filters by day and place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from ledger.made import empty, put
from makers import DAY, event
from vedette.ledger import records
from vedette.ledger.filters import Filter, fold_name
from vedette.model.place import Place, PlaceKind

RAQQA = Place(id="x", name="Ar-Raqqah", kind=PlaceKind.TOWN, country="SY", lat=35.9, lon=39.0, adm1="Raqqa Governorate")


@pytest.mark.parametrize(
    ("first", "last", "passes"),
    [
        (date(2016, 12, 8), date(2016, 12, 8), True),
        (date(2016, 12, 1), date(2016, 12, 7), True),
        (date(2016, 12, 1), date(2016, 12, 6), False),
        (date(2016, 12, 10), None, False),
        (None, None, False),
    ],
)
def test_days_overlap(first: date | None, last: date | None, passes: bool) -> None:
    assert Filter(first=date(2016, 12, 7), last=date(2016, 12, 9)).overlaps(first, last) is passes


def test_without_days_the_undated_pass() -> None:
    assert Filter().overlaps(None, None)


@pytest.mark.parametrize("typed", ["Raqqah", "ar-raqqah", "RAQQA governorate", "SY"])
def test_a_place_is_met_by_name_area_or_country(typed: str) -> None:
    assert Filter(place=typed).at("Raqa", RAQQA)


def test_a_place_is_met_by_its_name_in_the_text_alone() -> None:
    assert Filter(place="kafr hamra").at("Kafr Hamra", None)
    assert not Filter(place="Homs").at("Kafr Hamra", None)


def test_folding_drops_articles_and_accents() -> None:
    assert fold_name("Al-Bāb") == "bab"


def test_the_ledger_filters_days_as_the_filter_does() -> None:
    """Days are compared in the database, so that a month of a large ledger does not read all of it."""
    days = [None, DAY - timedelta(days=2), DAY, DAY + timedelta(days=2)]
    claims = [
        event(f"r{n}", quote=f"a strike hit {n}", first=first, last=last)
        for n, (first, last) in enumerate(product(days, days), 1)
        if first is None or last is None or first <= last
    ]
    engine = empty()
    put(engine, claims)
    with engine.connect() as db:
        everything = records.list_claims(db), records.list_happenings(db), records.list_reports(db)
        for first, last in product(days, days):
            where = Filter(first=first, last=last)
            found = records.list_claims(db, where)
            assert found == [c for c in everything[0] if where.overlaps(c.first, c.last)]
            assert records.list_happenings(db, where) == [h for h in everything[1] if where.overlaps(h.first, h.last)]
            published = [r for r in everything[2] if where.overlaps(r.report.published, r.report.published)]
            assert records.list_reports(db, where) == published
