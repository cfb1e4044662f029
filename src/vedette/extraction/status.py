"""Whether what a trigger tells is told as having happened: negation, allegation, denial, plan, hypothesis."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.status import status_words
from vedette.reading.reading import Reading

HAPPENED, ALLEGED, DENIED, PLANNED = "happened", "alleged", "denied", "planned"
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "acl", "conj", "csubj", "csubjpass", "oprd"})
MAX_STEPS = 12

Sets = dict[str, frozenset[str]]


def status_of(reading: Reading, token: Token) -> str | None:
    """``happened``, ``alleged``, ``denied`` or ``planned`` of what `token` tells; None where it is not asserted at all.

    `token` is a claim's verb or noun. Read upwards: its own negation and modals, then each clause above it until
    one asserts it.
    """
    sets = status_words(reading.knowledge)
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token, sets)
    return _of_noun(token, sets)


def _of_noun(noun: Token, sets: Sets) -> str | None:
    if any(c.lower_ in ("no", "without", "neither") and c.dep_ in ("det", "preconj", "cc") for c in noun.children):
        return None
    if any(c.lower_ in sets["alleged_words"] for c in noun.children):
        return ALLEGED
    if any(c.lower_ in ("planned", "imminent", "upcoming", "looming", "future", "impending") for c in noun.children):
        return PLANNED
    if any(
        c.lower_ in ("possible", "potential", "any", "further") and c.dep_ in ("amod", "det") for c in noun.children
    ):
        return None
    head, dep = noun, noun.dep_
    while dep in ("conj", "compound", "appos", "nmod") and head.head.i != head.i:
        head = head.head
        dep = head.dep_
        if head.pos_ in ("VERB", "AUX"):
            return _of_verb(head, sets)
    above = head.head
    if dep == "pobj" and above.dep_ in ("prep", "agent"):
        prep, over = above.lower_, above.head
        if prep in ("without", "against", "despite") and prep == "without":
            return None
        if over.pos_ in ("NOUN", "PROPN"):
            return _under_noun(over, sets)
        lemma = over.lemma_.lower()
        if lemma in ("prepare", "ready", "plan", "brace") and prep in ("for", "on"):
            return _of_verb(over, sets) and PLANNED
        if lemma in ("call", "appeal", "push", "wait", "hope", "ask") and prep == "for":
            return None
        if lemma in sets["alleged_verbs"] and prep == "of":
            return ALLEGED
        if prep in ("in", "after", "during", "following", "since", "amid", "from"):
            return HAPPENED  # "the toll is expected to rise in the attack"
        if lemma in sets["does"]:
            return _of_verb(over, sets)
        return _above(over, sets)
    if dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "pobj"):
        lemma = above.lemma_.lower()
        if dep == "dobj":
            if lemma in sets["denied"]:
                return DENIED
            if lemma in (
                "threaten",
                "plan",
                "prepare",
                "mull",
                "consider",
                "order",
                "await",
                "expect",
                "promise",
            ):
                return _of_verb(above, sets) and PLANNED
            if lemma in (
                "demand",
                "urge",
                "seek",
                "want",
                "propose",
                "fear",
                "avoid",
                "prevent",
                "avert",
                "foil",
                "thwart",
                "need",
            ):
                return None
        if lemma in sets["does"]:
            return _of_verb(above, sets)
        return _above(above, sets) if above.pos_ in ("VERB", "AUX") else HAPPENED
    return HAPPENED


def _under_noun(noun: Token, sets: Sets) -> str | None:
    lemma = noun.lemma_.lower()
    if lemma in sets["planned_nouns"]:
        return PLANNED
    if lemma in sets["unreal_nouns"]:
        return None
    if lemma in ("accusation", "allegation", "claim", "suspicion"):
        return ALLEGED
    if lemma in ("denial",):
        return DENIED
    return HAPPENED


def _of_verb(verb: Token, sets: Sets) -> str | None:
    """The status of a verb by its own words, then by the clauses above."""
    lowered = [c.lower_ for c in verb.children]
    if any(c.dep_ == "neg" for c in verb.children) and verb.lemma_ not in sets["denied"]:
        return None
    if any(c.lower_ in ("no", "nobody", "none") and c.dep_ in ("det", "nsubj", "nsubjpass") for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            d.lower_ == "no" and d.dep_ == "det" for d in child.children
        ):
            return None
        if child.dep_ == "mark" and child.lower_ in sets["unreal_marks"] and verb.dep_ != "ROOT":
            return None
    if any(word in sets["alleged_words"] for word in lowered):
        return ALLEGED
    for aux in (c for c in verb.children if c.dep_ in ("aux", "auxpass")):
        if aux.lower_ in sets["planned_aux"]:
            return PLANNED
        if aux.lower_ in sets["unreal_aux"]:
            return None
    if (
        verb.dep_ == "ROOT"
        and verb.tag_ == "VB"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)
    ):
        return None  # an imperative
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        own_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if not own_subject and verb.tag_ in ("VB", "VBN"):
            return _of_verb(verb.head, sets)  # "will seize A and shell B"
    return _above(verb, sets)


def _above(verb: Token, sets: Sets) -> str | None:
    """What the clauses over `verb` do to it."""
    token, steps = verb, 0
    if verb.dep_ == "relcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None  # "an attack to retake the road"
    while token.dep_ in CLAUSAL and token.head.i != token.i and steps < MAX_STEPS:
        over, steps = token.head, steps + 1
        lemma = over.lemma_.lower()
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        reached = token.dep_
        if over.pos_ in ("NOUN", "PROPN"):
            if reached == "acl" and infinitive:
                return PLANNED if lemma in sets["planned_nouns"] else None  # "an attack to retake": a purpose
            return HAPPENED
        if over.dep_ == "prep" or over.pos_ == "ADP":
            if over.head.lemma_.lower() in sets["alleged_verbs"]:
                return ALLEGED
            if over.head.lemma_.lower() in (
                "prevent",
                "stop",
                "refrain",
                "warn",
                "deter",
                "ban",
                "discourage",
                "keep",
            ):
                return None
            if over.head.pos_ in ("NOUN", "PROPN"):
                return _under_noun(over.head, sets)
            if over.lower_ in ("without", "before", "instead"):
                return HAPPENED if over.lower_ == "before" else None
            token = over.head
            if token.pos_ not in ("VERB", "AUX"):
                return HAPPENED
            continue
        if reached in ("ccomp", "xcomp", "pcomp", "oprd"):
            negated = any(c.dep_ == "neg" for c in over.children)
            if lemma in sets["denied"] and not negated:
                return DENIED
            if lemma in sets["alleged_verbs"]:
                return ALLEGED
            if infinitive or token.tag_ == "VBG":
                if lemma in sets["unreal_verbs"]:
                    return None
                if negated:
                    return None
                if lemma in sets["planned_verbs"]:
                    return PLANNED
                if lemma == "be" or over.pos_ == "ADJ":
                    return PLANNED if lemma == "be" or lemma in ("due", "set", "ready", "likely", "poised") else None
            elif (negated and lemma not in ("know", "say", "specify", "rule")) or lemma in (
                "hope",
                "fear",
                "demand",
                "wish",
                "propose",
                "suggest",
                "expect",
            ):
                return None
            for aux in (c for c in over.children if c.dep_ == "aux"):
                if (infinitive or token.tag_ == "VBG") and aux.lower_ in sets["planned_aux"]:
                    return PLANNED
                if aux.lower_ in sets["unreal_aux"] and (infinitive or token.tag_ == "VBG"):
                    return None
        elif reached == "advcl":
            if infinitive:
                return None  # "in order to", a purpose
            return HAPPENED
        elif reached == "conj":
            if any(c.lower_ in sets["planned_aux"] for c in over.children if c.dep_ == "aux") and token.tag_ == "VB":
                return PLANNED
        token = over
    if token.dep_ == "advcl" and any(c.lower_ in sets["unreal_marks"] for c in token.children if c.dep_ == "mark"):
        return None
    return HAPPENED
