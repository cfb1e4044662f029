"""Judgements in the ledger: decided, taken back, found again, carried elsewhere."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete

from ledger.made import empty, of_reports, put, record_of, report
from makers import control, event, toll
from vedette.errors import JudgementError, NotFoundError
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.judgements import all_judgements, decide, standing, states, undo
from vedette.ledger.judgements.files import export_row, import_lines
from vedette.ledger.judgements.standing import GONE, IN_FORCE, OVERRULED
from vedette.ledger.judgements.values import figure_value, place_value, rule_value, slot_values
from vedette.ledger.schema import state
from vedette.ledger.sync import sync
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement, Verdict, with_undone

pytestmark = pytest.mark.usefixtures("made_ledgers")

TARSUS = event("r1", quote="jets struck a depot")
AGAIN = event("r2", quote="jets struck a fuel depot")
ADANA = event("r2", quote="a bus was hit", place="Adana", start=200)
DEAD = toll("r1", 9, quote="nine died when jets struck a depot", source="medics")
HELD = control("r1", "rebels", start=500)
CLAIMS = (TARSUS, AGAIN, ADANA, DEAD, HELD)


@pytest.fixture
def engine() -> Engine:
    engine = empty()
    put(engine, CLAIMS)
    return engine


def judge(engine: Engine, verdict: Verdict, *subjects: str, author: str = "ann", **value: Any) -> Judgement:
    with engine.begin() as db:
        sync(db)
        one = decide(db, verdict, subjects, author=author, reason="a test", value=value)
        sync(db)
    return one


def take_back(engine: Engine, *ids: str) -> list[Judgement]:
    with engine.begin() as db:
        return undo(db, ids, author="bob", reason="a mistake")


def home(engine: Engine, claim: Claim) -> Happening | None:
    happenings, _ = record_of(engine)
    return next((h for h in happenings if claim.id in h.claims), None)


def ids(*claims: Claim) -> list[str]:
    return [c.id for c in of_reports(claims)]


def test_same_and_different_are_held(engine: Engine) -> None:
    tarsus, again, adana = of_reports((TARSUS, AGAIN, ADANA))
    assert home(engine, tarsus) == home(engine, again) != home(engine, adana)
    judge(engine, Verdict.SAME, tarsus.id, adana.id)
    judge(engine, Verdict.DIFFERENT, tarsus.id, again.id)
    assert home(engine, tarsus) == home(engine, adana) != home(engine, again)


def test_an_event_stands_for_its_first_claim(engine: Engine) -> None:
    tarsus, adana = of_reports((TARSUS, ADANA))
    one, two = home(engine, tarsus), home(engine, adana)
    assert one and two
    made = judge(engine, Verdict.SAME, one.id, two.id)
    assert [a.event for a in made.anchors] == [one.id, two.id]
    assert home(engine, tarsus) == home(engine, adana)


def test_a_wrong_claim_is_withdrawn_but_shown(engine: Engine) -> None:
    (dead,) = of_reports([DEAD])
    made = judge(engine, Verdict.WRONG, dead.id)
    assert home(engine, dead) is None
    with engine.begin() as db:
        assert dead.id not in {c.id for c in records.list_claims(db)}
        (shown,) = [c for c in records.list_claims(db, Filter(kind="toll"), withdrawn=True) if c.id == dead.id]
    assert made.id in shown.reasons["withdrawn"]


def test_a_corrected_slot_is_listed_and_settled(engine: Engine) -> None:
    (dead,) = of_reports([DEAD])
    judge(engine, Verdict.SLOT, dead.id, slots={"low": 12, "high": 12, "source": "the Watch"})
    found = home(engine, dead)
    assert found and found.killed
    assert (found.killed.low, found.origins) == (12, ("the Watch",))
    with engine.begin() as db:
        (listed,) = records.list_claims(db, Filter(source="the watch"))
        assert (listed.id, listed.to_json()["low"]) == (dead.id, 12)
        assert records.list_claims(db, Filter(source="medics")) == []
        assert [h.id for h in records.list_happenings(db, Filter(source="The Watch"))] == [found.id]


def test_undo_restores_exactly_and_an_undo_of_it_too(engine: Engine) -> None:
    before = record_of(engine)
    made = judge(engine, Verdict.DIFFERENT, *ids(TARSUS, AGAIN))
    judged = record_of(engine)
    assert judged != before
    (back,) = take_back(engine, made.id)
    assert record_of(engine) == before
    take_back(engine, back.id)
    assert record_of(engine) == judged
    with pytest.raises(JudgementError, match="undone already"):
        take_back(engine, back.id)


def test_an_undo_counts_whatever_day_it_bears(engine: Engine) -> None:
    made = judge(engine, Verdict.WRONG, *ids(DEAD))
    with engine.begin() as db:
        (back,) = undo(db, [made.id], author="bob", reason="", when=datetime(1999, 1, 1))
        assert states(db, [made]) == {made.id: IN_FORCE}
        assert {j.id: j.undone_by for j in all_judgements(db)} == {made.id: back.id, back.id: None}


@pytest.mark.parametrize(
    ("verdict", "subjects", "error"),
    [
        (Verdict.SAME, ids(TARSUS), "two claims"),
        (Verdict.SAME, ids(TARSUS, HELD), "is a control"),
        (Verdict.WRONG, ["c-0000000000000000"], "no claim and no event"),
        (Verdict.SETTLE, ["x-0000000000000000"], "no contradiction"),
    ],
)
def test_what_makes_no_sense_is_refused(engine: Engine, verdict: Verdict, subjects: list[str], error: str) -> None:
    with pytest.raises((JudgementError, NotFoundError), match=error):
        judge(engine, verdict, *subjects)
    with engine.begin() as db:
        assert all_judgements(db) == []


def test_an_event_is_not_wrong_its_claims_are(engine: Engine) -> None:
    found = home(engine, of_reports([TARSUS])[0])
    assert found
    with pytest.raises(JudgementError, match="vedette show e-"):
        judge(engine, Verdict.WRONG, found.id)
    judge(engine, Verdict.PLACE, found.id, place="Mersin", location=None)
    with engine.begin() as db:
        assert {c.place for c in records.list_claims(db) if c.id in found.claims} == {"Mersin"}


def test_a_judgement_outlives_a_new_reading(engine: Engine) -> None:
    made = judge(engine, Verdict.DIFFERENT, *ids(TARSUS, AGAIN))
    better = of_reports([event("r1", quote="jets struck a depot", actor="the air force"), DEAD, HELD])
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), better, "version 2")
    assert ids(TARSUS)[0] not in {c.id for c in record_of(engine)[1]}
    assert home(engine, better[0]) != home(engine, of_reports([AGAIN])[0])
    with engine.begin() as db:
        assert standing(db)[0].subjects == (better[0].id, *ids(AGAIN))
        records.replace_claims(db, report("r1"), of_reports([HELD]), "version 3")
        assert states(db, all_judgements(db)) == {made.id: GONE}


def test_of_two_claims_at_one_spot_the_one_of_the_same_effect_is_meant(engine: Engine) -> None:
    judge(engine, Verdict.WRONG, *ids(DEAD))
    quote = DEAD.quote
    new = of_reports([toll("r1", 9, quote=quote, effect="wounded"), toll("r1", 10, quote=quote[:20])])
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), new, "version 2")
    assert home(engine, new[0])
    assert home(engine, new[1]) is None


def test_later_judgements_overrule_what_cannot_stand_beside_them(engine: Engine) -> None:
    tarsus, again, adana = ids(TARSUS, AGAIN, ADANA)
    first = judge(engine, Verdict.SAME, tarsus, adana)
    judge(engine, Verdict.SAME, tarsus, again)
    judge(engine, Verdict.DIFFERENT, again, adana)
    with engine.begin() as db:
        assert [states(db, all_judgements(db))[j.id] for j in all_judgements(db)] == [OVERRULED, IN_FORCE, IN_FORCE]
        assert states(db, [first]) == {first.id: OVERRULED}


def test_judgements_travel_as_a_file(engine: Engine) -> None:
    wrong = judge(engine, Verdict.WRONG, *ids(DEAD))
    judge(engine, Verdict.DIFFERENT, *ids(TARSUS, AGAIN), author="bob")
    take_back(engine, wrong.id)
    with engine.begin() as db:
        lines = [json.dumps(export_row(j)) for j in all_judgements(db)]
    other = empty()
    with other.begin() as db:
        assert import_lines(db, reversed(lines)) == (3, 0)
        assert import_lines(db, lines) == (0, 3)
    put(other, CLAIMS)
    assert record_of(other) == record_of(engine)
    with other.begin() as db:
        assert {j.id: j.undone_by for j in all_judgements(db)}[wrong.id] is not None
        with pytest.raises(JudgementError, match="file:2: no judgement"):
            import_lines(db, [lines[0], "{}"], "file")


def test_slots_are_typed() -> None:
    assert slot_values("toll", ["low=12", "high=", "who=civilian", "approx=no", "by=rebels"]) == {
        "low": 12, "high": None, "who": "civilian", "approx": False, "by": "rebels",
    }  # fmt: skip
    assert slot_values("event", ["from=2016-12-09", "actor=null"]) == {"from": "2016-12-09", "actor": None}
    for wrong in ("low=few", "who=people", "kind=event", "place=Adana", "from=Friday", "effect=", "low"):
        with pytest.raises(JudgementError):
            slot_values("toll", [wrong])
    with pytest.raises(JudgementError, match="more than"):
        slot_values("toll", ["low=5", "high=4"])


def test_figures_and_rules_are_checked() -> None:
    assert figure_value("killed", None, None, 12) == {"effect": "killed", "low": 12, "high": 12, "best": 12}
    assert figure_value("killed", 9, None, None)["high"] is None
    for low, high, best in ((None, None, None), (9, 8, None), (9, 12, 13)):
        with pytest.raises(JudgementError):
            figure_value("killed", low, high, best)
    assert rule_value("killed", "source order", ["medics"])["order"] == ["medics"]
    for rule, order in (("source order", []), ("latest", ["medics"])):
        with pytest.raises(JudgementError):
            rule_value("killed", rule, order)


def test_a_place_is_looked_up_and_namesakes_are_told_apart(knowledge: Any) -> None:
    from vedette.gazetteer.gazetteer import gazetteer

    places = gazetteer(knowledge)
    palmyra = place_value(places, "Tadmur", None) if len(places.search("Tadmur")) == 1 else None
    several = places.search("Homs")
    chosen = place_value(places, "Homs", several[0].id)
    assert chosen["location"]["id"] == several[0].id
    assert palmyra is None or palmyra["location"]["country"] == "SY"
    with pytest.raises(JudgementError, match="no place called"):
        place_value(places, "Xyzzyx Qqqq")


TIMES = st.integers(0, 5)


@given(st.lists(st.tuples(st.integers(0, 11), TIMES), max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_undos_are_a_function_of_the_judgements(targets: list[tuple[int, int]], chance: Any) -> None:
    """Whatever the order of import: something is undone exactly where an undo in force names it."""
    made: list[Judgement] = []
    for n, (target, _) in enumerate(targets):
        is_undo = bool(made) and target < len(made)
        made.append(
            Judgement(
                id=f"j{n:02}", verdict=Verdict.UNDO if is_undo else Verdict.WRONG,
                subjects=(made[target].id,) if is_undo else ("c-1",), author="ann", when=datetime(2017, 1, 1 + n),
                reason="",
            )
        )  # fmt: skip
    shuffled = list(made)
    chance.shuffle(shuffled)
    found = with_undone(shuffled)
    assert found == with_undone(made)
    in_force = {j.id for j in found if j.undone_by is None}
    for one in found:
        against = {u.id for u in found if u.verdict is Verdict.UNDO and one.id in u.subjects and u.id in in_force}
        assert (one.undone_by is not None) == bool(against)


PLACES = st.sampled_from(["Tarsus", "Adana", None])
QUOTES = st.sampled_from(["a strike hit the market", "shells fell on a bakery", "Tarsus was hit"])
SLOTS = {"place": PLACES, "quote": QUOTES, "start": st.integers(0, 400)}
REFS = st.sampled_from(["r1", "r2", "r3"])
LEDGERS = st.lists(
    st.one_of(
        st.builds(toll, REFS, st.sampled_from([3, 9, 40]), source=st.sampled_from([None, "a", "b"]), **SLOTS),
        st.builds(event, REFS, **SLOTS),
    ),
    min_size=2,
    max_size=9,
    unique_by=lambda c: c.id,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["same", "different", "unsure", "wrong", "place", "slot", "settle", "undo"]),
        st.integers(0, 99),
        st.integers(0, 99),
        st.sampled_from(["ann", "bob"]),
    ),
    min_size=100,
    max_size=100,
)
VALUES: dict[str, dict[str, Any]] = {
    "place": {"place": "Mersin", "location": None},
    "slot": {"slots": {"source": "the Watch"}},
    "settle": {"effect": "killed", "low": 5, "high": 6, "best": 5},
}


@given(LEDGERS, STEPS)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_hundred_random_judgements_break_nothing(claims: list[Claim], steps: list[tuple[str, int, int, str]]) -> None:
    engine = empty()
    own = sorted(c.id for c in put(engine, claims))
    before = record_of(engine)
    with engine.begin() as db:
        for verb, a, b, author in steps:
            if verb == "undo":
                live = [j.id for j in all_judgements(db) if j.undone_by is None]
                if live:
                    undo(db, [live[a % len(live)]], author=author, reason="a test")
                continue
            subjects = [own[a % len(own)], own[b % len(own)]]
            if verb in ("same", "different", "unsure") and subjects[0] == subjects[1]:
                continue
            value = dict(VALUES.get(verb, {}))
            decide(db, Verdict(verb), subjects, author=author, reason="a test", value=value)
    happenings, _ = record_of(engine)
    _check(engine, own, happenings)
    with engine.begin() as db:
        records.replace_happenings(db, [])
        db.execute(delete(state).where(state.c.key.startswith("happenings_", autoescape=True)))
    assert record_of(engine)[0] == happenings, "a rebuild from nothing gives the same"
    with engine.begin() as db:
        for one in reversed(all_judgements(db)):
            if one.verdict is not Verdict.UNDO and one.undone_by is None:
                undo(db, [one.id], author="ann", reason="all back")
    assert record_of(engine) == before, "taking everything back restores the record exactly"


def _check(engine: Engine, own: list[str], happenings: list[Happening]) -> None:
    """Each claim that stands is in one happening; what is held of pairs holds; settled figures are as judged."""
    from vedette.linking.judged import judged
    from vedette.model.judgement import Opinion

    with engine.begin() as db:
        view = judged(standing(db))
    wrong = set(view.corrections.wrong)
    home = {c: h.id for h in happenings for c in h.claims}
    assert sorted(home) == sorted(set(own) - wrong)
    assert sum(len(h.claims) for h in happenings) == len(home)
    for a in home:
        for b in home:
            if a < b and view.opinion(a, b) in (Opinion.SAME, Opinion.DIFFERENT):
                assert (home[a] == home[b]) == (view.opinion(a, b) is Opinion.SAME)
    for h in happenings:
        k = h.killed
        assert k is None or k.low is None or k.high is None or k.low <= k.high


@given(LEDGERS, st.lists(STEPS.map(lambda steps: steps[0]), max_size=6), st.integers(1, 8), st.integers(0, 6))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_reports_and_judgements_may_come_in_any_order(
    claims: list[Claim], steps: list[tuple[str, int, int, str]], cut: int, early: int
) -> None:
    """The record of a ledger that grew, with judgements in between, is that of one that had all at once."""
    refs = sorted({c.report for c in claims})
    first = [c for c in claims if c.report in refs[: max(1, cut % (len(refs) + 1))]]
    rest = [c for c in claims if c not in first]
    grown, whole = empty(), empty()
    put(whole, claims)
    put(grown, first)
    made: list[Judgement] = []
    with whole.begin() as db:
        own = sorted(c.id for c in records.list_claims(db))
        for n, (verb, a, b, author) in enumerate(s for s in steps if s[0] != "undo"):
            subjects = [own[a % len(own)], own[b % len(own)]]
            if verb not in ("same", "different", "unsure") or subjects[0] != subjects[1]:
                when = datetime(2017, 1, 1, n)
                value = dict(VALUES.get(verb, {}))
                made.append(decide(db, Verdict(verb), subjects, author=author, reason="", when=when, value=value))
    for part, told in ((made[:early], rest), (made[early:], [])):
        with grown.begin() as db:
            import_lines(db, [json.dumps(export_row(j)) for j in part])
            sync(db)
        put(grown, told)
    assert record_of(grown) == record_of(whole)
