"""The situation report as PDF for print and mail, set by typst: A4, tagged for screen readers (PDF/UA-1).

Where a report holds a character that no font here can show, the file is tagged but does not call itself PDF/UA.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from vedette.errors import VedetteError
from vedette.products.extras import need
from vedette.products.pages import asset, standalone
from vedette.products.situation.context import page_context
from vedette.products.situation.model import Situation

STANDARD = "ua-1"
_NO_FONT = "could not be displayed"
_ESCAPED = re.compile(r"(?<!\\)\\u00[01][0-9a-f]")  # as JSON writes control characters
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def as_pdf(situation: Situation, template: str | None = None) -> bytes:
    """The report as PDF, by the built-in typst template or another.

    A template reads "report.json": the report's fields, and under "page" the words and names of drawings. Raises
    VedetteError without typst, and with typst's own words where the template fails.
    """
    typst = need("typst", "PDF", "pdf")
    context = page_context(situation)
    drawings = {
        f"{name}-{n}.svg": plain(svg).encode()
        for name in ("map", "timeline")
        for n, svg in enumerate(standalone(str(context[name])), start=1)
    }
    page = {key: context[key] for key in ("period", "comparison_period", "labels", "marks", "holders")}
    page |= {"maps": [n for n in drawings if n.startswith("map")], "timelines": [n for n in drawings if n[0] == "t"]}
    files = {
        "main.typ": (template or asset("situation.typ")).encode(),
        "report.json": _ESCAPED.sub(
            " ", plain(json.dumps(asdict(situation) | {"page": page}, ensure_ascii=False))
        ).encode(),
        **drawings,
    }
    # The moment that the report tells of, not that of printing: the same ledger gives the same file.
    moment = datetime.fromisoformat(situation.as_of or "1970-01-01").replace(microsecond=0, tzinfo=UTC)
    try:
        return _compiled(typst, files, moment, [STANDARD])
    except RuntimeError as error:
        if _NO_FONT not in str(error):
            raise VedetteError(f"PDF: {error}") from error
        # Tagged all the same; but what no font here can show keeps it from being called PDF/UA.
        return _compiled(typst, files, moment, [])


def _compiled(typst: Any, files: dict[str, bytes], moment: datetime, standards: list[str]) -> bytes:
    made: bytes = typst.compile(files, format="pdf", pdf_standards=standards, timestamp=moment)
    return made


def plain(text: str) -> str:
    """Text without control characters; those that stand for signs of Windows-1252 become these signs."""
    return _CONTROL.sub(lambda m: bytes([ord(m[0])]).decode("cp1252", "ignore") if m[0] > "\x7f" else " ", text)
