"""Bytes to text: the encoding is found, not assumed, and doubts are told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from vedette.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
)
_META = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
_TWICE = re.compile(r"â€[™œ\u009d“”˜¦\x80-\x9f]|Ã[\u0080-\u00bf]|Ø[§ªµ¨±]|Ð[\u0080-\u00bf°-¿]")
_SAMPLE = 200_000
_LEEWAY = 0.1
_COMMON = [
    "cp1252", "cp1256", "cp1251", "cp1250", "cp1254", "cp1255", "cp1253", "koi8_r", "gb18030", "big5", "shift_jis",
    "euc_kr",
]  # fmt: skip
# As browsers do: pages that say Latin-1 mean its Windows superset.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what a person should know of it (None where nothing)."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, told: str | None = None, *, html: bool = False) -> Decoded:
    """`data` as text, in the encoding `told`, else by its mark, its page's own word, or its bytes.

    Raises IntakeError for bytes that are no text, or that are not in the encoding told.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise IntakeError("empty")
    for start, name in _KINDS:
        if data.startswith(start):
            raise IntakeError(f"not text but {name}: give its text")
    if told is not None:
        return _told(data, told)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_notes(data.decode(name, "replace"), name)
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(sample.translate(None, _CONTROL)) < 0.98 * len(sample):
        raise IntakeError("not text: it holds bytes that no text has")
    try:
        return _with_notes(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    said = _META.search(data[:4096]) if html else None
    if said:
        name = said.group(1).decode("ascii").lower()
        try:
            return _with_notes(data.decode(_MEANT.get(name, name)), name)
        except (UnicodeDecodeError, LookupError):
            pass
    return _guessed(data)


def _told(data: bytes, told: str) -> Decoded:
    try:
        return _with_notes(data.decode(told), told)
    except LookupError as error:
        raise IntakeError(f"there is no encoding called {told!r}") from error
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"not in {told}: byte {error.start} cannot be read; leave the encoding to be found"
        ) from error


def _guessed(data: bytes) -> Decoded:
    """By charset-normalizer; Windows-1252 where a few odd bytes stand in plain Western text."""
    odd = sum(byte > 127 for byte in data[:_SAMPLE])
    if odd * 50 < len(data[:_SAMPLE]):
        try:
            return _with_notes(data.decode("cp1252"), "windows-1252", guessed=True)
        except UnicodeDecodeError:
            return _with_notes(data.decode("latin-1"), "latin-1", guessed=True)
    found = list(from_bytes(data[:_SAMPLE], cp_isolation=_COMMON))
    if not found:
        raise IntakeError("its encoding cannot be told; name it with --encoding")
    # Of those that fit as well, the commonest: cp1250 and cp1252 differ in few letters.
    fits = [f for f in found if f.chaos <= found[0].chaos and f.coherence >= found[0].coherence - _LEEWAY]
    best = min(fits, key=lambda f: _COMMON.index(f.encoding) if f.encoding in _COMMON else len(_COMMON))
    try:
        return _with_notes(data.decode(best.encoding), best.encoding, guessed=True)
    except UnicodeDecodeError:
        return _with_notes(data.decode(best.encoding, "replace"), best.encoding, guessed=True)


def _with_notes(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    notes = [f"encoding taken to be {encoding}"] if guessed else []
    lost = text.count("\ufffd")
    if lost:
        notes.append(f"{lost} characters were lost before or could not be read (\ufffd)")
    garbled = len(_TWICE.findall(text[:_SAMPLE]))
    if garbled > 2:
        notes.append(
            f"garbled by an earlier reader in {garbled} places (as in {_TWICE.findall(text)[0]!r}); kept as it is"
        )
    return Decoded(text, encoding, "; ".join(notes) or None)
