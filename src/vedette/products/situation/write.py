"""A `Situation` as HTML (one file, no network), Markdown, JSON or PDF, by the built-in templates or by one's own."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from vedette.errors import VedetteError
from vedette.products.pages import environment
from vedette.products.situation.context import page_context, text_context
from vedette.products.situation.house import TYPST, render
from vedette.products.situation.model import Situation
from vedette.products.situation.pdf import as_pdf

FORMS = ("html", "md", "json", "pdf")


def write(situation: Situation, path: Path, form: str | None = None, template: Path | None = None) -> None:
    """Write the report in `form`, by default the one that the ending of `path` names, or by a `template` of one's own.

    Raises VedetteError for a form that there is not, for a template that fails, and for PDF without typst.
    """
    body = report_bytes(situation, form or path.suffix.lower().removeprefix("."), path.name, template)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def report_bytes(situation: Situation, form: str, name: str, template: Path | None = None) -> bytes:
    """The report as the contents of a file called `name`."""
    if template is not None and template.suffix != TYPST:
        return render(situation, template, name).encode()
    if form not in FORMS:
        raise VedetteError(f"{name}: a situation report is written as {', '.join(FORMS)}; choose one of these")
    if form == "pdf":
        return as_pdf(situation, template.read_text(encoding="utf-8") if template else None)
    return {"html": as_html, "md": as_markdown, "json": as_json}[form](situation).encode()


def as_json(situation: Situation) -> str:
    """Everything that the report says, as one JSON object."""
    return json.dumps(asdict(situation), ensure_ascii=False, indent=2) + "\n"


def as_markdown(situation: Situation) -> str:
    """The report for text editors and mail."""
    return environment().get_template("situation.md.j2").render(**text_context(situation))


def as_html(situation: Situation) -> str:
    """The report as one page that opens from disk; report text in it is always escaped."""
    return environment().get_template("situation.html.j2").render(**page_context(situation))
