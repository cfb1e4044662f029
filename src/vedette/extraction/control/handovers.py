"""Ground that changes hands by words other than taking: fell or passed to, handed to, left to, a flag raised over."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.clauses import doers, grounds, led, patients
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import Index
from vedette.reading.syntax import subjects


def handover_finds(index: Index, verb: Token) -> Iterator[Find]:
    """Every claim that `verb` tells of ground going over to somebody."""
    words, lemma = index.words, verb.lemma_.lower()
    if lemma in words.falls or lemma in words.passes:
        yield from _falls(index, verb)
    if lemma in words.hands and (winners := index.winners(led(verb, "to"))):
        objects = patients(verb)
        yield from finds(verb, _held(index, objects), winners, "gained", state=False)
    if lemma in words.raises:
        flags = [n for n in patients(verb) if n.lemma_.lower() in words.flags]
        over = [t for n in (verb, *flags) for t in led(n, *words.flag_prepositions - {"in"})] if flags else []
        over = over or [t for n in (verb, *flags) for t in led(n, "in")] if flags else []
        yield from finds(verb, grounds(index, over), doers(index, verb), "gained", state=False)


def _falls(index: Index, verb: Token) -> Iterator[Find]:
    """ "X fell to Y", "control of X passed to Y", "X fell into the hands of Y"."""
    ground = _held(index, subjects(verb))
    winners = index.winners(led(verb, "to"))
    if not winners and verb.lemma_.lower() in index.words.falls | index.words.passes:
        hands = [n for n in led(verb, "into", "to", "in", "under") if n.lemma_.lower() in index.words.states_of]
        winners = index.holders([t for n in hands for t in (*led(n, "of"), n)])
    lasting = verb.tag_ in ("VBZ", "VBP") and bool(led(verb, "under"))  # "X falls under the control of Y"
    yield from finds(verb, ground, winners, "holds" if lasting else "gained", state=lasting)


def _held(index: Index, nouns: list[Token]) -> list[Area]:
    """The ground that `nouns` name, or that the control is of which they name."""
    inner = [t for n in nouns if n.lemma_.lower() in index.words.grips for t in led(n, "of", "over")]
    return grounds(index, inner or nouns)
