"""Every export of the sample and of a part of FA-KES: written, opened by its own reader, counted against the record."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from spacy.language import Language

from vedette.intake.files import read_paths
from vedette.knowledge.pack import Knowledge
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.products.exports import FORMATS, Record, read_records
from vedette.products.exports.acled import holds as acled_holds
from vedette.products.exports.flat import COLUMNS, flat_row
from vedette.products.exports.plover import plover_row
from vedette.products.exports.ucdp import holds as ucdp_holds

ROOT = Path(__file__).resolve().parents[2]
FAKES = ROOT.parent / "shared" / "corpus" / "fa-kes" / "reports.jsonl"
PART = 25
"""Reports of FA-KES that are read; all 804 take minutes."""


@pytest.fixture(scope="module", params=["sample", "FA-KES"])
def records(
    request: pytest.FixtureRequest, nlp: Language, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> list[Record]:
    if request.param == "sample":
        path: Path = request.getfixturevalue("sample_ledger")
        engine = open_ledger(str(path))
    else:
        if not FAKES.exists():
            pytest.skip("../shared/corpus/fa-kes is not here")
        folder = tmp_path_factory.mktemp("fakes")
        with FAKES.open(encoding="utf-8") as file:
            (folder / "reports.jsonl").write_text("".join(islice(file, PART)), encoding="utf-8")
        engine = open_ledger(str(folder / "fakes.db"))
        list(ingest(engine, list(read_paths([str(folder / "reports.jsonl")])), nlp, knowledge))
        finish(engine)
    with engine.begin() as db:
        found = list(read_records(db, Filter()))
    engine.dispose()
    assert len(found) > 30
    return found


@pytest.fixture(scope="module")
def files(
    records: list[Record], knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Path]]:
    folder = tmp_path_factory.mktemp("whole")
    made = {name: folder / f"{name}{form.ending}" for name, form in FORMATS.items()}
    for name, form in FORMATS.items():
        form.write(records, made[name], knowledge)
    yield made


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def killed(records: list[Record]) -> int:
    return sum(f.low or 0 for r in records if (f := r.figure("killed")))


def test_spreadsheets_hold_every_event(records: list[Record], files: dict[str, Path]) -> None:
    rows = rows_of(files["csv"])
    assert [row["id"] for row in rows] == [r.happening.id for r in records]
    assert sum(int(row["killed_low"] or 0) for row in rows) == killed(records)
    tagged = rows_of(files["hxl"])
    assert len(tagged) == len(records) + 1 and tagged[0]["killed_low"] == "#affected+killed+min"


def test_acled_and_ged_hold_what_they_have_room_for(records: list[Record], files: dict[str, Path]) -> None:
    acled, ged = rows_of(files["acled"]), rows_of(files["ucdp"])
    assert [row["event_id_cnty"] for row in acled] == [r.happening.id for r in records if acled_holds(r)]
    assert [row["id"] for row in ged] == [r.happening.id for r in records if ucdp_holds(r)]
    assert all(int(row["low"]) <= int(row["best"]) <= int(row["high"]) for row in ged)
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert all(sum(int(row[part]) for part in parts) == int(row["best"]) for row in ged)


def test_plover_has_a_line_for_each_event_with_a_type_and_a_day(
    records: list[Record], files: dict[str, Path], knowledge: Knowledge
) -> None:
    lines = [json.loads(line) for line in files["plover"].read_text(encoding="utf-8").splitlines()]
    held = [r.happening.id for r in records if plover_row(r, knowledge) is not None]
    assert [line["id"] for line in lines] == held and all(line["date"] and line["source"] is not None for line in lines)


def test_maps_hold_every_event_placed_or_not(records: list[Record], files: dict[str, Path]) -> None:
    geopandas = pytest.importorskip("geopandas")
    placed = sum(r.position is not None for r in records)
    for name in ("geojson", "geoparquet"):
        frame = geopandas.read_file(files[name]) if name == "geojson" else geopandas.read_parquet(files[name])
        assert len(frame) == len(records) and int(frame.geometry.notna().sum()) == placed
        points = frame.geometry.dropna()
        assert points.x.between(-180, 180).all() and points.y.between(-90, 90).all()


def test_parquet_holds_the_same_in_arrow_and_in_polars(records: list[Record], files: dict[str, Path]) -> None:
    parquet, polars = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("polars")
    table, frame = parquet.read_table(files["parquet"]), polars.read_parquet(files["parquet"])
    assert table.num_rows == frame.height == len(records) and tuple(frame.columns) == COLUMNS
    assert (frame["killed_low"].sum() or 0) == killed(records)
    first = flat_row(records[0])
    assert frame.row(0, named=True)["origins"] == first["origins"]


def test_followthemoney_validates_every_entity(records: list[Record], files: dict[str, Path]) -> None:
    entities = [json.loads(line) for line in files["ftm"].read_text(encoding="utf-8").splitlines()]
    assert [e["id"] for e in entities if e["schema"] == "Event"] == [r.happening.id for r in records]
    assert len({e["id"] for e in entities}) == len(entities)
    if importlib.util.find_spec("followthemoney") is None:
        pytest.skip("followthemoney is not installed: its own check is left out")
    from followthemoney import model

    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept: dict[str, Any] = model.get_proxy(entity).to_dict()["properties"]
        assert sorted(kept) == sorted(entity["properties"]), entity["id"]


def test_prov_holds_the_descent_of_every_figure_of_the_dead(records: list[Record], files: dict[str, Path]) -> None:
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(str(files["prov"]))
    figures = [e for e in document.get_records(prov.ProvEntity) if str(e.identifier).endswith("/killed")]
    assert len(figures) == sum(r.happening.killed is not None for r in records)
    derived = {str(d.args[0]) for d in document.get_records(prov.ProvDerivation)}
    assert {str(f.identifier) for f in figures} <= derived


def test_the_page_shows_one_event_of_the_sample_as_it_is(sample_ledger: Path) -> None:
    tool = side_by_side()
    assert tool.on_page() == tool.made(str(sample_ledger)), "run: python tools/side_by_side.py LEDGER --write"


def side_by_side() -> ModuleType:
    spec = importlib.util.spec_from_file_location("side_by_side", ROOT / "tools" / "side_by_side.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
