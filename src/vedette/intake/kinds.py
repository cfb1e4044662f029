"""What kind of file something is: by its name, or for standard input by its text."""

from __future__ import annotations

import json
import re
from pathlib import Path

from vedette.errors import IntakeError
from vedette.intake.columns import FIELDS

TABLES = frozenset({"csv", "jsonl", "json"})
_SUFFIXES = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json",
}  # fmt: skip


def kind_of_name(name: str) -> str:
    """``text``, ``markdown``, ``html``, ``csv``, ``jsonl`` or ``json``. Raises IntakeError for any other."""
    suffix = Path(name).suffix.lower()
    if suffix not in _SUFFIXES:
        raise IntakeError(f"files of kind {suffix} are not read: give .txt, .md, .html, .csv, .jsonl or .json")
    return _SUFFIXES[suffix]


def kind_of_text(text: str) -> str:
    """The kind that `text` looks like; ``text`` where it looks like no other."""
    head = text.lstrip("\ufeff \t\r\n")[:2000]
    if re.match(r"<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html", head, re.IGNORECASE):
        return "html"
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if head.startswith("{") and len(lines) > 0 and _is_object(lines[0]):
        return "jsonl"
    if head.startswith(("[", "{")):
        return "json"
    cells = re.split(r"[,;\t|]", lines[0] if lines else "")
    names = {re.sub(r"\W+", "_", cell.strip().lower()).strip("_") for cell in cells}
    return "csv" if len(names) > 1 and names & set(FIELDS["text"]) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
