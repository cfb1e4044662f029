"""The map draws precision, and lists what it cannot draw."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.products.map import draw_map, main_marks, map_json
from vedette.products.map_fit import together
from vedette.products.map_spots import clustered, spots
from vedette.products.outlines import Shape, areas, countries
from vedette.products.projection import distance_km, view_around
from vedette.products.situation.model import ControlCell, ControlDays, ControlRow, EventView, Figure


def view(id_: str, position: tuple[float, float] | None, precision: str, place: str = "Atarib") -> EventView:
    return EventView(
        id=id_, type="Air/drone strike", place=place, area="Aleppo", country="SY", position=position,
        precision=precision, first="2016-12-10", last="2016-12-10", days="10 December 2016", actor=None, target=None,
        status="happened", figures=(), origins=(), outlets=("Made Wire",), evidence=(), disputes=(),
        headline=f"<{id_}>",
    )  # fmt: skip


def test_marks_stand_where_the_place_is() -> None:
    box = view_around([(36.0, 35.0), (38.0, 37.0)], 900, 560, 100)
    x, y = box.at(37.0, 36.0)
    assert (x, y) == (450.0, 280.0)
    west, _, east, _ = box.box
    assert west < 36.0 < 38.0 < east


def test_precision_is_drawn_and_the_unplaced_are_listed() -> None:
    drawing = draw_map(
        [view("e1", (36.83, 36.13), "exact"), view("e2", (37.0, 35.9), "area"), view("e3", None, "none")]
    )
    assert [e.id for e in drawing.unplaced] == ["e3"]
    assert len(re.findall('class="spot exact', drawing.svg)) == 1
    assert len(re.findall('class="spot vague', drawing.svg)) == 1
    assert "<e1>" not in drawing.svg and "&lt;e1&gt;" in drawing.svg


def test_events_of_one_place_are_one_mark() -> None:
    found = spots([view("e1", (36.83, 36.13), "exact"), view("e2", (36.83, 36.13), "exact")])
    assert [len(s.events) for s in found] == [2]


def test_nothing_with_coordinates_is_no_map() -> None:
    assert draw_map([view("e1", None, "none")]).svg == ""


def test_a_crowd_of_places_gets_an_inset() -> None:
    near = [view(f"e{n}", (37.1 + n * 0.02, 36.2), "exact", f"Quarter {n}") for n in range(4)]
    drawing = draw_map([*near, view("far", (38.28, 34.55), "exact", "Palmyra")])
    assert 'id="map-inset"' in drawing.svg


def test_the_main_map_has_one_mark_for_the_crowd() -> None:
    near = [view(f"e{n}", (37.1 + n * 0.02, 36.2), "exact", f"Quarter {n}") for n in range(4)]
    main = draw_map([*near, view("far", (38.28, 34.55), "exact", "Palmyra")]).svg.split("</svg>")[0]
    assert sorted(len(ids.split()) for ids in re.findall('data-events="([^"]+)"', main)) == [1, 4]


def test_deaths_are_told_by_shape_and_not_by_colour_alone() -> None:
    killed = Figure(label="killed", low=1, high=1, best=1, words="1", origins=(), events=(), rule="")
    svg = draw_map(
        [replace(view("e1", (36.8, 36.1), "exact"), figures=(killed,)), view("e2", (37.0, 35.9), "exact")]
    ).svg
    assert '<rect class="spot exact deadly"' in svg and '<circle class="spot exact"' in svg


def test_the_marks_are_had_as_data() -> None:
    data = map_json([view("e1", (36.83, 36.13), "exact"), view("e3", None, "none")])
    assert [(s["position"], s["events"], s["exact"]) for s in data["spots"]] == [([36.83, 36.13], ["e1"], True)]
    assert data["flags"] == [] and data["parties"] == {}


def test_marks_that_would_cover_each_other_are_one_and_come_apart_nearer_by() -> None:
    events = [view("a1", (36.0, 35.0), "exact", "Adana"), view("a2", (36.0, 35.0), "exact", "Adana")]
    events += [view("b1", (36.02, 35.0), "exact", "Bor"), view("c1", (37.5, 36.0), "exact", "Cizre")]
    box = view_around([(36.0, 35.0), (37.5, 36.0)], 900, 560, 100)
    together_now = clustered(spots(events), box)
    assert [(s.words, [e.id for e in s.events]) for s in together_now] == [
        ("Cizre", ["c1"]), ("Adana and 1 place near it", ["a1", "a2", "b1"]),
    ]  # fmt: skip
    assert [s.words for s in clustered(spots(events), box, near=32)] == ["Cizre", "Adana", "Bor"]


@given(st.lists(st.tuples(st.floats(36, 38), st.floats(35, 37)), min_size=1, max_size=60), st.sampled_from([1, 2, 8]))
def test_no_mark_covers_another_and_none_is_lost(points: list[tuple[float, float]], near: float) -> None:
    events = [view(f"e{n}", point, "exact" if n % 3 else "area") for n, point in enumerate(points)]
    box = view_around([(36, 35), (38, 37)], 900, 560, 100)
    found = clustered(spots(events), box, near)
    assert sorted(e.id for s in found for e in s.events) == sorted(e.id for e in events)
    at = [(*box.at(*s.position), s.radius) for s in found]
    for (x1, y1, r1), (x2, y2, r2) in combinations(at, 2):
        assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 * near >= r1 + r2


def held(places: dict[str, tuple[float, float]]) -> ControlDays:
    cell = ControlCell(
        words="Rebels hold it", state="held", holders=("Rebels",), standing="reported", besieged_by=(), told=True
    )
    rows = tuple(ControlRow(place=p, part=None, position=at, cells=(cell,)) for p, at in places.items())
    return ControlDays(days=("2016-12-10",), rows=rows)


def test_flags_close_together_stand_on_poles_of_their_own_length() -> None:
    control = held({"Adana": (36.0, 35.0), "Bor": (36.05, 35.0), "Cizre": (38.0, 37.0), "Derik": (36.0, 37.0)})
    svg = draw_map((), control, tidy=True).svg
    assert len(re.findall('class="control"', svg)) == 4
    poles = {
        round(float(foot) - float(top))
        for top, foot in re.findall(r'<line x1="[\d.]+" y1="([\d.]+)" x2="[\d.]+" y2="([\d.]+)"/><text', svg)
    }
    assert poles == {0, 7, 30}  # the scale's line is level


def test_a_flag_without_room_is_a_dot_that_keeps_its_words_and_nearer_by_a_flag() -> None:
    crowd = {name: (36.0 + n / 200, 35.0) for n, name in enumerate(("Adana", "Bor", "Cizre", "Derik", "Ereb"))}
    control = held(crowd)
    near = main_marks((), control, near=1.5)
    dots, flags = (len(re.findall(f'class="control{css}"', near)) for css in (" dot", ""))
    assert dots and dots + flags == 5 == near.count("Rebels hold it")
    assert "control dot" not in main_marks((), control, near=32)


def test_a_flag_stands_on_the_mark_of_its_place_and_hides_no_number() -> None:
    svg = draw_map([view("e1", (36.8, 36.1), "exact")], held({"Atarib": (36.8, 36.1)}), tidy=True).svg
    circle, flag = (re.search(p, svg) for p in (r'cy="([\d.]+)" r="(\d+)"', r'<rect x="[\d.]+" y="([\d.]+)" width'))
    assert circle and flag and float(flag[1]) + 16 <= float(circle[1]) - float(circle[2])


def test_the_places_of_flags_are_named_where_there_is_room() -> None:
    svg = draw_map((), held({"Adana": (36.0, 35.0), "Cizre": (38.0, 37.0)}), tidy=True).svg
    assert sorted(re.findall(r'class="name"[^>]*>([^<]+)', svg)) == ["Adana", "Cizre"]


def test_every_mark_tells_its_point_so_that_nearing_moves_none() -> None:
    svg = draw_map([view("e1", (36.8, 36.1), "exact")], held({"Adana": (37.0, 35.9)}), tidy=True).svg
    marks = re.findall(r'<(?:a class="mark"|g class="control|text class="name")[^>]*>', svg)
    assert len(marks) == 4 and all("data-at=" in mark for mark in marks)


@pytest.mark.skipif(not countries(), reason="outlines are not built; run: make outlines")
def test_the_area_around_a_vague_place_is_shaded() -> None:
    assert 'class="area shaded"' in draw_map([view("e1", (37.0, 36.2), "area")]).svg
    assert {s.name for s in areas("SYR")} >= {"Aleppo", "Idlib"}


def test_point_in_shape() -> None:
    square = Shape("s", (((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)),), (0, 0, 2, 2))
    assert square.holds(1, 1) and not square.holds(3, 1)


def test_distance_is_great_circle() -> None:
    assert distance_km((37.16, 36.2), (38.28, 34.55)) == pytest.approx(210, abs=5)


def test_one_far_place_does_not_shrink_a_map_of_control() -> None:
    home = [(36.0 + n / 10, 35.0 + n / 20) for n in range(12)]
    assert together([*home, (-100.0, 40.0)]) == home
    assert together(home) == home
    assert together(home[:1]) == home[:1]
