"""Whatever the order and the batches, the same happenings with the same ids."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from by_chance import CLAIMS, JUDGED, PROVENANCE, judgements_of
from vedette.linking import empty_linker, link
from vedette.model.claim import Claim
from vedette.model.judgement import Judgement, Verdict

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
