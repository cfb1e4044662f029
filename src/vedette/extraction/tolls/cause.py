"""What did the harm, and who did it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from vedette.extraction.actors_of import doer
from vedette.extraction.tolls.vocabulary import Vocabulary
from vedette.reading.reading import Reading

_CAUSED = frozenset({"killed", "wounded", "casualties", "missing", "trapped"})
_FAR = 60


@dataclass(frozen=True, slots=True)
class Cause:
    """`means` and `by`, each None with its reason where the text does not tell."""

    means: str | None
    by: str | None
    means_reason: str
    by_reason: str


class Causes:
    """Words of means in a report, to be asked for the ones that a trigger is told with."""

    def __init__(self, reading: Reading, words: Vocabulary) -> None:
        self.reading = reading
        self.found: list[tuple[int, str]] = list(_means(reading.doc, words))

    def of(self, trigger: Token, effect: str, span: str) -> Cause:
        """The cause of what `trigger` tells."""
        by, by_reason = doer(self.reading, trigger)
        if effect not in _CAUSED:
            return Cause(None, by, f"no weapon is asked of {effect}", by_reason)
        means, reason = self._means_of(trigger)
        return Cause(means, by, reason, by_reason)

    def _means_of(self, trigger: Token) -> tuple[str | None, str]:
        sent = trigger.sent
        inside = [(i, m) for i, m in self.found if sent.start <= i < sent.end]
        if inside:
            clause = {t.i for t in _clause(trigger)}
            near = [(i, m) for i, m in inside if i in clause] or inside
            i, means = min(near, key=lambda f: (abs(f[0] - trigger.i), f[0]))
            return means, f"{self.reading.doc[i].text!r} in the sentence"
        before = [(i, m) for i, m in self.found if trigger.i - _FAR <= i < trigger.i]
        if before:
            i, means = before[-1]
            return means, f"{self.reading.doc[i].text!r} told before"
        return None, "the text does not tell the means"


def _clause(trigger: Token) -> list[Token]:
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return list(verb.subtree)


def _means(doc: Doc, words: Vocabulary) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    i = 0
    lower = [t.lower_ for t in doc]
    while i < len(doc):
        pair = " ".join(lower[i : i + 2])
        triple = " ".join(lower[i : i + 3])
        for size, text in ((3, triple), (2, pair), (1, lower[i])):
            means = words.means.get(text)
            if means is not None:
                found.append((i, means))
                i += size - 1
                break
        i += 1
    return found
