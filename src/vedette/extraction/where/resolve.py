"""Where a claim is at: the place of what it tells, not the first place of the sentence, nor the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.where.around import beside
from vedette.extraction.where.background import other_time
from vedette.extraction.where.captives import captives_held, is_captivity
from vedette.extraction.where.discourse import antecedent, earlier, same_event, summed
from vedette.extraction.where.land import at_large, country, theatre
from vedette.extraction.where.once import once
from vedette.extraction.where.recount import recounted
from vedette.extraction.where.refine import echoed, refine, war_wide
from vedette.extraction.where.retold import retold, several
from vedette.extraction.where.sites import same_site
from vedette.extraction.where.spots import Scene, Spot, joined, scene
from vedette.extraction.where.tree import tied
from vedette.extraction.where.within import within
from vedette.model.place import Place
from vedette.reading.reading import PlaceMention, Reading

_FAR = 10.0
"""A place that costs more than this stands in the sentence, but is not tied to the trigger."""
_VAGUE = 5.0
"""And "the area", "the site", that cost more than this."""
_OWN = 1.6
"""A place that costs no more than this is the trigger's own."""


@dataclass(frozen=True, slots=True)
class Where:
    """`name` as the text spells it, None with a `reason` where no place can be told."""

    name: str | None
    place: Place | None
    reason: str


def where(reading: Reading, trigger: Token, *, of_war: bool = False, lasting: bool = False) -> Where:
    """The place of what `trigger` (a claim's verb or noun) tells.

    `of_war`: it is too much for any one place; `lasting`: it is told of weeks or more, and so seldom of the one place
    that the news is about.
    """
    # Tolls, events, control and statements ask for the same words.
    known: dict[tuple[int, bool, bool], Where] = reading.doc.user_data.setdefault("vedette.where", {})
    key = (trigger.i, of_war, lasting)
    if key not in known:
        known[key] = _where(reading, trigger, of_war, lasting)
    return known[key]


def _where(reading: Reading, trigger: Token, of_war: bool, lasting: bool) -> Where:
    stage = scene(reading)
    options = [o for o in tied(stage, trigger) if o.cost <= _FAR]
    if (not options or options[0].cost > _OWN) and (war := war_wide(trigger, stage.words)) is not None:
        found = theatre(stage)
        if found is not None:
            return Where(found[0], found[1], f"{war.text!r} as a whole is told of")
    for option in options:
        if option.spot.parts:
            if closer := refine(stage, trigger, option.spot):
                return _told(closer, "another sentence names what this one describes")
            named = option.spot.finest
            if len(named) == 1 and (closer := within(stage, trigger, options, option, named[0])):
                return _told(closer, f"in {named[0].name!r}, told in the same clause")
            return _narrowed(stage, trigger, named, f"tied to {trigger.text!r} by the parse")
        pointer = option.spot.pointer
        if pointer is None or option.cost > _points_from(stage, pointer) or _of_source(pointer):
            continue
        if mentions := antecedent(stage, pointer):
            if len(mentions) == 1 and (closer := within(stage, trigger, options, option, mentions[0])):
                return _told(closer, f"in {mentions[0].name!r}, to which {pointer.text!r} points")
            if len(mentions) == 1 and (closer := _part(stage, trigger, pointer, mentions)):
                return _told(closer, f"another sentence names what this one describes, in {mentions[0].name!r}")
            return _told(mentions, f"{pointer.text!r} points to it")
    if of_war and (found := theatre(stage)) is not None:
        return Where(found[0], found[1], "too much for one place: told of the war as a whole")
    if these := summed(stage, trigger):
        return _told(these, "where the deeds that it adds up were told")
    if site := same_site(stage, trigger):
        return _told(site, "where the site that it points to was told")
    if event := same_event(stage, trigger, lasting=lasting):
        return _narrowed(stage, trigger, event, "where the event that it points to was told")
    if lasting and not at_large(stage, trigger) and (found := theatre(stage)) is not None:
        return Where(found[0], found[1], "of a longer while than the news of any one place")
    if same := echoed(stage, trigger, []):
        return _narrowed(stage, trigger, same, "told where the report tells the same")
    if again := retold(stage, trigger, None):
        return _told(again, "where the event is told again")
    if (time := other_time(reading, trigger)) is not None and (found := country(stage)) is not None:
        return Where(found[0], found[1], f"of another time than the report's news ({time.reason})")
    if is_captivity(stage, trigger):
        if held := captives_held(stage):
            return _told(held, "where the report has the captives")
        if stage.told and (found := theatre(stage)) is not None:
            return Where(found[0], found[1], "captives of whom no closer place is told")
    mentions, why, teller = earlier(stage, trigger)
    if mentions:
        told = _narrowed(stage, trigger, mentions, why)
        as_told = told.name == joined(mentions)[0]
        return _narrowed(stage, teller, mentions, why) if as_told and teller is not None else told
    return Where(None, None, "no place in the sentence, nor anywhere in the report")


def _part(stage: Scene, trigger: Token, pointer: Token, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """What another sentence names where this one tells of a part of what is pointed to: "a district of the capital"."""
    if pointer.head.lower_ not in ("of", "in"):
        return []
    return refine(stage, trigger, Spot([pointer.i], [mentions]))


def _of_source(pointer: Token) -> bool:
    """Whether the word tells where those are who say it: "according to activists in the region"."""
    said = pointer.head.head
    return pointer.head.dep_ == "prep" and said.dep_ == "pobj" and said.head.head.lower_ == "according"


def _points_from(stage: Scene, pointer: Token) -> float:
    """How far from the trigger a word may point: "the area" of other things told in the sentence is none of it."""
    return _VAGUE if pointer.lemma_.lower() in stage.words.vague else _FAR


def _narrowed(stage: Scene, trigger: Token, mentions: list[PlaceMention], why: str) -> Where:
    if several(stage, trigger):
        return _told(mentions, why)
    if len(mentions) == 1 and (again := retold(stage, trigger, mentions[0])):
        return _told(again, f"named where the event is told again; {why}")
    if len(mentions) == 1 and (close := beside(stage, trigger, mentions[0])):
        return _told(close, f"told near {mentions[0].name!r}, as this is; {why}")
    if len(mentions) == 1 and (counted := recounted(stage, trigger, mentions[0])):
        return _told(counted, f"named where as many are told of again; {why}")
    if closer := echoed(stage, trigger, mentions):
        return _told(closer, f"named where the report tells the same again; {why}")
    if len(mentions) == 1 and (only := once(stage, trigger, mentions[0])):
        return _told(only, f"where alone in {mentions[0].name!r} the report has it; {why}")
    return _told(mentions, why)


def _told(mentions: list[PlaceMention], why: str) -> Where:
    name, place, reason = joined(mentions)
    return Where(name, place, f"{why}; {reason}")
