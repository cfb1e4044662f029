"""Schema of counts.yaml: what a count is a part of, and what became of those counted."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Counts(Strict):
    """The whole of counts.yaml; each field is explained in the file."""

    including: frozenset[str]
    among: frozenset[str]
    those: frozenset[str]
    them: frozenset[str]
    small: frozenset[str]
    shares_adverbs: frozenset[str]
    opens: frozenset[str]
    earlier: frozenset[str]
    going: frozenset[str]
    moving: frozenset[str]
    bringing: frozenset[str]
    whither: frozenset[str]
    departures: frozenset[str]
    caring: frozenset[str]
    abroad: frozenset[str]
    clinics: frozenset[str]
    naming: frozenset[str]
    naming_leads: frozenset[str]
    victims: frozenset[str]
    names_of: frozenset[str]
    following: frozenset[str]
    they: frozenset[str]
    fates: frozenset[str]
    before_fates: frozenset[str]
