"""The Day page: figures, list, map, what is contested, and that it is the same at the same address."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from vedette.ledger.store import open_ledger
from vedette.model.happening import Happening
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk


def test_a_day_tells_its_figures_and_happenings(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get("/day?from=2016-12-10&to=2016-12-10").text
    event = event_of("nine")
    assert "10 December 2016" in text
    assert "9 to 24" in text
    assert f'href="/happening/{event.id}#figure-killed"' in text
    assert "A bus" not in text


def test_without_days_the_last_week_is_shown(client: TestClient) -> None:
    assert "6 to 12 December 2016" in client.get("/day").text


def test_days_the_wrong_way_round_are_turned(client: TestClient) -> None:
    assert "10 to 12 December 2016" in client.get("/day?from=2016-12-12&to=2016-12-10").text


def test_a_place_narrows(client: TestClient) -> None:
    text = client.get("/day?from=2016-12-10&to=2016-12-12&place=Nowhere").text
    assert "wounded" in text
    assert "9 to 24" not in text


def test_the_map_marks_what_has_coordinates_and_names_the_rest(client: TestClient) -> None:
    text = client.get("/day").text
    assert re.search(r'<svg id="map-main"', text)
    assert "without coordinates, not drawn" in text


def test_the_list_downloads_as_it_stands(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    address = "/day?from=2016-12-10&to=2016-12-10"
    found = client.get(f"{address}&download=happenings.csv")
    assert found.headers["content-disposition"] == 'attachment; filename="vedette-happenings.csv"'
    rows = list(csv.DictReader(io.StringIO(found.text)))
    assert [row["id"] for row in rows] == [event_of("nine").id]
    assert rows[0]["figures"] == "killed 9 to 24"
    assert [r["id"] for r in json.loads(client.get(f"{address}&download=happenings.json").text)] == [rows[0]["id"]]


def test_what_is_new_since_the_last_visit_is_told_on_the_second(client: TestClient) -> None:
    assert "This is your first visit" in client.get("/day").text
    assert "This is your first visit" in client.get("/day").text  # still the same visit


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    desk = Desk(open_ledger(str(tmp_path / "empty.db")), hosts=("testserver",))
    with TestClient(create_app(desk)) as client:
        found = client.get("/day")
    assert found.status_code == 200
    assert "vedette ingest" in found.text


def test_a_bad_day_is_told_in_words(client: TestClient) -> None:
    found = client.get("/day?from=yesterday")
    assert found.status_code == 400
    assert "The address does not say what to show" in found.text


def test_a_long_list_comes_in_parts_and_each_part_has_its_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.workbench.routes.day.SHOWN", 2)
    address = "/day?from=2016-12-10&to=2016-12-12"
    first, second = client.get(address).text, client.get(f"{address}&skip=2").text
    rows = [re.findall(r'<tr class="row" id="(e-[0-9a-f]+)"', text) for text in (first, second)]
    assert (len(rows[0]), len(set(rows[0]) & set(rows[1]))) == (2, 0) and rows[1]
    assert "&amp;skip=2#h-list" in first and "‹ those before" in second
    whole = client.get(f"{address}&download=happenings.json").json()
    assert [r["id"] for r in whole][:4] == rows[0] + rows[1]


def test_a_sum_names_its_heaviest_parts_and_all_where_asked(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.workbench.routes.day.PARTS", 0)
    address = "/day?from=2016-12-10&to=2016-12-12"
    assert "and 1 more, of less weight" in client.get(address).text
    whole = client.get(f"{address}&sum=killed").text
    parts = whole[whole.index('id="sum-killed"') : whole.index("Running totals")]
    assert "9 to 24" in parts and "of less weight" not in parts


def test_marks_nearer_by_are_a_piece_with_every_happening(
    client: TestClient, event_of: Callable[[str], Happening]
) -> None:
    text = client.get("/day/marks?from=2016-12-10&to=2016-12-12&place=&near=8").text
    assert text.startswith('<svg><g class="marks">') and event_of("nine").id in text
    assert 'class="control' in client.get("/control/marks?on=2016-12-12&place=&near=2").text
    assert client.get("/day/marks?near=900").status_code == 400


def test_happenings_of_a_mark_are_listed_by_their_ids(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get("/happenings", params={"ids": f"{event_of('nine').id} {event_of('bus').id} e-none"}).text
    assert text.index("killed 9 to 24") < text.index("Attack, Adana")
    assert "None of these" in client.get("/happenings?ids=e-none").text
