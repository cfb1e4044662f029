"""What the reading finds at words that somebody chose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vedette.extraction.chosen import Offer, offer
from vedette.model.claim import CONTROL, EVENT, STATEMENT, TOLL
from vedette.reading.reading import Reading

TEXT = (
    "Seven fishermen died on Friday when rebels shelled the city of Aleppo, the Observatory said. "
    "Soldiers entered Saraqeb. Turkey warned against an attack. Nothing is known of the mill."
)


@pytest.fixture
def at(read_text: Callable[..., Reading]) -> Callable[[str], Offer]:
    reading = read_text(TEXT)

    def _at(words: str) -> Offer:
        start = reading.report.full.index(words)
        return offer(reading, start, start + len(words))

    return _at


def test_a_count_of_people_is_a_toll_with_day_place_and_source(at: Callable[[str], Offer]) -> None:
    found = at("Seven fishermen died")
    assert found.kind == TOLL
    slots = {name: one.value for name, one in found.slots[TOLL].items()}
    assert (slots["low"], slots["high"], slots["effect"]) == (7, 7, "killed")
    assert (slots["from"], slots["place"]) == (date(2016, 12, 9), "Aleppo")
    assert slots["location"].name == "Aleppo"
    assert "Observatory" in slots["source"]
    assert all(one.reason for one in found.slots[TOLL].values())


def test_a_deed_is_an_event_with_its_parties(at: Callable[[str], Offer]) -> None:
    found = at("rebels shelled the city of Aleppo")
    slots = {name: one.value for name, one in found.slots[EVENT].items()}
    assert (found.kind, slots["type"], slots["actor"]) == (EVENT, "Shelling/artillery/missile attack", "rebels")


def test_what_somebody_says_is_a_statement(at: Callable[[str], Offer]) -> None:
    found = at("Turkey warned against an attack")
    slots = {name: one.value for name, one in found.slots[STATEMENT].items()}
    assert (found.kind, slots["speaker"], slots["act"]) == (STATEMENT, "Turkey", "warn")


def test_words_of_nothing_have_an_event_without_a_type(at: Callable[[str], Offer]) -> None:
    found = at("the mill")
    assert found.kind == EVENT
    assert "type" not in found.slots[EVENT]
    assert found.slots[STATEMENT]["about"].value == "the mill"
    assert "change" not in found.slots[CONTROL]


@pytest.mark.parametrize("span", [(-1, 3), (5, 5), (9999, 10000)])
def test_where_no_words_stand_nothing_is_found(read_text: Callable[..., Reading], span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no words"):
        offer(read_text(TEXT), *span)
