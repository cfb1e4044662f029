"""Schema of numbers.yaml: words of number, hedges, and what a number may stand before and not count."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Hedges(Strict):
    """Phrases by what they do: open the top (`least`), open the bottom (`most`), blur both ways (`about`)."""

    least: tuple[str, ...]
    most: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class NumberWords(Strict):
    """The whole of numbers.yaml; each field is explained in the file."""

    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    several: dict[str, int]
    several_of: tuple[str, ...]
    fractions: dict[str, int]
    couple: dict[str, int]
    hedges: Hedges
    after: Hedges
    fillers: frozenset[str]
    units_of_measure: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
