"""MUC-4: human targets, their number and what befell them, in newswire on Latin America's wars in capitals.

    python benchmarks/muc4.py DATA [dev|tst1|tst2 ...]

DATA holds ``tst1.jsonl`` and the like: one document a line with `id`, `text` and `templates`, each template a
mapping from slot to fills as in the task's answer keys. The texts and keys are distributed with the evaluation's
proceedings (Message Understanding Conference 4, 1992; the archives at NIST). No part of them is in this project.

Scored as the task's rules say: a fill is correct (1) or partial (.5: the figure or the string is right, not both);
what cannot be paired is spurious or missing; optional fills and templates cost nothing when missing. Templates are
aligned document by document, the best match first; all templates count. Recall and precision are per slot.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vedette.extraction.tolls import tolls
from vedette.knowledge.pack import Knowledge
from vedette.model.claim import Toll
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.read import read
from vedette.reading.reading import Reading

NUMBER, EFFECT = "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT"
EFFECTS = {"killed": "DEATH", "wounded": "INJURY"}
PUBLISHED = "published, all templates: GE (TST3) number 66/56, effect 62/52; all slots F: GE 55.93, UMass 51.52 (TST3)"
PRONOUNS = ("he", "him", "she", "her")
_FILL = re.compile(r'(?P<value>[^:"]*?)\s*:\s*(?P<strings>".*)|(?P<bare>[^":]+)$')
_QUOTED = re.compile(r'"([^"]*)"')
_APART = 400  # characters between two tolls of one incident, at most


@dataclass
class Fill:
    """One fill of a slot: its value and the strings any of which names the target. Optional ones may be left out."""

    value: str
    strings: tuple[str, ...]
    optional: bool = False


@dataclass
class Template:
    """One incident."""

    slots: dict[str, list[Fill]] = field(default_factory=dict)
    optional: bool = False


def key_templates(row: dict[str, list[dict[str, list[str]]]]) -> list[Template]:
    """The answer key's templates that have human targets, or might."""
    out = []
    for raw in row["templates"]:
        number = " ".join(raw.get("MESSAGE: TEMPLATE", []))
        if number.strip() in ("", "*"):
            continue
        template = Template(optional="OPTIONAL" in number)
        for slot in (NUMBER, EFFECT):
            fills = [fill for text in raw.get(slot, []) if (fill := _key_fill(text)) is not None]
            template.slots[slot] = fills
        out.append(template)
    return out


def _key_fill(text: str) -> Fill | None:
    if text.strip() in ("-", "*", ""):
        return None
    optional = text.lstrip().startswith("?")
    match = _FILL.match(text.strip().lstrip("? "))
    if match is None or match["strings"] is None:
        return None
    return Fill(match["value"].strip(" ~"), tuple(_QUOTED.findall(match["strings"])), optional)


def found_templates(reading: Reading) -> list[Template]:
    """What Vedette tells: tolls of killed and wounded, those that stand close together as one incident."""
    out: list[Template] = []
    last: Toll | None = None
    for toll in tolls(reading):
        if toll.effect not in EFFECTS or toll.span == "period" or toll.words.lower() in PRONOUNS:
            continue
        same = (
            last is not None and toll.start - last.end < _APART and (toll.first, toll.last) == (last.first, last.last)
        )
        if not same:
            out.append(Template({NUMBER: [], EFFECT: []}))
        string = (_target(reading, toll),)
        figure = str(toll.low or toll.high or "PLURAL")
        if not any(string == f.strings and figure == f.value for f in out[-1].slots[NUMBER]):
            out[-1].slots[NUMBER].append(Fill(figure, string))
        out[-1].slots[EFFECT].append(Fill(EFFECTS[toll.effect], string))
        last = toll
    return out


def _target(reading: Reading, toll: Toll) -> str:
    """Who it was, in the report's words: those of the count, and some that follow."""
    at = reading.report.full.find(toll.words, toll.start)
    return " ".join(reading.report.full[at : at + len(toll.words) + 40].upper().split()) if at >= 0 else toll.words


def same_target(key: Fill, found: Fill) -> bool:
    """Whether a telling word of any of the key's strings (its noun, one of a person's names) is among those found."""
    words = {w.strip(".,;:\"'()") for s in found.strings for w in s.split()}
    return any(len(w) > 3 and w in words for key_string in key.strings for w in key_string.split())


def points(slot: str, key: Fill, found: Fill) -> float:
    """1 for a correct fill, .5 for a partial one, else 0."""
    key_value = key.value.lstrip("-") if slot == NUMBER else key.value
    value = found.value in [v.strip() for v in key_value.split("/")]
    return (value + same_target(key, found)) / 2 if value or same_target(key, found) else 0.0


def score_slot(slot: str, keys: list[Fill], found: list[Fill]) -> Counter[str]:
    """Points, and how many fills there are in the key (`pos`) and in the answer (`act`)."""
    pairs = sorted(
        ((points(slot, k, f), -i, -j) for i, k in enumerate(keys) for j, f in enumerate(found)), reverse=True
    )
    used_k: set[int] = set()
    used_f: set[int] = set()
    got = 0.0
    for value, i, j in pairs:
        if value > 0 and -i not in used_k and -j not in used_f:
            used_k.add(-i)
            used_f.add(-j)
            got += value
    needed = sum(1 for i, k in enumerate(keys) if i in used_k or not k.optional)
    return Counter({"points2": round(2 * got), "pos": needed, "act": len(found)})


def score_document(keys: list[Template], found: list[Template]) -> dict[str, Counter[str]]:
    """Counts by slot, templates aligned best first."""
    totals: dict[str, Counter[str]] = {NUMBER: Counter(), EFFECT: Counter()}
    rank = sorted(
        (
            (sum(score_slot(s, k.slots[s], f.slots[s])["points2"] for s in totals), -i, -j)
            for i, k in enumerate(keys)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    used_k: dict[int, int] = {}
    for value, i, j in rank:
        if value > 0 and -i not in used_k and -j not in used_k.values():
            used_k[-i] = -j
    for slot, total in totals.items():
        for i, k in enumerate(keys):
            if i in used_k:
                total.update(score_slot(slot, k.slots[slot], found[used_k[i]].slots[slot]))
            elif not k.optional:
                total.update(score_slot(slot, k.slots[slot], []))
        for j, f in enumerate(found):
            if j not in used_k.values():
                total.update(score_slot(slot, [], f.slots[slot]))
    return totals


def documents(path: Path) -> Iterator[tuple[Report, list[Template]]]:
    """Reports with their answer keys."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Report(title="", text=row["text"], ref=row["id"]), key_templates(row)


def main(data: Path, parts: list[str]) -> None:
    """Print recall and precision of each slot, beside what was published."""
    totals: dict[str, Counter[str]] = {NUMBER: Counter(), EFFECT: Counter()}
    pairs = [pair for part in parts for pair in documents(data / f"{part}.jsonl")]
    readings = read((report for report, _ in pairs), language(), Knowledge.load())
    for (_, keys), reading in zip(pairs, readings, strict=True):
        for slot, counts in score_document(keys, found_templates(reading)).items():
            totals[slot].update(counts)
    for slot, c in totals.items():
        recall, precision = c["points2"] / 2 / max(c["pos"], 1), c["points2"] / 2 / max(c["act"], 1)
        f = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        print(
            f"{slot}: recall {recall:.2f} precision {precision:.2f} F {f:.2f} ({c['pos']} in the key, {c['act']} found)"
        )
    print(PUBLISHED)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["tst1", "tst2"])
