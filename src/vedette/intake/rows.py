"""A table's row to a finished Report: nothing of the text changed, furniture marked, date, outlet and wire found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.furniture import find_furniture
from vedette.intake.published import find_published
from vedette.intake.wires import find_outlet, find_wire
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.report import DateBasis, Report


def report_from_row(
    row: Mapping[str, Any], knowledge: Knowledge | None = None, *, today: date | None = None
) -> Report:
    """`row` has some of id, outlet, published (ISO), title, text, url, language. Raises IntakeError without text."""
    knowledge = knowledge or default_knowledge()
    today = today or date.today()
    title, text = str(row.get("title") or ""), str(row.get("text") or "")
    if not text.strip() and not title.strip():
        raise IntakeError("no text")
    full = f"{title}\n{text}"
    outlets = Outlets.of(knowledge)
    furniture = find_furniture(title, text, knowledge)
    published = date.fromisoformat(str(row["published"])[:10]) if row.get("published") else None
    basis: DateBasis | None = DateBasis.METADATA if published else None
    quote = str(row["published"]) if published else None
    url = row.get("url") or None
    if published is None:
        found = find_published(full, furniture, url, today)
        published, basis, quote = found.day, found.basis, found.quote
    return Report(
        title=title,
        text=text,
        ref=str(row.get("id") or ""),
        outlet=find_outlet(row.get("outlet") or None, url, full, outlets),
        url=url,
        published=published,
        published_basis=basis,
        published_quote=quote,
        language=str(row.get("language") or "en"),
        wire=find_wire(full, outlets),
        furniture=furniture,
    )
