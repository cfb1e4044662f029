"""A text that would be read for ever is given up, alone."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from spacy.language import Language

from vedette.extraction import bounds, extract
from vedette.extraction.bounds import OverdueError, allowance, bounded
from vedette.knowledge.pack import Knowledge
from vedette.model.report import DateBasis, Report
from vedette.reading.reading import Reading


def report(text: str) -> Report:
    return Report(
        title="", text=text, ref=text[:8], outlet=None, published=date(2026, 1, 2), published_basis=DateBasis.METADATA
    )


def spin() -> None:
    while True:
        pass


def test_what_takes_too_long_is_stopped_and_the_timer_put_back() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(OverdueError, match="given up after 0 s"), bounded(0.05):
        spin()
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_who_swallows_the_first_word_to_stop_hears_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_AGAIN", 0.05)
    heard = 0
    with pytest.raises(OverdueError), bounded(0.05):
        try:
            spin()
        except OverdueError:
            heard += 1
        spin()
    assert heard == 1


def test_a_longer_text_may_take_longer() -> None:
    assert allowance([report("a" * 1000), report("b" * 1000)]) == pytest.approx(bounds.SECONDS + 4.0, abs=0.1)


def test_one_report_without_end_does_not_cost_the_others_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 0.05)
    monkeypatch.setattr(bounds, "SECONDS_PER_CHARACTER", 0.0)

    def read(reports: Iterable[Report], _nlp: Language, _knowledge: Knowledge) -> Iterator[Reading]:
        for one in reports:
            if one.text == "without end":
                spin()
            yield cast(Reading, SimpleNamespace(report=one))

    monkeypatch.setattr(extract, "read", read)
    monkeypatch.setattr(extract, "claims_of", lambda _reading: [])
    batch = [report("first"), report("without end"), report("last")]
    first, endless, last = extract.extract_each(batch, cast(Language, None), cast(Knowledge, None))
    assert first == last == []
    assert isinstance(endless, extract.Failure)
    assert endless.reason.startswith("claims cannot be taken out of it: given up after")
