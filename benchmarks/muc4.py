"""MUC-4: incidents in newswire on Latin America's wars, all in capitals: what, when, where, who, and to whom.

    python benchmarks/muc4.py DATA [dev|tst1|tst2 ...] [--misses N]

DATA holds ``tst1.jsonl`` and the like: one document a line with `id`, `text` and `templates`, each template a
mapping from slot to fills as in the task's answer keys. The texts and keys are distributed with the evaluation's
proceedings (Message Understanding Conference 4, 1992; the archives at NIST). No part of them is in this project.
Prints recall and precision of each slot over all templates (rules in `muc4_score.py`, mapping of claims in
`muc4_templates.py`) beside what the conference's best system reached on its own test set, TST3.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from muc4_score import (
    BAND,
    DATE,
    EFFECT,
    NUMBER,
    PERSON,
    PLACE,
    SLOTS,
    TYPE,
    Template,
    key_templates,
    mapped,
    points,
    recall_precision,
    score_document,
)
from muc4_templates import found_templates
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.read import read

GE = {DATE: "61/57", PLACE: "63/59", BAND: "44/53", NUMBER: "66/56", EFFECT: "62/52"}
"""Recall/precision of GE's system on TST3, all templates (the conference's proceedings)."""
NAMES = {
    TYPE: "type of incident",
    DATE: "date",
    PLACE: "place",
    PERSON: "perpetrator, individual",
    BAND: "perpetrator, organisation",
    NUMBER: "human target, number",
    EFFECT: "human target, effect",
}


def documents(path: Path, knowledge: Knowledge) -> Iterator[tuple[Report, list[Template]]]:
    """Reports with their answer keys."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield report_from_row({"id": row["id"], "title": "", "text": row["text"]}, knowledge), key_templates(row)


def table(totals: dict[str, Counter[str]]) -> str:
    """Slot by slot, as Markdown."""
    lines = ["| slot | recall/precision | GE on TST3 | in the key | found |", "| --- | --- | --- | --- | --- |"]
    for slot, c in totals.items():
        ours = "/".join(f"{100 * v:.0f}" for v in recall_precision(c))
        lines.append(f"| {NAMES[slot]} | {ours} | {GE.get(slot, '')} | {c['pos']} | {c['act']} |")
    return "\n".join(lines)


def misses(ref: str, keys: list[Template], found: list[Template]) -> Iterator[str]:
    """One line for each human target that one side alone has, or that the two tell otherwise."""
    pairs = mapped(keys, found)
    for i, key in enumerate(keys):
        answer = found[pairs[i]] if i in pairs else Template()
        for slot in (NUMBER, EFFECT):
            for fill in key.slots[slot]:
                best = max((points(slot, fill, f) for f in answer.slots.get(slot, [])), default=0.0)
                if best < 1 and not fill.optional and not key.optional:
                    yield f"{ref}.{i} missed {'in part ' if best else ''}{slot[9:15]} {fill.values} {fill.strings[:2]}"
    for j, other in enumerate(found):
        of = next((keys[i] for i, k in pairs.items() if k == j), Template())
        for slot in (NUMBER, EFFECT):
            for fill in other.slots[slot]:
                if not any(points(slot, k, fill) for k in of.slots.get(slot, [])):
                    whose = "template" if not of.slots else "fill"
                    yield f"{ref} spurious {whose} {slot[9:15]} {fill.values} {fill.strings}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("parts", nargs="*", default=["tst1", "tst2"])
    parser.add_argument("--misses", type=int, default=0, help="print the first N differences in human targets")
    args = parser.parse_args()
    knowledge = Knowledge.load()
    pairs = [pair for part in args.parts for pair in documents(args.data / f"{part}.jsonl", knowledge)]
    totals: dict[str, Counter[str]] = {slot: Counter() for slot in SLOTS}
    differ: list[str] = []
    for (report, keys), reading in zip(pairs, read((r for r, _ in pairs), language(), knowledge), strict=True):
        found = found_templates(reading)
        for slot, counts in score_document(keys, found).items():
            totals[slot].update(counts)
        differ += misses(report.ref, keys, found)
    print(table(totals))
    print(*differ[: args.misses], sep="\n")


if __name__ == "__main__":
    main()
