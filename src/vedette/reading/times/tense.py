"""Whether the clause around a word tells what is to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_WILL = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "should", "must"})
_PLAN = frozenset(
    [
        "due",
        "schedule",
        "plan",
        "expect",
        "slate",
        "set",
        "poise",
        "go",
        "prepare",
        "intend",
        "hope",
        "aim",
        "agree",
        "ask",
        "urge",
        "demand",
        "order",
        "propose",
        "want",
        "postpone",
        "extend",
    ]
)


def tells_future(doc: Doc, index: int) -> bool:
    """Whether the verb that governs token `index` stands in the future, or is planned ("due to meet on Sunday")."""
    verb = governing_verb(doc[index])
    if verb is None:
        return False
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if aux & _WILL:
        return "have" not in aux  # "may have been killed"
    if _plans(verb) and any(c.dep_ == "xcomp" or c.lower_ in ("for", "to", "until") for c in verb.children):
        return True
    if any(c.dep_ == "acomp" and _plans(c) for c in verb.children):
        return True
    if verb.lower_ == "preparing":
        return True
    return "to" in aux and verb.dep_ in ("xcomp", "ccomp", "advcl") and _plans(verb.head)


def _plans(token: Token) -> bool:
    return token.lemma_.lower() in _PLAN


def tells_past(doc: Doc, index: int) -> bool:
    """Whether the verb that governs token `index` stands in the past."""
    verb = governing_verb(doc[index])
    if verb is None:
        return False
    if verb.tag_ == "VBD":
        return True
    return any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("was", "were", "had", "has", "have") for c in verb.children
    )


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above `token`; None in a clause without one."""
    node = token
    while True:
        if node.pos_ in ("VERB", "AUX") and node.tag_ != "MD":
            return node
        if node.head.i == node.i:
            return None
        node = node.head
