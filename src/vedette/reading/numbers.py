"""Counts with their words: "at least nine", "between 15 and 20", "several hundred", "1.5 million".

Each count gets the least and the most that its words allow, and the token that it counts. Dates, ages, lengths,
shares, money and numbered things ("Resolution 2254") are no counts and are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.pack import Knowledge
from vedette.reading.reading import NumberMention, Reading

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.000)+")
"""Thousands parted by points, as many write them: "300.000"."""
_LEADING, _THREE = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
"""Thousands parted by a space: "1 200"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "VBN", "RB", "HYPH", "-LRB-", "-RRB-", "``", "''"})
_HEDGE_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Number:
    """A number without its hedge, from token `start` to `end`. `open`: its words set no upper bound ("dozens")."""

    start: int
    end: int
    low: int
    high: int
    open: bool = False
    approx: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What numbers.yaml says, phrases ready to be looked up as tuples of lower-case words."""

    words: NumberWords
    starts: frozenset[str]
    hedges: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]


@cache
def _lexicon(knowledge: Knowledge) -> _Lexicon:
    words = knowledge.world("numbers", NumberWords)
    kinds = ("least", "most", "about")
    return _Lexicon(
        words,
        frozenset({"a", "an", "half"}).union(words.units, words.scales, words.vague, words.several, words.couple),
        {tuple(p.split()): kind for kind in kinds for p in getattr(words.hedges, kind)},
        {tuple(p.split()): kind for kind in kinds for p in getattr(words.after, kind)},
    )


def find_numbers(reading: Reading) -> list[NumberMention]:
    """Every count in the report with its hedge, in the order of the text."""
    doc, lexicon = reading.doc, _lexicon(reading.knowledge)
    lower = [t.lower_ for t in doc]
    found: list[NumberMention] = []
    i = 0
    while i < len(doc):
        may_start = lower[i] in lexicon.starts or lower[i][0].isdigit()
        number = _range(lower, i, lexicon.words) if may_start else None
        if number is None:
            i += 1
            continue
        i = number.end
        if not _is_measure(doc, lower, number, lexicon.words):
            mention = _mention(doc, lower, number, lexicon)
            if not (mention.head is None and _YEAR.fullmatch(lower[number.start])):
                found.append(mention)
    return found


def _single(lower: list[str], i: int, words: NumberWords) -> _Number | None:
    """The number that starts at token `i`: digits or words, with their scale, or a vague one."""
    n, word = len(lower), lower[i] if i < len(lower) else ""
    if (fraction := _fraction(lower, i, words)) is not None:
        return fraction
    after = lower[i + 1] if i + 1 < n else ""
    if word in ("a", "an"):
        if after in words.scales:
            scaled = _scaled(lower, i + 1, 1, words)
            return replace(scaled, start=i)
        if after in words.several and after != "many":  # "a few", "a few hundred"
            return _several(lower, i, i + 1, words)
        if after == "number" and lower[i + 2 : i + 3] == ["of"]:  # but "a number of 3,000" is a figure
            figure = i + 3 < n and (lower[i + 3][0].isdigit() or lower[i + 3] in words.units)
            return None if figure else _Number(i, i + 2, 3, 3, open=True)
        if after in words.couple and lower[i + 2 : i + 3] == ["of"]:
            return _Number(i, i + 2, words.couple[after], words.couple[after])
        return None
    if word == "half":
        skip = 2 if after in ("a", "an") else 1
        scale = words.scales.get(lower[i + skip]) if i + skip < n else None
        return _Number(i, i + skip + 1, scale // 2, scale // 2) if scale else None
    if word in words.several:
        return _several(lower, i, i, words) if word in ("several", "few") or after in words.scales else None
    if word in words.vague:
        if after == "of" and i + 2 < n and lower[i + 2] in ("thousands", "hundreds", "millions"):
            scale = words.vague[lower[i + 2]] // 2
            return _Number(i, i + 3, words.vague[word] * scale, words.vague[word] * scale, open=True)
        return _Number(i, i + 1, words.vague[word], words.vague[word], open=True)
    if _THOUSANDS.fullmatch(word):
        value = float(word.replace(".", ""))
        return _Number(i, i + 1, int(value), int(value))
    if _DIGITS.fullmatch(word):
        value = float(word.replace(",", ""))
        if after in words.scales:
            return _scaled(lower, i + 1, value, words, start=i)
        if _LEADING.fullmatch(word) and _THREE.fullmatch(after) and not _goes_on(lower, i):
            return _Number(i, i + 2, int(word + after), int(word + after))
        return _Number(i, i + 1, int(value), int(value)) if value == int(value) else None
    if word in words.units:
        return _spelled(lower, i, words)
    return None


def _goes_on(lower: list[str], i: int) -> bool:
    """Whether two numbers side by side stand in a row of them and are no thousands: "blocks 101 102 and 103"."""
    after = lower[i + 2 : i + 4]
    return (i > 0 and lower[i - 1][:1].isdigit()) or any(w[:1].isdigit() for w in after)


def _fraction(lower: list[str], i: int, words: NumberWords) -> _Number | None:
    """ "A quarter of a million", "three quarters of a million"."""
    many = 1 if lower[i : i + 1] in (["a"], ["an"]) else words.units.get(lower[i]) if i < len(lower) else None
    part = words.fractions.get(lower[i + 1]) if i + 4 < len(lower) else None
    if many is None or part is None or lower[i + 2] != "of" or lower[i + 3] not in ("a", "one"):
        return None
    scale = words.scales.get(lower[i + 4])
    return None if scale is None else _Number(i, i + 5, scale * many // part, scale * many // part)


def _several(lower: list[str], start: int, i: int, words: NumberWords) -> _Number:
    """ "several", "a few hundred": at least three of them."""
    scale = words.scales.get(lower[i + 1]) if i + 1 < len(lower) else None
    least = words.several[lower[i]]
    if scale:
        return _Number(start, i + 2, least * scale, least * scale, open=True)
    return _Number(start, i + 1, least, least, open=True)


def _scaled(lower: list[str], i: int, value: float, words: NumberWords, start: int | None = None) -> _Number:
    """`value` times the scale words from token `i` on: "5 thousand", "1.5 million", "two dozen"."""
    while i < len(lower) and lower[i] in words.scales:
        value *= words.scales[lower[i]]
        i += 1
    return _Number(i - 1 if start is None else start, i, round(value), round(value))


def _spelled(lower: list[str], start: int, words: NumberWords) -> _Number:
    """Number words: "twenty-one", "one hundred and five", "three thousand two hundred"."""
    total, part, i, last = 0, 0, start, 0
    while i < len(lower):
        word = lower[i]
        if word in words.units:
            value = words.units[word]
            if i > start and not (last >= 100 or (last >= 20 and value < 10 and last % 10 == 0)):
                break
            part, last = part + value, value
        elif word in words.scales and i > start:
            scale = words.scales[word]
            if scale >= 1000:
                total, part = total + max(part, 1) * scale, 0
            else:
                part = max(part, 1) * scale
            last = scale
        elif i + 1 == len(lower) or lower[i + 1] not in words.units or not _links(word, last):
            break
        i += 1
    return _Number(start, i, total + part, total + part)


def _links(word: str, last: int) -> bool:
    """Whether a small word goes on a number: "twenty-one", "one hundred and five"."""
    return last >= 100 if word == "and" else word == "-" and last >= 20


def _range(lower: list[str], i: int, words: NumberWords) -> _Number | None:
    """A number, or two that bound a range: "ten to 15", "15-20", "three or four", "between 15 and 20"."""
    first = _single(lower, i, words)
    if first is None or first.end + 1 >= len(lower):
        return first
    before = lower[i - 1] if i else ""
    joint = lower[first.end]
    joins = joint in ("-", "or") or (joint == "to" and before != "from") or (joint == "and" and before == "between")
    second = _single(lower, first.end + 1, words) if joins else None
    if second is None or first.open or second.open:
        return first
    low = first.low
    if low < 100 and second.low >= 1000 and lower[second.end - 1] in words.scales:
        low *= words.scales[lower[second.end - 1]]  # "two to three thousand"
    return _Number(i, second.end, low, second.high) if low < second.high else first


def _is_measure(doc: Doc, lower: list[str], number: _Number, words: NumberWords) -> bool:
    """Whether the number measures, dates or names something instead of counting."""
    before = lower[number.start - 1] if number.start else ""
    after = lower[number.end] if number.end < len(lower) else ""
    beyond = lower[number.end + 1] if number.end + 1 < len(lower) else ""
    if after in words.units_of_measure or before in words.labels:
        return True
    if after == "-" and (beyond in words.units_of_measure or number.high < 100):
        return True  # "10-year-old", "two-day campaign", "47-nation group"
    if after in words.months and doc[number.end].text[0].isupper():
        return True
    if before in words.months and (number.high <= 31 or _YEAR.fullmatch(lower[number.start])):
        return True
    dated = _YEAR.fullmatch(lower[number.start]) and before in ("the", "in", "a", "this", "since", "of")
    if dated and number.end < len(doc) and doc[number.end].tag_ in ("NN", "NNP", "VBG"):
        return True  # "the 2014 war"
    if after in (":", "/", ".") and beyond[:1].isdigit():
        return True  # 10:30, 7/10
    if before == "." and number.start > 1 and lower[number.start - 2] == "no" and not doc[number.start].is_sent_start:
        return True  # "communique no. 7"
    if before == "," and after in (",", ".", ")", ";") and number.start > 1 and doc[number.start - 2].pos_ == "PROPN":
        return number.high < 110  # an age: "Liu Shan, 45, was arrested"
    if before in ("also", "now", "then") and number.start > 1 and lower[number.start - 2] == "," and after == ",":
        return True  # "the victim, also 14,"
    name = number.start and doc[number.start].text[0].isupper() and doc[number.start - 1].text.isupper()
    if (
        name
        and before.isalpha()
        and after.isalpha()
        and doc[number.end].text.islower()
        and not _plural(doc, number.end)
    ):
        return True  # "the TV One network"
    if (
        number.end < len(doc)
        and doc[number.end].pos_ == "PROPN"
        and words.streets & set(lower[number.end : number.end + 4])
    ):
        return True
    if before in (":", "/") and number.start > 1 and lower[number.start - 2][:1].isdigit():
        return True
    return number.start + 1 == number.end and lower[number.start] == "one" and before in ("no", "this", "that", "any")


def _plural(doc: Doc, i: int) -> bool:
    return doc[i].tag_ == "NNS"


def _mention(doc: Doc, lower: list[str], number: _Number, lexicon: _Lexicon) -> NumberMention:
    """The mention with its hedges, before and after the number."""
    start, end, kinds = number.start, number.end, set[str]()
    while True:
        taken = _hedge_before(lower, start, lexicon)
        if taken is None:
            break
        start, kind = taken
        kinds.add(kind)
    for size in (3, 2):
        kind_after = lexicon.after.get(tuple(lower[end : end + size]))
        if kind_after and lower[end + size : end + size + 1] != ["than"]:  # "32 and more than 115 wounded" are two
            kinds.add(kind_after)
            end += size
            break
    low: int | None = number.low
    high: int | None = number.high
    if low == high:
        if "least" in kinds or number.open:
            high = None
        elif "most" in kinds:
            low = None
    approx = "about" in kinds and low is not None and high is not None
    head = _counted(doc, lower, number, lexicon.words)
    return NumberMention(start=start, end=end, low=low, high=high, approx=approx, words=doc[start:end].text, head=head)


def _hedge_before(lower: list[str], start: int, lexicon: _Lexicon) -> tuple[int, str] | None:
    """Where the hedge that ends before token `start` begins, and its kind; "at least another 12" counts too."""
    for end in (start, start - 1, start - 2):
        if end < start and (end < 1 or lower[end] not in lexicon.words.fillers):
            return None
        for size in range(min(_HEDGE_WORDS, end), 0, -1):
            kind = lexicon.hedges.get(tuple(lower[end - size : end]))
            if kind:
                return end - size, kind
    return None


def _parts(doc: Doc, start: int, end: int) -> bool:
    """Whether a comma or an article between number and noun shows that the number counts something else."""
    return any(t.text == "," or t.lower_ in ("a", "an", "the") for t in doc[start:end])


def _behind_brackets(doc: Doc, head: int) -> int:
    """The noun that words in brackets precede: "80 (IS group) fighters" counts fighters."""
    closed = head + 2 < len(doc) and doc[head + 1].text == ")" and doc[head + 2].pos_ in _NOMINAL
    return head + 2 if closed else head


def _past_compounds(head: Token) -> int:
    """The noun that a counted one only stands before: "10 junta casualties" counts casualties."""
    while head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.tag_ in ("NNS", "NNPS"):
        head = head.head
    return head.i


def _counted(doc: Doc, lower: list[str], number: _Number, words: NumberWords) -> int | None:
    """The token that the number counts: its noun in the parse, or the noun after "of", or the next noun."""
    end = number.end
    if lower[end : end + 1] == ["of"]:
        for child in doc[end].children:
            if child.dep_ == "pobj":
                return child.i
        return end + 1 if end + 1 < len(doc) else None
    if lower[end : end + 1] and lower[end] in words.weekdays:
        return None
    for token in doc[number.start : end]:
        head = token.head
        counts = token.dep_ in ("nummod", "amod", "quantmod", "compound", "det") and end <= head.i < end + 9
        if counts and head.lower_ not in words.weekdays | words.months and not _parts(doc, end, head.i):
            return _behind_brackets(doc, _past_compounds(head))
    j, last = end, None
    while j < len(doc) and j < end + 6:
        token = doc[j]
        if token.lower_ in words.months | words.weekdays or token.ent_type_ in ("DATE", "TIME") or token.is_sent_start:
            break
        if token.pos_ in _NOMINAL:
            last = j
        elif token.tag_ not in _BEFORE_NOUN or last is not None:
            break
        j += 1
    return last
