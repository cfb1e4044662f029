"""Who does it and whom it befalls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.actors import actor_at, befallen, doer
from vedette.extraction.actors.reasons import FELL
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def at(reading: Reading, word: str, nth: int = 0):  # type: ignore[no-untyped-def]
    """The nth token spelled `word`."""
    return [t for t in reading.doc if t.text == word][nth]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Members of the YPG died in Hasakeh, Syria.", "Members", "YPG"),
        ("Dozens of rebels died in Idlib, Syria.", "Dozens", "rebels"),
        ("Two IS suicide bombers reached Hasakeh.", "bombers", "Islamic State"),
        ("Fighters loyal to the Houthis left Aden in Yemen.", "Fighters", "Houthis"),
    ],
)
def test_actor_at(read_text: Read, text: str, word: str, who: str) -> None:
    reading = read_text(text)
    mention = actor_at(reading, at(reading, word))
    assert mention is not None
    assert mention.name == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Syrian army shells killed six people in Douma.", "killed", "Syrian government"),
        ("Six people were killed by Turkish shelling near Afrin in Syria.", "killed", "Turkey"),
        ("Six people were killed in air strikes by the US-led coalition in Raqqa.", "killed", "US-led coalition"),
        ("Six people were killed when two Islamic State bombers struck Hasakeh.", "killed", "Islamic State"),
        ("Six rebels were killed in clashes with regime forces in Homs.", "killed", "Syrian government"),
        ("Clashes between regime forces and rebels shook Homs.", "Clashes", "Syrian government"),
        ("Regime planes bombed Douma, killing six people.", "killing", "Syrian government"),
        ("Russian jets struck Idlib in Syria. The raids killed six people.", "killed", "Russia"),
        ("The death of a boy due to shelling by rebels shocked Aleppo.", "death", "rebels"),
        # by a gerund, by whose shell it was, by what others came under
        ("Shelling by the Houthis killed six people in Taiz.", "Shelling", "Houthis"),
        ("Six people were killed when a shell belonging to rebels hit a school in Deraa.", "killed", "rebels"),
        ("Six IS men were killed after their posts came under raids of Russian jets.", "killed", "Russia"),
        # states lay no bombs; two bombers beside X's officers are none of X's
        ("Police carried out an operation in Mogadishu. A car bomb killed six people.", "killed", None),
        # those who did the deed just told
        ("Boko Haram raided a village near Chibok. The attackers abducted nine girls.", "abducted", None),
        ("A raid by Boko Haram shook Chibok. The attackers abducted nine girls.", "abducted", "Boko Haram"),
        ("Six people were killed in Homs.", "killed", None),
        ("Russian jets struck Homs. A man was killed by unknown gunmen.", "killed", None),
        ("Clashes between rebels and regime forces shook Homs. A boy was killed.", "killed", None),
        ("Regime jets struck Homs. More than 200,000 people have been killed since 2011.", "killed", None),
    ],
)
def test_doer(read_text: Read, text: str, word: str, who: str | None) -> None:
    reading = read_text(text)
    found, reason = doer(reading, at(reading, word))
    assert found == who
    assert reason


def test_who_claimed_a_blast_did_it(read_text: Read) -> None:
    reading = read_text("A car bomb killed six people in Homs. Islamic State claimed responsibility for the attack.")
    assert doer(reading, at(reading, "killed"))[0] == "Islamic State"


def test_civilians_act_only_where_movers_are_asked_for(read_text: Read) -> None:
    reading = read_text("Residents fled Douma in Syria.")
    assert doer(reading, at(reading, "fled"), movers=True)[0] == "civilians"


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Regime jets struck rebel positions in Idlib.", "struck", "rebels"),
        ("Six civilians were killed in Homs.", "killed", "civilians"),
        ("Turkish forces shelled positions of the YPG in Afrin, Syria.", "shelled", "YPG"),
        ("Six children died in a raid on Homs.", "raid", "civilians"),
        ("Jets hit a stronghold of the Islamic State group in Raqqa.", "hit", "Islamic State"),
        ("Clashes between regime forces and rebels shook Homs.", "Clashes", "rebels"),
        ("Raids hit rebel-held Douma in Syria.", "hit", "rebels"),
        ("An attack shook Homs.", "attack", None),
    ],
)
def test_befallen(read_text: Read, text: str, word: str, whom: str | None) -> None:
    reading = read_text(text)
    assert befallen(reading, at(reading, word)) == whom


def test_who_is_accused_is_who_does_it(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Ukraine accused Russia of shelling the market and killing nine people.")
    for word in ("shelling", "killing"):
        assert doer(reading, next(t for t in reading.doc if t.text == word))[0] == "Russia"


def test_a_doer_left_open_between_two_is_no_doer(read_text: Read) -> None:
    reading = read_text("Syrian or Russian warplanes killed nine people in Maarat al-Numan, Syria, on Tuesday.")
    name, reason = doer(reading, at(reading, "killed"))
    assert name is None
    assert "Syrian or Russian" in reason


def test_who_has_sent_warplanes_has_not_struck_with_them(read_text: Read) -> None:
    reading = read_text(
        "Air raids on Saraqeb in Syria left four dead on Monday. Iran deployed warplanes to the country last year."
    )
    assert doer(reading, at(reading, "dead"))[0] != "Iran"


def test_who_confirms_other_dead_is_no_doer(read_text: Read) -> None:
    reading = read_text(
        "Thailand says nine of its soldiers have been killed, while Cambodia has confirmed the deaths of four people."
    )
    assert doer(reading, at(reading, "killed"))[0] is None


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        # what goes on beside a blast does not tell who laid the bomb; what was done to somebody does
        (
            "A roadside bomb exploded as six trucks of soldiers were driving past near Cucuta in Colombia.",
            "exploded",
            None,
        ),
        ("Ten civilians were killed near Taiz in Yemen when Houthi fighters shelled a market.", "killed", "Houthis"),
        # who answers an attack has not carried it out
        (
            "The Israeli army struck Gaza on Monday. It said the strikes were in response to rocket fire at Sderot.",
            "fire",
            None,
        ),
        # across a border what falls on one side comes from the other
        (
            "Russia fired missiles at Kharkiv in Ukraine. Ukrainian missiles hit Kursk in Russia. "
            "A missile killed two people in Sumy in Ukraine.",
            "killed",
            "Russia",
        ),
        # a plain word for forces is whose they are told to be; a siege is who "by" tells
        ("Warplanes from the US-led coalition struck Syrian troops near Deir Ezzor.", "struck", "US-led coalition"),
        ("The town of Faryab in Afghanistan is under siege by the Taliban.", "siege", "Taliban"),
        # a deed put down to somebody
        ("An attack attributed to the Taliban killed two men in Kabul.", "attack", "Taliban"),
        # gunmen told as new are of no group, the gunmen of the one told before; a toll is of those harmed
        ("Gunmen killed ten people in Bamenda. The Ambazonia Defence Forces denied it.", "killed", None),
        ("Islamic State attacked Kirkuk in Iraq. The gunmen killed ten policemen.", "killed", "Islamic State"),
        ("The Palestinian toll from the Israel-Hamas war in Gaza rose to 34,536.", "toll", None),
        # a party told by a plain word is no group of the report
        ("Boko Haram fled Damboa in Nigeria. Bandits killed two men in Kaduna on Friday.", "killed", "Bandits"),
    ],
)
def test_doers_told_apart(read_text: Read, text: str, word: str, who: str | None) -> None:
    reading = read_text(text)
    assert doer(reading, at(reading, word))[0] == who


def test_attackers_who_fell_are_not_their_own_doers(read_text: Read) -> None:
    reading = read_text(
        "Taliban fighters attacked a post near Kunduz on Monday. The attack left five of the assailants dead."
    )
    name, reason = doer(reading, at(reading, "dead"))
    assert (name, reason) == (None, FELL)
