"""Parquet and GeoParquet: the flat rows with their types, for pandas, polars, R and GIS."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vedette.products.exports.flat import KINDS, flat_row
from vedette.products.exports.record import Record
from vedette.products.extras import need

EXTRA = "exchange"
"""The optional part of the installation that these formats need."""


def write_parquet(records: Iterable[Record], path: Path) -> int:
    """Write Parquet with typed columns (days as dates); returns the number of rows.

    Raises VedetteError without pyarrow.
    """
    parquet = need("pyarrow.parquet", "Parquet", EXTRA)
    table = arrow_table(records)
    parquet.write_table(table, path)
    return int(table.num_rows)


def write_geoparquet(records: Iterable[Record], path: Path) -> int:
    """Write GeoParquet (points in WGS 84, null where unresolved); returns the number of rows.

    Raises VedetteError without geopandas.
    """
    geopandas, geometry = need("geopandas", "GeoParquet", EXTRA), need("shapely.geometry", "GeoParquet", EXTRA)
    frame = arrow_table(records).to_pandas()
    places = zip(frame["lon"], frame["lat"], strict=True)
    points = [
        None if lon != lon or lat != lat else geometry.Point(lon, lat) for lon, lat in places
    ]  # NaN is not itself
    geopandas.GeoDataFrame(frame, geometry=points, crs="OGC:CRS84").to_parquet(path)
    return len(frame)


def arrow_table(records: Iterable[Record]) -> Any:
    """The flat rows as a pyarrow table with typed columns. Raises VedetteError without pyarrow."""
    pa, compute = need("pyarrow", "Parquet", EXTRA), need("pyarrow.compute", "Parquet", EXTRA)
    types = {"text": pa.string(), "day": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    rows = [flat_row(r) for r in records]
    table = pa.Table.from_pylist(rows, schema=pa.schema([(column, types[kind]) for column, kind in KINDS.items()]))
    for column in (column for column, kind in KINDS.items() if kind == "day"):
        days = compute.cast(table[column], pa.date32())
        table = table.set_column(table.schema.get_field_index(column), column, days)
    return table
