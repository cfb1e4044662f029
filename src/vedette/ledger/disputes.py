"""All contradictions of a ledger: within happenings, and over who holds a place; each pair, or one line a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.ruling import provenance_by_report
from vedette.linking.told import Told
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Contradiction, Happening
from vedette.settlement.contradict import control_contradictions
from vedette.settlement.mouths import mouth

Found = tuple[Happening | None, Contradiction]


@dataclass(frozen=True)
class Dispute:
    """One question on one event to which independent origins give answers that cannot all hold.

    `sharpest` is the pair furthest apart, `others` are the rest. `sides` are who says what in the sharpest, the least
    first; `times` how many times the least its most is, None where it is not about a number.
    """

    event: Happening | None
    sharpest: Contradiction
    others: tuple[Contradiction, ...]
    sides: tuple[str, ...]
    times: float | None

    @property
    def open(self) -> bool:
        """Whether any of its pairs is settled by nothing."""
        return any(x.settled is None for x in (self.sharpest, *self.others))


def list_contradictions(db: Connection, where: Filter) -> list[Found]:
    """What cannot both hold, with the happening that it is about; None where it is about who holds a place."""
    found: list[Found] = [(h, x) for h in records.list_happenings(db, where) for x in h.contradictions]
    held = records.list_claims(db, replace(where, kind="control")) if where.kind in (None, "control") else []
    provenance = provenance_by_report(db, {c.report_id for c in held})
    told = [Told(c.id, c, provenance[c.report_id]) for c in held]
    return found + [(None, x) for x in control_contradictions(told, provenance)]


def list_disputes(db: Connection, where: Filter) -> list[Dispute]:
    """One entry an event and question (how many were killed, whether it happened, who holds it), the sharpest first.

    Figures far apart in proportion come before near ones, and what is not about a number comes last.
    """
    found = list_contradictions(db, where)
    claims = records.claims_by_id(db, (c for _, x in found for c in x.claims))
    together: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for one in found:
        together[one[0].id if one[0] else "", one[1].about].append(one)
    out = [_dispute(group, claims) for group in together.values()]
    return sorted(out, key=lambda d: (-(d.times or 0.0), str(d.event and d.event.first), d.sharpest.id))


def _dispute(group: Sequence[Found], claims: Mapping[str, Claim]) -> Dispute:
    order = sorted((x for _, x in group), key=lambda x: (-(apart(x, claims) or 0.0), x.id))
    sharpest = order[0]
    return Dispute(
        event=group[0][0],
        sharpest=sharpest,
        others=tuple(order[1:]),
        sides=_sides(sharpest, claims),
        times=apart(sharpest, claims),
    )


def apart(found: Contradiction, claims: Mapping[str, Claim]) -> float | None:
    """How many times the least of its figures its most is; None where it is not about a number."""
    counted = [n for n, _ in _figures(found, claims).values() if n > 0]
    return max(counted) / min(counted) if found.effect and len(counted) > 1 else None


def _figures(found: Contradiction, claims: Mapping[str, Claim]) -> dict[str, tuple[int, str]]:
    """Who says how many, as a number and in words; parts of one count that one origin tells are added."""
    said: dict[str, list[Toll]] = defaultdict(list)
    for one in (claims[c] for c in found.claims if c in claims):
        if isinstance(one, Toll):
            said[mouth(one.source) if one.source else one.report].append(one)
    return {name: _added(tolls) for name, tolls in said.items()}


def _added(tolls: Iterable[Toll]) -> tuple[int, str]:
    tolls = list(tolls)
    number = sum((t.low if t.low is not None else t.high) or 0 for t in tolls)
    open_end, capped = any(t.high is None for t in tolls), all(t.low is None for t in tolls)
    return number, f"{'up to ' if capped else 'at least ' if open_end else ''}{number:,}"


def _sides(found: Contradiction, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """Who says what, for a person; of what is no number the whole sentence."""
    figures = _figures(found, claims) if found.effect else {}
    if len(figures) < 2:
        return (found.why,)
    return tuple(f"{name}: {words}" for name, (_, words) in sorted(figures.items(), key=lambda f: (f[1][0], f[0])))
