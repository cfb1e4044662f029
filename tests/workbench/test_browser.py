"""The workbench in a real browser: the four main jobs by keyboard and mouse, hostile text, two people at once, axe."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.judgements import all_judgements, decide
from vedette.ledger.store import open_ledger
from vedette.model.claim import PLACE_FIELDS
from vedette.model.happening import Happening
from vedette.model.judgement import Verdict
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk
from vedette.workbench.people.users import Role, add_user
from vedette.workbench.web.page import BUILT
from workbench.made import CLAIMS, VOICE, fill, many_unplaced

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
AXE = Path(__file__).parent.parent.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
PASSWORD = "four plain words here"

pytestmark = pytest.mark.skipif(
    not (BUILT / "workbench.js").is_file(), reason="the workbench's scripts are not built: make setup"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A ledger in a file: what a browser sees does not hang on the database."""
    path = str(tmp_path / "ledger.db")
    fill(path)
    return path


@contextmanager
def served(url: str) -> Iterator[tuple[str, Desk]]:
    """A desk served on a free port, as `vedette serve` does."""
    desk = Desk(open_ledger(url), analyst="ann")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(desk), port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}", desk
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def site(url: str) -> Iterator[tuple[str, Desk]]:
    with served(url) as found:
        yield found


class Watched:
    """A page, what it asked for, and what went wrong on it."""

    def __init__(self, browser: Browser, base: str, **options: Any) -> None:
        self.page: Page = browser.new_context(base_url=base, **options).new_page()
        self.page.set_default_timeout(10_000)
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))


@pytest.fixture
def watched(browser: Browser, site: tuple[str, Desk]) -> Iterator[Watched]:
    made = Watched(browser, site[0], viewport={"width": 1280, "height": 900})
    yield made
    made.page.context.close()
    assert made.troubles == []
    assert all(address.startswith((site[0], "data:")) for address in made.asked)


def of(desk: Desk, name: str) -> Happening:
    with desk.read() as db:
        return next(h for h in records.list_happenings(db, Filter()) if CLAIMS[name].id in h.claims)


def test_a_figure_is_traced_to_its_sentence_by_one_key(watched: Watched, site: tuple[str, Desk]) -> None:
    page = watched.page
    page.goto("/day?from=2016-12-10&to=2016-12-10")
    page.keyboard.press("j")
    page.keyboard.press("s")
    sentences = page.locator("tr.peek mark")
    expect(sentences.filter(has_text="killed nine people")).to_be_visible()
    expect(sentences.filter(has_text="left 24 dead")).to_be_visible()
    page.keyboard.press("s")
    expect(page.locator("tr.peek")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/happening/e-*")
    page.locator("#figure-killed a.figure").click()
    expect(page.locator(".claim.picked mark").first).to_be_visible()
    assert page.locator(".claim.picked").count() == 2
    page.locator(".claim.picked a", has_text="wire").click()
    page.wait_for_url("**/report/**")
    told = page.locator(f'a.told[data-claims~="{CLAIMS["nine"].id}"]')
    expect(told).to_have_text("killed nine people")
    told.click()
    expect(page.locator(f"#{CLAIMS['nine'].id}")).to_be_focused()


def test_two_happenings_are_merged_and_parted_again(watched: Watched, site: tuple[str, Desk]) -> None:
    page, desk = watched.page, site[1]
    bus, strike = of(desk, "bus"), of(desk, "nine")
    with desk.judge() as db:  # bring the two near each other, as an analyst who knows the town would
        location = CLAIMS["nine"].location
        value = {"place": "Tarsus", "location": {k: getattr(location, k) for k in PLACE_FIELDS}}
        decide(db, Verdict.PLACE, [CLAIMS["bus"].id], author="ann", reason="a quarter of it", value=value)
    page.goto(f"/happening/{strike.id}")
    near = page.locator("#h-near + ul li", has_text="Attack, Tarsus")
    near.locator("summary").click()
    near.get_by_label("Why, in a line").fill("the bus was hit by the same strike")
    near.get_by_role("button", name="Same: merge").click()
    expect(page.get_by_role("status")).to_contain_text("Merged")
    assert of(desk, "bus").id == of(desk, "nine").id
    expect(page.locator("section", has=page.locator("#h-judgements")).last).to_contain_text("the same strike")
    page.keyboard.press("u")
    expect(page.locator("#h-near + ul li", has_text="Attack, Tarsus")).to_be_visible()
    assert of(desk, "bus").id == bus.id
    assert of(desk, "nine").id == strike.id


def test_a_corrected_place_is_followed_by_map_and_figures(watched: Watched, site: tuple[str, Desk]) -> None:
    page, desk = watched.page, site[1]
    page.goto("/day?from=2016-12-11&to=2016-12-12&place=Mersin")
    expect(page.locator("main")).to_contain_text("Nothing in this period has coordinates")
    shell = of(desk, "shell")
    page.goto(f"/happening/{shell.id}")
    page.locator("summary", has_text="It was at another place").click()
    form = page.get_by_role("form", name="Place the happening elsewhere")
    form.get_by_label("Place", exact=True).fill("Tarsus")
    form.get_by_label("which (gazetteer id)").fill(_entry(page, "Tarsus", "Mersin"))
    form.get_by_label("Why, in a line").fill("the shell fell in Tarsus")
    form.get_by_role("button", name="Place all its claims there").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tarsus")
    expect(page.locator("svg.map a.mark")).to_have_count(1)
    page.goto("/day?from=2016-12-11&to=2016-12-12&place=Mersin")
    expect(page.locator("ul.figures")).to_contain_text("wounded")
    expect(page.locator("svg.map a.mark")).to_have_count(1)
    marks = page.locator("svg.map a.mark").get_attribute("data-events")
    assert marks == page.locator("tr.row[data-peek][id]").first.get_attribute("id")  # the map shows what the table says


def test_a_slot_starts_from_what_it_is_and_what_is_refused_loses_nothing(
    watched: Watched, site: tuple[str, Desk]
) -> None:
    page = watched.page
    page.goto(f"/happening/{of(site[1], 'nine').id}")
    claim = page.locator(f"#{CLAIMS['nine'].id}")
    claim.locator("summary", has_text="Slots, and correct").click()
    form = claim.get_by_role("form", name="Correct a slot of this claim")
    value, why = form.get_by_label("should be"), form.get_by_label("Why, in a line")
    form.get_by_label("Slot").select_option("low")
    expect(value).to_have_value("9")
    form.get_by_label("Slot").select_option("who")
    value.fill("villagers")
    why.fill("they lived there")
    form.get_by_role("button", name="Correct").click()
    expect(form.get_by_role("alert")).to_contain_text("one of civilian, combatant, unknown")
    expect(why).to_have_value("they lived there")
    watched.troubles.clear()  # the browser names the answer 400 in its console
    value.fill("civilian")
    form.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected")


def _entry(page: Page, name: str, within: str) -> str:
    found = page.request.get(f"/api/v1/places?q={name}").json()
    return next(p["id"] for p in found if within in p["words"] and "town" in p["words"])


def test_ten_items_of_the_queue_are_cleared_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    path = str(tmp_path / "many.db")
    fill(path)
    many_unplaced(path, 12)
    with served(path) as (base, desk):
        watched = Watched(browser, base)
        page = watched.page
        page.goto("/queue?kind=place")
        before = int(page.locator(".queue-item .note").first.inner_text().split(" of ")[1].split()[0])
        for n in range(10):
            old = page.locator(".queue-item .note .id").inner_text()
            page.keyboard.press("w" if n % 2 else "l")
            page.wait_for_function(
                "old => document.querySelector('.queue-item .note .id')?.textContent !== old", arg=old
            )
        after = int(page.locator(".queue-item .note").first.inner_text().split(" of ")[1].split()[0])
        assert before - after == 10
        with desk.read() as db:
            assert len(all_judgements(db)) == 5
        page.keyboard.press("u")
        page.wait_for_function(
            "n => document.querySelector('.queue-item .note').textContent.includes(`of ${n}`)", arg=after + 1
        )
        page.context.close()
        assert watched.troubles == []


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_a_claim_is_added_on_words_selected_and_undone(watched: Watched, site: tuple[str, Desk], by: str) -> None:
    page, desk = watched.page, site[1]
    page.goto(f"/report/{VOICE.id}")
    if by == "keyboard":
        page.keyboard.press("a")
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        for _ in range(6):
            page.keyboard.press("Shift+ArrowRight")
    else:
        told = page.locator("[data-text] a.told").bounding_box()
        assert told is not None
        page.mouse.move(told["x"] + 2, told["y"] + told["height"] / 2)
        page.mouse.down()
        page.mouse.move(told["x"] + told["width"] + 60, told["y"] + told["height"] / 2, steps=5)
        page.mouse.up()
    bar = page.locator("[data-chosen]")
    expect(bar).to_be_visible()
    expect(bar).to_contain_text("wounded three people")
    page.keyboard.press("a")
    page.wait_for_url(lambda url: "/add" in url, timeout=60_000)  # the first reading loads the language pipeline
    expect(page.locator("blockquote mark")).to_contain_text("wounded three people")
    expect(page.get_by_label("low")).to_have_value("3")
    page.get_by_label("low").fill("5")
    page.get_by_label("high").fill("5")
    page.get_by_label("effect").select_option("wounded")
    page.get_by_label("place", exact=True).fill("Tarsus")
    page.get_by_label("which (gazetteer id)").fill("")
    page.get_by_label("Why, in a line").fill("the caption counts two more")
    page.get_by_role("button", name="Add the claim").click()
    page.wait_for_url("**/report/**")
    added = page.locator(".claim:target")
    expect(added).to_contain_text("added by hand")
    expect(added).to_contain_text("the caption counts two more")
    with desk.read() as db:
        assert [(j.verdict, j.author) for j in all_judgements(db)] == [(Verdict.ADD, "ann")]
    page.keyboard.press("u")
    expect(page.locator(".claim .tag.hand")).to_have_count(0)


def test_hostile_text_of_a_report_does_nothing(watched: Watched) -> None:
    page = watched.page
    for address in (
        f"/report/{VOICE.id}",
        f"/add?report={VOICE.id}&words=near Nowhere",
        "/search?q=shell&in=reports",
        "/day",
        "/queue?kind=place",
    ):
        page.goto(address)
        assert page.title() != "taken"
        assert page.locator("main script, main img").count() == 0
    page.goto(f"/report/{VOICE.id}")
    expect(page.locator("[data-text]")).to_contain_text('<script>document.title="taken"</script>')


def test_two_at_once_and_the_second_sees_what_the_first_changed(browser: Browser, site: tuple[str, Desk]) -> None:
    base, desk = site
    with desk.write() as db:
        for name in ("ann", "bob"):
            add_user(db, name, PASSWORD, Role.ANALYST)
    page_of: dict[str, Page] = {}
    address = f"/happening/{of(desk, 'nine').id}"
    for name in ("ann", "bob"):
        page_of[name] = Watched(browser, base).page
        page_of[name].goto(address)
        page_of[name].get_by_label("Name").fill(name)
        page_of[name].get_by_label("Password").fill(PASSWORD)
        page_of[name].get_by_role("button", name="Sign in").click()
        page_of[name].wait_for_url(f"**{address}")
    for name, number in (("ann", "11"), ("bob", "20")):
        page = page_of[name]
        page.locator("summary", has_text="Settle it by hand").click()
        form = page.get_by_role("form", name="Settle killed")
        form.get_by_label("Best").fill(number)
        form.get_by_label("Why, in a line").fill(f"{name} saw the list")
        form.get_by_role("button", name="Settle").click()
    expect(page_of["ann"].locator("#figure-killed")).to_contain_text("11")
    told = page_of["bob"].locator("main")
    expect(told).to_contain_text("This changed while you looked at it")
    expect(told).to_contain_text("ann saw the list")
    with desk.read() as db:
        assert [j.author for j in all_judgements(db)] == ["ann"]
    page_of["bob"].get_by_role("button", name="Judge all the same").click()
    expect(page_of["bob"].locator("#figure-killed")).to_contain_text("20")
    with desk.read() as db:
        assert [j.author for j in all_judgements(db)] == ["ann", "bob"]
    for page in page_of.values():
        page.context.close()


PLACES: dict[str, Callable[[Desk], str]] = {
    "day": lambda desk: "/day",
    "happening": lambda desk: f"/happening/{of(desk, 'nine').id}",
    "report": lambda desk: f"/report/{VOICE.id}",
    "add": lambda desk: f"/add?report={VOICE.id}&words=wounded three people",
    "queue": lambda desk: "/queue",
    "queue of places": lambda desk: "/queue?kind=place",
    "control": lambda desk: "/control",
    "sources": lambda desk: "/sources",
    "source": lambda desk: "/source?name=medics",
    "changes": lambda desk: "/changes",
    "search": lambda desk: "/search?q=killed&in=claims",
    "judgements": lambda desk: "/judgements",
    "method": lambda desk: "/method",
    "sign in": lambda desk: "/signin",
}


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not there: make setup")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, site: tuple[str, Desk], scheme: Any) -> None:
    # The checker itself is put into the page by the test, which the page's own policy would forbid.
    page = browser.new_context(base_url=site[0], color_scheme=scheme, bypass_csp=True).new_page()
    serious = []
    for name, address in PLACES.items():
        page.goto(address(site[1]))
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        serious += [
            f"{name}: {v['id']}: {v['nodes'][0]['html'][:150]}"
            for v in found["violations"]
            if v["impact"] in ("serious", "critical")
        ]
    page.context.close()
    assert serious == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, site: tuple[str, Desk], width: int) -> None:
    page = browser.new_context(base_url=site[0], viewport={"width": width, "height": 800}).new_page()
    wide = {}
    for name, address in PLACES.items():
        page.goto(address(site[1]))
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[name] = found
    page.context.close()
    assert wide == {}


def test_the_slider_shows_the_day_it_is_at(watched: Watched) -> None:
    page = watched.page
    page.goto("/control?on=2016-12-11")
    slider = page.get_by_role("slider")
    expect(slider).to_be_visible()
    expect(page.locator("[data-of-day]")).to_contain_text("rebels")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-of-day] h1")).to_contain_text("2016-12-10")
    assert "on=2016-12-10" in page.url


def test_the_map_comes_nearer_and_keeps_its_marks(watched: Watched) -> None:
    page = watched.page
    page.goto("/day")
    svg = page.locator("svg.map").first
    before = svg.get_attribute("viewBox")
    mark = page.locator("svg.map a.mark").first.bounding_box()
    page.keyboard.press("+")
    assert svg.get_attribute("viewBox") != before
    after = page.locator("svg.map a.mark").first.bounding_box()
    assert mark is not None
    assert after is not None
    assert abs(after["width"] - mark["width"]) < 1.5
    page.keyboard.press("0")
    assert svg.get_attribute("viewBox") == before
