"""From a wide place to the close one: a report's first lines say "a district of the city", a later one names it."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.around import around
from vedette.extraction.where.spots import COUNTRY, LEAD, Scene, Spot, rank
from vedette.gazetteer.fold import fold
from vedette.gazetteer.near import apart_km
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention

_CITY_KM = 18.0
_BEHIND = 5
_SHARED, _ALIKE = 3, 1.7
"""How many words two sentences must share, and how much these must weigh, to tell of one event."""
_NEARBY = frozenset({"nearby", "neighbouring", "neighboring", "adjacent"})
_OF = frozenset({"of", "in", "at"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


def refine(stage: Scene, trigger: Token, spot: Spot) -> list[PlaceMention]:
    """The place that another sentence names for what this one only describes ("a town in the north"); else none."""
    found = spot.finest
    container = found[0]
    if rank(container) == 0 or len(found) > 1:
        return []
    noun = described(stage, trigger, spot)
    if noun is None or any(anchor < container.start for anchor in spot.anchors):
        return []  # "a suburb of X, Y" is Y
    if beyond := around(stage, trigger, noun, spot):
        return beyond
    here = stage.number(trigger)
    others = [
        m for m in stage.places
        if (rank(m) <= rank(container) or m.place is None) and fold(m.name) != fold(container.name)
        and not outside(m.place, container.place) and not _beside(stage, m)
        and not stage.other_day(here, stage.number(stage.doc[m.start])) and not stage.too_large(m, noun)
    ]  # fmt: skip
    if noun.tag_ == "NNS":
        pairs = joint(stage, others)
        return next((p for p in pairs if stage.doc[p[-1].end].lemma_ == noun.lemma_), [])
    called = [m for m in others if _called(stage, m, noun) or (rank(m) < rank(container) and called_as(stage, m, noun))]
    return [m for told in _most_alike(stage, here, called)[:1] for m in _closest(stage, told)]


def _closest(stage: Scene, mention: PlaceMention) -> list[PlaceMention]:
    """The finest place told together with `mention`: the town for "the market in X province's Y"."""
    spots = stage.spots(stage.doc[mention.start].sent)
    own = next((s for s in spots if any(mention in part for part in s.parts)), None)
    return own.finest if own is not None and rank(own.finest[0]) < rank(mention) else [mention]


def _most_alike(stage: Scene, here: int, called: list[PlaceMention]) -> list[PlaceMention]:
    """The first told, unless another's sentence shares many more words with the trigger's: "drone", "strike"."""
    shared = [len(stage.content[here] & stage.content[stage.number(stage.doc[m.start])]) for m in called]
    best = max(range(len(called)), key=lambda n: shared[n], default=0)
    return called[best:] if called and shared[best] >= shared[0] + _SHARED else called


def joint(stage: Scene, mentions: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Each two or more of `mentions` that "and" joins as equals."""
    inside = {m.start for m in mentions}
    out = []
    for sentence in dict.fromkeys(stage.doc[m.start].sent.start for m in mentions):
        for spot in stage.spots(stage.doc[sentence].sent):
            out += [p for p in spot.parts if len(p) > 1 and all(m.start in inside and rank(m) < COUNTRY for m in p)]
    return out


def _called(stage: Scene, mention: PlaceMention, noun: Token) -> bool:
    """Whether the noun itself stands with the name: "X refugee camp", "the airfield in X"."""
    doc = stage.doc
    after = [t.lemma_ for t in doc[mention.end : mention.end + 2]]
    before = doc[mention.start - 2].lemma_ if mention.start > 1 and doc[mention.start - 1].lower_ in _OF else ""
    return noun.lemma_ in (*after, before) or noun.lemma_ in _explained(stage, mention)


def _explained(stage: Scene, mention: PlaceMention) -> list[str]:
    """The words that say behind a name what it is: "X, a small village near Y"."""
    behind = stage.doc[mention.end : mention.end + _BEHIND]
    if len(behind) < _BEHIND or behind[0].text != "," or behind[1].lower_ not in ("a", "an", "the"):
        return []
    return [t.lemma_ for t in behind[2:]]


def described(stage: Scene, trigger: Token, spot: Spot) -> Token | None:
    """The common noun for a place, on the way from the trigger to the spot, that the spot's name is not the name of."""
    doc, words = stage.doc, stage.words
    for head in spot.heads:
        token = doc[head]
        for _ in range(12):
            if token.i == trigger.i or token.head.i == token.i:
                break
            via, token = token, token.head
            if kind_of(token, words) is None or not _open(token) or stage.named(token):
                continue
            if via.dep_ == "prep" and via.lower_ == "of" and _names(token):
                continue
            if token.dep_ == "appos" and token.head.i in stage.heads:
                continue  # "X, a suburb of Y"
            return token
    if kind_of(trigger, words) is not None and _open(trigger) and not stage.named(trigger):
        return trigger
    return None


def _names(noun: Token) -> bool:
    """Whether "noun of name" names the noun ("the town of X") and does not place it ("a district of X")."""
    return noun.lemma_.lower() in (
        "city",
        "town",
        "village",
        "province",
        "governorate",
        "region",
        "state",
        "camp",
        "capital",
    )


def _open(noun: Token) -> bool:
    """Whether the noun describes rather than names: "a rebel-held district", "several neighbourhoods"."""
    lowered = [c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "amod")]
    if not noun.text.islower() or noun.dep_ == "compound":
        return False
    if noun.tag_ == "NNS":
        return "two" in lowered
    return bool(set(lowered) & _INDEFINITE) or "the" not in lowered


def kind_of(token: Token, words: PlaceWords) -> PlaceKind | None:
    """What kind of place a common noun names, None for other nouns and for "area", which may be any."""
    return words.kinds.get(token.lower_) or words.kinds.get(token.lemma_.lower())


def called_as(stage: Scene, mention: PlaceMention, noun: Token) -> bool:
    """Whether the report calls the place by that noun, or by one of its kind, or the gazetteer says that it is one."""
    doc, words = stage.doc, stage.words
    kind = kind_of(noun, words)
    beside = [doc[i] for i in (mention.end, mention.start - 2, mention.end - 1) if 0 <= i < len(doc)]
    kinds = {kind_of(t, words) for t in beside if t.i != mention.start - 2 or doc[mention.start - 1].lower_ == "of"}
    if kind in kinds:
        return True
    return mention.place is not None and mention.place.kind is kind


def outside(place: Place | None, container: Place | None) -> bool:
    """Whether `place` surely does not lie in `container`."""
    if place is None or container is None:
        return False
    if container.kind is PlaceKind.COUNTRY:
        return place.country != container.country
    if container.kind in (PlaceKind.ADM1, PlaceKind.ADM2):
        return bool(place.adm1 and container.adm1) and place.adm1 != container.adm1
    return apart_km(place, container) > _CITY_KM


def echoed(stage: Scene, trigger: Token, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The finer place in `mentions`' one that the sentence names which tells the same in other words; else none.

    Without `mentions`, any place that such a sentence names. Sentences are alike by the rarer words that they share;
    two that give different counts tell of different things.
    """
    container = mentions[0] if mentions else None
    if len(mentions) > 1 or (container is not None and rank(container) == 0):
        return []
    here = stage.number(trigger)
    said, counts = stage.content[here], stage.counts[here]
    wide = container is not None and here <= LEAD
    shares, alike = (_SHARED - 1, _ALIKE - 0.7) if wide else (_SHARED, _ALIKE)
    best: tuple[float, list[PlaceMention]] | None = None
    for n in range(len(stage.sentences)):
        shared = said & stage.content[n]
        if n == here or len(shared) < shares - 1:  # most sentences share next to nothing
            continue
        same_count = bool(counts & stage.counts[n])
        if (
            len(shared) < shares - same_count
            or stage.other_day(here, n)
            or (counts and stage.counts[n] and not same_count)
        ):
            continue
        score = sum(1 / stage.frequency[lemma] for lemma in sorted(shared)) + 0.5 * same_count
        for finest in _echoes(stage, n):
            if (finer := _finer(finest, container)) and (best is None or score > best[0]):
                best = (score, finer)
    return best[1] if best and best[0] >= alike else []


def _echoes(stage: Scene, n: int) -> list[list[PlaceMention]]:
    """The places that sentence `n` names as the ones where something is."""
    if n not in stage.kept.echoes:
        told = [spot for spot in stage.spots(stage.sentences[n]) if spot.parts]
        there = [spot.finest for spot in told if stage.goer(stage.doc[spot.heads[0]]) is None]
        stage.kept.echoes[n] = [finest for finest in there if not _beside(stage, finest[0])]
    return stage.kept.echoes[n]


def _beside(stage: Scene, mention: PlaceMention) -> bool:
    """Whether the name is told as another place than the one at hand: "the nearby town of X"."""
    return any(t.lower_ in _NEARBY for t in stage.doc[max(mention.start - 3, 0) : mention.start])


def _finer(mentions: list[PlaceMention], container: PlaceMention | None) -> list[PlaceMention]:
    first = mentions[0]
    if container is None:
        return mentions if rank(first) < COUNTRY else []
    if fold(first.name) == fold(container.name) or outside(first.place, container.place):
        return []
    if first.place is not None and container.place is not None and first.place.id == container.place.id:
        return []
    inside = rank(first) < rank(container)
    return mentions if inside or (first.place is None and rank(container) > 1) else []


def war_wide(trigger: Token, words: PlaceWords) -> Token | None:
    """The word for a war of which the trigger's deeds are told as a whole: "since the conflict began"."""
    for token in trigger.sent:
        if token.lemma_.lower() not in words.war or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.dep_ == "dobj" and token.head.lemma_.lower() in words.leaving:
            continue  # "a camp of civilians fleeing the war"
        up = token
        for _ in range(10):
            if up.i == trigger.i:
                return token
            if up.dep_ in ("relcl", "ccomp", "acl", "appos") or up.head.i == up.i:
                break
            up = up.head
        if trigger.dep_ == "conj" and up.i == trigger.head.i:
            return token
    return None


def coarse(mentions: list[PlaceMention]) -> bool:
    """Whether the place told is a country or more."""
    return all(rank(m) >= COUNTRY for m in mentions)
