"""Acts of speech: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vedette.extraction.statements import statements
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs that are acts
        ("Russia condemned the raid on the clinic.", {("Russia", "condemn")}),
        ("The United Nations called for a truce in Aleppo.", {("United Nations", "demand")}),
        ("Turkey warned that the raid would cause an exodus.", {("Turkey", "warn")}),
        ("Islamic State claimed responsibility for the blast.", {("Islamic State", "announce")}),
        # plain saying, by what is said
        ("Russia said it had sent two ships to Tartus.", {("Russia", "announce")}),
        ("Turkey said the raid was an act of aggression.", {("Turkey", "condemn")}),
        ("The United Nations said both sides had committed war crimes.", {("United Nations", "accuse")}),
        # speakers through their office
        ("A spokesman for Hezbollah rejected the offer.", {("Hezbollah", "reject")}),
        # "we", and another's stand
        ('Germany\'s foreign minister said: "We demand that they let people leave."', {("Germany", "demand")}),
        ("France said the rebels were willing to talk.", {("rebels", "offer")}),
        ("The Kremlin said Ukraine must withdraw its troops.", {("Russia", "demand")}),
        # what a thing is called
        ("Russia described the strike as an aggression.", {("Russia", "condemn")}),
        # two speakers
        ("Russia and Iran rejected the proposal.", {("Russia", "reject"), ("Iran", "reject")}),
        # a verb of voicing with a noun of speech
        ("The United Nations issued a warning of famine in northern Gaza.", {("United Nations", "warn")}),
        ("Washington voiced outrage at the bombing of a school in Taiz.", {("United States", "condemn")}),
        ("Kyiv lodged a protest with the OSCE over the shelling.", {("Ukraine", "condemn")}),
        ("The rebels set a deadline of Friday for the army to withdraw.", {("rebels", "demand")}),
        ("The International Criminal Court issued a warrant for the general.",
         {("International Criminal Court", "announce")}),
        # what a body feels
        ("The African Union was appalled by the killings in Wau.", {("African Union", "condemn")}),
        # one verb, several acts
        ("Zaire vowed to intensify its raids.", {("Zaire", "threaten")}),
        ("The White House pledged $200 million in aid for Ukraine.", {("United States", "announce")}),
        ("The Kremlin dismissed reports of Russian losses as fake.", {("Russia", "deny")}),
        ("Rwanda rejected the plan.", {("Rwanda", "reject")}),
        # what will and will not be done
        ("Turkish President Recep Tayyip Erdogan said Turkey would launch an operation in Syria.",
         {("Turkey", "announce")}),
        ("NATO chief Jens Stoltenberg said the alliance would not send troops to Ukraine.", {("NATO", "reject")}),
        ('"There will be no ceasefire," Sudan\'s army chief said in a speech.', {("Sudanese army", "reject")}),
        # what is denied, and what is called false
        ("The Burmese army said it was not behind the massacre.", {("Myanmar", "deny")}),
        ("Saudi Arabia's ambassador called the report misleading.", {("Saudi Arabia", "deny")}),
        # through a paper, from a place, by a body's own name
        ("The Security Council adopted a resolution demanding an end to the siege.", {("United Nations", "demand")}),
        ("In Switzerland, a defence ministry spokesman condemned the attack.", {("Switzerland", "condemn")}),
        ("The Benisha Reconciliation Council condemned the attack.", {("Benisha Reconciliation Council", "condemn")}),
        # several by their number, the last named together
        ("Togo, Mali and Niger are said to arm the rebels. All three deny the charge.",
         {("Togo", "deny"), ("Mali", "deny"), ("Niger", "deny")}),
        # a time set for a deed
        ("The rebels have given the army until May 3 to leave the town.", {("rebels", "demand")}),
        ("Hamas gave Israel 48 hours to free the prisoners.", {("Hamas", "demand")}),
        # an act told by its noun and its owner
        ("Analysts cited Kenya's refusal to return six sailors.", {("Kenya", "reject")}),
        # quoted by a paper
        ("Russia's foreign minister Viktor Orlov was quoted by Interfax as condemning the raid.",
         {("Russia", "condemn")}),
        # by a part of a body, then by the member's last name
        ("Member of the Islamic Salvation Front's media bureau Samir Haddad condemned the raid. Haddad called upon "
         "the world to act.", {("Islamic Salvation Front", "condemn"), ("Islamic Salvation Front", "demand")}),
        # a body's name cut short, and a place's own body
        ("The Security Council met on Friday. The council voiced deep concern over the famine.",
         {("United Nations", "warn")}),
        ("The Hama administration announced it was suspending its work.", {("Hama administration", "announce")}),
        # what stays as it is
        ("A spokesman for Israel's army said the crossing would stay closed until further notice.",
         {("Israel", "announce")}),
        # why a deed was done
        ("Hamas seized the bus in Gaza to demand the release of prisoners.", {("Hamas", "demand")}),
    ],
)  # fmt: skip
def test_act(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s.speaker, s.act) for s in statements(read_text(text))} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian Observatory for Human Rights said it had counted nine dead.",
        "Residents said they must leave.",
        "Russia said 20 fighters were killed.",
        "Turkey said it hoped for the best.",
        "Turkey refused to comment.",
        "Turkey accused of arming rebels",
        "Myanmar denied them citizenship.",
        "Islamic State killed ten soldiers.",
        "Police said the suspects were denied bail.",
        "No group has claimed responsibility for the bombing.",
        "SANA said the army had left. It said the army had sent two trucks.",
        "The rebels raised the number of fighters.",
        "Rwanda says it is sending troops to Goma.",
        "The Greek Orthodox Patriarch condemned the attack.",
        "All three deny the charge.",
    ],
)
def test_no_act(read_text: Read, text: str) -> None:
    assert statements(read_text(text)) == []


def test_day_is_that_of_the_saying(read_text: Read) -> None:
    (claim,) = statements(read_text("Russia on Thursday condemned the raid."))
    assert claim.first == claim.last == date(2016, 12, 8)


def test_headline_and_body_are_one(read_text: Read) -> None:
    reading = read_text("Russia condemned the raid on the clinic on Friday.", title="Russia condemns raid on clinic")
    assert len(statements(reading)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "we" of a statement told to follow, and of a quotation that goes on
        (
            "Hezbollah published a statement on the raid. We condemn the killing of farmers.",
            {("Hezbollah", "condemn")},
        ),
        # a sentence of a quotation without a verb of saying
        ('"This was a cowardly deed. Nobody expected it," Russia said.', {("Russia", "condemn")}),
        # each clause of plain saying is an act of its own
        (
            "Turkey said that the raid was unacceptable and that it was determined to guard its border.",
            {("Turkey", "condemn"), ("Turkey", "announce")},
        ),
        # a list told by its number and a noun
        (
            "Kinshasa blames Rwanda, Uganda and Burundi. The three neighbours deny the charge.",
            {("Congolese government", "accuse"), ("Rwanda", "deny"), ("Uganda", "deny"), ("Burundi", "deny")},
        ),
        # a second participle and its doer
        ("The plan was drafted by France and endorsed by the Security Council.", {("United Nations", "agree")}),
        # a demand by its owner, and what a deed lay in
        ("Hamas's demand that prisoners be freed holds up the talks.", {("Hamas", "demand")}),
        ("Japan sided with Peru in rejecting the offer.", {("Japan", "reject")}),
        # a semicolon parts two sentences
        ("Hamas rejected the plan; Israel said the group was lying.", {("Hamas", "reject"), ("Israel", "accuse")}),
    ],
)
def test_acts_told_beside_the_verb(read_text: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == expected


def test_a_ministry_without_a_name_is_of_the_land_of_the_report(read_text: Read) -> None:
    text = "Zaire's army shelled Bukavu and Goma. The foreign ministry rejected a truce with the rebels."
    assert {(c.speaker, c.act) for c in statements(read_text(text))} == {("Zairean government", "reject")}
