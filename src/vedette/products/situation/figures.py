"""Figures of happenings, their sums for the key figures, and the totals that are added to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vedette.ledger.records import ReportRecord
from vedette.linking.incidents import HARM
from vedette.linking.totals import LONG
from vedette.model.claim import EFFECTS, Claim, Event, Toll
from vedette.model.happening import Happening, Settlement
from vedette.products.situation.evidence import evidence
from vedette.products.situation.model import Figure, Running
from vedette.products.words import days_words


def range_words(low: int | None, high: int | None, open_: bool) -> str:
    """A settled range in words: "9", "at least 9", "9 to 24", "9 to 24 or more", "number not told"."""
    if low is None and high is None:
        return "number not told"
    if low is None or high is None or low == high:
        number = high if low is None else low
        return f"at least {number:,}" if open_ else f"{number:,}"
    return f"{low:,} to {high:,}{' or more' if open_ else ''}"


def figures_of(happening: Happening, claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """What one happening cost, effect by effect in the order of the claim format, as the ledger settled it.

    Effects that are told without a number say so.
    """
    out = []
    for effect in EFFECTS:
        own = [c for c in claims if isinstance(c, Toll) and c.effect == effect]
        if not own:
            continue
        settled = happening.figures.get(effect)
        origins = tuple(sorted({c.source for c in own if c.source}))
        out.append(_figure(effect, settled, origins, (happening.id,)))
    return tuple(out)


def key_figures(happenings: Iterable[Happening], claims: Mapping[str, Claim]) -> tuple[Figure, ...]:
    """For each effect, the sum over happenings told with their own place or day; running totals stay out."""
    return summed(
        figure
        for happening in happenings
        if not happening.running
        for figure in figures_of(happening, [claims[c] for c in happening.claims if c in claims])
    )


def summed(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures of several events added up, effect by effect; those without a number are left out."""
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.low is not None:
            parts[figure.label].append(figure)
    return tuple(_sum(effect, parts[effect]) for effect in EFFECTS if parts[effect])


def running_totals(
    happenings: Iterable[Happening], claims: Mapping[str, Claim], known: Mapping[str, ReportRecord]
) -> tuple[Running, ...]:
    """Totals of a time as told, latest first; subsets of them are left to the evidence.

    One total of one origin is one line, however many reports, near copies among them, pass it on; so is the same number
    of a long time that an origin tells again on later days ("300,000 since 2011"), with its latest day.
    """
    tellings: dict[tuple[object, ...], list[tuple[str | None, Toll]]] = defaultdict(list)
    for happening in happenings:
        for id_ in happening.claims:
            claim = claims.get(id_)
            if not isinstance(claim, Toll) or claim.subset or (claim.low is None and claim.high is None):
                continue
            if happening.running or (claim.span == "period" and claim.effect in HARM):
                listed = any(isinstance(claims.get(c), Event) for c in happening.claims)
                told = (happening.id if listed else None, claim)
                tellings[_one_total(claim, known)].append(told)
    firsts = [(min(same, key=lambda told: _own_first(told[1], known)), len(same)) for same in tellings.values()]
    firsts.sort(key=lambda first: _latest_first(first[0][1]))
    return tuple(
        Running(
            event=event,
            words=range_words(c.low, c.high if c.high is not None else c.low, c.high is None),
            who=c.group or ("" if c.who == "unknown" else f"{c.who}s"),
            effect=c.effect,
            place=c.place or "place not told",
            days=days_words(c.first, c.last),
            told=told,
            evidence=evidence(c, known),
        )
        for (event, c), told in firsts
    )


def _one_total(c: Toll, known: Mapping[str, ReportRecord]) -> tuple[object, ...]:
    """What is alike in all tellings of one total by one origin: an outlet's own word goes with its near copies."""
    record = known.get(c.report_id)
    own = known.get(record.copy_of or c.report_id) if record else None
    origin = c.source or (own and own.report.outlet) or (record and (record.copy_of or c.report_id))
    place = c.location.id if c.location else c.place
    long = c.first is not None and c.last is not None and (c.last - c.first).days > LONG
    days = (c.first.year, None) if c.first is not None and long else (c.first, c.last)
    return (c.effect, c.low, c.high, c.who, c.group, place, *days, origin)


def _own_first(c: Toll, known: Mapping[str, ReportRecord]) -> tuple[bool, int, str]:
    """An outlet's own report before its near copies, the latest of those that tell it again."""
    record = known.get(c.report_id)
    return (record is not None and record.copy_of is not None, -(c.last.toordinal() if c.last else 0), c.id)


def _latest_first(claim: Toll) -> tuple[int, str, int, str]:
    return (-(claim.last.toordinal() if claim.last else 0), claim.effect, -(claim.low or claim.high or 0), claim.id)


def _figure(effect: str, settled: Settlement | None, origins: tuple[str, ...], events: tuple[str, ...]) -> Figure:
    low, high, best = (settled.low, settled.high, settled.best) if settled else (None, None, None)
    is_open = settled.open if settled else False
    return Figure(
        label=effect,
        low=low,
        high=None if is_open else high,
        best=best,
        words=range_words(low, high, is_open),
        origins=origins,
        events=events,
        rule=settled.reason if settled else "people are said to be concerned; no report gives a number",
    )


def _sum(effect: str, parts: Sequence[Figure]) -> Figure:
    """Least with least and most with most; open above where one part is."""
    low = sum(p.low or 0 for p in parts)
    tops = [p.high if p.high is not None else (p.best or p.low or 0) for p in parts]
    is_open = any(p.high is None for p in parts)
    best = sum(p.best if p.best is not None else p.low or 0 for p in parts)
    high = max(sum(tops), low)
    return Figure(
        label=effect,
        low=low,
        high=None if is_open else high,
        best=best,
        words=range_words(low, high, is_open),
        origins=tuple(sorted({o for p in parts for o in p.origins})),
        events=tuple(e for p in parts for e in p.events),
        rule=f"least and most of {len(parts)} events added up, each settled by range over its reports",
    )
