"""Who the harmed were, told as a list, and what befell in the next sentence those told of in the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The following people were killed in the raid: Juan Perez, Luis Soto and Ana Diaz.",
            [("Juan Perez", "killed", False), ("Luis Soto", "killed", False), ("Ana Diaz", "killed", False)],
        ),
        (
            "The bodies were identified as those of Juan Perez and Luis Soto.",
            [("Juan Perez", "killed", False), ("Luis Soto", "killed", False)],
        ),
        (
            "The wounded include Juan Perez and a nurse, Ana Diaz.",
            [("Juan Perez", "wounded", True), ("Ana Diaz", "wounded", True)],
        ),
        (
            "Gunmen killed five farmers on Monday. The dead were named as Juan Perez and Luis Soto.",
            [("five", "killed", False), ("Juan Perez", "killed", True), ("Luis Soto", "killed", True)],
        ),
        (
            "Gunmen killed three people. The victims were Juan Perez, 42, Luis Soto, a teacher, and Ana Diaz.",
            [("three", "killed", False)],
        ),
        ("Gunmen killed three people. The victims were taken to a morgue.", [("three", "killed", False)]),
    ],
)
def test_lists_of_the_harmed(read_text: Read, text: str, told: list[tuple[str, str, bool]]) -> None:
    assert [(t.words, t.effect, t.subset) for t in tolls(read_text(text))] == told


def test_who_a_person_of_a_list_is(read_text: Read) -> None:
    text = "The army killed the following villagers: Juan Perez, 42; Luis Soto, a teacher; and Ana Diaz, his wife."
    assert [(t.words, t.group) for t in tolls(read_text(text))][1] == ("Luis Soto", "workers")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels seized 12 villagers. They were later executed.", [("abducted", 12), ("killed", 12)]),
        ("Gunmen kidnapped five farmers. They were found dead later.", [("abducted", 5), ("killed", 5)]),
        ("Militants abducted three teachers. All were freed on Sunday.", [("abducted", 3), ("released", 3)]),
        ("Gunmen took off seven passengers. They were lined up and shot dead.", [("killed", 7)]),
        ("Rebels captured 20 soldiers. They withdrew and were killed in an ambush.", [("detained", 20)]),
        ("Ten policemen attacked the house. They were killed in the shoot-out.", []),
    ],
)
def test_fates_of_the_next_sentence(read_text: Read, text: str, told: list[tuple[str, int]]) -> None:
    assert [(t.effect, t.low) for t in tolls(read_text(text))] == told
