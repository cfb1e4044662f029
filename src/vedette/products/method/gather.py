"""From a ledger to its method page."""

from __future__ import annotations

from sqlalchemy import Connection

from vedette import EXTRACTION_VERSION, __version__
from vedette.ledger.filters import Filter
from vedette.products.method import facts
from vedette.products.method.accuracy import known_accuracy, scores
from vedette.products.method.definitions import DEFINITIONS, floor
from vedette.products.method.model import Method, Section
from vedette.products.situation.period import Period
from vedette.settlement.rules import Rule

HEADINGS = (
    "Types of sources used", "The collection process", "Evaluation of sources and information",
    "The corroboration process", "Quality control",
)  # fmt: skip
"""The five areas that a public methodology covers (Standards for Casualty Recording, Every Casualty 2016)."""

_WORDS = (
    (
        "News reports that were given to Vedette, or that it was told to fetch: it chooses none by itself. Behind the "
        "outlet stands the origin that its text credits (a ministry, a monitor, a hospital, another agency); claims "
        "are counted by origin.",
        "Who was never asked, and what was never written down, is not in the record.",
    ),
    (
        "A report is kept as it came and never changed; its id is made of its content, so that reading it twice adds "
        "nothing. Near copies are found by their text and tell nothing of their own.",
        "What a report claims is taken out sentence by sentence, by rules over the grammar of each sentence with the "
        "vocabulary in data files. Each claim keeps the stretch of text that it rests on. The same report and the same "
        "versions give the same claims.",
        "What the text does not tell (a day, a place, a source) stays empty, with its reason.",
    ),
    (
        "Words about a number keep their meaning: “at least nine” is open above, “up to 50” below. A part is never "
        "added to its whole, a running total never to a day's toll.",
        "No source counts as more truthful than another unless an analyst chose the rule “source order”. Claims that "
        "are told as alleged, denied or planned are marked so.",
        "Claims of one event are brought together by place, days and kind, with a score and its reasons, never by a "
        "number alone. The figures of an event are settled by a named rule that anyone can apply by hand.",
    ),
    (
        "Two outlets that credit one source are one voice, and so are two mouths of one party; an outlet's own voice "
        "corroborates nothing.",
        "Each event has a grade after Airwars: confirmed where a party tells it against itself, fair where two "
        "independent origins tell it, weak where one does, contested where doers, status or the event itself are "
        "disputed, discounted where it is told only to be denied or as a plan.",
        "Claims of independent origins that cannot both hold are kept side by side as a contradiction.",
    ),
    (
        "Machines misread. Every figure leads to its sentences, so that it can be checked before it is used; analysts "
        "correct claims, links, places and figures in signed judgements with a reason, which outlive every new reading "
        "and can be taken back. What differs since a day, and why, can be asked.",
    ),
)  # fmt: skip


def gather_method(db: Connection, where: Filter, rule: Rule | None = None) -> Method:
    """The method page of the filter's days and place; `rule` where figures are settled by another than the ledger's."""
    return method_of(db, Period(db, where, rule), rule)


def method_of(db: Connection, period: Period, rule: Rule | None = None) -> Method:
    """The method page of a period that has been read."""
    told = (
        facts.sources(period),
        facts.collection(db, period),
        facts.evaluation(db, period.claims, rule),
        facts.corroboration(period),
        facts.quality(db),
    )
    first, last = period.where.first, period.where.last
    return Method(
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        place=period.where.place,
        versions={"vedette": __version__, "extraction": EXTRACTION_VERSION},
        floor=floor(len(period.reports), period.where),
        sections=tuple(Section(heading=h, words=w, facts=f) for h, w, f in zip(HEADINGS, _WORDS, told, strict=True)),
        definitions=DEFINITIONS,
        accuracy=scores(),
        people=known_accuracy().people,
    )
