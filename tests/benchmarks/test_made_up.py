"""The made-up war: the same for a seed, its quotes verbatim, and all that a real one's news have."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))  # last: some scripts there are called as tests are

from made_up import fill, news
from vedette.ledger import records
from vedette.ledger.store import open_ledger
from vedette.model.claim import Event, Toll

NEWS = list(news(3000))
CLAIMS = [(claim, number, told) for told in NEWS for claim, number in zip(told.claims, told.truth, strict=True)]


def test_a_seed_gives_the_same_news_and_a_longer_war_begins_as_a_shorter_one() -> None:
    assert list(news(500)) == NEWS[: len(list(news(500)))]
    assert [t.report.id for t in news(500, seed=2)] != [t.report.id for t in news(500)]


def test_ids_are_unique_and_quotes_verbatim() -> None:
    assert len({t.report.id for t in NEWS}) == len(NEWS)
    for claim, _, told in CLAIMS:
        assert told.report.full[claim.start : claim.end] == claim.quote
        assert claim.report_id == told.report.id


def test_tolls_grow_copies_credit_their_first_print_and_sources_disagree() -> None:
    dead: dict[int | None, set[int]] = defaultdict(set)
    for claim, number, _ in CLAIMS:
        if isinstance(claim, Toll) and claim.effect == "killed" and claim.span == "incident" and claim.low:
            dead[number].add(claim.low)
    assert any(max(found) > min(found) for found in dead.values())
    first = {t.report.id for t in NEWS}
    copies = [t for t in NEWS if t.copy_of]
    assert copies
    assert all(t.copy_of in first for t in copies)
    assert {c.status for c, _, _ in CLAIMS if isinstance(c, Event)} == {"happened", "denied"}
    assert {c.kind for c, _, _ in CLAIMS} == {"toll", "event", "control", "statement"}
    assert any(isinstance(c, Toll) and c.span == "period" for c, _, _ in CLAIMS)


def test_it_fills_a_ledger() -> None:
    engine = open_ledger("sqlite://")
    filled = fill(engine, 400)
    assert filled.claims >= 400
    with engine.connect() as db:
        happenings = records.list_happenings(db)
        assert len(records.list_reports(db)) == filled.reports
    assert any(len(h.origins) > 2 for h in happenings)
