"""The timeline draws what has a day, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from products.test_map import view
from vedette.products.timeline import draw_timeline


def test_a_day_is_a_column_with_its_happenings() -> None:
    events = [view("e1", None, "none"), replace(view("e2", None, "none"), first="2016-12-12", last="2016-12-12")]
    svg = draw_timeline(events, None, None)
    assert svg.count('class="bar') >= 2
    assert "10 Dec" in svg and "11 Dec" in svg and "12 Dec" in svg


def test_a_battle_of_weeks_is_no_day() -> None:
    long = replace(view("e1", None, "none"), first="2016-12-01", last="2016-12-20")
    assert draw_timeline([long], None, None) == ""


def test_outside_the_period_is_not_drawn() -> None:
    assert draw_timeline([view("e1", None, "none")], date(2017, 1, 1), None) == ""


def test_long_spans_are_drawn_by_month_or_year() -> None:
    events = [view("e1", None, "none"), replace(view("e2", None, "none"), first="2013-05-01", last="2013-05-31")]
    assert "May 2013" in draw_timeline(events, None, None)
    old = replace(events[1], first="2001-05-01", last="2001-05-31")
    assert ">2001<" in draw_timeline([events[0], old], None, None)
