from __future__ import annotations

from datetime import datetime
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import event, provenance, toll
from vedette.linking import link
from vedette.linking.judged import judged
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement, Opinion, Verdict

TWO = provenance("r1", "r2")
TARSUS, ADANA = event("r1", quote="jets struck a depot"), event("r2", quote="a bus was hit", place="Adana")
AGAIN = event("r2", quote="jets struck a fuel depot")


def say(verdict: Verdict, *subjects: str, author: str = "ann", hour: int = 9, **value: Any) -> Judgement:
    when = datetime(2017, 1, 2, hour)
    return Judgement(
        id=f"j-{author}-{hour}", verdict=verdict, subjects=subjects, author=author, when=when, reason="", value=value
    )


def linked(a: Claim, b: Claim, *judgements: Judgement) -> bool:
    happenings = link([a, b], TWO, judgements)
    home = {c: h.id for h in happenings for c in h.claims}
    return home[a.id] == home[b.id]


def test_the_analyst_overrides_the_machine() -> None:
    assert not linked(TARSUS, ADANA)
    assert linked(TARSUS, ADANA, say(Verdict.SAME, TARSUS.id, ADANA.id))
    assert linked(TARSUS, AGAIN)
    assert not linked(TARSUS, AGAIN, say(Verdict.DIFFERENT, TARSUS.id, AGAIN.id))


def test_the_latest_word_of_one_analyst_counts() -> None:
    first = say(Verdict.SAME, TARSUS.id, ADANA.id, hour=9)
    assert not linked(TARSUS, ADANA, first, say(Verdict.DIFFERENT, TARSUS.id, ADANA.id, hour=10))


def test_two_analysts_in_dispute_leave_the_machine_s_view() -> None:
    same = say(Verdict.SAME, TARSUS.id, AGAIN.id)
    different = say(Verdict.DIFFERENT, TARSUS.id, AGAIN.id, author="bob")
    assert linked(TARSUS, AGAIN, same, different)
    assert not linked(
        TARSUS, ADANA, say(Verdict.SAME, TARSUS.id, ADANA.id), say(Verdict.UNSURE, TARSUS.id, ADANA.id, author="bob")
    )


def test_two_claims_of_one_report_can_be_parted() -> None:
    dead = toll("r1", 3, quote="jets struck a depot")
    assert linked(TARSUS, dead)
    assert not linked(TARSUS, dead, say(Verdict.DIFFERENT, TARSUS.id, dead.id))


def test_a_wrong_claim_is_left_out() -> None:
    happenings: list[Happening] = link([TARSUS, AGAIN], TWO, [say(Verdict.WRONG, AGAIN.id)])
    assert [h.claims for h in happenings] == [(TARSUS.id,)]


def test_a_place_is_corrected() -> None:
    moved = say(Verdict.PLACE, ADANA.id, place="Tarsus")
    (there,) = judged([moved]).correct(told([ADANA], TWO))
    assert (there.id, there.claim.id, there.claim.place) == (ADANA.id, ADANA.id, "Tarsus")
    assert "judged by ann, 2017-01-02" in there.claim.reasons["place"]
    assert linked(TARSUS, ADANA, moved)


N, S, D, U = Opinion.NONE, Opinion.SAME, Opinion.DIFFERENT, Opinion.UNSURE


@pytest.mark.parametrize(
    ("a", "b", "added", "chained"),
    [
        (N, N, N, N), (N, S, S, N), (N, D, D, N), (N, U, U, N),
        (S, S, S, S), (S, D, U, D), (S, U, U, U),
        (D, D, D, N), (D, U, U, N), (U, U, U, U),
    ],
)  # fmt: skip
def test_opinions_compose(a: Opinion, b: Opinion, added: Opinion, chained: Opinion) -> None:
    assert a + b == b + a == added
    assert a.then(b) == b.then(a) == chained


@pytest.mark.parametrize("a", Opinion)
@pytest.mark.parametrize("b", Opinion)
@pytest.mark.parametrize("c", Opinion)
def test_composition_is_associative_with_a_zero_and_a_one(a: Opinion, b: Opinion, c: Opinion) -> None:
    assert (a + b) + c == a + (b + c)
    assert a.then(b).then(c) == a.then(b.then(c))
    assert a + Opinion.NONE == a == a.then(Opinion.SAME)


SAYINGS = st.lists(
    st.tuples(
        st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
        st.sets(st.sampled_from("abcdef"), min_size=2, max_size=3),
        st.sampled_from(["ann", "bob"]),
    ),
    max_size=12,
)


@given(SAYINGS, st.randoms(use_true_random=False))
def test_what_is_held_is_consistent_and_no_order_plays_a_part(
    sayings: list[tuple[Verdict, set[str], str]], chance: Any
) -> None:
    made = [say(v, *sorted(who), author=author, hour=n) for n, (v, who, author) in enumerate(sayings)]
    shuffled = list(made)
    chance.shuffle(shuffled)
    view = judged(made)
    assert judged(shuffled) == view
    for a, b, c in permutations("abcdef", 3):
        chained = view.opinion(a, b).then(view.opinion(b, c))
        assert chained in (Opinion.NONE, view.opinion(a, c)), "what is held of two pairs is held of the third"
    if made and made[-1].verdict is not Verdict.UNSURE and {j.author for j in made} == {"ann"}:
        opinions = {view.opinion(a, b) for a, b in combinations(sorted(made[-1].subjects), 2)}
        assert opinions == {Opinion(made[-1].verdict.value)}, "the last word of a single analyst always holds"
