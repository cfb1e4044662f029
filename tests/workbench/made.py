"""A small ledger of our own writing for the workbench: two reports that differ over one strike, and a hostile one."""

from __future__ import annotations

from datetime import date, timedelta

from vedette.ledger import records
from vedette.ledger.store import open_ledger
from vedette.ledger.sync import sync
from vedette.model.claim import Claim, Control, Event, Toll
from vedette.model.place import Place, PlaceKind
from vedette.model.report import DateBasis, Furniture, FurnitureSpan, Report

DAY = date(2016, 12, 10)
TARSUS = Place(id="made:tarsus", name="Tarsus", kind=PlaceKind.TOWN, country="TR", lat=36.92, lon=34.89, adm1="Mersin")
HOSTILE = '<script>document.title="taken"</script><img src="http://evil.example/x.png" onerror="alert(1)">'


def _report(ref: str, outlet: str, text: str, day: int, title: str = "") -> Report:
    cut = text.find("Copyright")
    full = len(f"{title}\n")
    furniture = (FurnitureSpan(full + cut, full + len(text), Furniture.COPYRIGHT),) if cut >= 0 else ()
    return Report(
        title=title or f"News of {ref}", text=text, ref=ref, outlet=outlet, published=DAY + timedelta(days=day),
        published_basis=DateBasis.METADATA, furniture=furniture if title else (),
    )  # fmt: skip


WIRE = _report(
    "wire", "Made Wire", "Air strikes killed nine people in Tarsus on Saturday, medics said. Rebels hold the town.", 0
)
DAILY = _report(
    "daily", "Made Daily", "Strikes on Tarsus left 24 dead, the Observatory said. A bus burned in Adana.", 0
)
VOICE = _report(
    "voice",
    "Made Voice",
    f"A shell wounded three people near Nowhere. {HOSTILE} Copyright Made Voice.",
    2,
    title="Shells",
)


def _claim(kind: type[Claim], of: Report, quote: str, **slots: object) -> Claim:
    start = of.full.index(quote)
    base = {
        "report": of.ref, "report_id": of.id, "quote": quote, "start": start, "end": start + len(quote),
        "first": DAY, "last": DAY, "place": "Tarsus", "location": TARSUS, "confidence": 0.8,
    }  # fmt: skip
    return kind(**{**base, **slots})


CLAIMS = {
    "nine": _claim(
        Toll, WIRE, "killed nine people", effect="killed", low=9, high=9, words="nine", source="medics",
        means="air strike",
    ),
    "strike": _claim(Event, WIRE, "Air strikes", type="Air/drone strike", source="medics"),
    "held": _claim(Control, WIRE, "Rebels hold the town", holder="rebels", change="holds"),
    "dead": _claim(
        Toll, DAILY, "left 24 dead", effect="killed", low=24, high=24, words="24", source="the Made Watch",
        means="air strike",
    ),
    "strikes": _claim(Event, DAILY, "Strikes on Tarsus", type="Air/drone strike", source="the Made Watch"),
    "bus": _claim(
        Event, DAILY, "A bus burned in Adana", type="Attack", place="Adana", location=None, confidence=0.2,
        first=DAY + timedelta(days=1), last=DAY + timedelta(days=1),
    ),
    "shell": _claim(
        Toll, VOICE, "wounded three people", effect="wounded", low=3, high=3, words="three", place="Nowhere",
        location=None, means="shelling", first=DAY + timedelta(days=2), last=DAY + timedelta(days=2),
    ),
}  # fmt: skip


def fill(url: str) -> None:
    """Put the reports with their claims into the ledger at `url`."""
    engine = open_ledger(url)
    with engine.begin() as db:
        for report in (WIRE, DAILY, VOICE):
            own = [c for c in CLAIMS.values() if c.report_id == report.id]
            records.add_reports(db, [(report, own, "made")], "version 1")
        sync(db)
    engine.dispose()


def many_unplaced(url: str, count: int) -> None:
    """Add a report with `count` attacks at places that no gazetteer has."""
    text = " ".join(f"An attack hit Nowhere{n}." for n in range(count))
    report = _report("many", "Made Herald", text, 1)
    own = [
        _claim(Event, report, f"An attack hit Nowhere{n}.", type="Attack", place=f"Nowhere{n}", location=None)
        for n in range(count)
    ]
    with open_ledger(url).begin() as db:
        records.add_reports(db, [(report, own, "made")], "version 1")
        sync(db)
