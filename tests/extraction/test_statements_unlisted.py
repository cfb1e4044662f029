"""Speakers without a name of a list, and who goes on speaking: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.statements import statements
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # states by what they are
        ("World powers urged both armies to lift the siege of Homs.", {("World powers", "demand")}),
        # an organisation that no list knows, by its name, where the verb is an act
        ("Caritas condemned the raid on its clinic in Mali.", {("Caritas", "condemn")}),
        # the bloc, the body: the one named last
        (
            "The African Union met in Bamako. The regional bloc condemned the mutiny in Mali.",
            {("African Union", "condemn")},
        ),
        # "it" at the head of a sentence goes on for who spoke in the one before, and for nobody named in between
        (
            "The African Union condemned the coup by Malian soldiers. It also demanded the return of the president.",
            {("African Union", "condemn"), ("African Union", "demand")},
        ),
        # a post told with a name, and later without
        (
            'The UN envoy to Yemen, Omar Lund, met the rebels in Sanaa. "We ask the parties to lay down arms," '
            "the envoy said.",
            {("United Nations", "demand")},
        ),
        # a participle after what was said by X of Y goes on for X
        (
            "The United Nations said rebels were trapped in Homs and warned that food was running out.",
            {("United Nations", "warn")},
        ),
        # what a speaker says of itself is its own
        ("The Western nations said they are alarmed by the raids of the rebels.", {("Western nations", "warn")}),
        # a state speaks by its own name, though its raids are those of the coalition that it leads
        (
            "The US-led coalition bombed Manbij. The US-led coalition said it hit a camp. US-led coalition jets came "
            "back. The US rejected calls to halt the raids.",
            {("United States", "reject")},
        ),
        # two sides told beside the words for them
        (
            "Both warring parties - Ukrainian troops and the Russian forces - accuse each other of looting.",
            {("Ukraine", "accuse"), ("Russia", "accuse")},
        ),
    ],
)
def test_who_speaks(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an offer is of something that ends or eases a war
        ("Turkey offered the rebels talks in Ankara.", {("Turkey", "offer")}),
        ("The bakery is among the few jobs offered by Turkey.", set()),
        # to insist on something, and to insist that it is so
        ("Ukraine insisted on a full ceasefire.", {("Ukraine", "demand")}),
        ("Ukraine insisted that its troops were at the border.", set()),
        # an echo is the act of what it echoes
        ("Ukraine echoed the call for a truce.", {("Ukraine", "demand")}),
        # a truce is agreed by who agrees it; told by its name it is an event
        ("Russia and Turkey agreed a truce in Idlib.", {("Russia", "agree"), ("Turkey", "agree")}),
        ("The army broke the truce agreed by Russia and Turkey.", set()),
        # an adverb in between undoes no phrase
        ("Russia said it was apparently ready to talk.", {("Russia", "offer")}),
        # what a body did itself it announces, whatever words tell of others
        ("Turkey said it had freed all villagers held by rebels as human shields.", {("Turkey", "announce")}),
        # a denial of food is no denial, promises written down are no promise
        ("Ukraine's denial of access to the port angered sailors.", set()),
        ("Ukraine's promises enshrined in the treaty were read aloud.", set()),
        # fearing is not saying
        ("Russia rejected the pause, fearing that Ukraine would regroup.", {("Russia", "reject")}),
        # a war that threatens is nobody's threat
        ("The United Nations said the war in Mali was threatening its work.", set()),
    ],
)
def test_what_is_an_act(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == expected


def test_who_claims_a_deed_is_its_source(read_text: Read) -> None:
    claims = statements(read_text("A bomb killed nine in Homs. Islamic State claimed responsibility for the attack."))
    assert [(c.speaker, c.source) for c in claims] == [("Islamic State", "Islamic State")]
