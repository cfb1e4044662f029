"""Who holds what: day by day, in letters, in flags."""

from __future__ import annotations

from datetime import date

from vedette.model.claim import Control
from vedette.model.place import Place, PlaceKind
from vedette.products.control_marks import brief, draw_flag, flags, party_marks
from vedette.products.situation.control import MOST_DAYS, control_days

DEC = (date(2016, 12, 8), date(2016, 12, 11))
PALMYRA = Place(id="geonames:1", name="Palmyra", kind=PlaceKind.TOWN, country="SY", lat=34.55, lon=38.28)


def told(day: int, holder: str, change: str = "gained", part: str | None = None, place: str = "Palmyra") -> Control:
    when = date(2016, 12, day)
    return Control(
        report=holder, report_id=holder, quote=f"{day}{holder}", start=day, end=day + 1, first=when, last=when,
        place=place, location=PALMYRA if place == "Palmyra" else None, holder=holder, change=change,
        part=part, source="Observatory",
    )  # fmt: skip


def test_the_last_word_stands_until_another_and_days_before_the_first_are_unknown() -> None:
    (row,) = control_days([told(9, "Syrian government"), told(11, "Islamic State")], *DEC).rows
    assert [cell and cell.holders for cell in row.cells] == [
        None, ("Syrian government",), ("Syrian government",), ("Islamic State",),
    ]  # fmt: skip
    assert [cell and cell.told for cell in row.cells] == [None, True, False, True]


def test_a_long_period_is_shown_by_days_that_something_is_told_of() -> None:
    found = control_days([told(9, "rebels")], date(2016, 1, 1), date(2016, 12, 31))
    assert found.days == ("2016-12-09",)
    assert len(control_days([], date(2016, 12, 1), date(2016, 12, 31)).days) == MOST_DAYS


def test_parties_get_letters_of_their_own() -> None:
    claims = [told(9, p, place=p) for p in ("Syrian government", "SDF", "Some Group", "rebels", "Russia")]
    marks = party_marks(control_days(claims, *DEC))
    assert marks["SDF"] == "SDF" and marks["Syrian government"] == "Sy" and marks["Some Group"] == "SG"
    assert len(set(marks.values())) == len(marks)


def test_brief_words_for_the_table() -> None:
    claims = [
        told(9, "rebels"), told(10, "rebels", "lost"), told(11, "rebels"), told(11, "Islamic State"),
        told(11, "Syrian government", "besieges"),
    ]  # fmt: skip
    found = control_days(claims, *DEC)
    marks = party_marks(found)
    assert [brief(c, marks) for c in found.rows[0].cells if c] == ["R", "not R", "IS, R ?, siege SG"]


def test_flags_join_equal_days_and_tell_divided_from_contested() -> None:
    parts = [told(9, "rebels", part="east"), told(10, "Islamic State", part="west")]
    found = control_days(parts, *DEC)
    drawn = [(f.mark, f.first, f.last) for f in flags(found, party_marks(found))]
    assert drawn == [("R", 1, 1), ("/", 2, 3)]
    siege = control_days([told(10, "rebels", "besieges")], *DEC)
    assert [f.mark for f in flags(siege, party_marks(siege))] == ["[R]"]


def test_a_flag_waits_hidden_for_its_day_and_escapes_words() -> None:
    found = control_days([told(9, "<b>")], *DEC)
    (flag,) = flags(found, party_marks(found))
    assert 'class="control off"' in draw_flag(flag, 10, 10, shown=False)
    assert "<b>" not in draw_flag(flag, 10, 10, shown=True)
