from __future__ import annotations

from datetime import date

import pytest

from makers import provenance, toll
from vedette.linking.told import told
from vedette.model.claim import Toll
from vedette.model.happening import Settlement
from vedette.settlement.figures import figures
from vedette.settlement.rules import MEANINGS, RULES, Rule

DAYS = {f"r{n}": provenance(f"r{n}", published=date(2016, 12, n))[f"r{n}"] for n in range(10, 15)}


def settled(rule: str, *claims: Toll, order: tuple[str, ...] = ()) -> Settlement:
    return RULES[rule](figures(told(claims, DAYS), "killed", DAYS), Rule(rule, order))


GROWING = (
    toll("r10", 22, source="state media"),
    toll("r11", 31, source="state media"),
    toll("r12", 44, source="state media"),
    toll("r12", 48, source="the Watch"),
)


@pytest.mark.parametrize(
    ("rule", "low", "high", "best"),
    [("range", 22, 48, 48), ("standing", 44, 48, 48), ("latest", 48, 48, 48), ("majority", 44, 48, None)],
)
def test_one_toll_that_grew(rule: str, low: int, high: int, best: int | None) -> None:
    result = settled(rule, *GROWING)
    assert (result.low, result.high, result.best) == (low, high, best)
    assert not result.open


def test_words_without_a_number_are_the_least_only_where_no_number_is_told() -> None:
    dozens = toll("r10", 24, None, source="medics", words="dozens")
    treated = toll("r11", 3, source="a doctor", words="three", reasons={"partial": "in hospital"})
    counted = toll("r12", 58, None, source="the Watch", words="at least 58")
    assert (settled("range", dozens, treated, counted).low, settled("range", dozens).low) == (58, 24)
    assert settled("range", dozens, treated, counted).best == 58


def test_best_is_what_most_origins_leave_room_for() -> None:
    claims = [
        toll("r10", 15, source="the Watch"),
        toll("r10", 15, source="medics"),
        toll("r12", 9, source="the army"),
    ]
    result = settled("range", *claims)
    assert (result.low, result.high, result.best) == (9, 15, 15)
    assert result.dissent == (claims[2].id,)
    assert settled("majority", *claims).best == 15


def test_at_least_supports_the_higher_count_and_leaves_the_most_open() -> None:
    claims = [toll("r10", 100, None, source="rescuers"), toll("r10", 112, source="the Watch")]
    result = settled("range", *claims)
    assert (result.low, result.high, result.best, result.open) == (100, 112, 112, False)
    assert result.dissent == ()
    assert settled("range", claims[0]).open


def test_an_outlet_s_own_voice_corroborates_nothing() -> None:
    claims = [toll("r10", 20), toll("r11", 20), toll("r12", 12, source="the Watch")]
    assert settled("range", *claims).best == 12


def test_sources_in_order() -> None:
    claims = [toll("r10", 15, source="the Watch"), toll("r10", 9, None, source="medics")]
    first = settled("source order", *claims, order=("nobody", "medics", "the Watch"))
    assert (first.low, first.best, first.open, first.claims) == (9, 9, True, (claims[1].id,))
    assert settled("source order", *claims, order=("nobody",)).rule == "range"


def test_each_rule_says_what_it_does() -> None:
    assert tuple(MEANINGS) == tuple(RULES)
