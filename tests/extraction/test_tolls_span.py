"""Of what a count is: one attack, all of a day, or a longer while."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The fighting has killed over 1,100 people.", "period"),
        ("Six days of raids on the port left 40 farmers dead on Thursday.", "period"),
        ("Nine guards were killed in a two-day raid on the port.", "incident"),
        ("The conflict in the north has displaced villages and killed thousands.", "period"),
        ("More than 3,000 people have been killed, the doctors said.", "period"),
        ("Last week the rebels attacked the city, killing over 400 people.", "period"),
        ("The coalition killed 115 fighters in 24 hours in raids near Marib.", "day"),
        ("The hospitals received 61 wounded, the ministry said in its daily report.", "day"),
        ("At least six villagers were killed by airstrikes and shells on Monday.", "day"),
        ("Three people were killed in a strike in the south on Thursday, amid exchanges of fire.", "incident"),
        ("Strikes on Wednesday that hit a part of Homs killed four people.", "incident"),
        ("A shopkeeper died on Monday of wounds from shelling on several villages.", "incident"),
        ("More than 30 policemen were still under siege by the Taliban.", "incident"),
        ("The war was sparked by a raid in which gunmen abducted 250 people.", "incident"),
        ("The raid came two weeks after 350 people were killed by a truck bomb in the capital.", "incident"),
    ],
)
def test_span(read_text: Read, text: str, span: str) -> None:
    found = [t for t in tolls(read_text(text)) if t.low]
    assert [t.span for t in found] == [span]
