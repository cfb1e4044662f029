"""Several speakers told by their number: "all three deny", "both reject"."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from spacy.tokens import Token

from vedette.extraction.actors.allies import allies
from vedette.knowledge.statements import StatementWords
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, conjuncts

_POINTING = frozenset({"all", "both", "the", "these", "those"})
_JOINTS = frozenset({",", "and", ", and"})


def _counted(numbers: Mapping[str, int], word: Token) -> int:
    """How many "all three", "both", "the two neighbours" are; 0 where the words point to no such list."""
    if word.pos_ == "NOUN":
        count = next((c for c in word.children if c.lower_ in numbers), None)
        pointing = count is not None and any(c.lower_ in _POINTING for c in (*word.children, *count.children, count))
        return numbers[count.lower_] if count is not None and pointing else 0
    if word.lower_ not in numbers or (word.lower_ != "both" and not any(c.lower_ == "all" for c in word.children)):
        return 0
    return numbers[word.lower_]


def _is_pair(words: StatementWords, word: Token) -> bool:
    """Whether a noun stands for the two sides of a war: "each side", "both sides", "the warring parties"."""
    told = any(c.lower_ in words.pairing for c in word.children)
    return told and word.lemma_.lower() in words.sides and not any(c.dep_ == "prep" for c in word.children)


def _two_sides(reading: Reading, word: Token) -> list[str]:
    """The two that were named last before `word`, in the order of the text; empty where there are no two.

    Who tells of two sides is none of them: "The mediators said the two sides had agreed".
    """
    apposed = [t.i for c in word.children if c.dep_ == "appos" for t in conjuncts(c)]
    parties = (m for m in reading.actors if m.kind in ("state", "armed"))
    within = [m.name for m in parties if any(m.start <= i < m.end for i in apposed)]
    if len(set(within)) > 1:
        return list(dict.fromkeys(within))  # "both parties - the government of X and the rebels -"
    last: list[str] = []
    friends = allies(reading)
    above = {t.i for verb in (word.head, *word.head.ancestors) for t in agents(verb) if t.i != word.i}
    for mention in reversed(reading.actors):
        warring = mention.kind in ("state", "armed") and mention.how not in ("pronoun", "holder")
        if any(mention.start <= i < mention.end for i in above):
            continue
        if (
            mention.end <= word.i
            and warring
            and mention.name not in last
            and frozenset((mention.name, *last)) not in friends
        ):
            last.append(mention.name)
        if len(last) == 2:
            return last[::-1]
    return []


def all_of(reading: Reading, words: StatementWords, said: list[Token]) -> list[str]:
    """The states or bodies, as many as told and named together last before, that "all three" stands for.

    Empty where `said`, the subject, is no such number or no such list stands before it.
    """
    if len(said) == 1 and _is_pair(words, said[0]):
        return _two_sides(reading, said[0])
    many = _counted(words.together, said[0]) if len(said) == 1 else 0
    if not many:
        return []
    word = said[0]
    named = [
        m for m in reading.actors if m.end <= word.i and m.kind in ("state", "body", "armed") and m.how != "pronoun"
    ]
    for last in range(len(named), many - 1, -1):
        run = named[last - many : last]
        between = (reading.doc[a.end : b.start].text.strip() for a, b in itertools.pairwise(run))
        if all(text in _JOINTS for text in between) and len({m.name for m in run}) == many:
            return [m.name for m in run]
    return []
