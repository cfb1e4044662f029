"""Others' records beside ours: their files as they come, matched by structure, judged, and how far both agree."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, Engine

from vedette.cli.main import group
from vedette.errors import VedetteError
from vedette.knowledge.exchange import Acled, Exchange
from vedette.knowledge.pack import Knowledge
from vedette.ledger.filters import Filter
from vedette.ledger.store import open_ledger
from vedette.products.compare.acled import class_of, read_acled
from vedette.products.compare.outside import day_of, number_of
from vedette.products.compare.pairs import read_verdicts, write_pairs
from vedette.products.compare.run import compare_with
from vedette.products.compare.ucdp import read_ucdp
from vedette.products.exports import FORMATS, read_records
from vedette.products.exports.acled import COLUMNS as ACLED
from vedette.products.exports.ucdp import COLUMNS as GED

STRIKE = {
    "event_id_cnty": "SYR1", "event_date": "09 December 2016", "year": "2016", "time_precision": "1",
    "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Syria", "inter1": "1",
    "actor2": "Civilians (Syria)", "inter2": "Civilians", "iso": "760", "country": "Syria",
    "admin1": "Aleppo", "location": "Atareb", "latitude": "36.1387", "longitude": "36.8243", "geo_precision": "1",
    "source": "SOHR; Local Source", "fatalities": "12",
    "notes": "On 9 December 2016, warplanes struck Atareb in the Aleppo countryside, and 12 people were killed.",
}  # fmt: skip
DEATHS = {
    "id": "77", "type_of_violence": "3", "side_a": "Government of Syria", "side_b": "Civilians",
    "number_of_sources": "-1", "where_prec": "1", "where_coordinates": "Atarib town", "adm_1": "Aleppo governorate",
    "latitude": "36.1387", "longitude": "36.8243", "country": "Syria", "date_start": "2016-12-09 00:00:00.000",
    "date_end": "2016-12-09 00:00:00.000", "best": "14", "high": "15", "low": "14",
    "source_headline": "Strikes on Atarib kill 14",
}  # fmt: skip


@pytest.fixture(scope="module")
def codes(knowledge: Knowledge) -> Acled:
    return knowledge.world("exchange", Exchange).acled


@pytest.fixture
def db(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        yield connection


def table(path: Path, columns: tuple[str, ...], *rows: dict[str, str], header: bool = True, mark: bool = False) -> Path:
    with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
        writer = csv.writer(file)
        if header:
            writer.writerow(columns)
        writer.writerows([row.get(c, "") for c in columns] for row in rows)
    return path


def test_acled_is_read_with_a_mark_and_without_a_header(codes: Acled, tmp_path: Path) -> None:
    whole, _ = read_acled(table(tmp_path / "a.csv", ACLED, STRIKE), codes)
    marked, _ = read_acled(table(tmp_path / "b.csv", ACLED, STRIKE, mark=True), codes)
    bare, _ = read_acled(table(tmp_path / "c.csv", ACLED, STRIKE, header=False), codes)
    assert whole == marked == bare
    one = whole[0]
    assert (one.first, one.last, one.best, one.types) == (date(2016, 12, 9),) * 2 + (12, ("Air/drone strike",))
    assert (one.place.country, one.place.adm1, one.sources) == ("SY", "Aleppo", 2)


@pytest.mark.parametrize("told", ["2", "2.0", "Rebel group", "Rebel Groups", "rebel group"])
def test_classes_of_actors_come_as_numbers_or_words(told: str, codes: Acled) -> None:
    assert class_of(told, codes) == 2


def test_other_columns_are_told_apart_from_no_header(codes: Acled, tmp_path: Path) -> None:
    short = table(tmp_path / "short.csv", ("event_date", "country"), {"event_date": "2016-12-09", "country": "Syria"})
    with pytest.raises(VedetteError, match="lacks the columns event_id_cnty"):
        read_acled(short, codes)
    (tmp_path / "empty.csv").write_text(" \n", encoding="utf-8")
    with pytest.raises(VedetteError):
        read_acled(tmp_path / "empty.csv", codes)


def test_rows_without_a_day_are_refused_by_name(codes: Acled, tmp_path: Path) -> None:
    found, refused = read_acled(table(tmp_path / "a.csv", ACLED, STRIKE, STRIKE | {"event_date": "soon"}), codes)
    assert len(found) == 1 and refused == ["row 2: 'soon' is no day"]


def test_minus_one_source_is_not_coded(tmp_path: Path) -> None:
    found, _ = read_ucdp(table(tmp_path / "g.csv", GED, DEATHS))
    assert found[0].sources is None and (found[0].low, found[0].best, found[0].high) == (14, 14, 15)
    assert found[0].place.name == "Atarib" and found[0].place.adm1 == "Aleppo"


def test_days_and_numbers_as_data_sets_write_them() -> None:
    forms = ("2016-12-09", "09 December 2016", "9-Dec-16", "2016-12-09 00:00:00.000", "12/9/2016 12:00:00 AM")
    assert {day_of(form) for form in forms} == {date(2016, 12, 9)} and day_of("soon") is None
    assert [number_of(x) for x in ("3", "3.0", "-1", "", None, "many")] == [3, 3, None, None, None, None]


def test_the_same_event_is_found_by_structure(db: Connection, knowledge: Knowledge, tmp_path: Path) -> None:
    far = STRIKE | {"event_id_cnty": "SYR2", "location": "Daraa", "latitude": "32.62", "longitude": "36.1"}
    later = STRIKE | {"event_id_cnty": "SYR3", "event_date": "25 December 2016"}
    path = table(tmp_path / "a.csv", ACLED, STRIKE, far, later)
    done = compare_with(db, "acled", path, Filter(), knowledge)
    assert [p.outside.id for p in done.found.pairs] == ["SYR1"]
    assert [o.id for o in done.found.only_theirs] == ["SYR2"]
    assert done.set_aside == 1  # of later days than our reports
    pair = done.found.pairs[0]
    assert "same day" in pair.reason and pair.record.happening.type == "Air/drone strike"
    titles = {t.title: t for t in done.tables}
    assert ("theirs below our range", "1 (100 %)") in titles["Dead"].rows
    assert ("the same", "1 (100 %)") in titles["Days"].rows and ("within 5 km", "1 (100 %)") in titles["Places"].rows


def test_ged_has_no_types_and_is_matched_all_the_same(db: Connection, knowledge: Knowledge, tmp_path: Path) -> None:
    done = compare_with(db, "ucdp", table(tmp_path / "g.csv", GED, DEATHS), Filter(), knowledge)
    assert [p.outside.id for p in done.found.pairs] == ["77"]
    assert ("theirs within our range", "1 (100 %)") in next(t.rows for t in done.tables if t.title == "Dead")


def test_what_was_judged_overrules_the_score(db: Connection, knowledge: Knowledge, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ACLED, STRIKE)
    done = compare_with(db, "acled", path, Filter(), knowledge)
    event = done.found.pairs[0].record.happening.id
    pairs = tmp_path / "pairs.csv"
    assert write_pairs(done.found, pairs) > 0
    with pairs.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["record"] == "SYR1" and rows[0]["event"] == event and rows[0]["taken_for"] == "one"
    rows[0] |= {"verdict": "different", "by": "A. Analyst", "reason": "another village of that name"}
    with pairs.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    apart = compare_with(db, "acled", path, Filter(), knowledge, read_verdicts([pairs]))
    assert apart.found.pairs == () and [o.id for o in apart.found.only_theirs] == ["SYR1"]
    far = table(tmp_path / "far.csv", ACLED, STRIKE | {"sub_event_type": "Peaceful protest"})
    assert compare_with(db, "acled", far, Filter(), knowledge).found.pairs == ()
    one = compare_with(db, "acled", far, Filter(), knowledge, {("SYR1", event): "same"})
    assert [p.record.happening.id for p in one.found.pairs] == [event]


@pytest.mark.parametrize(("verdict", "by", "match"), [("maybe", "A", "no verdict"), ("same", "", "who judged")])
def test_a_verdict_is_one_of_three_and_signed(verdict: str, by: str, match: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(f"record,event,verdict,by\nSYR1,e-1,{verdict},{by}\n", encoding="utf-8")
    with pytest.raises(VedetteError, match=match):
        read_verdicts([path])


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_our_own_export_comes_back_as_ours(
    form: str, sample_ledger: Path, knowledge: Knowledge, tmp_path: Path
) -> None:
    with open_ledger(str(sample_ledger)).begin() as db:
        path = tmp_path / "own.csv"
        FORMATS[form].write(read_records(db, Filter()), path, knowledge)
        found = compare_with(db, form, path, Filter(), knowledge).found
    right = [p for p in found.pairs if p.outside.id == p.record.happening.id]
    total = len(found.pairs) + len(found.only_theirs)
    assert total > 10 and len(right) >= 0.85 * total


def test_the_verb_prints_tables_and_writes_pairs(sample_ledger: Path, tmp_path: Path) -> None:
    path, out = table(tmp_path / "a.csv", ACLED, STRIKE | {"event_date": "2016-12-10"}), tmp_path / "pairs.csv"
    args = ["compare", "acled", str(path), "--ledger", str(sample_ledger), "--out", str(out)]
    done = CliRunner().invoke(group, args)
    assert done.exit_code == 0, done.output
    assert "Coverage" in done.output and "Dead of the matches" in done.output and out.exists()
