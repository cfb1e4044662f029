"""The words around a trigger: lemmas, word classes, and the scope that tells the means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.tokens import Token

from vedette.knowledge.events import Lexicon
from vedette.knowledge.forces import Forces
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, conjuncts, is_passive, objects, patients, subjects

INSTRUMENT_PREPS = frozenset({"with", "by", "using", "via", "from", "involving", "through", "in"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nounmod", "appos", "npadvmod"})


class Words:
    """What the words of one report are: built once a report, asked token by token."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.places = {i for m in reading.places for i in range(m.start, m.end)}
        self.armed = {i for m in reading.actors if m.kind in ("armed", "state") for i in range(m.start, m.end)}
        told = [m for m in reading.actors if m.kind in ("armed", "state") and m.how != "country"]
        self.armies = {i for m in told for i in range(m.start, m.end)}
        self.forces = {i for m in reading.actors if m.kind == "armed" for i in range(m.start, m.end)}
        self.people = {i for m in reading.actors for i in range(m.start, m.end)}
        self.transitive = reading.knowledge.world("forces", Forces).objective

    def lemma(self, token: Token) -> str:
        """The dictionary form, also of headline words, which the tagger takes for names."""
        if token.pos_ in ("PROPN", "X", "ADJ") or token.lemma_ == token.text:
            low: str = token.lower_
            return self.lexicon.noun_forms.get(low) or self.lexicon.verb_forms.get(low) or low.removesuffix("s")
        lemma: str = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma not in self.lexicon.verbs:
            return self.lexicon.verb_forms.get(token.lower_, lemma)  # "raped" is no form of "rap"
        return lemma

    def is_a(self, token: Token, classes: Iterable[str]) -> bool:
        """Whether `token` belongs to one of `classes`."""
        for name in classes:
            if name == "@place":
                hit = token.i in self.places
            elif name == "@actor":
                hit = token.i in self.armed
            elif name == "@army":
                hit = token.i in self.armies
            elif name == "@force":
                hit = token.i in self.forces
            elif name == "@people":
                hit = token.i in self.people or (token.ent_type_ == "NORP" and token.tag_ in ("NNS", "NNPS"))
            elif name == "@name":
                hit = token.pos_ == "PROPN" and token.i not in self.people
            else:
                words = self.lexicon.classes[name]
                hit = self.lemma(token) in words or token.lower_ in words
            if hit:
                return True
        return False

    def told(self, classes: Iterable[str]) -> bool:
        """Whether a word of one of `classes` stands anywhere in the report."""
        return any(not self._lemmas.isdisjoint(self.lexicon.classes[name]) for name in classes)

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        """Every word of the report."""
        return frozenset(map(self.lemma, self.reading.doc))

    def any_is(self, tokens: Iterable[Token], classes: Iterable[str]) -> bool:
        """Whether one of `tokens`, or one that it counts ("dozens of soldiers"), belongs to one of `classes`."""
        return any(self.is_a(t, classes) for token in tokens for t in (token, *counted(token)))


def counted(token: Token) -> Iterator[Token]:
    """What stands after "of": soldiers from "dozens of soldiers", shells from "a barrage of shells"."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    yield from conjuncts(thing)


def modifiers(token: Token) -> Iterator[Token]:
    """The words that narrow a noun: rocket in "rocket attack", suicide in "suicide car bomb attack"."""
    for child in token.children:
        if child.dep_ in MODIFIERS and child.i < token.i:
            yield child
            yield from modifiers(child)
            for joined in child.conjuncts:
                if joined.i < token.i and joined.head.i == child.i:
                    yield joined


def of_preps(token: Token, preps: frozenset[str]) -> Iterator[Token]:
    """Heads of what stands under `token` after one of `preps`, through "out of"."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "advmod") and child.lower_ in preps:
            for thing in child.children:
                if thing.dep_ == "pobj":
                    yield from conjuncts(thing)
                elif thing.dep_ == "prep" and thing.lower_ == "of" and child.lower_ in ("out", "outside"):
                    yield from of_preps(child, frozenset({"of"}))
        elif child.dep_ in ("advcl", "prep", "xcomp") and child.lower_ == "using":
            yield from objects(child)


def phrase(token: Token) -> Iterator[Token]:
    """A noun with what narrows it, and what it counts with its own."""
    yield token
    yield from modifiers(token)
    for thing in counted(token):
        yield thing
        yield from modifiers(thing)


def governor(noun: Token) -> Token | None:
    """The verb that `noun` is subject or object of, directly, joined to another or after "by"."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd"):
        verb: Token = head.head
        return verb
    if head.dep_ == "pobj" and head.head.dep_ in ("agent", "prep"):
        verb = head.head.head
        return verb if verb.pos_ in ("VERB", "AUX") else None
    return None


def rid_of(verb: Token) -> Iterator[Token]:
    """Of whom something is freed, under the verb or at the end of what is freed: "cleared the town of Kunduz of X"."""
    yield from of_preps(verb, frozenset({"of", "from"}))
    for thing in patients(verb):
        for inner in (thing, *counted(thing)):
            yield from counted(inner)


def sent_off(verb: Token) -> list[Token]:
    """Whom another verb makes do what `verb` tells, nobody where none does: hundreds of "sent hundreds fleeing"."""
    over: Token = verb.head.head if verb.dep_ == "acl" else verb.head
    if verb.tag_ != "VBG" or over.lemma_ != "send" or over.i > verb.i:
        return []
    return [t for t in objects(over) if t.i < verb.i]


def verb_scope(verb: Token, throws: bool, sending: frozenset[str]) -> Iterator[Token]:
    """The words that can tell by what means `verb` was done: doer, instrument and, if it `throws`, what is thrown."""
    heads = [] if is_passive(verb) and not throws else subjects(verb)
    for head in heads or _just_before(verb):
        yield from phrase(head)
    for head in agents(verb):
        yield from phrase(head)
    for head in of_preps(verb, INSTRUMENT_PREPS - {"in"}):
        yield from phrase(head)
    if throws:
        for head in patients(verb):
            yield from phrase(head)
    if verb.tag_ == "VB" and verb.dep_ in ("relcl", "acl"):
        yield from phrase(verb.head)  # "sent jets to bomb the town"
    elif verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in sending:
        for head in objects(verb.head):
            yield from phrase(head)
    for child in verb.children:
        if child.dep_ in ("npadvmod", "compound", "amod") or (child.dep_ == "advmod" and child.lower_ == "aerially"):
            yield child


def _just_before(verb: Token) -> list[Token]:
    """The noun right before a verb that the parser gave no subject, as in text without commas."""
    index = verb.i - 1
    if is_passive(verb) or index < verb.sent.start:
        return []
    noun = verb.doc[index]
    return [noun] if noun.pos_ in ("NOUN", "PROPN") and not any(c.dep_ == "nsubj" for c in verb.children) else []


def noun_scope(noun: Token, light: frozenset[str], lemma: Words) -> Iterator[Token]:
    """The words that can tell the means of an event noun: its modifiers, "by" and "with", who carries it out."""
    yield from modifiers(noun)
    yield from (t for thing in counted(noun) for t in phrase(thing))
    for head in of_preps(noun, INSTRUMENT_PREPS):
        yield from phrase(head)
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
            said = [c for c in child.children if c.dep_ == "ccomp"]  # "which officials said was carried out by"
            yield from (t for v in (child, *said) for head in agents(v) if head.i != noun.i for t in phrase(head))
    verb = governor(noun)
    if verb is not None and lemma.lemma(verb) in light:
        for head in (*agents(verb), *of_preps(verb, INSTRUMENT_PREPS)):
            if head.i != noun.i:
                yield from phrase(head)


def before_passive(verb: Token) -> list[Token]:
    """The noun right before the auxiliary of a passive that the parser gave no subject."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    if first is None or first.i <= verb.sent.start or subjects(verb):
        return []
    noun = verb.doc[first.i - 1]
    return [noun] if noun.pos_ in ("NOUN", "PROPN") else []
