"""What strangers are refused: foreign forms, foreign names, foreign content."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from vedette.ledger.judgements import all_judgements
from vedette.model.happening import Happening
from vedette.workbench.desk import Desk
from vedette.workbench.people.throttle import Throttle
from workbench.conftest import Form
from workbench.made import CLAIMS

PAGES = ("/day", "/judgements", "/nowhere", "/api/v1/openapi.json", "/built/desk.css")


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_forbids_foreign_content(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("page", ["/day", "/judgements", "/method"])
def test_pages_hold_no_script_and_no_style_of_their_own(client: TestClient, page: str) -> None:
    text = client.get(page).text
    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == text.count('<script type="module" src="/built/')
    assert "onclick" not in text


def test_a_form_without_its_token_changes_nothing(client: TestClient, desk: Desk) -> None:
    client.get("/day")
    fields = {"verdict": "wrong", "id": CLAIMS["nine"].id, "why": "x", "back": "/day"}
    for token in ("", "0" * 64):
        assert client.post("/judge", data=fields | {"token": token}).status_code == 403
    with desk.read() as db:
        assert all_judgements(db) == []


def test_a_form_sent_from_another_site_changes_nothing(
    form: Form, client: TestClient, event_of: Callable[[str], Happening]
) -> None:
    client.headers["origin"] = "https://evil.example"
    found = form.send(f"/happening/{event_of('nine').id}", "/judge", {"verdict": "wrong", "id": "c-1", "why": "x"})
    assert found.status_code == 403


def test_a_foreign_name_that_leads_here_is_refused(client: TestClient) -> None:
    assert client.get("/day", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/day", headers={"host": "127.0.0.1:8765"}).status_code == 200


def test_a_huge_form_is_refused(client: TestClient) -> None:
    assert client.post("/judge", data={"why": "x" * 100_000}).status_code == 413


def test_the_session_is_for_this_browser_alone(client: TestClient) -> None:
    cookie = client.get("/day").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_guessing_gets_slower() -> None:
    moment = [0.0]
    throttle = Throttle(lambda: moment[0])
    for _ in range(4):
        throttle.failed("ann")
    assert throttle.wait("ann") == 0
    waits = []
    for _ in range(4):
        throttle.failed("ann")
        waits.append(throttle.wait("ann", "elsewhere"))
    assert waits == [1.0, 2.0, 4.0, 8.0]
    assert throttle.wait("bob") == 0
    moment[0] = 8.5
    assert throttle.wait("ann") == 0
    throttle.passed("ann")
    throttle.failed("ann")
    assert throttle.wait("ann") == 0
