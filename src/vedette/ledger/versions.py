"""Versions of one page: the newest report counts, the earlier ones stay to be read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, case, select, update

from vedette.ledger.schema import reports


def supersede(db: Connection, old: Iterable[str], new: str) -> None:
    """Let the report `new` (an id) count in the place of those of `old`.

    Nothing is taken out: earlier versions keep their text and claims, which take no part in linking and settlement any
    more. A page that goes back to an earlier text makes that report the one that counts again.
    """
    gone = sorted(set(old) - {new})
    for start in range(0, len(gone), 500):
        some = reports.c.id.in_(gone[start : start + 500])
        changed = reports.c.superseded_by.is_distinct_from(new)
        out = case((reports.c.sketched == 1, 0), else_=reports.c.sketched)
        db.execute(update(reports).where(some, changed).values(superseded_by=new, linked=None, sketched=out))
    back = (reports.c.id == new) & reports.c.superseded_by.is_not(None)
    again = case((reports.c.sketched == 0, 1), else_=None)
    db.execute(update(reports).where(back).values(superseded_by=None, linked=None, sketched=again))


def superseding(db: Connection, report_id: str) -> str | None:
    """The id of the newer version of a report, None where it is the newest."""
    return db.scalar(select(reports.c.superseded_by).where(reports.c.id == report_id))
