"""The situation report as PDF for print and mail, set by typst: A4, tagged for screen readers (PDF/UA-1)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

from vedette.errors import VedetteError
from vedette.products.extras import need
from vedette.products.pages import asset, standalone
from vedette.products.situation.context import page_context
from vedette.products.situation.model import Situation

STANDARD = "ua-1"


def as_pdf(situation: Situation, template: str | None = None) -> bytes:
    """The report as PDF, by the built-in typst template or another.

    A template reads "report.json": the report's fields, and under "page" the words and names of drawings. Raises
    VedetteError without typst, and with typst's own words where the template fails.
    """
    typst = need("typst", "PDF", "pdf")
    context = page_context(situation)
    drawings = {
        f"{name}-{n}.svg": svg.encode()
        for name in ("map", "timeline")
        for n, svg in enumerate(standalone(str(context[name])), start=1)
    }
    page = {key: context[key] for key in ("period", "comparison_period", "labels", "marks", "holders")}
    page |= {"maps": [n for n in drawings if n.startswith("map")], "timelines": [n for n in drawings if n[0] == "t"]}
    files = {
        "main.typ": (template or asset("situation.typ")).encode(),
        "report.json": json.dumps(asdict(situation) | {"page": page}, ensure_ascii=False).encode(),
        **drawings,
    }
    # The moment that the report tells of, not that of printing: the same ledger gives the same file.
    moment = datetime.fromisoformat(situation.as_of or "1970-01-01").replace(microsecond=0, tzinfo=UTC)
    try:
        made: bytes = typst.compile(files, format="pdf", pdf_standards=[STANDARD], timestamp=moment)
    except RuntimeError as error:
        raise VedetteError(f"PDF: {error}") from error
    return made
