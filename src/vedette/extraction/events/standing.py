"""Whether a telling can be an event by itself, and not only more on one already told, or a state of things."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.events.roles import CLASH
from vedette.extraction.events.telling import Telling
from vedette.extraction.events.words import sent_off
from vedette.extraction.status import PLANNED
from vedette.knowledge.events import ADVANCES, BEFORE
from vedette.model.place import PlaceKind

DESCRIBING = frozenset({"acl", "relcl", "amod", "advcl"})
TALKS = "Talks"
OFTEN = frozenset(
    {"Sexual violence", "Looting/property destruction", "Chemical weapon", "Change to group/activity",
     "Peaceful protest", "Violent demonstration", "Deployment", "Displacement", "Arrests", "Disrupted weapons use"}
)  # fmt: skip


def _comes_after(verb: Token) -> bool:
    """Whether a clause tells what came next and describes nobody: "made gains, encircling X", "sent X fleeing"."""
    return bool(sent_off(verb)) or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i)


def only_points(telling: Telling) -> bool:
    """Whether a noun of fighting has no word of its own of where or when: "the assault killed two"."""
    noun = telling.token.pos_ in ("NOUN", "PROPN")
    fight = telling.trigger.type == CLASH
    return telling.points and noun and fight and not telling.own_day and not telling.own_place


def _in_general(telling: Telling) -> bool:
    """Whether a noun only tells what kind of thing happens: "reports of mass killings, rape and looting"."""
    if telling.token.pos_ != "NOUN" or telling.type not in OFTEN or telling.own_place or telling.own_day:
        return False
    return not any(c.dep_ in ("det", "nummod", "poss") for c in telling.token.children)


def stands(telling: Telling) -> bool:
    """Whether a telling can be an event by itself, and not only more on one already told."""
    frame, token = telling.trigger.frame, telling.token
    if _in_general(telling):
        return False
    if telling.habitual and not telling.own_day:
        return False
    if telling.points and not telling.trigger.told:
        return False
    if telling.type == TALKS and not (telling.own_place or telling.own_day or (telling.actor and telling.target)):
        return False  # "he offered talks with the government"
    bare = not telling.own_place and not telling.dated and telling.actor is None
    if frame.vague and not telling.trigger.told and bare:
        return False
    if telling.trigger.type == ADVANCES and telling.actor is None:
        return False
    place = telling.where.place
    wide = telling.type == "Displacement" and place is not None and place.kind is PlaceKind.COUNTRY
    if wide and (not telling.dated or any(t.lower_ == "currently" for t in token.sent)):
        return False  # a country's displaced are a state of the war
    if token.lemma_ == "war" and any(c.lower_ == "since" for c in token.head.children):
        return False  # "since the war broke out" only tells since when
    if telling.only_kills and telling.status == PLANNED:
        return False  # a threat
    if telling.trigger.type == BEFORE or telling.only_kills:
        if any(c.lower_ == "since" for c in token.children):
            return False  # a running total
        return (telling.own_place or telling.own_day) and not telling.long
    if frame.weak or (frame.background and token.dep_ in DESCRIBING and not _comes_after(token)):
        return telling.dated and (telling.type == "Siege" or token.lemma_ == "war" or not telling.long)
    return True
