"""A ledger to ask from Python. It is only read: nothing here changes what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Engine

from vedette.api.table import Table
from vedette.errors import NotFoundError
from vedette.knowledge.pack import default_knowledge
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.look import look_up
from vedette.ledger.ruling import make_rule
from vedette.ledger.sync import open_synced
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.report import Report
from vedette.products.claim_rows import COLUMNS as CLAIM_COLUMNS
from vedette.products.claim_rows import claim_flat
from vedette.products.columns import Kind
from vedette.products.exports import FORMATS
from vedette.products.exports.flat import KINDS as EVENT_COLUMNS
from vedette.products.exports.flat import flat_row
from vedette.products.exports.record import read_records
from vedette.products.situation.evidence import evidence
from vedette.products.situation.gather import gather
from vedette.products.situation.model import Evidence, Situation

Day = date | str | None
"""A day, or one written YYYY-MM-DD."""

REPORT_COLUMNS: dict[str, Kind] = {
    "id": "text", "ref": "text", "outlet": "text", "published": "day", "published_basis": "text", "title": "text",
    "url": "text", "wire": "text", "language": "text", "copy_of": "text", "claims": "int",
}  # fmt: skip


class Ledger:
    """An open ledger. Close it, or use it as a context manager.

    Questions take days (inclusive, `first` and `last`), a `place` (its name, district, area or country) and more; what
    is not given lets everything through.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the connection."""
        self._engine.dispose()

    def claims(
        self, *, first: Day = None, last: Day = None, place: str | None = None, kind: str | None = None,
        outlet: str | None = None, source: str | None = None,
    ) -> Table[Claim]:  # fmt: skip
        """What the reports claim, as analysts corrected it; `kind` is toll, event, control or statement."""
        where = _filter(first=first, last=last, place=place, kind=kind, outlet=outlet, source=source)
        with self._engine.begin() as db:
            found = records.list_claims(db, where)
            reports = {r.report.id: r for r in records.list_reports(db)}
            events = records.events_of_claims(db)
        return Table(found, CLAIM_COLUMNS, lambda c: claim_flat(c, reports[c.report_id], events.get(c.id)))

    def events(
        self, *, first: Day = None, last: Day = None, place: str | None = None, kind: str | None = None,
        outlet: str | None = None, source: str | None = None, rule: str | None = None, order: Sequence[str] = (),
    ) -> Table[Happening]:  # fmt: skip
        """The happenings, running totals left out; `kind` is a type ("Air/drone strike").

        `rule` (with `order` for "source order") settles the figures in the place of the ledger's own rule. Raises
        JudgementError for a rule that there is not.
        """
        where = _filter(first=first, last=last, place=place, kind=kind, outlet=outlet, source=source)
        by = make_rule(rule or "source order", order) if rule or order else None
        with self._engine.begin() as db:
            found = {r.happening.id: r for r in read_records(db, where, by)}
        return Table([r.happening for r in found.values()], EVENT_COLUMNS, lambda h: flat_row(found[h.id]))

    def reports(self, *, first: Day = None, last: Day = None, outlet: str | None = None) -> Table[Report]:
        """The reports published in these days, oldest first."""
        with self._engine.begin() as db:
            found = {r.report.id: r for r in records.list_reports(db, _filter(first=first, last=last, outlet=outlet))}
            counts = records.counts_by_report(db)

        def row(report: Report) -> dict[str, Any]:
            more = {
                "published": report.published.isoformat() if report.published else None,
                "published_basis": report.published_basis.value if report.published_basis else None,
                "copy_of": found[report.id].copy_of,
                "claims": counts.get(report.id, 0),
            }
            return {c: more[c] if c in more else getattr(report, c) for c in REPORT_COLUMNS}

        return Table([r.report for r in found.values()], REPORT_COLUMNS, row)

    def evidence(self, event: Happening | str) -> tuple[Evidence, ...]:
        """The claims of an event, or one claim by its id, each with its sentence and chain. Raises NotFoundError."""
        wanted = event.claims if isinstance(event, Happening) else self._claims_of(event)
        with self._engine.begin() as db:
            claims = records.claims_by_id(db, wanted)
            reports = {r.report.id: r for r in records.list_reports(db)}
        return tuple(evidence(claims[c], reports) for c in wanted if c in claims)

    def show(self, id_: str) -> dict[str, Any]:
        """All about one report, claim, event, contradiction or source. Raises NotFoundError."""
        with self._engine.begin() as db:
            return look_up(db, id_).row

    def situation(self, *, first: Day = None, last: Day = None, place: str | None = None) -> Situation:
        """What the situation report of a period says, before it takes a form."""
        with self._engine.begin() as db:
            return gather(db, _filter(first=first, last=last, place=place))

    def export(
        self, form: str, out: str | Path, *, first: Day = None, last: Day = None, place: str | None = None
    ) -> int:
        """Write the events to the file `out` in a form that `vedette export` knows; returns the number of rows.

        Raises NotFoundError for a form that there is not, VedetteError where a package for it is missing.
        """
        if form not in FORMATS:
            raise NotFoundError(f"there is no export {form!r}; one of {', '.join(FORMATS)}")
        with self._engine.begin() as db:
            found = read_records(db, _filter(first=first, last=last, place=place))
            return FORMATS[form].write(found, Path(out), default_knowledge())

    def _claims_of(self, id_: str) -> tuple[str, ...]:
        with self._engine.begin() as db:
            if id_ in records.claims_by_id(db, [id_]):
                return (id_,)
            row = look_up(db, id_).row
        return tuple(claim["id"] for claim in row.get("claims", ()))


def open_ledger(url: str | Path = "vedette.db") -> Ledger:
    """The ledger at `url`, a file or a database URL, with its events current. Raises LedgerError if none."""
    return Ledger(open_synced(str(url)))


def _filter(*, first: Day = None, last: Day = None, **given: str | None) -> Filter:
    """A Filter of what is given. Raises ValueError for a day that is none, or days that run backwards."""
    start, end = (date.fromisoformat(day) if isinstance(day, str) else day for day in (first, last))
    if start and end and start > end:
        raise ValueError(f"first={start} is after last={end}")
    return Filter(first=start, last=end, **given)
