"""A folder of hand-marked reports through the whole of Vedette, and how well it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vedette.evaluation.errors import error_classes, error_lines
from vedette.evaluation.gold import Gold, Row
from vedette.evaluation.scores import Scores, evaluate_pairs
from vedette.extraction.extract import extract
from vedette.intake.copies import CopyIndex
from vedette.intake.presence import provenance_of
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.reading.language import language
from vedette.settlement import build


@dataclass(frozen=True)
class Scored:
    """The measures, and the errors by class as lines for a person."""

    scores: Scores
    errors: tuple[str, ...] = ()

    def to_json(self) -> Scores:
        """The measures, ready for JSON."""
        return self.scores


def run(gold_dir: Path, misses: int = 0, knowledge: Knowledge | None = None) -> Scored:
    """Read the reports of `gold_dir`, extract, link and settle, and measure; with up to `misses` errors a class.

    Raises IntakeError where the folder's files are missing or broken.
    """
    gold = Gold.load(gold_dir)
    claims, happenings = results(gold.reports, knowledge or default_knowledge())
    scores, paired = evaluate_pairs(gold, claim_rows(claims, happenings), event_rows(happenings))
    if not misses:
        return Scored(scores)
    return Scored(scores, tuple(error_lines(error_classes(paired, gold.aliases), misses)))


def results(rows: Sequence[Row], knowledge: Knowledge) -> tuple[list[Claim], list[Happening]]:
    """The claims and happenings of reports given as rows with id, outlet, published, title and text."""
    reports = [report_from_row(row, knowledge) for row in rows]
    copies = CopyIndex()
    for report in reports:
        copies.add(report)
    provenance = {r.id: provenance_of(r, copies.earliest(r.id), knowledge) for r in reports}
    claims = [claim for _, found in extract(reports, language(), knowledge) for claim in found]
    return claims, build(claims, provenance, knowledge=knowledge)


def claim_rows(claims: Sequence[Claim], happenings: Sequence[Happening]) -> list[Row]:
    """Claims in the claim format, each with the `event` that it was put to, or null."""
    home = {claim: h.id for h in happenings for claim in h.claims}
    return [{"id": c.id, **c.to_json(), "event": home.get(c.id)} for c in claims]


def event_rows(happenings: Sequence[Happening]) -> list[Row]:
    """What measuring needs of happenings: id and the range of people killed."""
    return [
        {
            "id": h.id,
            "killed_low": h.killed.low if h.killed else None,
            "killed_high": h.killed.high if h.killed else None,
        }
        for h in happenings
    ]
