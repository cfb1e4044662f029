"""Who is credited with which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.who_says import WhoSays, who_says
from vedette.reading.reading import Reading

Read = Callable[..., Reading]
SOHR = "Syrian Observatory for Human Rights"


def credit(reading: Reading, word: str, nth: int = 0) -> WhoSays:
    """Who says what the nth token spelled `word` tells."""
    token = [t for t in reading.doc if t.text == word][nth]
    return who_says(reading, token)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Syrian Observatory for Human Rights said six people were killed in Homs.", SOHR),
        ("Six people were killed in Homs, the Observatory said on Monday.", SOHR),
        ("Six people were killed in Homs the Syrian Observatory for Human Rights said.", SOHR),
        ("According to SOHR, six people were killed in Homs.", SOHR),
        ("Six people were killed in Homs, according to activists.", "activists"),
        ("Residents said six people were killed in Homs.", "witnesses"),
        ("A military source said six people were killed in Homs.", "a military source"),
        ("A source at Homs Police Command said six people were killed.", "Homs Police Command"),
        ("The Homs governor said six people were killed.", "Syrian government"),
        ("Six people were killed, the governor of Homs province said.", "Syrian government"),
        (
            "Six people were killed in Homs, the head of the city's ambulance service said.",
            "head of the city's ambulance service",
        ),
        ("The defence ministry in Moscow said six people were killed in Homs.", "Russia"),
        ("Russian Defence Ministry spokesman Maj. Gen. Ivan Petrov said six people were killed in Homs.", "Russia"),
        ("Hassan Naif, a spokesman for the White Helmets, said six people were killed in Homs.", "White Helmets"),
        ("Activist Omar Kassem said six people were killed in Homs.", "Omar Kassem"),
        ("The organisation known as the White Helmets said six people were killed in Homs.", "White Helmets"),
        ("Six people were killed in Homs.", None),
    ],
)
def test_sources(read_text: Read, text: str, source: str | None) -> None:
    assert credit(read_text(text), "killed").source == source


def test_a_monitor_is_the_one_that_the_report_names(read_text: Read) -> None:
    reading = read_text("Six people were killed in Homs, a monitor said. The Observatory counts the dead of Syria.")
    assert credit(reading, "killed").source == SOHR


def test_told_makes_a_chain(read_text: Read) -> None:
    reading = read_text("Six people were killed in Homs, Observatory head Rami Abdel Rahman told AFP.")
    assert credit(reading, "killed").chain == ("AFP", SOHR)


def test_a_quoted_official_is_the_origin_behind_the_agency(read_text: Read) -> None:
    reading = read_text("SANA quoted the Homs governor as saying six people were killed.")
    assert credit(reading, "killed").chain == ("SANA", "Syrian government")


def test_a_quote_runs_across_sentences(read_text: Read) -> None:
    reading = read_text('"They shelled the market. Six people were killed," a doctor in Homs said.')
    assert credit(reading, "shelled").source == "medics"
    assert credit(reading, "killed").source == "medics"


def test_he_and_it_are_who_was_credited_last(read_text: Read) -> None:
    reading = read_text("The Observatory said Homs was calm. It added that six people were killed in Idlib.")
    assert credit(reading, "killed").source == SOHR


def test_the_group_is_who_was_credited_last(read_text: Read) -> None:
    reading = read_text("The Observatory said Homs was calm. The group said six people were killed in Idlib.")
    assert credit(reading, "killed").source == SOHR


def test_a_sentence_of_its_own_has_no_source(read_text: Read) -> None:
    reading = read_text("The Observatory said Homs was calm. Four people were killed in Idlib.")
    assert credit(reading, "killed").source is None


def test_the_same_count_told_without_a_source_takes_it(read_text: Read) -> None:
    reading = read_text("Shells killed 26 people in Homs. SOHR said 26 people were killed by shells.")
    assert credit(reading, "killed").source == SOHR


def test_a_monitor_at_the_end_of_a_title(read_text: Read) -> None:
    reading = read_text("Homs was calm.", title="Blast kills 12 rebels in Syria: activists")
    assert credit(reading, "kills").source == "activists"


def test_the_agent_of_a_bare_verb_of_saying_in_a_relative_clause_credits_nothing(read_text: Read) -> None:
    reading = read_text("The Observatory, which reports on Syria, has an office. Six people were killed in Homs.")
    assert credit(reading, "killed").source is None


def test_claiming_lives_is_no_telling(read_text: Read) -> None:
    assert credit(read_text("The raids claimed the lives of six people in Homs."), "lives").source is None


def test_other_wars(read_text: Read) -> None:
    reading = read_text("The Hamas-run health ministry said 40 people were killed in Gaza on Monday.")
    assert credit(reading, "killed").source == "Gaza health ministry"


def test_a_rank_with_a_dot_does_not_cut_the_credit_off(read_text: Read) -> None:
    reading = read_text(
        "Six people were killed in Homs on Monday, Russian Defence Ministry spokesman Maj. Gen. Ivan Petrov said."
    )
    assert credit(reading, "killed").source == "Russia"


def test_told_reporters_at_the_end(read_text: Read) -> None:
    reading = read_text("Six people were killed in Homs, the Observatory told reporters on Monday.")
    assert credit(reading, "killed").source == SOHR


def test_believing_and_giving_up_credit_nothing(read_text: Read) -> None:
    reading = read_text("Islamic State gave up the town of Homs after 40 fighters were killed.")
    assert credit(reading, "killed").source is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # where one works tells whose word it is
        ("A spokesman at the hospital in Kafr Nabl said a strike killed nine people.", "medics"),
        ("A hospital spokesman said nine people were killed.", "medics"),
        # a body's paper, with its apostrophe or without, its office, its member
        ("Hamas fired. Hamas's statement said nine soldiers died.", "Hamas"),
        ("Hamas fired. Hamass statement said nine soldiers died.", "Hamas"),
        ("The media centre of the Syrian Democratic Forces said nine people were killed.", "SDF"),
        ("Member of the Islamic Salvation Front's media bureau Samir Haddad said nine people died.",
         "Islamic Salvation Front"),
        # a group told by its watching is the monitor that the report names
        ("Nine soldiers died, a group tracking the violence said. The Syrian Observatory for Human Rights said a mine "
         "went off.", "Syrian Observatory for Human Rights"),
    ],
)  # fmt: skip
def test_who_stands_behind_it(read_text: Read, text: str, source: str) -> None:
    assert {a.source for a in read_text(text).attributions} == {source}


def test_the_figure_just_told_keeps_its_source(read_text: Read) -> None:
    reading = read_text("Activists said 30 people died last year in Homs. The figure was down from 50 killed in 2014.")
    assert credit(reading, "killed").source == "activists"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The agency SANA, citing a military official, said six people were killed in Homs.",
            "a military official",
        ),
        ("Six people were killed in Homs, SANA said, quoting a military official.", "a military official"),
        ('"Six people were killed in Homs," the official was quoted as saying.', "official"),
        ("Six people were killed in the raids said the source adding that three cars burned.", "source"),
        ("Six people were killed in Homs since Monday local media reported Wednesday.", "local media"),
        ("Six people were killed on the roads to Syria Iraq or Turkey informed sources said.", "informed sources"),
        ("A number of cars burned, SANA said. In Hama a number of men were killed.", None),
        ("Jets hit Sarjeh and the mills east of the city a local source told SANA on Sunday. Six were killed.", None),
        ("The Observatory said it was a massacre. Its head said six people were killed in Homs.", SOHR),
        ("The General Assembly of the Free Syrian Army said six people were killed.", "rebels"),
    ],
)
def test_credits_within_credits(read_text: Read, text: str, source: str | None) -> None:
    found = credit(read_text(text), "killed").source
    assert found == source or (source is not None and found is not None and found.endswith(source))


def test_an_unnamed_official_is_the_one_told_of_before(read_text: Read) -> None:
    reading = read_text('SANA, citing a military official, said a post was hit. "Six were killed," the official said.')
    assert credit(reading, "killed").source == "a military official"


def test_a_statement_that_runs_over_paragraphs_is_all_of_who_released_it(read_text: Read) -> None:
    paragraphs = (
        "The statement released by Hezbollah reads as follows:",
        "“A town was hit.",
        "Six were killed.”",
        "Two fled.",
    )
    reading = read_text("\n\n".join(paragraphs))
    assert credit(reading, "killed").source == "Hezbollah"
    assert credit(reading, "fled").source is None


def test_a_body_tells_what_its_own_people_did(read_text: Read) -> None:
    text = "The White Helmets were called at dawn. Our teams recovered six bodies in Homs. Two people fled."
    reading = read_text(text, outlet="White Helmets")
    assert credit(reading, "recovered").source == "White Helmets"
    assert credit(reading, "fled").source is None
    assert credit(read_text(text, outlet="Harbour Post"), "recovered").source is None


def test_what_only_explains_is_the_outlets_own(read_text: Read) -> None:
    reading = read_text("The army said it had shelled Homs, which rebels seized in May.")
    assert credit(reading, "shelled").source == "Syrian government"
    assert credit(reading, "seized").source is None


def test_what_came_of_it_is_still_credited(read_text: Read) -> None:
    reading = read_text("The army said a shell hit a bus in Homs, as a result of which six people died.")
    assert credit(reading, "died").source == "Syrian government"


def test_adding_to_something_is_no_telling(read_text: Read) -> None:
    reading = read_text("The rebels took the town of Homs on Monday, adding to the group's recent gains.")
    assert credit(reading, "took").source is None


def test_the_office_of_a_body_is_the_body(read_text: Read) -> None:
    reading = read_text("The United Nations Office for the Coordination of Humanitarian Affairs said six were killed.")
    assert credit(reading, "killed").source == "United Nations"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a paper, a count: whose it is, not who has seen it
        ("A UN report obtained by Reuters said six people were killed in Goma.", "United Nations"),
        ("According to UN figures, six people were killed in Goma.", "United Nations"),
        ("Six people were killed in Goma, according to a tally by the United Nations mission.", "United Nations"),
        ("According to official figures, six people were killed in Goma.", None),
        # ministries and men of the state told without it
        ("The army held Homs in Syria. The interior ministry said six people were killed.", "Syrian government"),
        ("The army held Homs in Syria. A presidential spokesman said six were killed.", "Syrian government"),
        ("The army held Homs in Syria. A local government official said six were killed.",
         "a local government official"),
        ("In Jordan, a defence ministry statement said six people were killed in Homs.", "Jordanian government"),
        # an office before its man, and an outlet before its name
        ("Relief Council chief Omar Haddad said six people were killed in Goma.", "Relief Council"),
        ("The channel Free Libya said six people were killed in Sirte.", "Free Libya"),
        # a policeman who was there speaks for himself
        ("Jan Khan, a policeman who got away, said six people were killed in Kabul.", "Jan Khan"),
        # people told by their number do not speak, unless they are such as tell
        ("At least six people killed there said nothing.", None),
        ("Two officials said six people were killed in Goma.", "two officials"),
        ("Mr Haddad said six people were killed in Goma.", "Haddad"),
    ],
)  # fmt: skip
def test_offices_papers_and_counts(read_text: Read, text: str, source: str | None) -> None:
    reading = read_text(text)
    word = "killed" if any(t.text == "killed" for t in reading.doc) else "said"
    assert credit(reading, word).source == source


def test_what_came_before_is_the_outlets_own(read_text: Read) -> None:
    reading = read_text("Activists said the army had pulled out of Homs after rebels captured a bridge.")
    assert credit(reading, "pulled").source == "activists"
    assert credit(reading, "captured").source is None


def test_a_group_without_arms_speaks_for_itself(read_text: Read) -> None:
    text = "The RSF shelled El Fasher in Sudan. In a statement, the medical group said six people were killed."
    assert credit(read_text(text), "killed").source == "medical group"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two attacks In central Homs city regime media said left nine killed in Syria.", "Syrian state media"),
        ("The Amal agency claimed that two people were killed, and nine killed later, accusing the rebels.",
         "Amal agency"),
        ("The chairman of the Syrian Observatory for Human Rights told reporters that nine were killed.", SOHR),
        ("So far, no group has claimed that nine were killed.", None),
    ],
)  # fmt: skip
def test_subjects_that_the_parser_mistakes(read_text: Read, text: str, source: str | None) -> None:
    reading = read_text(text)
    last = [t for t in reading.doc if t.text == "killed"][-1]
    assert who_says(reading, last).source == source
