"""Mail: a message's text is a report, and so is each document attached to it."""

from __future__ import annotations

import contextlib
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import Any, cast

from vedette.errors import IntakeError
from vedette.intake.readers import Broken, Part, Piece

PARTS = 200
MESSAGES = 50_000
HEADER = 1_000
"""Bytes of a header that are read."""
_ATTACHED = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
}
_FORWARDED = re.compile(r"^\s*((fw|fwd|re|tr|wg|aw)\s*:\s*)+", re.IGNORECASE)
_FROM_LINE = re.compile(rb"^From [^\n]*\n", re.MULTILINE)


def read_mail(data: bytes, _name: str) -> Iterator[Piece]:
    """The message's own text (the plain one where it has both) and what is attached to it and can be read.

    Raises IntakeError for a message without either.
    """
    message = email.message_from_bytes(_trimmed(data), policy=email.policy.default)
    head = _head(message)
    found = False
    body = message.get_body(("plain", "html"))
    if body is not None:
        text = _bytes(body)
        kind = body.get_content_type()
        if text.strip():
            found = True
            yield Part(f"message{_ATTACHED[kind]}", kind, text, head)
    for number, part in enumerate(message.iter_attachments()):
        if number >= PARTS:
            break
        own = cast(MIMEPart, part)
        kind = own.get_content_type()
        if kind not in _ATTACHED:
            continue
        name = own.get_filename() or f"attachment-{number}{_ATTACHED[kind]}"
        try:
            content = _bytes(own)
        except Exception as error:  # The library's own writer fails over headers that its parser let through.
            yield Broken(name, f"an attachment that cannot be read: {type(error).__name__}")
            continue
        if content.strip():
            found = True
            own_head = {k: v for k, v in head.items() if k != "title"}
            yield Part(name, kind, content, {**own_head, "id": Path(name).stem[:200]})
    if not found:
        raise IntakeError("a mail without text or documents")


def read_mbox(data: bytes, name: str) -> Iterator[Piece]:
    """Each message of a mailbox in one file."""
    starts = [m.start() for m in _FROM_LINE.finditer(data)][:MESSAGES]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        yield Part(f"{name}-{number}.eml", "message/rfc822", data[start:end].partition(b"\n")[2])


def _trimmed(data: bytes) -> bytes:
    """`data` with each header cut where it is longer than any needs to be: the library takes the square of its length.

    Headers stand at the start, after a boundary, and at the start of a message within one, up to an empty line.
    """
    out: list[bytes] = []
    in_head, inner, length = True, False, 0
    for line in data.splitlines(keepends=True):
        if not line.strip():
            in_head, inner = inner, False
        elif line.startswith(b"--"):
            in_head, inner = True, False
        elif in_head:
            length = length + len(line) if line[:1] in b" \t" else len(line)
            inner = inner or b"message/rfc822" in line.lower()
            if length > HEADER:
                line = line[:HEADER].rstrip(b"\r\n") + b"\n" if length == len(line) else b""
        out.append(line)
    return b"".join(out)


def _head(message: EmailMessage) -> dict[str, Any]:
    """Title, day and outlet: the list or the sender's name; never the sender's address."""
    out: dict[str, Any] = {}
    subject = str(message.get("Subject") or "").strip()
    if subject:
        out["title"] = _FORWARDED.sub("", subject)
    with contextlib.suppress(ValueError, OverflowError):
        out["published"] = parsedate_to_datetime(str(message.get("Date") or "")).date().isoformat()
    sender = parseaddr(str(message.get("From") or ""))[0].strip()
    if sender and "@" not in sender:
        out["outlet"] = sender
    return out


def _bytes(part: MIMEPart) -> bytes:
    """The content as bytes; text as UTF-8, in whatever encoding it came."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return cast(EmailMessage, inner[0]).as_bytes() if isinstance(inner, list) and inner else b""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    if part.get_content_maintype() != "text":
        return content
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeError):
        return content
