"""Days of what lasts, what runs since it began and what is said of a deed later; published on 10 December 2016."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from asking import days_of
from vedette.extraction.control import control
from vedette.extraction.when import when
from vedette.reading.reading import Reading

ReadText = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # so many days of fighting did it, up to the day told
        ("Six days of raids left 40 farmers dead on Thursday.", "left", "2016-12-02", "2016-12-08"),
        # what the war has brought by now runs to the publication
        ("They met in a three-year conflict that has killed 900 people.", "killed", "2013-12-10", "2016-12-10"),
        ("A month of raids has killed nine herders and displaced 400.", "displaced", "2016-11-10", "2016-12-10"),
        # a war that ended is counted back from its end
        (
            "The two sides agreed on a truce last June after a four-year civil war that left thousands dead.",
            "left",
            "2012-06-01",
            "2016-06-30",
        ),
        # a two-day push is of two days
        (
            "The militia seized nine farms in a two-day push, a monitor said Friday.",
            "seized",
            "2016-12-08",
            "2016-12-09",
        ),
        ("The army has killed 30 gunmen in two days, a channel said Friday.", "killed", "2016-12-08", "2016-12-09"),
    ],
)
def test_lengths_tell_since_when(read_text: ReadText, text: str, trigger: str, first: str, last: str) -> None:
    assert days_of(read_text(text), trigger) == (first, last)


def test_a_length_that_ranks_is_no_length_of_the_deed(read_text: ReadText) -> None:
    text = "It was the worst raid in two weeks. A mine killed six in the port on Thursday."
    assert days_of(read_text(text), "raid") == ("2016-12-08", "2016-12-08")


def test_the_truce_is_not_as_old_as_the_war(read_text: ReadText) -> None:
    text = "The island was torn by a four-year civil war but a truce last June seems to hold."
    assert days_of(read_text(text), "truce") == ("2016-06-01", "2016-06-30")


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # what happened when it began is not what runs since
        (
            "The port has been cut off since July 7, when troops advanced to the road.",
            "advanced",
            "2016-07-07",
            "2016-07-07",
        ),
        ("The town has housed them since 2014 following a raid on the coast.", "raid", "2014-01-01", "2014-12-31"),
        ("The war broke out in May 2012. It began with rallies.", "war", "2012-05-01", "2012-05-31"),
        # begun, and gone on with
        ("The siege began in June and has so far displaced 7,000 people.", "displaced", "2016-06-01", "2016-12-10"),
        (
            "The fighting has killed 90 people and displaced 700. The general launched an offensive in April.",
            "displaced",
            "2016-04-01",
            "2016-12-10",
        ),
    ],
)
def test_what_began_runs_and_its_beginning_does_not(
    read_text: ReadText, text: str, trigger: str, first: str, last: str
) -> None:
    assert days_of(read_text(text), trigger) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The group on Friday claimed responsibility for a raid that killed nine. Gunmen came on Thursday.", "killed"),
        ("The bishops on Friday condemned the killing of nine farmers. Gunmen came on Thursday.", "killing"),
        ("Villagers on Friday buried nine people killed in a raid. Gunmen attacked on Thursday.", "killed"),
    ],
)
def test_the_day_of_what_was_done_about_a_deed_is_not_its_own(read_text: ReadText, text: str, trigger: str) -> None:
    assert days_of(read_text(text), trigger) == ("2016-12-08", "2016-12-08")


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("A group holding eleven hostages asked for talks.", "hostages"),
        ("The prisons house 900 inmates.", "inmates"),
        ("About 45 observers have been stationed there.", "stationed"),
        ("Dozens of drivers were still stuck there.", "stuck"),
    ],
)
def test_who_is_held_is_so_when_it_is_told(read_text: ReadText, sentence: str, trigger: str) -> None:
    reading = read_text(f"A mine killed two in the port on Monday. Rescuers are at work. {sentence}")
    assert days_of(reading, trigger) == ("2016-12-10", "2016-12-10")


def test_who_was_taken_is_of_the_day_of_the_deed(read_text: ReadText) -> None:
    reading = read_text("A mine killed two in the port on Monday. Rescuers are at work. Gunmen took six hostages.")
    assert days_of(reading, "hostages") == ("2016-12-05", "2016-12-05")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The clashes come a day after gunmen captured the fort.", "captured", "2016-12-09"),
        ("Rebels shelled a farm on Thursday. Two days before this attack, a drone hit the port.", "hit", "2016-12-06"),
    ],
)
def test_days_count_from_the_event_named(read_text: ReadText, text: str, trigger: str, day: str) -> None:
    assert days_of(read_text(text), trigger) == (day, day)


def test_a_conflict_of_decades_does_not_date_the_news(read_text: ReadText) -> None:
    text = "Rebels marched into the port, raising tempers in a conflict that has smouldered for over a decade."
    reading = read_text(text)
    assert days_of(reading, "marched") == ("None", "None")
    told = next(m for m in reading.times if m.relation == "during")
    assert str(told.first) == "2006-12-10"


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # "since then" and "now" beside a longer while
        (
            "The army freed towns last May but since then rebels have often shelled them.",
            "shelled",
            "2016-05-01",
            "2016-12-10",
        ),
        (
            "The navy reported strikes over the past two weeks, which it says caused by now 900 deaths.",
            "deaths",
            "2016-11-26",
            "2016-12-10",
        ),
        # a day without a comma before who speaks
        (
            "A mine killed six in the port Wednesday state agency SANA reported. Nine were hurt.",
            "killed",
            "2016-12-07",
            "2016-12-07",
        ),
        # the day of the main clause goes on, and not that of its side clause
        (
            "Staff began leaving on Thursday after the office decided on Monday to close. Forty had fled by road.",
            "fled",
            "2016-12-08",
            "2016-12-08",
        ),
        # a captive of hours is of that day
        (
            "Police on Thursday ended a five-hour siege during which nine guards were killed.",
            "killed",
            "2016-12-08",
            "2016-12-08",
        ),
        # a war's own total, and what adds to it
        ("The toll of the war stands at 900. The war began on May 3.", "toll", "2016-05-03", "2016-12-10"),
        (
            "The war has killed 900 people. Another 80 have been hurt. The war began on May 3.",
            "hurt",
            "2016-05-03",
            "2016-12-10",
        ),
    ],
)
def test_totals_and_their_neighbours(read_text: ReadText, text: str, trigger: str, first: str, last: str) -> None:
    assert days_of(read_text(text), trigger, running=trigger in ("toll", "hurt", "deaths")) == (first, last)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The rebels have captured wide areas of the state.", "captured"),
        ("The hill has already been retaken by the army.", "retaken"),
    ],
)
def test_what_came_about_by_now_is_not_of_the_main_day(read_text: ReadText, sentence: str, trigger: str) -> None:
    reading = read_text(f"Raids on the port killed six on Thursday. Rescuers are at work. {sentence}")
    assert days_of(reading, trigger) == ("None", "None")


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Fighting between troops and gunmen continues in the hills.", "Fighting"),
        ("The gunmen continue to attack posts in the hills.", "attack"),
    ],
)
def test_what_goes_on_in_the_present_is_of_the_publication(read_text: ReadText, sentence: str, trigger: str) -> None:
    reading = read_text(f"A mine killed two in the port on Monday. Rescuers are at work. {sentence}")
    assert days_of(reading, trigger) == ("2016-12-10", "2016-12-10")


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        # a state told in passing is not as old as what the sentence counts
        ("Raids on areas held by rebels in the north have risen to 30 since May.", "held", "2016-12-10"),
        ("The army has since mainly held the north. Rebels took the south in 2012.", "held", "2016-12-10"),
        ("Rebels took the south in 2012. The army has since mainly held the north.", "held", "2012-01-01"),
    ],
)
def test_states_have_their_own_since(read_text: ReadText, text: str, trigger: str, first: str) -> None:
    reading = read_text(text)
    found = when(reading, next(t for t in reading.doc if t.text == trigger), present=True)
    assert (str(found.first), str(found.last)) == (first, "2016-12-10")


def test_a_siege_without_its_days_holds_as_it_is_told(read_text: ReadText) -> None:
    reading = read_text(
        "On Thursday a mine killed two farmers. The capture of the hill enabled the army to besiege Douma."
    )
    found = [c for c in control(reading) if c.change == "besieges"]
    assert [str(c.first) for c in found] == ["2016-12-10"]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # strikes that harm someone are no fighting that began at some time
        ("The strikes have killed nine. The war began in 2011. A mine hurt two on Friday.", "killed", "2016-12-09"),
        # a truce of two days brings about no fighting
        ("A two-day truce since Thursday has had little effect on the shelling.", "shelling", "2016-12-08"),
    ],
)
def test_what_runs_since_a_beginning_is_fighting_alone(read_text: ReadText, text: str, trigger: str, day: str) -> None:
    assert days_of(read_text(text), trigger)[0] == day


def test_fighting_goes_on_with_the_offensive_that_began_last(read_text: ReadText) -> None:
    text = "Rebels launched an offensive on Friday. Fighting has killed 30 soldiers. The air campaign began in 2015."
    assert days_of(read_text(text), "killed", running=True) == ("2016-12-09", "2016-12-10")


def test_what_a_war_began_with_is_of_its_first_days(read_text: ReadText) -> None:
    text = "The uprising erupted in March 2011. A mine hurt two on Friday. The uprising began with rallies in the port."
    assert days_of(read_text(text), "rallies") == ("2011-03-01", "2011-03-31")
