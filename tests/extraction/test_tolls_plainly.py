"""Whom a report makes plain to be civilians, who holds its captives, and whose a deed told with its place is."""

from __future__ import annotations

from collections.abc import Callable

from vedette.extraction.tolls import tolls
from vedette.model.claim import Toll
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def told(read_text: Read, text: str, effect: str, low: int | None) -> Toll:
    return next(t for t in tolls(read_text(text)) if (t.effect, t.low) == (effect, low))


def test_citizens_are_civilians_and_the_others_beside_them_too(read_text: Read) -> None:
    text = "A rocket hit a bakery in Taiz, killing 4 citizens and injuring 7 others."
    assert told(read_text, text, "killed", 4).who == "civilian"
    assert told(read_text, text, "wounded", 7).who == "civilian"


def test_people_whose_parts_are_women_and_children_are_civilians(read_text: Read) -> None:
    text = "A raid on Saada killed 9 people, including two children and three women."
    assert told(read_text, text, "killed", 9).who == "civilian"


def test_people_of_whom_half_are_children_are_civilians(read_text: Read) -> None:
    assert told(read_text, "Shells killed 8 people in Taiz, including five children.", "killed", 8).who == "civilian"


def test_one_child_among_many_dead_does_not_tell_of_the_rest(read_text: Read) -> None:
    assert told(read_text, "Shells killed 20 people in Taiz, including a child.", "killed", 20).who == "unknown"


def test_captives_have_the_captor_of_whom_another_sentence_tells(read_text: Read) -> None:
    text = (
        "Diplomats spoke of 14 foreign hostages on Monday. Helicopters landed where the rebels are holding their "
        "captives. The hostages include three Swiss engineers. Two hostages were later released."
    )
    assert told(read_text, text, "abducted", 14).by == "rebels"
    assert told(read_text, text, "abducted", 3).by == "rebels"
    assert told(read_text, text, "released", 2).by == "rebels"


def test_where_two_hold_captives_no_captor_is_guessed(read_text: Read) -> None:
    text = (
        "Diplomats spoke of 14 foreign hostages on Monday. The Taliban hold hostages in the hills. "
        "Islamic State holds hostages in the town."
    )
    assert told(read_text, text, "abducted", 14).by is None


def test_a_country_with_a_direction_before_an_attack_is_where_it_was(read_text: Read) -> None:
    text = "Gunmen kill more than 50 in a central Mali attack. The attack on two villages killed 15 civilians."
    assert told(read_text, text, "killed", 15).by != "Malian government"


def test_an_attack_told_again_is_of_him_who_killed_in_it(read_text: Read) -> None:
    text = (
        "Islamic State killed more than 40 men in an attack on three government-held hamlets near Mosul on Thursday. "
        "A monitor said the attack on two villages killed 15 civilians."
    )
    assert told(read_text, text, "killed", 15).by == "Islamic State"


def test_missiles_fired_at_a_town_kill_for_their_own_side(read_text: Read) -> None:
    text = (
        "The rebel barrage killed 10 people in Damascus while the government air strikes and missiles fired at Douma "
        "killed at least 82 people."
    )
    assert told(read_text, text, "killed", 82).by == "Syrian government"


def test_fighters_lost_are_of_those_who_lost_them(read_text: Read) -> None:
    lost = told(read_text, "Islamic State lost 15 fighters in the clashes near Mosul on Friday.", "killed", 15)
    assert (lost.group, lost.by) == ("Islamic State", None)
