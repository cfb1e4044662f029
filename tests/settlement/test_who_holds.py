"""Who holds what on a day: the last word, and how well it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vedette.model.claim import Control
from vedette.model.place import Place, PlaceKind
from vedette.settlement.who_holds import who_holds


def claim(
    place: str,
    holder: str,
    change: str,
    day: int,
    *,
    source: str | None = None,
    part: str | None = None,
    location: Place | None = None,
) -> Control:
    when = date(2016, 12, day)
    return Control(
        report=f"r{day}", report_id=f"r{day}", quote="", start=0, end=0, source=source, first=when, last=when,
        place=place, holder=holder, change=change, part=part, location=location,
    )  # fmt: skip


def test_the_last_word_counts() -> None:
    claims = [claim("Palmyra", "Syrian government", "holds", 1), claim("Palmyra", "Islamic State", "gained", 10)]
    assert [(r.state, r.holders) for r in who_holds(claims, date(2016, 12, 5))] == [("held", ("Syrian government",))]
    assert [(r.state, r.holders) for r in who_holds(claims, date(2016, 12, 11))] == [("held", ("Islamic State",))]


def test_differing_claims_of_one_day_contest() -> None:
    claims = [claim("Palmyra", "Syrian government", "holds", 9), claim("Palmyra", "Islamic State", "gained", 9)]
    (row,) = who_holds(claims, date(2016, 12, 9))
    assert (row.state, row.holders) == ("contested", ("Islamic State", "Syrian government"))


def test_those_told_to_have_taken_it_together_hold_it_together() -> None:
    one, other = (
        replace(claim("Axum", holder, "gained", 9), quote="X and Y troops took Axum", end=24)
        for holder in ("Eritrea", "Ethiopian government")
    )
    (row,) = who_holds([one, other], date(2016, 12, 9))
    assert (row.state, row.holders) == ("held", ("Eritrea", "Ethiopian government"))


def test_parties_named_for_one_another_do_not_contest() -> None:
    claims = [claim("Rastan", "rebels", "gained", 9), claim("Rastan", "Ahrar al-Sham", "gained", 9)]
    (row,) = who_holds(claims, date(2016, 12, 9))
    assert row.state == "held"


def test_a_partys_own_word_is_claimed_anothers_reported() -> None:
    own = claim("Manbij", "Islamic State", "gained", 2, source="Islamic State")
    other = claim("Manbij", "Islamic State", "gained", 2, source="Syrian Observatory for Human Rights")
    assert [r.standing for r in who_holds([own], date(2016, 12, 3))] == ["claimed"]
    assert [r.standing for r in who_holds([own, other], date(2016, 12, 3))] == ["reported"]


def test_a_siege_stands_beside_who_holds() -> None:
    claims = [claim("Douma", "rebels", "holds", 3), claim("Douma", "Syrian government", "besieges", 3)]
    assert {r.state for r in who_holds(claims, date(2016, 12, 3))} == {"held", "besieged"}


def test_a_siege_ends_when_the_besieger_holds_the_place() -> None:
    claims = [
        claim("Douma", "rebels", "holds", 3),
        claim("Douma", "Syrian government", "besieges", 3),
        claim("Douma", "Syrian government", "gained", 5),
    ]
    assert {r.state for r in who_holds(claims, date(2016, 12, 4))} == {"held", "besieged"}
    assert [(r.state, r.holders) for r in who_holds(claims, date(2016, 12, 6))] == [("held", ("Syrian government",))]


def test_spellings_of_one_place_are_one_and_namesakes_are_two() -> None:
    north, south = (
        Place(id=i, name="Rasm", kind=PlaceKind.TOWN, country="SY", lat=None, lon=None) for i in ("north", "south")
    )
    claims = [
        claim("Rasm", "rebels", "holds", 3, location=north),
        claim("el-Rasm", "Islamic State", "gained", 4, location=north),
        claim("Rasm", "Syrian government", "holds", 4, location=south),
    ]
    rows = who_holds(claims, date(2016, 12, 5))
    assert {(r.key, r.holders) for r in rows} == {("north", ("Islamic State",)), ("south", ("Syrian government",))}
    unresolved = claim("el Rasm", "rebels", "gained", 6)
    assert [(r.key, r.holders) for r in who_holds([*claims[:2], unresolved], date(2016, 12, 6))] == [
        ("north", ("rebels",))
    ]


def test_what_nothing_tells_is_not_listed() -> None:
    assert who_holds([claim("Douma", "rebels", "holds", 3)], date(2016, 12, 2)) == []
    assert who_holds([claim("Douma", "rebels", "holds", 3)], date(2016, 12, 4), "Homs") == []


def test_media_that_speak_for_a_party_only_claim() -> None:
    own = claim("Palmyra", "Syrian government", "gained", 2, source="SANA")
    assert [r.standing for r in who_holds([own], date(2016, 12, 3))] == ["claimed"]


def test_parts_that_do_not_tell_which_are_one_a_holder() -> None:
    claims = [
        claim("Aleppo", "rebels", "holds", 3, part="last quarters"),
        claim("Aleppo", "rebels", "holds", 4, part="neighbourhoods"),
        claim("Aleppo", "Syrian government", "holds", 4, part="districts"),
        claim("Aleppo", "rebels", "holds", 4, part="east"),
    ]
    rows = [(r.part, r.state, r.holders) for r in who_holds(claims, date(2016, 12, 5))]
    assert rows == [
        ("districts", "held", ("Syrian government",)),
        ("east", "held", ("rebels",)),
        ("neighbourhoods", "held", ("rebels",)),
    ]


def test_a_gain_of_the_whole_ends_what_was_told_of_parts() -> None:
    claims = [
        claim("Aleppo", "rebels", "holds", 3, part="east"),
        claim("Aleppo", "Syrian government", "gained", 12),
        claim("Aleppo", "rebels", "holds", 14, part="one street"),
    ]
    rows = [(r.part, r.holders) for r in who_holds(claims, date(2016, 12, 15))]
    assert rows == [(None, ("Syrian government",)), ("one street", ("rebels",))]
