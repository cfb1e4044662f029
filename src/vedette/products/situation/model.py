"""What a situation report says, before it takes a form. Everything here is JSON-ready through `dataclasses.asdict`."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.products.method.model import Method


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One claim with its sentence: `before`, `quote`, `after` are the report's own words around the claim.

    `added` tells who added it by hand, and why; None for what the reading found.
    """

    id: str
    kind: str
    says: str
    before: str
    quote: str
    after: str
    chain: tuple[str, ...]
    source: str | None
    outlet: str
    report: str
    report_title: str
    published: str | None
    published_basis: str | None
    url: str | None
    copy_of: str | None
    place: str | None
    days: str
    gaps: tuple[str, ...]
    contested: bool = False
    added: str | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure with its range: `words` as shown, the origins behind it, the events it adds up, and how."""

    label: str
    low: int | None
    high: int | None
    best: int | None
    words: str
    origins: tuple[str, ...]
    events: tuple[str, ...]
    rule: str


@dataclass(frozen=True, kw_only=True)
class EventView:
    """A happening as the report shows it. `precision`: exact, area or none; `position` is (lon, lat).

    `grade` tells how well it is corroborated, `graded` why. `running`: a course of events, which cost as much in all.
    """

    id: str
    type: str
    place: str
    area: str
    country: str | None
    position: tuple[float, float] | None
    precision: str
    first: str | None
    last: str | None
    days: str
    actor: str | None
    target: str | None
    status: str
    figures: tuple[Figure, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    disputes: tuple[str, ...]
    headline: str
    grade: str = "not graded"
    graded: str = ""
    running: bool = False


@dataclass(frozen=True, kw_only=True)
class PlaceView:
    """The happenings of one place, under its first-level area."""

    area: str
    place: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, kw_only=True)
class AreaFigures:
    """What the happenings of one first-level area cost, effect by effect; areas that are not resolved are one."""

    area: str
    events: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One effect in the period before and in this one, and what may be said of the change: `words`."""

    label: str
    before: Figure | None
    now: Figure | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """This period against an earlier one: ISO days, how many reports and events then, and the figures of both."""

    first: str
    last: str
    reports: int
    events: int
    rows: tuple[Compared, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeView:
    """What became of one thing since the last issue: new, changed or withdrawn, with its causes."""

    kind: str
    id: str
    change: str
    what: str
    fields: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What is different in this report since the ledger was as at `since` (UTC): events and claims, and how many new
    reports and judgements there are.
    """

    since: str
    reports: int
    judgements: int
    rows: tuple[ChangeView, ...]


@dataclass(frozen=True, kw_only=True)
class ControlView:
    """Who held a place on the last day of the period, and what that rests on."""

    place: str
    part: str | None
    state: str
    holders: tuple[str, ...]
    standing: str
    as_of: str | None
    position: tuple[float, float] | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class ControlCell:
    """Who held a place on a day, in `words` ("rebels (reported)", "contested: …"), a siege of it included.

    `state`, `holders` and `standing` are those of :class:`vedette.settlement.who_holds.Holding`. `told` is True on
    the days that a claim is about; on the others the last word before stands.
    """

    words: str
    state: str
    holders: tuple[str, ...]
    standing: str
    besieged_by: tuple[str, ...]
    told: bool


@dataclass(frozen=True, kw_only=True)
class ControlRow:
    """One place or part of it, day by day; a cell is None on days before any claim tells of it: unknown."""

    place: str
    part: str | None
    position: tuple[float, float] | None
    cells: tuple[ControlCell | None, ...]


@dataclass(frozen=True, kw_only=True)
class ControlDays:
    """Who held what, day by day: ISO `days`, and one row a place with as many cells."""

    days: tuple[str, ...]
    rows: tuple[ControlRow, ...]


@dataclass(frozen=True, kw_only=True)
class StatementView:
    """What a party said."""

    speaker: str
    act: str
    about: str
    days: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True)
class DisputeView:
    """Claims that cannot both hold."""

    id: str
    event: str | None
    about: str
    why: str
    settled: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class Running:
    """A running total as told; it is shown, and added to nothing.

    `event` is the happening whose evidence has the sentence; None where no event is told of it. `told` is how many
    claims of the same origin tell it; the evidence is one of them.
    """

    event: str | None
    words: str
    who: str
    effect: str
    place: str
    days: str
    told: int
    evidence: Evidence


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A kind of thing that could not be resolved, with the claims concerned."""

    what: str
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """An origin and who carries it."""

    name: str
    claims: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """A report read for this period."""

    id: str
    ref: str
    outlet: str
    title: str
    published: str | None
    published_basis: str | None
    url: str | None
    copy_of: str | None
    claims: int


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The whole report. Sections stand in the order that OCHA's situation reports use.

    `as_of` is the moment (UTC) when what it rests on last changed, by which a later issue tells what is new.
    """

    title: str
    first: str | None
    last: str | None
    place: str | None
    versions: dict[str, str]
    highlights: tuple[EventView, ...]
    figures: tuple[Figure, ...]
    running: tuple[Running, ...]
    places: tuple[PlaceView, ...]
    control: tuple[ControlView, ...]
    control_days: ControlDays
    statements: tuple[StatementView, ...]
    disputes: tuple[DisputeView, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[SourceView, ...]
    reports: tuple[ReportView, ...]
    areas: tuple[AreaFigures, ...] = ()
    comparison: Comparison | None = None
    changed: Changed | None = None
    as_of: str | None = None
    method: Method | None = None
    counts: dict[str, int] = field(default_factory=dict)
