"""Every page draws, empty and full, as a page, as tables to download and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from vedette.ledger.store import open_ledger
from vedette.model.claim import Event
from vedette.model.happening import Happening
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk
from vedette.workbench.queries.report import pieces
from vedette.workbench.web.page import PAGES
from workbench.made import CLAIMS, DAILY, HOSTILE, VOICE, WIRE

EventOf = Callable[[str], Happening]
ADDRESSES = [to for _, to, _ in PAGES]
TOLD = {
    "/day": "Key figures",
    "/queue": "neither leaves room for the other",
    "/control": "Who holds what on 2016-12-10",
    "/sources": "the Made Watch",
    "/changes": "new report",
    "/search?q=strikes": "<mark>Strikes</mark>",
    "/search?in=claims&source=medics": "killed nine people",
    "/search?q=burned&in=claims": "A bus burned in Adana",
    "/source?name=medics": "contradict",
    "/source?name=(unattributed)": "wounded three people",
    "/judgements": "Nobody has judged yet",
    "/method": "/api/v1/happenings/{id}",
    "/people": "No users",
}


@pytest.mark.parametrize(("address", "told"), TOLD.items())
def test_pages_tell_what_is_there(client: TestClient, address: str, told: str) -> None:
    found = client.get(address)
    assert found.status_code == 200
    assert told in unescape(found.text)


@pytest.mark.parametrize("address", ADDRESSES)
def test_empty_pages_teach(tmp_path: Path, address: str) -> None:
    desk = Desk(open_ledger(str(tmp_path / "empty.db")), hosts=("testserver",))
    with TestClient(create_app(desk)) as client:
        found = client.get(address)
    assert found.status_code == 200
    assert 'class="empty"' in found.text or address == "/method"


@pytest.mark.parametrize("address", [*TOLD, *ADDRESSES])
def test_an_address_comes_back_the_same(client: TestClient, address: str) -> None:
    client.get(address)
    first, second = (client.get(address).text for _ in range(2))
    assert first == second


DOWNLOADS = {
    "/day": "happenings",
    "/control": "control",
    "/sources": "sources",
    "/changes": "changes",
    "/search?q=strikes": "reports",
    "/search?q=strikes&in=claims": "claims",
    "/source?name=medics": "claims",
    f"/report/{WIRE.id}": "claims",
    "/judgements": "judgements",
}


@pytest.mark.parametrize(("address", "table"), DOWNLOADS.items())
@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_table_downloads(client: TestClient, address: str, table: str, form: str) -> None:
    found = client.get(f"{address}{'&' if '?' in address else '?'}download={table}.{form}")
    assert found.headers["content-disposition"].endswith(f'vedette-{table}.{form}"')
    assert found.headers["content-type"].startswith("text/csv" if form == "csv" else "application/json")


def test_a_report_is_marked_by_kind_and_greyed(client: TestClient) -> None:
    text = client.get(f"/report/{VOICE.id}").text
    assert f'class="told toll" href="#{CLAIMS["shell"].id}"' in text
    assert '<span class="furniture" title="not the story: copyright">Copyright Made Voice.</span>' in text


def test_report_text_is_never_markup(client: TestClient) -> None:
    text = client.get(f"/report/{VOICE.id}").text
    assert HOSTILE not in text
    assert "&lt;script&gt;" in text
    assert "<img" not in text


def test_pieces_joined_give_the_text_again() -> None:
    claims = [c for c in CLAIMS.values() if c.report_id == DAILY.id]
    overlap = Event(
        report=DAILY.ref, report_id=DAILY.id, quote="x", start=claims[0].start + 3, end=claims[0].end + 9, type="Attack"
    )
    found = pieces(DAILY, [*claims, overlap])
    assert "".join(p.text for p in found) == DAILY.full
    assert max(len(p.claims) for p in found) == 2


def test_a_slider_of_control_goes_by_day(client: TestClient) -> None:
    before = client.get("/control?on=2016-12-09").text
    assert "unknown" in before
    assert "Rebels hold the town" not in before
    assert "<mark>Rebels hold the town</mark>" in client.get("/control?on=2016-12-11").text


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/api/v1/day?from=2016-12-10", "figures"),
        ("/api/v1/queue?kind=contradiction", "item"),
        (f"/api/v1/reports/{WIRE.id}", "pieces"),
        ("/api/v1/changes", "steps"),
        ("/api/v1/search/claims?q=killed", "cards"),
        ("/api/v1/source?name=medics", "beside"),
    ],
)
def test_the_api_gives_what_the_pages_show(client: TestClient, address: str, key: str) -> None:
    found = client.get(address)
    assert found.status_code == 200
    assert found.json()[key]


def test_the_api_is_described(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    assert all(path.startswith("/api/v1/") for path in schema["paths"])
    assert all(call["description"] for path in schema["paths"].values() for call in path.values())


def test_errors_of_the_api_are_json(client: TestClient) -> None:
    found = client.get("/api/v1/happenings/e-none")
    assert (found.status_code, found.json()["error"]) == (404, "Not found")


def test_a_happening_by_the_api_is_that_of_its_page(client: TestClient, event_of: EventOf) -> None:
    found = client.get(f"/api/v1/happenings/{event_of('nine').id}").json()
    assert [c["origin"] for c in found["columns"]] == ["medics", "the Made Watch"]
    assert found["settled"][0]["words"] == "9 to 24"
