"""What became of a thing, in words."""

from __future__ import annotations

from datetime import datetime

from vedette.ledger.history.changes import Change
from vedette.ledger.history.words import fields_words


def test_contradictions_are_told_by_what_became_of_them() -> None:
    was, now = {"x-1": None, "x-2": "by ann: one list"}, {"x-1": "by ann: seen", "x-2": None, "x-3": None}
    change = Change(
        kind="event", id="e-1", change="changed", at=datetime(2016, 12, 10), fields={"contradictions": (was, now)},
        now={}, why=(), into=(),
    )  # fmt: skip
    words = "1 contradiction more; contradiction x-1 settled by ann: seen; contradiction x-2 open again"
    assert fields_words(change) == words
