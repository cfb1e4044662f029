from __future__ import annotations

from datetime import date, datetime
from typing import Any

from makers import event, provenance, toll
from vedette.model.claim import Claim
from vedette.model.happening import Happening, Settlement
from vedette.model.judgement import Judgement, Verdict
from vedette.settlement import build

TWO = provenance("r1", "r2")


def one(*claims: Claim, judgements: list[Judgement] | None = None) -> Happening:
    (happening,) = build(claims, TWO, judgements or [])
    return happening


def killed(*claims: Claim) -> Settlement:
    settled = one(*claims).killed
    assert settled
    return settled


def test_a_happening_without_dead_has_no_toll() -> None:
    assert one(event("r1")).killed is None


def test_dead_without_a_number_are_dead_all_the_same() -> None:
    settled = killed(toll("r1", None))
    assert (settled.low, settled.high, settled.best, settled.rule) == (None, None, None, "none")


def test_a_course_of_which_only_totals_are_told_is_a_running_one() -> None:
    """It has its figure, and is added to nothing; where one day's dead are told too, the total is no figure of that."""
    days: dict[str, Any] = {"first": date(2016, 12, 2), "last": date(2016, 12, 10)}
    course, cost = event("r1", **days), toll("r1", 80, span="period", start=10, **days)
    told = one(course, cost)
    assert told.running and told.killed and told.killed.low == 80
    told = one(course, cost, event("r2", **days), toll("r2", 9, start=10, **days))
    assert not told.running and told.killed and (told.killed.low, told.killed.high) == (9, 9)


def test_civilians_and_combatants_are_kept_apart() -> None:
    settled = killed(
        toll("r1", 12, start=0),
        toll("r1", 8, who="civilian", subset=True, start=30),
        toll("r1", 3, who="civilian", group="children", subset=True, start=60),
        toll("r1", 4, who="combatant", subset=True, start=90),
    )
    assert (settled.low, settled.high) == (12, 12)
    assert (settled.civilians_low, settled.civilians_high) == (8, 8)
    assert (settled.combatants_low, settled.combatants_high) == (4, 4)


def test_contested_status_makes_the_least_nought_in_both() -> None:
    settled = killed(
        toll("r1", 10, who="civilian", source="medics"), toll("r2", 10, who="combatant", source="the army")
    )
    assert (settled.civilians_low, settled.combatants_low) == (0, 0)
    assert "contested" in settled.reason


def settle(**value: Any) -> Judgement:
    return Judgement(
        id="j1",
        verdict=Verdict.SETTLE,
        subjects=(A.id,),
        author="ann",
        when=datetime(2017, 1, 1),
        reason="saw the lists",
        value=value,
    )


A, B = toll("r1", 10, source="medics"), toll("r2", 14, source="the army")


def test_the_analyst_s_figure_overrides_every_rule_and_settles_the_contradiction() -> None:
    happening = one(A, B, judgements=[settle(low=11, high=12, best=12)])
    assert happening.killed
    assert (happening.killed.low, happening.killed.high, happening.killed.best) == (11, 12, 12)
    assert happening.killed.rule == "analyst"
    assert [c.settled for c in happening.contradictions] == ["by ann: saw the lists"]


def test_the_analyst_may_name_a_rule() -> None:
    happening = one(A, B, judgements=[settle(rule="source order", order=["the army"])])
    assert happening.killed
    assert (happening.killed.best, happening.killed.rule) == (14, "source order")
    assert [c.settled for c in happening.contradictions] == ["by the rule source order, chosen by ann: saw the lists"]
