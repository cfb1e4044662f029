"""Write the table of the place names of a set of reports in one country, with where each is and how often it is named.

    python tools/coverage.py REPORTS.jsonl COD COUNTRY TABLE.csv

REPORTS.jsonl as `vedette ingest` takes it; COD an OCHA common operational dataset of COUNTRY (two letters). A name that
TABLE.csv has keeps its coordinates; a new one takes those of the dataset's place of that name nearest to where Vedette
puts it, with the p-code, else Vedette's own, marked "gazetteer". Names that nothing places are printed, commonest
first: look them up and add a row with the basis "hand", without coordinates where none are to be had (it counts as not
resolved), or leave them out if they name no place of the country.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from vedette.gazetteer.added.read import read_places
from vedette.gazetteer.fold import fold, skeleton, without_articles
from vedette.gazetteer.gazetteer import alike
from vedette.gazetteer.near import apart_km
from vedette.gazetteer.rows import Entry, is_latin
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import default_knowledge
from vedette.model.place import Place, PlaceKind
from vedette.reading.language import language
from vedette.reading.read import read

COLUMNS = ("name", "lat", "lon", "mentions", "basis")
NEAR_KM = 25.0
Row = dict[str, str]


def count(mentions: Iterable[tuple[str, Place | None]], country: str) -> tuple[Counter[str], dict[str, Place]]:
    """How often each name that Vedette puts in `country`, or nowhere, stands; and where it mostly puts it."""
    times: Counter[str] = Counter()
    where: dict[str, Counter[Place]] = defaultdict(Counter)
    for name, place in mentions:
        if place is None or (place.country == country and place.kind is not PlaceKind.COUNTRY):
            times[name] += 1
            if place is not None:
                where[name][place] += 1
    return times, {name: places.most_common(1)[0][0] for name, places in where.items()}


def table(times: Counter[str], where: dict[str, Place], known: dict[str, Row], cod: list[Entry]) -> list[Row]:
    """The rows of the table, commonest first; a name without a place is left out."""
    by_bones: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in cod:
        for name in filter(is_latin, (entry.name, *entry.aliases)):
            by_bones[skeleton(fold(name))].append((without_articles(fold(name)), entry))
    rows = []
    for name, mentions in sorted(times.items(), key=lambda item: (-item[1], item[0])):
        if name in known:
            rows.append(known[name] | {"mentions": str(mentions)})
        elif name in where:
            lat, lon, basis = _placed(name, where[name], by_bones)
            spot = {"lat": f"{lat:.3f}", "lon": f"{lon:.3f}"}
            rows.append({"name": name, **spot, "mentions": str(mentions), "basis": basis})
    return rows


def _placed(name: str, place: Place, cod: dict[str, list[tuple[str, Entry]]]) -> tuple[float, float, str]:
    key = without_articles(fold(name))
    area = place.kind is PlaceKind.ADM1
    named = [e for other, e in cod.get(skeleton(fold(name)), ()) if other == key or alike(key, other)]
    spots = [(apart_km(place, _spot(e)), e) for e in named if (e.kind is PlaceKind.ADM1) == area]
    km, entry = min(spots, key=lambda s: (s[0], s[1].code), default=(0.0, None))
    if entry is None or km > NEAR_KM or entry.lat is None or entry.lon is None:
        assert place.lat is not None and place.lon is not None
        return place.lat, place.lon, "gazetteer"
    return entry.lat, entry.lon, entry.code


def _spot(e: Entry) -> Place:
    return Place(id=e.code, name=e.name, kind=e.kind, country=e.country, lat=e.lat, lon=e.lon)


def write(rows: list[Row], path: Path) -> None:
    """Write the table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def main() -> None:
    """Read the reports and bring the table up to date."""
    reports, dataset, country, path = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    lines = reports.read_text(encoding="utf-8").splitlines()
    readings = read((report_from_row(json.loads(line)) for line in lines), language(), default_knowledge())
    times, where = count(((m.name, m.place) for r in readings for m in r.places), country)
    known = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            known = {row["name"]: row for row in csv.DictReader(file)}
    rows = table(times, where, known, read_places(dataset).entries)
    write(rows, path)
    placed = {row["name"] for row in rows}
    for name, mentions in times.most_common():
        if name not in placed:
            print(mentions, name)


if __name__ == "__main__":
    main()
