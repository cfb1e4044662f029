from __future__ import annotations

from dataclasses import replace
from datetime import date

from makers import DAY, control, event, provenance, toll, town
from vedette.linking.told import Told
from vedette.linking.told import told as to_told
from vedette.model.claim import Claim
from vedette.model.happening import Contradiction
from vedette.settlement.contradict import contradictions_in, control_contradictions

TWO = provenance("r1", "r2")


def found(*claims: Claim, **copies: str) -> tuple[Contradiction, ...]:
    where = provenance("r1", "r2", copies=copies)
    return contradictions_in(to_told(claims, where), where)


def fled(report: str, number: int, source: str | None) -> Claim:
    return toll(report, number, effect="displaced", source=source, span="day", means=None)


def test_two_counts_of_one_exodus_contradict_each_other() -> None:
    (one,) = found(fled("r1", 2000, "the Watch"), fled("r1", 3000, "state agency"))
    assert one.about == "how many were displaced"
    assert "the Watch says 2,000 displaced, state agency says 3,000" in one.why
    assert len(one.claims) == 2


def test_one_origin_does_not_contradict_itself_and_nobody_s_word_no_one() -> None:
    assert found(fled("r1", 2000, "the Watch"), fled("r2", 3000, "the Watch")) == ()
    assert found(fled("r1", 2000, None), fled("r2", 3000, "the Watch")) == ()


def test_a_copy_is_not_independent() -> None:
    claims = (fled("r1", 2000, "the Watch"), fled("r2", 3000, "state agency"))
    assert found(*claims)
    assert not found(*claims, r2="r1")


def test_nine_on_a_day_and_at_least_nine_since_friday_can_both_hold() -> None:
    day = toll("r1", 9, source="the Watch", span="day")
    since = toll("r2", 9, None, source="medics", span="period", first=date(2016, 12, 9), last=DAY, on=None)
    assert found(day, since) == ()
    since_higher = toll("r2", 20, source="medics", span="period", first=date(2016, 12, 9), last=DAY, on=None)
    assert found(day, since_higher) == ()


def test_at_least_leaves_room_above_and_none_below() -> None:
    assert found(toll("r1", 9, None, source="a"), toll("r2", 12, source="b")) == ()
    assert found(toll("r1", 12, None, source="a"), toll("r2", 9, source="b"))


def test_eight_civilians_may_be_among_ten_people() -> None:
    assert found(toll("r1", 8, who="civilian", source="a"), toll("r2", 10, source="b")) == ()
    assert found(toll("r1", 8, source="a"), toll("r2", 10, who="civilian", source="b"))


def test_a_quarter_s_dead_are_part_of_a_city_s() -> None:
    market = toll("r1", 15, source="medics", place="Kalabah", quote="15 died in Kalabah")
    city = toll("r2", 45, None, source="the Watch", place="Adana", quote="at least 45 were killed in Adana")
    assert found(market, city) == ()


def test_one_strike_s_dead_are_part_of_a_day_s() -> None:
    assert found(toll("r1", 15, source="medics", span="incident"), toll("r2", 45, source="b", span="day")) == ()


def test_four_children_and_one_man_leave_room_for_others() -> None:
    children = toll("r1", 4, who="civilian", group="children", source="a")
    assert found(children, toll("r2", 21, who="civilian", source="b")) == ()
    assert found(toll("r1", 1, source="a relative"), toll("r2", 31, source="b")) == ()


def test_tolls_of_days_apart_do_not_contradict() -> None:
    assert found(toll("r1", 5, source="a", on=date(2016, 12, 7)), toll("r2", 70, source="b")) == ()


def test_an_older_lower_count_has_grown_and_is_not_contradicted() -> None:
    claims = to_told([toll("r1", 22, source="a"), toll("r2", 44, source="b")], {})
    times = {**provenance("r1"), **provenance("r2", published=date(2016, 12, 12))}
    later = [Told(t.id, t.claim, times[t.report]) for t in claims]
    assert contradictions_in(later, times) == ()


def test_the_dead_of_two_sides_of_a_battle_do_not_contradict() -> None:
    theirs = toll("r1", 100, source="the Watch", who="combatant", group="rebels", by="army", means="ground fire")
    ours = toll("r2", 300, source="state agency", who="combatant", group="army", means="ground fire")
    assert found(theirs, ours) == ()
    assert found(theirs, toll("r2", 300, source="state agency", who="combatant", group="rebels", by="army")) != ()


def test_a_denial_contradicts_who_says_that_it_happened() -> None:
    (one,) = found(event("r1", source="the army", status="denied"), event("r2", source="the Watch"))
    assert one.why == "the army denies what the Watch says happened"


def holders(*claims: Claim) -> list[Contradiction]:
    return control_contradictions([Told(c.id, c, TWO[c.report_id]) for c in claims], TWO)


def test_two_holders_of_one_place_on_one_day() -> None:
    rebels, army = control("r1", "rebels", source="the Watch"), control("r2", "army", "gained", source="state agency")
    (one,) = holders(rebels, army)
    assert one.about == "who holds Tarsus"
    assert "in the hands of" in one.why


def test_holders_of_parts_or_of_other_days_do_not_contradict() -> None:
    rebels = control("r1", "rebels", source="the Watch")
    assert holders(rebels, control("r2", "army", source="state agency", part="north")) == []
    assert holders(rebels, control("r2", "army", source="state agency", on=date(2016, 12, 9))) == []
    assert holders(rebels, control("r2", "army", source="state agency", place="east Tarsus")) == []


IHSIM = town("Ihsim", 35.73, 36.55)
HOMS = town("Homs", 34.73, 36.72)


def test_places_far_apart_are_two_incidents_though_neither_s_words_name_them() -> None:
    here = toll("r1", 7, source="a", place="Ihsim", location=IHSIM)
    assert found(here, toll("r2", 9, source="b", place="Homs", location=HOMS)) == ()
    assert found(here, toll("r2", 9, source="b", place="Ihsim", location=IHSIM))


def test_one_half_of_a_place_is_not_the_whole() -> None:
    here = toll("r1", 40, source="a", place="eastern Homs", location=HOMS)
    assert found(here, toll("r2", 60, source="b", place="Homs", location=HOMS)) == ()


def test_across_reports_a_figure_without_a_day_contradicts_none() -> None:
    undated = toll("r2", 60, source="b", on=None)
    assert found(toll("r1", 40, source="a"), undated) == ()
    assert found(toll("r1", 40, source="a"), toll("r1", 60, source="b", on=None))


def test_a_tenth_needs_the_same_means_and_the_same_entry() -> None:
    many = toll("r1", 60, source="a", location=HOMS)
    assert found(many, toll("r2", 5, source="b", means=None, location=HOMS)) == ()
    assert found(many, toll("r2", 5, source="b")) == ()
    assert found(many, toll("r2", 5, source="b", location=HOMS))


def test_a_report_that_goes_on_to_another_strike_tells_of_two() -> None:
    market, clinic = toll("r1", 18, source="a", start=100), toll("r1", 3, source="b", start=400)
    assert found(market, clinic)
    assert found(market, event("r1", start=20), clinic)
    assert found(market, event("r1", start=300), clinic) == ()


def test_a_report_that_adds_two_figures_up_tells_of_two_incidents() -> None:
    morning, noon = toll("r1", 3, source="a", start=100), toll("r1", 7, source="b", start=200)
    assert found(morning, noon)
    assert found(toll("r1", 10, source=None), morning, noon) == ()


def test_two_means_of_one_report_are_two_incidents() -> None:
    raid, shells = toll("r1", 30, source="a"), toll("r1", 34, source="b", means="shelling")
    assert found(raid, shells) == ()


def test_an_older_count_of_the_same_report_has_grown() -> None:
    """A report that repeats a count "from earlier" tells two counts after one another."""
    now = toll("r1", 32, source="the Watch", start=300)
    before = toll("r1", 15, source="medics", reasons={"earlier": "earlier toll"})
    assert found(now, toll("r1", 15, source="medics"))
    assert found(now, before) == ()


def test_a_higher_count_from_earlier_is_of_the_same_report_only_told_after_one_another() -> None:
    before = {"reasons": {"earlier": "said earlier"}}
    assert found(toll("r1", 3, source="the Watch"), toll("r1", 7, source="medics", **before)) == ()
    assert found(toll("r1", 3, source="the Watch"), toll("r2", 7, source="medics", **before))


def test_those_in_hospital_are_a_part_of_all_hurt() -> None:
    treated = toll("r1", 31, effect="wounded", source="Turkey", reasons={"partial": "those in hospitals"})
    assert found(treated, toll("r2", 200, effect="wounded", source="the Watch")) == ()
    assert found(treated, toll("r2", 9, effect="wounded", source="the Watch"))


def test_two_mouths_of_one_party_do_not_contradict_each_other() -> None:
    """A state's television and its agency, an hour apart, tell a toll that grows."""
    assert found(toll("r1", 31, source="Syrian government"), toll("r2", 44, source="SANA")) == ()
    assert found(toll("r1", 31, source="Syrian government"), toll("r2", 44, source="the Watch"))


def test_two_suburbs_have_dead_of_their_own_and_those_who_flee_leave_one_place_for_another() -> None:
    tarsus = {"place": "Tarsus", "location": town("Tarsus", 36.92, 34.89), "source": "the Watch"}
    near = {"place": "Kargili", "location": town("Kargili", 36.93, 34.91), "source": "state agency"}
    assert found(toll("r1", 150, **tarsus), toll("r2", 31, **near)) == ()
    away = {"effect": "displaced", "means": None, "span": "day"}
    assert found(toll("r1", 2000, **away, **tarsus), toll("r1", 3000, **away, **near))


def test_the_dead_of_two_villages_and_of_one_of_them_can_both_hold() -> None:
    both, one = toll("r1", 17, place="Kozan and Tarsus", source="the Watch"), toll("r2", 21, place="Tarsus")
    assert not found(both, replace(one, source="state agency"))
    assert found(both, replace(one, place="Tarsus and Kozan", source="state agency"))


def test_a_day_is_not_that_of_words_still_to_come() -> None:
    """ "20 were killed, A said. B condemned the raid of Wednesday that killed 18": two raids, for all that is told."""
    undated = toll("r1", 20, on=None, source="state agency", start=10, end=30)
    dated = toll("r1", 18, source="the Watch", start=300, end=330, date_basis="words")
    assert not found(undated, dated)
    assert found(replace(undated, start=400, end=420), dated)
