"""Kinds of columns, so that each form of a table (Parquet, pandas, polars) gives a column its own type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["text", "day", "int", "float", "bool"]
"""What a column holds; a day stands in rows as YYYY-MM-DD. Any column may be empty (None)."""

Columns = Mapping[str, Kind]
"""Columns by name, in their order."""
