"""A close place told in the same clause as a wide one: "In Helmand province, a bomb in Sangin killed four"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.refine import kind_of, outside
from vedette.extraction.where.spots import Scene, rank
from vedette.extraction.where.tree import Tied
from vedette.gazetteer.fold import fold
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention

_REACH, _STEP, _ANY = 4.0, 1.0, 99.0
"""How much farther from the trigger the close place may be than a province or country, and than a town."""
_WIDE = frozenset({PlaceKind.ADM1, PlaceKind.ADM2, PlaceKind.REGION, PlaceKind.COUNTRY})


def within(
    stage: Scene, trigger: Token, options: list[Tied], first: Tied, container: PlaceMention
) -> list[PlaceMention]:
    """The place of another of `options` that lies in `container`, the place of `first`; else none."""
    wide, covers = _wide(stage, container), _covering(stage, container)
    reach = _ANY if wide and _heading(stage, container) else _REACH if wide or covers else _STEP
    for option in options:
        near = 0 <= option.cost - first.cost <= reach
        if option is first or not near or not option.spot.parts:
            continue
        if _of_others(trigger, stage.doc[option.spot.heads[0]]):
            continue
        found = option.spot.finest
        finer = wide or rank(found[0]) < rank(container)
        if not _wide(stage, found[0]) and finer and _inside(found[0], container, wide):
            return found
        if covers and near and found[0].place is None and not _covering(stage, found[0]):
            return found
    return []


def _of_others(trigger: Token, place: Token) -> bool:
    """Whether the place is that of other people counted beside: "30 besieged in X and another 60 in Y"."""
    token = place
    while token.head.i != token.i and not token.is_ancestor(trigger) and token.i != trigger.i:
        if token.dep_ == "conj" and any(c.dep_ == "nummod" for c in token.children):
            return True
        token = token.head
    return False


def _heading(stage: Scene, mention: PlaceMention) -> bool:
    """Whether the name heads the sentence as the label of an item: "X province: shells fell on Y"."""
    after = stage.doc[mention.end : mention.end + 2]
    before = [t for t in stage.doc[after.sent.start : mention.start] if not (t.is_space or t.is_punct)] if after else []
    return not before and any(t.text == ":" for t in after)


def _wide(stage: Scene, mention: PlaceMention) -> bool:
    """Whether it is a province or more, by the gazetteer or by the noun after it ("Luhansk region")."""
    if rank(mention) > 2:
        return True
    return mention.end < len(stage.doc) and kind_of(stage.doc[mention.end], stage.words) in _WIDE


def _covering(stage: Scene, mention: PlaceMention) -> bool:
    """Whether it is called by what villages lie in: "X Township", "X district"."""
    beside = stage.doc[mention.end - 1 : mention.end + 1]
    return any(t.lower_ in stage.words.covering for t in beside)


def _inside(found: PlaceMention, container: PlaceMention, wide: bool) -> bool:
    """Whether the gazetteer has it there, and as no other place's name; what it does not know can be there."""
    if container.place is None or found.place is None:
        return found.place is None and wide
    if found.place.id == container.place.id:
        return False
    if rank(container) == 1 and not outside(found.place, container.place):
        return True
    a, b = fold(container.place.adm1 or ""), fold(found.place.adm1 or "")
    return bool(a and b) and (a.startswith(b) or b.startswith(a))  # gazetteers differ in "oblast" and the like
