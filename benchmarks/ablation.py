"""What each group of rules brings: leave one out, or put a naive one in its place, and measure again.

    python benchmarks/ablation.py GOLD_DIR

GOLD_DIR is a folder of hand-marked reports as `vedette evaluate` takes it. Prints a Markdown table of F1 scores: key
and full agreement of each kind of claim, and by how much they fall. Three sorts of ablation:

- a group of rules that find tolls: the tolls that it found are left out (the reason of `effect` names the rule);
- a rule that fills a slot: the slot gets what a plain reader would put there (place: the first of the sentence, else
  the dateline's; days: the publication's; nothing for source, doer, means; who: unknown; span: incident);
- a knowledge pack: the reports are read again without it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.evaluation.gold import Gold, Row
from vedette.evaluation.scores import Scores, evaluate
from vedette.extraction.extract import claims_of
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.reading.language import language
from vedette.reading.read import read
from vedette.reading.reading import Reading

FINDERS = {
    "verbs and their objects (killed 12)": r"objects of",
    "verbs and their subjects (12 died)": r"subjects of",
    "nouns of deeds (the killing of 12)": r"deeds of",
    "nouns of those harmed (12 dead, six bodies)": r"tallies of",
    "states (left 12 dead, 12 wounded)": r"states of",
    "phrases (claimed the lives of 12, took 12 hostage)": r"phrase of|of persons|leaving of|carrying of",
    "figures of a toll noun (the toll rose to 12)": r"figure of|given",
    "chains and lists (three in A, two in B)": r"a chain|goes on a list|same as|together with|another",
    "words side by side, where the parse fails": r"beside|killed and wounded",
    "parts of a count (including two women)": r"",
}
"""Groups of rules that find tolls, and how the reason of `effect` begins: the first that fits, the last fits all."""

COLUMNS = (("toll", "key"), ("toll", "full"), ("event", "key"), ("event", "full"), ("control", "key"),
           ("control", "full"), ("statement", "key"))  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A claim as a row, with what a plain reader would put in its slots."""

    row: Row
    place: str | None
    day: str | None


def extracted(gold: Gold, knowledge: Knowledge) -> list[Found]:
    """Every claim on the reports of `gold`."""
    reports = [report_from_row(row, knowledge) for row in gold.reports]
    out = []
    for reading in read(reports, language(), knowledge):
        day = reading.report.published
        out += [
            Found({"id": c.id, **c.to_json()}, plain_place(reading, c.start), day.isoformat() if day else None)
            for c in claims_of(reading)
        ]
    return out


def plain_place(reading: Reading, start: int) -> str | None:
    """The first place named in the sentence that holds character `start`, else the report's first."""
    span = reading.doc.char_span(start, start + 1, alignment_mode="expand")
    here = [p.name for p in reading.places if span is not None and span.sent.start <= p.start < span.sent.end]
    return next(iter([*here, *(p.name for p in reading.places)]), None)


Change = Callable[[Found], dict[str, Any]]
NAIVE: dict[str, Change] = {
    "place: first of the sentence": lambda f: {"place": f.place},
    "days: the publication's": lambda f: {"from": f.day, "to": f.day},
    "source: none": lambda _: {"source": None},
    "doer, actor, target: none": lambda _: {"by": None, "actor": None, "target": None},
    "means: none": lambda _: {"means": None},
    "who: unknown": lambda _: {"who": "unknown", "group": None},
    "span: incident": lambda _: {"span": "incident"},
    "subset: none": lambda _: {"subset": False},
    "status: happened": lambda _: {"status": "happened"},
}
"""What a plain reader would put in place of what a rule fills in; slots that a kind lacks are left alone."""


def changed(found: Iterable[Found], change: Change) -> list[Row]:
    """The rows with `change` made in the slots that they have."""
    return [{**f.row, **{k: v for k, v in change(f).items() if k in f.row}} for f in found]


def finder(row: Row) -> str:
    """The group of rules that found a toll."""
    return next(name for name, begins in FINDERS.items() if re.match(begins, row["reasons"]["effect"]))


def without(found: Iterable[Found], group: str) -> list[Row]:
    """The rows but the tolls that `group` found."""
    return [f.row for f in found if f.row["kind"] != "toll" or finder(f.row) != group]


def line(name: str, scores: Scores, full: Scores | None) -> str:
    """One row of the table: scores as they are, or by how much they fall from those of the whole; none if none does."""
    cells = []
    for kind, measure in COLUMNS:
        value = scores[kind][measure]["f1"]
        fall = value - full[kind][measure]["f1"] if full else 0.0
        cells.append(f"{value:.3f}" if full is None else "" if abs(fall) < 0.0005 else f"{fall:+.3f}".replace("-", "−"))
    return f"| {name} | {' | '.join(cells)} |\n" if any(cells) else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    gold = Gold.load(parser.parse_args().gold)
    knowledge = Knowledge.load()
    found = extracted(gold, knowledge)
    rows = [f.row for f in found]
    whole = evaluate(gold, rows)
    tolls = Counter(finder(r) for r in rows if r["kind"] == "toll")
    print("| | " + " | ".join(f"{kind} {measure}" for kind, measure in COLUMNS) + " |")
    print("| --- " * (len(COLUMNS) + 1) + "|")
    print(line("everything", whole, None), end="")
    for name in FINDERS:
        print(line(f"without {name}: {tolls[name]} tolls", evaluate(gold, without(found, name)), whole), end="")
    for name, change in NAIVE.items():
        print(line(name, evaluate(gold, changed(found, change)), whole), end="")
    for pack in knowledge.packs:
        if pack != WORLD:
            rest = Knowledge.load(packs=tuple(p for p in knowledge.packs if p not in (pack, WORLD)))
            scores = evaluate(gold, [f.row for f in extracted(gold, rest)])
            print(line(f"without the pack {pack}", scores, whole), end="")
    print("\n| slot of pairs | by the rules | plain |\n| --- | --- | --- |")
    for change in NAIVE.values():
        plain = evaluate(gold, changed(found, change))
        for kind in ("toll", "event"):
            for slot in (s for s in change(found[0]) if s in whole[kind]["slots"]):
                print(f"| {kind} {slot} | {whole[kind]['slots'][slot]:.3f} | {plain[kind]['slots'][slot]:.3f} |")


if __name__ == "__main__":
    main()
