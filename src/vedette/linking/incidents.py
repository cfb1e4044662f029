"""Incidents: what one report tells of one event, its tolls with it. They are what linking brings together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vedette.linking.parties import party_words
from vedette.linking.spelling import PlaceName
from vedette.linking.told import Told
from vedette.linking.windows import Window
from vedette.linking.words import whole_words
from vedette.model.claim import Event, Toll
from vedette.model.place import Place

HARM = frozenset({"killed", "wounded", "casualties"})
"""Effects by which people are harmed."""


@dataclass(frozen=True)
class Incident:
    """Claims of one report on one event. `type` is the event's, or what its tolls make of it."""

    members: tuple[Told, ...]
    type: str
    family: str
    total: bool = False
    """Whether it is a running total over a time and no single event."""
    standing: bool = False
    """Whether it stands until it is ended, so that reports tell of any of its days."""
    seldom: bool = False
    """Whether a land hardly sees two such events in some days, so that a loose telling of place or day means it."""

    @cached_property
    def id(self) -> str:
        """The id of its first claim."""
        return min(m.id for m in self.members)

    @cached_property
    def report(self) -> str:
        """The id of the report that tells it."""
        return self.members[0].report

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """Its first and last day as ordinals; None where they are not known."""
        first, last = self.window.first, self.window.last
        return (first.toordinal(), last.toordinal()) if first and last else None

    @cached_property
    def is_event(self) -> bool:
        """Whether an event claim tells of it, and not tolls alone."""
        return isinstance(self.lead.claim, Event)

    @cached_property
    def lead(self) -> Told:
        """The claim that says best what it was: an event claim before a toll, the most telling first."""
        return min(
            self.members,
            key=lambda m: (not isinstance(m.claim, Event), not m.placed, not m.places, m.window.vague, m.id),
        )

    @cached_property
    def window(self) -> Window:
        """The days of its leading claim, or of the first that tells any."""
        if not self.lead.window.vague:
            return self.lead.window
        return next((m.window for m in self.members if not m.window.vague), self.lead.window)

    @cached_property
    def places(self) -> tuple[PlaceName, ...]:
        """Every name that its claims place it by."""
        return tuple(dict.fromkeys(p for m in (self.lead, *self.members) for p in m.places))

    @cached_property
    def placed(self) -> bool:
        """Whether the words of any of its claims name its place."""
        return any(m.placed for m in self.members)

    @cached_property
    def location(self) -> Place | None:
        """Where its leading claim lies, or the first that has a location."""
        return self.lead.location or next((m.location for m in self.members if m.location), None)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who did it, in the words of any of its claims."""
        out: set[str] = set()
        for m in self.members:
            name = m.claim.actor if isinstance(m.claim, Event) else getattr(m.claim, "by", None)
            out |= party_words(name or "")
        return frozenset(out)

    @cached_property
    def targets(self) -> frozenset[str]:
        """On whom it was done."""
        names = [m.claim.target for m in self.members if isinstance(m.claim, Event) and m.claim.target]
        return frozenset(word for name in names for word in party_words(name))

    @cached_property
    def words(self) -> frozenset[str]:
        """The telling words of all its quotes."""
        return frozenset().union(*(m.words for m in self.members))

    @cached_property
    def told(self) -> frozenset[str]:
        """All words of all its quotes, in lower case."""
        return frozenset().union(*(whole_words(m.claim.quote) for m in self.members))

    @cached_property
    def named(self) -> frozenset[str]:
        """The sounds of all names in its quotes."""
        return frozenset().union(*(m.named for m in self.members))

    @cached_property
    def figures(self) -> frozenset[tuple[str, int]]:
        """Effect and number of each toll that is a whole."""
        return frozenset(
            (m.claim.effect, number)
            for m in self.members
            if isinstance(m.claim, Toll) and not m.claim.subset and (number := m.claim.low or m.claim.high) is not None
        )

    @cached_property
    def dead(self) -> dict[int, Window]:
        """Its whole numbers of dead, and the days of each."""
        return {
            number: m.window
            for m in self.members
            if isinstance(m.claim, Toll) and m.claim.effect == "killed" and not m.claim.subset
            if (number := m.claim.low or m.claim.high) is not None
        }

    @cached_property
    def scopes(self) -> frozenset[str]:
        """What its wholes of dead and hurt count: an incident's, a day's, a period's."""
        return frozenset(
            m.claim.span
            for m in self.members
            if isinstance(m.claim, Toll) and not m.claim.subset and m.claim.effect in HARM
        )
