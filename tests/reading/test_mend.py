"""What the parser gets wrong again and again, mended."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("Three boys were wounded in ISIS shelling on a bridge.", "ISIS", "shelling"),
        ("A child was killed by Hamas shelling.", "Hamas", "shelling"),
        ("Nine died in RSF bombing of the market.", "RSF", "bombing"),
    ],
)
def test_a_name_before_a_deed_is_its_modifier(nlp: Language, text: str, name: str, deed: str) -> None:
    tokens = {t.text: t for t in nlp(text)}
    assert tokens[name].head == tokens[deed] and tokens[deed].dep_ == "pobj" and tokens[deed].pos_ == "NOUN"


def test_what_has_an_object_stays_a_verb(nlp: Language) -> None:
    tokens = {t.text: t for t in nlp("Six people were killed in clashes with rebels shelling the town.")}
    assert tokens["shelling"].pos_ == "VERB" and tokens["shelling"].head == tokens["rebels"]


def test_a_name_in_capitals_is_no_form_of_be(nlp: Language) -> None:
    tokens = {t.text: t for t in nlp('"IS entered Palmyra on Saturday and now holds its north," he said.')}
    assert tokens["IS"].dep_ == "nsubj" and tokens["IS"].head == tokens["entered"]


def test_a_prefix_is_no_verb(nlp: Language) -> None:
    tokens = {t.text: t for t in nlp("Rebels re-entered the old town.")}
    assert tokens["entered"].dep_ == "ROOT" and tokens["Rebels"].head == tokens["entered"]


def test_what_is_seen_done_is_a_verb(nlp: Language) -> None:
    tokens = {t.text: t for t in nlp("A push in spring saw IS encircle Marea, yet rebels broke through.")}
    assert tokens["IS"].head == tokens["encircle"] and tokens["Marea"].dep_ == "dobj"
    assert tokens["Marea"].head == tokens["encircle"]
