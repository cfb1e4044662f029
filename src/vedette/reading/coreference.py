"""Pronouns to the actors that they stand for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.reading.reading import ActorMention

_PLURAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its"})
_PERSON = frozenset({"he", "him", "his", "she", "her"})
_OBJECTS = frozenset({"them", "him"})
_OWN = frozenset({"their", "its"})
_OWNERS = _OWN | {"his", "her"}
_CONTROLLED = frozenset({"advcl", "xcomp", "conj", "acl"})
_DEEP = 3  # clauses
_REACH = 2  # sentences


def pronouns(doc: Doc, mentions: list[ActorMention], harming: frozenset[str] = frozenset()) -> list[ActorMention]:
    """A mention for each pronoun that points back to an actor of the same or the two sentences before.

    `harming`: verbs (lemmas) of what nobody does to his own: in "killing many of their members" not the killers' own.
    """
    found: list[ActorMention] = []
    sentences = [s.start for s in doc.sents]
    number = {}
    n = -1
    for token in doc:
        if n + 1 < len(sentences) and token.i == sentences[n + 1]:
            n += 1
        number[token.i] = n
    for token in doc:
        word = token.lower_
        if word not in _PLURAL and word not in _THING and word not in _PERSON:
            continue
        if word == "it" and token.dep_ == "expl":
            continue
        others = word in _OBJECTS or (word in _OWN and _harmed(token, harming))
        barred = _barred(token, mentions) if others else frozenset()  # "13 of its men died in clashes with them"
        own = frozenset(t.i for t in _doers(token)) if word in _OWNERS and not barred else frozenset()
        best = _antecedent(doc, token, mentions, number, barred, own)
        if best is not None:
            found.append(
                ActorMention(start=token.i, end=token.i + 1, name=best.name, kind=best.kind, how="pronoun",
                             actor_id=best.actor_id)
            )  # fmt: skip
    return found


def _doers(pronoun: Token) -> list[Token]:
    """Subjects of the very clause that `pronoun` is an object in, which it cannot mean; a participle has its verb's."""
    verb = pronoun.head
    while verb.pos_ in ("NOUN", "ADP", "PROPN", "ADJ", "NUM", "DET") and verb.head.i != verb.i:
        if verb.dep_ in ("nsubj", "nsubjpass"):
            return []  # "some of them fled"
        verb = verb.head
    for _ in range(_DEEP):
        doers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if doers or verb.dep_ not in _CONTROLLED or verb.head.pos_ not in ("VERB", "AUX"):
            return doers
        verb = verb.head
    return []


def _barred(pronoun: Token, mentions: list[ActorMention]) -> frozenset[str]:
    """Names of those who act upon `pronoun`: in "the army shelled X, killing a number of them" not the army."""
    spans = [(d.left_edge.i, d.right_edge.i) for d in _doers(pronoun)]
    return frozenset(m.name for m in mentions if any(low <= m.start <= high for low, high in spans))


def _harmed(owner: Token, harming: frozenset[str]) -> bool:
    """Whether what is "theirs" is the object of a verb of harm: "killed many of their members"."""
    noun = owner.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun.dep_ == "dobj" and noun.head.lemma_ in harming


def _antecedent(
    doc: Doc,
    token: Token,
    mentions: list[ActorMention],
    number: dict[int, int],
    barred: frozenset[str],
    own: frozenset[int],
) -> ActorMention | None:
    """Whom a pronoun means: the likeliest mention before it. `own`: the subjects of the clause that it is an object in,
    whose the thing is that is "its": in "the army withdrew when the rebels launched their attack" the rebels'."""
    word = token.lower_
    best: tuple[int, ActorMention] | None = None
    for mention in mentions:
        if mention.end > token.i or number[token.i] - number[mention.start] > _REACH:
            continue
        head = doc[mention.start : mention.end].root
        people = mention.how == "nationality" and word in _PLURAL and head.tag_ == "NNPS"  # "the Saudis"
        if (mention.how in ("nationality", "holder", "tie") and not people) or (word in _PERSON) != (
            mention.kind == "person"
        ):
            continue
        if mention.name in barred:
            continue
        many = head.tag_ == "NNPS" and not head.text.isupper()  # the tagger takes "PKK" for a plural
        one = word in _THING and mention.how == "alias"  # "the Taliban ... it"
        plural = head.tag_ == "NNS" or (many and not one)
        if word in _THING and (plural or mention.kind == "people"):
            continue
        if word in _PLURAL and not (plural or people) and mention.kind == "state":
            continue
        score = -10 * (number[token.i] - number[mention.start])
        if head.dep_ in ("nsubj", "nsubjpass"):
            score += 6
            if head.head.dep_ == "ROOT":
                score += 3
        if not own.isdisjoint(range(mention.start, mention.end)):
            score += 10
        if best is None or score >= best[0]:
            best = (score, mention)
    return best[1] if best else None
