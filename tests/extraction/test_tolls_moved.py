"""People already wounded who leave, are carried or are cared for abroad are no new wounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rebels asked for a truce so that some 300 wounded people could be taken out.", []),
        ("The sides agreed on the evacuation of 150 wounded fighters from the town.", []),
        ("Two ambulances with 40 wounded reached the checkpoint.", []),
        ("The first buses crossed with 900 people on board, among them 108 wounded.", []),
        ("Israel has treated more than 2,000 wounded Syrians in Israel.", []),
        ("Ambulances evacuated 40 wounded from Homs.", [("displaced", 40, False)]),
        (
            "Some 600 people, including 200 rebels and 47 wounded, had left the city.",
            [("displaced", 600, False), ("displaced", 200, True), ("displaced", 47, True)],
        ),
        ("The blast left 12 wounded, who were evacuated to Turkey.", [("wounded", 12, False)]),
        ("After the raid 12 wounded people were taken to hospital.", [("wounded", 12, False)]),
        ("The raid caused 50 casualties, including 30 wounded.", [("casualties", 50, False), ("wounded", 30, True)]),
    ],
)  # fmt: skip
def test_already_wounded(read_text: Read, text: str, told: list[tuple[str, int | None, bool]]) -> None:
    assert [(t.effect, t.low, t.subset) for t in tolls(read_text(text))] == told
