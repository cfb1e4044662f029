"""Types, roles and status of events, one construction an example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.model.claim import EVENT_TYPES, Event
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]

TYPES = [
    ("Warplanes bombed a market in Idlib on Friday.", "Air/drone strike"),
    ("Artillery units shelled the outskirts of Kharkiv overnight.", "Shelling/artillery/missile attack"),
    ("A barrel bomb attack hit a school in Aleppo on Friday.", "Air/drone strike"),
    ("Navy ships fired missiles at the port of Hodeidah on Friday.", "Shelling/artillery/missile attack"),
    ("A suicide bomber blew himself up outside a mosque in Mosul on Friday.", "Suicide bomb"),
    ("A roadside bomb exploded in Kirkuk on Friday.", "Remote explosive/landmine/IED"),
    ("Militants threw a hand grenade at a police post in Quetta on Friday.", "Grenade"),
    ("A chlorine gas attack struck the town of Saraqeb on Friday.", "Chemical weapon"),
    ("Fierce clashes broke out between rebels and the army in Homs on Friday.", "Armed clash"),
    ("Rebels captured the town of Bunagana on Friday.", "Non-state actor overtakes territory"),
    ("The Iraqi army recaptured the city of Ramadi on Friday.", "Government regains territory"),
    ("Gunmen kidnapped two aid workers in Maiduguri on Friday.", "Abduction/forced disappearance"),
    ("Security forces arrested ten people in Khartoum on Friday.", "Arrests"),
    ("Thousands of people marched in Tripoli on Friday in a protest over wages.", "Peaceful protest"),
    ("Soldiers looted shops in Goma on Friday.", "Looting/property destruction"),
    ("Police seized a cache of weapons in Nairobi on Friday.", "Disrupted weapons use"),
    ("Turkish forces set up a new military base in Bashiqa on Friday.", "Headquarters or base established"),
    ("Thousands of residents fled the town of El Fasher on Friday.", "Displacement"),
    ("Government forces surrounded the city of Homs on Friday.", "Siege"),
    ("Government and rebels signed a ceasefire agreement in Juba on Friday.", "Agreement"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_type_is_told_by_the_words(read_text: Reader, text: str, kind: str) -> None:
    found = events(read_text(text))
    assert [e.type for e in found] == [kind]
    assert found[0].status == "happened"


def test_an_air_strike_stays_one_whoever_dies(read_text: Reader) -> None:
    for whom in ("12 civilians", "12 soldiers", "12 militants"):
        found = events(read_text(f"Air strikes killed {whom} in Raqa on Friday."))
        assert [e.type for e in found] == ["Air/drone strike"]


def test_attack_on_those_who_fight_back_is_a_clash(read_text: Reader) -> None:
    (on_base,) = events(read_text("Boko Haram attacked a military base in Baga on Friday."))
    (on_village,) = events(read_text("Boko Haram attacked a village in Borno on Friday."))
    assert (on_base.type, on_village.type) == ("Armed clash", "Attack")


def test_who_takes_ground_decides(read_text: Reader) -> None:
    (fell,) = events(read_text("The town of Tadmur fell to Islamic State on Friday."))
    assert (fell.type, fell.actor) == ("Non-state actor overtakes territory", "Islamic State")


def test_tear_gas_is_no_chemical_weapon(read_text: Reader) -> None:
    found = events(read_text("Police fired tear gas at a crowd of protesters in Nairobi on Friday."))
    assert "Chemical weapon" not in {e.type for e in found}


def test_bombing_from_the_air_is_no_planted_bomb(read_text: Reader) -> None:
    found = events(read_text("Bombing raids by Saudi jets killed nine people in Sanaa on Friday."))
    assert [e.type for e in found] == ["Air/drone strike"]


def test_actor_and_target(read_text: Reader) -> None:
    (strike,) = events(read_text("Russian air strikes killed 14 civilians in Mayadeen on Thursday."))
    assert (strike.actor, strike.target) == ("Russia", "civilians")
    (clash,) = events(read_text("At least 29 rebels were killed in clashes with regime troops in Daraa on Friday."))
    assert (clash.actor, clash.target) == ("rebels", "Syrian government")


def test_a_state_before_what_is_not_its_armys_only_says_where(read_text: Reader) -> None:
    (on_base,) = events(read_text("A missile hit a Syrian army base in Homs on Friday."))
    (on_bus,) = events(read_text("A missile hit a Syrian bus in Homs on Friday."))
    assert (on_base.target, on_bus.target) == ("Syrian government", "civilians")


def test_people_are_civilians_only_where_the_text_says_so(read_text: Reader) -> None:
    (open_,) = events(read_text("A car bomb killed nine people in Hasakeh on Friday."))
    (told,) = events(read_text("A car bomb killed nine people including four children in Hasakeh on Friday."))
    assert (open_.target, told.target) == (None, "civilians")


def test_repelled_attack_belongs_to_those_who_came(read_text: Reader) -> None:
    (clash,) = events(read_text("Syrian regime forces repelled an Islamic State attack in Palmyra on Friday."))
    assert (clash.type, clash.actor, clash.target) == ("Armed clash", "Islamic State", "Syrian government")


def test_flight_is_put_where_it_starts(read_text: Reader) -> None:
    (flight,) = events(read_text("Hundreds of residents fled from Manbij to Aleppo on Friday."))
    assert (flight.type, flight.place) == ("Displacement", "Manbij")


def test_two_strikes_on_two_towns_are_two(read_text: Reader) -> None:
    found = events(read_text("Warplanes bombed Saraqeb on Friday and artillery shelled Homs on Friday."))
    assert [(e.type, e.place) for e in found] == [
        ("Air/drone strike", "Saraqeb"),
        ("Shelling/artillery/missile attack", "Homs"),
    ]


def test_deaths_elsewhere_take_the_type_told_before(read_text: Reader) -> None:
    text = "Air strikes hit the town of Shadadi on Friday. Another five fighters were killed in Kobane."
    assert [(e.type, e.place) for e in events(read_text(text))] == [
        ("Air/drone strike", "Shadadi"),
        ("Air/drone strike", "Kobane"),
    ]


def test_silent_slots_carry_a_reason(read_text: Reader) -> None:
    (blast,) = events(read_text("A roadside bomb exploded in Kirkuk on Friday."))
    assert blast.actor is None and blast.reasons["actor"]
    assert blast.target is None and blast.reasons["target"]


def test_claims_keep_to_the_format(read_text: Reader) -> None:
    reading = read_text(" ".join(text for text, _ in TYPES))
    for event in events(reading):
        assert isinstance(event, Event)
        assert event.type in EVENT_TYPES
        assert reading.report.full[event.start : event.end] == event.quote
        span = reading.doc.char_span(event.start, event.end, alignment_mode="expand")
        assert span is not None and span[0].sent == span[-1].sent
        assert 0 <= event.confidence <= 1
