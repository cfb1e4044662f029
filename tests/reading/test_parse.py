"""The quick language pass gives what the pipeline itself gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

from vedette.reading.attributes import Attributes
from vedette.reading.parse import parse

WORDS = [
    "Shells", "fell", "on", "Kosta", "killing", "2", "children", ".", "It", "'s", "not", "let", "ai", "n't", "gon",
    "na", "you", "all", "I", "there", "is", "that", "nothin'", "\n\n", " ", "\"", "said", "Ana", "Rell", ",", "which",
    "the", "army", "denied", "have", "been", "hit", "Tuesday", "%", "🙂",
]  # fmt: skip
TEXTS = [
    "Shells fell on the market of Kosta on Tuesday, killing two children, a doctor said.",
    "",
    "There is nothing that the army can't deny.\n\nYou all ain't gonna let's go: it hit me.",
    "The town was shelled again. " * 60,
    "  \n ",
    "Ana Rell, 41, had been at home.",
]


def seen(token: Token) -> tuple[object, ...]:
    return (
        token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.head.i,
        token.is_sent_start, token.ent_type_, token.ent_iob_,
    )  # fmt: skip


def same(docs: list[Doc], others: list[Doc]) -> bool:
    return [[seen(t) for t in doc] for doc in docs] == [[seen(t) for t in doc] for doc in others]


def test_the_parse_is_that_of_the_pipeline(nlp: Language) -> None:
    assert same(list(parse(TEXTS, nlp)), list(nlp.pipe(TEXTS)))


def test_one_text_alone_is_parsed_as_among_others(nlp: Language) -> None:
    assert same([next(parse([text], nlp)) for text in TEXTS], list(parse(TEXTS, nlp)))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), max_size=8))
def test_odd_texts_are_parsed_alike(nlp: Language, texts: list[str]) -> None:
    assert same(list(parse(texts, nlp)), list(nlp.pipe(texts)))


def test_a_text_that_is_too_long_is_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="E088"):
        list(parse(["a " * nlp.max_length], nlp))


def rules(nlp: Language, pattern: list[dict[str, object]], attrs: dict[str, str], index: int = 0) -> AttributeRuler:
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([pattern], attrs, index)
    return ruler


def test_a_rule_over_two_words_sets_the_one_that_it_is_for(nlp: Language) -> None:
    doc = nlp.make_doc("They gonna flee")
    assert [t.text for t in doc] == ["They", "gon", "na", "flee"]
    Attributes(rules(nlp, [{"LOWER": "gon"}, {"LOWER": "na"}], {"LEMMA": "to"}, index=-1))([doc])
    assert [t.lemma_ for t in doc] == ["", "", "to", ""]


@pytest.mark.parametrize("spec", [{"LOWER": "a", "OP": "+"}, {"LENGTH": {">=": 3}}, {"LOWER": {"FUZZY": "shell"}}])
def test_rules_of_another_sort_are_left_to_the_ruler(nlp: Language, spec: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a rule asks for"):
        Attributes(rules(nlp, [spec], {"LEMMA": "x"}))


def test_rules_that_set_other_things_are_left_to_the_ruler(nlp: Language) -> None:
    with pytest.raises(ValueError, match="sets more than"):
        Attributes(rules(nlp, [{"LOWER": "a"}], {"NORM": "x"}))
