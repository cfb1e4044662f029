"""The map and the timeline as pages: filters and slider in a real browser, from disk, without the network."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from vedette.cli.main import group
from vedette.products.explore import as_page, write_page
from vedette.products.situation.model import Situation

PAGES = ("map", "timeline")


@pytest.fixture
def opened(page: Page, situation: Situation, tmp_path: Path, request: pytest.FixtureRequest) -> Page:
    file = tmp_path / "page.html"
    write_page(situation, request.param, file)
    page.goto(file.as_uri())
    return page


def count_shown(page: Page) -> int:
    return page.locator("details.event:visible").count()


@pytest.mark.parametrize("opened", PAGES, indirect=True)
def test_a_filter_shows_what_passes_and_says_how_many(opened: Page) -> None:
    everything = count_shown(opened)
    opened.get_by_label("Type").select_option("Air/drone strike")
    left = opened.locator("details.event:visible .type").all_inner_texts()
    assert 0 < len(left) < everything and {words.split(" (")[0] for words in left} == {"Air/drone strike"}
    expect(opened.locator("#found")).to_have_text(f"{len(left)} of {everything} events shown")
    opened.get_by_label("Words").fill("no such word")
    expect(opened.locator(".none")).to_be_visible()
    opened.get_by_role("button", name="Reset").click()
    expect(opened.locator("#found")).to_have_text(f"{everything} of {everything} events shown")


@pytest.mark.parametrize("opened", PAGES, indirect=True)
def test_the_slider_shows_the_events_of_its_day(opened: Page) -> None:
    opened.get_by_label("Day", exact=True).focus()
    opened.keyboard.press("Home")
    day = opened.locator(".filters output").inner_text()
    spans = opened.locator("details.event:visible").evaluate_all(
        "all => all.map(e => [e.dataset.first, e.dataset.last])"
    )
    assert spans and all(first <= day <= last for first, last in spans)
    marks = opened.locator("a.mark:not(.off), g.column a:not(.off), svg.timeline > a:not(.off)").count()
    assert marks <= len(spans)
    opened.get_by_label("Show").select_option("until")
    opened.keyboard.press("End")
    assert count_shown(opened) >= len(spans)


@pytest.mark.parametrize("opened", ["map"], indirect=True)
def test_marks_on_the_map_count_what_is_shown_and_lead_there(opened: Page) -> None:
    opened.get_by_label("people killed").check()
    assert opened.locator("#map-main a.mark:not(.off) .count").all_text_contents() == ["1"]
    opened.locator("#map-main a.mark:not(.off)").first.click()
    opened.locator("details.event[open] blockquote").first.wait_for(state="visible")


@pytest.mark.parametrize("opened", ["timeline"], indirect=True)
def test_bars_sink_into_the_gaps_of_hidden_ones(opened: Page) -> None:
    opened.get_by_label("Type").select_option("Displacement")
    column = opened.locator("g.column", has=opened.locator("a[data-event]:not(.off)")).first
    shown = column.locator("a[data-event]:not(.off)")
    foot = opened.locator("svg.timeline .axis").bounding_box()
    bar = shown.first.locator("rect").bounding_box()
    assert foot and bar and abs(bar["y"] + bar["height"] - foot["y"]) < 4
    assert column.locator(".more").text_content() == str(shown.count())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_is_no_wider_than_a_phone(
    name: str, page: Page, situation: Situation, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(as_page(situation, name), encoding="utf-8")  # type: ignore[arg-type]
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(file.as_uri())
    assert asked == [file.as_uri()] and troubles == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 392


@pytest.mark.parametrize("name", PAGES)
def test_the_verb_writes_the_page(name: str, sample_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "page.html"
    done = CliRunner().invoke(group, [name, "--ledger", str(sample_ledger), "--from", "2016-12-08", "--out", str(out)])
    assert done.exit_code == 0 and "events" in done.output
    assert f"<title>{name.capitalize()}: " in out.read_text(encoding="utf-8")
