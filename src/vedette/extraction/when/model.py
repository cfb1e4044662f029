"""The answer to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """Inclusive days, both None with a `reason` where the text does not tell. `basis` names how: words, main event…

    `runs`: the words tell a while that runs through these days ("since May"), and not when within them one thing was.
    """

    first: date | None
    last: date | None
    basis: str | None
    reason: str
    runs: bool = False
