"""Whether the clause around a word tells what is to come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_WILL = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "should", "must"})
_PLAN = frozenset(
    [
        "due", "schedule", "plan", "expect", "slate", "set", "poise", "prepare", "intend", "hope", "aim", "agree",
        "ask", "urge", "demand", "order", "propose", "want",
    ]
)  # fmt: skip
_SET = frozenset(
    ["due", "scheduled", "planned", "expected", "slated", "set", "poised", "postponed", "extended", "delayed"]
)


def tells_future(doc: Doc, index: int) -> bool:
    """Whether the verb that governs token `index` stands in the future, or is planned ("due to meet on Sunday")."""
    token = doc[index]
    verb = governing_verb(token)
    if verb is None:
        return False
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if aux & _WILL:
        return "have" not in aux  # "may have been killed"
    if verb.lower_ in ("preparing", "going") and any(c.dep_ == "xcomp" or c.lower_ == "for" for c in verb.children):
        return True
    if _is_set(verb, token) or any(c.dep_ == "acomp" and _is_set(c, token) for c in verb.children):
        return True
    return "to" in aux and verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lemma_.lower() in _PLAN


def _is_set(word: Token, token: Token) -> bool:
    """Whether `word` tells that something is fixed for later: "set to open", "scheduled for Sunday"."""
    if word.lower_ not in _SET or word.tag_ == "VBD":
        return False
    links = [c for c in word.children if c.dep_ == "prep" and c.lower_ in ("for", "to", "until", "till")]
    return any(c.dep_ == "xcomp" for c in word.children) or any(
        c.i == token.i or c.is_ancestor(token) or token.i == word.i for c in links
    )


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
