"""What did the harm, and who did it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from vedette.extraction.actors import doer
from vedette.extraction.actors.reasons import ELSEWHERE, IN_CLAUSE, IN_THE_CLAUSE
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.nearby import CHAIN
from vedette.extraction.tolls.vocabulary import DEEDS, TALLIES, Vocabulary
from vedette.reading.reading import Reading

AIR, BOMB, EITHER = "air strike", "bomb", "bombing"
_CAUSED = frozenset({"killed", "wounded", "casualties", "missing"})
_HELD = frozenset({"abducted"})
_FAR = 70
_OFTEN, _NEARLY_ALL = 3, 0.75


@dataclass(frozen=True, slots=True)
class Cause:
    """`means` and `by`, each None with its reason where the text does not tell."""

    means: str | None
    by: str | None
    means_reason: str
    by_reason: str


class Causes:
    """Words of means in a report, to be asked for the one that a trigger is told with."""

    def __init__(self, reading: Reading, words: Vocabulary) -> None:
        self.reading = reading
        self.words = words
        self.found = _means(reading.doc, words)

    def of(self, found: Found, period: bool, *, of_war: bool) -> Cause:
        """The cause of what is found. Of a `period` of weeks or more, only what governs the trigger did it all.

        `of_war`: it is of a war as a whole, of which no report tells all the means.
        """
        trigger, effect = found.trigger, found.effect
        by, by_reason = self._doer(found, period)
        if effect not in _CAUSED:
            return Cause(None, by, f"no weapon is asked of {effect}", by_reason)
        means, reason = self._means_of(trigger, period, of_war)
        return Cause(means, by, reason, by_reason)

    def near(self, trigger: Token) -> bool:
        """Whether a word of violence stands in the sentence of the trigger or the one before it."""
        doc, start, end = trigger.doc, trigger.sent.start, trigger.sent.end
        if any(t.lower_ in self.words.effects.natural for t in trigger.sent):
            return False
        start = doc[start - 1].sent.start if start else start
        wounds = self.words.words[DEEDS]
        return any(i in self.found or wounds.get(doc[i].lower_) == "wounded" for i in range(start, end))

    def _doer(self, found: Found, period: bool) -> tuple[str | None, str]:
        trigger, effect = found.trigger, found.effect
        if effect in self.words.effects.undone:
            return None, f"nobody does it to those {effect}"
        if effect in _HELD and trigger.pos_ == "NOUN" and self.words.effect(trigger, TALLIES):
            trigger = _verb_over(trigger)  # what stands before "hostages" says who they are
            if trigger is found.trigger:
                return None, "the text leaves open who holds them"
        by, reason = doer(self.reading, trigger)
        if found.rule == CHAIN and reason == IN_CLAUSE:
            return None, "the headline tells only whom it befell"
        if effect == "released" and reason not in IN_THE_CLAUSE:
            return None, "the text leaves open who let them go"
        if any(m.name == by and m.kind in ("body", "people") for m in self.reading.actors):
            return None, f"{by} is no party to the fighting"
        if period and reason in ELSEWHERE and not _of_these(trigger):
            return None, "who did it is told of one attack only"
        return by, reason

    def _means_of(self, trigger: Token, period: bool, of_war: bool) -> tuple[str | None, str]:
        sent = trigger.sent
        governing = {trigger.i, trigger.head.i} | {
            i for t in _governing(trigger) for i in range(t.left_edge.i, t.right_edge.i + 1)
        }
        inside = [i for i in self.found if sent.start <= i < sent.end]
        close = [i for i in inside if i in governing] or ([] if period else inside)
        if close:
            at = min(close, key=lambda i: (abs(i - trigger.i), i))
            return self._resolved(at), f"{self.reading.doc[at].text!r} in the sentence"
        if period and not of_war and (usual := self._usual()) is not None:
            return usual, "the means of nearly all that the report tells"
        if period:
            return None, "no means is told for the whole while"
        before = [i for i in self.found if trigger.i - _FAR <= i < trigger.i]
        if before:
            return self._resolved(before[-1]), f"{self.reading.doc[before[-1]].text!r} told before"
        return None, "the text does not tell the means"

    def _usual(self) -> str | None:
        """The means that nearly all the report's words of means tell, None where they tell of several."""
        told = Counter(self._resolved(i) for i in self.found)
        means, times = told.most_common(1)[0] if told else ("", 0)
        return means if times >= _OFTEN and times >= _NEARLY_ALL * told.total() else None

    def _resolved(self, at: int) -> str:
        """A bombing is of bombs or from the air, a missile from the air or the ground, as the words around tell."""
        means = self.found[at]
        if means == "shelling" and self.reading.doc[at].lower_.startswith("missile"):
            sent = self.reading.doc[at].sent
            aerial = any(self.found.get(i) == AIR for i in range(sent.start, sent.end))
            return AIR if aerial else means
        if means != EITHER:
            return means
        around = sorted((abs(i - at), m) for i, m in self.found.items() if m in (AIR, BOMB) and abs(i - at) < 2 * _FAR)
        return around[0][1] if around else BOMB


def _verb_over(noun: Token) -> Token:
    """The verb whose object or passive subject the noun is, else the noun."""
    return noun.head if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" else noun


def _of_these(trigger: Token) -> bool:
    """Whether several deeds told before did it all: "these attacks left 54 dead"."""
    doers = [t for t in trigger.sent if t.tag_ == "NNS" and t.dep_ == "nsubj"]
    return any(c.lower_ in ("these", "those") for t in doers for c in t.children)


def _governing(trigger: Token) -> list[Token]:
    """Subject, agent and prepositions of the clause that the trigger stands in, and clauses that tell when or how."""
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.dep_ not in ("ROOT", "acl") and verb.head.i != verb.i:
        verb = verb.head
    found = [
        c
        for v in (trigger, verb)
        for c in v.children
        if c.dep_ in ("nsubj", "agent", "prep", "advcl", "npadvmod", "csubj")
    ]
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.i != verb.i:
        found += [c for c in verb.head.children if c.dep_ in ("nsubj", "agent", "csubj")]
    return found


def _means(doc: Doc, words: Vocabulary) -> dict[int, str]:
    """Token to means, the longest phrase first."""
    found: dict[int, str] = {}
    lower = [t.lower_ for t in doc]
    i = 0
    while i < len(lower):
        for size in (3, 2, 1):
            means = words.means.get(" ".join(lower[i : i + size]))
            if means is not None:
                found[i] = means
                i += size - 1
                break
        i += 1
    return found
