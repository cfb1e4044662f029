"""Hand-marked reports into a ledger: the marker's claims in the place of extracted ones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from vedette.evaluation.gold import Gold, Row
from vedette.gazetteer.gazetteer import Gazetteer, gazetteer
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.locks import one_writer
from vedette.model.claim import Claim, from_json
from vedette.model.report import Report

BY_HAND = "marked by hand"
"""What stands in the place of the versions that extracted a report's claims."""


@dataclass(frozen=True)
class Taken:
    """What came of it: new reports, reports that the ledger had already, claims, and those that could not be taken."""

    new: int
    known: int
    claims: int
    refused: tuple[str, ...]


def take_in(db: Connection, folder: Path, knowledge: Knowledge) -> Taken:
    """The reports and claims of a folder in the claim format. Reports that the ledger holds are left as they are.

    A place has the gazetteer's entry where its name has but one; a claim whose quote is not in its report is refused.
    Raises IntakeError where the folder's files are missing or broken.
    """
    gold = Gold.load(folder)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in gold.claims:
        rows[row["report"]].append(row)
    reports = {row["id"]: report_from_row(row, knowledge) for row in gold.reports}
    one_writer(db)
    known = records.known_reports(db, (r.id for r in reports.values()))
    places, refused, batch = gazetteer(knowledge), list[str](), []
    for name, report in reports.items():
        if report.id in known:
            continue
        found = [claim for row in rows[name] if (claim := _claim(row, report, places, refused)) is not None]
        batch.append((report, found, f"{folder.name}:{name}"))
    records.add_reports(db, batch, BY_HAND)
    return Taken(len(batch), len(known), sum(len(found) for _, found, _ in batch), tuple(refused))


def _claim(row: Row, report: Report, places: Gazetteer, refused: list[str]) -> Claim | None:
    start = report.full.find(row["quote"])
    if start < 0:
        refused.append(f"{row['id']}: its quote is not in {report.ref}")
        return None
    span = {"report": report.ref, "report_id": report.id, "start": start, "end": start + len(row["quote"])}
    claim = from_json({**row, **span})
    entries = places.search(claim.place) if claim.place else []
    if len(entries) == 1:
        return replace(claim, location=entries[0])
    if claim.place:
        why = f"the gazetteer has {len(entries)} places of that name" if entries else "the gazetteer does not have it"
        return replace(claim, reasons={"location": why})
    return claim
