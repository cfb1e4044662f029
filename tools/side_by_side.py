"""One event of the sample in ACLED's, UCDP's and Vedette's form, for docs/exports.md.

python tools/side_by_side.py LEDGER          print the table, from a ledger of the sample
python tools/side_by_side.py LEDGER --write  put it into the page
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vedette.knowledge.pack import default_knowledge
from vedette.ledger.filters import Filter
from vedette.ledger.sync import open_synced
from vedette.products.exports.acled import acled_row
from vedette.products.exports.flat import flat_row
from vedette.products.exports.record import Record, read_records
from vedette.products.exports.ucdp import ucdp_row
from vedette.products.words import listed

PAGE = Path(__file__).parent.parent / "docs" / "exports.md"
TYPE, PLACE, DAY = "Air/drone strike", "al-Kalasa", date(2016, 12, 10)
BEGIN, END = "<!-- made by tools/side_by_side.py -->\n", "<!-- end -->"

Cells = Sequence[tuple[str, Sequence[str], Sequence[str], Sequence[str]]]
_ROWS: Cells = (
    ("type", ["event_type", "sub_event_type"], ["type_of_violence"], ["type"]),
    ("when", ["event_date", "time_precision"], ["date_start", "date_end", "date_prec"], ["from", "to"]),
    ("where", ["location", "admin1", "geo_precision"], ["where_coordinates", "adm_1", "where_prec", "priogrid_gid"],
     ["place", "place_name", "place_id", "adm1", "geo_precision"]),
    ("who", ["actor1", "inter1", "actor2", "interaction"], ["side_a", "side_b", "dyad_name"], ["actor", "target"]),
    ("dead", ["fatalities"], ["low", "best", "high", "deaths_civilians", "deaths_unknown"],
     ["killed_low", "killed_best", "killed_high", "rule", "civilians_killed_low"]),
    ("whose word", ["source", "source_scale"], ["source_office", "source_original", "number_of_sources"],
     ["origins", "outlets"]),
    ("doubt", [], ["event_clarity", "code_status"], ["grade", "contradictions"]),
)  # fmt: skip


def find(records: Sequence[Record]) -> Record:
    """The event that the page shows: of this type, at this place, on this day."""
    for record in records:
        h = record.happening
        if h.type == TYPE and h.first == DAY and record.place is not None and record.place.name == PLACE:
            return record
    raise SystemExit(f"the sample has no {TYPE} at {PLACE} on {DAY}; choose another event in tools/side_by_side.py")


def made(ledger: str) -> str:
    """The table, a line to introduce it before."""
    knowledge = default_knowledge()
    with open_synced(ledger).begin() as db:
        record = find(read_records(db, Filter()))
    rows = (acled_row(record, knowledge), ucdp_row(record, knowledge), flat_row(record))
    reports = listed([r.report.ref for r in record.reports])
    lines = [
        f"The sample's {TYPE.lower()} on {record.happening.place}, told by {reports}:",
        "",
        "| | ACLED | UCDP GED | Vedette (`csv`) |",
        "| --- | --- | --- | --- |",
    ]
    for what, *columns in _ROWS:
        cells = [_cell(row, names) for row, names in zip(rows, columns, strict=True)]
        lines.append(f"| {what} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(row: Mapping[str, Any], names: Sequence[str]) -> str:
    return "<br>".join(f"`{name}` {'–' if row[name] in (None, '') else row[name]}" for name in names) or "–"


def on_page() -> str:
    """What stands between the marks of the page."""
    found = re.search(f"{re.escape(BEGIN)}(.*?){re.escape(END)}", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return found[1] if found else ""


if __name__ == "__main__":
    table = made(sys.argv[1])
    if "--write" in sys.argv:
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(text.replace(BEGIN + on_page() + END, BEGIN + table + END), encoding="utf-8")
    else:
        print(table)
