"""A list of claims, events or reports that becomes a data frame in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from vedette.products.columns import Columns
from vedette.products.extras import need

if TYPE_CHECKING:
    import pandas
    import polars

T = TypeVar("T")
EXTRA = "tables"


class Table(Sequence[T], Generic[T]):
    """What a question to a ledger gives: a sequence of objects, with one flat row for each.

    The rows have the columns in `columns`, of the kinds that it tells; a data frame has the same, typed.
    """

    def __init__(self, items: Sequence[T], columns: Columns, row: Callable[[T], dict[str, Any]]) -> None:
        self.columns = columns
        self._items, self._row = tuple(items), row

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Table[T]: ...
    def __getitem__(self, at: int | slice) -> T | Table[T]:
        return Table(self._items[at], self.columns, self._row) if isinstance(at, slice) else self._items[at]

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows, {len(self.columns)} columns>"

    def rows(self) -> list[dict[str, Any]]:
        """One dictionary a row: text, numbers, true or false, days as YYYY-MM-DD, None where nothing is known."""
        return [self._row(item) for item in self._items]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame; whole numbers are nullable, days are timestamps. Raises VedetteError without pandas."""
        pd = need("pandas", "to_pandas", EXTRA)
        kinds = {"text": "string", "int": "Int64", "float": "Float64", "bool": "boolean", "day": "datetime64[s]"}
        rows = self.rows()
        columns = {c: pd.Series([row[c] for row in rows], dtype=kinds[kind]) for c, kind in self.columns.items()}
        frame: pandas.DataFrame = pd.DataFrame(columns)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame with days as dates. Raises VedetteError without polars."""
        pl = need("polars", "to_polars", EXTRA)
        kinds = {"text": pl.String, "int": pl.Int64, "float": pl.Float64, "bool": pl.Boolean, "day": pl.Date}
        rows = self.rows()
        columns = {c: [_cell(row[c], kind) for row in rows] for c, kind in self.columns.items()}
        frame: polars.DataFrame = pl.DataFrame(columns, schema={c: kinds[kind] for c, kind in self.columns.items()})
        return frame


def _cell(value: Any, kind: str) -> Any:
    return date.fromisoformat(value) if kind == "day" and value is not None else value
