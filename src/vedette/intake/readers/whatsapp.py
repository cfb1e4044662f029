"""WhatsApp's exports in text: each message is a report.

Phones write the day in their own order; what all lines show together decides, as in tables. Names and numbers of those
who wrote are not taken in: those who report from a war are not to be found in a ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vedette.errors import IntakeError
from vedette.intake.columns import day_order, read_date
from vedette.intake.encoding import decode
from vedette.intake.readers import Piece

MESSAGES = 1_000_000
_LINE = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:[\s\u202f]*[apAP]\.?[mM]\.?)?\]?\s*(?:[-–]\s*)?(?P<rest>.*)$"
)
_SAID = re.compile(r"^(?P<who>[^:\n]{1,80}):\s(?P<text>.*)$", re.DOTALL)
_OMITTED = re.compile(
    r"^[\u200e\s]*(<[^<>\n]*>|\w+ omitted|This message was deleted\.?|You deleted this message\.?)\s*$"
)
_CHAT = re.compile(r"(?:WhatsApp Chat (?:with|-) )?(?P<name>.+?)(?:_chat)?$")


@dataclass
class _Message:
    day: str
    lines: list[str] = field(default_factory=list)


def looks_like(text: str) -> bool:
    """Whether a text is an export of WhatsApp's: most of its first lines begin with a day, a time and a name."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:12]
    dated = [m for line in lines if (m := _LINE.match(line))]
    said = sum(_SAID.match(m["rest"]) is not None for m in dated)
    return said >= 2 and _LINE.match(lines[0]) is not None


def read_whatsapp(data: bytes, name: str) -> Iterator[Piece]:
    """Messages with text; the chat's name, from the file's, is the outlet. Raises IntakeError where there is none."""
    messages: list[_Message] = []
    for line in decode(data).text.splitlines():
        begun = _LINE.match(line)
        if begun:
            messages.append(_Message(_whole_year(begun["day"]), [begun["rest"]]))
        elif messages:
            messages[-1].lines.append(line)
        if len(messages) > MESSAGES:
            raise IntakeError(f"more than {MESSAGES:,} messages in one export")
    if not messages:
        raise IntakeError("no WhatsApp export: no line begins with a day and a time")
    order = day_order(m.day for m in messages)
    chat = _CHAT.match(Path(name).stem)
    for number, message in enumerate(messages, 1):
        said = _SAID.match("\n".join(message.lines))
        if said is None or _OMITTED.match(said["text"]) or not said["text"].strip():
            continue
        day = read_date(message.day, order)
        yield {
            "text": said["text"],
            "id": f"{Path(name).stem}-{number}",
            "outlet": chat["name"].strip() if chat and chat["name"].strip() not in ("", "_") else None,
            "published": day.isoformat() if day else None,
        }


def _whole_year(day: str) -> str:
    """ "10/12/16" as "10/12/2016": the app is younger than the century. With points the day always stands first."""
    first, second, third = re.split(r"[./-]", day)
    if len(first) == 4:
        return f"{first}-{int(second):02d}-{int(third):02d}"
    year = third if len(third) == 4 else f"20{third}"
    return f"{year}-{int(second):02d}-{int(first):02d}" if "." in day else f"{first}/{second}/{year}"
