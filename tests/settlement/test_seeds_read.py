"""The traps between the two first reports, from their files to the record, settled as the design says."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from vedette.intake.files import TableOptions, read_paths
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.disputes import list_contradictions
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Contradiction, Happening

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared/seeds is not here")
WATCH = "Syrian Observatory for Human Rights"


class Record:
    """What the ledger holds of the two reports."""

    def __init__(self, nlp: Language, knowledge: Knowledge) -> None:
        engine = open_ledger("sqlite://")
        list(ingest(engine, read_paths([str(SEEDS)], TableOptions()), nlp, knowledge))
        finish(engine)
        with engine.begin() as db:
            self.claims = {c.id: c for c in records.list_claims(db)}
            self.happenings = records.list_happenings(db)
            self.contradictions: list[Contradiction] = [
                x for _, x in list_contradictions(db, Filter()) if x.effect is not None
            ]

    def tolls(self, effect: str, low: int) -> list[Toll]:
        return [c for c in self.claims.values() if isinstance(c, Toll) and (c.effect, c.low) == (effect, low)]

    def toll(self, effect: str, low: int, part_of: str) -> Toll:
        (found,) = [t for t in self.tolls(effect, low) if part_of in t.report]
        return found

    def home(self, claim: Claim) -> Happening:
        return next(h for h in self.happenings if claim.id in h.claims)


@pytest.fixture(scope="module")
def record(nlp: Language, knowledge: Knowledge) -> Record:
    return Record(nlp, knowledge)


def test_one_origin_behind_two_outlets_is_one_voice(record: Record) -> None:
    shared = [
        h
        for h in record.happenings
        if len({record.claims[c].report for c in h.claims}) == 2
        and {WATCH} <= {record.claims[c].source for c in h.claims} <= {WATCH, None}
    ]
    assert shared
    for happening in shared:
        assert happening.origins == (WATCH,)
        assert happening.grade
        assert happening.grade.name == "weak"


def test_two_thousand_against_three_thousand_is_the_one_contradiction_of_figures(record: Record) -> None:
    fewer, more = record.toll("displaced", 2000, "000"), record.toll("displaced", 3000, "000")
    (only,) = record.contradictions
    assert set(only.claims) == {fewer.id, more.id}
    assert (only.effect, only.settled) == ("displaced", None)
    assert any(check.startswith("same days: 2016-12-10") for check in only.checks)
    settled = record.home(fewer).figures["displaced"]
    assert (settled.low, settled.high) == (2000, 3000)


def test_nine_on_saturday_and_at_least_nine_since_friday_can_both_hold(record: Record) -> None:
    saturday, since = record.toll("killed", 9, "000"), record.toll("killed", 9, "003")
    assert (saturday.high, since.high) == (9, None)
    assert all({saturday.id, since.id}.isdisjoint(x.claims) for x in record.contradictions)


def test_running_totals_count_different_dead_and_are_added_to_nothing(record: Record) -> None:
    ours, theirs = record.home(record.toll("killed", 129, "000")), record.home(record.toll("killed", 413, "000"))
    assert ours != theirs
    for total, number in ((ours, 129), (theirs, 413)):
        assert total.running
        assert total.killed
        assert (total.killed.low, total.killed.high) == (number, number)


def test_another_two_hundred_is_not_the_three_hundred_already_there(record: Record) -> None:
    already = record.toll("deployed", 300, "003")
    assert all(record.home(more) != record.home(already) for more in record.tolls("deployed", 200))


def test_the_children_are_part_of_their_whole(record: Record) -> None:
    for children, whole in ((39, 129), (45, 413)):
        subset = record.toll("killed", children, "000")
        assert subset.subset
        settled = record.home(subset).killed
        assert settled
        assert settled.low == whole
