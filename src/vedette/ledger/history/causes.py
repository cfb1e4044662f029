"""Why a happening came, changed or went: a new report, a judgement, a new reading, a rule, its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from vedette.ledger import codec
from vedette.ledger.judgements.anchors import find_again
from vedette.ledger.schema import claims, judgements, reports
from vedette.model.judgement import Judgement, Verdict

REPORT, JUDGEMENT, VERSION, RULE, LINKING = "report", "judgement", "version", "rule", "linking"
_CHUNK = 500


class Causes:
    """The causes of one step of the record, looked up once. `linking` names what linked or settled it by new rules."""

    def __init__(
        self,
        db: Connection,
        old: Mapping[str, Mapping[str, Any]],
        new: Mapping[str, Mapping[str, Any]],
        since: datetime | None,
        linking: str | None = None,
    ) -> None:
        self._linking = {"cause": LINKING} | ({"version": linking} if linking else {})
        self._old, self._new = old, new
        self._was = {claim: id_ for id_, body in old.items() for claim in body["claims"]}
        self._is = {claim: id_ for id_, body in new.items() for claim in body["claims"]}
        self._reports = _reports(db, {*self._was, *self._is})
        self._since = since
        self._judged = _recent(db, since) if since else {}

    def into(self, id_: str) -> list[str]:
        """The happenings that now hold claims which the one called `id_` held."""
        return sorted({self._is[c] for c in self._old[id_]["claims"] if c in self._is})

    def of(self, id_: str) -> list[dict[str, str]]:
        """The causes, the surest first; each with ``cause`` and what it names."""
        before = set(self._old[id_]["claims"]) if id_ in self._old else set()
        after = set(self._new[id_]["claims"]) if id_ in self._new else set()
        out = self._new_reports(after - before)
        out += self._judgements(before | after)
        out += self._versions(before, after)
        if not out and id_ in self._old and id_ in self._new and before == after:
            rules = [{f["rule"] for f in body.get("figures", {}).values()} for body in (self._old[id_], self._new[id_])]
            if rules[0] != rules[1]:
                out.append({"cause": RULE, "rule": ", ".join(sorted(rules[1]))})
        return out or [self._linking]

    def _new_reports(self, added: Iterable[str]) -> list[dict[str, str]]:
        fresh = {self._reports[c] for c in added if c in self._reports}
        new = sorted({(ref, id_) for id_, ref, when, _ in fresh if self._since is None or when >= self._since})
        return [{"cause": REPORT, "id": id_, "report": ref} for ref, id_ in new]

    def _judgements(self, concerned: set[str]) -> list[dict[str, str]]:
        found = [j for j, subjects in self._judged.values() if not concerned.isdisjoint(subjects)]
        return [
            {"cause": JUDGEMENT, "id": j.id, "verdict": j.verdict.value, "by": j.author, "reason": j.reason}
            for j in sorted(found, key=lambda j: (j.when, j.id))
        ]

    def _versions(self, before: set[str], after: set[str]) -> list[dict[str, str]]:
        """A claim that came without its report, or that is gone altogether, unless judged, comes of a new reading."""
        judged = {c for _, subjects in self._judged.values() for c in subjects}
        came = {
            self._reports[c][3]
            for c in after - before - judged - self._was.keys()
            if c in self._reports and self._since and self._reports[c][2] < self._since
        }
        gone = any(c not in self._reports for c in before - after - judged)
        return [{"cause": VERSION, "version": v} for v in sorted(came)] or ([{"cause": VERSION}] if gone else [])


def _reports(db: Connection, wanted: Iterable[str]) -> dict[str, tuple[str, str, datetime, str]]:
    """Claim id to its report: id, ref, when it came, and the version that read it; for claims that are there."""
    ids = sorted(wanted)
    out: dict[str, tuple[str, str, datetime, str]] = {}
    query = select(claims.c.id, reports.c.id, reports.c.ref, reports.c.ingested, reports.c.extraction)
    query = query.join(reports, reports.c.id == claims.c.report_id)
    for start in range(0, len(ids), _CHUNK):
        for claim, *report in db.execute(query.where(claims.c.id.in_(ids[start : start + _CHUNK]))):
            out[claim] = (report[0], report[1], report[2], report[3])
    return out


def _recent(db: Connection, since: datetime) -> dict[str, tuple[Judgement, set[str]]]:
    """The judgements that came since then, each with the claims that it touches now; an undo touches its targets'."""
    query = select(judgements.c.body).where(or_(judgements.c.recorded.is_(None), judgements.c.recorded >= since))
    recent = [codec.judgement_from_json(body) for body in db.scalars(query)]
    targets = {s for j in recent if j.verdict is Verdict.UNDO for s in j.subjects}
    out: dict[str, tuple[Judgement, set[str]]] = {}
    known = {j.id: j for j in recent}
    while missing := targets - known.keys():
        query = select(judgements.c.body).where(judgements.c.id.in_(sorted(missing)))
        more = [codec.judgement_from_json(body) for body in db.scalars(query)]
        known.update((j.id, j) for j in more)
        targets = {s for j in more if j.verdict is Verdict.UNDO for s in j.subjects}
        if not more:
            break
    for one in recent:
        claims_of = _claims(one, known)
        now = find_again(db, (a for j in known.values() for a in j.anchors if a.claim in claims_of))
        out[one.id] = (one, {*claims_of, *(now[c] for c in claims_of if c in now)})
    return out


def _claims(judgement: Judgement, known: Mapping[str, Judgement]) -> set[str]:
    """The claims that a judgement is about, through undos of undos."""
    if judgement.verdict is not Verdict.UNDO:
        return set(judgement.subjects)
    return {c for s in judgement.subjects if s in known for c in _claims(known[s], known)}
