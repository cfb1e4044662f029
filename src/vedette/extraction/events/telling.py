"""Telling: one mention of an event with what its own words say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from vedette.extraction.actors_of import befallen, doer
from vedette.extraction.events.territory import territory_type
from vedette.extraction.events.triggers import TERRITORIAL, Trigger
from vedette.extraction.status import status_of
from vedette.extraction.when import When, when
from vedette.extraction.where import Where, where
from vedette.extraction.who_says import WhoSays, who_says
from vedette.reading.reading import Reading

POINTING = frozenset({"the", "this", "these", "that", "those", "both", "its", "their"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger with its slots. `own_place` and `own_day`: whether the sentence itself names them.

    `points`: whether it only points back ("the attack"). `title`: whether it stands in the headline.
    """

    trigger: Trigger
    type: str
    status: str
    where: Where
    when: When
    says: WhoSays
    actor: str | None
    actor_reason: str
    target: str | None
    own_place: bool
    own_day: bool
    points: bool
    title: bool

    @property
    def token(self) -> Token:
        """The trigger's token."""
        return self.trigger.token

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day."""
        return self.when.first, self.when.last

    @property
    def fullness(self) -> int:
        """How much the words say themselves; the fullest telling speaks for the event."""
        told = (self.own_place, self.own_day, self.actor is not None, self.target is not None, self.trigger.told)
        return 2 * self.own_place + self.own_day + sum(told) - 2 * self.title - self.points


def telling_of(reading: Reading, trigger: Trigger) -> Telling | None:
    """The telling of a trigger, None where its words do not assert it."""
    token = trigger.token
    status = status_of(reading, token)
    if status is None:
        return None
    place, time, says = where(reading, token), when(reading, token), who_says(reading, token)
    (actor, actor_reason), target = doer(reading, token), befallen(reading, token)
    kind = trigger.type
    if kind in TERRITORIAL:
        country = place.place.country if place.place is not None else None
        kind, actor, target = territory_type(reading, trigger, actor, target, country)
    sentence = token.sent
    return Telling(
        trigger=trigger,
        type=kind,
        status=status,
        where=place,
        when=time,
        says=says,
        actor=actor,
        actor_reason=actor_reason,
        target=target if target != actor else None,
        own_place=place.name is not None
        and any(m.name in place.name and sentence.start <= m.start < sentence.end for m in reading.places),
        own_day=time.basis == "words",
        points=_points(token),
        title=token.idx < len(reading.report.title),
    )


def _points(token: Token) -> bool:
    """Whether a noun has nothing of its own but a word that points: "the attack", "these raids"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if not any(c.lower_ in POINTING for c in token.children):
        return False
    return not any(c.dep_ in ("prep", "acl") and c.i > token.i for c in token.children)
