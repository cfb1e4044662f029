"""The language pass over many texts: what `Language.pipe` gives, in less time.

Five things make it quicker, none of which changes a result. Matrices are multiplied by numpy's library, and words
are embedded once each (`vedette.reading.language` sees to both); the transitions of the parser are taken for all texts
of a batch at once (`vedette.reading.transitions`); entities are found at all tokens at once
(`vedette.reading.entities`); attributes and lemmas are looked up by what they depend on
(`vedette.reading.attributes`). Components of any other sort run as they are.
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
from threadpoolctl import ThreadpoolController

from vedette.reading.attributes import Attributes, Lemmas
from vedette.reading.entities import Entities
from vedette.reading.transitions import Transitions, is_plain

BATCH = 32
"""Texts a batch: more make the steps that all take at once worth more, and cost memory."""

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
    if isinstance(component, DependencyParser) and is_plain(component):
        return Transitions(component)
    if isinstance(component, EntityRecognizer) and is_plain(component):
        with suppress(ValueError):
            return Entities(component)
    if type(component) is AttributeRuler:
        with suppress(ValueError):  # rules of another sort are left to the ruler itself
            return Attributes(component)
    if isinstance(component, Lemmatizer) and component.mode == "rule":
        return Lemmas(component)
    if hasattr(component, "predict") and hasattr(component, "set_annotations"):
        return lambda docs: component.set_annotations(docs, component.predict(docs))
    return lambda docs: [component(doc) for doc in docs]
