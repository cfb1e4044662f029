"""Who says, named after the verb: "... said the source", "... said A B of the group"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.reporting import Reporting

_ARTICLES = frozenset({"the", "a", "an"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMES = frozenset({"PERSON", "ORG"})


def inverted(verb: Token, words: Reporting) -> Token | None:
    """ "... said the source adding that ...": a noun for who speaks, after a verb that the parser left without one."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ not in words.say:
        return None
    n, stop = verb.i + 1, verb.sent.end
    while verb.lemma_ in words.told and n + 1 < stop and verb.doc[n].pos_ == "PROPN":
        n += 1  # "told AFP a local source"
    if n < stop and verb.doc[n].pos_ == "PROPN" and closes(verb):
        return _named(verb, n)
    if n >= stop or (verb.doc[n].lower_ not in _ARTICLES and verb.doc[n].pos_ not in ("ADJ", "NOUN")):
        return None
    bare = verb.doc[n].lower_ not in _ARTICLES
    while n + 1 < stop and (verb.doc[n + 1].pos_ in ("ADJ", "NOUN", "PROPN") or verb.doc[n + 1].text == "-"):
        n += 1
    head = verb.doc[n]
    ends = n + 1 == stop or verb.doc[n + 1].is_punct or verb.doc[n + 1].tag_ in ("VBG", "IN")
    ends = ends or (verb.doc[n + 1].lower_ in _ARTICLES and closes(verb))  # "said the monitor a group in X"
    named = head.lower_ in words.heads or (head.lower_ in words.folk and not bare) or head.lower_ in words.watchers
    return head if named and ends and (not bare or head.tag_ == "NNS") else None


def closes(verb: Token) -> bool:
    """Whether a whole clause stands before a verb of saying and none after it, as where one says who has said it.

    Clauses that only describe ("who was there") do not count.
    """
    sent = verb.sent
    before = any(t.tag_ in _FINITE for t in verb.doc[sent.start : verb.i])
    after = (t for t in verb.doc[verb.i + 1 : sent.end] if t.tag_ in _FINITE)
    return before and all(any(a.dep_ == "relcl" for a in (t, *t.ancestors)) for t in after)


def _named(verb: Token, first: int) -> Token | None:
    """The last word of the name that starts at the token `first`, if it is one of a person or an organisation."""
    if verb.i > verb.sent.start and any(c.dep_ == "nsubj" and c.i == verb.i - 1 for c in verb.children):
        return None  # "the spokesman said Saturday"
    end = first
    while end + 1 < verb.sent.end and verb.doc[end + 1].pos_ == "PROPN":
        end += 1
    return verb.doc[end] if end > first and verb.doc[end].ent_type_ in _NAMES else None
