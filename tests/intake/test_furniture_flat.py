"""What of a page that was flattened to one line is furniture."""

from __future__ import annotations

import pytest

from vedette.intake.rows import report_from_row
from vedette.intake.story import story_of

TITLE = "Shells kill nine in Marrat market monitor"
STORY = (
    "At least nine people were killed on Monday when shells struck a market in Marrat a monitor said. "
    'Another 20 were wounded in the attack it said. "We heard three blasts" a resident told the monitor.'
)


def story(text: str, title: str = TITLE) -> str:
    return " ".join(story_of(report_from_row({"title": title, "text": text}))[len(title) :].split())


@pytest.mark.parametrize(
    "head",
    [
        "Mon 12 Dec 2016 Shells kill nine in Marrat market monitor. ",
        "Shells kill nine in Marrat market monitor AFP Monday 12 Dec 2016 ",
        "AFP Monday 12 Dec 2016 Shells kill nine in Marrat market monitor ",
        "Shells kill nine in Marrat market monitor REUTERS A. Name Middle East 0041 12.12.2016Get short URL 185 ",
        "Date of publication 12 December 2016 ",
        "Posted on December 12 2016 by Some Writer Shells kill nine in Marrat market monitor ",
        "12.12.2016(updated 1121 12.12.2016) Get short URL Topic War in the Hills (200) 0 38 ",
        "Last updated at Dec 122016 ",
        "Monday 12 December 2016 21:09 Shells kill nine in Marrat market: monitor. ",
    ],
)
def test_what_stands_before_the_story_goes(head: str) -> None:
    assert story(head + STORY) == STORY


def test_a_wire_that_opens_the_first_sentence_stays() -> None:
    told = "SANA reporter in Marrat said nine people were killed."
    assert story(f"12 December 2016 Shells kill nine in Marrat market monitor {told}") == told


@pytest.mark.parametrize(
    "foot",
    [
        " Read Also",
        " Last Update: Monday 12 December 2016 KSA 11:13 - GMT 08:13 5",
        " Reporting by One Person; Editing by Another Our Standards: Principles.",
        " ... 38 Tags Marrat shelling Community standardsDiscussion Comment via Facebook",
        " A. Name/ B. Name",
        " MRK 12",
        " - REUTERS",
    ],
)
def test_what_stands_after_the_story_goes(foot: str) -> None:
    assert story(STORY + foot) == STORY


def test_the_first_words_of_a_story_stay() -> None:
    assert story(STORY) == STORY
    assert story("413 people have been killed in the town since May. " + STORY).startswith("413 people")


def test_a_title_with_the_sites_name_is_known_again() -> None:
    assert story(f"{TITLE} AFP Monday 12 Dec 2016 {STORY}", f"{TITLE} - Region - Some Paper") == STORY


def test_tags_between_deck_and_story_go() -> None:
    deck = "Shells hit a market in the besieged town."
    assert story(f"{deck} Tags Marrat Siege Civil War UN {STORY}") == f"{deck} {STORY}"


def test_a_caption_with_its_credit_goes() -> None:
    caption = "People inspect the damage at a market in Marrat on December 12. (Some Agency via AFP)"
    assert story(f"12 Dec 2016 {caption} {STORY}") == STORY


def test_a_sentence_that_credits_a_wire_is_no_caption() -> None:
    said = "The governor said on state television that nine people had been killed. (AFP)"
    assert story(f"{said} {STORY}") == f"{said} {STORY}"


def test_a_linked_headline_behind_a_pictures_credit_goes() -> None:
    first, rest = STORY.split(". ", 1)
    link = "REUTERS A. Name Army Repels Attack on Northern Front Near Sarun"
    assert story(f"{first}. {link} {rest}") == f"{first}. {rest}"


def test_a_writers_name_before_the_dateline_goes() -> None:
    line = "MARRAT, 2016-12-12 (Reuters) - " + STORY
    assert story("Some B. Writer " + line) == line


def test_a_long_word_at_the_end_is_tried_as_one_word() -> None:
    """Tried in all its parts, as many as eight, it took longer than any test may."""
    text = f"{STORY} {'9A' * 54} left"
    assert story(text).endswith(" left")
