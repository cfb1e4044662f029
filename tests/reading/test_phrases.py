"""Phrases are found whole, longest first, and never overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from vedette.reading.phrases import Phrases, pieces

NLP = English()


def phrases() -> Phrases[str]:
    """Three phrases that share words, one of them bound to its capitals."""
    known: Phrases[str] = Phrases()
    for phrase in ("al-Nusra", "al-Nusra Front", "Nusra's Front Office"):
        known.add(phrase, phrase)
    known.add("IS", "IS", exact=True)
    return known


def found(text: str) -> list[str]:
    return [value for _, _, value in phrases().find(pieces(NLP.make_doc(text)))]


def test_the_longest_wins_whatever_the_hyphens() -> None:
    assert found("the al Nusra Front left") == ["al-Nusra Front"]
    assert found("the AL-NUSRA, it said") == ["al-Nusra"]


def test_a_lost_apostrophe_is_borne() -> None:
    assert found("al-Nusras men") == ["al-Nusra"]


def test_capitals_count_where_asked_for() -> None:
    assert found("IS is here") == ["IS"]


@given(st.lists(st.sampled_from(["al", "-", "Nusra", "Nusras", "Front", "'s", "Office", "IS", "is", "."]), max_size=12))
def test_finds_never_overlap_and_stay_in_the_text(words: list[str]) -> None:
    doc = NLP.make_doc(" ".join(words))
    cut = pieces(doc)
    end = 0
    for start, stop, _ in phrases().find(cut):
        assert end <= start < stop <= len(cut.words)
        end = stop
