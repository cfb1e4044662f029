"""What the parse ties to a trigger: its own attachments first, then its arguments', then its clause's."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.where.spots import Scene, Spot, from_which, rank
from vedette.knowledge.place_words import PlaceWords

# What it costs to go from a word to one under it. Attachments that say where come cheap, other clauses dear.
_DOWN = {
    "prep": 0.3, "pobj": 0.3, "pcomp": 0.5, "advmod": 0.3, "dobj": 0.8, "nsubjpass": 1.0, "nsubj": 1.4, "compound": 0.8,
    "nmod": 0.8, "poss": 1.2, "appos": 0.6, "conj": 2.5, "relcl": 2.5, "advcl": 2.5, "ccomp": 3.5, "acl": 1.2,
    "xcomp": 1.5, "npadvmod": 0.6, "amod": 1.0, "agent": 1.5, "attr": 1.0, "dative": 0.8, "parataxis": 4.0, "case": 0.2,
}  # fmt: skip
_UP = {
    "conj": 1.6, "advcl": 1.2, "relcl": 1.0, "acl": 0.8, "xcomp": 0.6, "nsubj": 0.8, "nsubjpass": 0.8, "dobj": 0.8,
    "pobj": 0.6, "prep": 0.6, "compound": 0.3, "nmod": 0.4, "pcomp": 0.6, "ccomp": 1.5, "appos": 0.6, "agent": 0.8,
    "amod": 0.4, "attr": 0.8,
}  # fmt: skip
_ORIGIN = 12.0
"""Where people came from is not where the blow fell: beyond reach."""
_TITLE = 8.0
_BESIDE = 12.0
"""And what another subject does, told beside, is mostly elsewhere."""
_AMID = frozenset({"after", "as", "amid", "amidst", "before", "during", "with", "following"})
_BETWEEN = 2.0
"""And the ends of a way: "on the road between X and Y" gives way to a place on it."""
_TOLD = 1.0
"""What it costs to go from an event to the clause that tells of it."""
_MEASURED = 2.0
"""What a word that a way is measured from loses to a name: "Bashiqa, ten miles north of the city"."""
_COARSE = 0.35
"""What each step of coarseness costs: a country told as closely as a town loses to it."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A spot and what it costs to reach it from the trigger."""

    spot: Spot
    cost: float


def tied(stage: Scene, trigger: Token) -> list[Tied]:
    """The spots of the trigger's sentence that the parse leads to, the closest and finest first."""
    if trigger.i not in stage.kept.tied:
        stage.kept.tied[trigger.i] = _tied(stage, trigger)
    return stage.kept.tied[trigger.i]


def _tied(stage: Scene, trigger: Token) -> list[Tied]:
    offered = stage.spots(trigger.sent)
    if not offered:
        return []
    costs = _walk(trigger, stage.words)
    out = []
    for n, spot in enumerate(offered):
        reached = [costs[i] for i in spot.heads if i in costs]
        if reached and not _only_passed(trigger, spot, stage):
            coarse = min((rank(m) for ms in spot.parts for m in ms), default=2)
            measured = _MEASURED if spot.pointer is not None and from_which(spot.pointer, stage.words) else 0.0
            out.append((min(reached) + _COARSE * coarse + measured, n, spot))
    return [Tied(spot, cost) for cost, _, spot in sorted(out, key=lambda o: o[:2])]


def _only_passed(trigger: Token, spot: Spot, stage: Scene) -> bool:
    """Whether the spot is but where somebody comes from or goes to, and the trigger does not tell of that going."""
    going = stage.goer(stage.doc[spot.heads[0]])
    if going is not None and going.dep_ == "conj" and going.head.i == trigger.i:
        return True  # "left the town and were taken to another"
    if going is None or going.i == trigger.i or trigger.lemma_.lower() in stage.words.carrying:
        return False
    return not any(a.i == trigger.i for a in going.ancestors) or trigger.lemma_.lower() not in stage.words.leaving


def _walk(trigger: Token, words: PlaceWords) -> dict[int, float]:
    """Every token of the sentence that can be reached from `trigger`, with the cost of the way."""
    costs: dict[int, float] = {}
    up, cost, before, clause = trigger, 0.0, -1, False
    while True:
        for child in up.children:
            if child.i != before:
                _below(costs, child, cost + _step(up, child, words, True), words)
        costs[up.i] = cost
        if up.head.i == up.i:
            return costs
        clause = clause or up.dep_ in ("ccomp", "parataxis", "acl", "relcl")
        told = up.dep_ in ("ccomp", "parataxis") or (
            clause and up.dep_ == "dobj" and up.lemma_.lower() in words.tellings
        )
        if told and up.head.lemma_.lower() in words.say_verbs:
            return costs
        cost += _UP.get(up.dep_, 1.0)
        before, up = up.i, up.head


def _below(costs: dict[int, float], top: Token, cost: float, words: PlaceWords) -> None:
    """Put what it costs to reach `top` and all under it into `costs`."""
    costs[top.i] = cost
    for child in top.children:
        _below(costs, child, cost + _step(top, child, words, False), words)


def _speaks(noun: Token, words: PlaceWords) -> bool:
    """Whether somebody only tells of what is told: "a Homs resident said", "according to Homs residents"."""
    if noun.dep_ == "pobj":
        return noun.head.head.lower_ == "according" or noun.head.lower_ == "by"
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words.say_verbs


def _of_another(child: Token) -> bool:
    """Whether what hangs on "came" or "followed" is another event: "as troops took X", "a raid in X", "amid ..."."""
    if child.dep_ == "prep":
        return child.lower_ in _AMID
    return child.dep_ == "advcl" or (child.dep_ == "dobj" and child.head.lemma_.lower() == "follow")


def _another(verb: Token, words: PlaceWords) -> bool:
    """Whether a verb joined to the trigger's has a doer of its own, and tells nobody's harm, which is told together."""
    if verb.pos_ != "VERB" or not any(c.dep_ == "nsubj" for c in verb.children):
        return False
    beside = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "acomp", "xcomp", "attr"))]
    return not any({t.lower_, t.lemma_.lower()} & words.harm_class.keys() for t in beside)


def _step(top: Token, child: Token, words: PlaceWords, own: bool) -> float:
    """The cost from `top` to `child`; `own`: `top` is the trigger or above it, not something told beside it."""
    if top.lemma_.lower() in words.following and _of_another(child):
        return _ORIGIN
    if child.dep_ in ("dobj", "pobj") and top.lemma_.lower() in words.adjoining:
        return _ORIGIN
    if child.dep_ == "prep":
        low = child.lower_
        if top.lower_ == "according":
            return _ORIGIN  # "according to residents of X"
        if top.lemma_.lower() in words.answers:
            return _ORIGIN
        if low == "of" and (top.lemma_.lower() in words.kinds or top.lower_ == "out"):
            return 0.1
        if top.lemma_.lower() in words.leaving and low in ("from", "out"):
            return 0.2 if own else _ORIGIN
        if low == "from" and (
            top.lemma_.lower() in words.firing or any(c.lemma_ == "direction" for c in child.children)
        ):
            return _ORIGIN
        if low == "from":
            return 1.2 if top.pos_ == "VERB" else _ORIGIN
        if low == "of" and top.lemma_.lower() in words.bodies and top.lower_ not in words.dwellers:
            return _ORIGIN  # "the military council of Homs"
        if low == "between" and top.pos_ in ("NOUN", "PROPN"):
            return _BETWEEN
        if low in ("of", "for", "by", "with", "against"):
            return 0.6
        return 0.3 if low in words.locatives else 1.0
    if child.dep_ == "conj" and top.pos_ in ("NOUN", "PROPN"):
        return 0.8
    if child.dep_ == "dobj" and own and top.lemma_.lower() in words.leaving:
        return 0.2
    if child.dep_ == "compound" and top.lemma_.lower() in words.kinds:
        return 0.1
    if child.dep_ in ("compound", "poss", "nmod", "amod") and top.lemma_.lower() in words.persons:
        return _TITLE  # "the Homs governor" need not be there
    if child.dep_ in ("compound", "poss", "nmod", "amod") and top.lemma_.lower() in words.bodies:
        # nor "the Homs police"; but what befalls "a Homs resident" does so there
        return _DOWN[child.dep_] if top.lower_ in words.dwellers and not _speaks(top, words) else _ORIGIN
    if child.dep_ == "conj" and _another(child, words):
        return _BESIDE  # "the talks failed and the rebels shelled X"
    if child.dep_ == "relcl" and top.lemma_.lower() in words.event_class:
        return _TOLD  # "a raid that hit X"
    return _DOWN.get(child.dep_, 1.5)
