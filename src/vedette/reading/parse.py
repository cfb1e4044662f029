"""The language pass over many texts: what `Language.pipe` gives, in less time.

Three things make it quicker, none of which changes a result. Matrices are multiplied by numpy's library
(`vedette.reading.language` sees to that); the transitions of parser and entity recogniser are taken for all texts of
a batch at once under one hold of Python's lock, which spaCy's compiled loop takes and drops several times a token;
attributes and lemmas are looked up by what they depend on (`vedette.reading.attributes`). Components of any other
sort run as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from vedette.reading.attributes import Attributes, Lemmas

BATCH = 32
"""Texts a batch: more make the steps that all take at once worth more, and cost memory."""
_AT_ONCE = 6
"""Texts that must be under way on average for steps in Python to be quicker than spaCy's own loop."""

Step = Callable[[list[Doc]], Any]


def parse(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """Parse `texts` in batches and yield their docs in the same order.

    Raises ValueError, as spaCy does, for a text longer than ``nlp.max_length``.
    """
    steps = _steps(nlp, tuple(nlp.pipe_names))
    threads = _threads()
    rest = iter(texts)
    while batch := list(islice(rest, BATCH)):
        docs = [nlp.make_doc(text) for text in batch]
        # One thread: a figure must not hang on the number of cores, and several processes share them.
        with threads.limit(limits=1, user_api="blas"):
            for step in steps:
                step(docs)
        yield from docs


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def _steps(nlp: Language, names: tuple[str, ...]) -> list[Step]:
    return [_step(nlp.get_pipe(name)) for name in names]


def _step(component: Any) -> Step:
    """How one component is run over a batch of docs, which it changes in place."""
    if isinstance(component, DependencyParser | EntityRecognizer):
        parser: Any = component
        if parser.cfg["beam_width"] == 1 and type(parser.model.ops) is NumpyOps:
            return _Transitions(parser)
    if type(component) is AttributeRuler:
        with suppress(ValueError):  # rules of another sort are left to the ruler itself
            return Attributes(component)
    if isinstance(component, Lemmatizer) and component.mode == "rule":
        return Lemmas(component)
    if hasattr(component, "predict") and hasattr(component, "set_annotations"):
        return lambda docs: component.set_annotations(docs, component.predict(docs))
    return lambda docs: [component(doc) for doc in docs]


class _Transitions:
    """A greedy parser or entity recogniser, its steps taken for many docs at once."""

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
        model = self._parser.model.predict(docs)
        states = [state for state in batch if not state.is_final()]
        while states:
            states = self._parser.transition_states(states, model.predict(states))
        model.clear_memory()
        return batch
