"""Who speaks: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.statements import statements
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a post that was told before, by name or beside the name
        (
            "Israeli Defense Minister Avi Sharon met us. The defense minister accused Hamas of breaking the truce.",
            {("Israel", "accuse")},
        ),
        (
            "Gen. Paul Brook, the commander of NATO, met reporters. The general condemned the raid.",
            {("NATO", "condemn")},
        ),
        # the short form in brackets of a body that no list knows
        (
            "Peru's Civil Relief Association (Reliefa) has a new head. Reliefa demanded the release of the captives.",
            {("Civil Relief Association", "demand")},
        ),
        # a body's last word alone stands for the one named last in full
        (
            "The Syrian Coalition met in Istanbul. The Coalition called for sanctions.",
            {("Syrian Coalition", "demand")},
        ),
        # an unnamed source denies for its body, and announces nothing
        ("A Turkish military source denied the strike. Another Turkish source said it had hit a camp.",
         {("Turkey", "deny")}),
        # with verbs that carry on, the infinitive is the act
        ("Rwanda continued to deny the raid.", {("Rwanda", "deny")}),
        ("The Malian government sought to blame France for the attack.", {("Malian government", "accuse")}),
        # the two sides are the two named last
        (
            "Ukrainian troops fought Russian forces near Bakhmut. Each side accused the other of shelling homes.",
            {("Ukraine", "accuse"), ("Russia", "accuse")},
        ),
        # ... and none of them is who tells of the two
        (
            "Ukrainian troops fought Russian forces near Bakhmut. Egypt and Oman said the two sides agreed to a truce.",
            {("Ukraine", "agree"), ("Russia", "agree")},
        ),
        # a given name, and a paper told before, of an army too
        (
            "Ethiopian Prime Minister Dawit Bekele spoke in Gondar. Dawit accused the rebels of looting.",
            {("Ethiopian government", "accuse")},
        ),
        (
            "Syrian soldiers died in Homs. A military statement told of a raid. The statement called it a crime.",
            {("Syrian government", "condemn")},
        ),
        # bodies that plead or help, by their words
        ("Aid agencies warned of famine in Sudan.", {("Aid agencies", "warn")}),
        # who is credited with a participle of saying speaks, not who acts in what was said before
        (
            "Turkey said its troops were attacked by Kurdish fighters, adding that it would retaliate.",
            {("Turkey", "threaten")},
        ),
        (
            "Sources told reporters that Hezbollah seized a post, adding that its fighters would attack Haifa.",
            set(),
        ),
        # a state's envoy to a body is the state's
        ("Syria's U.N. ambassador Bashar Kadri accused France of lying.", {("Syrian government", "accuse")}),
        # who "they" are is told by the credit
        ("Islamic State lost Raqqa. Experts say it is weak. It will continue to exist, they say.", set()),
        # what is blamed on somebody leaves open by whom; "by" tells it
        ("Russia fears more bombings blamed on separatists.", set()),
        ("Rwanda, accused by Uganda of arming rebels, sent a convoy to Goma.", {("Uganda", "accuse")}),
    ],
)  # fmt: skip
def test_who_speaks(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is said hangs on the paper it is said in
        ("Hezbollah said in a statement that its men had fired a missile.", {("Hezbollah", "announce")}),
        # deeds of one's own, alleged or owned up to
        ("Hamas alleged it killed ten soldiers.", {("Hamas", "announce")}),
        ("Belgium acknowledged the deaths of two nurses in its raid.", {("Belgium", "announce")}),
        # a noun of speech and what it is told to be; a gerund after the deed
        ("Hamas's main demand is the release of its leaders.", {("Hamas", "demand")}),
        ("Rwanda closed its border after accusing Uganda of spying.", {("Rwanda", "accuse")}),
        # what a deed brings on is the act of whoever it comes from
        ("The raid drew criticism from Turkey.", {("Turkey", "condemn")}),
        # what others allege, told as not so
        ("Rwanda said no troops had been sent to Goma.", {("Rwanda", "deny")}),
        # those who plead for rights do so by plain saying too
        ("Amnesty International said Mali must stop the raids.", {("Amnesty International", "demand")}),
        # a foreseen figure is no act, nor is what others are to do
        ("Israel warned that the toll would rise.", set()),
        ("Egypt pushed for the two sides to agree to a truce.", {("Egypt", "demand")}),
        # a resolution that condemns is one act
        ("The United Nations adopted a resolution condemning the raid.", {("United Nations", "condemn")}),
    ],
)
def test_what_act_it_is(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == expected
