"""Adding a claim that the reading missed: by the form, over the API, with what is found at the words to start from."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from fastapi.testclient import TestClient

from vedette.ledger.judgements import all_judgements
from vedette.model.happening import Happening
from vedette.model.judgement import Verdict
from vedette.workbench.desk import Desk
from vedette.workbench.people.users import Role, add_user
from workbench.conftest import Form
from workbench.made import CLAIMS, DAILY, WIRE

EventOf = Callable[[str], Happening]
WORDS = "Strikes on Tarsus left 24 dead"
START = DAILY.full.index(WORDS)
PAGE = f"/add?report={DAILY.id}&start={START}&end={START + len(WORDS)}&kind=toll"
FIELDS = {
    "report": DAILY.id, "start": START, "end": START + len(WORDS), "kind": "toll", "effect": "wounded", "low": "30",
    "high": "", "approx": "no", "who": "civilian", "subset": "no", "span": "incident", "from": "2016-12-10",
    "to": "2016-12-10", "place": "Tarsus", "entry": "made", "why": "told by the next page",
    "there": f"{CLAIMS['dead'].id} {CLAIMS['strikes'].id}",
}  # fmt: skip


def field(page: str, name: str) -> str:
    """What stands in a field of a form."""
    found = re.search(rf'<input id="f-{name}"[^>]* value="([^"]*)"', page) or re.search(
        rf'<select id="f-{name}".*?<option selected>([^<]*)', page, re.DOTALL
    )
    assert found is not None, f"no field {name}"
    return unescape(found[1])


def test_the_form_starts_from_what_the_reading_finds(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert "<mark>Strikes on Tarsus left 24 dead</mark>" in page
    assert (field(page, "effect"), field(page, "low"), field(page, "high")) == ("killed", "24", "24")
    assert (field(page, "from"), field(page, "place")) == ("", "Tarsus")
    assert 'id="r-from"' in page  # why it is empty
    assert "Observatory" in field(page, "source")
    assert "the count &#39;24&#39;" in page  # each with how it was found
    assert "2 claims on these words already" in page


def test_the_words_may_be_written_and_the_kind_chosen(client: TestClient) -> None:
    page = client.get(f"/add?report={DAILY.id}&words=A bus burned&kind=event").text
    assert "<mark>A bus burned</mark>" in page
    assert (field(page, "status"), field(page, "place")) == ("happened", "Adana")
    lost = client.get(f"/add?report={DAILY.id}&words=no such words")
    assert (lost.status_code, "do not stand in" in lost.text) == (400, True)


def test_an_added_claim_counts_at_once_shows_its_hand_and_is_undone(
    form: Form, client: TestClient, desk: Desk, event_of: EventOf
) -> None:
    before = event_of("dead")
    done = form.send(PAGE, "/add", FIELDS | {"place": "Tripoli", "entry": ""})
    assert "places are called" in done.text  # nothing is guessed, and nothing that was typed is lost
    assert (field(done.text, "low"), field(done.text, "place")) == ("30", "Tripoli")
    done = form.send(PAGE, "/add", FIELDS | {"entry": ""})
    assert done.url.path == f"/report/{DAILY.id}"
    assert "added by hand" in done.text
    after = event_of("dead")
    assert after.figures["wounded"].low == 30
    assert len(set(after.claims) - set(before.claims)) == 1
    for page in (f"/happening/{after.id}", f"/happening/{after.id}/sentences", "/search?q=Strikes&in=claims"):
        assert "added by hand" in client.get(page).text, page
    assert "wounded at least 30" in client.get("/judgements").text
    form.send("/judgements", "/undo", {"why": "of another day"})
    assert event_of("dead") == before
    with desk.read() as db:
        assert [j.verdict for j in all_judgements(db)] == [Verdict.ADD, Verdict.UNDO]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"why": ""}, "needs a reason"),
        ({"effect": ""}, "cannot be empty"),
        ({"low": "9", "high": "3"}, "more than"),
        ({"low": "many"}, "write a number"),
        ({"kind": "weather"}, "no kind"),
    ],
)
def test_what_makes_no_claim_comes_back_with_a_word_on_it(
    form: Form, desk: Desk, change: dict[str, str], told: str
) -> None:
    answer = form.send(PAGE, "/add", FIELDS | {"place": "", "entry": ""} | change)
    assert (answer.status_code, told in answer.text) == (409, True)
    with desk.read() as db:
        assert all_judgements(db) == []


def test_who_comes_second_sees_what_the_first_added(form: Form, desk: Desk) -> None:
    fields = FIELDS | {"place": "", "entry": ""}
    form.send(PAGE, "/add", fields)
    answer = form.send(PAGE, "/add", fields | {"low": "31"})
    assert answer.status_code == 409
    assert "since you opened this form" in answer.text
    assert "told by the next page" in answer.text
    there = re.search(r'name="there" value="([^"]*)"', answer.text)
    assert there is not None
    form.send(PAGE, "/add", fields | {"low": "31", "there": there[1]})
    with desk.read() as db:
        assert len(all_judgements(db)) == 2


def test_a_reader_adds_nothing(client: TestClient, desk: Desk) -> None:
    with desk.write() as db:
        add_user(db, "eve", "four plain words here", Role.READER)
    token = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/signin").text)
    assert token is not None
    client.post("/signin", data={"token": token[1], "name": "eve", "password": "four plain words here"})
    assert "data-choose" not in client.get(f"/report/{DAILY.id}").text
    assert client.get(PAGE).status_code == 403
    answer = client.post(f"/api/v1/reports/{DAILY.id}/claims", json={"kind": "event", "words": "A bus", "why": "so"})
    assert answer.status_code == 403


def test_the_api_adds_and_takes_back(client: TestClient, event_of: EventOf) -> None:
    found = client.get(f"/api/v1/reports/{WIRE.id}/words", params={"words": "nine people in Tarsus"}).json()
    assert (found["kind"], found["quote"]) == ("toll", "nine people in Tarsus")
    assert found["slots"]["toll"]["low"]["value"] == 9
    assert found["slots"]["toll"]["low"]["reason"]
    given = {
        "kind": "control",
        "words": "Rebels hold",
        "slots": {"holder": "", "change": "contested"},
        "why": "both do",
    }
    made = client.post(f"/api/v1/reports/{WIRE.id}/claims", json=given)
    assert made.status_code == 201, made.text
    claim = made.json()["claim"]
    assert (claim["change"], claim["holder"], claim["quote"]) == ("contested", None, "Rebels hold")
    assert claim["reasons"]["holder"] == "left open by who added the claim"
    shown = client.get(f"/api/v1/reports/{WIRE.id}").json()["cards"]
    assert [c["evidence"]["added"] is None for c in shown if c["id"] == claim["id"]] == [False]
    back = client.post(f"/api/v1/judgements/{made.json()['judgement']}/undo", json={"why": "they do not"})
    assert back.status_code == 201
    assert claim["id"] not in {c["id"] for c in client.get(f"/api/v1/reports/{WIRE.id}").json()["cards"]}


def test_the_api_refuses_pages_of_others(client: TestClient) -> None:
    address, given = f"/api/v1/reports/{WIRE.id}/claims", {"kind": "event", "words": "Air strikes", "why": "so"}
    foreign = client.post(address, json=given, headers={"origin": "http://evil.example"})
    assert foreign.status_code == 403
    plain = client.post(address, content='{"kind": "event"}', headers={"content-type": "text/plain"})
    assert plain.status_code in (400, 403)
    assert client.post(address, json=given | {"kind": "weather"}).status_code == 400
    assert client.post("/api/v1/reports/none/claims", json=given).status_code == 404
