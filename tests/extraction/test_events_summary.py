"""One type for a short text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events.summary import type_of_text
from vedette.reading.reading import Reading

CASES = [
    ("Hundreds of teachers rallied in the capital to demand higher wages.", "Peaceful protest"),
    ("Police arrested dozens of demonstrators who had marched on the ministry.", "Protest with intervention"),
    ("Protesters hurled stones at officers and set tyres on fire.", "Violent demonstration"),
    ("Soldiers killed four protesters at a sit-in.", "Excessive force against protesters"),
    ("A mob lynched two men whom it took for thieves.", "Mob violence"),
    ("Fighters took control of the village after the army's withdrawal.", "Non-violent transfer of territory"),
    ("Forty rebels surrendered to the army.", "Agreement"),
    ("A suicide bomber attacked a checkpoint and clashes followed.", "Suicide bomb"),
    ("The finance minister presented the budget.", None),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_main_type(read_text: Callable[..., Reading], text: str, kind: str | None) -> None:
    assert type_of_text(read_text(text)) == kind
