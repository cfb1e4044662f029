"""The sides of a fight: "clashes between X and Y", "fighting against Y", who is told to be in it."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.tree import Found, forces, named, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, patients


def opponent(reading: Reading, fight: Token) -> str | None:
    """The other side of a fight: "with X", "against X", the second of "between X and Y"."""
    for child in fight.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "against"):
            for obj in objects_of(child):
                name = named(reading, obj)
                if name is not None:
                    return name
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "involving"):
            sides = [n for obj in objects_of(child) if (n := named(reading, obj)) is not None]
            if len(sides) > 1:
                return sides[1]
        if child.dep_ in ("acl", "relcl") and child.lemma_ == "pit":
            for prep in child.children:
                if prep.lower_ == "against":
                    return next((n for o in objects_of(prep) if (n := named(reading, o)) is not None), None)
    return None


def first_side(reading: Reading, fight: Token) -> Found:
    """The first side of a fight: "between X and Y"; X in "X were killed in clashes with Y"."""
    for child in fight.children:
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "by", "involving", "among"):
            for obj in objects_of(child):
                name = named(reading, obj)
                if name is not None:
                    return name, "the first side of the fighting"
        if child.dep_ in ("acl", "relcl") and child.lemma_ == "pit":
            for obj in patients(child):
                name = named(reading, obj)
                if name is not None:
                    return name, "the first side of the fighting"
    head = fight.head.head if fight.dep_ == "pobj" else fight.head
    if head.pos_ != "VERB" or head.lemma_ in forces(reading).not_doing:
        return None
    told = (*patients(head), *agents(head)) if is_passive(head) else (*agents(head), *patients(head))
    for token in told:  # "X killed ten in clashes", "ten of X's men were killed in clashes"
        name = named(reading, token)
        if name is not None and token.i != fight.i:
            return name, "who is in the fighting"
    return None


def other_side(reading: Reading, fight: Token, verb: Token) -> str | None:
    """Who stood against those whom the verb befalls, in a fight that they were in; None for people of neither side."""
    struck = {named(reading, t) for t in (*patients(verb), *agents(verb))}
    both = _sides(reading, fight)
    if len(both) > 1 and struck.isdisjoint(both):
        return None  # "bodies lay there after clashes between the army and rebels"
    return next((side for side in (opponent(reading, fight), *both) if side and side not in struck), None)


def _sides(reading: Reading, fight: Token) -> list[str]:
    return [
        name
        for child in fight.children
        if child.dep_ == "prep" and child.lower_ in ("between", "of", "involving", "among")
        for obj in objects_of(child)
        if (name := named(reading, obj)) is not None
    ]
