"""A table's row to a finished Report: nothing of the text changed, furniture marked, date, outlet and wire found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.furniture import find_furniture
from vedette.intake.language import language_of
from vedette.intake.published import Published, find_published, in_head, printed
from vedette.intake.story import story_of
from vedette.intake.wires import find_outlet, find_wire
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.report import DateBasis, Report

_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""Halves of characters and null characters, which JSON can hold and no text can."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A report with what a person should be told of how it was taken in."""

    report: Report
    notes: tuple[str, ...]


def report_from_row(row: Mapping[str, Any], knowledge: Knowledge | None = None, *, today: date | None = None) -> Report:
    """`row` has some of id, outlet, published (ISO), title, text, url, language. Raises IntakeError without text."""
    return take(row, knowledge, today=today).report


def take(
    row: Mapping[str, Any], knowledge: Knowledge | None = None, *, today: date | None = None, compiled: bool = False
) -> Taken:
    """As `report_from_row`, with notes: a date that was refused or found nowhere, a page without a story.

    `row` may also have ``basis``, a DateBasis, where `published` was found by other means than a field. `compiled`: it
    is of a table that somebody made of many pages, so that a date printed at the head of the page itself is believed
    before the table's.
    """
    knowledge = knowledge or default_knowledge()
    today = today or date.today()
    given = [_field(row, name) or "" for name in ("title", "text")]
    title, text = (_UNREADABLE.sub("\ufffd", part) for part in given)
    if not text.strip() and not title.strip():
        raise IntakeError("empty: no text")
    full = f"{title}\n{text}"
    url = _field(row, "url")
    outlets = Outlets.of(knowledge)
    furniture = find_furniture(title, text, knowledge)
    told, notes = _told(row, today)
    if given != [title, text]:
        notes.append("characters that no text can hold were replaced (\ufffd)")
    if told is None:
        told = find_published(full, furniture, url, today)
        if told.day is None:
            notes.append(f"no publication date: {told.reason}")
    elif (said := printed(full, furniture, today)) is not None and said.day != told.day:
        if compiled and in_head(full, said, told):
            notes.append(f"published {told.day} by its table, but {said.quote!r} by the page itself, which was taken")
            told = said
        else:
            notes.append(f"published {told.day} by its metadata, but the page itself says {said.quote!r}")
    wire = find_wire(full, furniture, outlets, _field(row, "outlet"), url)
    report = Report(
        title=title,
        text=text,
        ref=_field(row, "id") or "",
        outlet=find_outlet(_field(row, "outlet"), url, full, wire, outlets),
        url=url,
        published=told.day,
        published_basis=told.basis,
        published_quote=told.quote,
        language=_field(row, "language") or language_of(full, furniture),
        wire=wire,
        furniture=furniture,
    )
    if not story_of(report).strip():
        notes.append("no story in it: all of it reads as menus, links or captions")
    return Taken(report, tuple(notes))


def _field(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return None if value is None or value == "" else str(value)


def _told(row: Mapping[str, Any], today: date) -> tuple[Published | None, list[str]]:
    """The date that the row itself gives, None where it gives none that can be used; and what to tell of it."""
    given = _field(row, "published")
    if given is None:
        return None, []
    try:
        day = date.fromisoformat(given[:10])
    except ValueError:
        return None, [f"{given!r} is no date that can be read; the text was asked instead"]
    if day > today:
        return None, [f"{day} lies in the future and was not taken as the date; the text was asked instead"]
    return Published(day, DateBasis(row.get("basis") or DateBasis.METADATA), given, "given"), []
