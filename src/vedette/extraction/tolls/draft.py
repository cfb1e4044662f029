"""A toll on its way from the words to the record, with what later rules ask of it and no claim keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from vedette.model.claim import Toll

NOT_ITSELF = "who did it cannot be those it was done to"
"""The reason for an empty `by` where the only doer told is the one harmed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`toll` and what its words tell of other tolls of the report.

    `whole`: the figure of the count that it is a part of, None for a count of its own; `summed`: found to be a part
    because it adds up with others to `whole`, and not because the words say so. `definite`: "the two wounded" are
    people told of before. `likened`: who they are is only taken from others told beside them.
    """

    toll: Toll
    whole: int | None = None
    summed: bool = False
    definite: bool = False
    likened: bool = False

    def told(self, reasons: dict[str, str], **changes: Any) -> Draft:
        """The draft with slots of its toll changed, and the reasons for that."""
        return replace(self, toll=replace(self.toll, **changes, reasons=self.toll.reasons | reasons))
