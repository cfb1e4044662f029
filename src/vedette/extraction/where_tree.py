"""The places that a sentence's parse ties to a trigger: its own attachments first, then its arguments', then its clause's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention, Reading

_RANK = {
    PlaceKind.SITE: 0, PlaceKind.AREA: 0, PlaceKind.TOWN: 1, PlaceKind.ADM2: 2, PlaceKind.REGION: 3, PlaceKind.ADM1: 3,
    PlaceKind.COUNTRY: 5,
}  # fmt: skip

# What it costs to go from a word to one under it. Attachments that say where come cheap, other clauses dear.
_DOWN = {
    "prep": 0.3, "pobj": 0.3, "pcomp": 0.5, "advmod": 0.3, "dobj": 0.8, "nsubjpass": 1.0, "nsubj": 1.4, "compound": 0.8, "nmod": 0.8,
    "poss": 1.2, "appos": 0.6, "conj": 2.5, "relcl": 2.5, "advcl": 2.5, "ccomp": 3.5, "acl": 1.2, "xcomp": 1.5, "npadvmod": 0.6,
    "amod": 1.0, "agent": 3.0, "attr": 1.0, "dative": 0.8, "parataxis": 4.0, "case": 0.2,
}  # fmt: skip
_UP = {
    "conj": 1.6, "advcl": 1.2, "relcl": 1.0, "acl": 0.8, "xcomp": 0.6, "nsubj": 0.8, "nsubjpass": 0.8, "dobj": 0.8, "pobj": 0.6,
    "prep": 0.6, "compound": 0.3, "nmod": 0.4, "pcomp": 0.6, "ccomp": 1.5, "appos": 0.6, "agent": 0.8, "amod": 0.4, "attr": 0.8,
}  # fmt: skip
_FAR = 6.0
"""A place that costs more than this is in the sentence, but not tied to the trigger."""


@dataclass(frozen=True, slots=True)
class Told:
    """A place told for a trigger. `weak`: the sentence has it, but does not tie it to the trigger."""

    name: str
    place: Place | None
    reason: str
    cost: float = 0.0
    weak: bool = False


def in_sentence(reading: Reading, trigger: Token) -> Told | None:
    """The most specific place that the trigger's sentence tells for it."""
    words = reading.knowledge.world("place_words", PlaceWords)
    sentence = trigger.sent
    by_head: dict[int, list[PlaceMention]] = {}
    for mention in reading.places:
        if sentence.start <= mention.start < sentence.end and not stands_for_others(reading, mention, words):
            by_head.setdefault(reading.doc[mention.start : mention.end].root.i, []).append(mention)
    costs: dict[int, float] = {}
    for token, cost in _walk(trigger, words):
        if token.i in by_head and cost < costs.get(token.i, 99.0):
            costs[token.i] = cost
    options = [(cost, m) for i, cost in costs.items() for m in by_head[i]]
    if not options:
        return None
    least = min(cost for cost, _ in options)
    close = [(rank(m), cost, m.start, m) for cost, m in options if cost <= least + 1.6]
    _, cost, _, best = min(close, key=lambda o: o[:3])
    name = together(reading, best, [m for _, m in options])
    return Told(
        name, best.place, f"tied to {trigger.text!r} by the parse; {best.reason}", cost, weak=cost > _FAR
    )


def rank(mention: PlaceMention) -> int:
    """How coarse a place is, 0 the finest; a name that nothing resolves is taken for a village."""
    return 1 if mention.place is None else _RANK[mention.place.kind]


def _walk(trigger: Token, words: PlaceWords) -> Iterator[tuple[Token, float]]:
    """Every token of the sentence that can be reached from `trigger`, with the cost of the way."""
    up, cost, before = trigger, 0.0, None
    while True:
        yield from _below(up, cost, before, words)
        if up.head.i == up.i:
            return
        if up.dep_ in ("ccomp", "parataxis") and up.head.lemma_.lower() in words.say_verbs:
            return
        cost += _UP.get(up.dep_, 1.0)
        before, up = up, up.head


def _below(top: Token, cost: float, skip: Token | None, words: PlaceWords) -> Iterator[tuple[Token, float]]:
    yield top, cost
    for child in top.children:
        if child is skip or (skip is not None and child.i == skip.i):
            continue
        step = _DOWN.get(child.dep_, 1.5)
        if child.dep_ == "prep":
            low = child.lower_
            if low == "from":
                step = 1.5
            elif low in ("of", "for", "by", "with", "against"):
                step = 0.6
            elif low not in words.locatives:
                step = 1.2
        if child.dep_ == "conj" and top.pos_ in ("NOUN", "PROPN"):
            step = 0.8
        yield from _below(child, cost + step, None, words)


def stands_for_others(reading: Reading, mention: PlaceMention, words: PlaceWords) -> bool:
    """Whether the name stands for a government, a body or a maker: "US-led", "Damascus rejected", "Moscow's troops"."""
    doc = reading.doc
    root = doc[mention.start : mention.end].root
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.text == "-" and not doc[mention.end - 1].whitespace_:
        return True
    coarse = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    if root.dep_ in ("nsubj", "agent") or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
        verb = root.head
        if verb.lemma_.lower() in words.say_verbs or coarse:
            return verb.lemma_ != "be"
    if coarse and root.dep_ == "pobj" and root.head.lower_ in ("by", "with", "from"):
        return True
    return coarse and root.dep_ == "compound" and root.head.pos_ == "PROPN"


def together(reading: Reading, mention: PlaceMention, others: list[PlaceMention]) -> str:
    """The place's name, with those of the places that "and" joins to it, and with its direction where it has one."""
    doc = reading.doc
    name = shown(mention)
    for other in others:
        if (
            other.start == mention.end + 1
            and doc[mention.end].lower_ in ("and", "&")
            and rank(other) == rank(mention)
        ):
            return f"{name} and {shown(other)}"
        if (
            mention.start == other.end + 1
            and doc[other.end].lower_ in ("and", "&")
            and rank(other) == rank(mention)
        ):
            return f"{shown(other)} and {name}"
    return name


def shown(mention: PlaceMention) -> str:
    """A place's name with a direction before it: "east Aleppo", "northern and northeastern Syria"."""
    direct = mention.modifier and mention.modifier.split()[0].lower()
    directions = ("north", "south", "east", "west", "central")
    if direct and any(direct.startswith(d) for d in directions) and not mention.modifier.endswith(" of"):
        return f"{mention.modifier} {mention.name}"
    return mention.name
