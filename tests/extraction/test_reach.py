"""How far a count reaches: one rule, one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.extract import claims_of
from vedette.model.claim import EARLIER, PARTIAL, Toll
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def reach(reading: Reading, key: str) -> dict[int | None, str]:
    """The least of each toll that has a reason under `key`, to that reason."""
    return {c.low: c.reasons[key] for c in claims_of(reading) if isinstance(c, Toll) and key in c.reasons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the count is called older
        ("The raid on Tarsus killed 21 people, medics said, updating an earlier toll of nine.", {9: "earlier toll"}),
        ("The toll rose to 21 from an initial count of nine dead, medics said.", {9: "initial count"}),
        # its telling is
        (
            "Earlier on Friday a source in the town said that seven civilians were killed in shelling of Tarsus.",
            {7: "said earlier"},
        ),
        ("The agency reported earlier that four people were killed in Tarsus.", {4: "reported earlier"}),
        (
            "Earlier on Friday a source told the agency that shells hit the town, claiming the life of one man and "
            "injuring 20 others.",
            {1: "told earlier", 20: "told earlier"},
        ),
        # the nearest telling counts, and no other
        (
            "The mayor had earlier reported a toll of eight and the ministry gave one of 12.",
            {8: "reported earlier"},
        ),
        # what happened earlier was not told earlier
        ("Nine people were killed earlier on Monday in Tarsus, medics said.", {}),
    ],
)
def test_a_count_told_before_another(read_text: Read, text: str, expected: dict[int, str]) -> None:
    assert reach(read_text(text), EARLIER) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said 17 people hurt in the raid were treated in its hospitals.",
            {17: "those in hospitals"},
        ),
        ("Ten bodies arrived at the hospital, a doctor said.", {10: "those in hospital"}),
        ("Shells fell on the town and 12 wounded people were hospitalised, medics said.", {12: "those hospitalised"}),
        ("Shells hit the hospital and killed 10 people, a doctor said.", {}),
    ],
)
def test_a_count_of_those_in_hospital(read_text: Read, text: str, expected: dict[int, str]) -> None:
    assert reach(read_text(text), PARTIAL) == expected
