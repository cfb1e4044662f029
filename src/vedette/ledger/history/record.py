"""Writing history: happenings before and after, compared; a tombstone for each that is gone.

A row's `body` holds the cause under ``why``; for one that changed the ``fields`` as they were and are; for one that is
gone its last state under ``before`` and the happenings that its claims went to under ``into``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert

from vedette.ledger.history.causes import Causes
from vedette.ledger.schema import history

Body = Mapping[str, Any]
NEW, CHANGED, WITHDRAWN = "new", "changed", "withdrawn"
EVENT, CLAIM = "event", "claim"

_FIELDS = ("type", "place", "first", "last", "actor", "target", "running", "grade")
_FIGURE = ("low", "high", "best", "open", "rule")


def state_of(body: Body) -> dict[str, Any]:
    """What a reader of a happening sees of it, flat: type, place, days, parties, figures, origins, disputes, claims."""
    out: dict[str, Any] = {k: body.get(k) for k in _FIELDS}
    if isinstance(out["grade"], Mapping):
        out["grade"] = out["grade"].get("name")
    out["place_id"] = (body.get("location") or {}).get("id")
    for effect, figure in sorted(body.get("figures", {}).items()):
        out[effect] = {k: figure.get(k) for k in _FIGURE}
    out["origins"] = list(body.get("origins", ()))
    out["contradictions"] = {x["id"]: x.get("settled") for x in body.get("contradictions", ())}
    out["claims"] = list(body.get("claims", ()))
    return out


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Field to its two values, for fields that differ."""
    keys = sorted(before.keys() | after.keys())
    return {k: [before.get(k), after.get(k)] for k in keys if before.get(k) != after.get(k)}


def record(
    db: Connection,
    old: Mapping[str, Body],
    new: Mapping[str, Body],
    since: datetime | None,
    linking: str | None = None,
) -> int:
    """Write what became of happenings: `old` and `new` hold by id those that were touched; return the number of rows.

    `since`: when this was last done; what came in later counts among the causes. `linking`: the version of linking or
    settlement that does it anew, where that is new.
    """
    causes = Causes(db, old, new, since, linking)
    now = datetime.now(UTC).replace(tzinfo=None)
    rows = []
    for id_ in sorted(old.keys() | new.keys()):
        before, after = old.get(id_), new.get(id_)
        body: dict[str, Any] = {"why": causes.of(id_)}
        if before is None and after is not None:
            change = NEW
        elif after is None and before is not None:
            change = WITHDRAWN
            body |= {"before": state_of(before), "into": causes.into(id_)}
        else:
            assert before is not None and after is not None
            fields = difference(state_of(before), state_of(after))
            if not fields:
                continue
            change = CHANGED
            body["fields"] = fields
        rows.append({"at": now, "kind": EVENT, "subject": id_, "change": change, "body": body})
    if rows:
        db.execute(insert(history), rows)
    return len(rows)
