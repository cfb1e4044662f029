"""A method page as HTML (one file, no network), Markdown or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from vedette.errors import VedetteError
from vedette.products.method.model import Method
from vedette.products.pages import DRAWINGS, environment, style
from vedette.products.words import days_words

FORMS = ("html", "md", "json")


def method_text(method: Method, form: str) -> str:
    """The page in one of FORMS. Raises VedetteError for another."""
    if form not in FORMS:
        raise VedetteError(f"a method page is written as {', '.join(FORMS)}, not as {form!r}")
    if form == "json":
        return json.dumps(asdict(method), ensure_ascii=False, indent=2) + "\n"
    first, last = (date.fromisoformat(day) if day else None for day in (method.first, method.last))
    context: dict[str, Any] = {"m": method, "period": days_words(first, last), "style": style(*DRAWINGS)}
    return environment().get_template(f"method.{form}.j2").render(**context)


def write_method(method: Method, path: Path) -> None:
    """Write the page in the form that the ending of `path` names, its folder made where it is missing."""
    text = method_text(method, path.suffix.lower().removeprefix("."))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
