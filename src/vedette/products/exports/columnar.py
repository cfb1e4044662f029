"""Parquet and GeoParquet: the flat rows with their types, for pandas, polars, R and GIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from vedette.products.exports.flat import KINDS, flat_row
from vedette.products.exports.record import Record
from vedette.products.extras import need

EXTRA = "exchange"
"""The optional part of the installation that these formats need."""

_GROUP = 5000  # rows of a Parquet file that are written at once


def write_parquet(records: Iterable[Record], path: Path) -> int:
    """Write Parquet with typed columns (days as dates); returns the number of rows.

    A group of rows at a time. Raises VedetteError without pyarrow.
    """
    parquet = need("pyarrow.parquet", "Parquet", EXTRA)
    count = 0
    with parquet.ParquetWriter(path, _table([]).schema) as file:
        for table in _groups(records):
            file.write_table(table)
            count += table.num_rows
    return count


def write_geoparquet(records: Iterable[Record], path: Path) -> int:
    """Write GeoParquet (points in WGS 84, null where unresolved); returns the number of rows.

    All rows are held for it, the records behind them are not. Raises VedetteError without geopandas.
    """
    geopandas, geometry = need("geopandas", "GeoParquet", EXTRA), need("shapely.geometry", "GeoParquet", EXTRA)
    pa = need("pyarrow", "GeoParquet", EXTRA)
    frame = pa.concat_tables([_table([]), *_groups(records)]).to_pandas()
    places = zip(frame["lon"], frame["lat"], strict=True)
    points = [
        None if lon != lon or lat != lat else geometry.Point(lon, lat) for lon, lat in places
    ]  # NaN is not itself
    geopandas.GeoDataFrame(frame, geometry=points, crs="OGC:CRS84").to_parquet(path)
    return len(frame)


def _groups(records: Iterable[Record]) -> Iterator[Any]:
    """Tables of so many rows each."""
    rows = map(flat_row, records)  # a record is let go as soon as its row is made
    while some := list(islice(rows, _GROUP)):
        yield _table(some)


def _table(rows: list[dict[str, Any]]) -> Any:
    """Flat rows as a pyarrow table with typed columns."""
    pa, compute = need("pyarrow", "Parquet", EXTRA), need("pyarrow.compute", "Parquet", EXTRA)
    types = {"text": pa.string(), "day": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    table = pa.Table.from_pylist(rows, schema=pa.schema([(column, types[kind]) for column, kind in KINDS.items()]))
    for column in (column for column, kind in KINDS.items() if kind == "day"):
        days = compute.cast(table[column], pa.date32())
        table = table.set_column(table.schema.get_field_index(column), column, days)
    return table
