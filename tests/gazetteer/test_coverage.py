"""The names of places in Syria that 804 reports of 15 outlets use (FA-KES), by how often: 95 in 100 mentions resolve.

``coverage.csv`` holds facts alone: names, coordinates, counts. `basis` says where the coordinates are from: an OCHA
p-code, the gazetteer (looked over), or by hand; without coordinates it is a place that could not be found, a miss.
Made by ``tools/coverage.py``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from spacy.language import Language

from vedette.gazetteer.added.read import read_places
from vedette.gazetteer.near import apart_km
from vedette.knowledge.pack import Knowledge
from vedette.model.place import Place, PlaceKind
from vedette.model.report import Report
from vedette.reading.read import read

NEAR_KM, LEAST = 25.0, 0.95
OCHA = Path(__file__).parents[3] / "shared" / "gazetteer" / "syria" / "ocha-cod"
Row = dict[str, str]


@pytest.fixture(scope="module")
def table() -> list[Row]:
    with (Path(__file__).parent / "coverage.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spot(lat: str | float, lon: str | float) -> Place:
    return Place(id="", name="", kind=PlaceKind.TOWN, country="SY", lat=float(lat), lon=float(lon))


def test_95_in_100_mentions_resolve_to_within_25_km(table: list[Row], nlp: Language, knowledge: Knowledge) -> None:
    reports = [Report(title="", text=f"Clashes went on in {row['name']}, Syria, on Friday.") for row in table]
    good = mentions = 0
    for row, reading in zip(table, read(reports, nlp, knowledge), strict=True):
        mentions += int(row["mentions"])
        found = next((m.place for m in reading.places if m.name == row["name"]), None)
        if row["lat"] and found is not None and found.lat is not None:
            good += int(row["mentions"]) * (apart_km(found, spot(row["lat"], row["lon"])) <= NEAR_KM)
    assert good / mentions >= LEAST, f"{good} of {mentions} mentions"


@pytest.mark.skipif(not OCHA.is_dir(), reason="OCHA's dataset is not beside the checkout")
def test_the_table_agrees_with_ocha(table: list[Row]) -> None:
    places = {e.code: e for e in read_places(OCHA).entries}
    checked = 0
    for row in table:
        if row["basis"] in ("gazetteer", "hand"):
            continue
        entry = places[row["basis"]]
        assert entry.lat is not None and entry.lon is not None
        assert apart_km(spot(entry.lat, entry.lon), spot(row["lat"], row["lon"])) < 1, row
        checked += int(row["mentions"])
    assert checked / sum(int(row["mentions"]) for row in table) > 0.4


def test_every_row_has_what_it_needs(table: list[Row]) -> None:
    names = [row["name"] for row in table]
    assert len(set(names)) == len(names) and len(names) > 800
    counts = [int(row["mentions"]) for row in table]
    assert counts == sorted(counts, reverse=True) and counts[-1] > 0
    assert all(bool(row["lat"]) == bool(row["lon"]) for row in table)
