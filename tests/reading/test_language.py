"""What the pipeline is told before it parses."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("KABUL, Afghanistan (AP) - The rebels captured Ghazni, officials said.", "KABUL, Afghanistan (AP) -"),
        ("GAZA, Oct 31 - Israeli air strikes on the camp killed 50 people.", "GAZA, Oct 31 -"),
        ("Goma (Reuters) - Rebels took the airport.", "Goma (Reuters) -"),
        ("SANAA: Rebels took the airport.", "SANAA:"),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(nlp: Language, text: str, dateline: str) -> None:
    assert [s.text for s in nlp(text).sents] == [dateline, text.removeprefix(dateline).strip()]


@pytest.mark.parametrize("text", ["US-backed fighters - who hold the dam - were hit.", "IS - the group - fled."])
def test_a_name_before_a_dash_is_no_dateline(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1
