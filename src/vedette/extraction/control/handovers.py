"""Ground that changes hands by words other than taking: fell or passed to, handed to, left to, a flag raised over."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.clauses import doers, grounds, led, patients
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import Index
from vedette.reading.syntax import objects, subjects


def handover_finds(index: Index, verb: Token) -> Iterator[Find]:
    """Every claim that `verb` tells of ground going over to somebody."""
    words, lemma = index.words, verb.lemma_.lower()
    if lemma in words.falls or lemma in words.passes:
        yield from _falls(index, verb)
    if lemma in words.hands and (winners := index.winners(led(index, verb, "to"))):
        objects = patients(index, verb)
        yield from finds(verb, _held(index, objects), winners, "gained", state=False)
    if lemma in words.comes | words.brings:
        yield from _under(index, verb)
    if lemma in words.gives:
        yield from _given(index, verb)
    if lemma in words.order_verbs:
        yield from _order(index, verb)
    if lemma in words.alternates and any(n.lemma_.lower() == "hand" for n in patients(index, verb)):
        yield from finds(verb, _held(index, subjects(verb)), [], "contested", state=False, open_=True)
    if lemma in words.raises:
        flags = [n for n in (patients(index, verb) or subjects(verb)) if n.lemma_.lower() in words.flags]
        over = [t for n in (verb, *flags) for t in led(index, n, *words.flag_prepositions - {"in"})] if flags else []
        over = over or [t for n in (verb, *flags) for t in led(index, n, "in")] if flags else []
        who = doers(index, verb) or index.holders([c for n in flags for c in n.lefts])
        flying = verb.tag_ in ("VBZ", "VBP") and not patients(index, verb)  # "its flag flies over X"
        change = "holds" if flying else "gained"
        yield from finds(verb, grounds(index, over, perhaps=True), who, change, state=flying)


def _falls(index: Index, verb: Token) -> Iterator[Find]:
    """ "X fell to Y", "control of X passed to Y", "X fell into the hands of Y"."""
    ground = _held(index, subjects(verb))
    winners = index.winners(led(index, verb, "to"))
    if not winners and verb.lemma_.lower() in index.words.falls | index.words.passes:
        hands = [n for n in led(index, verb, "into", "to", "in", "under") if n.lemma_.lower() in index.words.states_of]
        winners = index.holders([t for n in hands for t in (*led(index, n, "of"), n)])
    lasting = verb.tag_ in ("VBZ", "VBP") and bool(led(index, verb, "under"))  # "X falls under the control of Y"
    yield from finds(verb, ground, winners, "holds" if lasting else "gained", state=lasting)


def _under(index: Index, verb: Token) -> Iterator[Find]:
    """ "X came under Y's control", "Y brought X under its control", "X came under siege by Y"."""
    for noun in led(index, verb, "under", "into", "in", "to"):
        change = index.words.states_of.get(noun.lemma_.lower())
        if change is None:
            continue
        moved = verb.lemma_.lower() in index.words.brings
        ground = _held(index, patients(index, verb) if moved else subjects(verb))
        told = [*(c for c in noun.lefts if c.dep_ != "det"), *led(index, noun, "of", "by"), *led(index, verb, "by")]
        holders = index.holders(told) or (doers(index, verb) if moved else [])
        yield from finds(verb, ground, holders, "gained" if change == "holds" else change, state=change != "holds")
        return


def _given(index: Index, verb: Token) -> Iterator[Find]:
    """ "gives Y control over X", "handed Y control of X"."""
    grips = [n for n in objects(verb) if n.lemma_.lower() in index.words.grips]
    beside = index.holders([c for g in grips for c in g.lefts if c.dep_ != "poss" or c.pos_ != "PRON"])
    who = beside or index.winners(
        [n for n in objects(verb) if n not in grips and n.i < min((g.i for g in grips), default=0)]
    )
    yield from finds(
        verb,
        grounds(index, [t for n in grips for t in led(index, n, "of", "over")], perhaps=True),
        who,
        "gained",
        state=False,
    )


def _order(index: Index, verb: Token) -> Iterator[Find]:
    """ "restored security and stability to X": how governments' agencies tell that it was taken."""
    order = [n for n in patients(index, verb) if n.lemma_.lower() in index.words.orders]
    to = [t for n in (verb, *order) for t in led(index, n, "to", "in", "into")] if order else []
    yield from finds(verb, grounds(index, to, perhaps=True), doers(index, verb), "gained", state=False)


def _held(index: Index, nouns: list[Token]) -> list[Area]:
    """The ground that `nouns` name, or that the control is of which they name."""
    inner = [t for n in nouns if n.lemma_.lower() in index.words.grips for t in led(index, n, "of", "over")]
    return grounds(index, inner or nouns, perhaps=True, strict=True)
