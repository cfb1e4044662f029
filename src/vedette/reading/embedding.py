"""Vectors of words as the pipeline first looks at them, each worked out once.

The first layers of a spaCy pipeline (`spacy.Tok2Vec`) see each token by itself: its form, and whether a space follows.
News repeat themselves, so that nearly all tokens have been seen before; the layers that look at neighbours come after.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import IDS, NORM, ORTH, SPACY
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

_OF_FORM = frozenset(IDS[name] for name in ("ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"))
"""Attributes that follow from a token's form, its norm and whether a space follows it."""
_BLOCK = 64
"""Tokens worked out at once, always so many: a product's last digits can hang on the number of its rows."""
_MOST = 100_000
"""Kinds of tokens that are kept in mind; more are forgotten all at once."""


def remember(model: Model[Any, Any], vocab: Vocab) -> None:
    """Have every part of `model` that embeds tokens by their form alone remember them."""
    for node in list(model.walk()):
        if not node.layers or node.layers[-1].name != "ragged2list":
            continue
        given = [c for n in node.walk() if n.name == "extract_features" for c in n.attrs["columns"]]
        columns = {IDS[c.upper()] if isinstance(c, str) else c for c in given}
        if columns and columns <= _OF_FORM:
            model.replace_node(node, Model("remembered", _Known(node, vocab).forward, layers=[node]))


class _Known:
    """The vectors of the kinds of tokens seen so far: rows of a table, found by a number made of what they rest on."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab):
        self._embed, self._vocab = embed, vocab
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._table: Any = numpy.zeros((0, 0), dtype=numpy.float32)

    def forward(self, model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        """As the layer that it stands for."""
        if is_train:
            return model.layers[0](docs, is_train)
        seen = numpy.concatenate([doc.to_array([ORTH, NORM, SPACY]) for doc in docs])
        # As spaCy takes a form for its number of 64 bits, so are form and norm taken for one.
        numbers = seen[:, 0] ^ (seen[:, 1] * numpy.uint64(0x9E3779B97F4A7C15)) ^ seen[:, 2]
        kinds, first, back = numpy.unique(numbers, return_index=True, return_inverse=True)
        if len(self._rows) > _MOST:
            self._forget()
        new = [n for n, kind in enumerate(kinds.tolist()) if kind not in self._rows]
        if new:
            self._learn(kinds[new].tolist(), seen[first[new]])
        rows = numpy.array([self._rows[kind] for kind in kinds.tolist()])
        vectors = self._table[rows[back]]
        edges = numpy.cumsum([len(doc) for doc in docs])[:-1]
        return numpy.split(vectors, edges), lambda _: []

    def _learn(self, kinds: list[int], seen: Any) -> None:
        """Add the rows of new kinds, given as (form, norm, space)."""
        made = []
        for start in range(0, len(seen), _BLOCK):
            some = seen[start : start + _BLOCK]
            some = numpy.concatenate([some, numpy.repeat(some[-1:], _BLOCK - len(some), axis=0)])
            words = [self._vocab.strings[int(form)] for form in some[:, 0]]
            doc = Doc(self._vocab, words=words, spaces=some[:, 2].astype(bool).tolist())
            for token, norm in zip(doc, some[:, 1].tolist(), strict=True):
                if token.norm != norm:
                    token.norm_ = self._vocab.strings[norm]
            made.append(self._embed.predict([doc])[0])
        table = numpy.concatenate(made)[: len(seen)]
        self._rows.update(zip(kinds, range(len(self._rows), len(self._rows) + len(kinds)), strict=True))
        self._table = table if not len(self._table) else numpy.concatenate([self._table, table])
