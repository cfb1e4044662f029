"""MUC-4's scoring rules: templates mapped onto the answer key's, fills correct, partial, missing or spurious.

After the conference's own papers (Fourth Message Understanding Conference, 1992: "MUC-4 Evaluation Metrics", and
appendix C, "Guidelines for Scoring Mismatches between System Responses and Answer Key"):

- A template maps onto a key template if the types of incident match at least in part, and one of perpetrators or
  targets does as well; or type, date and place do. The best mapping is taken; all templates count, so that what is
  left over in the key is missing and what is left over in the answer is spurious, slot by slot.
- A fill with a cross-reference (``6: "JESUITS"``) is correct if value and string are, partial (a half) if the value
  is right or right in part and the string is not, incorrect if the value is. "PLURAL" for a figure is partial, and so
  is a right figure with a wrong hedge. Type ATTACK for one of its kinds, or the other way round, is partial.
- Optional fills and templates (``?``, OPTIONAL) cost nothing when missing. Alternatives stand between slashes.

The conference's scorer asked a person whether strings name the same; here they do if they share a telling word.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

TYPE, DATE, PLACE = "INCIDENT: TYPE", "INCIDENT: DATE", "INCIDENT: LOCATION"
PERSON, BAND = "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"
NUMBER, EFFECT = "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT"
SLOTS = (TYPE, DATE, PLACE, PERSON, BAND, NUMBER, EFFECT)
TARGETS = ("HUM TGT: NAME", "HUM TGT: DESCRIPTION")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(rf"(\d\d?) ({'|'.join(_MONTHS)}) (\d\d)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_KIND = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
_EMPTY = ("", "-", "*")
_IDLE = frozenset(
    re.findall(r"\w+", "THE AND FOR OF WHO HIS HER ITS THEIR FROM WITH THAT OTHER SOME MEMBERS GROUP DEL")
)


@dataclass(frozen=True)
class Fill:
    """One fill: the values any of which is right, and the strings any of which names what it is said of."""

    values: tuple[str, ...] = ()
    strings: tuple[str, ...] = ()
    optional: bool = False


@dataclass
class Template:
    """One incident: fills by slot, and the words for its human targets, with which templates are mapped."""

    slots: dict[str, list[Fill]] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    optional: bool = False


def key_templates(row: dict[str, list[dict[str, list[str]]]]) -> list[Template]:
    """The templates of an answer key's document; none where it tells of no incident."""
    out = []
    for raw in row["templates"]:
        number = " ".join(raw.get("MESSAGE: TEMPLATE", [])).strip()
        if number in _EMPTY:
            continue
        slots = {
            slot: [key_fill(slot, text) for text in raw.get(slot, []) if text.strip() not in _EMPTY] for slot in SLOTS
        }
        targets = tuple(s for slot in (*TARGETS, NUMBER) for text in raw.get(slot, []) for s in _QUOTED.findall(text))
        out.append(Template(slots, targets, "OPTIONAL" in number))
    return out


def key_fill(slot: str, text: str) -> Fill:
    """One fill of the answer key, as it is written there."""
    optional = text.lstrip().startswith("?")
    text = text.strip().lstrip("? ")
    if slot in (NUMBER, EFFECT):
        value, _, named = text.partition(":")
        return Fill(_parts(value), tuple(_QUOTED.findall(named)), optional)
    if slot in (PERSON, BAND):
        return Fill((), tuple(_QUOTED.findall(text)), optional)
    if slot == PLACE:
        several = re.split(r"\)\s+/\s+\(", text[1:-1]) if text.startswith("(") else [text]
        return Fill(tuple(several), (), optional)
    return Fill(_parts(text.replace("(", "").replace(")", "")), (), optional)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in text.split("/") if p.strip())


def value_points(slot: str, key: Fill, found: Fill) -> float:
    """1, .5 or 0: how well the found value meets the best of the key's."""
    meets = {TYPE: _type, DATE: _days, PLACE: _place, NUMBER: _number}.get(slot, _same)
    return max((meets(k, f) for k in key.values for f in found.values), default=0.0)


def _same(key: str, found: str) -> float:
    return float(key == found)


def _type(key: str, found: str) -> float:
    return 1.0 if key == found else 0.5 if "ATTACK" in (key, found) else 0.0


def _number(key: str, found: str) -> float:
    if key.replace(" ", "") == found.replace(" ", ""):
        return 1.0
    digits = [re.sub(r"\D", "", value) for value in (key, found)]
    if digits[0] and digits[0] == digits[1]:
        return 0.5
    return 0.5 if "PLURAL" in (key, found) and "1" not in (key, found) else 0.0


def _days(key: str, found: str) -> float:
    """Days within the key's are right ("- 04 FEB 90": up to then); the last of them alone, and an overlap, in part."""
    mine, theirs = span(key), span(found)
    if mine is None or theirs is None:
        return 0.0
    if mine == theirs:
        return 1.0
    within = mine[0] <= theirs[0] and theirs[1] <= mine[1]
    if within and not (mine[0] == date.min and theirs[0] == theirs[1] == mine[1]):
        return 1.0
    return 0.5 if mine[0] <= theirs[1] and theirs[0] <= mine[1] else 0.0


def span(text: str) -> tuple[date, date] | None:
    """ "02 FEB 90", "17 FEB 90 - 18 FEB 90" or "- 04 FEB 90" to first and last day; an open start is `date.min`."""
    days = [date(1900 + int(y), _MONTHS.index(m) + 1, int(d)) for d, m, y in _DAY.findall(text) if y != "00"]
    if not days:
        return None
    return (date.min if text.lstrip().startswith("-") else days[0]), days[-1]


def day_text(first: date, last: date) -> str:
    """Days as the task writes them."""
    ends = [f"{d.day:02} {_MONTHS[d.month - 1]} {d.year % 100:02}" for d in (first, last)]
    return ends[0] if first == last else "- " + ends[1] if last - first > timedelta(60) else " - ".join(ends)


def _place(key: str, found: str) -> float:
    """Places are written from the country down: right if the last names are the same, in part if another is."""
    mine, theirs = (_names(text) for text in (key, found))
    if mine[-1] == theirs[-1] or (len(mine) > 1 and {*re.split(r"\s+-\s+", mine[-1])} & {*theirs}):
        return 1.0
    return 0.5 if {*mine} & {*theirs} else 0.0


def _names(text: str) -> list[str]:
    return [name for part in text.split(":") if (name := " ".join(_KIND.sub("", part).split()))]


def same_name(key: Fill | tuple[str, ...], found: Fill | tuple[str, ...]) -> bool:
    """Whether a telling word is in any string of both."""
    mine, theirs = ({*_words(f.strings if isinstance(f, Fill) else f)} for f in (key, found))
    return bool(mine & theirs)


def _words(strings: tuple[str, ...]) -> list[str]:
    return [w.removesuffix("S") for s in strings for w in _WORD.findall(s) if len(w) > 2 and w not in _IDLE]


def points(slot: str, key: Fill, found: Fill) -> float:
    """1 for a correct fill, .5 for a partial one, else 0."""
    if slot in (PERSON, BAND):
        return float(same_name(key, found))
    value = value_points(slot, key, found)
    if slot in (NUMBER, EFFECT) and value:
        return 1.0 if value == 1 and same_name(key, found) else 0.5
    return value


def score_slot(slot: str, keys: list[Fill], found: list[Fill]) -> Counter[str]:
    """Twice the points, and how many fills there are in the key (`pos`) and in the answer (`act`)."""
    ranked = sorted(
        ((points(slot, k, f) + same_name(k, f) / 8, -i, -j) for i, k in enumerate(keys) for j, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= 0.5 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    got = sum(points(slot, keys[i], found[j]) for i, j in pairs.items())
    needed = sum(1 for i, k in enumerate(keys) if i in pairs or not k.optional)
    return Counter({"points2": round(2 * got), "pos": needed, "act": len(found)})


def mapped(keys: list[Template], found: list[Template]) -> dict[int, int]:
    """Key template to found template, the best first."""
    ranked = sorted(
        ((_closeness(k, f), -i, -j) for i, k in enumerate(keys) for j, f in enumerate(found) if _may_map(k, f)),
        reverse=True,
    )
    out: dict[int, int] = {}
    for _, i, j in ranked:
        if -i not in out and -j not in out.values():
            out[-i] = -j
    return out


def _closeness(key: Template, found: Template) -> int:
    return sum(score_slot(s, key.slots.get(s, []), found.slots.get(s, []))["points2"] for s in SLOTS)


def _may_map(key: Template, found: Template) -> bool:
    def meets(slot: str) -> bool:
        return any(points(slot, k, f) for k in key.slots.get(slot, []) for f in found.slots.get(slot, []))

    if not meets(TYPE):
        return False
    named = same_name(key.targets, found.targets) or meets(PERSON) or meets(BAND)
    return named or (meets(DATE) and meets(PLACE))


def score_document(keys: list[Template], found: list[Template]) -> dict[str, Counter[str]]:
    """Counts by slot over one document."""
    pairs = mapped(keys, found)
    totals: dict[str, Counter[str]] = {slot: Counter() for slot in SLOTS}
    for slot, total in totals.items():
        for i, key in enumerate(keys):
            if i in pairs:
                total.update(score_slot(slot, key.slots.get(slot, []), found[pairs[i]].slots.get(slot, [])))
            elif not key.optional:
                total.update(score_slot(slot, key.slots.get(slot, []), []))
        for j, other in enumerate(found):
            if j not in pairs.values():
                total.update(score_slot(slot, [], other.slots.get(slot, [])))
    return totals


def recall_precision(counts: Counter[str]) -> tuple[float, float]:
    """Recall and precision of one slot's counts."""
    got = counts["points2"] / 2
    return got / max(counts["pos"], 1), got / max(counts["act"], 1)
