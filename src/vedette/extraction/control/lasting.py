"""Since when ground is held: "divided since mid-2012", told once, is meant wherever the report names the holders."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.extraction.control.find import Find
from vedette.extraction.control.merge import place_key
from vedette.extraction.when import When, when
from vedette.knowledge.control import ControlWords, Ground
from vedette.reading.reading import Reading

_OF_THE_NEWS = frozenset({"main event", "said", "sentence before"})
"""Ways of knowing days by the news around, and not by words of one's own."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """The days of finds, and those of places that the report tells to be held since a day."""

    reading: Reading
    since: dict[str, When]
    ground: Ground

    @classmethod
    def of(cls, reading: Reading, found: list[Find]) -> Lasting:
        """What `found` tell of places held from a day in words up to the publication."""
        since: dict[str, When] = {}
        ground = reading.knowledge.world("control", ControlWords).ground
        for find in found:
            if not find.state or find.change != "holds" or find.passing:
                continue
            days = when(reading, find.trigger, present=True)
            named = days.basis == "words" and days.first is not None and days.last == reading.report.published
            if named and days.first != days.last:
                since.setdefault(place_key(ground, find), days)
        return cls(reading, since, ground)

    def when(self, find: Find) -> When:
        """The days of `find`: its own; where it is told as a present state of a place held since a day, from then."""
        own = when(self.reading, find.trigger, present=find.state)
        published = self.reading.report.published
        if find.change == "besieges" and own.basis in _OF_THE_NEWS and published is not None:
            return When(published, published, "publication", "a siege told without its days holds as it is told")
        since = self.since.get(place_key(self.ground, find)) if find.change == "holds" and find.state else None
        if since is None or own.first != own.last or own.last != since.last:
            return own
        return When(since.first, since.last, since.basis, f"told elsewhere of this place: {since.reason}")
