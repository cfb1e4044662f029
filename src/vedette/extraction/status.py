"""Whether what a trigger tells is told as having happened: negation, allegation, denial, plan, hypothesis."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.status import status_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import to_come

HAPPENED, ALLEGED, DENIED, PLANNED = "happened", "alleged", "denied", "planned"
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "acl", "conj", "csubj", "csubjpass", "oprd"})
ARGUMENT = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd", "pobj"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})

Sets = dict[str, frozenset[str]]


def status_of(reading: Reading, token: Token) -> str | None:
    """``happened``, ``alleged``, ``denied`` or ``planned`` of what `token` tells; None where it is not asserted at all.

    `token` is a claim's verb or noun. Read upwards: its own negation and modals, then each clause above it until
    one asserts it.
    """
    sets = status_words(reading.knowledge)
    return _of_verb(token, sets) if token.pos_ in VERBAL else _of_noun(token, sets)


def _of_noun(noun: Token, sets: Sets) -> str | None:
    """The status of an event noun: its own modifiers, then the verb, the noun or the preposition that it hangs on."""
    own = {c.lower_ for c in noun.children if c.dep_ in ("det", "amod", "preconj", "cc", "nmod", "compound", "advmod")}
    if own & {"no", "without", "neither"} or own & sets["unreal_words"]:
        return None
    if own & sets["alleged_words"]:
        return ALLEGED
    if own & sets["planned_words"]:
        return PLANNED
    head = noun
    while head.dep_ in ("conj", "compound", "appos", "nmod") and head.head.i != head.i:
        head = head.head
        if head.pos_ in VERBAL:
            return _of_verb(head, sets)
    above = head.head
    if head.dep_ == "pobj" and above.dep_ in ("prep", "agent"):
        return _after_preposition(above, sets)
    if head.dep_ not in ARGUMENT:
        return HAPPENED
    lemma = above.lemma_.lower()
    if head.dep_ in ("nsubj", "nsubjpass") and any(
        v.head.lemma_.lower() in sets["planned_verbs"] for v in to_come(above)
    ):
        return _of_verb(above, sets) and PLANNED  # "talks are due to begin"
    if head.dep_ == "dobj":
        if any(c.lower_ in sets["seldom"] for c in above.children):
            return None  # "rarely acknowledges strikes" tells of no one strike
        if lemma in sets["denied"]:
            return DENIED
        if lemma in sets["ended"] and above.tag_ == "VBG":
            return HAPPENED  # "a deal aimed at ending the war"
        if lemma in sets["blames"] and not any(c.lower_ in ("on", "for") for c in above.children):
            return ALLEGED  # "blamed an Israeli strike"
        if lemma in sets["does"]:
            return _of_verb(above, sets)
        if lemma in sets["planned_verbs"] and not any(c.dep_ == "prt" for c in above.children):  # "set off a blast"
            return _of_verb(above, sets) and PLANNED
        real = lemma in sets["attempts"] or any(c.lower_ in ("back", "off") for c in above.children)
        if lemma in sets["unreal_verbs"] and not real:
            return None  # but who "pushed back the assault" came under it
    if lemma in sets["does"]:
        return _of_verb(above, sets)
    return _above(above, sets) if above.pos_ in VERBAL else HAPPENED


def _after_preposition(prep: Token, sets: Sets) -> str | None:
    """The status of a noun after `prep`: by the word that the preposition hangs on."""
    over, lemma = prep.head, prep.head.lemma_.lower()
    if prep.lower_ == "without":
        return None
    if over.pos_ in NOMINAL:
        return _under_noun(over, sets)
    if (
        prep.lower_ in ("for", "on")
        and lemma in sets["planned_verbs"]
        and lemma not in sets["does"] - {"plan", "prepare"}
    ):
        return _of_verb(over, sets) and PLANNED
    if (prep.lower_ == "for" and lemma in sets["unreal_verbs"]) or (prep.lower_ == "at" and lemma == "aim"):
        return None
    if prep.lower_ == "of" and lemma in sets["alleged_verbs"]:
        return ALLEGED
    if prep.lower_ in sets["given_preps"]:
        return HAPPENED
    return _of_verb(over, sets) if lemma in sets["does"] else _above(over, sets)


def _under_noun(noun: Token, sets: Sets) -> str | None:
    """What a noun does to that of which it is told: "a threat of", "the risk of", "claims of"."""
    lemma = noun.lemma_.lower()
    if lemma in sets["planned_nouns"]:
        return PLANNED
    if lemma in sets["unreal_nouns"]:
        return None
    if lemma == "denial":
        return DENIED
    return ALLEGED if lemma in sets["alleged_nouns"] else HAPPENED


def _of_verb(verb: Token, sets: Sets) -> str | None:
    """The status of a verb by its own words, then by the clauses above."""
    if _negated(verb, sets) and verb.lemma_ not in sets["denied"]:
        return None
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (
            child.lower_ in ("nobody", "none", "nothing") or any(d.lower_ == "no" for d in child.children)
        ):
            return None
        if child.dep_ == "mark" and child.lower_ in sets["unreal_marks"] and verb.dep_ != "ROOT":
            if child.lower_ in sets["past_marks"] and _past(verb) and _past(verb.head):
                continue  # "was theirs until the army took it"
            return None
        if child.lower_ in sets["alleged_words"]:
            return ALLEGED
        if child.dep_ in ("aux", "auxpass") and child.lower_ in sets["planned_aux"]:
            return PLANNED
        if child.dep_ in ("aux", "auxpass") and child.lower_ in sets["unreal_aux"]:
            return PLANNED if child.lower_ in sets["told_ahead"] and _announced(verb, sets) else None
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)
    if verb.dep_ == "ROOT" and verb.tag_ in ("VB", "VBP") and bare:
        return None  # an imperative
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ in ("VB", "VBN", "VBP") and bare:
        return _of_verb(verb.head, sets)  # "will seize A and shell B"
    return _above(verb, sets)


def _announced(verb: Token, sets: Sets) -> bool:
    """Whether "would" only tells in the past what will be: "said it would withdraw on Monday"; not "if", nor a wish."""
    over = verb.head
    if verb.dep_ != "ccomp" or over.tag_ not in ("VBD", "VBN") or over.lemma_.lower() not in sets["announces"]:
        return False
    return not any(
        c.dep_ == "advcl" and any(m.lower_ in sets["unreal_marks"] for m in c.children) for c in verb.children
    )


def _above(verb: Token, sets: Sets) -> str | None:
    """What the clauses over `verb` do to it, from the nearest up to one that settles it."""
    if verb.dep_ == "relcl" and _infinitive(verb):
        return None  # "an attack to retake the road"
    token = verb
    while token.dep_ in CLAUSAL and token.head.i != token.i:
        over = token.head
        if token.tag_ != "VB" and any(t.text == ";" for t in token.doc[min(token.i, over.i) : max(token.i, over.i)]):
            return HAPPENED  # a sentence of its own
        if over.pos_ in NOMINAL:
            planned = over.lemma_.lower() in sets["planned_nouns"]
            if token.dep_ == "acl" and _infinitive(token):
                return PLANNED if planned else None  # "a plan to", "an attack to"
            return HAPPENED
        if over.pos_ == "ADP":
            settled, status = _preposition(over, sets)
            over = over.head
        else:
            settled, status = _clause(token, over, sets)
        if settled:
            return status
        token = over
    return HAPPENED


def _preposition(prep: Token, sets: Sets) -> tuple[bool, str | None]:
    """For a gerund after `prep` ("accused of shelling"): whether that settles its status, and which it is."""
    over = prep.head
    lemma = over.lemma_.lower()
    if lemma in sets["alleged_verbs"]:
        return True, ALLEGED
    if lemma in sets["unreal_verbs"] or prep.lower_ in ("without", "instead") or lemma == "aim":
        return True, None
    if over.pos_ in NOMINAL:
        return True, _under_noun(over, sets)
    return over.pos_ not in VERBAL, HAPPENED


def _clause(token: Token, over: Token, sets: Sets) -> tuple[bool, str | None]:
    """For the clause of `token` under `over`: whether that settles its status, and which it is."""
    if token.dep_ == "advcl":
        return True, None if _infinitive(token) else HAPPENED  # "in order to" is a purpose
    if token.dep_ not in ("ccomp", "xcomp", "pcomp", "oprd"):
        return False, None
    lemma, negated = over.lemma_.lower(), _negated(over, sets)
    going_on = token.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    unfinished = _infinitive(token) or going_on
    if lemma in sets["denied"] and not negated:
        return True, DENIED
    if lemma in sets["alleged_verbs"]:
        return True, ALLEGED
    if not unfinished:
        return (negated and lemma not in sets["still_told"]) or lemma in sets["wished"], None
    if lemma in sets["unreal_verbs"] or negated:
        return True, None
    if lemma == "expect" and any(c.dep_ == "nsubj" for c in token.children):
        return True, None  # "expects him to round up" is a wish
    if lemma in sets["planned_verbs"]:
        return True, PLANNED
    if over.pos_ == "ADJ":
        return not _achieved(over, sets), None
    modals = {c.lower_ for c in over.children if c.dep_ == "aux"}
    if modals & sets["planned_aux"]:
        return True, PLANNED
    return bool(modals & sets["unreal_aux"]), None


def attempted(reading: Reading, token: Token) -> bool:
    """Whether an infinitive tells what was tried and so, if it is an assault, did come: "attempts to storm X"."""
    sets = status_words(reading.knowledge)
    over = token.head
    if (
        not _infinitive(token)
        or token.dep_ not in ("acl", "xcomp", "relcl")
        or over.lemma_.lower() not in sets["tries"]
    ):
        return False
    if over.pos_ in NOMINAL:
        return status_of(reading, over) == HAPPENED or over.dep_ in ARGUMENT
    return over.tag_ in ("VBD", "VBG") and _of_verb(over, sets) == HAPPENED


def _achieved(adjective: Token, sets: Sets) -> bool:
    """Whether "able to" tells what was done: "were able to retake the hill"; not "may be able to", "is able to"."""
    verb = adjective.head
    if adjective.lower_ not in sets["achieved"] or verb.pos_ not in VERBAL or _negated(verb, sets):
        return False
    return _past(verb) or (verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in verb.children))


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _past(verb: Token) -> bool:
    """Whether a finite verb, or the auxiliary of a participle, stands in the past tense."""
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in verb.children)


def _negated(verb: Token, sets: Sets) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in sets["seldom"] for c in verb.children)
