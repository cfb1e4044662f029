"""The timeline draws what has a day, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from products.test_map import view
from vedette.products.timeline import draw_timeline, lay_out
from vedette.products.timeline_spans import lanes


def test_a_day_is_a_column_with_its_happenings() -> None:
    events = [view("e1", None, "none"), replace(view("e2", None, "none"), first="2016-12-12", last="2016-12-12")]
    svg = draw_timeline(events, None, None)
    assert svg.count('class="bar') >= 2
    assert "10 Dec" in svg and "11 Dec" in svg and "12 Dec" in svg


def test_a_battle_of_weeks_is_no_day_but_a_span() -> None:
    long = replace(view("e1", None, "none"), first="2016-12-01", last="2016-12-20")
    svg = draw_timeline([long], None, None)
    assert svg.count('class="lasting') == 1 and 'class="bar' not in svg


def test_what_goes_on_beyond_the_period_says_so() -> None:
    long = replace(view("e1", None, "none", "Siege"), first="2016-11-01", last="2017-02-20")
    layout = lay_out([long], date(2016, 12, 1), date(2016, 12, 10))
    assert layout is not None and [e.id for e in layout.lasting] == ["e1"] and len(layout.columns) == 10
    assert "‹ Siege" in draw_timeline([long], date(2016, 12, 1), date(2016, 12, 10))


def test_spans_that_overlap_stand_in_lanes() -> None:
    days = [date(2016, 12, n) for n in range(1, 21)]
    span = [("a", 1, 5), ("b", 3, 8), ("c", 6, 9)]
    events = [replace(view(i, None, "none"), first=f"2016-12-0{a}", last=f"2016-12-0{b}") for i, a, b in span]
    assert [[bar.event.id for bar in lane] for lane in lanes(events, days, date(2016, 12, 21))] == [["a", "c"], ["b"]]


def test_a_crowded_column_is_drawn_whole_in_thin_bars() -> None:
    events = [view(f"e{n}", None, "none") for n in range(100)]
    svg = draw_timeline(events, None, None)
    assert svg.count("data-event=") == 100 and 'data-row="1.80"' in svg


def test_where_marks_lead_is_the_callers_to_say() -> None:
    assert 'href="/events/e1"' in draw_timeline([view("e1", None, "none")], None, None, lambda id_: f"/events/{id_}")


def test_outside_the_period_is_not_drawn() -> None:
    assert draw_timeline([view("e1", None, "none")], date(2017, 1, 1), None) == ""


def test_long_spans_are_drawn_by_month_or_year() -> None:
    events = [view("e1", None, "none"), replace(view("e2", None, "none"), first="2013-05-01", last="2013-05-31")]
    assert "May 2013" in draw_timeline(events, None, None)
    old = replace(events[1], first="2001-05-01", last="2001-05-31")
    assert ">2001<" in draw_timeline([events[0], old], None, None)
