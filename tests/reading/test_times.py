"""Words of time to days: one sentence of our own for each rule. Reports are of Saturday 10 December 2016."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.knowledge.pack import default_knowledge
from vedette.model.precision import date_prec, time_precision
from vedette.reading.language import language
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.codes import lexicon
from vedette.reading.times.finder import find

ReadText = Callable[..., Reading]


def one(reading: Reading, words: str) -> TimeMention:
    """The mention that stands on `words`."""
    for mention in reading.times:
        if words in reading.doc[mention.start : mention.end].text:
            return mention
    raise AssertionError(f"{words!r} not found in {[reading.doc[m.start : m.end].text for m in reading.times]}")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Gunmen raided the village on Thursday.", "Thursday", "2016-12-08", "2016-12-08"),
        ("Gunmen raided the village on Saturday.", "Saturday", "2016-12-10", "2016-12-10"),
        ("Raiders came on the night of Thursday to Friday.", "night of", "2016-12-08", "2016-12-09"),
        ('"Ten died in a raid yesterday (Thursday)," he said.', "yesterday", "2016-12-08", "2016-12-08"),
        ("The feud has gone on for over a decade.", "decade", "2006-12-10", "2016-12-10"),
        ("A few hours ago a drone hit the depot.", "hours ago", "2016-12-10", "2016-12-10"),
        ("As of Thursday sixty had died.", "Thursday", "2016-12-08", "2016-12-08"),
        ("The three-week-old siege goes on.", "three-week-old", "2016-11-19", "2016-12-10"),
        ("The depot burned late Thursday.", "late Thursday", "2016-12-08", "2016-12-08"),
        ("Shells fell on the port overnight.", "overnight", "2016-12-09", "2016-12-10"),
        ("The bridge was hit overnight Thursday.", "overnight", "2016-12-08", "2016-12-09"),
        ("Raids went on over Saturday and Sunday.", "Saturday and Sunday", "2016-12-03", "2016-12-04"),
        ("A bus was hit on Friday. The previous day a train was.", "previous day", "2016-12-08", "2016-12-08"),
        ("A bus was hit on Monday. Two days later a train was.", "Two days later", "2016-12-07", "2016-12-07"),
        ("A bus was hit on Dec. 5. The next day a train was.", "next day", "2016-12-06", "2016-12-06"),
        ("The town fell in May 2015. The following month it was retaken.", "month", "2015-06-01", "2015-06-30"),
        ("Ten died between 5 and 9 November.", "between 5 and 9 November", "2016-11-05", "2016-11-09"),
        ("Ten died on November 3-4, 2015.", "November 3-4, 2015", "2015-11-03", "2015-11-04"),
        ("Ten died in the second half of October.", "half of October", "2016-10-16", "2016-10-31"),
        ("Over the past 48 hours forty shells fell.", "48 hours", "2016-12-08", "2016-12-10"),
        ("In the past week ten mines went off.", "past week", "2016-12-03", "2016-12-10"),
        ("The fort fell last month.", "last month", "2016-11-01", "2016-11-30"),
        ("In May last year the rebels took the dam.", "May last year", "2015-05-01", "2015-05-31"),
        ("They lost the dam in March.", "March", "2016-03-01", "2016-03-31"),
        ("They took it in December.", "December", "2016-12-01", "2016-12-10"),
        ("The truce ended eight months ago.", "eight months ago", "2016-04-01", "2016-04-30"),
        ("A truce was signed two years ago.", "two years ago", "2014-01-01", "2014-12-31"),
        ("The 1994-96 war cost much.", "1994-96", "1994-01-01", "1996-12-31"),
        ("The Dec. 5 raid cost much. One on the same day in 2012 cost more.", "same day", "2012-12-05", "2012-12-05"),
        ("Raids killed 40, and 90 in the same month last year.", "same month", "2015-12-01", "2015-12-31"),
        ("Forty died between 5 and 9 May. In the same period of 2014 it was 90.", "same", "2014-05-05", "2014-05-09"),
        ("Sixty have died since November 15.", "November 15", "2016-11-15", "2016-12-10"),
        ("The hill has been held since 2012.", "2012", "2012-01-01", "2016-12-10"),
        ("The three-week-old offensive stalled.", "three-week-old", "2016-11-19", "2016-12-10"),
        ("The town has been besieged for two years.", "two years", "2014-12-10", "2016-12-10"),
        ("Troops left earlier this week.", "this week", "2016-12-05", "2016-12-09"),
        ("Troops left this week.", "this week", "2016-12-05", "2016-12-10"),
        ("Troops left last week.", "last week", "2016-11-28", "2016-12-04"),
        ("A car blew up this morning.", "this morning", "2016-12-10", "2016-12-10"),
        ("A car blew up yesterday evening.", "yesterday evening", "2016-12-09", "2016-12-09"),
        ("So far this year 300 were hurt.", "this year", "2016-01-01", "2016-12-10"),
        ("The siege lasted from March 3 to May 5.", "March 3", "2016-03-03", "2016-05-05"),
        ("They fought between June and August 2014.", "August 2014", "2014-06-01", "2014-08-31"),
        ("Missiles struck the base on 07.04.2016.", "07.04.2016", "2016-04-07", "2016-04-07"),
        ("The raid came on 6 Oct 2014 at dawn.", "6 Oct 2014", "2014-10-06", "2014-10-06"),
        ("The raid of October 4 2014 failed.", "October 4 2014", "2014-10-04", "2014-10-04"),
        ("The raid came on Dec. 3.", "Dec. 3", "2016-12-03", "2016-12-03"),
        ("A bomb went off on the first day of Eid al-Adha.", "first day of Eid", "2016-09-12", "2016-09-12"),
        ("It was seized in the 1980s.", "1980s", "1980-01-01", "1989-12-31"),
        ("Mondays twin bombings shook the town.", "Mondays", "2016-12-05", "2016-12-05"),
        ("Monday's twin bombings shook the town.", "Monday", "2016-12-05", "2016-12-05"),
        ("Last months loss of the port hurt them.", "Last months", "2016-11-01", "2016-11-30"),
        ("The line has not moved since mid-2012.", "mid-2012", "2012-07-01", "2016-12-10"),
        ("A pact was signed in late February.", "late February", "2016-02-21", "2016-02-29"),
        ("The town changed hands last spring.", "last spring", "2016-03-01", "2016-05-31"),
        ("Raids doubled in the second half of 2015.", "second half", "2015-07-01", "2015-12-31"),
        ("The envoys will meet on Sunday.", "Sunday", "2016-12-11", "2016-12-11"),
        ("A drone has just hit the depot.", "just", "2016-12-10", "2016-12-10"),
    ],
)  # fmt: skip
def test_words_to_days(read_text: ReadText, text: str, words: str, first: str, last: str) -> None:
    mention = one(read_text(text), words)
    assert (str(mention.first), str(mention.last)) == (first, last)
    assert mention.reason


@pytest.mark.parametrize(
    "text",
    [
        "A 50-year-old man was hurt.",
        "More than 2000 people fled the valley.",
        "Rebels may attack the town.",
        "The army will march on the city.",
        "The fall of the city stunned them.",
        "Sun Ltd sold them parts.",
        "They pay $300 million a year for it.",
    ],
)
def test_no_time_is_told(read_text: ReadText, text: str) -> None:
    assert read_text(text).times == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In recent days they moved north.", "recent days"),
        ("The post was lost days ago.", "days ago"),
        ("They had raided it in the past.", "past"),
        ("They fought for two hours.", "two hours"),
        ("Another ten died in the same period.", "same period"),
    ],
)
def test_what_names_no_day_stays_open_with_its_reason(read_text: ReadText, text: str, words: str) -> None:
    mention = one(read_text(text), words)
    assert mention.first is None and mention.last is None and mention.reason


def test_the_same_period_is_the_one_told_before(read_text: ReadText) -> None:
    reading = read_text("Thirty have died since November 15. Another ten were hurt in the same period.")
    mention = one(reading, "same period")
    assert (mention.first, mention.last) == (date(2016, 11, 15), date(2016, 12, 10))


def test_without_a_publication_date_relative_words_stay_unresolved(read_text: ReadText) -> None:
    reading = read_text("A bus was hit on Friday. The fort fell on 3 May 2015.", published=None)
    assert one(reading, "Friday").first is None
    assert "publication" in one(reading, "Friday").reason
    assert one(reading, "3 May 2015").first == date(2015, 5, 3)


def test_less_than_a_month_tells_only_the_last_day(read_text: ReadText) -> None:
    mention = one(read_text("In less than a month troops have taken half the city."), "month")
    assert mention.first is None and mention.last == date(2016, 12, 10)


_TIMES = ["Friday", "last week", "yesterday", "in March", "two weeks ago", "since 1991", "overnight"]


@settings(max_examples=30, deadline=None)
@given(
    when=st.dates(date(1992, 1, 1), date(2029, 12, 31)),
    words=st.lists(st.sampled_from(_TIMES), min_size=1, max_size=4),
)
def test_told_as_past_is_never_after_the_publication(when: date, words: list[str]) -> None:
    doc = language()(" ".join(f"The town was shelled {w}." for w in words))
    for found in find(doc, when, lexicon(default_knowledge())):
        assert found.interval is not None
        assert found.interval[0] <= found.interval[1] <= when


def test_precision_codes() -> None:
    day, week = date(2016, 12, 5), date(2016, 12, 11)
    assert (time_precision(day, day), date_prec(day, day)) == (1, 1)
    assert (time_precision(day, week), date_prec(day, week)) == (2, 3)
    assert (time_precision(date(2016, 12, 1), date(2016, 12, 31)), date_prec(day, date(2017, 3, 1))) == (3, 5)
    assert time_precision(None, None) is None and date_prec(None, None) is None


@pytest.mark.parametrize(
    "who", ["70-year-old villager", "seven-year-old Amal", "six-month-old baby", "19-year-old cook"]
)
def test_an_age_is_no_time(read_text: ReadText, who: str) -> None:
    assert not [m for m in read_text(f"Shells fell on Friday and hurt a {who} badly.").times if "old" in m.reason]
    assert len(read_text(f"Shells hurt a {who}.").times) == 0


def test_on_a_sunday_last_week_is_the_week_just_ended(read_text: ReadText) -> None:
    told = one(read_text("The guards were seized last week.", published="2016-12-11"), "last week")
    assert (str(told.first), str(told.last)) == ("2016-12-04", "2016-12-10")
