"""Reading to Event claims: triggers, their tellings, tellings merged to events, events as claims."""

from __future__ import annotations

from vedette.extraction.events.again import told_again
from vedette.extraction.events.build import build
from vedette.extraction.events.find import find_triggers
from vedette.extraction.events.merge import merge
from vedette.extraction.events.opponents import Opponents
from vedette.extraction.events.telling import telling_of
from vedette.extraction.events.words import Words
from vedette.knowledge.events import event_lexicon
from vedette.model.claim import Event
from vedette.reading.reading import Reading

__all__ = ["events"]


def events(reading: Reading) -> list[Event]:
    """Every event claim of the report: one for each event that it tells as having its own place, day or actor."""
    words = Words(reading, event_lexicon(reading.knowledge, reading.packs))
    tellings = [t for trigger in find_triggers(words) if (t := telling_of(reading, trigger)) is not None]
    groups = merge(told_again(reading, tellings))
    opponents = Opponents(reading, groups)
    return [build(reading, group, groups, opponents) for group in groups]
