"""From a token to the actor mention that it stands for, through compounds and "of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.knowledge.forces import Forces
from vedette.reading.reading import ActorMention, Reading

_KEY = "vedette.actor_at"
_LEFT = frozenset({"compound", "amod", "poss", "nmod", "nummod", "npadvmod"})
_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
NOBODY = frozenset({"fighter", "fighters"})
UNKNOWN = ("unknown", "unidentified", "masked")
Found = tuple[str, str] | None
"""A canonical name and how it was found."""
_TIED = frozenset({"loyal", "allied", "belonging", "affiliated", "linked", "backed"})


def forces(reading: Reading) -> Forces:
    """The words by which actors are told without a name."""
    return reading.knowledge.world("forces", Forces)


def cover(reading: Reading) -> dict[int, ActorMention]:
    """Token index to the mention over it; built once a report."""
    cache: dict[str, dict[int, ActorMention]] = reading.doc.user_data
    if _KEY not in cache:
        cache[_KEY] = {n: m for m in reading.actors for n in range(m.start, m.end)}
    return cache[_KEY]


def actor_at(reading: Reading, token: Token, *, holders: bool = False) -> ActorMention | None:
    """The mention over `token` or that its noun phrase belongs to: "YPG" for "members" in "members of the YPG".

    `holders`: also the holder of a place ("rebel-held town"), which else is not who acts there.
    """
    covering = cover(reading).get(token.i)
    if covering is not None and (holders or covering.how != "holder"):
        words = (covering.name.lower(), *forces(reading).forces)
        told = covering.how == "description" and token.lower_ in words  # "warplanes of X"
        return (_part_of(reading, token, holders) if told else None) or covering
    return modifier(reading, token, holders) or _part_of(reading, token, holders)


def modifier(reading: Reading, token: Token, holders: bool = False) -> ActorMention | None:
    """A mention before the noun in its own phrase: "IS suicide bombers", "Russian air strikes", "its convoy"."""
    found = cover(reading)
    noun = (
        token.dep_ in _NOUNS
    )  # "X coalition airstrikes hit Y": the parser takes the last word of a name for a subject
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT and not (noun and child.dep_ == "nsubj"):
            continue
        mention = found.get(child.i) or next((found[t.i] for t in child.subtree if t.i in found), None)
        if mention is None or (mention.how == "holder" and not holders):
            continue
        if mention.how != "pronoun" or child.dep_ == "poss":
            return mention
    return None


def _part_of(reading: Reading, token: Token, holders: bool) -> ActorMention | None:
    """A mention after the noun: "members of X", "fighters from X", "forces loyal to X"."""
    found = cover(reading)
    part = token.lower_ in forces(reading).parts or token.pos_ == "NUM"
    for child in token.children:
        if part and child.dep_ == "prep" and child.lower_ in ("of", "from", "with", "belonging", "among", "to"):
            for obj in child.children:
                if obj.dep_ == "pobj":
                    mention = found.get(obj.i) or actor_at(reading, obj, holders=holders)
                    if mention is not None:
                        return mention
        if child.i > token.i and child.dep_ in ("acl", "amod", "relcl") and child.lower_ in _TIED:
            tied = [o for c in child.children if c.dep_ in ("prep", "agent") for o in objects_of(c)]
            mention = next((m for o in tied if (m := found.get(o.i) or modifier(reading, o)) is not None), None)
            if mention is not None:
                return mention
        if child.dep_ == "appos" and child.i in found:
            return found[child.i]
    return None


def objects_of(prep: Token) -> Iterator[Token]:
    """What stands under a preposition, through "as a result of" and "in a series of"."""
    for child in prep.children:
        if child.dep_ == "pcomp" and child.pos_ in ("ADP", "SCONJ", "PART"):
            yield from objects_of(child)  # "due to X"
        elif child.dep_ in ("pobj", "pcomp"):
            yield child
            yield from (c for c in child.children if c.dep_ == "conj")
            for of in child.children:
                if of.dep_ == "prep" and of.lower_ == "of":
                    yield from objects_of(of)
        elif child.dep_ == "prep":
            yield from objects_of(child)


def named(reading: Reading, token: Token) -> str | None:
    """The canonical name of an armed or political actor at `token`; civilians and nobody in particular do no deeds."""
    mention = actor_at(reading, token)
    if mention is None or mention.kind == "people" or mention.name.lower() in NOBODY | forces(reading).attackers:
        return None
    return None if mention.name.lower().startswith(UNKNOWN) else mention.name
