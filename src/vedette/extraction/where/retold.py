"""Where an event was, told after the sentence that tells its dead: "A bomb killed six. The blast hit Maadi"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.recount import Count, counts
from vedette.extraction.where.refine import outside, refine
from vedette.extraction.where.spots import COUNTRY, Scene, rank
from vedette.extraction.where.tree import tied
from vedette.reading.reading import PlaceMention

_ONWARD = 8
"""How many sentences on an event may be told again."""
_NEAR = 6.0
VIOLENT = frozenset({1, 2, 3})
"""The kinds of events that "the attack" can point back to: attacks, strikes and shelling, fights."""
_SEVERAL = frozenset({"several", "separate", "various", "multiple", "numerous", "different"})
_THIS = frozenset({"the", "this", "that"})
_NEW = frozenset({"a", "an", "another", "second", "separate", "other", "similar"})


def retold(stage: Scene, trigger: Token, container: PlaceMention | None) -> list[PlaceMention]:
    """The place that a later sentence gives to the event of the trigger's ("the blast"); else none.

    It lies in `container`, where that is given, and is finer; a new event of the kind ends the search.
    """
    here = stage.number(trigger)
    nouns = [t for t in stage.sentences[here] if t.pos_ in ("NOUN", "PROPN", "VERB") and event_class(stage, t)]
    classes = {event_class(stage, t) for t in nouns}
    general = classes & VIOLENT
    own = counts(stage, stage.sentences[here], trigger)
    for sentence in stage.sentences[here + 1 : here + 1 + _ONWARD] if classes else []:
        for token in sentence:
            if token.pos_ != "NOUN":
                continue
            any_kind = bool(general) and token.lemma_.lower() in stage.words.anaphors
            if not (any_kind or event_class(stage, token) in classes):
                continue
            if singled_out(token) or (token.tag_ == "NN" and nouns and all(t.tag_ == "NNS" for t in nouns)):
                continue
            if anew(token) and here > 0:
                return []
            if (
                not {c.lower_ for c in token.children} & _THIS
                or not _subject(token)
                or counts_others(own, counts(stage, sentence, token.head))
            ):
                continue
            for option in tied(stage, token):
                if (
                    option.cost > _NEAR
                    or not option.spot.parts
                    or not _of_clause(token, stage.doc[option.spot.heads[0]])
                ):
                    continue
                found = refine(stage, token, option.spot) or option.spot.finest
                return found if _closer(found[0], container) else []
    return []


def several(stage: Scene, trigger: Token) -> bool:
    """Whether the trigger adds up several events, whose places are more than one: "killed in five clashes"."""
    beside = [trigger, *trigger.subtree]
    return any(
        t.tag_ == "NNS" and event_class(stage, t) in VIOLENT and any(_counts(c) for c in t.children) for t in beside
    )


def _counts(word: Token) -> bool:
    return word.lower_ in _SEVERAL or (word.dep_ == "nummod" and word.lower_ not in ("one", "two", "2"))


def event_class(stage: Scene, token: Token) -> int | None:
    """Of which kind of event the word is one, by `events` of place_words.yaml."""
    return stage.event_class[token.i]


def anew(noun: Token) -> bool:
    """Whether the noun tells of one more event: "a raid", "another raid", "a second raid"."""
    return any(c.lower_ in _NEW for c in noun.children)


def singled_out(noun: Token) -> bool:
    """Whether a clause says which of several events is meant: "the strike that hit a farm near X"."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and clause.left_edge.lower_ in ("that", "which"):
            return noun.doc[clause.left_edge.i - 1].text != ","
    return False


def counts_others(own: set[Count], again: set[Count]) -> bool:
    """Whether the sentence tells other numbers of the same harm: "the strikes killed three" of ten are some of them."""
    harms = {harm for harm, _ in own} & {harm for harm, _ in again}
    return bool(harms) and not any(c in own for c in again if c[0] in harms)


def _subject(noun: Token) -> bool:
    """Whether its sentence is about the event: "the blast hit", "the attack took place"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ != "be"


def _of_clause(noun: Token, place: Token) -> bool:
    """Whether the place stands in the clause of the event, not in one beside it: "blasts hit X and Y lost power"."""
    token = place
    while token.i != noun.head.i and token.head.i != token.i:
        if token.pos_ in ("VERB", "AUX") and token.dep_ in ("conj", "ccomp", "parataxis", "advcl"):
            return False
        token = token.head
    return True


def _closer(found: PlaceMention, container: PlaceMention | None) -> bool:
    if container is None:
        return rank(found) < COUNTRY
    return rank(found) < rank(container) and not outside(found.place, container.place)
