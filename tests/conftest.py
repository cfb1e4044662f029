"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from spacy.language import Language

from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.report import DateBasis, Report
from vedette.reading.language import language
from vedette.reading.read import read
from vedette.reading.reading import Reading


@pytest.fixture(scope="session", autouse=True)
def _no_added_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user added to the gazetteer takes no part in tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VEDETTE_GAZETTEER", str(tmp_path_factory.mktemp("gazetteer")))
        yield


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
