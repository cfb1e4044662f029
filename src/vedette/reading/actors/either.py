"""Two doers between whom a text does not decide: "Syrian or Russian warplanes" are neither one's nor the other's."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from vedette.reading.reading import ActorMention

OPEN = "open"
"""How an actor is told where the text leaves it open which of two it is."""
_PARTIES = frozenset({"armed", "state"})
_ELSEWHERE = frozenset({"holder", "pronoun", "country", "capital"})  # in "fled to X or Y" these are places


def left_open(doc: Doc, mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """`mentions`, in the order of the text, with each "X or Y" of two parties drawn together to one that is open.

    Its name are the words themselves.
    """
    out: list[ActorMention] = []
    for mention in mentions:
        if out and _either(doc, out[-1], mention):
            first = out.pop()
            name = doc[first.start : mention.end].text
            out.append(ActorMention(start=first.start, end=mention.end, name=name, kind=mention.kind, how=OPEN))
        else:
            out.append(mention)
    return out


def _either(doc: Doc, first: ActorMention, second: ActorMention) -> bool:
    if not {first.kind, second.kind} <= _PARTIES or first.name == second.name:
        return False
    between = [t.lower_ for t in doc[first.end : second.start] if not t.is_space]
    return between == ["or"] and not {first.how, second.how} & _ELSEWHERE
