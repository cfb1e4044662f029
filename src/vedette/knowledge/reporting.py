"""Schema of ``reporting.yaml``: how a text says who says so."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Reporting(Strict):
    """Lists of words; what each list means stands in the file. Verbs are lemmas."""

    say: frozenset[str]
    phrasal: dict[str, str]
    weak: frozenset[str]
    documents: frozenset[str]
    puts_out: frozenset[str]
    tallies: frozenset[str]
    tellers: frozenset[str]
    state_offices: frozenset[str]
    state_branches: frozenset[str]
    state_voices: frozenset[str]
    state_papers: frozenset[str]
    state_heads: frozenset[str]
    lesser: frozenset[str]
    outlets: frozenset[str]
    honorifics: frozenset[str]
    prepositions: frozenset[str]
    citing: frozenset[str]
    told: frozenset[str]
    heads: frozenset[str]
    folk: frozenset[str]
    watchers: frozenset[str]
    never: frozenset[str]
    again: frozenset[str]
    kept: frozenset[str]
    pronouns: frozenset[str]
    no_content: frozenset[str]
    offices: frozenset[str]
    media: frozenset[str]
    workplaces: dict[str, str]
    watching: frozenset[str]
    titles: frozenset[str]
    own_voice: frozenset[str]
    speakers: frozenset[str]
    aides: frozenset[str]
    clausal: frozenset[str]
    particles: frozenset[str]
    further: frozenset[str]
