"""A parse as plain Python objects with the face of spaCy's: the finders ask the same few things of tokens so often
that making a new token for each answer and looking its strings up took most of their time.

One object stands for a token, made once; equal tokens are the same object. What is asked seldom is passed on to spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

from spacy.attrs import (
    DEP,
    ENT_TYPE,
    HEAD,
    IS_PUNCT,
    IS_SPACE,
    IS_STOP,
    LEMMA,
    LOWER,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.tokens import Doc, Span, Token

_SIMPLE = frozenset({bool, float, int, str, type(None)})
_STRINGS = (ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE)
_NUMBERS = (SPACY, IS_SPACE, IS_PUNCT, SENT_START, HEAD, IS_STOP)
_STARTS = {0: None, 1: True, -1: False}
T = TypeVar("T")


class Once(Generic[T]):
    """What is worked out when first asked for; as `functools.cached_property`, without the lock that costs more."""

    def __init__(self, make: Callable[[Any], T]):
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, owner: Any, kind: type[object]) -> T:
        found = owner.__dict__[self._name] = self._make(owner)
        return found


def plain(doc: Doc) -> Doc:
    """The parsed `doc` as plain objects, for reading only. They stand in wherever a Doc and its tokens are read."""
    return cast(Doc, PlainDoc(doc))


class PlainToken:
    """A token; attributes as in `spacy.tokens.Token`. `children`, `lefts` and `rights` are tuples."""

    __slots__ = (
        "__dict__", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_sent_start",
        "is_space", "is_stop", "lefts", "lemma_", "lower_", "pos_", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    head: PlainToken
    sent: PlainSpan
    children: tuple[PlainToken, ...]
    lefts: tuple[PlainToken, ...]
    rights: tuple[PlainToken, ...]

    def __init__(self, doc: PlainDoc, i: int, idx: int, strings: tuple[str, ...], numbers: list[int]):
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = strings
        self.whitespace_ = " " if numbers[0] else ""
        self.is_space = numbers[1] == 1
        self.is_punct = numbers[2] == 1
        self.is_sent_start = _STARTS[numbers[3]]
        self.is_stop = numbers[5] == 1

    def __getattr__(self, name: str) -> Any:
        found = self.doc.ours(getattr(self.doc.theirs[self.i], name))
        if found.__class__ in _SIMPLE:
            self.__dict__[name] = found
        return found

    @Once
    def left_edge(self) -> PlainToken:
        """The leftmost token under this one."""
        return self.doc.tokens[self.doc.theirs[self.i].left_edge.i]

    @Once
    def right_edge(self) -> PlainToken:
        """The rightmost token under this one."""
        return self.doc.tokens[self.doc.theirs[self.i].right_edge.i]

    @Once
    def subtree(self) -> tuple[PlainToken, ...]:
        """This token and all under it, in the order in which spaCy gives them."""
        found: list[PlainToken] = []
        for child in self.lefts:
            found.extend(child.subtree)
        found.append(self)
        for child in self.rights:
            found.extend(child.subtree)
        return tuple(found)

    @Once
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

    @Once
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
        self.tokens = self._tokens(doc)
        self._sentences = [PlainSpan(self, s.start, s.end) for s in doc.sents]
        for sentence in self._sentences:
            for mine in sentence:
                mine.sent = sentence

    def _tokens(self, doc: Doc) -> list[PlainToken]:
        strings, numbers = doc.to_array(list(_STRINGS)), doc.to_array(list(_NUMBERS)).astype("int64").tolist()
        spelled = _spelled(doc, strings)
        tokens: list[PlainToken] = []
        idx = 0
        for i, of_token in enumerate(numbers):
            tokens.append(PlainToken(self, i, idx, spelled[i], of_token))
            idx += len(spelled[i][0]) + of_token[0]
        under: list[list[PlainToken]] = [[] for _ in tokens]
        for token, of_token in zip(tokens, numbers, strict=True):
            head = token.head = tokens[token.i + of_token[4]]
            if head is not token:
                under[head.i].append(token)
        for token, children in zip(tokens, under, strict=True):
            before = 0
            while before < len(children) and children[before].i < token.i:
                before += 1
            token.children = tuple(children)
            token.lefts, token.rights = token.children[:before], token.children[before:]
        return tokens

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

    @Once
    def ents(self) -> tuple[PlainSpan, ...]:
        """The entities that the pipeline found."""
        return tuple(PlainSpan(self, e.start, e.end, e.label_) for e in self.theirs.ents)

    def __iter__(self) -> Iterator[PlainToken]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, key: int | slice) -> Any:
        if key.__class__ is slice:  # asked so often that `isinstance` tells
            start, stop, _ = key.indices(len(self.tokens))
            return PlainSpan(self, start, max(start, stop))
        return self.tokens[key]


def _spelled(doc: Doc, numbers: Any) -> list[tuple[str, ...]]:
    """spaCy's numbers of strings, a row a token, as the strings."""
    store = doc.vocab.strings
    rows: list[list[int]] = numbers.tolist()
    known = {number: store[number] if number else "" for number in set().union(*rows)}.__getitem__
    return [tuple(map(known, row)) for row in rows]
