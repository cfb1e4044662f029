"""Whether the clause around a word tells what is to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_WILL = frozenset({"will", "shall", "'ll", "wo", "would"})
_PLANNED = frozenset({"due", "scheduled", "planned", "expected", "slated", "set", "plans", "poised", "going"})


def tells_future(doc: Doc, index: int) -> bool:
    """Whether the verb that governs token `index` stands in the future, or is planned ("due to meet on Sunday")."""
    verb = governing_verb(doc[index])
    if verb is None:
        return False
    if any(child.dep_ == "aux" and child.lower_ in _WILL for child in verb.children):
        return True
    if verb.lower_ in _PLANNED and any(c.dep_ == "xcomp" or c.lower_ == "for" for c in verb.children):
        return True
    if any(c.dep_ == "acomp" and c.lower_ in _PLANNED for c in verb.children):
        return True
    if verb.lower_ == "preparing":
        return True
    return verb.dep_ == "xcomp" and verb.head.lower_ in _PLANNED


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above `token`; None in a clause without one."""
    node = token
    while True:
        if node.pos_ in ("VERB", "AUX") and node.tag_ != "MD":
            return node
        if node.head.i == node.i:
            return None
        node = node.head
