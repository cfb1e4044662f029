"""A greedy entity recogniser over many docs at once.

What the recogniser does at a token hangs on that token alone while no entity is open, and on the first and last token
of the entity while one is. So all tokens are scored at once as if none were open, every entity that could begin is
followed to its end, a step for all of them at once, and a walk along each doc takes those that begin outside of the
ones before.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.tokens import Doc, Span

from vedette.reading.transitions import Scores


class Entities:
    """A recogniser for which `is_plain` holds. Raises ValueError where its model looks at other than three tokens."""

    def __init__(self, recogniser: Any):
        if recogniser.model.get_ref("lower").get_dim("nF") != 3:
            raise ValueError("a recogniser that looks at other tokens than these")
        self._recogniser = recogniser
        moves = [recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves)]
        by_move = {name: n for n, name in enumerate(moves)}
        # A move without a label belongs to entities that are set beforehand.
        self._at_rest = [n for n, name in enumerate(moves) if name == "O" or (name[0] in "BU" and len(name) > 2)]
        self._labels = [moves[n][2:] for n in self._at_rest]
        self._begins = numpy.array([moves[n][0] == "B" for n in self._at_rest])
        self._names = numpy.array([bool(label) for label in self._labels])
        self._in = numpy.array([by_move.get(f"I-{label}", -1) for label in self._labels])
        self._last = numpy.array([by_move.get(f"L-{label}", -1) for label in self._labels])

    def __call__(self, docs: list[Doc]) -> None:
        """Annotate `docs`; those in which entities are set already go to the recogniser itself."""
        bare = [doc for doc in docs if len(doc) and not doc.to_array([ENT_IOB]).any()]
        for doc in docs:
            if len(doc) and doc.to_array([ENT_IOB]).any():
                self._recogniser.set_annotations([doc], self._recogniser.predict([doc]))
        if not bare:
            return
        scores = Scores(self._recogniser, bare)
        columns = numpy.concatenate([doc.to_array([SENT_START, IS_SPACE]).astype(numpy.int64) for doc in bare])
        ends = numpy.append(columns[1:, 0] == 1, True)  # a token after which an entity cannot go on
        ends[numpy.cumsum([len(doc) for doc in bare]) - 1] = True
        choice = self._alone(scores, ends, columns[:, 1] == 1)
        reach = self._followed(scores, ends, choice)
        start = 0
        for doc in bare:
            stop = start + len(doc)
            found, at = [], start
            for token in (start + numpy.flatnonzero(self._names[choice[start:stop]])).tolist():
                if token >= at:
                    at = int(reach[token]) + 1
                    found.append(Span(doc, token - start, at - start, label=self._labels[choice[token]]))
            doc.set_ents(found, default="outside")
            start = stop

    def _alone(self, scores: Scores, ends: Any, blank: Any) -> Any:
        """The number in `_at_rest` of each token's move where no entity is open."""
        features = numpy.full((len(ends), 3), -1, dtype=numpy.int32)
        features[:, 0] = numpy.arange(len(ends))
        given = scores.of(features)[:, self._at_rest]
        given[numpy.ix_(ends, self._begins)] = -numpy.inf
        given[numpy.ix_(blank, self._names)] = -numpy.inf
        return given.argmax(axis=1)

    def _followed(self, scores: Scores, ends: Any, choice: Any) -> Any:
        """For each token, the last token of the entity that begins with it, or itself."""
        reach = numpy.arange(len(ends))
        first = numpy.flatnonzero(self._begins[choice])
        at = first + 1
        while len(first):
            features = numpy.stack([at, first, at - 1], axis=1).astype(numpy.int32)
            given = scores.of(features)
            row, label = numpy.arange(len(first)), choice[first]
            into, last = given[row, self._in[label]], given[row, self._last[label]]
            # Of two that are equal the recogniser takes the move that it was taught first.
            onward = ~ends[at] & ((into > last) | ((into == last) & (self._in[label] < self._last[label])))
            reach[first[~onward]] = at[~onward]
            first, at = first[onward], at[onward] + 1
        return reach
