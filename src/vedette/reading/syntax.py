"""Small readings of the dependency parse that finders and extractors share. Token in, tokens out; no knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
OBJECT = frozenset({"dobj", "obj", "dative", "iobj"})
OWN = SUBJECT | OBJECT | {"aux"}


def conjuncts(token: Token) -> Iterator[Token]:
    """`token` and all joined to it: "three soldiers and a nurse" from "soldiers"."""
    yield token
    for child in token.children:
        if child.dep_ in ("conj", "appos") and child.dep_ == "conj":
            yield from conjuncts(child)


def is_passive(verb: Token) -> bool:
    """Whether `verb` stands in the passive, or as a bare participle ("people killed in the raid")."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children):
        return True  # a headline's "30 taken hostage by rebels"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.children):
        return not any(c.dep_ in OWN for c in verb.children)  # "was attacked and seized"
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def subjects(verb: Token) -> list[Token]:
    """Heads of the grammatical subject of `verb`, through shared subjects of joined and relative clauses."""
    return _reach(verb, SUBJECT | PASSIVE_SUBJECT)


def objects(verb: Token) -> list[Token]:
    """Heads of the direct objects of `verb`, joined ones included."""
    return [t for c in verb.children if c.dep_ in OBJECT for t in conjuncts(c)]


def agents(verb: Token) -> list[Token]:
    """Heads of who does what `verb` tells: the active subject, or the "by" of a passive."""
    if is_passive(verb):
        by = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
        return [t for b in by for p in b.children if p.dep_ == "pobj" for t in conjuncts(p)]
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """Heads of those whom `verb` befalls: the object, or a passive's subject, or what a participle modifies."""
    if not is_passive(verb):
        return objects(verb)
    found = _reach(verb, PASSIVE_SUBJECT)
    if not found and verb.dep_ == "acl":
        found = [verb.head]
    return found


def to_come(verb: Token) -> list[Token]:
    """The infinitives that tell what a verb's subject is going to do: "are due to begin", "is to be held"."""
    over = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd"))]
    below = [c for v in over for c in v.children if c.dep_ == "xcomp"]
    return [v for v in below if any(c.lower_ == "to" and c.dep_ == "aux" for c in v.children)]


def charged(verb: Token) -> list[Token]:
    """Who does what a gerund after another verb's object tells: the guards in "accused the guards of shelling"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("of", "for", "from"):
        return []
    over = verb.head.head
    return patients(over) if over.pos_ == "VERB" else [over] if over.pos_ == "PROPN" else []


def _reach(verb: Token, deps: frozenset[str]) -> list[Token]:
    heads = [c for c in verb.children if c.dep_ in deps]
    own = [t for c in heads if not (len(heads) > 1 and _names_another(c)) for t in conjuncts(c)]
    if own and not (len(own) == 1 and own[0].tag_ in ("WDT", "WP")):
        return own
    if own and verb.dep_ == "relcl":
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _reach(verb.head, deps)
    if verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return _reach(verb.head, deps)
    return own


def _names_another(name: Token) -> bool:
    """ "According to the head of the office, Anna Karim, raiders killed ...": a name between commas after a phrase."""
    start, end = subtree_bounds(name)
    if name.tag_ not in ("NNP", "NNPS") or start < 2 or end >= len(name.doc):
        return False
    before = name.doc[start - 2]
    phrases = (c for c in name.head.lefts if c.dep_ == "prep")
    return name.doc[start - 1].text == name.doc[end].text == "," and any(before.i == c.right_edge.i for c in phrases)


def subtree_bounds(token: Token) -> tuple[int, int]:
    """First token index and one past the last of everything under `token`."""
    return token.left_edge.i, token.right_edge.i + 1
