"""A desk on a small ledger of our own writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.store import open_ledger
from vedette.model.happening import Happening
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk
from workbench.made import CLAIMS, fill


@pytest.fixture
def url(new_ledger: Callable[[], str]) -> str:
    """A filled ledger, once on SQLite and once on PostgreSQL."""
    made = new_ledger()
    fill(made)
    return made


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    engine = open_ledger(url)
    yield Desk(engine, analyst="ann", hosts=("testserver", "127.0.0.1"))
    engine.dispose()


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk)) as made:
        yield made


@pytest.fixture
def event_of(desk: Desk) -> Callable[[str], Happening]:
    """The happening that holds a claim of CLAIMS."""

    def find(name: str) -> Happening:
        with desk.read() as db:
            return next(h for h in records.list_happenings(db, Filter()) if CLAIMS[name].id in h.claims)

    return find


class Form:
    """A form of a page, filled in and sent as a browser does."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def seen(self, page: str, id_: str) -> str:
        """The mark of a thing on a page."""
        found = re.search(rf'name="seen" value="({id_}\|[^"]+)"', self.client.get(page).text)
        assert found is not None, f"{page} has no mark of {id_}"
        return found[1]

    def send(self, page: str, to: str, fields: Mapping[str, Any]) -> Response:
        """Send a form of `page`, with the token that stands there."""
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.client.get(page).text)
        assert found is not None, f"{page} has no form"
        return self.client.post(to, data={"token": found[1], "back": page, **fields})


@pytest.fixture
def form(client: TestClient) -> Form:
    return Form(client)
