"""Claim: one thing that one report says, resting on one span of its text.

The four kinds and their fields follow the claim format (docs/claim-format.md).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from vedette.model.place import Place, PlaceKind
from vedette.model.precision import date_prec, time_precision

TOLL, EVENT, CONTROL, STATEMENT = "toll", "event", "control", "statement"

EFFECTS = (
    "killed", "wounded", "missing", "abducted", "detained", "displaced", "trapped", "deployed", "released",
    "surrendered", "casualties",
)  # fmt: skip
SPANS = ("incident", "day", "period")
MEANS = ("air strike", "shelling", "bomb", "chemical", "ground fire", "execution", "other")
STATUSES = ("happened", "alleged", "denied", "planned")
CHANGES = ("gained", "lost", "holds", "contested", "besieges")
ACTS = ("accuse", "deny", "demand", "reject", "offer", "agree", "announce", "threaten", "condemn", "warn")
EARLIER, PARTIAL = "earlier", "partial"
"""Keys of a toll's `reasons`: it was told before another of its report; it counts only those in hospital, say."""
EVENT_TYPES = (
    # ACLED's sub-event types, by their names (ACLED Codebook, 2023), then ours.
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest", "Violent demonstration",
    "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    "Displacement", "Evacuation", "Siege", "Deployment", "Aid delivery", "Talks",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What all claims have.

    `quote` is ``report.full[start:end]``, at most one sentence. `source` is the origin that the text credits,
    None where the outlet speaks in its own voice; `chain` leads from the outlet's nearest credit to the origin.
    `first` and `last` are inclusive days (``from`` and ``to`` in JSON). `place` is spelled as in the text,
    `location` is what the gazetteer makes of it. `reasons` says, slot by slot, why it is empty or how it was found.
    `confidence` is 0 to 1, a rank and no probability.
    """

    kind: ClassVar[str] = ""

    report: str
    report_id: str
    quote: str
    start: int
    end: int
    source: str | None = None
    chain: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    date_basis: str | None = None
    place: str | None = None
    location: Place | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.5

    @cached_property
    def id(self) -> str:
        """``c-`` and 16 hex digits over the report's id and every slot that is part of the claim format."""
        slots = self.to_json()
        slots.update(report=self.report_id, start=self.start, end=self.end)
        body = json.dumps({k: slots[k] for k in (*GOLD_FIELDS[self.kind], "start", "end")}, sort_keys=True)
        return f"c-{hashlib.sha256(body.encode()).hexdigest()[:16]}"

    def corrected(self, slots: dict[str, Any], reasons: dict[str, str]) -> Claim:
        """The same claim, id included, with other values in `slots`, and `reasons` added to those that it has.

        `slots` are named as in the claim format and hold its JSON values; ``location`` an object or None. Raises
        ValueError for a bad date, TypeError for a slot that this kind of claim does not have.
        """
        data = {{"from": "first", "to": "last"}.get(k, k): v for k, v in slots.items()}
        for day in ("first", "last"):
            if data.get(day) is not None:
                data[day] = date.fromisoformat(data[day])
        if data.get("location") is not None:
            data["location"] = _place(data["location"])
        out = replace(self, **data, reasons=self.reasons | reasons)
        vars(out)["id"] = self.id
        return out

    def to_json(self) -> dict[str, Any]:
        """The claim as one JSON-ready object in the claim format, without `id` and `event`."""
        out: dict[str, Any] = {"kind": self.kind}
        for f in fields(self):
            value = getattr(self, f.name)
            if isinstance(value, date):
                value = value.isoformat()
            if f.name == "location":
                value = None if value is None else {k: getattr(value, k) for k in PLACE_FIELDS}
            out[{"first": "from", "last": "to"}.get(f.name, f.name)] = value
        out["chain"] = list(self.chain)
        out["time_precision"] = time_precision(self.first, self.last)
        out["date_prec"] = date_prec(self.first, self.last)
        return out


@dataclass(frozen=True, kw_only=True)
class Toll(Claim):
    """What it cost people: a count with its words, its dead, its doer."""

    kind: ClassVar[str] = TOLL

    effect: str
    low: int | None
    high: int | None
    approx: bool = False
    who: str = "unknown"
    group: str | None = None
    subset: bool = False
    span: str = "incident"
    by: str | None = None
    means: str | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Claim):
    """What happened: an ACLED sub-event type or one of ours."""

    kind: ClassVar[str] = EVENT

    type: str
    actor: str | None = None
    target: str | None = None
    status: str = "happened"


@dataclass(frozen=True, kw_only=True)
class Control(Claim):
    """Who holds what."""

    kind: ClassVar[str] = CONTROL

    holder: str | None
    change: str
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class Statement(Claim):
    """Who said what of the war."""

    kind: ClassVar[str] = STATEMENT

    speaker: str
    act: str
    about: str


KINDS: dict[str, type[Claim]] = {c.kind: c for c in (Toll, Event, Control, Statement)}

_SLOTS = {cls: frozenset(f.name for f in fields(cls)) for cls in KINDS.values()}
_COMMON = ("report", "kind", "quote", "source", "from", "to", "place")
GOLD_FIELDS: dict[str, tuple[str, ...]] = {
    TOLL: (*_COMMON, "effect", "low", "high", "approx", "who", "group", "subset", "span", "by", "means"),
    EVENT: (*_COMMON, "type", "actor", "target", "status"),
    CONTROL: (*_COMMON, "part", "holder", "change"),
    STATEMENT: (*_COMMON, "speaker", "act", "about"),
}
"""The fields of the claim format, kind by kind, in the order in which they are printed."""

PLACE_FIELDS = ("id", "name", "kind", "country", "adm1", "adm2", "lat", "lon", "near", "geo_precision", "where_prec")
_WORKED_OUT = ("geo_precision", "where_prec")


def from_json(row: dict[str, Any], id_: str | None = None) -> Claim:
    """A claim from an object in the claim format (hand-marked ones lack offsets: 0, 0 is taken).

    `id_` is the id that it is known to have, which then need not be made; a ledger keeps it beside the object.

    Raises KeyError for a missing slot, ValueError for a bad date, TypeError for an unknown kind.
    """
    cls = KINDS.get(row["kind"])
    if cls is None:
        raise TypeError(f"unknown kind of claim: {row['kind']!r}")
    known = _SLOTS[cls]
    data: dict[str, Any] = {k: v for k, v in row.items() if k in known}
    data["first"] = date.fromisoformat(row["from"]) if row.get("from") else None
    data["last"] = date.fromisoformat(row["to"]) if row.get("to") else None
    data["chain"] = tuple(row.get("chain") or ())
    data["report_id"] = row.get("report_id") or row["report"]
    data["start"], data["end"] = row.get("start", 0), row.get("end", 0)
    if data.get("location") is not None:
        data["location"] = _place(data["location"])
    out = cls(**data)
    if id_ is not None:
        vars(out)["id"] = id_
    return out


def _place(row: dict[str, Any]) -> Place:
    entry = {k: v for k, v in row.items() if k not in _WORKED_OUT}
    return Place(**entry | {"kind": PlaceKind(entry["kind"])})
