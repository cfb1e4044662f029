"""A small ledger of our own writing, shared by the product tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from spacy.language import Language
from sqlalchemy import Engine

from vedette.intake.files import Read
from vedette.knowledge.pack import Knowledge
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.model.report import DateBasis, Report
from vedette.products.situation.gather import gather
from vedette.products.situation.model import Situation

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
REPORTS = (
    (
        "one",
        "Made Wire",
        "Air strikes killed 14 people in the town of Atarib on Friday, the Syrian Observatory for Human Rights said. "
        "Six of them were children. The strikes also wounded dozens of people.",
    ),
    (
        "two",
        "Made Daily",
        "The Observatory said 2,000 civilians fled east Aleppo on Saturday. State news agency SANA gave a number of "
        "3,000. Rebels hold the district of Sukkari, the Observatory said.",
    ),
    (
        "three",
        "Made Voice",
        "Since November 15, at least 413 civilians have been killed in east Aleppo, the Observatory said. France "
        "condemned the bombing of Aleppo on Saturday. <script>alert(1)</script> wounded 3 people in Nowhereville on "
        "Friday.",
    ),
)


@pytest.fixture(scope="session")
def engine(new_ledger: Callable[[], str], nlp: Language, knowledge: Knowledge) -> Engine:
    made = open_ledger(new_ledger())
    items = [
        Read(
            Report(
                title="", text=text, ref=ref, outlet=outlet, published=date(2016, 12, 10),
                published_basis=DateBasis.METADATA,
            ),
            ref,
        )
        for ref, outlet, text in REPORTS
    ]  # fmt: skip
    list(ingest(made, items, nlp, knowledge))
    finish(made)
    return made


@pytest.fixture(scope="session")
def situation(engine: Engine) -> Situation:
    with engine.begin() as db:
        return gather(db, Filter())


@pytest.fixture(scope="session")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path and Path(path).exists():
            return path
    pytest.skip("no Chromium on this machine")


@pytest.fixture
def page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser.new_page(viewport={"width": 1200, "height": 900})
        browser.close()
