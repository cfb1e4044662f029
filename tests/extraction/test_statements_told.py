"""What is an act and whose, where a sentence could mislead: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.statements import statements
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what others must do is a demand, whatever they are told to have done
        ("The Syrian Coalition said the world must act on these atrocities.", {("Syrian Coalition", "demand")}),
        # the same inside a quotation of several sentences
        ('"Nobody is safe there. The warring parties should end these raids. We keep counting," '
         "said Dana Brook, senior researcher at Amnesty International.", {("Amnesty International", "demand")}),
        # a body that only the lists of sources know
        ("The Syrian Network for Human Rights condemned the raid on Homs.",
         {("Syrian Network for Human Rights", "condemn")}),
        # a deed boasted of in the infinitive
        ("The Arakan Army claimed to have killed ten soldiers in Paletwa.", {("Arakan Army", "announce")}),
        # in whose name a claim is made
        ("A caller claimed responsibility for the bombing in the name of Hamas.", {("Hamas", "announce")}),
        # who goes on without a comma
        ("The United Nations said the town was besieged by Hezbollah warning of a famine there.",
         {("United Nations", "warn")}),
        # whom one fires upon demands, not who fires
        ("The Syrian government responded with force to protests demanding reforms.", set()),
        # what is done for the first time is asked of nobody
        ("Hezbollah fighters pushed into the town for the first time.", set()),
        # "he" is no body
        ("He smuggled arms. Also he was responsible for a cell, Hamas said.", set()),
        ("Israel said it does not target civilians in Gaza.", {("Israel", "deny")}),
        # in a quotation "they" are others
        ('"They left the house at noon," Israel said.', set()),
        # one act in one sentence
        ("The United States said it ordered the strikes on Homs, declaring that it acted in its own interest.",
         {("United States", "announce")}),
        # a standing description is no announcement of the day
        ("Fighters of Islamic State, which has proclaimed a state there, fled.", set()),
        ("Local authorities denied that anybody had escaped from the prison in Homs.", {("Local authorities", "deny")}),
    ],
)  # fmt: skip
def test_acts_and_whose_they_are(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    found = statements(read_text(text))
    assert {(s.speaker, s.act) for s in found} == expected
    assert len(found) == len(expected)
