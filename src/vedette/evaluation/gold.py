"""A folder of hand-marked reports: reports.jsonl, claims.jsonl, events.jsonl."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.errors import IntakeError
from vedette.evaluation.names import Aliases

Row = Mapping[str, Any]
"""One object of a JSON-lines file."""


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON-lines file; raises IntakeError naming file and line where it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise IntakeError(f"{path}: cannot be read: {error.strerror}") from error
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise IntakeError(f"{path}:{number}: not a JSON object: {error.msg}") from error
    return rows


@dataclass(frozen=True)
class Gold:
    """What a marker wrote: the reports, their claims, and which claims tell of one happening."""

    reports: tuple[Row, ...]
    claims: tuple[Row, ...]
    events: tuple[Row, ...]
    aliases: Aliases

    @classmethod
    def load(cls, folder: Path) -> Gold:
        """Read `folder`; raises IntakeError where one of its three files is missing or broken."""
        reports, claims, events = (
            tuple(read_rows(folder / f"{name}.jsonl")) for name in ("reports", "claims", "events")
        )
        return cls(reports, claims, events, Aliases.beside(folder))

    @property
    def texts(self) -> dict[str, str]:
        """Report id to its title and text, joined as quotes are cut from them."""
        return {r["id"]: f"{r['title']}\n{r['text']}" for r in self.reports}

    @property
    def event_of(self) -> dict[str, str]:
        """Claim id to the id of the happening that it was put to."""
        return {c: e["id"] for e in self.events for c in (*e["event_claims"], *e["toll_claims"])}
