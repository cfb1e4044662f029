"""What kind of file something is: by its name, or for standard input by its text."""

from __future__ import annotations

import json
import re
from pathlib import Path

from vedette.errors import IntakeError
from vedette.intake.columns import FIELDS
from vedette.intake.readers import telegram, whatsapp

TABLES = frozenset({"csv", "jsonl", "json"})
_SUFFIXES = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json", ".pdf": "pdf", ".docx": "docx", ".eml": "mail", ".mbox": "mbox", ".warc": "warc", ".wacz": "wacz",
    ".rss": "feed", ".atom": "feed", ".xml": "feed",
}  # fmt: skip
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "text/csv": "csv", "application/json": "json", "application/pdf": "pdf", "message/rfc822": "mail",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/feed+json": "jsonfeed",
}  # fmt: skip


def kind_of_name(name: str) -> str:
    """``text``, ``markdown``, ``html``, a table's kind, or one of `readers.KINDS`. Raises IntakeError for any other."""
    suffix = Path(name.lower().removesuffix(".gz") if ".warc" in name.lower() else name).suffix.lower()
    if suffix not in _SUFFIXES:
        raise IntakeError(
            f"files of kind {suffix} are not read: give .txt, .md, .html, .pdf, .docx, .eml, .csv, .jsonl or .json"
        )
    return _SUFFIXES[suffix]


def kind_of_type(mime: str) -> str | None:
    """The kind of a MIME type without parameters, None where it tells nothing."""
    return _TYPES.get(mime)


def kind_of_bytes(data: bytes) -> str | None:
    """The kind that the first bytes tell for certain, None where they tell nothing."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        head = data[:4096]
        return "docx" if b"word/" in head or b"[Content_Types].xml" in head else "wacz" if b"archive/" in head else None
    return "warc" if data.startswith(b"WARC/") else None


def finer(kind: str, text: str) -> str:
    """The export or feed that a text or JSON file is, by what it says; else the kind that it was."""
    if kind == "text" and whatsapp.looks_like(text):
        return "whatsapp"
    if kind in ("json", "jsonl") and text.lstrip("\ufeff \t\r\n").startswith("{"):
        try:
            data = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return kind
        if telegram.is_telegram(data):
            return "telegram"
        if str(data.get("version", "")).startswith("https://jsonfeed.org/"):
            return "jsonfeed"
    return kind


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
