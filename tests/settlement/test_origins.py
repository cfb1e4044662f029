"""When an outlet in its own voice is an origin, and what is taken over from another."""

from __future__ import annotations

from datetime import date

import pytest

from makers import event
from vedette.intake.presence import places_of_reporters, provenance_of
from vedette.linking.told import Told
from vedette.model.provenance import Provenance
from vedette.model.report import Report
from vedette.settlement.origins import Origin, independent, origin, taken_over


def report(text: str, outlet: str | None = "Made Wire", wire: str | None = None) -> Report:
    return Report(title="Shells hit town", text=text, outlet=outlet, wire=wire, published=date(2016, 12, 10))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("TARSUS, Turkey (Made Wire) - Shells fell on Friday.", ("TARSUS",)),
        ("Tarsus (Made Wire) -- Shells fell on Friday.", ("Tarsus",)),
        ("DEIR HAFER: Shells fell on Friday.", ("DEIR HAFER",)),
        ("Shells fell, our correspondent in Tarsus said.", ("Tarsus",)),
        ("Shells fell, said a Made Wire reporter near Kafr Nabl.", ("Kafr Nabl",)),
        ("Shells fell, said an AFP correspondent in Tarsus.", ()),
        ("Shells fell on Friday - the worst day: many died.", ()),
    ],
)
def test_where_an_outlet_has_its_people(text: str, places: tuple[str, ...]) -> None:
    assert places_of_reporters(report(text)) == places


def told(given: Provenance, ref: str = "r1", **slots: object) -> Told:
    claim = event(ref, **slots)
    return Told(claim.id, claim, given)


def test_an_own_voice_counts_only_where_its_people_are() -> None:
    there = provenance_of(report("TARSUS (Made Wire) - Shells fell."))
    assert origin(told(there), {}) == Origin(True, "Made Wire")
    assert origin(told(there, place="Adana"), {}) == Origin(False, "r1")
    assert origin(told(there, place="Adana", source="medics"), {}) == Origin(True, "medics")


def test_a_wire_s_people_are_the_wire_s_whoever_prints_it() -> None:
    there = provenance_of(report("TARSUS (AFP) - Shells fell.", outlet="Harbour Post", wire="AFP"))
    assert origin(told(there), {}) == Origin(True, "AFP")


def test_a_monitor_s_own_word_is_its_own_count() -> None:
    monitor = provenance_of(report("Shells fell.", outlet="Syrian Observatory for Human Rights"))
    assert origin(told(monitor), {}) == Origin(True, "Syrian Observatory for Human Rights")
    by_site = provenance_of(report("Shells fell.", outlet="syriahr.com"))
    assert origin(told(by_site), {}) == Origin(True, "Syrian Observatory for Human Rights")


def test_a_sentence_told_alike_is_taken_over() -> None:
    quote = "warplanes struck the covered market of Tarsus at noon while people were shopping there"
    one = told(Provenance(), quote=quote, source="medics")
    other = told(Provenance(), "r2", quote=quote.replace("noon", "midday"), source="witnesses")
    assert taken_over(one, other)
    assert not independent(one, other, {})
    assert not taken_over(one, told(Provenance(), "r2", quote="a strike hit the market", source="witnesses"))
