"""What costs much is kept until the record changes, and nobody waits for it twice."""

from __future__ import annotations

import threading
import time

from vedette.workbench.kept import Kept


def test_an_answer_is_made_once_for_one_state_of_the_record() -> None:
    kept, made = Kept(), []
    for stamp in (1, 1, 2, 2):
        assert kept.get("count", stamp, lambda stamp=stamp: made.append(stamp) or stamp) == stamp
    assert made == [1, 2]


def test_a_slow_answer_is_given_as_it_was_while_the_new_one_is_made() -> None:
    kept, go, done = Kept(), threading.Event(), threading.Event()

    def slow() -> str:
        time.sleep(0.15)
        return "old"

    def new() -> str:
        go.wait(5)
        done.set()
        return "new"

    assert kept.get("sources", 1, slow) == "old"
    assert kept.get("sources", 2, new) == "old"
    assert kept.get("sources", 2, new) == "old"  # it is being made already
    go.set()
    assert done.wait(5)
    for _ in range(200):
        if kept.get("sources", 2, new) == "new":
            break
        time.sleep(0.01)
    assert kept.get("sources", 2, new) == "new"
