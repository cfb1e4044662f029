"""Who holds what: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vedette.extraction.control import control
from vedette.model.claim import Control
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def told(claims: list[Control]) -> set[tuple[str | None, str | None, str]]:
    return {(c.place, c.holder, c.change) for c in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a participle after the holder's name
        ("Shells fell on rebel-held Douma on Friday.", {("Douma", "rebels", "holds")}),
        ("Aid reached the rebel-besieged towns of Madaya and Zabadani.",
         {("Madaya", "rebels", "besieges"), ("Zabadani", "rebels", "besieges")}),
        # a list after a colon
        ("Jets bombed three rebel-held towns: Bukavu, Goma and Uvira.",
         {("Bukavu", "rebels", "holds"), ("Goma", "rebels", "holds"), ("Uvira", "rebels", "holds")}),
        # "both" are the pair named last; a present passive is a state
        ("The crossings of Erez and Rafah were shut. Both are controlled by the Israeli army.",
         {("Erez", "Israel", "holds"), ("Rafah", "Israel", "holds")}),
        ("The north of Manbij is occupied by Turkey.", {("Manbij", "Turkey", "holds")}),
        ("Israel sealed off the West Bank and Gaza on Sunday.",
         {("West Bank", "Israel", "besieges"), ("Gaza", "Israel", "besieges")}),
        # a stronghold told beside the name is that name; a former one is held no more, one "east of X" is not X
        ("The Idlib region, the country's last rebel stronghold, was calm.", {("Idlib", "rebels", "holds")}),
        ("The former Islamic State stronghold of Raqqa was calm.", set()),
        ("The rebel bastion east of Damascus was calm.", set()),
        # strongholds
        ("Jets bombed the Islamic State stronghold of Raqqa.", {("Raqqa", "Islamic State", "holds")}),
        # verbs, active and passive
        ("The Syrian army captured Palmyra on Friday.", {("Palmyra", "Syrian government", "gained")}),
        ("Palmyra was retaken by the Syrian army.", {("Palmyra", "Syrian government", "gained")}),
        ("Islamic State took control of Manbij.", {("Manbij", "Islamic State", "gained")}),
        ("Rebels withdrew from Homs on Friday.", {("Homs", "rebels", "lost")}),
        ("Idlib fell to the rebels last year.", {("Idlib", "rebels", "gained")}),
        ("Rebels drove the Syrian army out of Idlib.", {("Idlib", "rebels", "gained")}),
        # nouns
        ("The capture of Palmyra by Islamic State alarmed many.", {("Palmyra", "Islamic State", "gained")}),
        ("Madaya is under siege by the Syrian army.", {("Madaya", "Syrian government", "besieges")}),
        # whose name stands beside, before, or soon after "a district"
        ("Shells hit Manbij, a stronghold of Islamic State.", {("Manbij", "Islamic State", "holds")}),
        ("Bombs hit a rebel-held neighbourhood of Aleppo. They fell on the Salaheddin neighbourhood.",
         {("Salaheddin", "rebels", "holds")}),
        # holders joined, and split ground
        ("Hasakeh is split between the Syrian army and Kurdish fighters.",
         {("Hasakeh", "Syrian government", "holds"), ("Hasakeh", "YPG", "holds")}),
        # another's subject, and clauses above
        ("Ukrainian troops pulled out of Avdiivka and Russia took full control of the town.",
         {("Avdiivka", "Ukraine", "lost"), ("Avdiivka", "Russia", "gained")}),
        ("The loss of Palmyra to Islamic State alarmed many.", {("Palmyra", "Islamic State", "gained")}),
        # other wars, with no pack of their own
        ("Sudan's army retook Wad Madani from the RSF.", {("Wad Madani", "Sudanese army", "gained")}),
        ("Israeli forces encircled Gaza City.", {("Gaza City", "Israel", "besieges")}),
        # ground pointed to
        ("Rebels entered Idlib on Monday and now hold the city.",
         {("Idlib", "rebels", "contested"), ("Idlib", "rebels", "gained")}),
        ("Most of Idlib province is under the control of rebels.", {("Idlib", "rebels", "holds")}),
        # whole and counted parts, and how far
        ("Russian troops hold three of the five districts of Bakhmut.", {("Bakhmut", "Russia", "holds")}),
        ("The army said it now held 98 percent of Aleppo.", {("Aleppo", "Syrian government", "holds")}),
        ("Rebels advanced as far as the airport in Bangui.", {("Bangui", "rebels", "gained")}),
        # a road cut, a participle set off, a town cleared
        ("The RSF cut the road to El Obeid on Thursday.", {("El Obeid", "Rapid Support Forces", "besieges")}),
        ("Debaltseve, surrounded on three sides by pro-Russian rebels, came under fire.",
         {("Debaltseve", "pro-Russian separatists", "besieges")}),
        ("Philippine troops cleared Marawi of militants in October.", {("Marawi", "Philippine government", "gained")}),
        ("Serb forces besieging Sarajevo fired shells at it.", {("Sarajevo", "Serbia", "besieges")}),
        ("The offensive in May saw Islamic State encircle Marea in Syria.", {("Marea", "Islamic State", "besieges")}),
        # handed, left, a flag raised
        ("The militia surrendered the town of Zintan to Libyan troops.", {("Zintan", "Libyan government", "gained")}),
        ("Taliban fighters raised their flag over the main square of Kunduz.", {("Kunduz", "Taliban", "gained")}),
        ("The port of Kismayo is now in the hands of al-Shabaab.", {("Kismayo", "Al-Shabaab", "holds")}),
        # in control of, fighting for it
        ("Al-Shabaab remains in control of large parts of southern Somalia.",
         {("southern Somalia", "Al-Shabaab", "holds")}),
        ("The army is in full control of Juba, a spokesman said.", {("Juba", "South Sudanese government", "holds")}),
        ("Fighting raged for control of Benghazi's port.", {("Benghazi", None, "contested")}),
        ("Aleppo is one of Syria's main contested cities.", {("Aleppo", None, "contested")}),
        # whose ground it is, whose seat, what an apposition says
        ("Islamic State advanced on rebel territory around Azaz in Syria.", {("Azaz", "rebels", "holds")}),
        ("Planes bombed the rebel headquarters of Goma, Zaire.", {("Goma", "rebels", "holds")}),
        ("Kherson in Ukraine is Russian-occupied.", {("Kherson", "Russia", "holds")}),
        # a place that no gazetteer lists, by the verb
        ("Fighters of the Arakan Army overran Palewadi.", {("Palewadi", "Arakan Army", "gained")}),
        # by a person's forces, and who is meant beside a description
        ("Khalifa Haftar's forces claimed control of Sirte.", {("Sirte", "Libyan National Army", "gained")}),
        ("The province of Idlib is controlled by its local affiliate, Hezbollah.", {("Idlib", "Hezbollah", "holds")}),
    ],
)  # fmt: skip
def test_one_claim_is_told(read_text: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = told(control(read_text(text)))
    assert {(p.replace(" province", "") if p else p, h, c) for p, h, c in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured twenty soldiers near Hama.",
        "The army wants to capture Palmyra.",
        "The army failed to take control of Palmyra.",
        "The army did not enter Palmyra.",
        "The army pushed on to recapture Palmyra.",
        "Half of the prisoners are in rebel hands.",
        "Kyiv denied that Russia had taken Soledar.",
        "If the rebels took Taiz, they would hold the road to Aden.",
        "The general vowed to liberate Raqqa before winter.",
        "Troops failed to dislodge the militants from Marawi.",
        "Aid reached regime-held districts.",
    ],
)
def test_nothing_is_told(read_text: Read, text: str) -> None:
    assert control(read_text(text)) == []


def test_present_state_stands_on_the_day_of_publication(read_text: Read) -> None:
    (claim,) = control(read_text("Raqqa is held by Islamic State."))
    assert (claim.first, claim.last) == (date(2016, 12, 10), date(2016, 12, 10))


def test_told_twice_is_one_claim(read_text: Read) -> None:
    reading = read_text("Shells hit rebel-held Douma. Jets then struck rebel-held Douma again.")
    assert len(control(reading)) == 1


def test_part_is_told(read_text: Read) -> None:
    (claim,) = control(read_text("Russian forces control about 60 percent of Bakhmut."))
    assert (claim.place, claim.part, claim.holder) == ("Bakhmut", "about 60 percent", "Russia")


def test_reach_of_an_advance_is_a_part(read_text: Read) -> None:
    reading = read_text("Fighting shook Palmyra. Islamic State advanced as far as a hospital.")
    assert ("Palmyra", "hospital", "gained") in {(c.place, c.part, c.change) for c in control(reading)}


def test_quote_is_the_reports_own(read_text: Read) -> None:
    reading = read_text("Shells fell on rebel-held Douma, activists said.")
    for claim in control(reading):
        assert reading.report.full[claim.start : claim.end] == claim.quote


def test_what_describes_in_passing_is_the_outlets_own_word(read_text: Read) -> None:
    text = "Six people died in rebel-held Douma, the Syrian Observatory for Human Rights said."
    assert [c.source for c in control(read_text(text))] == [None]


def test_ground_is_held_since_the_day_that_the_report_once_tells(read_text: Read) -> None:
    text = (
        "Shells hit the rebel-held east of Aleppo. The city has been split between rebels and the army since May 2012."
    )
    days = {(c.holder, c.first, c.last) for c in control(read_text(text))}
    assert days == {(h, date(2012, 5, 1), date(2016, 12, 10)) for h in ("rebels", "Syrian government")}


def test_militants_of_a_pro_government_outlet_are_rebels(read_text: Read) -> None:
    text = "Syrian forces shelled the terrorist-held town of Douma."
    assert {c.holder for c in control(read_text(text, outlet="Press TV"))} == {"rebels"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a leader's forces
        ("Syria's President Bashar al-Assad said his forces had taken Palmyra.",
         {("Palmyra", "Syrian government", None, "gained")}),
        # sites without a name are parts of the town told last
        ("Rebels entered Goma on Monday and seized the stadium.",
         {("Goma", "rebels", None, "contested"), ("Goma", "rebels", "stadium", "gained")}),
        # a flag inside, ground as what a place is, ground told of a day before
        ("Kurdish YPG fighters raised their flag inside Kobani.", {("Kobani", "YPG", None, "gained")}),
        ("Kandahar is Taliban territory.", {("Kandahar", "Taliban", None, "holds")}),
        ("The Taliban seized Herat on Friday, a day after taking Kandahar.",
         {("Herat", "Taliban", None, "gained"), ("Kandahar", "Taliban", None, "gained")}),
        # much ground is lost by a country, and not at the town told last
        ("Zaire's army, bombed out of Goma, has lost a vast stretch of land to rebels.",
         {("Zaire", "rebels", "vast stretch", "gained")}),
        # a state gets what is handed over
        ("Armenia handed over the town of Lachin to Azerbaijan.", {("Lachin", "Azerbaijan", None, "gained")}),
        # towns counted first and named later, also such as no gazetteer lists
        ("Jets bombed three rebel-held towns. Bukavu, Shabunda and Walikale were hit, medics said.",
         {(town, "rebels", None, "holds") for town in ("Bukavu", "Shabunda", "Walikale")}),
        # the towns, and not what they are near
        ("Shells hit the villages of Foua and Kefraya near Idlib which are held by rebels.",
         {("Foua", "rebels", None, "holds"), ("Kefraya", "rebels", None, "holds")}),
    ],
)  # fmt: skip
def test_ground_told_by_what_stands_around(read_text: Read, text: str, expected: set[tuple[str, ...]]) -> None:
    assert {(c.place, c.holder, c.part, c.change) for c in control(read_text(text))} == expected


def test_what_is_announced_as_done_is_of_the_day_of_telling(read_text: Read) -> None:
    text = "A military source announced on Thursday that the army had established full control over the town of Minyan."
    assert [(c.first, c.last) for c in control(read_text(text))] == [(date(2016, 12, 8), date(2016, 12, 8))]
