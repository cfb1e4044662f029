"""By what name an origin is counted."""

from __future__ import annotations

import pytest

from vedette.settlement.mouths import mouth


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("Islamic State (IS) militant group", "Islamic State"),
        ("UN reports", "United Nations"),
        ("SANAs correspondent in Homs", "SANA"),
        ("pro-regime website Al-Masdar News", "Al-Masdar News"),
        ("Al Masdar News", "Al-Masdar News"),
        ("Lina Haddad spokesman of the health office", "Lina Haddad"),
        ("QURA news agency", "QURA"),
        ("the state-run Blue Hills news agency", "Blue Hills"),
    ],
)
def test_what_a_body_is_makes_no_other_of_it(told: str, counted: str) -> None:
    assert mouth(told) == counted


@pytest.mark.parametrize(
    "told",
    [
        "Lina Haddad",
        "a group of Syrian doctors",
        "local media",
        "Tarvania Monitor",
        "civilian casualties aid agencies",
        "rescue workers",
        "Danish television",
    ],
)
def test_who_names_no_known_body_stays_as_written(told: str) -> None:
    assert mouth(told) == told
