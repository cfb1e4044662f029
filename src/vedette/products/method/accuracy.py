"""What is known of how well Vedette reads: the committed scores."""

from __future__ import annotations

from pathlib import Path

from vedette.knowledge.loader import Strict, load_yaml
from vedette.products.method.model import Score

FILE = Path(__file__).parent / "accuracy.yaml"
MEASURES = {
    "toll.key.f1": "tolls found",
    "toll.full.f1": "tolls right in every slot",
    "event.key.f1": "events found",
    "event.full.f1": "events right in every slot",
    "control.key.f1": "control found",
    "statement.key.f1": "statements found",
    "same_happening.b3.f1": "claims of one happening brought together",
    "killed_range_right.share": "ranges of the dead right",
}
"""Measures by name, in words; F1, the harmonic mean of precision and recall, but for the last, a share."""


class Set(Strict):
    """One set of reports and its scores; `guarded` ones may not fall (tests/floors.json)."""

    name: str
    what: str
    guarded: bool
    scores: dict[str, float]


class Accuracy(Strict):
    """The whole file. `people`: how far two careful people agree."""

    sets: tuple[Set, ...]
    people: str


def known_accuracy() -> Accuracy:
    """The committed scores."""
    return load_yaml(FILE, Accuracy)


def scores() -> tuple[Score, ...]:
    """The committed scores with their measures in words."""
    return tuple(
        Score(
            name=one.name,
            what=one.what,
            guarded=one.guarded,
            scores=tuple((MEASURES[measure], value) for measure, value in one.scores.items()),
        )
        for one in known_accuracy().sets
    )
