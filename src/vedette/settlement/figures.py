"""What each report says that a happening cost, as whole figures: no subset beside its whole, no part left
out.

A report may tell a toll whole ("31 killed"), in parts that are counted once each ("120 fighters and 60
mercenaries"), with subsets ("among them four women"), and from several sources. Each source of each report
gives one figure or more; a subset is never added to its whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.pack import default_knowledge
from vedette.linking.told import Told
from vedette.model.claim import EARLIER, PARTIAL, Toll
from vedette.model.provenance import Provenance
from vedette.settlement.origins import Origin, origin

_MANY = 10  # where so many are told, a count of one tells of a single victim and is no toll
_ABOUT = 10  # per cent: how far a hedged number may be off


@dataclass(frozen=True)
class Figure:
    """One whole toll: `low` to `high`, `open` if it may be more; by whom, when, resting on which claims.

    Of "up to eighty" both are 80, and it is `capped`: it may be less. A `part` was told as a subset of something else.
    `earlier` says by what its report tells it as the older count, `partial` that it counts only those in hospital, say;
    `vague` is one of words alone ("dozens").
    """

    low: int
    high: int
    open: bool
    approx: bool
    who: str
    origin: Origin
    report: str
    published: date | None
    position: int
    claims: tuple[str, ...]
    capped: bool = False
    part: bool = False
    earlier: str | None = None
    partial: str | None = None
    vague: bool = False

    @property
    def when(self) -> tuple[str, bool, int, int, str]:
        """By publication; on one day the higher count is taken for the later word, since tolls grow.

        What a report tells as an older count comes before that.
        """
        newer = self.earlier is None
        return (str(self.published or ""), newer, max(self.low, self.high), self.position, self.claims[0])

    def allows(self, number: int) -> bool:
        """Whether the words leave room for `number`."""
        slack = number * _ABOUT // 100 if self.approx else 0
        return (self.capped or self.low - slack <= number) and (self.open or number <= self.high + slack)

    def words(self) -> str:
        """The figure for a person to read."""
        if self.capped:
            return f"up to {self.high:,}"
        if self.open:
            return f"at least {self.low:,}"
        about = "about " if self.approx else ""
        return f"{about}{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


def figures(claims: Iterable[Told], effect: str, provenance: Mapping[str, Provenance]) -> list[Figure]:
    """The whole figures of one `effect` among a happening's claims, earliest first."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for told in claims:
        if isinstance(told.claim, Toll) and told.claim.effect == effect and _number(told.claim) is not None:
            by_report[told.report].append(told)
    out: list[Figure] = []
    for report in sorted(by_report):
        by_origin: dict[Origin, list[Told]] = defaultdict(list)
        for told in _wholes(by_report[report]):
            by_origin[origin(told, provenance)].append(told)
        for source in sorted(by_origin):
            out += _figures(by_origin[source], source)
    return sorted(_without_parts(out), key=lambda f: f.when)


def _without_parts(found: Sequence[Figure]) -> list[Figure]:
    """Without subsets whose whole the same origin gives in another report, and without one man among many dead."""
    most: dict[Origin, int] = defaultdict(int)
    for figure in found:
        most[figure.origin] = max(most[figure.origin], figure.low)
    many = max(most.values(), default=0) >= _MANY
    return [f for f in found if (not f.part or f.low == most[f.origin]) and not (many and f.high == 1)]


def _number(toll: Toll) -> int | None:
    return toll.low if toll.low is not None else toll.high


def _toll(told: Told) -> Toll:
    if not isinstance(told.claim, Toll):
        raise TypeError(f"{told.id} is no toll")
    return told.claim


def _size(told: Told) -> int:
    return _number(_toll(told)) or 0


def _wholes(tolls: Sequence[Told]) -> list[Told]:
    """Without subsets of what is here, nor counts of children, medics and the like beside a larger count of all.

    A subset whose whole was told of something else is a whole here.

    ("31 were killed across the city, ten of them in a bus": of the happening with the bus, ten is the whole.)
    """
    most = max((_size(t) for t in tolls if not _toll(t).subset and not _toll(t).group), default=0)
    out = [t for t in tolls if not _toll(t).subset and not (_of_some(_toll(t)) and _size(t) < most)]
    for part in sorted((t for t in tolls if _toll(t).subset), key=lambda t: (-_size(t), t.id)):
        if all(_size(part) > _size(whole) for whole in out):
            out.append(part)
    return out


def _of_some(toll: Toll) -> bool:
    """Whether a toll counts some sort of civilians only: children, women, journalists."""
    return toll.who == "civilian" and toll.group is not None


def _figures(tolls: Sequence[Told], source: Origin) -> list[Figure]:
    """The figures of one report and source.

    Parts told in one breath that count different people are added. A smaller count of fighters or of civilians
    beside a larger one of people is a part of it, even where the words do not say so.
    """
    order = sorted(tolls, key=lambda t: (t.claim.start, t.id))
    groups: list[list[Told]] = []
    for told in order:
        if groups and all(_apart(told, other) for other in groups[-1]):
            groups[-1].append(told)
        else:
            groups.append([told])
    found = [_add(group, source) for group in groups]
    most = max((f.low for f in found if f.who == "unknown"), default=0)
    return [f for f in found if f.who == "unknown" or f.low >= most]


_SENTENCE = 250  # characters within which two counts stand in one breath


def _apart(a: Told, b: Told) -> bool:
    """Whether two counts of one source are of different people and told in one breath."""
    one, two = _toll(a), _toll(b)
    if (one.who, one.group) == (two.who, two.group) or one.subset or two.subset:
        return False
    if (one.low, one.high) == (two.low, two.high):
        return False  # "18 fighters were killed ... the 18 militants" are the same dead
    if abs(one.start - two.start) > _SENTENCE:
        return False
    both = {one.who, two.who}
    return both == {"civilian", "combatant"} or (one.who == two.who and bool(one.group and two.group))


def _add(group: Sequence[Told], source: Origin) -> Figure:
    tolls = [_toll(t) for t in group]
    kinds = {t.who for t in tolls}
    first = group[0]
    return Figure(
        low=sum(t.low if t.low is not None else t.high or 0 for t in tolls),
        high=sum(t.high if t.high is not None else t.low or 0 for t in tolls),
        open=any(t.high is None for t in tolls),
        approx=any(t.approx for t in tolls),
        who=kinds.pop() if len(kinds) == 1 else "unknown",
        origin=source,
        report=first.report,
        published=first.provenance.published,
        position=max(t.start for t in tolls),
        claims=tuple(t.id for t in group),
        capped=all(t.low is None for t in tolls),
        part=any(t.subset for t in tolls),
        earlier=next((t.reasons[EARLIER] for t in tolls if EARLIER in t.reasons), None),
        partial=next((t.reasons[PARTIAL] for t in tolls if PARTIAL in t.reasons), None),
        vague=any(t.high is None and not _vague().isdisjoint(t.words.lower().split()) for t in tolls),
    )


@lru_cache(maxsize=1)
def _vague() -> frozenset[str]:
    """Words that tell no number, lower case: "dozens", "several"."""
    words = default_knowledge().world("numbers", NumberWords)
    return frozenset(words.vague) | frozenset(words.several)
