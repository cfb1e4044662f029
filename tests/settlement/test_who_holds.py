"""Who holds what on a day: the last word, and how well it is told."""

from __future__ import annotations

from datetime import date

from vedette.model.claim import Control
from vedette.settlement.who_holds import who_holds


def claim(place: str, holder: str, change: str, day: int, *, source: str | None = None) -> Control:
    when = date(2016, 12, day)
    return Control(
        report=f"r{day}", report_id=f"r{day}", quote="", start=0, end=0, source=source, first=when, last=when,
        place=place, holder=holder, change=change,
    )  # fmt: skip


def test_the_last_word_counts() -> None:
    claims = [claim("Palmyra", "Syrian government", "holds", 1), claim("Palmyra", "Islamic State", "gained", 10)]
    assert [(r.state, r.holders) for r in who_holds(claims, date(2016, 12, 5))] == [("held", ("Syrian government",))]
    assert [(r.state, r.holders) for r in who_holds(claims, date(2016, 12, 11))] == [("held", ("Islamic State",))]


def test_differing_claims_of_one_day_contest() -> None:
    claims = [claim("Palmyra", "Syrian government", "holds", 9), claim("Palmyra", "Islamic State", "gained", 9)]
    (row,) = who_holds(claims, date(2016, 12, 9))
    assert (row.state, row.holders) == ("contested", ("Islamic State", "Syrian government"))


def test_a_partys_own_word_is_claimed_anothers_reported() -> None:
    own = claim("Manbij", "Islamic State", "gained", 2, source="Islamic State")
    other = claim("Manbij", "Islamic State", "gained", 2, source="Syrian Observatory for Human Rights")
    assert [r.standing for r in who_holds([own], date(2016, 12, 3))] == ["claimed"]
    assert [r.standing for r in who_holds([own, other], date(2016, 12, 3))] == ["reported"]


def test_a_siege_stands_beside_who_holds() -> None:
    claims = [claim("Douma", "rebels", "holds", 3), claim("Douma", "Syrian government", "besieges", 3)]
    assert {r.state for r in who_holds(claims, date(2016, 12, 3))} == {"held", "besieged"}


def test_what_nothing_tells_is_not_listed() -> None:
    assert who_holds([claim("Douma", "rebels", "holds", 3)], date(2016, 12, 2)) == []
    assert who_holds([claim("Douma", "rebels", "holds", 3)], date(2016, 12, 4), "Homs") == []
