"""The shelf of a linker in the ledger: incidents under their blocks, and the links between them.

Only what a new report touches is read. What is put here by building everything anew in memory is the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, select, update

from vedette.ledger.schema import blocks, claims, incidents, links, reports
from vedette.linking.blocks import asked, stored
from vedette.linking.compare import may_be_one
from vedette.linking.incidents import Incident
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.told import Told
from vedette.model.claim import EVENT, TOLL, from_json
from vedette.model.provenance import Provenance

T = TypeVar("T")
_MANY = 500  # values in one query


@dataclass(frozen=True, slots=True)
class _Outline:
    """An incident as its row has it: enough to pass it by without its claims."""

    type: str
    family: str
    total: bool
    days: tuple[int, int] | None
    claims: tuple[str, ...]


class LedgerShelf:
    """Implements `vedette.linking.shelf.Shelf` on a connection, inside the caller's transaction.

    `touched` gathers the ids of the happenings whose incidents were dropped or asked for by `belong`.
    """

    def __init__(self, db: Connection, lore: Lore, judged: Judged) -> None:
        self._db = db
        self._kinds = lore.kinds
        self._judged = judged
        self._known: dict[str, Incident] = {}
        self._outlines: dict[str, _Outline] = {}
        self._links: dict[str, dict[str, float]] = {}
        self.touched: set[str] = set()

    def claims(self, report: str) -> list[Told]:
        """The tolls and events of a report, as they were told; none of one that a newer version replaced."""
        query = _claims().where(claims.c.report_id == report, claims.c.kind.in_((TOLL, EVENT)))
        query = query.where(reports.c.superseded_by.is_(None))
        return sorted((_told(row) for row in self._db.execute(query)), key=lambda t: t.id)

    def drop(self, report: str) -> tuple[set[str], set[str]]:
        """Forget a report's incidents and their links.

        Return their ids, and those of incidents that were linked with them or shared a happening with them.
        """
        rows = self._db.execute(select(incidents.c.id, incidents.c.happening_id).where(incidents.c.report_id == report))
        old = {row.id: row.happening_id for row in rows}
        homes = {h for h in old.values() if h}
        self.touched |= homes
        fellows = set(self._scalars(select(incidents.c.id), incidents.c.happening_id, homes))
        fellows |= set(self._scalars(select(links.c.b), links.c.a, old))
        for part in parts(old):
            self._db.execute(delete(links).where(links.c.a.in_(part) | links.c.b.in_(part)))
            self._db.execute(delete(blocks).where(blocks.c.incident_id.in_(part)))
            self._db.execute(delete(incidents).where(incidents.c.id.in_(part)))
        for gone in old:
            self._known.pop(gone, None)
            self._outlines.pop(gone, None)
        self._links.clear()
        return set(old), fellows - old.keys()

    def put(self, fresh: Sequence[Incident]) -> None:
        """Keep incidents of one report whose old ones were dropped."""
        put_incidents(self._db, fresh)
        self._known.update((i.id, i) for i in fresh)

    def near(self, incident: Incident, lore: Lore) -> list[Incident]:
        """The incidents that share a block with one and may be one with it; of the others no claim is read."""
        found = set(self._scalars(select(blocks.c.incident_id), blocks.c.key, map(_number, asked(incident))))
        found -= {incident.id}
        self._look(found)
        return self._load([i for i in found if may_be_one(incident, self._outlines[i], lore)])

    def reach(self, incidents: Collection[str]) -> None:
        """Read what links lead to from `incidents`, step by step, all that is a step away at once."""
        query = select(links.c.a, links.c.b, links.c.score)
        wave = set(incidents) - self._links.keys()
        while wave:
            found: dict[str, dict[str, float]] = {i: {} for i in wave}
            for row in self._rows(query, links.c.a, wave):
                found[row.a][row.b] = row.score
            self._links |= found
            wave = {b for others in found.values() for b in others} - self._links.keys()
        self._load(self._links.keys())

    def link(self, found: Iterable[tuple[str, str, float]]) -> None:
        """Keep links between two incidents, with their scores."""
        put_links(self._db, found)
        self._links.clear()

    def links(self, incident: str) -> Mapping[str, float]:
        """What an incident is linked with, both ways."""
        if incident not in self._links:
            rows = self._db.execute(select(links.c.b, links.c.score).where(links.c.a == incident))
            self._links[incident] = {row.b: row.score for row in rows}
        return self._links[incident]

    def incident(self, incident: str) -> Incident | None:
        """The incident of that id, None if it is gone."""
        return next(iter(self._load([incident])), None)

    def homes(self, wanted: Iterable[str]) -> dict[str, str]:
        """Claim id to the id of the incident that holds it, for claims that any holds."""
        ids = set(wanted)
        of = set(self._scalars(select(claims.c.report_id), claims.c.id, ids))
        rows = self._rows(select(incidents.c.id, incidents.c.claims), incidents.c.report_id, of)
        return {claim: row.id for row in rows for claim in row.claims if claim in ids}

    def belong(self, made: Mapping[str, str]) -> None:
        """Keep which happening incidents (ids) belong to now; those that they belonged to count as touched."""
        self.touched |= {h for h in self._scalars(select(incidents.c.happening_id), incidents.c.id, made) if h}
        put_homes(self._db, made)

    def _look(self, ids: Iterable[str]) -> None:
        """Read the rows of incidents that have not been read yet."""
        missing = [i for i in ids if i not in self._outlines]
        for row in self._rows(select(incidents), incidents.c.id, missing):
            days = (row.first.toordinal(), row.last.toordinal()) if row.first and row.last else None
            family = self._kinds.family_of.get(row.type, "other")
            self._outlines[row.id] = _Outline(row.type, family, row.total, days, tuple(row.claims))

    def _load(self, ids: Collection[str]) -> list[Incident]:
        missing = [i for i in ids if i not in self._known]
        self._look(missing)
        rows = {i: self._outlines[i] for i in missing if i in self._outlines}
        members: dict[str, Told] = {}
        for row in self._rows(_claims(), claims.c.id, (c for found in rows.values() for c in found.claims)):
            members[row.id] = _told(row)
        for id_, found in rows.items():
            told = self._judged.correct(members[c] for c in found.claims)
            standing = found.family in self._kinds.standing
            seldom = found.family in self._kinds.seldom
            self._known[id_] = Incident(tuple(told), found.type, found.family, found.total, standing, seldom)
        return [self._known[i] for i in sorted(ids) if i in self._known]

    def _rows(self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Row[Any]]:
        for part in parts(values):
            yield from self._db.execute(query.where(column.in_(part)))

    def _scalars(self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Any]:
        return (row[0] for row in self._rows(query, column, values))


def put_incidents(db: Connection, fresh: Iterable[Incident], homes: Mapping[str, str] | None = None) -> None:
    """Add incidents with their blocks; `homes` as in `put_homes`, where they are known by then."""
    homes = homes or {}
    rows, keys = [], []
    for i in fresh:
        members = [m.id for m in i.members]
        days = {"first": i.window.first, "last": i.window.last}
        row = {"id": i.id, "report_id": i.report, "happening_id": homes.get(i.id), "type": i.type, "total": i.total}
        rows.append(row | {"claims": members} | days)
        keys += [{"key": key, "incident_id": i.id} for key in sorted(set(map(_number, stored(i))))]
    for table, values in ((incidents, rows), (blocks, keys)):
        if values:
            db.execute(insert(table), values)


def put_links(db: Connection, found: Iterable[tuple[str, str, float]]) -> None:
    """Add links of new incidents; each is kept both ways."""
    score = {pair: s for a, b, s in found for pair in ((a, b), (b, a))}
    if score:
        db.execute(insert(links), [{"a": a, "b": b, "score": s} for (a, b), s in sorted(score.items())])


def put_homes(db: Connection, made: Mapping[str, str]) -> None:
    """Keep which happening each incident (id) belongs to."""
    by_home: dict[str, list[str]] = defaultdict(list)
    for incident, happening in made.items():
        by_home[happening].append(incident)
    for happening, ids in by_home.items():
        for part in parts(ids):
            db.execute(update(incidents).where(incidents.c.id.in_(part)).values(happening_id=happening))


def forget_links(db: Connection) -> None:
    """Forget all incidents, blocks and links."""
    for table in (links, blocks, incidents):
        db.execute(delete(table))


def _claims() -> Select[Any]:
    columns = (claims.c.id, claims.c.body, reports.c.published, reports.c.outlet, reports.c.copy_of)
    return select(*columns).join(reports, reports.c.id == claims.c.report_id)


def _told(row: Row[Any]) -> Told:
    return Told(row.id, from_json(row.body), Provenance(row.published, row.outlet, row.copy_of))


def _number(key: str) -> int:
    """A key as a signed number of 64 bits, which an index holds in little room."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Values by the number that one query takes, in a fixed order."""
    order = sorted(set(values), key=str)
    for start in range(0, len(order), _MANY):
        yield order[start : start + _MANY]
