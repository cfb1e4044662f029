"""What the pipeline is told before it parses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from vedette.reading.language import is_dateline


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("KABUL, Afghanistan (AP) - The rebels captured Ghazni, officials said.", "KABUL, Afghanistan (AP) -"),
        ("GAZA, Oct 31 - Israeli air strikes on the camp killed 50 people.", "GAZA, Oct 31 -"),
        ("LIMA, 18 FEB 90 (EFE) -- Rebels took the airport.", "LIMA, 18 FEB 90 (EFE) --"),
        ("Goma (Reuters) - Rebels took the airport.", "Goma (Reuters) -"),
        ("SANAA: Rebels took the airport.", "SANAA:"),
        ("Hama, SANA-Two farmers were wounded when a mine went off.", "Hama, SANA-"),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(nlp: Language, text: str, dateline: str) -> None:
    sentences = list(nlp(text).sents)
    assert [s.text for s in sentences] == [dateline, text.removeprefix(dateline).strip()]
    assert [is_dateline(s) for s in sentences] == [True, False]


@pytest.mark.parametrize("text", ["US-backed fighters - who hold the dam - were hit.", "IS - the group - fled."])
def test_a_name_before_a_dash_is_no_dateline(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Blast in the valley\n\n    Ten villagers were killed and 16 others were hurt on Monday.", 2),
        ("Raid on Orvam\nSix Tarvanian raids hit the market, medics said.", 2),
        ("News\n2014 was the worst year.", 2),
    ],
)
def test_a_number_that_begins_a_line_is_no_sentence(nlp: Language, text: str, count: int) -> None:
    assert len(list(nlp(text).sents)) == count
