"""When a claim's content happened: days, not the day on which it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from vedette.reading.reading import Reading, TimeMention


@dataclass(frozen=True, slots=True)
class When:
    """Inclusive days, both None with a `reason` where the text does not tell. `basis` names how: words, main event…"""

    first: date | None
    last: date | None
    basis: str | None
    reason: str


_SPEECH = frozenset(
    "say tell report announce add state claim declare confirm note warn describe quote accuse blame deny write publish release "
    "post broadcast condemn estimate".split()
)
_UP = {
    "prep": 0.5, "pobj": 0.5, "nsubj": 0.5, "nsubjpass": 0.5, "dobj": 0.5, "agent": 0.5, "attr": 0.5, "compound": 0.5, "poss": 0.5,
    "amod": 0.5, "nmod": 0.5, "pcomp": 1.0, "xcomp": 1.0, "appos": 1.0, "advcl": 2.0, "conj": 2.0, "acl": 2.0, "ccomp": 3.0,
    "parataxis": 4.0, "relcl": 6.0, "npadvmod": 0.5, "dative": 0.5, "oprd": 0.5, "advmod": 0.5, "dep": 2.0,
}  # fmt: skip
_DOWN = {
    "prep": 0.5, "pobj": 0.5, "nsubj": 1.0, "nsubjpass": 1.0, "dobj": 1.0, "agent": 0.5, "attr": 1.0, "compound": 0.5, "poss": 0.5,
    "amod": 0.5, "nmod": 0.5, "pcomp": 1.0, "xcomp": 1.0, "appos": 2.0, "advcl": 3.0, "conj": 3.0, "acl": 2.0, "ccomp": 4.0,
    "parataxis": 5.0, "relcl": 6.0, "npadvmod": 0.5, "advmod": 0.5, "dative": 0.5, "oprd": 0.5, "dep": 2.0,
}  # fmt: skip
_TOO_FAR = 12.0
_SAID = 50.0


def when(reading: Reading, trigger: Token, *, running: bool = False, present: bool = False) -> When:
    """The days of what `trigger` (a claim's verb or noun) tells.

    `running`: the claim is a running total, which ends with the publication or the day on which it stands.
    `present`: a state told in the present tense (control), which takes the publication date.
    """
    published = reading.report.published
    near = _near(reading, trigger)
    usable = [(cost, m) for cost, m in near if cost < _TOO_FAR]
    if present:
        since = [m for cost, m in usable if m.relation in ("since", "during") and m.first and cost <= 4]
        if since:
            return When(since[0].first, since[0].last, "words", since[0].reason)
        if published is None:
            return When(None, None, None, "told in the present; the publication date is not known")
        return When(published, published, "publication", "told in the present")
    if running:
        spans = [m for _, m in usable if m.relation in ("since", "during") and m.first]
        if spans:
            return When(spans[0].first, spans[0].last, "words", spans[0].reason)
    for _, m in usable:
        if m.first is not None:
            return When(m.first, m.last, "words", m.reason)
        if m.granularity == "open" and m.reason.startswith("names no date"):
            return When(None, None, None, m.reason)
    main = main_day(reading)
    if main is not None:
        return When(
            main.first, main.last, "main event", f"no words of its own; the main event's: {main.reason}"
        )
    return When(None, None, None, "no words of time for it, nor for the report's main event")


def main_day(reading: Reading) -> TimeMention | None:
    """The first day told near the report's head, of something that happened and not of a saying."""
    published = reading.report.published
    for index, sentence in enumerate(reading.doc.sents):
        if index > 8:
            return None
        for m in reading.times:
            if not sentence.start <= m.start < sentence.end or m.first is None or m.last is None:
                continue
            if m.relation not in ("at", "during") or (m.last - m.first).days > 3:
                continue
            if published is not None and not published - timedelta(14) <= m.first <= published:
                continue
            owner = _owner(reading, m)
            if owner is not None and owner.lemma_ in _SPEECH:
                continue
            return m
    return None


def _near(reading: Reading, trigger: Token) -> list[tuple[float, TimeMention]]:
    """The sentence's mentions with how far each stands from `trigger` in the parse, nearest first."""
    sentence = trigger.sent
    found: list[tuple[float, TimeMention]] = []
    for m in reading.times:
        if not sentence.start <= m.start < sentence.end or m.relation == "duration":
            continue
        owner = _owner(reading, m)
        found.append((_distance(trigger, owner), m))
    return sorted(found, key=lambda pair: (pair[0], abs(pair[1].start - trigger.i)))


def _owner(reading: Reading, m: TimeMention) -> Token | None:
    """The verb or noun that a mention hangs on."""
    node = reading.doc[m.start : m.end].root
    while True:
        head = node.head
        if head.i == node.i:
            return node if not m.start <= node.i < m.end else None
        node = head
        if not m.start <= node.i < m.end and node.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM"):
            return node


def _distance(trigger: Token, owner: Token | None) -> float:
    if owner is None:
        return 3.0
    above: dict[int, float] = {trigger.i: 0.0}
    node, cost = trigger, 0.0
    while node.head.i != node.i:
        step = _UP.get(node.dep_, 3.0)
        if node.dep_ in ("ccomp", "parataxis") and node.head.lemma_ in _SPEECH:
            step = _SAID
        cost += step
        node = node.head
        above[node.i] = cost
    node, down = owner, 0.0
    while node.i not in above:
        down += _DOWN.get(node.dep_, 3.0)
        node = node.head
    return above[node.i] + down
