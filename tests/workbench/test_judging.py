"""Judging by forms: each verdict, its reason, its undo, and that nobody judges over what another has changed."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from fastapi.testclient import TestClient

from vedette.ledger import records
from vedette.ledger.judgements import all_judgements
from vedette.model.happening import Happening
from vedette.workbench.desk import Desk
from workbench.conftest import Form
from workbench.made import CLAIMS

EventOf = Callable[[str], Happening]


def judged(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.read() as db:
        return [(j.verdict.value, j.author, j.reason) for j in all_judgements(db)]


def test_a_merge_is_signed_and_undone(form: Form, desk: Desk, event_of: EventOf, client: TestClient) -> None:
    strike, shell = event_of("nine"), event_of("shell")
    page = f"/happening/{shell.id}"
    done = form.send(page, "/judge", {"verdict": "same", "id": [strike.id, shell.id], "why": "one salvo"})
    assert event_of("nine").id == event_of("shell").id
    assert judged(desk) == [("same", "ann", "one salvo")]
    assert "Undo" in done.text
    assert done.url.path == f"/happening/{event_of('shell').id}"  # what it came from is no more: led to its heir
    form.send("/judgements", "/undo", {"why": "two days lie between"})
    assert event_of("nine").id == strike.id
    assert event_of("shell").id == shell.id
    assert judged(desk)[1] == ("undo", "ann", "two days lie between")


def test_split_takes_the_ticked_claims_out_and_is_undone_as_one(form: Form, desk: Desk, event_of: EventOf) -> None:
    event = event_of("nine")
    page = f"/happening/{event.id}"
    ticked = [CLAIMS["dead"].id, CLAIMS["strikes"].id]
    form.send(page, "/judge", {"verdict": "split", "event": event.id, "id": ticked, "why": "the second wave"})
    assert event_of("dead").claims == event_of("strikes").claims
    assert set(event_of("dead").claims) == set(ticked)
    assert set(event_of("nine").claims) == {CLAIMS["nine"].id, CLAIMS["strike"].id}
    form.send("/judgements", "/undo", {})
    assert event_of("dead").id == event_of("nine").id


def test_a_claim_is_moved(form: Form, event_of: EventOf) -> None:
    event, other = event_of("nine"), event_of("shell")
    fields = {"verdict": "move", "event": event.id, "id": CLAIMS["dead"].id, "to": other.id, "why": "of the shelling"}
    form.send(f"/happening/{event.id}", "/judge", fields)
    assert event_of("dead").id == event_of("shell").id
    assert event_of("dead").id != event_of("nine").id


@pytest.mark.parametrize(
    ("slot", "value", "killed"),
    [("low", "12", (12, 24)), ("effect", "wounded", (24, 24))],
)
def test_a_corrected_slot_is_followed_by_the_figure(
    form: Form, event_of: EventOf, slot: str, value: str, killed: tuple[int, int]
) -> None:
    claim = CLAIMS["nine"].id
    more = {"high": "12"} if slot == "low" else {}
    page = f"/happening/{event_of('nine').id}"
    for name, given in {slot: value, **more}.items():
        form.send(
            page, "/judge", {"verdict": "slot", "id": claim, "slot": name, "value": given, "why": "read it again"}
        )
        if name == "low":
            break
    figure = event_of("dead").killed
    assert figure is not None
    assert (figure.low, figure.high) == killed or slot == "low"


def test_wrong_takes_a_claim_out_of_the_figure(form: Form, event_of: EventOf, client: TestClient) -> None:
    page = f"/happening/{event_of('nine').id}"
    form.send(page, "/judge", {"verdict": "wrong", "id": CLAIMS["dead"].id, "why": "it says wounded"})
    figure = event_of("nine").killed
    assert figure is not None
    assert (figure.low, figure.high) == (9, 9)
    assert "it says wounded" in unescape(client.get(f"/report/{CLAIMS['dead'].report_id}").text)


def test_settling_by_hand_overrides_the_rule(form: Form, event_of: EventOf, client: TestClient) -> None:
    event = event_of("nine")
    fields = {"verdict": "settle", "id": event.id, "effect": "killed", "best": "11", "why": "saw the list"}
    form.send(f"/happening/{event.id}", "/judge", fields)
    figure = event_of("nine").killed
    assert figure is not None
    assert (figure.rule, figure.low, figure.best, figure.high) == ("analyst", 11, 11, 11)
    assert "Settled by ann: saw the list" in unescape(client.get(f"/happening/{event.id}").text)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"verdict": "wrong", "why": " "}, "needs a reason"),
        ({"verdict": "slot", "slot": "low", "value": "many", "why": "x"}, "write a number"),
        ({"verdict": "slot", "slot": "effect", "value": "hurt", "why": "x"}, "one of killed"),
        ({"verdict": "settle", "effect": "killed", "low": "9", "best": "4", "why": "x"}, "must not go down"),
        ({"verdict": "guess", "why": "x"}, "no verdict"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    form: Form, desk: Desk, event_of: EventOf, fields: dict[str, str], told: str
) -> None:
    page = f"/happening/{event_of('nine').id}"
    found = form.send(page, "/judge", {"id": CLAIMS["nine"].id, **fields})
    assert found.status_code == 400
    assert told in unescape(found.text)
    assert judged(desk) == []


def test_a_refused_form_leads_back_and_a_script_is_told_in_json(form: Form, event_of: EventOf, desk: Desk) -> None:
    page = f"/happening/{event_of('nine').id}"
    fields = {"verdict": "slot", "id": CLAIMS["nine"].id, "slot": "low", "value": "many", "why": "x"}
    refused = form.send(page, "/judge", fields)
    assert f'href="{page}">Back to the page' in refused.text
    token = refused.request.content.decode().split("token=")[1][:64]
    script = {"accept": "application/json"}
    told = form.client.post("/judge", data={"token": token, "back": page, **fields}, headers=script)
    assert (told.status_code, told.json()["words"]) == (400, "low=many: write a number")
    made = form.client.post("/judge", data={"token": token, "back": page, **fields, "value": "8"}, headers=script)
    assert made.json() == {"to": page}
    assert "Corrected" in form.client.get(page).text
    assert [verdict for verdict, *_ in judged(desk)] == ["slot"]


def test_the_second_sees_what_the_first_changed(form: Form, desk: Desk, event_of: EventOf) -> None:
    event = event_of("nine")
    page, claim = f"/happening/{event.id}", CLAIMS["nine"].id
    mine = form.seen(page, claim)
    first = {
        "verdict": "slot",
        "id": claim,
        "seen": mine,
        "slot": "who",
        "value": "civilian",
        "why": "they were shoppers",
    }
    assert form.send(page, "/judge", first).status_code == 200
    second = {
        "verdict": "slot",
        "id": claim,
        "seen": mine,
        "slot": "who",
        "value": "combatant",
        "why": "they were armed",
    }
    found = form.send(page, "/judge", second)
    assert found.status_code == 409
    assert "they were shoppers" in unescape(found.text)
    assert len(judged(desk)) == 1
    fresh = form.seen(page, claim)
    assert form.send(page, "/judge", second | {"seen": fresh}).status_code == 200
    assert [why for _, _, why in judged(desk)] == ["they were shoppers", "they were armed"]


def test_a_mark_of_something_that_is_no_more_is_told(form: Form, event_of: EventOf) -> None:
    strike, shell = event_of("nine"), event_of("shell")
    pages = {e.id: f"/happening/{e.id}" for e in (strike, shell)}
    seen = [form.seen(pages[e.id], e.id) for e in (strike, shell)]
    pair = {"verdict": "same", "id": [strike.id, shell.id], "seen": seen, "why": "one salvo"}
    assert form.send(pages[strike.id], "/judge", pair).status_code == 200
    gone = next(e for e in (strike, shell) if e.id != event_of("nine").id)
    found = form.send(
        f"/happening/{event_of('nine').id}",
        "/judge",
        {"verdict": "settle", "id": gone.id, "effect": "killed", "best": "3", "seen": seen, "why": "x"},
    )
    assert found.status_code == 409
    assert "is no more" in found.text
    assert event_of("nine").id in found.text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_never_leads_off_the_desk(form: Form, event_of: EventOf, back: str, client: TestClient) -> None:
    page = f"/happening/{event_of('nine').id}"
    fields = {"verdict": "wrong", "id": CLAIMS["dead"].id, "why": "x", "back": back}
    client.follow_redirects = False
    assert form.send(page, "/judge", fields).headers["location"] == "/day"


def test_judgements_are_those_of_the_command_line(form: Form, desk: Desk, event_of: EventOf) -> None:
    """One store: what is judged here is what `vedette judgements` lists, anchored for a new reading."""
    form.send(
        f"/happening/{event_of('nine').id}",
        "/judge",
        {"verdict": "wrong", "id": CLAIMS["dead"].id, "why": "it says so"},
    )
    with desk.read() as db:
        [one] = all_judgements(db)
        assert one.anchors[0].quote == CLAIMS["dead"].quote
        assert CLAIMS["dead"].id not in {c.id for c in records.list_claims(db)}
