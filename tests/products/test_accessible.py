"""Pages pass axe-core's check (WCAG 2.1 A and AA) in light and dark, opened up whole, and print on A4."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from vedette.products.explore import as_page
from vedette.products.method.write import method_text
from vedette.products.situation.model import Situation
from vedette.products.situation.write import as_html

# What is drawn is the same whichever database the ledger is on; a browser takes long.
pytestmark = pytest.mark.parametrize("new_ledger", ["sqlite"], indirect=True, scope="session")

TAGS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
PAGES = ("report", "map", "timeline", "method")


def text_of(name: str, situation: Situation) -> str:
    if name == "report":
        return as_html(situation)
    if name == "method":
        assert situation.method is not None
        return method_text(situation.method, "html")
    return as_page(situation, "map" if name == "map" else "timeline")


@pytest.fixture(params=PAGES)
def file(request: pytest.FixtureRequest, situation: Situation, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.html"
    path.write_text(text_of(request.param, situation), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(file: Path, page: Page, scheme: Literal["light", "dark"]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme=scheme)
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found: dict[str, Any] = axe.run(page, options=TAGS).response
    nodes = [(v["id"], node) for v in found["violations"] for node in v["nodes"]]
    told = [f"{rule}: {node['html'][:120]} {node.get('failureSummary', '')}" for rule, node in nodes]
    assert told == []


def test_it_prints_on_a4_with_nothing_cut_off(file: Path, page: Page) -> None:
    pypdf = pytest.importorskip("pypdf")
    page.goto(file.as_uri())
    body = page.pdf(prefer_css_page_size=True)
    sides = {tuple(round(float(x)) for x in p.mediabox[2:]) for p in pypdf.PdfReader(BytesIO(body)).pages}
    assert sides == {(595, 842)}
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible() and not page.locator(".day-slider").is_visible()
    page.set_viewport_size({"width": 673, "height": 1000})  # 178 mm, what A4 leaves within its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 675
