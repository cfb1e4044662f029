"""Alerts in words, and as objects for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vedette.ledger.rows import figure_words


@dataclass(frozen=True)
class Told:
    """An alert as it is sent: `seq` 1 is the first word on a happening, what comes later an update."""

    id: str
    rule: str
    happening: str
    first: datetime
    changed: datetime
    seq: int
    body: Mapping[str, Any]

    @property
    def title(self) -> str:
        """One line: "Air/drone strike, Marrat, 2016-12-10: killed 9 to 12"."""
        body = self.body
        days = " to ".join(dict.fromkeys(str(d) for d in (body.get("first"), body.get("last")) if d)) or "no day told"
        figures = ", ".join(f"{e} {figure_words(f['low'], None if f['open'] else f['high'])}"
                            for e, f in sorted(body["figures"].items()) if f["low"] is not None)  # fmt: skip
        told = f"{body['type']}, {body.get('place') or 'no place told'}, {days}" + (f": {figures}" if figures else "")
        if body.get("withdrawn"):
            return f"Taken back: {told}"
        return f"Update: {told}" if self.seq > 1 else told

    @property
    def lines(self) -> list[str]:
        """What is known, a line each, and where to look further."""
        body = self.body
        out = [self.title, f"rule: {self.rule}"]
        out += [f"{side}: {body[key]}" for key, side in (("actor", "by"), ("target", "against")) if body.get(key)]
        if body.get("grade"):
            out.append(f"corroboration: {body['grade']}; origins: {', '.join(body['origins']) or 'none credited'}")
        out += [f"contradiction: {c['why']}" for c in body.get("contradictions", ())]
        if isinstance(body.get("withdrawn"), str):
            out.append(f"what it told of is now part of {body['withdrawn']}")
        out.append(f"look at: vedette show {self.happening}")
        return out

    def row(self) -> dict[str, Any]:
        """The alert as a JSON-ready object."""
        return {
            "id": self.id, "rule": self.rule, "event": self.happening, "seq": self.seq, "title": self.title,
            "first": f"{self.first.isoformat(timespec='seconds')}Z",
            "changed": f"{self.changed.isoformat(timespec='seconds')}Z", **self.body,
        }  # fmt: skip
