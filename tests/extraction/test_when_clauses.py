"""What clauses around a deed tell of its days; a sentence of our own for each rule, published on 10 December 2016."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from asking import ask, days, days_of
from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

ReadText = Callable[..., Reading]


def of_2016(told: str) -> tuple[str, str]:
    """ "05-01 12-10" as first and last day."""
    first, last = told.split()
    return f"2016-{first}", f"2016-{last}"


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        # "have since" opens no clause: what went before keeps its own time
        ("The army left the port in May but has since shelled its mills.", "left", "05-01 05-31"),
        ("The army left the port in May but has since shelled its mills.", "shelled", "05-01 12-10"),
        # and all that is joined to it runs since then
        ("Fights broke out in May. Raids have since left 40 dead and some 90 wounded.", "wounded", "05-01 12-10"),
        ("Fights broke out in May. They have led to the deaths of 900 people since.", "deaths", "05-01 12-10"),
        # the day behind "since", whatever the parse hangs it on
        ("That took the toll to 73 since fighting with the militia erupted on 2 December.", "toll", "12-02 12-10"),
        # a deed's own day stands against a "since" that tells none
        ("The army on Thursday suffered its first loss since launching the raid.", "loss", "12-08 12-08"),
        # what began is counted since it began, by a count that runs
        ("The find took the toll of the siege, which was launched on 2 December, to 90 people.", "toll", "12-02 12-10"),
        # "now" tells no day beside a while
        ("They reported strikes over the past three weeks that have now killed 260 people.", "killed", "11-19 12-10"),
    ],
)  # fmt: skip
def test_since_when(read_text: ReadText, text: str, trigger: str, told: str) -> None:
    assert days_of(read_text(text), trigger, running=trigger in ("toll", "deaths", "killed")) == of_2016(told)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        # what opens a sentence holds for all of it
        ("On 2 December they showed that they can strike the port, where two guards were shot.", "shot", "12-02 12-02"),
        ("In the past two weeks ninety died after jets answered rebel fire with raids.", "raids", "11-26 12-10"),
        # a clause that an event "took place" dates the event, whatever noun it stands by
        ("He spoke before the raid on the market by the river, which took place on Friday.", "raid", "12-09 12-09"),
        # a truce is made on the day of its making, and not during what it is for
        ("On Thursday both sides accepted a truce during Easter.", "truce", "12-08 12-08"),
        # a while whose end is told
        ("Six guards died in raids during a period ending on 2 December.", "died", "12-02 12-02"),
        # what is done to people as it is told
        ("Troops met on Monday.\nThe army is shelling the port.", "shelling", "12-10 12-10"),
        ("Troops met on Monday.\nTwo towns are being shelled.", "shelled", "12-10 12-10"),
    ],
)  # fmt: skip
def test_the_clause_around(read_text: ReadText, text: str, trigger: str, told: str) -> None:
    assert days_of(read_text(text), trigger) == of_2016(told)


def test_an_opening_does_not_date_what_was_before_it(read_text: ReadText) -> None:
    reading = read_text("On Thursday troops entered the port, which raids had emptied after gunmen shot two guards.")
    assert "opens with" not in ask(reading, "shot").reason


@pytest.mark.parametrize(
    ("sentence", "trigger", "reason"),
    [
        ("Rebels had seized the port.", "seized", "done before what is told"),
        ("Clashes have escalated around the port.", "Clashes", "growing or going on"),
    ],
)
def test_other_tenses_take_no_day_of_the_news(read_text: ReadText, sentence: str, trigger: str, reason: str) -> None:
    found = ask(read_text(f"A mine killed six farmers on Thursday.\nThe road was shut. {sentence}"), trigger)
    assert days(found) == ("None", "None")
    assert reason in found.reason


def test_a_deed_is_not_of_the_day_on_which_it_is_claimed(read_text: ReadText) -> None:
    reading = read_text(
        "The army claimed on Friday to have killed forty rebels. Raids went on from Monday to Thursday."
    )
    assert ask(reading, "killed").basis != "words"


def test_who_once_held_ground_holds_it_no_more(read_text: ReadText) -> None:
    assert days(ask(read_text("The rebels once held the port."), "held", present=True)) == ("None", "None")


def test_a_truce_told_beside_a_deed_does_not_date_it(read_text: ReadText) -> None:
    reading = read_text("The raids breached the truce agreed in June.")
    assert days_of(reading, "raids") == ("None", "None")
    assert days_of(reading, "truce") == ("2016-06-01", "2016-06-30")


def test_a_count_whose_days_run_is_of_a_while_with_its_parts(read_text: ReadText) -> None:
    reading = read_text("The operation began on May 23. The fighting has left 160 soldiers and 47 herders dead.")
    assert {(t.low, t.span, str(t.first)) for t in tolls(reading)} == {
        (160, "period", "2016-05-23"),
        (47, "period", "2016-05-23"),
    }


def test_a_part_told_in_another_sentence_has_the_days_told_there(read_text: ReadText) -> None:
    reading = read_text("There were 527 slayings in 2014. Among last year's victims were 137 civilians.")
    assert {(t.low, str(t.first)) for t in tolls(reading)} == {(527, "2014-01-01"), (137, "2015-01-01")}


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        # what began is told in another sentence, and by another name
        ("Forty died since the operation began. Troops launched the offensive on 2 December.", "died", "12-02 12-10"),
        ("Ninety have died since the invasion. The militia invaded the valley on 2 December.", "died", "12-02 12-10"),
        ("Hostilities broke out on 2 May. The conflict has killed ninety people.", "killed", "05-02 12-10"),
        ("Hostilities broke out on 2 May. Ninety have died since the start of the conflict.", "died", "05-02 12-10"),
        # a truce begins when it is agreed
        ("A truce was agreed on 2 May. Forty guards have died since the truce.", "died", "05-02 12-10"),
        # its own words stand before a "since" of something else
        ("Raids rose since the army came in May, and 260 people died in July alone.", "died", "07-01 07-31"),
        # "this year" of the sentence before is what a total goes on with
        ("Raids have grown this year. Some 370 people have died.", "died", "01-01 12-10"),
        ("Raids have gone on since the spring.", "gone", "03-01 12-10"),
    ],
)  # fmt: skip
def test_since_what_began(read_text: ReadText, text: str, trigger: str, told: str) -> None:
    assert days_of(read_text(text), trigger, running=True) == of_2016(told)


def test_that_war_is_of_the_years_told_before(read_text: ReadText) -> None:
    reading = read_text("They recall the 1994-96 war. That war killed 40,000 people.")
    assert days_of(reading, "killed", running=True) == ("1994-01-01", "1996-12-31")


@pytest.mark.parametrize("sentence", ["The militia damaged the temple before it was driven out in March."])
def test_what_was_before_a_month_is_not_of_it_nor_of_the_news(read_text: ReadText, sentence: str) -> None:
    reading = read_text(f"A mine killed six farmers on Thursday.\nThe road was shut. {sentence}")
    assert days_of(reading, "damaged") == ("None", "None")


def test_what_came_after_something_of_last_month_is_not_of_last_month(read_text: ReadText) -> None:
    reading = read_text(
        "Six died on Thursday. With clashes flaring after the handover began last month, two guards died."
    )
    assert days(ask(reading, "flaring")) != ("2016-11-01", "2016-11-30")


def test_days_told_before_hold_until_the_main_event_is_told(read_text: ReadText) -> None:
    text = "Monitors met during the last week. They heard heavy shelling near the port. On Thursday two posts were hit."
    assert days_of(read_text(text), "shelling") == ("2016-12-03", "2016-12-10")


def test_an_event_named_again_by_its_place_is_of_its_own_day(read_text: ReadText) -> None:
    news = "Jets bombed a hall in Pazigyi on 2 December. Aid workers came on Tuesday."
    reading = read_text(f"{news} The number killed in the strike on Pazigyi has risen to 171.")
    assert [(t.high, str(t.first)) for t in tolls(reading)] == [(171, "2016-12-02")]


def test_what_a_war_began_with_is_not_as_long_as_the_war(read_text: ReadText) -> None:
    reading = read_text(
        "It was hit by the five-year civil war that began with protests and has since killed 900 people."
    )
    assert days_of(reading, "protests") == ("None", "None")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("In March two blasts killed 40 people.", "incident"),
        ("A mid-August raid that killed 32 people was condemned.", "incident"),
        ("Clashes in May killed 50 people.", "period"),
        ("More than 150 people died in one of the deadliest raids so far.", "incident"),
    ],
)
def test_a_month_of_one_attack_is_no_while(read_text: ReadText, text: str, span: str) -> None:
    assert [t.span for t in tolls(read_text(text))] == [span]
