"""Telling: one mention of an event with what its own words say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from vedette.extraction.events.roles import CLASH, roles
from vedette.extraction.events.territory import territory_type
from vedette.extraction.events.triggers import ATTACK, TERRITORIAL, Trigger
from vedette.extraction.events.words import governor
from vedette.extraction.status import status_of
from vedette.extraction.when import When, when
from vedette.extraction.where import Where, where
from vedette.extraction.who_says import WhoSays, who_says
from vedette.knowledge.events import BEFORE, MEANS
from vedette.reading.reading import Reading
from vedette.reading.syntax import subjects

DESCRIBING = frozenset({"acl", "relcl", "amod", "advcl"})
POINTING = frozenset({"the", "this", "these", "that", "those", "both", "its", "their"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger with its slots. `own_place` and `own_day`: whether the sentence itself names them.

    `points`: whether it only points back ("the attack", "one of the shells"). `part`: whether it is put at an
    unnamed part of its place ("a rebel-held district of Aleppo"). `title`: whether it stands in the headline.
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
    target_fights: bool
    own_place: bool
    own_day: bool
    points: bool
    part: bool
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
    def long(self) -> bool:
        """Whether it spans a year or more: a state of the war, and no event."""
        first, last = self.days
        return first is not None and last is not None and (last - first).days >= 365

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
    kind = trigger.type
    who = roles(reading, token, kind)
    actor, target = who.actor, who.target
    if kind in TERRITORIAL:
        country = place.place.country if place.place is not None else None
        kind, actor, target = territory_type(reading, trigger, actor, target, country)
    elif kind == ATTACK and trigger.frame.type == MEANS and target is not None and _fights(reading, target):
        kind = CLASH  # an attack on those who fight back
    sentence = token.sent
    return Telling(
        trigger=trigger,
        type=kind,
        status=status,
        where=place,
        when=time,
        says=says,
        actor=actor,
        actor_reason=who.reason,
        target=target if target != actor else None,
        target_fights=target is not None and _fights(reading, target),
        own_place=place.name is not None
        and any(m.name in place.name and sentence.start <= m.start < sentence.end for m in reading.places),
        own_day=time.basis == "words",
        points=_points(token),
        part=_part(token),
        title=token.idx < len(reading.report.title),
    )


def _fights(reading: Reading, name: str) -> bool:
    """Whether the report's actor called `name` is an armed one."""
    return any(m.name == name and m.kind in ("armed", "state") for m in reading.actors)


def _points(token: Token) -> bool:
    """Whether the words have nothing of their own but one that points: "the attack", "these raids", "one of the shells"."""
    if token.pos_ in ("VERB", "AUX"):
        return any(
            prep.lower_ == "of" and any(d.lower_ in POINTING for thing in prep.children for d in thing.children)
            for head in subjects(token)
            if head.pos_ in ("NUM", "PRON") or head.lower_ in ("some", "one", "most", "number")
            for prep in head.children
        )
    if not any(c.lower_ in POINTING for c in token.children):
        return False
    return not any(c.dep_ in ("prep", "acl") and c.i > token.i for c in token.children)


def _part(token: Token) -> bool:
    """Whether the trigger's clause puts it at "a district of X", "a village in X"."""
    head = governor(token) if token.pos_ not in ("VERB", "AUX") else token
    return any(
        thing.pos_ == "NOUN"
        and any(c.lower_ in ("a", "an", "several", "some") for c in thing.children)
        and any(
            (c.dep_ == "prep" and c.lower_ in ("of", "in", "near", "outside")) or c.dep_ == "poss" for c in thing.children
        )
        for over in (token, head)
        if over is not None
        for prep in over.children
        if prep.dep_ == "prep"
        for thing in prep.children
        if thing.dep_ == "pobj"
    )


def stands(telling: Telling) -> bool:
    """Whether a telling can be an event by itself, and not only more on one already told."""
    frame, token = telling.trigger.frame, telling.token
    if telling.points and not telling.trigger.told:
        return False
    if telling.trigger.type == BEFORE:
        return telling.own_place or telling.own_day
    if frame.weak or (frame.background and token.dep_ in DESCRIBING):
        return telling.own_day and not telling.long
    return True
