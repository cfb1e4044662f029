"""Tokens to one-letter classes, so that phrases of time are found by patterns over a short string.

A pattern is written with the names below and blanks, which are dropped: ``"WEEKDAY PART?"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from vedette.knowledge.pack import Knowledge
from vedette.knowledge.times import NamedDay, Times

_NAMES = [
    "OTHER", "BREAK", "WEEKDAY", "MONTH", "DAYNUM", "ORDINAL", "YEAR", "NUMBER", "WORD", "UNIT", "UNITS",
    "PART", "DEICTIC", "OVERNIGHT", "SEASON", "FULL", "DECADE", "MIDYEAR", "REF", "NAMED", "CLOCK",
    "SHORTYEAR", "THE", "ART", "OF", "AND", "COMMA", "HYPHEN", "SLASH", "POSS", "LAST", "NEXT", "THIS",
    "CURRENT", "PREVIOUS", "FOLLOWING", "SAME", "THAT", "LATEST", "EARLY", "LATE", "MID", "BEGIN", "END",
    "EARLIER", "LATER", "BEFORE", "AFTER", "AGO", "HALF", "OLD", "LONG", "FISCAL", "SEVERAL", "HEDGE",
    "MORE", "THAN", "AT", "MERIDIEM", "FROM", "TO", "BETWEEN", "IN", "ON", "SINCE", "BY", "DURING", "FOR",
    "WEEKEND", "SO", "FAR", "PERIOD", "DATE", "AGE", "NEW",
]  # fmt: skip
CODES = {name: chr(0x100 + i) for i, name in enumerate(_NAMES)}
"""Class name to its letter; letters are private, no pattern character among them."""


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern over class names to one over their letters."""
    body = re.sub(r"\b[A-Z]{2,}\b", lambda m: CODES[m.group()], source)
    return re.compile(body.replace(" ", ""))


@dataclass(frozen=True)
class Lexicon:
    """The vocabulary of times, as look-up tables."""

    words: dict[str, tuple[str, int | str]]
    capital_only: frozenset[str]
    season_months: dict[str, tuple[int, int]]
    named: dict[str, list[tuple[tuple[str, ...], tuple[NamedDay, ...]]]]
    lasting: frozenset[str]


_LEXICONS: dict[int, tuple[Knowledge, Lexicon]] = {}


def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of `knowledge`, built once."""
    known = _LEXICONS.get(id(knowledge))
    if known is None or known[0] is not knowledge:
        known = (knowledge, _build(knowledge.world("times", Times)))
        _LEXICONS[id(knowledge)] = known
    return known[1]


def _build(times: Times) -> Lexicon:
    words: dict[str, tuple[str, int | str]] = {}
    for name, entries in times.grammar.items():
        code = "WEEKEND" if name == "WEEKENDING" else name
        for word in entries:
            words.setdefault(word, (code, word))
    for word, unit in times.units.items():
        if unit != "weekend":
            words[word] = ("UNITS" if word.endswith("s") or word == "centuries" else "UNIT", unit)
    words["weekends"] = ("OTHER", "")
    for code, table in (
        ("PART", times.parts),
        ("DEICTIC", times.deictic),
        ("SEASON", times.seasons),
        ("REF", times.references),
        ("WORD", times.numbers),
        ("ORDINAL", times.ordinals),
        ("DECADE", times.decade_words),
        ("MONTH", times.months),
        ("WEEKDAY", times.weekdays),
    ):
        for word, value in table.items():
            words[word] = (code, value)
    for word in times.overnight:
        words[word] = ("OVERNIGHT", word)
    by_alias: dict[tuple[str, ...], list[NamedDay]] = {}
    for day in times.named_days:
        for alias in day.aliases:
            by_alias.setdefault(tuple(re.findall(r"[\w]+", alias)), []).append(day)
    named: dict[str, list[tuple[tuple[str, ...], tuple[NamedDay, ...]]]] = {}
    for alias_words, days in by_alias.items():
        named.setdefault(alias_words[0], []).append((alias_words, tuple(days)))
    for options in named.values():
        options.sort(key=lambda option: -len(option[0]))
    return Lexicon(words, frozenset(times.capital_only), times.season_months, named, times.lasting)


def _before_date(token: Token, lex: Lexicon) -> bool:
    """Whether a day or month follows, with or without a comma."""
    doc = token.doc
    after = [t.lower_.rstrip(".") for t in doc[token.i + 1 : token.i + 3] if t.text != ","]
    return bool(after) and (after[0].isdigit() or lex.words.get(after[0], ("",))[0] in ("MONTH", "PART"))


_DAYNUM = re.compile(r"(?:0?[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DECADE = re.compile(r"(?:(\d\d)?|')(\d0)'?s")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
_MID = re.compile(r"(mid|early|late)-((?:1[5-9]|20)\d\d|[a-z]+)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?")


@dataclass(slots=True)
class Scan:
    """A doc as a string of classes; `tokens` maps a place in it to the doc's token, `values` to what it stands for."""

    doc: Doc
    codes: str
    tokens: list[int]
    values: list[object]
    capitals: str

    def token(self, at: int) -> Token:
        """The doc's token for place `at`."""
        return self.doc[self.tokens[at]]


def scan(doc: Doc, lex: Lexicon) -> Scan:
    """Classify every token of `doc`; blanks are left out, line breaks kept."""
    codes: list[str] = []
    tokens: list[int] = []
    full_dates = {m.start(): m for m in _ISO.finditer(doc.text)}
    values: list[object] = []
    name: str
    value: object
    for token in doc:
        text = token.text
        if text.isspace():
            if "\n" not in text:
                continue
            name, value = "BREAK", None
        elif token.idx in full_dates:  # the tokenizer may cut "2016-12-10" in pieces
            year, month, day = full_dates[token.idx].groups()
            name, value = "FULL", (int(year), int(month), int(day))
        else:
            name, value = _classify(text, token, lex)
        codes.append(CODES[name])
        tokens.append(token.i)
        values.append(value)
    result = Scan(doc, "", tokens, values, "")
    _mark_named(result, codes, lex)
    result.codes = "".join(codes)
    return result


def _classify(text: str, token: Token, lex: Lexicon) -> tuple[str, object]:
    lower = text.lower()
    if lower[0].isdigit() or lower[0] == "'":
        return _numeric(lower)
    found = lex.words.get(lower)
    if found is None and lower.endswith("."):
        found = lex.words.get(lower[:-1])
    if found is None and lower.endswith("s") and len(lower) > 4:
        single = lex.words.get(lower.rstrip("'")[:-1] if not lower.endswith("'s") else lower[:-2])
        if single is not None and single[0] in ("WEEKDAY", "MONTH", "DEICTIC"):
            found = single
    if found is None:
        part = _MID.fullmatch(lower) if "-" in lower else None
        if part:
            inner = part.group(2)
            if inner.isdigit():
                return "MIDYEAR", (part.group(1), int(inner), None)
            month = lex.words.get(inner)
            if month is not None and month[0] in ("MONTH", "WEEKDAY"):
                return "MIDYEAR", (part.group(1), None, month[1]) if month[0] == "MONTH" else None
        return "OTHER", None
    if lower.rstrip(".") in lex.capital_only and (not text[0].isupper() or token.tag_ == "MD"):
        return "OTHER", None
    if found[0] == "WEEKDAY" and len(lower) < 6 and not lower.endswith(".") and not _before_date(token, lex):
        return "OTHER", None  # "Sun" and "Sat" are names too
    return found


def _numeric(lower: str) -> tuple[str, object]:
    if _DAYNUM.fullmatch(lower):
        return "DAYNUM", int(lower)
    if _YEAR.fullmatch(lower):
        return "YEAR", int(lower)
    if m := _ORDINAL.fullmatch(lower):
        return "ORDINAL", int(m.group(1))
    if m := _DECADE.fullmatch(lower):
        return "DECADE", int(f"{m.group(1) or 19}{m.group(2)}")
    if m := _ISO.fullmatch(lower):
        return "FULL", (int(m.group(1)), int(m.group(2)), int(m.group(3)))
    if m := _DMY.fullmatch(lower):
        return "FULL", _day_month(int(m.group(1)), int(m.group(3)), m.group(4), m.group(2))
    if _CLOCK.fullmatch(lower):
        return "CLOCK", lower
    if _NUMBER.fullmatch(lower):
        return "NUMBER", float(lower.replace(",", ""))
    if lower == "'" or lower == "'s":
        return "POSS", lower
    return "OTHER", None


def _day_month(a: int, b: int, year: str, sign: str) -> tuple[int, int, int]:
    """Day first with dots, month first with slashes and hyphens, unless that gives no date."""
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 40 else 2000)
    day, month = (a, b) if sign == "." else (b, a)
    if month > 12:
        day, month = month, day
    return full, month, day


def _mark_named(result: Scan, codes: list[str], lex: Lexicon) -> None:
    """Give named days ("Eid al-Fitr") their class: each word NAMED, the first holding the days."""
    doc, tokens = result.doc, result.tokens
    at = 0
    while at < len(tokens):
        options = lex.named.get(doc[tokens[at]].lower_.split("-")[0])
        size = _named_at(doc, tokens, at, options) if options else None
        if size is None or not doc[tokens[at]].text[0].isupper():
            at += 1
            continue
        length, days = size
        for i in range(at, at + length):
            codes[i] = CODES["NAMED"]
            result.values[i] = None
        result.values[at] = days
        at += length


def _named_at(
    doc: Doc, tokens: list[int], at: int, options: list[tuple[tuple[str, ...], tuple[NamedDay, ...]]]
) -> tuple[int, tuple[NamedDay, ...]] | None:
    for words, days in options:
        got: list[str] = []
        end = at
        while end < len(tokens) and len(got) < len(words):
            got += re.findall(r"\w+", doc[tokens[end]].lower_)
            end += 1
        if tuple(got) == words:
            return end - at, days
    return None


def matches(scan_: Scan, source: str) -> Iterator[re.Match[str]]:
    """Every match of a pattern over the whole scan."""
    return pattern(source).finditer(scan_.codes)
