"""Newswire in capitals."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.knowledge.pack import Knowledge
from vedette.reading.truecase import truecase

WIRE = (
    "BOGOTA, 4 FEB 90 (EFE) -- THE ARMY SAID TODAY THAT GUERRILLAS OF THE FMLN ATTACKED A FARM IN GUATEMALA."
    "  COLONEL ARZOBAL DENIED IT."
)


def test_capitals_are_put_into_ordinary_case(knowledge: Knowledge) -> None:
    assert truecase(WIRE, knowledge) == (
        "BOGOTA, 4 FEB 90 (EFE) -- The army said today that guerrillas of the FMLN attacked a farm in Guatemala."
        "  Colonel Arzobal denied it."
    )


def test_words_are_written_as_they_mostly_are(knowledge: Knowledge) -> None:
    text = "KIDNAPPERS TOOK CARLOS AND HIS BODYGUARDS TO THE EASTERN PART OF THE CAPITAL IN MARCH, AFP SAID."
    assert truecase(text, knowledge) == (
        "Kidnappers took Carlos and his bodyguards to the eastern part of the capital in March, AFP said."
    )


def test_names_of_several_words_are_names(knowledge: Knowledge) -> None:
    text = "REBELS CROSSED FROM EL SALVADOR, FAR FROM THE HAMLET OF LOS NISPERALES, ON THE 2D DAY OF THE FIGHTING."
    assert truecase(text, knowledge) == (
        "Rebels crossed from El Salvador, far from the hamlet of Los Nisperales, on the 2d day of the fighting."
    )


def test_initials_in_brackets_tell_a_name(knowledge: Knowledge) -> None:
    text = "MEMBERS OF THE PEOPLE'S ARMED FRONT [PAF] FLED TODAY.  THE PEOPLE'S ARMED FRONT DENIES IT."
    assert truecase(text, knowledge) == (
        "Members of the People's Armed Front [PAF] fled today.  The People's Armed Front denies it."
    )


def test_mixed_case_is_left_alone(knowledge: Knowledge) -> None:
    text = "The ARMY said on Monday that NATO, the FMLN and the UN had met in GENEVA without result."
    assert truecase(text, knowledge) is text


def test_short_headlines_are_left_alone(knowledge: Knowledge) -> None:
    assert truecase("TWO KILLED", knowledge) == "TWO KILLED"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(max_codepoint=0x24F), min_size=40, max_size=120))
def test_the_length_never_changes(knowledge: Knowledge, text: str) -> None:
    assert len(truecase(text.upper(), knowledge)) == len(text.upper())
