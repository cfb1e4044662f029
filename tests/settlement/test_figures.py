from __future__ import annotations

from datetime import date

from makers import provenance, toll
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.settlement.figures import Figure, figures

PROVENANCE = provenance("r1", "r2")


def found(*claims: Claim) -> list[Figure]:
    return figures(told(claims, PROVENANCE), "killed", PROVENANCE)


def spans(*claims: Claim) -> list[tuple[int, int]]:
    return [(f.low, f.high) for f in found(*claims)]


def test_a_subset_is_never_added_to_its_whole() -> None:
    assert spans(toll("r1", 15, who="civilian"), toll("r1", 4, group="children", subset=True)) == [(15, 15)]


def test_a_subset_of_something_told_elsewhere_is_a_whole_here() -> None:
    """Of 31 dead in the city ten died in the bus: of the bus, ten is the whole."""
    assert spans(toll("r1", 10, subset=True), toll("r1", 2, group="children", subset=True)) == [(10, 10)]


def test_one_man_among_many_dead_is_no_toll() -> None:
    assert spans(toll("r1", 43), toll("r2", 1, source="a relative")) == [(43, 43)]
    assert sorted(spans(toll("r1", 4), toll("r2", 1))) == [(1, 1), (4, 4)]


def test_fighters_and_civilians_told_in_one_breath_are_added() -> None:
    claims = [
        toll("r1", 2, who="civilian", group="children", start=0),
        toll("r1", 3, who="combatant", group="police", start=20),
    ]
    assert spans(*claims) == [(5, 5)]


def test_two_figures_for_the_same_people_are_not_added() -> None:
    assert spans(toll("r1", 22, start=0), toll("r1", 31, start=40)) == [(22, 22), (31, 31)]


def test_soldiers_among_more_people_are_taken_for_a_part_of_them() -> None:
    assert spans(toll("r1", 22, start=0), toll("r1", 3, who="combatant", start=40)) == [(22, 22)]
    assert spans(toll("r1", 2, start=0), toll("r1", 3, who="combatant", start=40)) == [(2, 2), (3, 3)]


def test_at_least_nine_is_never_nine() -> None:
    (figure,) = found(toll("r1", 9, None))
    assert figure.open
    assert figure.allows(12)
    assert not figure.allows(8)
    assert figure.words() == "at least 9"


def test_up_to_eighty_leaves_room_below() -> None:
    (figure,) = found(toll("r1", None, 80))
    assert (figure.low, figure.high, figure.words()) == (80, 80, "up to 80")
    assert figure.allows(60)
    assert not figure.allows(81)


def test_one_number_under_two_names_is_not_added_to_itself() -> None:
    fighters = toll("r1", 18, who="combatant", group="Islamic State", start=0)
    assert spans(fighters, toll("r1", 18, who="combatant", group="militants", start=60)) == [(18, 18), (18, 18)]


def test_a_subset_whose_whole_the_same_origin_gives_elsewhere() -> None:
    whole, part = toll("r1", 80, source="army"), toll("r2", 9, subset=True, source="army")
    assert spans(whole, part) == [(80, 80)]
    assert spans(whole, toll("r2", 9, subset=True, source="the Watch")) == [(9, 9), (80, 80)]


def test_about_fifty_leaves_some_room() -> None:
    (figure,) = found(toll("r1", 50, approx=True))
    assert figure.allows(52)
    assert not figure.allows(60)


def test_tolls_without_a_number_or_of_another_effect_give_no_figure() -> None:
    assert found(toll("r1", None), toll("r1", 4, effect="wounded")) == []


def test_figures_come_in_order_of_publication() -> None:
    early, late = toll("r1", 44), toll("r2", 22)
    times = {**provenance("r1", published=date(2016, 12, 12)), **provenance("r2")}
    assert [f.low for f in figures(told([early, late], times), "killed", times)] == [22, 44]


def test_a_count_of_children_beside_a_larger_count_of_all_is_a_part_though_the_words_do_not_say_so() -> None:
    assert spans(toll("r1", 5), toll("r1", 4, who="civilian", group="children")) == [(5, 5)]
    assert spans(toll("r1", 4, who="civilian", group="children")) == [(4, 4)]


def test_what_a_report_tells_as_the_older_count_is_not_the_last_word() -> None:
    """A toll may also be set right downwards: "12, and not 20 as it had said earlier"."""
    claims = [toll("r1", 12, start=0), toll("r1", 20, start=40, reasons={"earlier": "said earlier"})]
    assert spans(*claims) == [(20, 20), (12, 12)]
