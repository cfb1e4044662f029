"""Every phrase of time of a text, left to right: longest match first, then what joins two into a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from spacy.tokens import Doc

from vedette.reading.times import absolute, counted, lengths, named, periods, relative, same
from vedette.reading.times.codes import CODES, Lexicon, pattern, scan
from vedette.reading.times.found import Context, Found
from vedette.reading.times.ranges import bracketed, joined
from vedette.reading.times.relations import related
from vedette.reading.times.tense import tells_future, tells_past

Build = Callable[[re.Match[str], Context], Found | None]


@cache
def _rules() -> list[tuple[re.Pattern[str], Build]]:
    rules = [*absolute.RULES, *relative.RULES, *counted.RULES, *periods.RULES, *lengths.RULES, *named.RULES]
    rules += same.RULES
    return [(pattern(source), build) for source, build in rules]


def find(doc: Doc, published: date | None, lex: Lexicon) -> list[Found]:
    """Phrases of time with places in the doc's tokens (`start`, `end`), in order, none overlapping."""
    scanned = scan(doc, lex)
    context = Context(scanned, lex, published)
    options: list[tuple[int, int, int, re.Match[str], Build]] = []
    for rank, (rule, build) in enumerate(_rules()):
        options += [(m.start(), -m.end(), rank, m, build) for m in rule.finditer(scanned.codes) if m.end() > m.start()]
    options.sort(key=lambda option: option[:3])
    found: list[Found] = []
    reached = 0
    for start, _, _, m, build in options:
        if start < reached:
            continue
        first = scanned.tokens[start]
        context.future, context.past = tells_future(doc, first), tells_past(doc, first)
        one = build(m, context)
        if one is None:
            continue
        reached = one.end
        _remember(context, one)
        found.append(one)
    found = joined(bracketed(found, scanned), scanned)
    found = [related(one, scanned, published) for one in found]
    return [one.widened(scanned.tokens[one.start], scanned.tokens[one.end - 1] + 1) for one in found]


def _remember(context: Context, one: Found) -> None:
    """Let what was found be what later words count from."""
    if one.interval is None:
        return
    first = one.interval[0]
    if one.role == "day":
        context.anchor = first
    if one.granularity in ("day", "part", "month", "year"):
        context.year = first.year
    if one.granularity in ("day", "part", "week", "month", "season", "year") and one.role != "period":
        context.told = one.interval
    before = context.scan.codes[one.start - 1] if one.start else ""
    if before == CODES["SINCE"] and context.published and first <= context.published:
        context.period = (first, context.published)
    elif one.role == "period" and not (one.granularity == "open" and one.relation == "during"):
        context.period = one.interval
