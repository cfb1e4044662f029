"""What did the harm, and who did it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors import doer
from vedette.extraction.actors.reasons import ELSEWHERE, IN_CLAUSE, IN_THE_CLAUSE
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.means import Means
from vedette.extraction.tolls.nearby import CHAIN
from vedette.extraction.tolls.vocabulary import DEEDS, TALLIES, Vocabulary
from vedette.reading.reading import Reading

_CAUSED = frozenset({"killed", "wounded", "casualties", "missing"})
_HELD = frozenset({"abducted"})


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
        self.means = Means(reading, words)

    def of(self, found: Found, period: bool, *, of_war: bool) -> Cause:
        """The cause of what is found. Of a `period` of weeks or more, only what governs the trigger did it all.

        `of_war`: it is of a war as a whole, of which no report tells all the means.
        """
        trigger, effect = found.trigger, found.effect
        by, by_reason = self._doer(found, period)
        caught = effect == "trapped" and any(t.lower_ in self.words.effects.caught for t in trigger.sent)
        if effect not in _CAUSED and not caught:
            return Cause(None, by, f"no weapon is asked of {effect}", by_reason)
        means, reason = self.means.of(trigger, period, of_war=of_war)
        return Cause(means, by, reason, by_reason)

    def near(self, trigger: Token) -> bool:
        """Whether a word of means stands in its sentence or the one before, or one of violence in its clause."""
        doc, start, end = trigger.doc, trigger.sent.start, trigger.sent.end
        if any(t.lower_ in self.words.effects.natural for t in trigger.sent):
            return False
        start = doc[start - 1].sent.start if start else start
        clause = {t.lower_ for t in trigger.subtree} | {
            t.lower_ for c in trigger.head.children for t in (c, *c.children)
        }
        if clause & self.words.effects.violent:
            return True
        wounds = self.words.words[DEEDS]
        return any(i in self.means.found or wounds.get(doc[i].lower_) == "wounded" for i in range(start, end))

    def _doer(self, found: Found, period: bool) -> tuple[str | None, str]:
        trigger, effect = found.trigger, found.effect
        if effect in self.words.effects.undone:
            return self._driver(trigger) or (None, f"nobody does it to those {effect}")
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

    def _driver(self, trigger: Token) -> tuple[str, str] | None:
        """Who drove people out, where the verb tells of it: "the army displaced 40,000", "shells forced 90 to flee"."""
        driving = self.words.effects.driving
        verbs = [trigger, trigger.head] if trigger.dep_ in ("xcomp", "ccomp", "advcl") else [trigger]
        verb = next((v for v in verbs if v.pos_ == "VERB" and v.lemma_.lower() in driving), None)
        if verb is None:
            return None
        by, reason = doer(self.reading, verb)
        party = any(m.name == by and m.kind in ("armed", "state") for m in self.reading.actors)
        return (by, reason) if by is not None and party and reason in IN_THE_CLAUSE else None


def _verb_over(noun: Token) -> Token:
    """The verb whose object or passive subject the noun is, else the noun."""
    return noun.head if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" else noun


def _of_these(trigger: Token) -> bool:
    """Whether several deeds told before did it all: "these attacks left 54 dead"."""
    doers = [t for t in trigger.sent if t.tag_ == "NNS" and t.dep_ == "nsubj"]
    return any(c.lower_ in ("these", "those") for t in doers for c in t.children)
