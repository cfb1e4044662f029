from __future__ import annotations

from datetime import date

from vedette.linking.score import NEVER
from vedette.linking.windows import compare_windows, window

SATURDAY = date(2016, 12, 10)
FRIDAY = date(2016, 12, 9)


def test_one_day_fits_itself_best() -> None:
    same = compare_windows(window(SATURDAY, SATURDAY, None), window(SATURDAY, SATURDAY, None))
    next_day = compare_windows(window(FRIDAY, FRIDAY, None), window(SATURDAY, SATURDAY, None))
    overnight = compare_windows(window(FRIDAY, SATURDAY, None), window(SATURDAY, SATURDAY, None))
    assert same.value > overnight.value > next_day.value


def test_far_days_rule_one_happening_out() -> None:
    assert (
        compare_windows(window(date(2016, 5, 1), date(2016, 5, 1), None), window(FRIDAY, FRIDAY, None)).value == NEVER
    )


def test_without_a_day_the_weeks_before_publication_are_open() -> None:
    vague = window(None, None, SATURDAY)
    assert vague.vague
    assert compare_windows(vague, window(FRIDAY, FRIDAY, None)).value == 0
    assert compare_windows(vague, window(date(2016, 3, 1), date(2016, 3, 31), None)).value == NEVER


def test_a_day_is_no_telling_of_a_year_long_course() -> None:
    year = window(date(2016, 1, 1), date(2016, 12, 31), None)
    assert compare_windows(year, window(SATURDAY, SATURDAY, None)).value < 0


def test_two_sieges_until_today_may_be_one() -> None:
    since_2013, since_2015 = (window(date(y, 4, 1), SATURDAY, None) for y in (2013, 2015))
    assert compare_windows(since_2013, since_2015).value > 0


def test_without_any_date_little_can_be_said() -> None:
    assert compare_windows(window(None, None, None), window(FRIDAY, FRIDAY, None)).value < 0
