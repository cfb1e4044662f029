"""How far two records agree: tables over what matched, and what did not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from vedette.knowledge.actors import acled_class
from vedette.knowledge.pack import Knowledge
from vedette.linking.where import km_between
from vedette.products.compare.match import Matches, Pair
from vedette.products.compare.outside import Outside
from vedette.products.exports.acled import CIVILIAN_CLASS, OTHER
from vedette.products.exports.record import Record

NEAR_KM, AROUND_KM = 5, 25
UNTOLD = "type not told"


@dataclass(frozen=True)
class Agreement:
    """One table: a title, names of columns, rows of as many cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def agreement(found: Matches, name: str, knowledge: Knowledge) -> list[Agreement]:
    """All tables. `name` is the other data set's."""
    return [
        _coverage(found, name),
        _types(found, name),
        _counted("Days", found.pairs, day_words, "match"),
        _counted("Places", found.pairs, place_words, "match"),
        _counted("Dead", found.pairs, dead_words, "match"),
        _sums(found.pairs, name),
        _counted("Who did it (ACLED's classes)", found.pairs, lambda p: class_words(p, knowledge), "match"),
    ]


def day_words(pair: Pair) -> str:
    """How the days stand to each other."""
    h, o = pair.record.happening, pair.outside
    first, last = h.first or h.last, h.last or h.first
    if first is None or last is None:
        return "ours not told"
    if (first, last) == (o.first, o.last):
        return "the same"
    if first <= o.last and o.first <= last:
        return "overlapping"
    gap = max((o.first - last).days, (first - o.last).days)
    return f"{gap} day{'s' if gap > 1 else ''} apart"


def place_words(pair: Pair) -> str:
    """How far apart the places lie; a place that is an area has no distance to speak of."""
    place = pair.record.place
    if place is None:
        return "ours not resolved"
    if place.geo_precision == 3 or pair.outside.place.geo_precision == 3:
        return "one is known as an area only"
    away = km_between(place, pair.outside.place)
    if away is None:
        return "ours not resolved"
    return f"within {NEAR_KM} km" if away <= NEAR_KM else f"within {AROUND_KM} km" if away <= AROUND_KM else "further"


def dead_words(pair: Pair) -> str:
    """How their number of dead stands to our range; open above is no bound."""
    ours, theirs = pair.record.happening.killed, pair.outside.best
    told = ours is not None and (ours.low, ours.high, ours.best) != (None, None, None)
    if not told or ours is None:
        return "both tell none" if not theirs else "only theirs tell dead"
    if not theirs:
        return "only ours tell dead"
    low, high = ours.low or 0, None if ours.open else ours.high
    if theirs < low:
        return "theirs below our range"
    return "theirs above our range" if high is not None and theirs > high else "theirs within our range"


def class_words(pair: Pair, knowledge: Knowledge) -> str:
    """Whether both lay it to one class of actor; either side counts, since data sets order them differently."""
    ours = {acled_class(knowledge, name) for name in (pair.record.happening.actor,) if name}
    theirs = {pair.outside.actor_class, pair.outside.target_class} - {None, CIVILIAN_CLASS}
    if not ours - {None}:
        return "ours not told"
    if not theirs:
        return "theirs not told"
    # The state at home and abroad are two classes of ACLED's, of which our lists know but one.
    return "one class" if ours & theirs or (ours | theirs) <= {1, 8} else "another class"


def _coverage(found: Matches, name: str) -> Agreement:
    theirs, ours = len(found.pairs) + len(found.only_theirs), len(found.only_ours)
    held = len({p.record.happening.id for p in found.pairs})
    rows = (
        (f"{name}'s events", str(theirs)),
        ("of them matched", _share(len(found.pairs), theirs)),
        ("our events that it could hold", str(ours + held)),
        ("of them matched", _share(held, ours + held)),
        ("near misses to be judged", str(len(found.near))),
    )
    return Agreement("Coverage", ("what", "count"), rows)


def _types(found: Matches, name: str) -> Agreement:
    theirs = Counter(_type(o) for o in (*(p.outside for p in found.pairs), *found.only_theirs))
    matched: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in found.pairs:
        matched[_type(pair.outside)][pair.record.happening.type] += 1
    rows = tuple(
        (kind, str(n), _share(matched[kind].total(), n), ", ".join(f"{t} {k}" for t, k in matched[kind].most_common(3)))
        for kind, n in sorted(theirs.items(), key=lambda item: (-item[1], item[0]))
    )
    return Agreement("Types", (f"{name}'s type", "events", "matched", "ours"), rows)


def _type(outside: Outside) -> str:
    return UNTOLD if not outside.types else outside.types[0] if len(outside.types) == 1 else OTHER


def _counted(title: str, pairs: Sequence[Pair], words: Callable[[Pair], str], what: str) -> Agreement:
    counts = Counter(words(pair) for pair in pairs)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Agreement(title, (what, "pairs"), tuple((key, _share(n, len(pairs))) for key, n in order))


def _sums(pairs: Sequence[Pair], name: str) -> Agreement:
    """The dead of all matches, each event of ours once."""
    records: dict[str, Record] = {p.record.happening.id: p.record for p in pairs}
    killed = [r.happening.killed for r in records.values() if r.happening.killed]
    rows = [
        (name, *(str(sum(_of(p.outside, m) for p in pairs)) for m in ("low", "best", "high"))),
        ("ours", *(str(sum(getattr(k, m) or 0 for k in killed)) for m in ("low", "best", "high"))),
    ]
    ratios = [p.outside.best / k.best for p in pairs if (k := p.record.happening.killed) and k.best and p.outside.best]
    middle = f"{median(ratios):.2f}" if ratios else "none"
    rows.append(("median of theirs to our best", "", middle, ""))
    return Agreement("Dead of the matches", ("whose", "least", "best", "most"), tuple(rows))


def _of(outside: Outside, measure: str) -> int:
    value: int | None = getattr(outside, measure)
    return value or 0


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else str(part)
