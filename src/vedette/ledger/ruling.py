"""The rule that a ledger settles by, and settling by another for one question."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from vedette.errors import JudgementError
from vedette.intake.presence import provenance_of
from vedette.ledger import codec, records
from vedette.ledger.judgements import standing
from vedette.ledger.locks import one_writer
from vedette.ledger.schema import reports
from vedette.linking.told import told
from vedette.model.happening import Happening
from vedette.model.provenance import Provenance
from vedette.settlement.rules import RULES, Rule
from vedette.settlement.settle import Settler

RULE = "rule"
"""The state that holds the ledger's rule."""


def ledger_rule(db: Connection) -> Rule:
    """The rule that the ledger settles by: range, unless another was set."""
    kept = records.get_state(db, RULE)
    if kept is None:
        return Rule()
    row = json.loads(kept)
    return Rule(row["name"], tuple(row["order"]))


def set_rule(db: Connection, rule: Rule) -> None:
    """Have the ledger settle by `rule` from now on."""
    one_writer(db)
    records.set_state(db, RULE, json.dumps({"name": rule.name, "order": list(rule.order)}))


def make_rule(name: str, order: Sequence[str] = ()) -> Rule:
    """The rule of that name; "source order" goes with the sources in `order`. Raises JudgementError otherwise."""
    if name not in RULES:
        raise JudgementError(f"there is no rule {name!r}; one of {', '.join(RULES)}")
    if (name == "source order") != bool(order):
        raise JudgementError("the sources of --order go with the rule 'source order', and with it only")
    return Rule(name, tuple(order))


def settled_by(db: Connection, happenings: Sequence[Happening], rule: Rule) -> list[Happening]:
    """The same happenings with their figures settled by `rule`; judgements of analysts count as ever."""
    held = records.claims_by_id(db, (c for h in happenings for c in h.claims))
    provenance = provenance_by_report(db, {c.report_id for c in held.values()})
    members = {t.id: t for t in told(held.values(), provenance)}
    settler = Settler(rule, standing(db))
    return [settler.settle(h, [members[c] for c in h.claims], provenance) for h in happenings]


def provenance_by_report(db: Connection, wanted: Iterable[str]) -> dict[str, Provenance]:
    """What settlement needs to know of the reports with these ids."""
    ids, out = sorted(wanted), dict[str, Provenance]()
    for start in range(0, len(ids), 500):
        query = select(reports.c.id, reports.c.body, reports.c.copy_of).where(
            reports.c.id.in_(ids[start : start + 500])
        )
        for row in db.execute(query):
            out[row.id] = provenance_of(codec.report_from_json(row.body), row.copy_of)
    return out
