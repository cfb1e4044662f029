"""The sides of a fight: who fights, against whom, and who holds the ground that it is for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.actors import doer
from vedette.extraction.events.struck import named
from vedette.extraction.events.words import governor, of_preps
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.forces import Forces
from vedette.knowledge.roles import role_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, objects, patients, subjects

LEFT_OPEN = "the words name nobody who acts"
WITH = frozenset({"with", "against"})
ON = frozenset({"on", "against", "at", "into", "in", "of", "for"})
FAR = 5
_APPOSED = 4
NEAR = 8


def clash(reading: Reading, token: Token) -> tuple[str | None, str, str | None]:
    """The first side of a fight told by `token`, how it is known, and the other; None where the words name none."""
    words = reading.knowledge.world("forces", Forces)
    if token.pos_ in ("VERB", "AUX") and not any(c.lower_ == "between" for c in token.children):
        other = named(reading, [*objects(token), *of_preps(token, WITH)])
        if is_passive(token):
            sides = named(reading, agents(token))
            if not sides and (by := doer(reading, token)[0]) is not None:
                sides = [by]  # "was attacked and seized by X"
            other += [name for name in named(reading, patients(token)) if name not in other]
        else:
            sides = named(reading, agents(token) or subjects(token))
        if other or token.lemma_ not in words.mutual:
            sides = sides[:1]  # "X and Y stormed the town": they act together
        if token.lemma_ in event_lexicon(reading.knowledge).classes["driving_back"]:  # who came is who was driven back
            attack = [name for t in objects(token) if (name := doer(reading, t)[0])]
            return next(iter([*other, *attack]), None), "whose attack it was", next(iter(sides), None)
    else:
        sides = named(reading, of_preps(token, frozenset({"between", "among", "of"})))
        if not sides:
            sides = named(reading, of_preps(token, frozenset({"by"})))[:1]
        other = named(reading, of_preps(token, WITH))
        if len(sides) < 2 and (pair := pitted(reading, token)):
            sides, other = [pair[0]], [pair[1]]
        first = doer(reading, token)[0]
        if not sides and first is not None and first not in other:
            sides = [first]
        if not sides:
            sides = [n for n in named(reading, _around(reading, token)) if n not in other]
    both = [*sides, *(o for o in other if o not in sides)]
    if len(both) < 2 and token.pos_ not in ("VERB", "AUX"):
        held = named(reading, of_preps(token, ON), holders=True)
        both += [name for name in held if name not in both]
    if len(both) < 2:
        both += [name for name in _ground(reading, token) if name not in both]
    if not sides and other:
        return None, LEFT_OPEN, both[0]
    return both[0] if both else None, "the sides of the fighting", both[1] if len(both) > 1 else None


def pitted(reading: Reading, noun: Token) -> tuple[str, str] | None:
    """The two sides that words near a noun put against each other: "broke out between X and Y", "pitting X against Y".

    By position, as the parser hangs these now on the noun, now on its verb, now on neither.
    """
    doc, end = noun.doc, noun.sent.end
    for first, second in itertools.pairwise(m for m in reading.actors if noun.left_edge.i <= m.start < noun.i):
        if doc[first.end].text == "-" and second.start == first.end + 1 and first.name != second.name:
            return first.name, second.name  # "Israeli-Palestinian clashes"
    for word in doc[noun.i + 1 : end]:
        if word.lower_ in ("pitting", "pitted"):
            against = next((t for t in doc[word.i : end] if t.lower_ == "against"), None)
            if against is not None:
                one = _first_named(reading, word.i + 1, against.i)
                two = _first_named(reading, against.i + 1, end)
                return (one, two) if one and two and one != two else None
        if word.lower_ == "between" and word.i <= noun.i + NEAR:
            names = named(reading, of_preps(word.head, frozenset({"between"})))
            if len(names) < 2:
                joint = next((t for t in doc[word.i : end] if t.lower_ == "and"), None)
                halves = (
                    ((word.i + 1, joint.i), (joint.i + 1, min(end, joint.i + 2 * FAR))) if joint is not None else ()
                )
                names = [name for low, high in halves if (name := _first_named(reading, low, high)) is not None]
            return (names[0], names[1]) if len(names) > 1 and names[0] != names[1] else None
    return None


def _first_named(reading: Reading, low: int, high: int) -> str | None:
    """The first armed actor told of from token `low` up to `high`."""
    told = [
        m
        for m in reading.actors
        if low <= m.start < high and m.kind in ("armed", "state") and m.how not in ("nationality", "holder", "country")
    ]
    for mention, after in itertools.pairwise(told):
        between = reading.doc[mention.end : after.start]
        if len(between) > _APPOSED or any(t.pos_ in ("ADP", "CCONJ", "VERB") or t.text == "," for t in between):
            return mention.name
    return told[-1].name if told else None  # "X's affiliate the Y" is Y


def _ground(reading: Reading, token: Token) -> list[str]:
    """Who holds the ground that a fight is for: "an offensive to take the X-held town"."""
    taking = reading.knowledge.world("forces", Forces).taking | role_words(reading.knowledge).ousting
    found: list[str] = []
    for over in (token, governor(token)):
        for child in over.children if over is not None else ():
            if child.dep_ in ("acl", "relcl", "advcl", "xcomp") and child.lemma_ in taking and child.tag_ != "VBD":
                found += named(reading, [*of_preps(child, frozenset({"from"})), *objects(child)], holders=True)
    return found


def _around(reading: Reading, noun: Token) -> Iterator[Token]:
    """Those of whom the clause tells that they are in the fighting: "rebels were killed in clashes"."""
    verb = governor(noun)
    if verb is None or noun.dep_ == "nsubj" or verb.lemma_ in role_words(reading.knowledge).not_in_it:
        return
    if is_passive(verb):
        yield from patients(verb)
        yield from agents(verb)
    else:  # "X killed ten soldiers in clashes"
        yield from subjects(verb)
        yield from objects(verb)
