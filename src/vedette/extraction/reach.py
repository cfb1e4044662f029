"""How far a toll reaches: whether it was told before another of its report, or counts only whom somebody treats.

The slots of a claim stay as they are; the finding stands in its `reasons`, where settlement asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from vedette.knowledge.reach import Reach
from vedette.knowledge.reporting import Reporting
from vedette.model.claim import EARLIER, PARTIAL, Claim, Toll
from vedette.reading.reading import Reading

C = TypeVar("C", bound=Claim)
_HURT = ("killed", "wounded", "casualties")
_WHEN = ("advmod", "prep", "npadvmod")


def with_reach(claims: Iterable[C], reading: Reading) -> list[C]:
    """The claims, with what is told of the reach of tolls of dead and hurt among their reasons."""
    out: list[C] = []
    words: Reach | None = None
    for claim in claims:
        if isinstance(claim, Toll) and claim.effect in _HURT:
            words = words or reading.knowledge.world("reach", Reach)
            tokens = [t for t in reading.doc if claim.start <= t.idx < claim.end]
            found = {EARLIER: _earlier(tokens, reading, words), PARTIAL: _treated(tokens, words)}
            told = {key: why for key, why in found.items() if why}
            if told:
                claim = replace(claim, reasons=claim.reasons | told)
        out.append(claim)
    return out


def _earlier(tokens: Sequence[Token], reading: Reading, words: Reach) -> str | None:
    """Why a count was told before: it is called so ("an earlier toll of 15"), or its telling is ("earlier said")."""
    for noun in (*tokens, *_above(tokens, ("NOUN", "ADP"))):
        if noun.lower_ in words.counts:
            former = next((c for c in noun.children if c.lower_ in words.former), None)
            if former is not None:
                return f"{former.lower_} {noun.lower_}"
    telling = next(
        (v for v in _above(tokens) if _tells(v, reading.knowledge.world("reporting", Reporting), words)), None
    )
    if telling is None:
        return None
    beside = [t for c in telling.children if c.dep_ in _WHEN for t in (c, *c.children)]
    before = next((t for t in beside if t.lower_ in words.before), None)
    return f"{telling.lower_} {before.lower_}" if before is not None else None


def _tells(verb: Token, reporting: Reporting, words: Reach) -> bool:
    """Whether a word is a verb of telling: not that of "claimed the lives of nine"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in reporting.say | words.tell:
        return False
    return not any(c.dep_ == "dobj" and c.lower_ in reporting.no_content for c in verb.children)


def _treated(tokens: Sequence[Token], words: Reach) -> str | None:
    """Why a count is of those who came to a hospital: it is said what was done with them there."""
    verbs = (*tokens, *_above(tokens), *_following(tokens))
    for verb in (v for v in verbs if v.pos_ == "VERB"):
        lemma = verb.lemma_.lower()
        if lemma in words.hospitalise:
            return f"those {verb.lower_}"
        ward = next((t for t in verb.subtree if t.lower_ in words.wards), None) if lemma in words.treat else None
        if ward is not None:
            return f"those in {ward.lower_}"
    return None


def _above(tokens: Sequence[Token], kinds: Collection[str] = ()) -> Iterator[Token]:
    """What the words of a quote hang on, up to the first that is of none of `kinds`, where these are given."""
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside or t.head is t), None)
    for above in top.ancestors if top is not None else ():
        if kinds and above.pos_ not in kinds:
            return
        yield above


def _following(tokens: Sequence[Token]) -> Iterator[Token]:
    """A verb that goes on right after a quote without a subject of its own ("31 people hurt | were being treated")."""
    after = tokens[-1].i + 1 if tokens else 0
    for verb in tokens[-1].sent if tokens else ():
        if verb.i >= after and verb.pos_ == "VERB" and verb.left_edge.i == after:
            yield verb
            return
