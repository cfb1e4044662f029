"""A parse as plain Python objects with the face of spaCy's: the finders ask the same few things of tokens so often
that making a new token for each answer and looking its strings up took most of their time.

One object stands for a token, made once; equal tokens are the same object. What is asked seldom is passed on to spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

from spacy.tokens import Doc, Span, Token

_SIMPLE = frozenset({bool, float, int, str, type(None)})


def plain(doc: Doc) -> Doc:
    """The parsed `doc` as plain objects, for reading only. They stand in wherever a Doc and its tokens are read."""
    return cast(Doc, PlainDoc(doc))


class PlainToken:
    """A token; attributes as in `spacy.tokens.Token`. `children`, `lefts` and `rights` are tuples."""

    __slots__ = (
        "__dict__", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_sent_start",
        "is_space", "lefts", "lemma_", "lower_", "pos_", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    head: PlainToken
    sent: PlainSpan
    children: tuple[PlainToken, ...]
    lefts: tuple[PlainToken, ...]
    rights: tuple[PlainToken, ...]

    def __init__(self, doc: PlainDoc, token: Token):
        self.doc = doc
        self.i: int = token.i
        self.idx: int = token.idx
        self.text = token.text
        self.whitespace_ = token.whitespace_
        self.lower_ = token.lower_
        self.lemma_ = token.lemma_
        self.pos_ = token.pos_
        self.tag_ = token.tag_
        self.dep_ = token.dep_
        self.ent_type_ = token.ent_type_
        self.is_space = token.is_space
        self.is_punct = token.is_punct
        self.is_sent_start = token.is_sent_start

    def __getattr__(self, name: str) -> Any:
        return self.doc.ours(getattr(self.doc.theirs[self.i], name))

    @cached_property
    def left_edge(self) -> PlainToken:
        """The leftmost token under this one."""
        return self.doc.tokens[self.doc.theirs[self.i].left_edge.i]

    @cached_property
    def right_edge(self) -> PlainToken:
        """The rightmost token under this one."""
        return self.doc.tokens[self.doc.theirs[self.i].right_edge.i]

    @cached_property
    def subtree(self) -> tuple[PlainToken, ...]:
        """This token and all under it, in the order in which spaCy gives them."""
        found: list[PlainToken] = []
        for child in self.lefts:
            found.extend(child.subtree)
        found.append(self)
        for child in self.rights:
            found.extend(child.subtree)
        return tuple(found)

    @cached_property
    def conjuncts(self) -> tuple[PlainToken, ...]:
        """The tokens joined to this one."""
        return tuple(self.doc.tokens[token.i] for token in self.doc.theirs[self.i].conjuncts)

    @property
    def ancestors(self) -> Iterator[PlainToken]:
        """The tokens above this one, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: PlainToken) -> bool:
        """Whether this token stands above `descendant`."""
        return any(token is self for token in descendant.ancestors)

    def nbor(self, i: int = 1) -> PlainToken:
        """The token `i` further on. Raises IndexError outside of the doc."""
        if self.i + i < 0:
            raise IndexError(self.i + i)
        return self.doc.tokens[self.i + i]

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def __lt__(self, other: PlainToken) -> bool:
        return self.i < other.i


class PlainSpan:
    """Tokens `start` to `end` (exclusive) of a doc; attributes as in `spacy.tokens.Span`."""

    def __init__(self, doc: PlainDoc, start: int, end: int, label: str = ""):
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __getattr__(self, name: str) -> Any:
        return self.doc.ours(getattr(self.doc.theirs[self.start : self.end], name))

    def __iter__(self) -> Iterator[PlainToken]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, key: int | slice) -> Any:
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self))
            return self.doc[self.start + start : self.start + stop]
        return self.doc.tokens[self.start : self.end][key]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, PlainSpan)
            and (self.start, self.end, self.label_) == (other.start, other.end, other.label_)
            and self.doc is other.doc
        )

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end, self.label_))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where its first token begins in the text."""
        if self.start < self.end:
            return self.doc.tokens[self.start].idx
        return self.doc.theirs[self.start : self.end].start_char

    @property
    def end_char(self) -> int:
        """Where its last token ends in the text."""
        if self.start < self.end:
            last = self.doc.tokens[self.end - 1]
            return last.idx + len(last.text)
        return self.doc.theirs[self.start : self.end].end_char

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @cached_property
    def root(self) -> PlainToken:
        """The token that the others hang on."""
        if self.end - self.start == 1:
            return self.doc.tokens[self.start]
        return self.doc.tokens[self.doc.theirs[self.start : self.end].root.i]

    @property
    def sent(self) -> PlainSpan:
        """The sentence that it begins in."""
        return self.doc.tokens[self.start].sent


class PlainDoc:
    """A parsed text; attributes as in `spacy.tokens.Doc`. `theirs` is spaCy's own."""

    def __init__(self, doc: Doc):
        self.theirs = doc
        self.text = doc.text
        self.user_data = doc.user_data
        self.tokens = [PlainToken(self, token) for token in doc]
        under: list[list[PlainToken]] = [[] for _ in self.tokens]
        for mine, token in zip(self.tokens, doc, strict=True):
            mine.head = self.tokens[token.head.i]
            if mine.head is not mine:
                under[mine.head.i].append(mine)
        for mine, children in zip(self.tokens, under, strict=True):
            mine.children = tuple(children)
            mine.lefts = tuple(c for c in children if c.i < mine.i)
            mine.rights = mine.children[len(mine.lefts) :]
        self._sentences = [PlainSpan(self, s.start, s.end) for s in doc.sents]
        for sentence in self._sentences:
            for mine in sentence:
                mine.sent = sentence

    def __getattr__(self, name: str) -> Any:
        return self.ours(getattr(self.theirs, name))

    def ours(self, found: Any) -> Any:
        """What spaCy answers, with its tokens and spans as plain ones."""
        if found.__class__ in _SIMPLE:
            return found
        if isinstance(found, Token):
            return self.tokens[found.i]
        if isinstance(found, Span):
            return PlainSpan(self, found.start, found.end, found.label_)
        if isinstance(found, tuple | list | Iterator):
            return tuple(map(self.ours, found))
        return found

    @property
    def sents(self) -> Iterator[PlainSpan]:
        """Its sentences in order."""
        return iter(self._sentences)

    @cached_property
    def ents(self) -> tuple[PlainSpan, ...]:
        """The entities that the pipeline found."""
        return tuple(PlainSpan(self, e.start, e.end, e.label_) for e in self.theirs.ents)

    def __iter__(self) -> Iterator[PlainToken]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, key: int | slice) -> Any:
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self.tokens))
            return PlainSpan(self, start, max(start, stop))
        return self.tokens[key]
