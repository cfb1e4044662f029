"""Claims and judgements drawn by chance, for the invariants of linking."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from makers import DAY, event, provenance, toll
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
