"""A pipeline's rules for parts of speech and lemmas, by table: each kind of token is worked out once.

A rule of an attribute ruler looks at one token's word, tag and relation; a few look at the next tokens as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy
from spacy.attrs import DEP, IDS, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc

_SET = (TAG, DEP, POS, MORPH, LEMMA)
_SEEN = (LOWER, IS_SPACE, *_SET)
_TAG = _SEEN.index(TAG)
_MOST = 200_000
"""Kinds of tokens that are kept in mind; more are forgotten all at once."""

Kind = tuple[int, ...]
"""A token's values of `_SEEN`."""
Tests = list[tuple[int, Callable[[int], bool]]]
"""What one token must pass: the place in `_SEEN` of an attribute, and the test of its value."""


class _Rule(NamedTuple):
    """Rule `number` holds where tokens in a row pass `tests`; what it says is for the one at `offset` among them.

    The first of them must be one of `words` if it names any, else have the tag `tag` if it names one.
    """

    number: int
    offset: int
    words: frozenset[int]
    tag: int | None
    tests: list[Tests]


class _Known(NamedTuple):
    """What a kind of token gets by itself: the rules, the values of `_SET`, and the longer rules that may start."""

    numbers: list[int]
    row: list[int]
    longer: list[_Rule]


class Attributes:
    """An attribute ruler's rules, applied to docs in place. Raises ValueError for rules of another sort than these."""

    def __init__(self, ruler: AttributeRuler):
        if any(set(attrs) - set(_SET) for attrs in ruler.attrs):
            raise ValueError("a rule sets more than tag, relation, part of speech, morphology and lemma")
        self._attrs = ruler.attrs
        self._by_word: dict[int, list[_Rule]] = {}
        self._by_tag: dict[int | None, list[_Rule]] = {}
        patterns: Any = ruler.patterns
        for number, given in enumerate(patterns):
            for pattern in given["patterns"]:
                rule = _rule(number, given["index"], pattern, ruler.vocab.strings)
                for word in rule.words:
                    self._by_word.setdefault(word, []).append(rule)
                if not rule.words:
                    self._by_tag.setdefault(rule.tag, []).append(rule)
        self._kinds: dict[Kind, _Known] = {}

    def __call__(self, docs: list[Doc]) -> None:
        """Set what the rules say, later rules over earlier ones."""
        for doc in docs:
            if len(doc):
                kinds = list(map(tuple, doc.to_array(list(_SEEN)).tolist()))
                _set(doc, _SET, self._rows(kinds))

    def _rows(self, kinds: Sequence[Kind]) -> list[list[int]]:
        """The values of `_SET` for each token."""
        known = [self._kinds.get(kind) or self._learn(kind) for kind in kinds]
        rows = [k.row for k in known]
        more: dict[int, list[int]] = {}
        for i, k in enumerate(known):
            for rule in k.longer:
                after = kinds[i + 1 : i + len(rule.tests)]
                if len(after) + 1 == len(rule.tests) and all(map(_passes, after, rule.tests[1:])):
                    more.setdefault(i + rule.offset, []).append(rule.number)
        for i, numbers in more.items():
            rows[i] = self._row(kinds[i], [*known[i].numbers, *numbers])
        return rows

    def _learn(self, kind: Kind) -> _Known:
        lists = (self._by_word.get(kind[0], ()), self._by_tag.get(kind[_TAG], ()), self._by_tag.get(None, ()))
        rules = [rule for some in lists for rule in some if _passes(kind, rule.tests[0])]
        numbers = [rule.number for rule in rules if len(rule.tests) == 1]
        if len(self._kinds) > _MOST:
            self._kinds.clear()
        self._kinds[kind] = _Known(numbers, self._row(kind, numbers), [r for r in rules if len(r.tests) > 1])
        return self._kinds[kind]

    def _row(self, kind: Kind, numbers: Sequence[int]) -> list[int]:
        shown = dict(zip(_SEEN, kind, strict=True))
        for number in sorted(numbers):
            shown.update(self._attrs[number])
        return [shown[attribute] for attribute in _SET]


def _set(doc: Doc, attributes: Sequence[int], values: Any) -> None:
    """Give the tokens of `doc` their `values`, one row of `attributes` each."""
    table: Any = numpy.array(values, dtype=numpy.uint64)
    doc.from_array(list(attributes), table)


def _passes(kind: Kind, tests: Tests) -> bool:
    return all(test(kind[at]) for at, test in tests)


def _rule(number: int, index: int, pattern: list[dict[str, Any]], strings: StringStore) -> _Rule:
    word, tag = pattern[0].get("LOWER"), pattern[0].get("TAG")
    words = [word] if isinstance(word, str) else word.get("IN", ()) if isinstance(word, dict) else ()
    return _Rule(
        number,
        index % len(pattern),
        frozenset(map(strings.add, words)),
        strings.add(tag) if isinstance(tag, str) else None,
        [_tests(spec, strings) for spec in pattern],
    )


def _tests(spec: dict[str, Any], strings: StringStore) -> Tests:
    """One token's part of a pattern. Raises ValueError for what is not known here (operators, extensions)."""
    out: Tests = []
    for name, value in spec.items():
        attribute = IDS.get(name.upper())
        if attribute not in _SEEN:
            raise ValueError(f"a rule asks for {name}")
        out.append((_SEEN.index(attribute), _test(value, strings)))
    return out


def _test(value: Any, strings: StringStore) -> Callable[[int], bool]:
    if isinstance(value, str | bool):
        return (strings.add(value) if isinstance(value, str) else int(value)).__eq__
    match value:
        case {"IN": list(words), **rest} if not rest:
            return frozenset(map(strings.add, words)).__contains__
        case {"NOT_IN": list(words), **rest} if not rest:
            others = frozenset(map(strings.add, words))
            return lambda seen: seen not in others
        case {"REGEX": str(pattern), **rest} if not rest:
            search = re.compile(pattern).search
            return lambda seen: search(strings[seen]) is not None
    raise ValueError(f"a rule asks for {value!r}")


class Lemmas:
    """A lemmatizer by rules, applied to docs in place: a lemma is a function of word, part of speech and morphology."""

    def __init__(self, lemmatizer: Lemmatizer):
        self._lemmatizer = lemmatizer
        self._known: dict[Kind, int] = {}
        known_forms = lemmatizer.lookups.get_table("lemma_index", {})
        for part_of_speech, forms in list(known_forms.items()):
            known_forms[part_of_speech] = frozenset(forms)  # which a list takes long to be searched for

    def __call__(self, docs: list[Doc]) -> None:
        """Give every token its lemma that has none yet."""
        for doc in docs:
            if not len(doc):
                continue
            kinds = doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()
            lemmas = [
                had if had and not self._lemmatizer.overwrite else self._lemma(doc, i, (word, pos, morph))
                for i, (word, pos, morph, had) in enumerate(kinds)
            ]
            _set(doc, (LEMMA,), lemmas)

    def _lemma(self, doc: Doc, i: int, kind: Kind) -> int:
        found = self._known.get(kind)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            found = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[i])[0])
            self._known[kind] = found
        return found
