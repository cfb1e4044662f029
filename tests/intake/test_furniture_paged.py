"""What of a page that kept its lines is furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.intake.furniture import find_furniture
from vedette.intake.rows import report_from_row
from vedette.intake.story import story_of
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.report import Furniture

STORY = [
    "Shells strike market in Marrat",
    "At least nine people were killed on Monday when shells struck a market in the town of Marrat, medics said.",
    "Another 20 people were wounded in the shelling, the health office of the town said in a statement.",
    "The town has been under siege by government forces since the spring of last year.",
]


def kept(lines: list[str]) -> list[str]:
    """The lines of a page that are left as its story."""
    report = report_from_row({"text": "\n\n".join(lines)})
    return [line for line in story_of(report).splitlines() if line.strip()]


def kinds(lines: list[str]) -> dict[str, Furniture]:
    report = report_from_row({"text": "\n\n".join(lines)})
    return {report.full[s.start : s.end]: s.kind for s in report.furniture}


def test_a_story_alone_stays_whole() -> None:
    assert kept(STORY) == STORY


def test_other_stories_after_the_last_post_go() -> None:
    others = [
        "Prev Post",
        "Car bomb kills thirty in Sarun",
        "Next Post",
        "Two children shot dead near the border last night.",
    ]
    assert kept([*STORY, *others]) == STORY


def test_a_list_of_related_news_within_the_story_goes_and_the_story_goes_on() -> None:
    links = ["Related News", "Man shot dead by gunmen in Sarun, May 21", "Six injured in drone attack on Tel Amra"]
    assert kept([*STORY[:2], *links, *STORY[2:]]) == STORY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A man walks past a burnt car in Marrat on Dec. 12 (Agency photo/A. Name)", Furniture.CAPTION),
        ("Smoke rises over the town. Credit: Name/Agency", Furniture.CAPTION),
        ("A street in Marrat [Name Surname/Agency]", Furniture.CAPTION),
        ("FILE - A market in Marrat before the war. (Agency photo/A. Name)", Furniture.OTHER),
        ("A street in Marrat in 2014. (Agency/File photo)", Furniture.OTHER),
        ("Copyright (2016) Agency. All rights reserved.", Furniture.COPYRIGHT),
        ("By Harbour Wire December 12, 2016", Furniture.BYLINE),
        ("Reporting by One Person in Marrat; editing by Another", Furniture.BYLINE),
        ("Make a charitable donation to our newsroom!", Furniture.BANNER),
        ("Join our mailing list", Furniture.BANNER),
        ("For as little as $6 a month you keep us going.", Furniture.BANNER),
        ("Read more: Fifty dead as ferry sinks", Furniture.LINKS),
        ("Share on Facebook", Furniture.SHARE),
        ("— Some Ministry (@someministry) December 12, 2016", Furniture.SHARE),
    ],
)
def test_lines_known_by_their_own_words(line: str, kind: Furniture) -> None:
    page = [*STORY[:2], line, *STORY[2:]]
    assert kinds(page) == {line: kind}


def test_an_appeal_to_the_reader_goes_and_a_quotation_does_not() -> None:
    appeal = "We work hard to bring you the news from the front, whatever it costs."
    quoted = 'The governor said: "We will bring you home, our brothers, whatever it costs."'
    assert kept([*STORY, appeal]) == STORY
    assert kept([*STORY, quoted]) == [*STORY, quoted]


def test_us_the_country_is_no_appeal() -> None:
    line = "On Friday the US-led coalition said that your average depot of this kind takes days to burn out."
    assert kept([*STORY, line]) == [*STORY, line]


def test_a_caption_told_twice_goes_both_times() -> None:
    caption = "A man walks past a burnt car in Marrat on Dec. 12 (Agency photo/A. Name)"
    assert kept([STORY[0], caption, caption, *STORY[1:]]) == STORY


def test_an_embedded_post_told_twice_stays_once() -> None:
    post = "The army said it had opened a road for those who want to leave the old town before nightfall."
    assert kept([*STORY, post, post]) == [*STORY, post]


def test_a_menu_before_the_story_goes_and_its_headline_stays() -> None:
    menu = ["Top Stories", "World NewsLatest on the war", "Politics", "Sports", "Middle East"]
    assert kept([*menu, *STORY]) == STORY


def test_headlines_of_others_before_the_story_go() -> None:
    others = [
        "Parliament votes on fishing rights bill",
        "Football club sells its stadium again",
        "Storm closes northern airports",
    ]
    assert kept([*others, *STORY]) == STORY


def test_main_points_stay() -> None:
    points = [
        "Summary",
        "Army warns of new assault on islands",
        "Envoy repeats opposition to embargo",
        "Aid convoy waits at crossing",
    ]
    assert set(kept([*points, *STORY])) >= set(points[1:])


def test_tags_after_the_story_go() -> None:
    assert kept([*STORY, "Marrat", "Shelling", "Civil war", "More In News", "Storm closes airports"]) == STORY


def test_a_last_paragraph_without_full_stop_stays() -> None:
    last = "The shelling came from positions in the hills that the army holds to the north of the town of Marrat"
    assert kept([*STORY, last]) == [*STORY, last]


def test_items_of_a_list_that_the_story_opens_stay() -> None:
    listed = ["The dead are as follows:", "Amin Darwa (6)", "Sela Omran (10)", "Jan Karim (43)", "Rami Saleh (27)"]
    assert kept([*STORY[:2], *listed, *STORY[2:]]) == [*STORY[:2], *listed, *STORY[2:]]


def test_an_index_of_headlines_has_no_story() -> None:
    index = [f"Headline number {n} tells of something else" for n in "abcdefg"]
    assert kept(index) == []


def test_readers_comments_go() -> None:
    comments = ["I do not believe a word of this report.", "Reply", "Nor do I, and nobody here in town does.", "Reply"]
    assert kept([*STORY, *comments]) == STORY


def test_the_title_told_again_goes() -> None:
    report = report_from_row({"title": STORY[0], "text": "\n".join(STORY)})
    assert [report.full[s.start : s.end] for s in report.furniture] == [STORY[0]]
    assert report.furniture[0].start > len(STORY[0])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*STORY, "Prev Post", "Share", "Tags", "x", "Photo: me", "Read more: a b", "12 May 2016", "…"])
    )
)
def test_spans_are_in_order_apart_and_within(lines: list[str]) -> None:
    knowledge: Knowledge = default_knowledge()
    text = "\n".join(lines)
    spans = find_furniture("", text, knowledge)
    assert spans == find_furniture("", text, knowledge)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text) + 1
        at = span.end


@pytest.mark.parametrize(
    "sentence",
    [
        "A rocket hit a tram stop in Marrat and killed two people, the mayor wrote on his Telegram channel on Monday.",
        "Planes bombed the bakery without prior warning, and six people were wounded, residents said on Monday.",
        "You could see where our team found the crater that the missile left behind, the mayor of Marrat said.",
    ],
)
def test_a_sentence_on_the_war_stays_whatever_it_holds(sentence: str) -> None:
    assert sentence in kept([*STORY, sentence])


def test_an_appeal_goes() -> None:
    assert kept([*STORY, "Get it all in your inbox every morning: subscribe to our newsletter."]) == STORY
