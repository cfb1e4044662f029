"""How the processor time of each stage grows with the number of reports, on reports made of others."""

from __future__ import annotations

import random
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from vedette.extraction.extract import claims_of
from vedette.intake.files import Read, read_paths
from vedette.knowledge.pack import default_knowledge
from vedette.ledger import records
from vedette.ledger.ingest import finish
from vedette.ledger.store import open_ledger
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.parse import BATCH, parse
from vedette.reading.read import find
from vedette.reading.text import parse_text

_NUMBER = re.compile(r"(?<![\w,.-])\d{1,3}(?![\w,.-]| (?:January|February|March|April|May|June|July|August|September))")
_STAGES = ("intake", "language", "finders", "extraction", "ledger", "linking")
_APART = timedelta(days=35)
"""Between the day of a report and that of the next one made of it."""


def grow(table: Path, sizes: Sequence[int]) -> None:
    """Print each stage's processor seconds per thousand reports for each of `sizes`, and the peak memory so far."""
    print(f"{'reports':>8} " + " ".join(f"{stage:>10}" for stage in _STAGES) + "   s per 1000   peak MiB   copies")
    for size in sorted(sizes):
        took, copies = _run(table, size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rates = [1000 * took[stage] / size for stage in _STAGES]
        cells = " ".join(f"{rate:10.2f}" for rate in rates)
        print(f"{size:>8} {cells}   {sum(rates):10.2f} {peak:10.0f} {copies:8}")


def _run(table: Path, size: int) -> tuple[Counter[str], int]:
    """Seconds of the processor by stage, and how many reports were taken for near copies."""
    nlp, knowledge = language(), default_knowledge()
    took: Counter[str] = Counter()
    start = time.process_time()
    given = [item.report for item in read_paths([str(table)]) if isinstance(item, Read)]
    took["intake"] = (time.process_time() - start) * size / len(given)
    with tempfile.TemporaryDirectory() as folder:
        engine = open_ledger(f"{folder}/growth.db")
        made = islice(_made(given), size)
        while batch := list(islice(made, BATCH)):
            clock = [time.process_time()]
            docs = list(parse([parse_text(report, knowledge) for report in batch], nlp))
            clock.append(time.process_time())
            readings = [find(report, doc, knowledge) for report, doc in zip(batch, docs, strict=True)]
            clock.append(time.process_time())
            rows = [(reading.report, claims_of(reading), "made") for reading in readings]
            clock.append(time.process_time())
            with engine.begin() as db:
                records.add_reports(db, rows, "made")
            clock.append(time.process_time())
            for stage, a, b in zip(_STAGES[1:5], clock, clock[1:], strict=False):
                took[stage] += b - a
        start = time.process_time()
        copies = finish(engine)
        took["linking"] = time.process_time() - start
        engine.dispose()
    return took, len(copies)


def _made(given: Sequence[Report]) -> Iterator[Report]:
    """The reports given; then, without end, the first half of each with the second half of another, altered."""
    yield from given
    names = sorted({word for r in given for word in re.findall(r"(?<=\bin )[A-Z][a-z]{3,}", r.text)})
    chance = random.Random(2016)
    turn = 0
    while True:
        turn += 1
        swapped = names[:]
        chance.shuffle(swapped)
        others = dict(zip(names, swapped, strict=True))
        place = re.compile(rf"\b(?:{'|'.join(names)})\b")
        for n, report in enumerate(given):
            rest = given[(n + 37 * turn) % len(given)].text
            text = report.text[: len(report.text) // 2].rpartition(" ")[0] + ".\n" + rest[len(rest) // 2 :]
            text = place.sub(lambda m, others=others: others[m.group()], text)
            text = _NUMBER.sub(lambda m, turn=turn: str((int(m.group()) * 7 + turn) % 97 + 2), text)
            yield replace(
                report,
                ref=f"{report.ref}-{turn}",
                text=text,
                furniture=(),
                published=report.published + turn * _APART if report.published else None,
            )
