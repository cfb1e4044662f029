"""A Reading to its claims, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from vedette.errors import VedetteError
from vedette.extraction.attacks import agreed
from vedette.extraction.bounds import OverdueError, allowance, bounded
from vedette.extraction.control import control
from vedette.extraction.events import events
from vedette.extraction.reach import with_reach
from vedette.extraction.statements import statements
from vedette.extraction.tolls import tolls
from vedette.knowledge.pack import Knowledge
from vedette.model.claim import Claim
from vedette.model.report import Report
from vedette.reading.read import read
from vedette.reading.reading import Reading


def claims_of(reading: Reading) -> list[Claim]:
    """Every claim of one report, ordered by where it stands, each with its own id."""
    counts, happened = agreed(tolls(reading), events(reading), reading)
    claims: list[Claim] = [*with_reach(counts, reading), *happened, *control(reading), *statements(reading)]
    unique = {claim.id: claim for claim in claims}
    return sorted(unique.values(), key=lambda c: (c.start, c.end, c.kind, c.id))


def extract(reports: Iterable[Report], nlp: Language, knowledge: Knowledge) -> Iterator[tuple[Report, list[Claim]]]:
    """Each report with its claims; a function of the report and of the versions of code and knowledge only."""
    for reading in read(reports, nlp, knowledge):
        yield reading.report, claims_of(reading)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the claims of one report could not be taken out, in one line."""

    reason: str


def extract_each(reports: Sequence[Report], nlp: Language, knowledge: Knowledge) -> list[list[Claim] | Failure]:
    """The claims of each report; one over which reading breaks or never ends is its own failure and not the others'."""
    try:
        with bounded(allowance(reports)):
            return [claims for _, claims in extract(reports, nlp, knowledge)]
    except VedetteError:
        raise
    except OverdueError as late:
        if len(reports) == 1:
            return [Failure(f"claims cannot be taken out of it: {late}")]
    except Exception as error:  # Reports come from anyone, and must not end a run that reads a million others.
        if len(reports) == 1:
            return [Failure(f"claims cannot be taken out of it: {type(error).__name__}")]
    return [found for report in reports for found in extract_each([report], nlp, knowledge)]
