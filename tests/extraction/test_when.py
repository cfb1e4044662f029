"""When it happened, not when it was said; a sentence of our own for each rule, published on 10 December 2016."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from asking import ask, days
from vedette.extraction.when import when
from vedette.reading.reading import Reading

ReadText = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # its own words, wherever they stand in the clause
        ("A mine killed six farmers on Thursday.", "killed", "2016-12-08", "2016-12-08"),
        ("On Thursday a mine killed six farmers.", "killed", "2016-12-08", "2016-12-08"),
        ("Thursday's shelling of the port hurt ten.", "shelling", "2016-12-08", "2016-12-08"),
        # the words of the clause that it hangs on
        ("A drone hit a market on Thursday, killing six.", "killing", "2016-12-08", "2016-12-08"),
        ("Six people were killed in raids launched overnight.", "killed", "2016-12-09", "2016-12-10"),
        ("Six people were wounded in the raids, which took place on Thursday.", "wounded", "2016-12-08", "2016-12-08"),
        # texts that lost their commas
        (
            "A mine killed six people in the old town on Thursday local television reported.",
            "killed",
            "2016-12-08",
            "2016-12-08",
        ),
        # a clause "since"
        ("Clashes have raged since rebels entered the town on Monday.", "raged", "2016-12-05", "2016-12-10"),
        # counted from the clause around it
        (
            "Troops entered the port on Saturday, nine months after militants were driven out.",
            "driven",
            "2016-03-01",
            "2016-03-31",
        ),
        ("On Saturday, after two days of fighting, the fort fell.", "fighting", "2016-12-08", "2016-12-10"),
    ],
)
def test_words_of_its_own(read_text: ReadText, text: str, trigger: str, first: str, last: str) -> None:
    assert days(ask(read_text(text), trigger)) == (first, last)


def test_the_day_of_the_saying_is_not_the_day_of_the_deed(read_text: ReadText) -> None:
    reading = read_text("A mine killed six farmers on Thursday. A monitor said Saturday that ten were hurt.")
    assert days(ask(reading, "hurt")) == ("2016-12-08", "2016-12-08")


def test_what_was_said_on_a_day_did_not_come_after_it(read_text: ReadText) -> None:
    reading = read_text(
        "A market burned today in the old town. Traders lost everything.\n\n"
        "On December 2, the monitor reported that a farmer was wounded."
    )
    assert days(ask(reading, "wounded")) == ("2016-12-02", "2016-12-02")


def test_without_words_the_day_is_the_main_events(read_text: ReadText) -> None:
    text = "Raids on the port killed six on Thursday. The toll may rise. Ten more were hurt in the attack."
    answer = ask(read_text(text), "hurt")
    assert days(answer) == ("2016-12-08", "2016-12-08")
    assert answer.basis in ("main event", "sentence before")


def test_where_no_day_is_told_none_is_given(read_text: ReadText) -> None:
    answer = ask(read_text("Raids on the port killed six. Ten more were hurt."), "hurt")
    assert answer.first is None and answer.last is None and answer.reason


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The army seized the hill days ago.", "seized"),
        ("The recent capture of the hill cut the road.", "capture"),
        ("The envoys will meet in the capital.", "meet"),
        ("The capital announced the deployment of 200 troops.", "deployment"),
        ("The evacuation is part of a deal.", "deal"),
        ("Planes have been striking the valley.", "striking"),
    ],
)
def test_background_and_plans_do_not_take_the_main_events_day(read_text: ReadText, sentence: str, trigger: str) -> None:
    reading = read_text(f"Raids on the port killed six on Thursday. Rescuers are at work. {sentence}")
    assert ask(reading, trigger).first is None


def test_background_days_do_not_leak_into_the_main_event(read_text: ReadText) -> None:
    text = "The militia, which took the dam last year, shelled the port on Thursday."
    assert days(ask(read_text(text), "shelled")) == ("2016-12-08", "2016-12-08")
    assert days(ask(read_text(text), "took")) == ("2015-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("More than 900 people have been killed since June 3.", "killed", "2016-06-03"),
        ("More than 900 people have been killed since the war began in June 2014.", "killed", "2014-06-01"),
        (
            "The war began in June 2014. More than 900 people have been killed since the war began.",
            "killed",
            "2014-06-01",
        ),
        ("Shells have hurt 50 since June 3. Another 20 have been killed in the same period.", "killed", "2016-06-03"),
        ("There were 50 attacks since June 3. These attacks left 20 dead.", "left", "2016-06-03"),
    ],
)
def test_running_totals_run_from_their_start_to_the_publication(
    read_text: ReadText, text: str, trigger: str, first: str
) -> None:
    assert days(ask(read_text(text), trigger, running=True)) == (first, "2016-12-10")


def test_a_running_total_without_a_start_has_none(read_text: ReadText) -> None:
    answer = ask(
        read_text("A mine hurt two on Thursday. Hundreds have been killed over the war."), "killed", running=True
    )
    assert answer.first is None and answer.reason


def test_the_toll_of_one_attack_is_no_running_total(read_text: ReadText) -> None:
    text = "The death toll from a bomb attack on a bus on Thursday has reached 60."
    assert days(ask(read_text(text), "reached", running=True)) == ("2016-12-08", "2016-12-08")


def test_what_holds_now_takes_the_publication_date(read_text: ReadText) -> None:
    reading = read_text("The militia holds the port. The army has held the airport since 2012.")
    assert days(ask(reading, "holds", present=True)) == ("2016-12-10", "2016-12-10")
    assert days(ask(reading, "held", present=True)) == ("2012-01-01", "2016-12-10")


def test_what_holds_now_is_undated_without_a_publication_date(read_text: ReadText) -> None:
    answer = ask(read_text("The militia holds the port.", published=None), "holds", present=True)
    assert answer.first is None and "publication" in answer.reason


def test_list_labels_date_what_stands_behind_them(read_text: ReadText) -> None:
    reading = read_text("Raids this year:\n• March: two raids hurt nine people.\n• April: one raid burned a depot.")
    assert days(ask(reading, "burned")) == ("2016-04-01", "2016-04-30")


def test_the_day_of_the_saying_stands_in_where_no_other_is_told(read_text: ReadText) -> None:
    answer = ask(read_text("A monitor reported on Friday that a drone killed a driver. He was alone."), "killed")
    assert days(answer) == ("2016-12-09", "2016-12-09")
    assert answer.basis == "said"


def test_an_attack_gone_on_with_keeps_the_day_of_the_sentence_before(read_text: ReadText) -> None:
    text = "Raids burned a depot on Thursday. A drone struck a farm on June 3. The attack hurt nine."
    assert days(ask(read_text(text), "hurt")) == ("2016-06-03", "2016-06-03")


@pytest.mark.parametrize("words", ["a long civil war between the army and rebels", "regular bombardment of the city"])
def test_what_is_told_as_a_whole_or_as_a_habit_is_not_of_the_main_day(
    read_text: Callable[..., Reading], words: str
) -> None:
    reading = read_text(f"A bomb killed two people in Kandy on Friday. The country went through {words}.")
    told = next(t for t in reading.doc if t.lower_ in ("war", "bombardment"))
    assert when(reading, told).first is None


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        (
            "Since April 2015, the army and the rebels have been locked in a war. "
            "The war, now in its second year, has killed thousands and displaced millions.",
            "displaced",
            "2015-04-01",
            "2016-12-10",
        ),
        (
            "The war was sparked by an Oct. 7 raid. The army says it has killed 900 gunmen during the war.",
            "killed",
            "2016-10-07",
            "2016-12-10",
        ),
        (
            "That brings the toll of the war to 34,000. The war broke out on May 3.",
            "toll",
            "2016-05-03",
            "2016-12-10",
        ),
    ],
)
def test_a_total_of_the_war_runs_since_it_began(
    read_text: ReadText, text: str, trigger: str, first: str, last: str
) -> None:
    assert days(ask(read_text(text), trigger, running=True)) == (first, last)


def test_what_has_come_about_goes_on_with_the_period_told_before(read_text: ReadText) -> None:
    text = (
        "On Thursday a mine hurt two. Since May 3, the port has seen clashes. Medics say 300 people have been killed."
    )
    assert days(ask(read_text(text), "killed")) == ("2016-05-03", "2016-12-10")


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # one time for several verbs joined
        (
            "Raids came on Friday. At least 20 were killed and scores wounded in a blast in June.",
            "killed",
            "06-01",
            "06-30",
        ),
        # the sentence before goes on with the one before it
        (
            "A bus was hit on Friday. Rebels raided a base on November 17. The raid in Jordan Port used mortars. "
            "Two men were killed.",
            "killed",
            "11-17",
            "11-17",
        ),
        # the day within what somebody says
        (
            "Shells fell on Friday. Dobish says they repelled an attack on the port on Tuesday. Four were killed.",
            "killed",
            "12-06",
            "12-06",
        ),
    ],
)
def test_what_is_told_on_has_the_day_of_what_it_goes_on_with(
    read_text: ReadText, text: str, trigger: str, first: str, last: str
) -> None:
    assert days(ask(read_text(text), trigger)) == (f"2016-{first}", f"2016-{last}")


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # since an event that is dated: what came of it runs from then
        (
            "More than 900 villagers have died since the start of the revolt in March.",
            "died",
            "2016-03-01",
            "2016-12-10",
        ),
        # and the event itself was then
        ("Dozens have died since the raid by gunmen on Thursday.", "raid", "2016-12-08", "2016-12-08"),
        # what a deed is the worst of is not when it was
        ("It was the deadliest raid this year. Six farmers died on Thursday in the raid.", "raid", "2016-12-08", None),
        # an age is no time
        ("A woman in her 70s was hurt on Thursday.", "hurt", "2016-12-08", "2016-12-08"),
        # the day before a speaker's name, where the commas are lost
        (
            "A bomb killed six men in the port of Latakia on Thursday Syrian state television reported.",
            "killed",
            "2016-12-08",
            "2016-12-08",
        ),
        # since this morning is a day
        ("Guns have pounded the port since this morning. Six men were killed.", "killed", "2016-12-10", "2016-12-10"),
        # a month goes on with the deeds that it is told with
        (
            "Observers counted four raids on the port in October. The raids wounded eight men. Mines rose on Friday.",
            "wounded",
            "2016-10-01",
            "2016-10-31",
        ),
    ],
)
def test_what_words_of_time_are_of(read_text: ReadText, text: str, trigger: str, first: str, last: str | None) -> None:
    found = days(ask(read_text(text), trigger))
    assert found[0] == first
    assert last is None or found[1] == last


def test_a_list_is_of_the_time_of_what_it_breaks_down(read_text: ReadText) -> None:
    reading = read_text(
        "A drone hit a lorry on Friday. Since early 2016, drones have struck the province 37 times. "
        "The attacks are spread as follows:\n\n• The port: 18 attacks left nine farmers dead.\n"
    )
    assert days(ask(reading, "dead")) == ("2016-01-01", "2016-12-10")


def test_a_total_of_long_takes_no_day_of_other_news(read_text: ReadText) -> None:
    reading = read_text(
        "A mine killed six farmers on Thursday. The land is poor. The war forced two million villagers to flee."
    )
    assert ask(reading, "flee", running=True).first is None


def test_how_many_are_held_is_of_the_day_on_which_it_is_told(read_text: ReadText) -> None:
    reading = read_text(
        "A mine killed six farmers on Thursday. The land is poor. The rebels want their 400 jailed comrades back."
    )
    assert days(ask(reading, "jailed", running=True)) == ("2016-12-10", "2016-12-10")


def test_news_without_a_day_is_not_of_yesterday_in_a_later_paragraph(read_text: ReadText) -> None:
    reading = read_text("An old woman was wounded by shells on the port.\n\nYesterday, a guard died in the hills.\n")
    assert ask(reading, "wounded").first is None
    assert days(ask(reading, "died")) == ("2016-12-09", "2016-12-09")


def test_an_event_with_its_own_day_is_not_counted_from_another(read_text: ReadText) -> None:
    reading = read_text("Troops left the port on Friday, two weeks after the Nov. 20 raid that killed six men.")
    assert days(ask(reading, "raid")) == ("2016-11-20", "2016-11-20")
