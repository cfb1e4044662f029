"""The same dead or wounded counted again, with a closer place: "four hurt in Helmand", "four were hurt in Sangin"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from vedette.extraction.where.spots import COUNTRY, LEAD, Scene, number_of, rank
from vedette.extraction.where.tree import tied
from vedette.gazetteer.fold import fold
from vedette.gazetteer.near import apart_km
from vedette.reading.reading import PlaceMention

_NEAR = 6.0
_FAR_KM = 60.0
_STEPS = 3
_NUMBERED = frozenset({"nummod", "nsubj", "nsubjpass", "meta"})
"""How a number hangs on what it counts: "four people", "four were hurt", "4 hurt"."""
_FEW = frozenset({"1", "2"})

Count = tuple[int, str]
"""Which harm befell how many."""


def recounted(stage: Scene, trigger: Token, container: PlaceMention) -> list[PlaceMention]:
    """The place that another sentence gives to as many of those harmed in the same way; none where none is closer.

    In a report's title and first sentence a city can stand for the area around it.
    """
    here = stage.number(trigger)
    lead = here < LEAD
    told = {c for c in counts(stage, stage.sentences[here], trigger) if lead or c[1] not in _FEW}
    again: list[list[PlaceMention]] = []
    for n, sentence in enumerate(stage.sentences) if told else []:
        if n not in stage.kept.counted:
            stage.kept.counted[n] = counts(stage, sentence, None)
        if n == here or told.isdisjoint(stage.kept.counted[n]) or stage.other_day(here, n):
            continue
        if found := _closer_in(stage, sentence, {harm for harm, _ in told}, container, lead):
            again.append(found)
    return min(again[::-1], key=lambda ms: (rank(ms[0]), ms[0].modifier is not None), default=[])  # told last, closest


def counts(stage: Scene, sentence: Span, trigger: Token | None) -> set[Count]:
    """The numbers of those harmed that a sentence tells, those beside `trigger` where it is given."""
    out: set[Count] = set()
    for token in sentence:
        if (
            token.dep_ not in _NUMBERED
            or not token.like_num
            or token.head.pos_ not in ("NOUN", "ADJ", "VERB")
            or token.head.ent_type_ == "DATE"
        ):
            continue
        noun = up = token.head
        beside = [noun, *noun.children]
        for _ in range(_STEPS):
            up = up.head
            beside.append(up)
        told = [t for t in beside if _harm(stage, t) is not None]
        if told and (trigger is None or any(t.i == trigger.i or t.is_ancestor(trigger) for t in told)):
            harm = _harm(stage, told[0])
            out |= {(harm, number_of(token))} if harm is not None else set()
    return out


def _closer_in(
    stage: Scene, sentence: Span, harms: set[int], container: PlaceMention, lead: bool
) -> list[PlaceMention]:
    for token in sentence:
        if _harm(stage, token) not in harms:
            continue
        for option in tied(stage, token):
            if option.cost <= _NEAR and option.spot.parts:
                found = option.spot.finest
                return found if _closer(found[0], container, lead) else []
    return []


def _closer(found: PlaceMention, container: PlaceMention, lead: bool) -> bool:
    if fold(found.name) == fold(container.name) or rank(found) > rank(container) - (not lead):
        return False
    if found.place is None or container.place is None:
        return rank(container) > 0
    if found.place.id == container.place.id or rank(found) >= COUNTRY - 1 or rank(container) == 0:
        return False
    if rank(container) >= COUNTRY - 1:
        return found.place.country == container.place.country
    same_area = fold(found.place.adm1 or "") == fold(container.place.adm1 or "") != ""
    return (same_area and rank(container) > 1) or apart_km(found.place, container.place) <= _FAR_KM


def _harm(stage: Scene, token: Token) -> int | None:
    """In which of the lists of `harms` in place_words.yaml the word is."""
    return stage.words.harm_class.get(token.lower_) or stage.words.harm_class.get(token.lemma_.lower())
