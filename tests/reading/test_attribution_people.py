"""For whom a person speaks, and who else is credited with words: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.who_says import who_says
from vedette.reading.reading import Reading

Read = Callable[..., Reading]
SOHR = "Syrian Observatory for Human Rights"


def source_of(reading: Reading, word: str) -> str | None:
    """Who is credited with the last token spelled `word`."""
    return who_says(reading, [t for t in reading.doc if t.text == word][-1]).source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a member's name without a comma after the body
        ("Member of the Syrian Coalitions legal committee Adel Hamwi said six people were killed in Homs.",
         "Syrian Coalition"),
        # the body after the name
        ("Six people were killed in Axum, said Dana Brook of Amnesty International.", "Amnesty International"),
        # who fired stands in the quote and is not who tells of it
        ('"The Houthis fired a missile at the market in Marib and six people were killed," Omar Salim, '
         "from the Yemeni army's press department, told a newspaper.", "Yemeni government"),
        # said only with the particle
        ("The United Nations pointed out that six people were killed in Homs.", "United Nations"),
        # after the verb, in a text that lost its commas
        ("Women and children were among those killed said local sources speaking by phone.", "local sources"),
        ("In all, 90 civilians were killed last week said the Observatory.", "Observatory"),
        # people told by what they are
        ("A nurse said six people were killed in Homs.", "a nurse"),
        # papers of a state that is not named
        ("Syrian troops hold Homs. A military statement said six people were killed.", "Syrian government"),
        # the last ministry, and not who was credited last
        ("The Gaza health ministry said nine were hurt in Gaza. Residents said a school was hit. "
         "The ministry said six people were killed.", "Gaza health ministry"),
        # who was told stands between
        ("Rebels came at dawn and six people were killed, told AFP a local source.", "a local source"),
        ("The opposition group known as Syrian Observatory for Human Rights said six people were killed.", SOHR),
        # a post is no name
        ("Six people were killed, the ministry reported, quoting Deputy Minister of the enclave Anna Petrova.",
         "Anna Petrova"),
        # of no office
        ("Media activist Sami Darwish said six people were killed in Homs.", "Sami Darwish"),
    ],
)  # fmt: skip
def test_who_is_credited(read_text: Read, text: str, source: str | None) -> None:
    assert source_of(read_text(text), "killed") == source


@pytest.mark.parametrize(
    "first", ["Two more civilians were killed in Idlib.", "Earlier two civilians were killed in Idlib."]
)
def test_a_count_beside_others_is_no_twin(read_text: Read, first: str) -> None:
    """Who tells of two dead elsewhere is not credited with two more."""
    reading = read_text(f"{first} Later that day two civilians were killed in Homs, activists said.")
    token = next(t for t in reading.doc if t.text == "killed")
    assert who_says(reading, token).source is None
