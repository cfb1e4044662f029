"""The steps of a greedy transition-based parser, taken for many docs at once under one hold of Python's lock.

spaCy's compiled loop takes and drops the lock several times a token, and its steps in Python go through layers that
are made for training. Here a step is one look at the states, one sum of features made beforehand, and one product.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc
from thinc.api import NumpyOps

_AT_ONCE = 6
"""Texts that must be under way on average for steps in Python to be quicker than spaCy's own loop."""


def is_plain(parser: Any) -> bool:
    """Whether `parser` (a parser or entity recogniser) is greedy, on the processor, with all moves trained."""
    attrs = parser.model.attrs
    greedy = parser.cfg["beam_width"] == 1 and type(parser.model.ops) is NumpyOps
    return bool(greedy and attrs["has_upper"] and not attrs["unseen_classes"])


class Scores:
    """What a model gives for its moves, in states of `docs`; tokens are counted on from doc to doc."""

    def __init__(self, parser: Any, docs: list[Doc]):
        self._step: Any = parser.model.predict(docs)
        upper = self._step.vec2scores
        self._weights, self._bias = upper.get_param("W").T, upper.get_param("b")

    def features(self, states: list[Any]) -> Any:
        """The tokens that the model looks at in each state, -1 for none: int32, states by features."""
        return self._step.get_token_ids(states)

    def of(self, features: Any) -> Any:
        """float32, states by moves."""
        scores = self._step.state2vec.predict(features) @ self._weights
        scores += self._bias
        return scores


class Transitions:
    """A dependency parser for which `is_plain` holds."""

    def __init__(self, parser: Any):
        self._parser = parser

    def __call__(self, docs: list[Doc]) -> None:
        """Annotate `docs`; the longest, which would go on alone when the others are done, by spaCy's own loop."""
        by_length = sorted((doc for doc in docs if len(doc)), key=len)
        words = sum(map(len, by_length))
        while by_length and words < _AT_ONCE * len(by_length[-1]):
            alone = by_length.pop()
            words -= len(alone)
            self._parser.set_annotations([alone], self._parser.predict([alone]))
        if by_length:
            self._parser.set_annotations(by_length, self._predict(by_length))

    def _predict(self, docs: list[Doc]) -> Any:
        batch = self._parser.moves.init_batch(docs)
        scores = Scores(self._parser, docs)
        states = [state for state in batch if not state.is_final()]
        while states:
            states = self._parser.transition_states(states, scores.of(scores.features(states)))
        return batch
