"""Schema of ``exchange.yaml``: how the record's types and codes read in the formats of the field."""

from __future__ import annotations

from pydantic import model_validator

from vedette.knowledge.loader import Strict
from vedette.model.claim import EVENT_TYPES


class Acled(Strict):
    """ACLED's types, actor classes and regions (ISO 3166-1 alpha-2 codes by region).

    `vague`: the number of dead that it keeps for words that name none; `unknown`: for dead that are not counted at all.
    """

    event_types: dict[str, tuple[str, ...]]
    disorder: dict[str, str]
    inter: dict[int, str]
    regions: dict[str, tuple[str, ...]]
    vague: dict[str, int]
    unknown: int

    def event_type(self, sub_event_type: str) -> str | None:
        """The event type that a sub-event type is of; None for what ACLED does not have."""
        return next((t for t, subs in self.event_types.items() if sub_event_type in subs), None)

    def disorder_type(self, sub_event_type: str) -> str:
        """The disorder type of a sub-event type. Raises KeyError for what ACLED does not have."""
        return self.disorder.get(sub_event_type) or self.disorder[self.event_type(sub_event_type) or ""]


class Ucdp(Strict):
    """UCDP's regions: by country where told, else by the continent's code."""

    regions: dict[str, tuple[str, ...]]
    continents: dict[str, str]


class Plover(Strict):
    """PLOVER's event, mode and context, each empty where it has none; `mutual` are types with two sources."""

    types: dict[str, tuple[str, str, str]]
    mutual: tuple[str, ...]


class Exchange(Strict):
    """The whole file."""

    acled: Acled
    ucdp: Ucdp
    plover: Plover

    @model_validator(mode="after")
    def _complete(self) -> Exchange:
        missing = [t for t in EVENT_TYPES if t not in self.plover.types]
        if missing:
            raise ValueError(f"plover.types lacks {', '.join(missing)}")
        known = {s for subs in self.acled.event_types.values() for s in subs}
        strange = sorted(known - set(EVENT_TYPES))
        if strange:
            raise ValueError(f"acled.event_types has types that no claim can be of: {', '.join(strange)}")
        return self
