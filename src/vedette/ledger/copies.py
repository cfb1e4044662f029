"""Near copies in a ledger: what is new is compared with what shares its keys, so that one report more costs little.

`reports.sketched` tells where a report stands: null, its keys are to be put in; 1, they are in; 0, they are in and the
report has been replaced by a newer version of its page since; 2, they were taken out for that. A replaced report is no
near copy of any, and none is one of it. Every function works inside the transaction of a writer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, or_, select, tuple_, update

from vedette.intake.copies import SKETCH, Story, are_copies, earliest, proposed
from vedette.ledger import codec, records
from vedette.ledger.links import parts
from vedette.ledger.schema import copy_keys, reports

SKETCHED_BY = "copies_sketched_by"
"""The state that tells what the keys were made by."""
_CHUNK = 500  # reports compared at once
_ROWS = 20_000  # keys put in at once


def find_copies(db: Connection) -> dict[str, str]:
    """Bring `reports.copy_of` up to date with reports that came, were replaced or came back.

    Return id to id for the reports that are found to be copies of another one than before.
    """
    if records.get_state(db, SKETCHED_BY) != SKETCH:
        db.execute(delete(copy_keys))
        db.execute(update(reports).values(sketched=None))
        records.set_state(db, SKETCHED_BY, SKETCH)
    new, replaced = reports.c.sketched.is_(None), reports.c.superseded_by.is_not(None)
    gone = set(db.scalars(select(reports.c.id).where(or_(reports.c.sketched == 0, new & replaced))))
    fresh = sorted(db.scalars(select(reports.c.id).where(new, ~replaced)))
    concerned = {*fresh, *_take_out(db, gone)}
    keys = _put_in(db, fresh)
    found: dict[str, str] = {}
    for some in _chunks(sorted(concerned)):
        stories = _stories(db, some, keys)
        near = _near(db, stories)
        touched = {s.id: s for group in near.values() for s in group if s.id not in concerned}
        near |= _near(db, [*touched.values()])
        found |= _set(db, {s.id: earliest(s, near[s.id]) for s in (*stories, *touched.values())})
    return found


def _take_out(db: Connection, gone: Collection[str]) -> set[str]:
    """Forget the keys of replaced reports; the ids of those that were copies of them."""
    left: set[str] = set()
    for some in _chunks(sorted(gone)):
        held = [(key, story.id) for story in _stories(db, some) for key in story.keys]
        for part in parts(held):
            db.execute(delete(copy_keys).where(tuple_(copy_keys.c.key, copy_keys.c.report_id).in_(part)))
        left |= set(db.scalars(select(reports.c.id).where(reports.c.copy_of.in_(some))))
        _set(db, dict.fromkeys(some))
        db.execute(update(reports).where(reports.c.id.in_(some)).values(sketched=2))
    return left - set(gone)


def _put_in(db: Connection, fresh: Sequence[str]) -> Mapping[str, NDArray[np.int64]]:
    """Keep the keys of new reports, in the order of the keys: an index that is filled in order is filled fast.

    Return them, by report.
    """
    rows = [np.array(story.keys, dtype=np.int64) for some in _chunks(fresh) for story in _stories(db, some)]
    if not rows:
        return {}
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    keys = np.concatenate(rows)
    order = np.lexsort((owners, keys))
    for start in range(0, len(order), _ROWS):
        some = order[start : start + _ROWS]
        pairs = zip(keys[some].tolist(), owners[some].tolist(), strict=True)
        db.execute(insert(copy_keys), [{"key": key, "report_id": fresh[owner]} for key, owner in pairs])
    for ids in _chunks(fresh):
        db.execute(update(reports).where(reports.c.id.in_(ids)).values(sketched=1))
    return dict(zip(fresh, rows, strict=True))


def _near(db: Connection, stories: Sequence[Story]) -> dict[str, list[Story]]:
    """Story id to its near copies."""
    under: dict[int, list[str]] = defaultdict(list)
    query = select(copy_keys.c.key, copy_keys.c.report_id)
    for part in parts(key for story in stories for key in story.keys):
        for key, report in db.execute(query.where(copy_keys.c.key.in_(part))):
            under[key].append(report)
    shared = {s.id: Counter(other for key in s.keys for other in under[key] if other != s.id) for s in stories}
    days = _published(db, {other for found in shared.values() for other in found})
    likely = {s.id: [o for o, n in shared[s.id].items() if proposed(n, s.published, days[o])] for s in stories}
    known = {s.id: s for s in stories}
    for some in _chunks(sorted({other for found in likely.values() for other in found} - known.keys())):
        known |= {story.id: story for story in _stories(db, some)}
    return {s.id: [known[o] for o in sorted(likely[s.id]) if are_copies(s, known[o])] for s in stories}


def _stories(
    db: Connection, ids: Iterable[str], keys: Mapping[str, NDArray[np.int64]] = MappingProxyType({})
) -> list[Story]:
    """The stories of reports, in the order of their ids; with the `keys` of those that are known."""
    query = select(reports.c.body).order_by(reports.c.id)
    bodies = (body for some in parts(ids) for body in db.scalars(query.where(reports.c.id.in_(some))))
    told = (codec.report_from_json(body) for body in bodies)
    return [Story(r, tuple(keys[r.id].tolist()) if r.id in keys else None) for r in told]


def _published(db: Connection, ids: Collection[str]) -> Mapping[str, date | None]:
    query = select(reports.c.id, reports.c.published)
    return {row.id: row.published for some in parts(ids) for row in db.execute(query.where(reports.c.id.in_(some)))}


def _set(db: Connection, wanted: Mapping[str, str | None]) -> dict[str, str]:
    """Record what reports are copies of, and mark those for linking of which it is news; return these copies."""
    query = select(reports.c.id, reports.c.copy_of)
    known = {row.id: row.copy_of for some in parts(wanted) for row in db.execute(query.where(reports.c.id.in_(some)))}
    news = {id_: first for id_, first in wanted.items() if known[id_] != first}
    for id_, first in sorted(news.items()):
        db.execute(update(reports).where(reports.c.id == id_).values(copy_of=first, linked=None))
    return {id_: first for id_, first in news.items() if first is not None}


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
