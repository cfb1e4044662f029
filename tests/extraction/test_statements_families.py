"""Families of verbs and nouns of speech, of any war: one way of saying, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.statements import statements
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def _told(reading: Reading) -> set[tuple[str, str]]:
    return {(s.speaker, s.act) for s in statements(reading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a demand of people, and of what is to be done to a thing
        ("The Israeli army told residents of Beit Lahia to leave.", {("Israel", "demand")}),
        ("The Israeli army ordered villagers to move north.", {("Israel", "demand")}),
        ("Hamas called for the crossing to be opened.", {("Hamas", "demand")}),
        ("Russia said it wanted the sanctions lifted.", {("Russia", "demand")}),
        ("NATO stressed the need for a truce in Kosovo.", {("NATO", "demand")}),
        # charges that are turned down are denied, offers are rejected
        ("Rwanda dismissed the accusations as groundless.", {("Rwanda", "deny")}),
        ("Hamas turned down the offer.", {("Hamas", "reject")}),
        # a verb with what completes it
        ("France held Russia responsible for the raid on Kharkiv.", {("France", "accuse")}),
        # what is said of oneself claims a deed
        ("Hamas said it was responsible for the blast in Haifa.", {("Hamas", "announce")}),
        ("The Houthis claimed their fighters killed six marines.", {("Houthis", "announce")}),
        # what is gone on with makes the act, as does what is warned of
        ("Hezbollah vowed to continue attacks on Haifa.", {("Hezbollah", "threaten")}),
        ("Uganda warned that it would attack Bunia.", {("Uganda", "threaten")}),
        ("Hezbollah said Israel would pay a heavy price.", {("Hezbollah", "threaten")}),
        # what something is called, whatever stands between
        ("Ukraine called the strike on Kramatorsk an act of terror.", {("Ukraine", "condemn")}),
        # what is told not to be
        ("Rwanda said there were no troops in Goma.", {("Rwanda", "deny")}),
        # diplomacy and law
        ("The European Union imposed sanctions on nine generals.", {("European Union", "announce")}),
        ("The African Union voted to extend the mission.", {("African Union", "announce")}),
        # an act told by a noun, through its owner or who made it
        ("A plea by the Red Crescent for safe passage went unheard.", {("Red Crescent", "demand")}),
        ("NATO's warning of a wider war went unheard.", {("NATO", "warn")}),
        # those who plead for rights act by accusing, and not by plain saying
        ("Amnesty International accused the rebels of looting.", {("Amnesty International", "accuse")}),
        # through "who", a second verb, a list of states, and the words before a general name
        ("Hamas, which has called for a truce, said nothing.", {("Hamas", "demand")}),
        ("Humanitarian groups warned of hunger in Darfur.", {("Humanitarian groups", "warn")}),
        ("Hamas shelled Haifa. The medical group condemned the raid.", {("medical group", "condemn")}),
        # a deed that lay in saying
        ("NATO closed ranks with Kyiv in rejecting the plan.", {("NATO", "reject")}),
    ],
)  # fmt: skip
def test_act(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert _told(read_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Rapid Support Forces stormed the town, raising concern of a massacre.",
        "Amnesty International said 300 people were killed.",
        "The Kremlin acknowledged that it would not reach its goals.",
        "The army told its troops to advance on Kharkiv.",
        "Hamas said it wanted to talk.",
        "The rebels held the commander.",
    ],
)
def test_no_act(read_text: Read, text: str) -> None:
    assert _told(read_text(text)) == set()


def test_relative_clause_only_describes(read_text: Read) -> None:
    reading = read_text("Sudan said it had met the envoy, who spoke of atrocities.")
    assert all(s.act != "condemn" for s in statements(reading))
