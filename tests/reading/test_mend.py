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
