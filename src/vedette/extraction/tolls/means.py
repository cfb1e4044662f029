"""What did the harm: the words of means of a report, and which of them a trigger is told with."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.vocabulary import Vocabulary
from vedette.reading.reading import Reading, TimeMention

_FAR = 70
"""How many tokens before a toll the means may be told."""
_WORDS = 3
"""How many words a phrase of means has at most."""
_OFTEN, _NEARLY_ALL = 3, 0.75
_THINGS = frozenset({"dobj", "nsubjpass"})
_ON = frozenset({"of", "on"})
_DAYS = frozenset({"day", "part"})


class Means:
    """The words of means in a report, to be asked for the one that a trigger is told with."""

    def __init__(self, reading: Reading, words: Vocabulary) -> None:
        self.reading = reading
        self.words = words
        self.found = _found(reading.doc, words)

    def of(self, trigger: Token, period: bool, *, of_war: bool) -> tuple[str | None, str]:
        """The means, None where the text does not tell, and the reason.

        Of a `period` of weeks or more, only what governs the trigger did it all. `of_war`: it is of a war as a whole,
        of which no report tells all the means.
        """
        sent = trigger.sent
        governing = {trigger.i, trigger.head.i} | {
            i for t in _governing(trigger) for i in range(t.left_edge.i, t.right_edge.i + 1)
        }
        inside = [i for i in self.found if sent.start <= i < sent.end]
        close = [i for i in inside if i in governing] or ([] if period else inside)
        if close:
            at = self._first_joined(min(close, key=lambda i: (abs(i - trigger.i), i)))
            return self._resolved(at), f"{self.reading.doc[at].text!r} in the sentence"
        if period and not of_war and (usual := self._usual()) is not None:
            return usual, "the means of nearly all that the report tells"
        if period:
            return None, "no means is told for the whole while"
        before = [i for i in self.found if trigger.i - _FAR <= i < trigger.i]
        if before and not self._on_another_day(trigger, before[-1]):
            return self._resolved(before[-1]), f"{self.reading.doc[before[-1]].text!r} told before"
        return None, "the text does not tell the means"

    def _first_joined(self, at: int) -> int:
        """Of several means joined by "and", the one told first: "air strikes and rockets killed"."""
        word = self.reading.doc[at]
        while word.dep_ == "conj" and word.head.i < word.i:
            before = next((i for i in range(word.head.i, word.head.i - _WORDS, -1) if i in self.found), None)
            if before is None:
                break
            at, word = before, word.head
        return at

    def _usual(self) -> str | None:
        """The means that nearly all the report's words of means tell, None where they tell of several."""
        told = Counter(self._resolved(i) for i in self.found)
        means, times = told.most_common(1)[0] if told else ("", 0)
        return means if times >= _OFTEN and times >= _NEARLY_ALL * told.total() else None

    def _resolved(self, at: int) -> str:
        """The means of a word that several go by ("a raid", "bombed"): of which the surer words around tell.

        A missile is from the air where its sentence tells of aircraft; a place that is bombed is so from the air.
        """
        doc, means = self.reading.doc, self.found[at]
        if means not in self.words.open_means:
            return means
        usual, other = self.words.open_means[means]
        sent = doc[at].sent
        sure = {i: m for i, m in self.found.items() if m in (usual, other)}
        here = {m for i, m in sure.items() if sent.start <= i < sent.end}
        if means in self.words.usual_means:
            return other if other in here and usual not in here else usual
        if len(here) == 1:
            return here.pop()
        around = sorted((abs(i - at), m) for i, m in sure.items() if abs(i - at) < 2 * _FAR)
        if means == "bombing":
            return around[0][1] if around else other if _of_a_place(doc[at]) else usual
        return other if around and usual not in {m for _, m in around} else usual

    def _on_another_day(self, trigger: Token, at: int) -> bool:
        """Whether the toll's own sentence tells another day than the sentence of the means."""
        here, there = (self._days(t.sent.start, t.sent.end) for t in (trigger, self.reading.doc[at]))
        return bool(here and there) and not any(a.first == b.first for a in here for b in there)

    def _days(self, start: int, end: int) -> list[TimeMention]:
        return [m for m in self.reading.times if start <= m.start < end and m.granularity in _DAYS and m.first]


def _of_a_place(word: Token) -> bool:
    """Whether it is done to a place ("bombed the town", "the bombing of the town"): cars and belts are not."""
    if word.pos_ == "VERB":
        return any(c.dep_ in _THINGS for c in word.children)
    return any(c.dep_ == "prep" and c.lower_ in _ON for c in word.children)


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


def _found(doc: Doc, words: Vocabulary) -> dict[int, str]:
    """Token to means, the longest phrase first, without the things that are harmed themselves."""
    found: dict[int, str] = {}
    lower = [t.lower_ for t in doc]
    i = 0
    while i < len(lower):
        for size in range(_WORDS, 0, -1) if lower[i] in words.means_begin else ():
            means = words.means.get(" ".join(lower[i : i + size]))
            if means is not None:
                if not _is_harmed(doc[min(i + size, len(lower)) - 1], words):
                    found[i] = means
                i += size - 1
                break
        i += 1
    return found


def _is_harmed(noun: Token, words: Vocabulary) -> bool:
    """Whether a weapon is what was destroyed, seized or shot down: "destroying three tanks", "a helicopter crashed"."""
    thing = noun
    if noun.pos_ == "VERB":
        return noun.lemma_ == "shoot" and any(c.dep_ == "prt" for c in noun.children)  # "was shot down"
    while thing.dep_ == "conj" and thing.head.i != thing.i:
        thing = thing.head
    verb = thing.head
    if verb.pos_ != "VERB" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    down = verb.lemma_ == "shoot" and any(c.dep_ == "prt" for c in verb.children)
    if thing.dep_ in _THINGS:
        return down or verb.lemma_ in words.harmed_things
    return thing.dep_ == "nsubj" and verb.lemma_ == "crash"
