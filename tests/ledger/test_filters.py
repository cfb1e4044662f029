"""Filters by day and place."""

from __future__ import annotations

from datetime import date

import pytest

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
