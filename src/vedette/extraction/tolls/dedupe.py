"""The same count told twice, in headline and body say, is one claim: its fullest mention, with what both tell."""

from __future__ import annotations

from vedette.extraction.tolls.draft import Draft
from vedette.extraction.tolls.who import UNKNOWN
from vedette.model.claim import Claim, Toll
from vedette.model.place import PlaceKind

_SMALL = 10
_FEW = 2
_DEGREES = 0.6


def once(drafts: list[Draft], title_end: int) -> list[Draft]:
    """`drafts` in order, those that tell the same count merged, vague ones that a count makes plain dropped."""
    kept: list[Draft] = []
    for draft in drafts:
        for n, other in enumerate(kept):
            if _same(other, draft, title_end):
                kept[n] = _merge(other, draft, title_end)
                break
        else:
            kept.append(draft)
    return [d for d in kept if not any(_said_better(d.toll, other.toll, title_end) for other in kept)]


def _figure(toll: Toll) -> int | None:
    return toll.low if toll.low is not None else toll.high


def _same(first: Draft, second: Draft, title_end: int) -> bool:
    """Whether both tell one count. A part is no whole, a place no other place, a soldier no civilian."""
    a, b = first.toll, second.toll
    figure = _figure(a)
    if a.effect != b.effect or figure != _figure(b):
        return False
    if a.start <= b.start < a.end and a.words != b.words:
        return False  # "killed a nurse, a cook and Ali Saleh"
    in_title = a.start < title_end
    if {a.who, b.who} == {"civilian", "combatant"} or not (in_title or _agree(a.group, b.group)):
        return False
    if not in_title and a.source and b.source and a.source != b.source and (a.low, a.high) != (b.low, b.high):
        return False
    if not in_title and _apart(a, b):
        return False
    if figure is None or _two_persons(a, b):
        return False
    if a.subset and b.subset and first.whole != second.whole:
        return False
    if second.definite and _referring(a, b):
        return True
    if _named_now(a, b):
        return True
    if a.words.lower() == b.words.lower() and a.words.lower().startswith(("his ", "her ")):
        return True  # "his son was hurt. ... A bomb hit the car, injuring his son"
    if figure < _SMALL and not in_title:
        alike = a.group == b.group or (a.who == "combatant" and None in (a.group, b.group))
        if not alike or a.subset != b.subset or a.who != b.who:
            return False
        return _agree(a.place, b.place) or (figure > _FEW and close(a, b)) or (figure > 1 and _holds(a, b))
    return True


def _named_now(a: Toll, b: Toll) -> bool:
    """Whether a name is that of the one person told of before: "A civilian was killed. ... Ali Saleh, a baker,"."""
    one = a.low == a.high == b.low == b.high == 1 and not a.subset and not b.subset
    return (
        one
        and _is_name(b.words)
        and not _is_name(a.words)
        and b.who == UNKNOWN
        and a.first == b.first
        and _agree(a.place, b.place)
    )


def _is_name(words: str) -> bool:
    return len(_name(words)) > 1


def _name(words: str) -> list[str]:
    """The words of a name that a telling ends with: none of "the mayor", two of "mayor Juan Perez"."""
    told = words.split()
    small = [n for n, w in enumerate(told, 1) if not w[0].isupper()]
    return told[small[-1] if small else 0 :]


def _referring(a: Toll, b: Toll) -> bool:
    """Whether "the two wounded" can be those told before, though no place is told again."""
    many = a.low is not None and a.low > 1
    return many and (a.low, a.high, a.subset) == (b.low, b.high, b.subset) and (a.who == b.who or b.who == UNKNOWN)


def _two_persons(a: Toll, b: Toll) -> bool:
    """Whether they name one person each, and neither name is a part of the other."""
    if not a.low == a.high == b.low == b.high == 1:
        return False
    names = [set(_name(t.words)) for t in (a, b)]
    return all(names) and not (names[0] <= names[1] or names[1] <= names[0])  # kin share a part of their names


def close(a: Claim, b: Claim) -> bool:
    """Whether the gazetteer puts both places within a district's width of each other."""
    if a.location is None or b.location is None or a.location.lat is None or b.location.lat is None:
        return True
    if a.location.lon is None or b.location.lon is None:
        return True
    return abs(a.location.lat - b.location.lat) + abs(a.location.lon - b.location.lon) < _DEGREES


def _holds(a: Toll, b: Toll) -> bool:
    """Whether one is told of a country and the other of a place in it."""
    places = [t.location for t in (a, b)]
    if places[0] is None or places[1] is None or places[0].country != places[1].country:
        return False
    return any(p is not None and p.kind is PlaceKind.COUNTRY for p in places)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b or bool(set(a.lower().split()) & set(b.lower().split()))


def _apart(a: Toll, b: Toll) -> bool:
    """Whether their days do not meet."""
    if a.first is None or b.first is None:
        return False
    return (a.last or a.first) < b.first or (b.last or b.first) < a.first


def _said_better(a: Toll, b: Toll, title_end: int) -> bool:
    """Whether `b` makes `a` superfluous: the headline's "dozens", or an uncounted effect, beside the count itself."""
    if a is b or a.effect != b.effect or b.subset or a.subset or b.low is None:
        return False
    in_title = a.start < title_end <= b.start
    if a.low is None and a.high is None:
        return in_title and "combatant" not in {a.who, b.who} ^ {a.who} and _agree(a.group, b.group)
    if in_title and a.low is not None and a.high is None:
        return a.low <= b.low and (b.high is not None or b.low > a.low) and not _apart(a, b)
    return False


def _merge(first: Draft, second: Draft, title_end: int) -> Draft:
    """The body's telling, filled up from the other's; among two of the body, the credited one, else the first."""
    in_title = first.toll.start < title_end <= second.toll.start
    credited = first.toll.source is None and second.toll.source is not None
    kept, other = (second, first.toll) if in_title or credited else (first, second.toll)
    keep = kept.toll
    reasons: dict[str, str] = {}
    changes: dict[str, object] = {}
    for slot in ("by", "means", "group", "place", "source"):
        if slot == "by" and other.by in (keep.group, other.group):
            continue  # nobody's men are killed by their own side
        if getattr(keep, slot) is None and getattr(other, slot) is not None:
            changes[slot] = getattr(other, slot)
            reasons[slot] = f"told elsewhere in the report: {other.reasons.get(slot, '')}"
    if changes.get("place"):
        changes["location"] = other.location
    if changes.get("source"):
        changes["chain"] = other.chain
    if keep.first is None and other.first is not None:
        changes |= {"first": other.first, "last": other.last, "date_basis": other.date_basis}
    of_all = other.who == "combatant" or other.group is None  # "dozens of children" beside "people, with children"
    if keep.who == "unknown" and other.who != "unknown" and of_all:
        changes["who"] = other.who
        reasons["who"] = f"told elsewhere in the report: {other.reasons.get('who', '')}"
    return kept.told(reasons, **changes)
