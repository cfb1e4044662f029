"""Full text: what is typed, what is found, and that the index follows the claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, text

from vedette.errors import VedetteError
from vedette.ledger import records, search
from vedette.ledger.filters import Filter
from vedette.ledger.search.terms import Query, Term, parse
from vedette.ledger.store import open_ledger
from vedette.model.claim import Event
from vedette.model.report import DateBasis, Report


def report(ref: str, body: str, day: int, outlet: str = "Made Wire") -> Report:
    return Report(
        title=f"The news of {ref}",
        text=body,
        ref=ref,
        outlet=outlet,
        published=date(2016, 12, day),
        published_basis=DateBasis.METADATA,
    )


def claim(of: Report, quote: str, **slots: object) -> Event:
    start = of.full.index(quote)
    made = Event(
        report=of.ref, report_id=of.id, quote=quote, start=start, end=start + len(quote), type="Attack",
        first=of.published, last=of.published,
    )  # fmt: skip
    return replace(made, **slots)  # type: ignore[arg-type]


ONE = report("one", "A shell hit the clinic in Darmira. The market stayed open.", 3)
TWO = report("two", "Two shells fell near the school of Al-Qāsr, and the clinic was shut.", 9, outlet="Made Daily")
HIT = claim(ONE, "A shell hit the clinic", source="medics")
FELL = claim(TWO, "Two shells fell near the school", source="rebels")


@pytest.fixture
def engine(new_ledger: Callable[[], str]) -> Engine:
    made = open_ledger(new_ledger())
    with made.begin() as db:
        records.add_reports(db, [(ONE, [HIT], "made"), (TWO, [FELL], "made")], "version 1")
    return made


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("clinic  market", Query((Term(("clinic",)), Term(("market",))))),
        ('"shell hit" -school', Query((Term(("shell", "hit")),), (Term(("school",)),))),
        ("shell*", Query((Term(("shell",), prefix=True),))),
        ("Al-Qasr", Query((Term(("Al", "Qasr")),))),
        ('"open quote', Query((Term(("open", "quote")),))),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, query: Query) -> None:
    assert parse(typed) == query


@pytest.mark.parametrize("typed", ["", "  ", "-clinic", '""', "* ( )"])
def test_nothing_to_look_for_is_told(typed: str) -> None:
    with pytest.raises(VedetteError, match="type a word"):
        parse(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("clinic", {ONE.id, TWO.id}),
        ("clinic market", {ONE.id}),
        ("shell", {ONE.id}),
        ("shell*", {ONE.id, TWO.id}),
        ("clinic -school", {ONE.id}),
        ('"hit the clinic"', {ONE.id}),
        ('"clinic hit"', set()),
        ("qasr", {TWO.id}),  # accents play no part
        ("news AND NEAR(", {TWO.id}),  # words of FTS5's own language are words like others
    ],
)
def test_reports_are_found_by_their_words(engine: Engine, typed: str, found: set[str]) -> None:
    with engine.connect() as db:
        assert set(search.find_reports(db, typed).ids) == found


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Filter(source="Medics"), {HIT.id}),
        (Filter(outlet="made daily"), {FELL.id}),
        (Filter(kind="toll"), set()),
        (Filter(first=date(2016, 12, 4), last=date(2016, 12, 31)), {FELL.id}),
        (Filter(last=date(2016, 12, 3)), {HIT.id}),
        (Filter(kind="event"), {HIT.id, FELL.id}),
    ],
)
def test_claims_are_found_within_filters(engine: Engine, where: Filter, found: set[str]) -> None:
    with engine.connect() as db:
        assert set(search.find_claims(db, "shell*", where).ids) == found


def test_the_index_follows_a_new_reading(engine: Engine) -> None:
    anew = claim(ONE, "hit the clinic in Darmira")
    with engine.begin() as db:
        records.replace_claims(db, ONE, [anew], "version 2")
        assert search.find_claims(db, "shell").ids == ()
        assert search.find_claims(db, "darmira").ids == (anew.id,)
        if db.dialect.name == "sqlite":
            db.execute(text("insert into claim_text (claim_text) values ('integrity-check')"))


def test_a_ledger_without_index_is_taken_in(engine: Engine) -> None:
    with engine.begin() as db:
        for kind in ("report", "claim"):
            sqlite = f"insert into {kind}_text ({kind}_text) values ('delete-all')"
            db.execute(text(sqlite if db.dialect.name == "sqlite" else f"delete from {kind}_text"))
            db.execute(text(f"delete from {kind}_docs"))
        assert search.find_reports(db, "clinic").ids == ()
        assert search.index_missing(db) == 4
        assert search.index_missing(db) == 0
        assert search.find_reports(db, "clinic").count == 2


def test_pages_of_hits_follow_each_other(engine: Engine) -> None:
    with engine.connect() as db:
        every = search.find_reports(db, "clinic")
        assert (every.count, every.more, every.ranked) == (2, False, True)
        parts = [search.find_reports(db, "clinic", most=1, skip=n).ids for n in range(3)]
    assert parts == [every.ids[:1], every.ids[1:], ()]


def test_odd_words_are_words(engine: Engine) -> None:
    odd = report("odd", "it's 'quoted' \\ back:slash *star* ' & | ! <-> İstanbul'da çığ " + "long" * 900, 5)
    with engine.begin() as db:
        records.add_reports(db, [(odd, [], "made")], "version 1")
        for typed in ("quoted", "slash", "star", "it's", "longlong*"):
            assert search.find_reports(db, typed).ids == (odd.id,), typed
        assert search.find_reports(db, "' & | <-> x").ids == ()
