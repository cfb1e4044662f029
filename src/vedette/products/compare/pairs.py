"""Pairs as a table for analysts: written with an empty verdict, read back with what they decided."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vedette.errors import VedetteError
from vedette.products.compare.agree import day_words, dead_words, place_words
from vedette.products.compare.match import VERDICTS, Matches, Pair, Verdicts
from vedette.products.compare.outside import Outside, read_table
from vedette.products.exports.record import Record
from vedette.products.exports.tables import write_csv
from vedette.products.words import days_words

COLUMNS = (
    "record", "event", "taken_for", "verdict", "by", "reason", "score", "why", "days", "places", "dead", "their_type",
    "our_type", "their_days", "our_days", "their_place", "our_place", "their_dead", "our_dead", "their_words",
)  # fmt: skip
ONE, PERHAPS, ONLY_THEIRS, ONLY_OURS = "one", "perhaps one", "only theirs", "only ours"


def write_pairs(found: Matches, path: Path, judged: Verdicts | None = None) -> int:
    """Write matches, near misses and what only one side has; returns the number of rows.

    `verdict`, `by` and `reason` are for the analyst: same, different or unsure.
    """
    rows: list[dict[str, object]] = [_row(p, ONE) for p in found.pairs]
    rows += [_row(p, PERHAPS) for p in found.near]
    rows += [_side(o, None, ONLY_THEIRS) for o in found.only_theirs]
    rows += [_side(None, r, ONLY_OURS) for r in found.only_ours]
    for row in rows:
        row["verdict"] = (judged or {}).get((str(row["record"]), str(row["event"])))
    return write_csv(path, COLUMNS, rows)


def read_verdicts(paths: Iterable[Path]) -> dict[tuple[str, str], str]:
    """What analysts decided, by record and event; later files overrule earlier ones.

    Raises VedetteError for a verdict that is none, and for one that nobody signs: `by` says who.
    """
    out: dict[tuple[str, str], str] = {}
    for path in paths:
        for n, row in enumerate(read_table(path, COLUMNS, ("record", "event", "verdict")), start=2):
            verdict = row["verdict"].lower()
            if not verdict:
                continue
            if verdict not in VERDICTS:
                raise VedetteError(f"{path}:{n}: {row['verdict']!r} is no verdict; write {', '.join(VERDICTS)}")
            if not row.get("by"):
                raise VedetteError(f"{path}:{n}: who judged {row['record']} and {row['event']}? Write it under 'by'")
            out[row["record"], row["event"]] = verdict
    return out


def _row(pair: Pair, taken: str) -> dict[str, object]:
    row = _side(pair.outside, pair.record, taken)
    told = {"days": day_words(pair), "places": place_words(pair), "dead": dead_words(pair)}
    return row | told | {"score": round(pair.score, 2), "why": pair.reason}


def _side(outside: Outside | None, record: Record | None, taken: str) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row["taken_for"] = taken
    if outside is not None:
        row |= {
            "record": outside.id, "their_type": ", ".join(outside.types),
            "their_days": days_words(outside.first, outside.last), "their_place": outside.place.name,
            "their_dead": outside.best, "their_words": outside.text,
        }  # fmt: skip
    if record is not None:
        h = record.happening
        killed = record.figure("killed")
        row |= {
            "event": h.id, "our_type": h.type, "our_days": days_words(h.first, h.last), "our_place": h.place,
            "our_dead": killed.words if killed else None,
        }  # fmt: skip
    return row
