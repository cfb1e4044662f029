"""Exports: column by column against the codebooks, and opened by the readers that people use."""

from __future__ import annotations

import csv
import importlib.util
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.records import ReportRecord
from vedette.model.claim import EVENT_TYPES, Event, Toll
from vedette.model.happening import Happening, Settlement
from vedette.model.place import Place, PlaceKind
from vedette.model.report import Report
from vedette.products.exports import FORMATS, Record, read_records
from vedette.products.exports import record as record_module
from vedette.products.exports.acled import COLUMNS as ACLED
from vedette.products.exports.acled import acled_row
from vedette.products.exports.acled import holds as acled_holds
from vedette.products.exports.flat import COLUMNS as FLAT
from vedette.products.exports.hxl import TAGS
from vedette.products.exports.plover import plover_row
from vedette.products.exports.ucdp import COLUMNS as GED
from vedette.products.exports.ucdp import holds as ucdp_holds
from vedette.products.exports.ucdp import priogrid, ucdp_row

ATARIB = Place(
    id="geonames:1",
    name="Atarib",
    kind=PlaceKind.TOWN,
    country="SY",
    lat=36.13,
    lon=36.82,
    adm1="Aleppo",
    adm2="Atarib",
)
DAY = date(2016, 12, 9)


def record(
    *, type_: str = "Air/drone strike", place: Place | None = ATARIB, day: date | None = DAY, **given: Any
) -> Record:
    slots: dict[str, Any] = {
        "report": "one",
        "report_id": "r-1",
        "start": 0,
        "end": 5,
        "first": day,
        "last": day,
        "location": place,
    }
    toll = Toll(
        quote="14 people", effect="killed", low=14, high=14, who="civilian", source="Observatory", words="14", **slots
    )
    event = Event(quote="strikes", type=type_, actor="Russia", target="civilians", source="Observatory", **slots)
    killed = Settlement(rule="range", low=14, high=20, best=14, reason="", claims=(toll.id,), civilians_low=14)
    happening = Happening(
        id="e-1", type=type_, place="Atarib" if place else None, location=place, first=day, last=day,
        claims=(toll.id, event.id), origins=("Observatory",), actor="Russia", target="civilians",
        figures={"killed": killed},
    )  # fmt: skip
    happening = Happening(**{**happening.__dict__, **given})
    report = Report(title="Strikes on Atarib", text="...", outlet="Made Wire", published=date(2016, 12, 10), ref="one")
    return Record(happening, (toll, event), (ReportRecord(report, "made", None, "v"),), ())


def test_acled_has_its_31_columns_with_its_codes(knowledge: Knowledge) -> None:
    row = acled_row(record(), knowledge)
    assert len(ACLED) == 31 and tuple(row) == ACLED
    assert row["event_type"] == "Explosions/Remote violence" and row["disorder_type"] == "Political violence"
    assert (row["inter1"], row["inter2"]) == ("External/Other forces", "Civilians")
    assert row["interaction"] == "Civilians-External/Other forces" and row["civilian_targeting"] == "Civilian targeting"
    assert (row["iso"], row["country"], row["region"], row["admin1"]) == (760, "Syria", "Middle East", "Aleppo")
    assert (row["time_precision"], row["geo_precision"], row["fatalities"]) == (1, 1, 14)
    assert row["source_scale"] == "Other" and "c-" in row["notes"]


def test_a_state_at_home_is_state_forces(knowledge: Knowledge) -> None:
    moscow = Place(id="g:2", name="Moscow", kind=PlaceKind.TOWN, country="RU", lat=55.75, lon=37.62)
    assert acled_row(record(place=moscow), knowledge)["inter1"] == "State forces"


def test_acled_takes_no_event_without_day_or_place(knowledge: Knowledge) -> None:
    assert not acled_holds(record(day=None)) and not acled_holds(record(place=None))
    with pytest.raises(ValueError, match="e-1"):
        acled_row(record(day=None), knowledge)


@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_every_type_has_a_place_in_acled(type_: str, knowledge: Knowledge) -> None:
    row = acled_row(record(type_=type_), knowledge)
    assert row["sub_event_type"] == type_ or (row["sub_event_type"] == "Other" and type_ in row["tags"])
    assert row["disorder_type"]


def test_ged_has_its_49_columns_and_its_parts_add_up(knowledge: Knowledge) -> None:
    row = ucdp_row(record(), knowledge)
    assert len(GED) == 49 and tuple(row) == GED
    assert row["type_of_violence"] == 3 and (row["side_a"], row["side_b"]) == ("Russia", "Civilians")
    assert (row["low"], row["best"], row["high"]) == (14, 14, 20)
    assert row["deaths_a"] + row["deaths_b"] + row["deaths_civilians"] + row["deaths_unknown"] == row["best"]
    assert (row["where_prec"], row["date_prec"], row["event_clarity"], row["region"]) == (1, 1, 1, "Middle East")
    assert row["geom_wkt"] == "POINT (36.82 36.13)"


def test_ged_puts_the_government_on_side_a_and_wants_dead(knowledge: Knowledge) -> None:
    row = ucdp_row(record(type_="Armed clash", actor="rebels", target="Syrian government"), knowledge)
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("Syrian government", "rebels", 1)
    assert not ucdp_holds(record(figures={}))


def test_priogrid_counts_from_the_south_west() -> None:
    assert priogrid(-180, -90) == 1
    assert priogrid(179.9, 89.9) == 259200
    assert priogrid(36.82, 36.13) == 252 * 720 + 433 + 1


def test_plover_leaves_out_what_it_has_no_type_or_day_for(knowledge: Knowledge) -> None:
    assert plover_row(record(type_="Displacement"), knowledge) is None
    assert plover_row(record(day=None), knowledge) is None


def test_plover_has_the_field_names_of_its_manual(knowledge: Knowledge) -> None:
    row = plover_row(record(), knowledge)
    assert row is not None
    assert (row["event"], row["mode"], row["context"]) == ("ASSAULT", "heavy-weapons", "military")
    assert (row["date"], row["enddate"]) == ("2016-12-09", "2016-12-09")
    assert row["source"] == [{"code": "RUS", "actorText": "Russia"}]
    assert row["target"] == [{"sector": "CVL", "actorText": "civilians"}]
    assert (row["eventLoc"]["geonameid"], row["eventLoc"]["country code"], row["eventLoc"]["cc3"]) == (1, "SY", "SYR")


def test_both_sides_of_a_clash_are_plovers_source(knowledge: Knowledge) -> None:
    row = plover_row(record(type_="Armed clash", actor="rebels", target="Syrian government"), knowledge)
    assert row is not None and row["target"] == []
    assert row["source"] == [
        {"actorText": "rebels"},
        {"code": "SYR", "sector": "GOV", "actorText": "Syrian government"},
    ]


@pytest.fixture(scope="module")
def files(engine: Engine, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    with engine.begin() as db:
        found = list(read_records(db, Filter()))
    assert found
    made = {}
    for name, form in FORMATS.items():
        made[name] = folder / f"events{form.ending}"
        assert form.write(found, made[name], knowledge) > 0
        made[name] = made[name].rename(folder / f"{name}{form.ending}")
    return made


def test_records_are_the_same_however_many_are_held_at_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.begin() as db:
        whole = list(read_records(db, Filter()))
        monkeypatch.setattr(record_module, "_BATCH", 1)
        asked: list[int] = []
        claims_by_id = records.claims_by_id
        monkeypatch.setattr(records, "claims_by_id", lambda *of: asked.append(1) or claims_by_id(*of))
        each = read_records(db, Filter())
        first = next(each)
        assert len(whole) > 1 and len(asked) == 1  # only the first happening's claims were read
        assert [first, *each] == whole


def test_csv_is_read_back_whole(files: dict[str, Path]) -> None:
    for name, columns in (("csv", FLAT), ("acled", ACLED), ("ucdp", GED)):
        with files[name].open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows and tuple(rows[0]) == columns
        assert all(len(r) == len(columns) for r in rows)


def test_hxl_has_its_row_of_hashtags(files: dict[str, Path]) -> None:
    with files["hxl"].open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(TAGS) and rows[1] == list(TAGS.values())
    assert all(tag.startswith("#") for tag in rows[1]) and len(rows) > 2


def test_geojson_is_read_by_geopandas_with_null_where_unresolved(files: dict[str, Path]) -> None:
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.read_file(files["geojson"])
    body = json.loads(files["geojson"].read_text(encoding="utf-8"))
    assert len(frame) == len(body["features"])
    assert any(f["geometry"] is None for f in body["features"])
    lon, lat = next(f["geometry"]["coordinates"] for f in body["features"] if f["geometry"])
    assert -180 <= lon <= 180 and -90 <= lat <= 90


def test_parquet_and_geoparquet_are_typed(files: dict[str, Path]) -> None:
    parquet, geopandas = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("geopandas")
    table = parquet.read_table(files["parquet"])
    assert tuple(table.column_names) == FLAT and str(table.schema.field("from").type) == "date32[day]"
    frame = geopandas.read_parquet(files["geoparquet"])
    assert len(frame) == table.num_rows and frame.crs is not None


def test_prov_is_read_back_and_leads_from_figure_to_report(files: dict[str, Path]) -> None:
    model = pytest.importorskip("prov.model")
    document = model.ProvDocument.deserialize(str(files["prov"]))
    kinds = {str(r.get_type()) for r in document.get_records()}
    assert {"prov:Entity", "prov:Agent", "prov:Activity", "prov:Derivation", "prov:Attribution"} <= kinds
    body = json.loads(files["prov"].read_text(encoding="utf-8"))
    figure = next(name for name in body["entity"] if name.endswith("/killed"))
    claims = {d["prov:usedEntity"] for d in body["wasDerivedFrom"].values() if d["prov:generatedEntity"] == figure}
    quoted = {d["prov:generatedEntity"] for d in body["wasDerivedFrom"].values() if "prov:type" in d}
    assert claims and claims <= quoted | set(body["entity"])


def test_followthemoney_takes_every_entity(files: dict[str, Path]) -> None:
    lines = [json.loads(line) for line in files["ftm"].read_text(encoding="utf-8").splitlines()]
    ids = {line["id"] for line in lines}
    events = [line for line in lines if line["schema"] == "Event"]
    assert events and len(ids) == len(lines)
    assert all(proof in ids for e in events for proof in e["properties"].get("proof", []))
    if importlib.util.find_spec("followthemoney") is None:
        pytest.skip("followthemoney is not installed: its own check is left out")
    from followthemoney import model

    for line in lines:
        entity = model.get_proxy(line)
        assert sorted(entity.to_dict()["properties"]) == sorted(line["properties"])
