"""Keeping happenings true to the claims: what new claims, copies or judgements touch is linked and settled anew.

Happenings are a function of claims, copies, judgements and the rule. A report whose claims or copies changed is marked
(`reports.linked`), in the transaction that changed it, so that a kill before this one loses nothing. Where much has
changed, or the code of linking or settlement has, everything is built anew, which gives the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, func, select, update

from vedette.intake.presence import provenance_of
from vedette.knowledge.pack import default_knowledge
from vedette.ledger import codec, records
from vedette.ledger.added import difference, put_added
from vedette.ledger.judgements import standing
from vedette.ledger.links import LedgerShelf, forget_links, parts, put_incidents, put_links
from vedette.ledger.locks import one_writer, reading, transact
from vedette.ledger.ruling import ledger_rule, provenance_by_report
from vedette.ledger.schema import claims, happening_claims, reports
from vedette.ledger.store import open_ledger
from vedette.linking.incidents import Incident
from vedette.linking.judged import OPINIONS, Judged, judged
from vedette.linking.linker import Linker
from vedette.linking.lore import Lore
from vedette.linking.shelf import MemoryShelf
from vedette.linking.spread import Linked
from vedette.linking.told import Told, told
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.provenance import Provenance
from vedette.settlement.settle import Settler

BUILT_BY = "happenings_built_by"
JUDGED_BY = "happenings_judged_by"
LINKING = "15"
SETTLEMENT = "13"
"""What linking and settlement make of claims; a new number has every ledger built anew."""
Bodies = Mapping[str, Mapping[str, Any]]
"""Judgements by their ids, as JSON."""
Made = Iterable[tuple[Happening, tuple[Incident, ...]]]
"""Happenings with their incidents."""
LinkAll = Callable[[Iterable[Told], Judged], Linked]
"""Links all claims, with the judgements in force."""
_MUCH = 0.3  # of all reports: where so many have changed, building everything anew costs less


def open_synced(url: str) -> Engine:
    """The existing ledger at `url` for reading, its happenings current. Raises LedgerError as `open_ledger` does."""
    engine = open_ledger(url, create=False)
    with engine.connect() as db:
        due = _due(db)
    if due:
        transact(engine, sync)
    return reading(engine)


def sync(db: Connection, link_all: LinkAll | None = None) -> bool:
    """Bring happenings and settlements up to date with what they rest on; tell whether they were not.

    `link_all` links everything where everything is to be linked anew; without it this process does.
    """
    if _due(db) is None:
        return False
    # Who waited here for another writer may find it done.
    one_writer(db)
    put_added(db, difference(db))
    due = _due(db)
    if due is None:
        return False
    count = db.scalar(select(func.count()).select_from(reports)) or 0
    if due.stale is None or len(due.stale) > _MUCH * count:
        _rebuild(db, due.given, link_all or link_here, _new_version(records.get_state(db, BUILT_BY)))
    else:
        _renew(db, due.stale, due.given)
    db.execute(update(reports).where(reports.c.linked.is_(None)).values(linked=1))
    records.set_state(db, BUILT_BY, due.built_by)
    records.set_state(db, JUDGED_BY, json.dumps(due.judged_by, sort_keys=True))
    return True


@dataclass(frozen=True, slots=True)
class _Due:
    """What is to be done: the reports to link anew (None: all), the judgements, and what the result rests on."""

    stale: set[str] | None
    given: Sequence[Judgement]
    built_by: str
    judged_by: Bodies


def _due(db: Connection) -> _Due | None:
    built_by = f"{LINKING}/{SETTLEMENT}/{ledger_rule(db)}"
    given = standing(db)
    judged_by = {j.id: codec.judgement_to_json(j) for j in given}
    if records.get_state(db, BUILT_BY) != built_by:
        return _Due(None, given, built_by, judged_by)
    before = json.loads(records.get_state(db, JUDGED_BY) or "{}")
    if difference(db):
        return _Due(set(), given, built_by, judged_by)
    stale = _stale(db) | _judged_anew(db, before, judged_by)
    return _Due(stale, given, built_by, judged_by) if stale else None


def _stale(db: Connection) -> set[str]:
    """Reports whose claims or copies have changed, with the copies of them."""
    found = set(db.scalars(select(reports.c.id).where(reports.c.linked.is_(None))))
    wave = found
    while wave:
        copies: set[str] = set()
        for part in parts(wave):
            copies |= set(db.scalars(select(reports.c.id).where(reports.c.copy_of.in_(part))))
        wave = copies - found
        found |= wave
    return found


def _judged_anew(db: Connection, before: Bodies, now: Bodies) -> set[str]:
    """The reports of the claims that judgements which came, changed or went are about.

    Opinions are weighed against one another, so that where one changes, those of all the others are taken too.
    """
    changed = {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}
    about = [x[one] for x in (before, now) for one in x if one in changed]
    if any(body["verdict"] in OPINIONS for body in about):
        about += [body for x in (before, now) for body in x.values() if body["verdict"] in OPINIONS]
    subjects = {subject for body in about for subject in body["subjects"]}
    out: set[str] = set()
    for part in parts(subjects):
        out |= set(db.scalars(select(claims.c.report_id).where(claims.c.id.in_(part))))
        query = select(claims.c.report_id).join(happening_claims, happening_claims.c.claim_id == claims.c.id)
        out |= set(db.scalars(query.where(happening_claims.c.happening_id.in_(part))))
    return out


def link_here(claims: Iterable[Told], given: Judged) -> Linked:
    """Link all claims by one linker in memory."""
    shelf = MemoryShelf()
    done = Linker(Lore.of(default_knowledge()), shelf, given).relink(shelf.take(claims))
    incidents, found = shelf.everything()
    return Linked(incidents, found, list(done.made))


def _new_version(built_by: str | None) -> str | None:
    """What of linking and settlement is newer than what the ledger was `built_by`; None where neither is."""
    if built_by is None:
        return None
    then, now = built_by.split("/")[:2], (LINKING, SETTLEMENT)
    newer = [f"{what} {x}" for what, was, x in zip(("linking", "settlement"), then, now, strict=True) if was != x]
    return ", ".join(newer) or None


def _rebuild(db: Connection, given: Sequence[Judgement], link_all: LinkAll, linking: str | None) -> None:
    """Link and settle everything anew; `linking` names the version that does, where it is a new one."""
    meta = {r.report.id: provenance_of(r.report, r.copy_of) for r in records.list_reports(db)}
    done = link_all(told(records.list_claims(db, as_judged=False), meta), judged(given))
    records.replace_happenings(db, _settled(db, done.made, given, meta), linking=linking)
    forget_links(db)
    put_incidents(db, done.incidents, _homes(done.made))
    put_links(db, done.links)


def _renew(db: Connection, stale: Iterable[str], given: Sequence[Judgement]) -> None:
    """Link and settle anew what the claims of `stale` reports touch."""
    lore, view = Lore.of(default_knowledge()), judged(given)
    shelf = LedgerShelf(db, lore, view)
    done = Linker(lore, shelf, view).relink(stale)
    meta = _provenance(db, {i.report for _, found in done.made for i in found})
    shelf.belong(_homes(done.made))
    records.replace_happenings(db, _settled(db, done.made, given, meta), shelf.touched)


def _homes(made: Made) -> dict[str, str]:
    return {i.id: happening.id for happening, found in made for i in found}


def _settled(db: Connection, made: Made, given: Sequence[Judgement], meta: Mapping[str, Provenance]) -> list[Happening]:
    settler = Settler(ledger_rule(db), given)
    out = []
    for happening, found in made:
        members = [replace(m, provenance=meta[m.report]) for i in found for m in i.members]
        out.append(settler.settle(happening, sorted(members, key=lambda m: m.id), meta))
    return out


def _provenance(db: Connection, wanted: set[str]) -> dict[str, Provenance]:
    """The provenance of reports, and of those that they are copies of."""
    out: dict[str, Provenance] = {}
    while wanted:
        found = provenance_by_report(db, wanted)
        out |= found
        wanted = {p.copy_of for p in found.values() if p.copy_of} - out.keys()
    return out
