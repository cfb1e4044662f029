"""Counts with their words: what each allows, and what is no count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.reading.reading import NumberMention, Reading

Read = Callable[..., Reading]


def numbers(read_text: Read, text: str) -> list[NumberMention]:
    return read_text(text).numbers


@pytest.mark.parametrize(
    ("words", "low", "high", "approx"),
    [
        ("nine", 9, 9, False),
        ("2,340", 2340, 2340, False),
        ("twenty-one", 21, 21, False),
        ("one hundred and five", 105, 105, False),
        ("three thousand two hundred", 3200, 3200, False),
        ("1.5 million", 1500000, 1500000, False),
        ("two dozen", 24, 24, False),
        ("half a million", 500000, 500000, False),
        ("at least nine", 9, None, False),
        ("no fewer than 40", 40, None, False),
        ("more than 70", 70, None, False),
        ("at least another 12", 12, None, False),
        ("up to 50", None, 50, False),
        ("as many as 15", None, 15, False),
        ("about 50", 50, 50, True),
        ("some 50", 50, 50, True),
        ("nearly 50", 50, 50, True),
        ("an estimated 900", 900, 900, True),
        ("50 or so", 50, 50, True),
        ("30 or more", 30, None, False),
        ("ten to 15", 10, 15, False),
        ("between 15 and 20", 15, 20, False),
        ("two or three", 2, 3, False),
        ("two to three thousand", 2000, 3000, False),
        ("several", 3, None, False),
        ("a few", 3, None, False),
        ("several hundred", 300, None, False),
        ("a few dozen", 36, None, False),
        ("tens of thousands of", 20000, None, False),
        ("dozens of", 24, None, False),
        ("scores of", 40, None, False),
        ("hundreds of", 200, None, False),
        ("thousands of", 2000, None, False),
        ("a dozen", 12, 12, False),
        ("over a hundred", 100, None, False),
        ("a number of", 3, None, False),
    ],
)
def test_what_the_words_allow(read_text: Read, words: str, low: int | None, high: int | None, approx: bool) -> None:
    (found,) = numbers(read_text, f"The clinic treated {words} villagers.")
    assert (found.low, found.high, found.approx) == (low, high, approx)


@pytest.mark.parametrize(
    "text",
    [
        "The road was shut on 4 October 2014.",
        "The column stopped 12 km from the bridge.",
        "A 10-year-old waited for the three-day truce.",
        "Bread rose by 40 percent to $5.",
        "Envoys cited Resolution 2254 again.",
        "The call came at 10:30 am.",
        "Petro Hrytsenko, 45, watched from the door.",
        "No one claimed the raid.",
    ],
)
def test_dates_measures_ages_and_labels_are_no_counts(read_text: Read, text: str) -> None:
    assert numbers(read_text, text) == []


def test_may_can_be_a_verb(read_text: Read) -> None:
    (found,) = numbers(read_text, "Some 470 may have died.")
    assert (found.low, found.approx) == (470, True)


def test_the_head_is_what_is_counted(read_text: Read) -> None:
    reading = read_text("Shells hit 14 exhausted young recruits and dozens of mules.")
    heads = [reading.doc[n.head].text for n in reading.numbers if n.head is not None]
    assert heads == ["recruits", "mules"]


def test_a_weekday_is_not_counted(read_text: Read) -> None:
    reading = read_text("The blast wounded 40 Tuesday in the market.")
    assert reading.numbers[0].head is None


def test_a_noun_behind_brackets(read_text: Read) -> None:
    reading = read_text("Jets destroyed up to 80 (IS group) fighters.")
    head = reading.numbers[0].head
    assert head is not None
    assert reading.doc[head].text == "fighters"


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=2, max_value=999_999).filter(lambda n: not 1900 <= n < 2100))
def test_digits_count_themselves_with_and_without_commas(read_text: Read, n: int) -> None:
    for figure in (str(n), f"{n:,}"):
        (found,) = numbers(read_text, f"The town lost {figure} people.")
        assert (found.low, found.high, found.words) == (n, n, figure)
