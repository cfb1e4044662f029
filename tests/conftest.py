"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from spacy.language import Language

import postgres
from vedette.intake.files import Read, read_paths
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.model.report import DateBasis, Report
from vedette.reading.language import language
from vedette.reading.read import read
from vedette.reading.reading import Reading
from vedette.sample import sample_folder


@pytest.fixture(scope="session", autouse=True)
def _no_added_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user added to the gazetteer takes no part in tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VEDETTE_GAZETTEER", str(tmp_path_factory.mktemp("gazetteer")))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server for this run alone."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes empty ledgers and gives their URLs: what uses it is run once on SQLite and once on PostgreSQL."""
    if request.param == "postgresql":
        server: postgres.Server = request.getfixturevalue("postgres_server")
        return server.ledger
    folder, numbers = tmp_path_factory.mktemp("ledgers"), count()

    def file() -> str:
        path: Path = folder / f"{next(numbers)}.db"
        return str(path)

    return file


@pytest.fixture(scope="session")
def nlp() -> Language:
    return language()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.fixture(scope="session")
def read_text(nlp: Language, knowledge: Knowledge) -> Callable[..., Reading]:
    """Text of our own writing to a Reading; published on Saturday 10 December 2016 unless told otherwise."""

    def _read(
        text: str, *, title: str = "", outlet: str | None = None, published: str | None = "2016-12-10"
    ) -> Reading:
        day = date.fromisoformat(published) if published else None
        basis = DateBasis.METADATA if day else None
        report = Report(title=title, text=text, outlet=outlet, published=day, published_basis=basis)
        return next(read([report], nlp, knowledge))

    return _read


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory, nlp: Language, knowledge: Knowledge) -> Path:
    """A ledger of the sample reports; it is shared, so that a test that writes takes a copy."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    made = open_ledger(str(path))
    items = list(read_paths([str(sample_folder())]))
    assert all(isinstance(item, Read) for item in items)
    list(ingest(made, items, nlp, knowledge))
    finish(made)
    made.dispose()
    return path
