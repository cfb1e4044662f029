"""W3C PROV-JSON: how a figure came about, from outlets and origins over reports and claims to what was settled.

Entities are reports, claims and figures; activities are extraction and settlement; agents are outlets, origins and the
program. A claim is quoted from its report (prov:wasQuotedFrom) and attributed to its origin; a figure is derived from
its claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vedette import EXTRACTION_VERSION, __version__
from vedette.ledger.rows import claim_summary
from vedette.products.exports.columnar import EXTRA
from vedette.products.exports.record import Record
from vedette.products.extras import need

if TYPE_CHECKING:
    from prov.model import ProvDocument

NAMESPACE = "urn:vedette:"


def write_prov(records: Iterable[Record], path: Path) -> int:
    """Write one PROV-JSON document of all figures of the dead; returns their number.

    Raises VedetteError without prov.
    """
    document = need("prov.model", "PROV", EXTRA).ProvDocument()
    document.add_namespace("vedette", NAMESPACE)
    program = document.agent("vedette:program", {"prov:type": "prov:SoftwareAgent", "vedette:version": __version__})
    count = 0
    for record in records:
        if record.happening.killed is not None:
            _figure(document, record, program)
            count += 1
    document.unified().serialize(str(path), indent=1)  # an outlet met twice is one agent
    return count


def _figure(document: ProvDocument, record: Record, program: Any) -> None:
    killed, id_ = record.happening.killed, record.happening.id
    assert killed is not None
    slots = {"low": killed.low, "best": killed.best, "high": killed.high, "rule": killed.rule, "reason": killed.reason}
    told = {f"vedette:{k}": v for k, v in slots.items() if v is not None}
    figure = document.entity(f"vedette:{id_}/killed", told | {"prov:type": "vedette:Settlement"})
    settled = document.activity(f"vedette:{id_}/settlement", other_attributes={"prov:type": "vedette:Settling"})
    document.wasGeneratedBy(figure, settled)
    document.wasAssociatedWith(settled, program)
    reports = {r.report.id: r.report for r in record.reports}
    for claim in record.claims:
        if claim.id not in killed.claims:
            continue
        entity = document.entity(
            f"vedette:{claim.id}",
            {"prov:type": "vedette:Claim", "vedette:says": claim_summary(claim), "prov:value": claim.quote},
        )
        document.used(settled, entity)
        document.wasDerivedFrom(figure, entity)
        _claim(document, entity, claim.source, reports[claim.report_id], program)


def _claim(document: ProvDocument, claim: Any, source: str | None, report: Any, program: Any) -> None:
    published = report.published.isoformat() if report.published else "unknown"
    text = document.entity(
        f"vedette:{report.id}",
        {"prov:type": "vedette:Report", "vedette:ref": report.ref, "vedette:published": published},
    )
    read = document.activity(
        f"vedette:{report.id}/extraction",
        other_attributes={"prov:type": "vedette:Extraction", "vedette:version": EXTRACTION_VERSION},
    )
    document.wasAssociatedWith(read, program)
    document.used(read, text)
    document.wasGeneratedBy(claim, read)
    document.quotation(claim, text)
    if report.outlet:
        document.wasAttributedTo(text, _agent(document, report.outlet))
    if source:
        document.wasAttributedTo(claim, _agent(document, source))


def _agent(document: ProvDocument, name: str) -> Any:
    slug = "-".join("".join(ch if ch.isalnum() else " " for ch in name).split()).lower()
    return document.agent(f"vedette:agent/{slug}", {"prov:label": name, "prov:type": "prov:Organization"})
