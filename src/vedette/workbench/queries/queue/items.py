"""The item of the queue that is looked at, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from vedette.ledger import records
from vedette.ledger.fetch import homes_of, reports_by_id
from vedette.ledger.schema import happenings
from vedette.workbench.judging.seen import marks
from vedette.workbench.queries.drawn import Listed, listed
from vedette.workbench.queries.happening import Card, card
from vedette.workbench.queries.queue.find import Found, find

KINDS = {
    "contradiction": "Contradictions",
    "holder": "Who holds it",
    "merge": "Perhaps one happening",
    "lone": "Many dead, one origin",
    "place": "Places not resolved",
    "day": "Days not told",
    "slot": "Unsure readings",
}
MOST = 200
"""Items of a kind that the queue counts; beyond, it says "more than"."""
_CARDS = 6


@dataclass(frozen=True)
class Side:
    """A happening with its claims, or claims that are in none."""

    event: Listed | None
    cards: tuple[Card, ...]
    more: int


@dataclass(frozen=True)
class Item:
    """What is looked at. `seen` marks how it stands, for the form."""

    id: str
    kind: str
    why: str
    sides: tuple[Side, ...]
    claims: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True)
class QueuePage:
    """One item of a kind: number `at` of `count`; None where there is no more."""

    kind: str
    at: int
    count: int
    item: Item | None


def counts(db: Connection) -> dict[str, int]:
    """How many items of each kind there are, up to MOST."""
    return {kind: len(find(db, kind, MOST)) for kind in KINDS}


def queue_page(db: Connection, kind: str, at: int) -> QueuePage:
    """The item number `at` of a kind, counted from 0."""
    found = find(db, kind, MOST if at == 0 else max(MOST, at + 1))
    return QueuePage(kind, at, len(found), _item(db, kind, found[at]) if at < len(found) else None)


def _item(db: Connection, kind: str, found: Found) -> Item:
    rows = db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(found.happenings)))
    bodies = {row.id: row.body for row in rows}
    homes = homes_of(db, found.claims) if not bodies else {}
    wanted = {id_: [c for c in found.claims if c in bodies[id_]["claims"]] or bodies[id_]["claims"] for id_ in bodies}
    claims = records.claims_by_id(db, (c for ids in (*wanted.values(), found.claims) for c in ids))
    known = reports_by_id(db, (c.report_id for c in claims.values()))
    contested = frozenset(c for b in bodies.values() for x in b.get("contradictions") or () for c in x["claims"])
    sides = []
    for id_ in found.happenings:
        if id_ in bodies:
            own = sorted(
                (claims[c] for c in wanted[id_] if c in claims), key=lambda c: (c.kind != "toll", c.report, c.start)
            )
            cards = tuple(card(c, known, contested) for c in own[:_CARDS])
            sides.append(Side(listed(bodies[id_]), cards, len(own) - len(cards)))
    if not sides:
        cards = tuple(card(claims[c], known) for c in found.claims if c in claims)
        home = next(iter(homes.values()), None)
        body = db.scalar(select(happenings.c.body).where(happenings.c.id == home)) if home else None
        sides.append(Side(listed(body) if body else None, cards, 0))
    about = [*found.happenings, *(c.id for side in sides for c in side.cards)]
    return Item(
        id=found.id,
        kind=kind,
        why=found.why,
        sides=tuple(sides),
        claims=tuple(c.id for side in sides for c in side.cards),
        seen=tuple(marks(db, about).values()),
    )
