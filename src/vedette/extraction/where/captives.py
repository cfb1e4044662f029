"""Where captives were taken or are held: told once in a report, and seldom beside their count."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Span, Token

from vedette.extraction.where.discourse import located
from vedette.extraction.where.spots import COUNTRY, Scene, Spot, rank
from vedette.extraction.where.tree import tied
from vedette.reading.reading import PlaceMention

_HELD, _LAIR = 5.0, 4.0
"""How far from the word for captives, and from that for their captors' base, a place may be told."""


def is_captivity(stage: Scene, trigger: Token) -> bool:
    """Whether the trigger tells of captives: its clause names them, or it frees those of whom the report tells."""
    words = stage.words
    if _told(stage, trigger):
        return True
    if trigger.lemma_.lower() not in words.freeing and not any(_told(stage, t) for t in trigger.subtree):
        return _told_above(stage, trigger)
    return any(_told(stage, t) for sentence in stage.sentences for t in sentence)


def captives_held(stage: Scene) -> list[PlaceMention]:
    """The place that most sentences give to the captives, else that of their captors' base; none where none tells."""
    held: Counter[str] = Counter()
    first: dict[str, list[PlaceMention]] = {}
    for sentence in stage.sentences:
        for found in _beside(stage, sentence):
            held[found[0].name] += 1
            first.setdefault(found[0].name, found)
    if held:
        return first[max(held, key=lambda name: (held[name], -first[name][0].start))]
    for sentence in stage.sentences:
        for token in sentence:
            if token.lemma_.lower() in stage.words.lairs:
                for option in tied(stage, token):
                    if option.cost <= _LAIR and _close(option.spot) and located(stage, option.spot.finest[0]):
                        return option.spot.finest
    return []


def _beside(stage: Scene, sentence: Span) -> list[list[PlaceMention]]:
    """The closest place of each word for captives in a sentence, each place once."""
    out: dict[str, list[PlaceMention]] = {}
    for token in sentence:
        if not _told(stage, token):
            continue
        for option in tied(stage, token):
            if option.cost <= _HELD and _close(option.spot):
                out.setdefault(option.spot.finest[0].name, option.spot.finest)
                break
    return list(out.values())


def _close(spot: Spot) -> bool:
    return bool(spot.parts) and rank(spot.finest[0]) < COUNTRY


def _told(stage: Scene, token: Token) -> bool:
    return token.lower_ in stage.words.captivity or token.lemma_.lower() in stage.words.captivity


def _told_above(stage: Scene, trigger: Token) -> bool:
    """Whether captives stand on the way up from the trigger, or beside it in their clause."""
    up = trigger
    for _ in range(8):
        if any(_told(stage, c) for c in up.children) or _told(stage, up):
            return True
        if up.head.i == up.i or up.dep_ in ("ccomp", "parataxis", "relcl"):
            return False
        up = up.head
    return False
