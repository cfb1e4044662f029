"""What takes away that a thing has happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.status import status_of
from vedette.reading.reading import Reading

CASES = [
    ("Rebels shelled the town.", "shelled", "happened"),
    ("The army said rebels shelled the town.", "shelled", "happened"),
    ("Rebels did not shell the town.", "shell", None),
    ("There were no air strikes on Friday.", "strikes", None),
    ("The army carried out no strikes on Friday.", "strikes", None),
    ("The attack did not stop the convoy.", "attack", "happened"),
    ("The army will attack the town.", "attack", "planned"),
    ("The army plans to attack the town.", "attack", "planned"),
    ("Rebels are preparing for a battle in the city.", "battle", "planned"),
    ("The group threatened an attack on the capital.", "attack", "planned"),
    ("Moscow denied that its planes bombed the hospital.", "bombed", "denied"),
    ("Opposition leaders accused the army of shelling the camp.", "shelling", "alleged"),
    ("The alleged attack took place at dawn.", "attack", "alleged"),
    ("Soldiers reportedly fled, allegedly looting shops.", "looting", "alleged"),
    ("If rebels attack the town, people will flee.", "attack", None),
    ("The army could attack the town.", "attack", None),
    ("Diplomats called for talks.", "talks", None),
    ("Rebels failed to capture the base.", "capture", None),
    ("Rebels launched an attack to recapture the road.", "recapture", None),
    ("The toll is expected to rise in the blast.", "blast", "happened"),
]


@pytest.mark.parametrize(("text", "word", "status"), CASES)
def test_status(read_text: Callable[..., Reading], text: str, word: str, status: str | None) -> None:
    reading = read_text(text)
    token = next(t for t in reading.doc if t.text == word)
    assert status_of(reading, token) == status
