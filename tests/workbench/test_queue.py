"""The Queue: what stands in it, in which order, and that what is judged or looked at leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from vedette.ledger.judgements import all_judgements
from vedette.model.happening import Happening
from vedette.workbench.desk import Desk
from vedette.workbench.queries.queue import KINDS, counts, queue_page
from workbench.conftest import Form
from workbench.made import CLAIMS, DAILY, WIRE

EventOf = Callable[[str], Happening]


def left(desk: Desk) -> dict[str, int]:
    with desk.read() as db:
        return {kind: n for kind, n in counts(db).items() if n}


def test_what_needs_eyes_stands_in_the_queue(desk: Desk) -> None:
    assert left(desk) == {"contradiction": 1, "place": 2, "slot": 1}


def test_two_origins_that_put_a_place_into_two_hands_stand_there_until_judged(form: Form, desk: Desk) -> None:
    told = {}
    for report, holder, source in ((WIRE, "rebels", "medics"), (DAILY, "the army", "the Observatory")):
        slots = {"holder": holder, "change": "holds", "from": "2016-12-10", "to": "2016-12-10", "source": source}
        given = {"kind": "control", "words": "Tarsus", "slots": slots, "place": "Tarsus", "bare": True, "why": "so"}
        made = form.client.post(f"/api/v1/reports/{report.id}/claims", json=given)
        assert made.status_code == 201, made.text
        told[holder] = made.json()["claim"]["id"]
    with desk.read() as db:
        item = queue_page(db, "holder", 0).item
    assert item is not None
    assert "in the hands of rebels" in item.why
    assert set(item.claims) == set(told.values())
    fields = {"item": item.id, "act": f"wrong:{told['rebels']}", "why": "another town", "kind": "holder", "at": "0"}
    form.send("/queue?kind=holder", "/queue", fields | {"seen": item.seen})
    assert "holder" not in left(desk)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page(client: TestClient, kind: str) -> None:
    assert client.get(f"/queue?kind={kind}").status_code == 200
    assert client.get(f"/queue?kind={kind}&at=500").status_code == 200


def test_a_claim_judged_wrong_leaves_and_comes_back_when_undone(form: Form, desk: Desk) -> None:
    with desk.read() as db:
        item = queue_page(db, "slot", 0).item
    assert item is not None
    assert item.claims == (CLAIMS["bus"].id,)
    fields = {"item": item.id, "act": f"wrong:{CLAIMS['bus'].id}", "why": "another war", "kind": "slot", "at": "0"}
    form.send("/queue?kind=slot", "/queue", fields | {"seen": item.seen})
    assert left(desk) == {"contradiction": 1, "place": 1}
    form.send("/judgements", "/undo", {})
    assert left(desk)["slot"] == 1


def test_what_was_looked_at_leaves_without_a_judgement(form: Form, desk: Desk) -> None:
    with desk.read() as db:
        item = queue_page(db, "contradiction", 0).item
    assert item is not None
    fields = {"item": item.id, "act": "looked", "kind": "contradiction", "at": "0"}
    text = form.send("/queue?kind=contradiction", "/queue", fields).text
    assert "Looked at, and left as it is" in text
    assert "contradiction" not in left(desk)
    with desk.read() as db:
        assert all_judgements(db) == []
    form.send("/queue?kind=place", "/queue/unmark", {"item": item.id, "kind": "contradiction"})
    assert left(desk)["contradiction"] == 1


def test_two_claims_of_a_contradiction_are_parted(form: Form, desk: Desk, event_of: EventOf) -> None:
    with desk.read() as db:
        item = queue_page(db, "contradiction", 0).item
    assert item is not None
    fields = {"item": item.id, "act": "different", "why": "two strikes", "kind": "contradiction", "at": "0"}
    form.send("/queue?kind=contradiction", "/queue", fields | {"pair": item.claims, "seen": item.seen})
    assert event_of("nine").id != event_of("dead").id
    assert "contradiction" not in left(desk)


def test_a_place_that_is_given_leaves_the_queue(form: Form, desk: Desk) -> None:
    fields = {"verdict": "place", "id": CLAIMS["bus"].id, "place": "Adana", "entry": "", "why": "the city"}
    found = form.send("/queue?kind=place", "/judge", fields)
    if found.status_code == 400:  # several places bear the name: the message lists them with their ids
        entry = next(line for line in found.text.split("<p>") if "town" in line).split()[0]
        assert form.send("/queue?kind=place", "/judge", fields | {"entry": entry}).status_code == 200
    assert left(desk)["place"] == 1


def test_who_comes_second_corrects_nothing_unseen(form: Form) -> None:
    page, id_ = "/queue?kind=place", CLAIMS["bus"].id
    fields = {"verdict": "slot", "id": id_, "slot": "actor", "value": "rebels", "why": "read again"}
    fields["seen"] = form.seen(f"{page}&at=1", id_)
    assert form.send(page, "/judge", fields).status_code == 200
    second = form.send(page, "/judge", fields | {"value": "gunmen"})
    assert second.status_code == 409
    assert "slot</b> actor=rebels" in second.text


def test_a_queue_of_no_such_kind_is_told(client: TestClient) -> None:
    assert client.get("/queue?kind=nonsense").status_code == 404


def test_where_a_kind_is_done_n_leads_to_the_next_that_has_items(client: TestClient) -> None:
    text = client.get("/queue?kind=merge").text
    assert "Nothing of this kind needs eyes" in text
    assert re.search(r'href="/queue\?kind=place" data-act="n">Next: Places not resolved', text)
