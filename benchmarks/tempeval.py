"""Dates and lengths of time on TempEval-3: ``python benchmarks/tempeval.py DATA [--misses N]``.

DATA holds the two parts of the TempEval-3 training data in TimeML, ``TimeBank/*.tml`` (183 documents) and
``AQUAINT/*.tml`` (73), as the shared task's organisers publish them (SemEval-2013 task 1; TimeBank 1.2 is also
LDC2006T08). Scored are TIMEX3 of type DATE, TIME and DURATION in the text; the document creation time is given.
A span counts where it overlaps a gold one (relaxed); a value counts where it is equal as well. SET expressions are
neither asked for nor held against a finder.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from spacy.tokens import Doc

from vedette.knowledge.pack import default_knowledge
from vedette.reading.language import language
from vedette.reading.times.codes import lexicon
from vedette.reading.times.finder import find

KINDS = ("DATE", "TIME", "DURATION")


@dataclass(frozen=True)
class Timex:
    """One expression: characters, type and value."""

    start: int
    end: int
    kind: str
    value: str
    text: str


def documents(folder: Path) -> Iterator[tuple[str, str, date | None, list[Timex]]]:
    """Name, text, creation day and gold expressions of every TimeML file, in the order of their names."""
    for path in sorted(folder.glob("*.tml")):
        root = ElementTree.parse(path).getroot()
        created = next(
            (t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), ""
        )
        day = re.match(r"\d{4}-\d\d-\d\d", created)
        body = root.find("TEXT")
        if body is not None:
            text, gold = _flatten(body)
            yield path.name, text, date.fromisoformat(day.group()) if day else None, gold


def _flatten(body: ElementTree.Element) -> tuple[str, list[Timex]]:
    parts: list[str] = []
    gold: list[Timex] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        if node.tag == "TIMEX3":
            words = "".join(parts)[start:]
            gold.append(Timex(start, start + len(words), node.get("type", ""), node.get("value", ""), words))

    walk(body)
    return "".join(parts), gold


def found_in(doc: Doc, day: date | None) -> list[Timex]:
    """What our finder makes of a document."""
    out = []
    for one in find(doc, day, lexicon(default_knowledge())):
        span = doc[one.start : one.end]
        if one.kind not in KINDS:
            continue  # words that we read and TimeML does not mark: "previously"
        out.append(Timex(span.start_char, span.end_char, one.kind, one.value, span.text))
    return out


def f1(right: int, gold: int, found: int) -> dict[str, float]:
    """Precision, recall and F1."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("--misses", type=int, default=0, help="list so many errors of each class")
    args = options.parse_args()
    nlp = language()
    total: Counter[str] = Counter()
    for part in ("TimeBank", "AQUAINT"):
        counts: Counter[str] = Counter()
        errors: dict[str, list[str]] = {}
        items = list(documents(args.data / part))
        docs = list(nlp.pipe([text for _, text, _, _ in items], batch_size=16))
        started = time.process_time()
        for (name, _, day, gold), doc in zip(items, docs, strict=True):
            score(name, day, gold, found_in(doc, day), counts, errors, doc.text)
        report(part, counts, errors, args.misses)
        words = sum(map(len, docs))
        print(f"   {words / (time.process_time() - started):,.0f} words a second, the parse not counted")
        total.update(counts)
    report("both", total, {}, 0)


def score(
    name: str,
    day: date | None,
    gold: list[Timex],
    found: list[Timex],
    counts: Counter[str],
    errors: dict[str, list[str]],
    text: str,
) -> None:
    """Count spans and values of one document, and sort its errors into classes."""
    used: set[int] = set()
    for g in gold:
        if g.kind not in KINDS:
            continue
        counts["gold"] += 1
        counts[f"gold {g.kind}"] += 1
        best = next((i for i, f in enumerate(found) if i not in used and f.start < g.end and g.start < f.end), None)
        if best is None:
            note(errors, f"missed {g.kind}", f"{g.text!r} {g.value} [{name}] {context(text, g)}")
            continue
        used.add(best)
        counts["span"] += 1
        counts[f"span {g.kind}"] += 1
        f = found[best]
        if same(g.value, f.value):
            counts["value"] += 1
            counts[f"value {g.kind}"] += 1
        else:
            note(
                errors,
                f"value {g.kind}",
                f"{g.text!r} gold {g.value} found {f.value} ({f.text!r}, {day}) {context(text, g)}",
            )
    for i, f in enumerate(found):
        if i in used:
            continue
        if any(g.kind not in KINDS and f.start < g.end and g.start < f.end for g in gold):
            continue
        counts["spurious"] += 1
        counts[f"spurious {f.kind}"] += 1
        note(errors, f"spurious {f.kind}", f"{f.text!r} {f.value} [{name}] {context(text, f)}")


def same(gold: str, found: str) -> bool:
    """Whether two TimeML values are the same; the minutes of a clock time need not be."""
    return gold.strip() == found


def context(text: str, t: Timex) -> str:
    """The words around an expression, on one line."""
    return " ".join(text[max(0, t.start - 50) : t.end + 30].split())


def note(errors: dict[str, list[str]], name: str, line: str) -> None:
    errors.setdefault(name, []).append(line)


def report(part: str, counts: Counter[str], errors: dict[str, list[str]], misses: int) -> None:
    """Print the figures of one part, of each class, and its errors."""
    found = counts["span"] + counts["spurious"]
    print(
        f"{part}: span {f1(counts['span'], counts['gold'], found)} value {f1(counts['value'], counts['gold'], found)}"
    )
    for kind in KINDS:
        kind_found = counts[f"span {kind}"] + counts[f"spurious {kind}"]
        spans = f1(counts[f"span {kind}"], counts[f"gold {kind}"], kind_found)
        values = f1(counts[f"value {kind}"], counts[f"gold {kind}"], kind_found)
        print(f"   {kind:8} {counts[f'gold {kind}']:5} gold  span {spans}  value {values}")
    for name, lines in sorted(errors.items()):
        print(f"   {name}: {len(lines)}")
        for line in lines[:misses]:
            print(f"      {line}")


if __name__ == "__main__":
    main()
