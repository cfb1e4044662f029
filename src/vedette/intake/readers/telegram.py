"""Telegram Desktop's exports in JSON: each message of a chat or channel is a report.

Who wrote a message in a group is not taken in: those who report from a war are not to be found in a ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.readers import Piece

MESSAGES = 1_000_000


def read_telegram(data: bytes, _name: str) -> Iterator[Piece]:
    """Messages with text, of one chat or of a whole account's export. Raises IntakeError for what is none."""
    try:
        export = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise IntakeError("a Telegram export that is broken") from error
    chats = _chats(export)
    if not chats:
        raise IntakeError("no Telegram export: it has no messages")
    number = 0
    for chat in chats:
        for message in chat["messages"]:
            number += 1
            if number > MESSAGES:
                raise IntakeError(f"more than {MESSAGES:,} messages in one export")
            row = _row(chat, message) if isinstance(message, Mapping) else None
            if row is not None:
                yield row


def is_telegram(export: Any) -> bool:
    """Whether JSON is an export of Telegram's."""
    return bool(_chats(export))


def _chats(export: Any) -> list[Mapping[str, Any]]:
    if not isinstance(export, Mapping):
        return []
    listed = export.get("chats")
    inner = listed.get("list", []) if isinstance(listed, Mapping) else []
    found = [export, *(inner if isinstance(inner, list) else [])]
    return [c for c in found if isinstance(c, Mapping) and isinstance(c.get("messages"), list) and "type" in c]


def _row(chat: Mapping[str, Any], message: Mapping[str, Any]) -> dict[str, Any] | None:
    text = _text(message.get("text"))
    if message.get("type") != "message" or not text.strip():
        return None
    row: dict[str, Any] = {"text": text, "id": f"telegram-{chat.get('id', 'chat')}-{message.get('id', 0)}"}
    if isinstance(chat.get("name"), str):
        row["outlet"] = chat["name"]
    if isinstance(message.get("date"), str):
        row["published"] = message["date"][:10]
    return row


def _text(given: Any) -> str:
    """A message's text: a string, or a list of strings and marked-up pieces."""
    if isinstance(given, str):
        return given
    if not isinstance(given, list):
        return ""
    pieces = [p if isinstance(p, str) else p.get("text") if isinstance(p, Mapping) else None for p in given]
    return "".join(p for p in pieces if isinstance(p, str))
