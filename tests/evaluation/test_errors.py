from __future__ import annotations

from typing import Any

import pytest

from vedette.evaluation.errors import error_classes, error_lines, number_form
from vedette.evaluation.names import Aliases
from vedette.evaluation.pairing import pair


def toll(**slots: Any) -> dict[str, Any]:
    base = {
        "report": "r",
        "kind": "toll",
        "quote": "seven were killed",
        "effect": "killed",
        "low": 7,
        "high": 7,
    }
    return {**base, **slots}


@pytest.mark.parametrize(
    ("low", "high", "approx", "form"),
    [
        (7, 7, False, "exact"),
        (7, 7, True, "about"),
        (7, None, False, "at least"),
        (None, 7, False, "up to"),
        (5, 7, False, "range"),
        (None, None, False, "no number"),
    ],
)
def test_number_forms(low: int | None, high: int | None, approx: bool, form: str) -> None:
    assert number_form(toll(low=low, high=high, approx=approx)) == form


def test_errors_fall_into_classes() -> None:
    golds = [
        toll(),
        toll(quote="at least 3 hurt", effect="wounded", low=3, high=None),
        toll(quote="x", low=1),
    ]
    founds = [
        toll(place="Homs"),
        toll(quote="hurt", low=9),
        toll(quote="at least 3 hurt", effect="killed", low=3),
    ]
    aliases = Aliases()
    names = {c.name for c in error_classes({"toll": pair("toll", golds, founds, aliases)}, aliases)}
    assert names == {
        "toll / slot differs / place",
        "toll / key differs / effect and low and high",
        "toll / missed / killed / range",
        "toll / false find / killed / range",
    }


def test_lines_show_the_first_of_each_class() -> None:
    aliases = Aliases()
    result = pair("toll", [toll(), toll(low=8, high=8, quote="8")], [], aliases)
    lines = error_lines(error_classes({"toll": result}, aliases), 1)
    assert lines == [
        "toll / missed / killed / exact: 2",
        "    [r] effect killed, low 7, high 7: seven were killed",
    ]
