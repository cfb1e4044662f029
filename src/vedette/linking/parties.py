"""Who acted, and on whom."""

from __future__ import annotations

from vedette.knowledge.kin import Kin
from vedette.linking.score import Score


def party_words(name: str) -> frozenset[str]:
    """The single names of "X and Y", in lower case."""
    return frozenset(part.strip().lower() for part in name.split(" and ") if part.strip())


def compare_actors(a: frozenset[str], b: frozenset[str], kin: Kin) -> Score:
    """Whether two tellings name one doer; names are canonical already."""
    if not a or not b:
        return Score(0.0)
    if a & b:
        return Score(1.0, "same actor")
    told = f"{', '.join(sorted(a))} against {', '.join(sorted(b))}"
    if any(kin.alike(x, y) for x in a for y in b):
        return Score(0.3, told)
    # A description ("gunmen") names nobody, so it speaks less against another name.
    known = any(kin.known(x) for x in a) and any(kin.known(y) for y in b)
    return Score(-2.0 if known else -0.5, told)


def compare_targets(a: frozenset[str], b: frozenset[str]) -> Score:
    """Whether two tellings name one target; who is hit is told so variously that it weighs little."""
    if not a or not b:
        return Score(0.0)
    return Score(0.5, "same target") if a & b else Score(-0.5)
