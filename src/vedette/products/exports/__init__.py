"""Files that others' tools read: `FORMATS` by name, each a function from records to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from vedette.knowledge.pack import Knowledge
from vedette.products.exports.acled import write_acled
from vedette.products.exports.columnar import write_geoparquet, write_parquet
from vedette.products.exports.flat import COLUMNS, flat_row
from vedette.products.exports.ftm import write_ftm
from vedette.products.exports.geojson import write_geojson
from vedette.products.exports.hxl import write_hxl
from vedette.products.exports.plover import write_plover
from vedette.products.exports.prov import write_prov
from vedette.products.exports.record import Record, read_records
from vedette.products.exports.tables import write_csv
from vedette.products.exports.ucdp import write_ucdp

Writer = Callable[[Iterable[Record], Path, Knowledge], int]


@dataclass(frozen=True)
class Format:
    """A form of export: what it is for people, the ending that its files bear, and what writes them."""

    name: str
    what: str
    ending: str
    write: Writer


def _plain(write: Callable[[Iterable[Record], Path], int]) -> Writer:
    return lambda records, path, _knowledge: write(records, path)


def _write_flat(records: Iterable[Record], path: Path) -> int:
    return write_csv(path, COLUMNS, (flat_row(r) for r in records))


FORMATS = {
    f.name: f
    for f in (
        Format("acled", "ACLED's event table, 31 columns", ".csv", write_acled),
        Format("ucdp", "UCDP's GED, 49 columns", ".csv", write_ucdp),
        Format("plover", "PLOVER events, a JSON object a line", ".jsonl", write_plover),
        Format("hxl", "CSV with HXL hashtags", ".csv", _plain(write_hxl)),
        Format("geojson", "GeoJSON, RFC 7946", ".geojson", _plain(write_geojson)),
        Format("geoparquet", "GeoParquet", ".parquet", _plain(write_geoparquet)),
        Format("parquet", "Parquet", ".parquet", _plain(write_parquet)),
        Format("csv", "CSV, every column", ".csv", _plain(_write_flat)),
        Format("ftm", "FollowTheMoney entities", ".ftm.json", _plain(write_ftm)),
        Format("prov", "W3C PROV-JSON of the figures", ".json", _plain(write_prov)),
    )
}
"""By name, in the order in which help lists them."""

__all__ = ["FORMATS", "Format", "Record", "read_records"]
