"""Whatever the order and the batches, the same happenings with the same ids."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import DAY, event, provenance, toll
from vedette.linking import empty_linker, link
from vedette.model.claim import EVENT_TYPES, Claim
from vedette.model.judgement import Judgement, Verdict

REPORTS = [f"r{n}" for n in range(6)]
PROVENANCE = provenance(*REPORTS)
PLACES = st.sampled_from(["Tarsus", "Adana", "east Tarsus", "Tarsus and Adana", None])
DAYS = st.sampled_from([None, DAY, DAY - timedelta(days=1), date(2016, 11, 2)])
SLOTS = {
    "report": st.sampled_from(REPORTS),
    "place": PLACES,
    "on": DAYS,
    "start": st.integers(0, 900),
    "quote": st.sampled_from(["a strike hit the market", "shells fell on a bakery", "Tarsus was hit"]),
}
TOLLS = st.builds(
    toll,
    low=st.sampled_from([3, 9, 40]),
    span=st.sampled_from(["incident", "period"]),
    subset=st.booleans(),
    source=st.sampled_from([None, "the Watch", "the army"]),
    **SLOTS,
)
EVENTS = st.builds(
    event, type=st.sampled_from(EVENT_TYPES[7:12]), actor=st.sampled_from([None, "rebels", "army"]), **SLOTS
)
CLAIMS = st.lists(st.one_of(TOLLS, EVENTS), max_size=14)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(CLAIMS, st.randoms(use_true_random=False))
def test_order_plays_no_part(claims: list[Claim], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled, PROVENANCE) == link(claims, PROVENANCE)


@quick
@given(CLAIMS, st.lists(st.integers(0, 14), max_size=4))
def test_batches_play_no_part(claims: list[Claim], cuts: list[int]) -> None:
    grown = empty_linker()
    ends = sorted({0, len(claims), *(c for c in cuts if c < len(claims))})
    for start, end in pairwise(ends):
        grown.add(claims[start:end], PROVENANCE)
    assert grown.happenings() == link(claims, PROVENANCE)


@quick
@given(CLAIMS)
def test_each_claim_is_in_one_happening(claims: list[Claim]) -> None:
    happenings = link(claims, PROVENANCE)
    assert sorted(c for h in happenings for c in h.claims) == sorted({c.id for c in claims})
    assert len({h.id for h in happenings}) == len(happenings)


JUDGED = st.lists(
    st.tuples(
        st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.WRONG]),
        st.integers(0, 13),
        st.integers(0, 13),
    ),
    max_size=8,
)


def judgements_of(claims: list[Claim], decisions: list[tuple[Verdict, int, int]]) -> list[Judgement]:
    """What an analyst decided of pairs of claims, an hour apart."""
    return [
        Judgement(
            id=f"j{n}",
            verdict=verdict,
            subjects=(claims[a % len(claims)].id, claims[b % len(claims)].id),
            author="analyst",
            when=datetime(2017, 1, 1) + timedelta(hours=n),
            reason="test",
        )
        for n, (verdict, a, b) in enumerate(decisions)
        if claims
    ]


@quick
@given(CLAIMS, JUDGED)
def test_random_judgements_break_nothing(claims: list[Claim], decisions: list[tuple[Verdict, int, int]]) -> None:
    judgements = judgements_of(claims, decisions)
    happenings = link(claims, PROVENANCE, judgements)
    assert happenings == link(claims[::-1], PROVENANCE, judgements)
    wrong = {s for j in judgements if j.verdict is Verdict.WRONG for s in j.subjects}
    assert sorted(c for h in happenings for c in h.claims) == sorted({c.id for c in claims} - wrong)
    undone = [Judgement(**{**vars(j), "undone_by": "j99"}) for j in judgements]
    assert link(claims, PROVENANCE, undone) == link(claims, PROVENANCE)
