"""One doer for an attack: its event and its tolls fill each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from vedette.extraction.actors.reasons import CLAIMED, OPEN_WHO
from vedette.extraction.attacks import OF_THE_EVENT, OF_THE_TOLL, OTHER_SIDE, agreed
from vedette.extraction.events import events
from vedette.extraction.extract import claims_of
from vedette.extraction.tolls import tolls
from vedette.model.claim import Event, Toll
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def read_both(reading: Reading) -> tuple[list[Toll], list[Event]]:
    claims = claims_of(reading)
    return [c for c in claims if isinstance(c, Toll)], [c for c in claims if isinstance(c, Event)]


def test_a_count_whose_doer_is_open_has_that_of_its_event(read_text: Read) -> None:
    """As where the parse leaves open whose truck it was, and the event's other telling names it."""
    reading = read_text("Islamic State bombers blew up a truck near Hasakeh on Sunday, killing nine people.")
    (toll,), told = read_both(reading)
    left_open = replace(toll, by=None, reasons=toll.reasons | {"by": OPEN_WHO})
    ((filled,), _) = agreed([left_open], told, reading)
    assert (filled.by, filled.reasons["by"]) == ("Islamic State", OF_THE_EVENT)


def test_an_event_whose_doer_is_open_has_that_of_its_count(read_text: Read) -> None:
    reading = read_text("Islamic State bombers blew up a truck near Hasakeh on Sunday, killing nine people.")
    told, (event,) = read_both(reading)
    left_open = replace(event, actor=None, reasons=event.reasons | {"actor": OPEN_WHO})
    (_, (filled,)) = agreed(told, [left_open], reading)
    assert (filled.actor, filled.reasons["actor"]) == ("Islamic State", OF_THE_TOLL)


def test_men_who_fall_in_their_own_attack_fall_to_those_attacked(read_text: Read) -> None:
    text = "Rebels attacked Syrian government forces in Hama on Friday. The rebels lost 15 fighters in the attack."
    (toll,), _ = read_both(read_text(text))
    assert (toll.group, toll.by, toll.reasons["by"]) == ("rebels", "Syrian government", OTHER_SIDE)


def test_who_hits_bystanders_in_a_fight_is_left_open(read_text: Read) -> None:
    text = "Rebels clashed with Islamic State fighters in Azaz on Friday. Two children were killed in the clashes."
    (toll,), _ = read_both(read_text(text))
    assert toll.by is None


def test_a_strike_upon_nobody_told_befalls_those_harmed(read_text: Read) -> None:
    text = "A Turkish drone targeted the centre of Kobani on Friday, where two citizens were injured."
    _, (event,) = read_both(read_text(text))
    assert (event.actor, event.target) == ("Turkey", "civilians")


def test_civilians_killed_come_before_who_holds_the_place(read_text: Read) -> None:
    text = "A government air raid on a rebel-held part of Aleppo on Friday left nine civilians dead."
    _, (event,) = read_both(read_text(text))
    assert event.target == "civilians"


def test_nobody_has_struck_himself(read_text: Read) -> None:
    """A chief whom a strike killed did not fall to his own men, whatever else these owned up to."""
    reading = read_text("An air strike killed an Al-Shabaab chief in Mogadishu on Friday.")
    (toll,), told = read_both(reading)
    wrong = replace(toll, by="Al-Shabaab", group=None, reasons=toll.reasons | {"by": CLAIMED})
    ((filled,), _) = agreed([wrong], told, reading)
    assert filled.by is None


@pytest.mark.parametrize("text", ["Rebels shelled Aleppo on Friday.", "Nine people died in Homs."])
def test_one_kind_alone_stays_as_it_is(read_text: Read, text: str) -> None:
    reading = read_text(text)
    assert agreed(tolls(reading), events(reading), reading) == (tolls(reading), events(reading))
