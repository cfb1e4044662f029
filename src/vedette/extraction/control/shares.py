"""Ground that is shared or fought over: "split between", "fought for control of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, is_ground
from vedette.extraction.control.clauses import grounds, led, patients
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import Index
from vedette.extraction.control.pointing import main
from vedette.reading.syntax import subjects


def split_finds(index: Index, verb: Token) -> Iterator[Find]:
    """ "X is split between Y and Z": both hold; "Y control in the west" within it is told by the noun."""
    named = [t for t in led(index, verb, "between", "among") if t.lemma_.lower() not in index.words.grips]
    subject = patients(index, verb) or subjects(verb)
    ground = grounds(index, subject)
    for noun in subject:
        if noun.lemma_.lower() in index.words.grips:
            ground += grounds(index, led(index, noun, "of", "over", "in"))
    yield from finds(verb, ground, index.holders(named), "holds", state=True)


def fight_finds(index: Index, word: Token) -> Iterator[Find]:
    """ "fought for control of X", "fighting raged for control of X": contested, nobody's."""
    if not any(c.dep_ == "prep" and c.lower_ in index.words.fight_prepositions for c in word.children):
        return
    fought = word.lemma_.lower() in index.words.fights
    if not fought and not any(s.lemma_.lower() in index.words.fights for s in subjects(word)):
        return
    for prep in word.children:
        if prep.dep_ != "prep" or prep.lower_ not in index.words.fight_prepositions:
            continue
        for noun in prep.children:
            if noun.lemma_.lower() in index.words.grips:
                ground = grounds(index, led(index, noun, "of", "over"), perhaps=True) or _around(index, word)
                if not ground and not led(index, noun, "of", "over"):  # "continue to fight over control"
                    ground = [Area(noun, m.name, m.place, None, False) for m in main(index, word)]
                yield from finds(word, ground, [], "contested", state=True, open_=True)


def _around(index: Index, verb: Token) -> list[Area]:
    """The ground that a clause about it hangs on: "Aleppo, where they have fought for control"."""
    over = verb
    while over.dep_ in ("xcomp", "conj") and over.head.pos_ == "VERB":
        over = over.head  # "where both continue to fight for control"
    if over.dep_ == "relcl":
        return areas(index, over.head) if is_ground(index, over.head) else []
    return grounds(index, led(index, verb, "in"))
