"""The situation report in a real browser, from disk, with no network."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from vedette.products.situation.model import Situation
from vedette.products.situation.write import write

# What is drawn is the same whichever database the ledger is on; a browser takes long.
pytestmark = pytest.mark.parametrize("new_ledger", ["sqlite"], indirect=True, scope="session")


def test_a_figure_is_followed_to_its_sentence(page: Page, situation: Situation, tmp_path: Path) -> None:
    file = tmp_path / "situation.html"
    write(situation, file)
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(file.as_uri())
    # From the key figure to how it adds up, from there to the event, and there stands the sentence.
    page.locator("table.key tr", has_text="killed").locator("a.figure").click()
    page.locator("#sum-killed a.figure", has_text="14").click()
    sentence = page.locator("details.event[open] blockquote", has_text="Air strikes killed 14 people").first
    sentence.wait_for(state="visible")
    assert "14 people" in sentence.locator("mark").inner_text()
    assert "Made Wire" in sentence.inner_text()
    assert "Syrian Observatory for Human Rights" in sentence.inner_text()
    assert asked and all(url.startswith("file:") for url in asked)
    assert troubles == []


def test_the_map_and_the_timeline_are_drawn_and_lead_on(page: Page, situation: Situation, tmp_path: Path) -> None:
    file = tmp_path / "situation.html"
    write(situation, file)
    page.goto(file.as_uri())
    box = page.locator("svg.map .spot").first.bounding_box()
    assert box is not None and box["width"] > 5
    page.locator("svg.timeline a").first.click()
    page.locator("details.event[open]").first.wait_for(state="visible")


def test_the_slider_shows_the_flags_of_its_day(page: Page, situation: Situation, tmp_path: Path) -> None:
    file = tmp_path / "situation.html"
    write(situation, file)
    page.goto(file.as_uri())
    shown = page.locator("svg.map g.control:not(.off)")
    assert shown.count() > 0
    slider = page.locator("#control-day")
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator(".day-slider output").inner_text() == situation.control_days.days[0]
    assert shown.count() == 0  # on the eve of the first report nothing is told of who holds what


def test_nothing_is_wider_than_a_phone(page: Page, situation: Situation, tmp_path: Path) -> None:
    file = tmp_path / "situation.html"
    write(situation, file)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 392
