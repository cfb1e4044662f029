"""Schema of ``reach.yaml``: words that tell how far a count reaches."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Reach(Strict):
    """Lists of words; what each list means stands in the file. Verbs are lemmas."""

    before: frozenset[str]
    former: frozenset[str]
    counts: frozenset[str]
    tell: frozenset[str]
    treat: frozenset[str]
    hospitalise: frozenset[str]
    wards: frozenset[str]
