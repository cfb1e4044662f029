"""The Happening page: claims by origin, how the figure settled, what other rules would give."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from fastapi.testclient import TestClient

from vedette.model.happening import Happening
from workbench.made import CLAIMS


def test_claims_stand_in_columns_by_origin(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get(f"/happening/{event_of('nine').id}").text
    columns = text.split('<section class="origin')[1:]
    assert [c.split("<h3>")[1].split(" <span")[0] for c in columns] == ["medics", "the Made Watch"]
    assert CLAIMS["nine"].id in columns[0]
    assert CLAIMS["dead"].id in columns[1]


def test_the_sentence_is_marked_in_its_context(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get(f"/happening/{event_of('nine').id}").text
    assert "Air strikes <mark>killed nine people</mark> in Tarsus on Saturday, medics said." in text


def test_it_tells_the_rule_and_what_others_would_give(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get(f"/happening/{event_of('nine').id}").text
    assert "Rule range:" in text
    assert "Under another rule it would be:" in text
    assert "latest: <b>24</b>" in text


def test_the_contradiction_is_shown_as_open(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    event = event_of("nine")
    text = unescape(client.get(f"/happening/{event.id}").text)
    assert event.contradictions[0].why in text
    assert "Open." in text


def test_the_sentences_of_one_figure_come_alone(client: TestClient, event_of: Callable[[str], Happening]) -> None:
    text = client.get(f"/happening/{event_of('nine').id}/sentences?figure=killed").text
    assert "killed nine people" in text
    assert "<mark>Air strikes</mark>" not in text  # the event claim gives no figure
    assert "<html" not in text


def test_what_was_never_there_is_not_found(client: TestClient) -> None:
    found = client.get("/happening/e-0000000000000000")
    assert found.status_code == 404
    assert "nothing in the ledger is called" in unescape(found.text)
