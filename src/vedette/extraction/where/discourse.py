"""What a pointer points to, and where something is that its own sentence does not place."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.where.chains import measured
from vedette.extraction.where.refine import joint, refine
from vedette.extraction.where.retold import VIOLENT, event_class
from vedette.extraction.where.spots import COUNTRY, Scene, rank
from vedette.extraction.where.tree import tied
from vedette.gazetteer.fold import fold
from vedette.model.place import PlaceKind
from vedette.reading.places.resolve import NO_ENTRY
from vedette.reading.reading import PlaceMention

_NEAR, _REACH = 6.0, 10.0
_SOON = 3
"""Within how many sentences the report names the place of what it tells at first without one."""
_BESIDE = 20
"""How many words behind a village without an entry its town may be told: "X village of Y city in Z"."""
_AWAY = 6
"""Within how many words behind a name a distance to it may be told."""
_AT = frozenset({"in", "at", "from"})
_SPEECH = frozenset({"say", "tell", "speak", "reporter", "journalist"})
_TO_COME = frozenset({"further", "future", "possible", "any", "potential"})
_CALLED_BY = 3
"""Within how many words behind a name what it is called stands: "X displacement camp"."""
_CALLED = frozenset({"called", "named"})
_MEASURES = frozenset({"km", "kilometer", "kilometre", "mile", "hour", "minute", "metre", "meter"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_PARTS = (PlaceKind.AREA, PlaceKind.SITE)
"""What a report calls so it is seldom by the gazetteer."""
_FITS = {
    PlaceKind.TOWN: (PlaceKind.TOWN,),
    PlaceKind.AREA: (PlaceKind.AREA, PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.REGION),
    PlaceKind.ADM1: (PlaceKind.ADM1,),
    PlaceKind.ADM2: (PlaceKind.ADM2, PlaceKind.ADM1),
    PlaceKind.REGION: (PlaceKind.REGION, PlaceKind.ADM1, PlaceKind.ADM2),
    PlaceKind.SITE: (PlaceKind.SITE,),
    PlaceKind.COUNTRY: (PlaceKind.COUNTRY,),
}


def antecedent(stage: Scene, pointer: Token) -> list[PlaceMention]:
    """What "there" or "the city" points to: the last place before it that can be called so, all for a plural."""
    words = stage.words
    if pointer.lemma_.lower() in words.vague and pointer.lower_ != "there":
        inside = [m for m in stage.places if pointer.sent.start <= m.start < pointer.i and rank(m) < COUNTRY]
        return inside[-1:] or same_event(stage, pointer) or earlier(stage, pointer)[0]
    low = pointer.lower_ if pointer.lower_ in words.kinds else pointer.lemma_.lower()
    kind = words.kinds.get(low)
    if kind is PlaceKind.COUNTRY:
        return _state(stage, pointer)
    if low == "capital" and (seat := _seat(stage)) is not None:
        return [seat]
    before = [
        m for m in stage.places if m.end <= pointer.i and not _anchor(stage, m) and not stage.too_large(m, pointer)
    ]
    after = [m for m in stage.places if m.start > pointer.i]
    if pointer.tag_ == "NNS" and kind is PlaceKind.TOWN:
        pairs = joint(stage, before)[::-1] or joint(stage, after)
        return pairs[0] if pairs else []
    fits = _FITS.get(kind) if kind else None
    exact = [
        m for m in before
        if fits and (m.place.kind in fits if m.place is not None else kind is PlaceKind.TOWN and _stood_in(stage, m))
    ]  # fmt: skip
    called = [m for m in before if rank(m) < COUNTRY and _called(stage, m, pointer)]
    whole = kind is not PlaceKind.TOWN
    loose = [m for m in before if rank(m) < COUNTRY and (whole or fold(m.name) not in words.city_parts)]
    for options in (
        called if kind in _PARTS or low in words.part_of_name or _unlisted(called, exact) else [],
        exact,
        loose,
    ):
        if options:
            return [first_spelt(stage, options[-1])]
    return []


def _state(stage: Scene, pointer: Token) -> list[PlaceMention]:
    """What "the country" is: of the countries named before it that which the report plays in, else the last; whole."""
    lands = [
        m for m in stage.places if m.end <= pointer.i and m.place is not None and m.place.kind is PlaceKind.COUNTRY
    ]
    own = [m for m in lands if m.place is not None and m.place.country == stage.home]
    return [replace(first_spelt(stage, m), modifier=None, directed=False) for m in (own or lands)[-1:]]


def _called(stage: Scene, mention: PlaceMention, noun: Token) -> bool:
    """Whether the report calls the place by that noun: "X village", "the village of X"."""
    doc, before = stage.doc, mention.start - 1
    after = next((t for t in doc[mention.end : mention.end + _CALLED_BY] if t.dep_ not in ("compound", "amod")), None)
    if after is not None and after.lemma_ == noun.lemma_ and all(t.dep_ != "punct" for t in doc[mention.end : after.i]):
        return True
    told = before > 0 and doc[before].lower_ in _CALLED
    if told and doc[before - 1].lemma_ == noun.lemma_:
        return True
    town = stage.words.kinds.get(noun.lemma_.lower()) is PlaceKind.TOWN  # "a quarter of X" is none of X's names
    return town and before > 0 and doc[before].lower_ == "of" and doc[before - 1].lemma_ == noun.lemma_


def _stood_in(stage: Scene, mention: PlaceMention) -> bool:
    """Whether something is told "in" a name without an entry: it is a town as far as the report tells."""
    return mention.start > 0 and stage.doc[mention.start - 1].lower_ == "in"


def _unlisted(called: list[PlaceMention], exact: list[PlaceMention]) -> bool:
    """Whether the last place called so has no entry, and is told after the last that the gazetteer says is one."""
    if not called or not (called[-1].place is None or called[-1].reason.startswith(NO_ENTRY)):
        return False
    return not exact or called[-1].start > exact[-1].start - _BESIDE


def _anchor(stage: Scene, mention: PlaceMention) -> bool:
    """Whether the name only says from where another place lies: "X, to the north of Y"."""
    return any(mention.start in spot.anchors for spot in stage.spots(stage.doc[mention.start].sent))


def _seat(stage: Scene) -> PlaceMention | None:
    """The capital of a country that the report names, of the country that it is about if it can be."""
    seats = [m for m in stage.reading.places if m.name in stage.capitals and m.place is not None]
    return next((m for m in seats if m.place is not None and m.place.country == stage.home), next(iter(seats), None))


def first_spelt(stage: Scene, mention: PlaceMention) -> PlaceMention:
    """The report's first mention of the same place: a place with two names is called by the first."""
    if mention.place is None:
        return mention
    return next(m for m in stage.reading.places if m.place is not None and m.place.id == mention.place.id)


def same_event(stage: Scene, trigger: Token, *, lasting: bool = False) -> list[PlaceMention]:
    """The place of the event that the trigger's sentence points back to ("the blast"), where it was told before.

    `lasting`: what is told took weeks or more; "the attacks" of weeks are not the one told last.
    """
    here = stage.number(trigger)
    sentence = stage.sentences[here]
    back = [t for t in sentence if event_class(stage, t) is not None and (_definite(t) or _day_of(t))]
    back = [t for t in back if not (lasting and t.tag_ == "NNS")]
    classes = {event_class(stage, _whole_name(stage, t)) for t in back}
    if any(t.lemma_.lower() in stage.words.anaphors for t in back):
        classes |= VIOLENT
    if not classes:
        return []
    days = {day for t in back if (day := _day_of(t))}
    for n in range(here - 1, -1, -1):
        if days and not any(t.lower_ in days for t in stage.sentences[n]):
            continue
        for token in stage.sentences[n]:
            if event_class(stage, token) not in classes or any(c.lower_ in _TO_COME for c in token.children):
                continue
            for option in tied(stage, token):
                if option.cost <= _NEAR and option.spot.parts:
                    found = refine(stage, token, option.spot) or option.spot.finest
                    if rank(found[0]) < COUNTRY:
                        return found
    return []


def summed(stage: Scene, trigger: Token) -> list[PlaceMention]:
    """The place that the sentence before gives to the deeds that the trigger's adds up ("these attacks")."""
    here = stage.number(trigger)
    plural = [t for t in trigger.sent if t.tag_ == "NNS" and any(c.lower_ in ("these", "those") for c in t.children)]
    classes = {c for t in plural if (c := event_class(stage, t)) is not None}
    for token in stage.sentences[here - 1] if here and classes else []:
        if token.tag_ == "NNS" and event_class(stage, token) in classes:
            for option in tied(stage, token):
                if option.cost <= _REACH and option.spot.parts:
                    return option.spot.finest
    return []


def _whole_name(stage: Scene, token: Token) -> Token:
    """ "attack" for "convoy" in "the convoy attack"."""
    return token.head if token.dep_ == "compound" and event_class(stage, token.head) is not None else token


def _day_of(token: Token) -> str | None:
    """The weekday that owns the event: "Saturday's attack"."""
    owners = (c.lower_.removesuffix("s") for c in token.children if c.dep_ in ("poss", "compound", "nmod", "amod"))
    return next((day for day in owners if day in _WEEKDAYS), None)


def _definite(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(c.lower_ in ("the", "this", "that", "these", "those") for c in token.children)


def earlier(stage: Scene, trigger: Token) -> tuple[list[PlaceMention], str, Token | None]:
    """The place that the nearest sentence before the trigger's is at, finer than a country; else the report's first.

    With it why, and the verb of the sentence that tells it.
    """
    here = trigger.sent
    fine = [m for m in stage.places if rank(m) < COUNTRY and located(stage, m)]
    fine = [m for m in fine if m.place is None or m.place.country == stage.home] or fine
    before = [m for m in fine if m.end <= here.start]
    for start in dict.fromkeys(stage.doc[m.start].sent.start for m in reversed(before)):
        root = _teller(stage, stage.doc[start].sent.root)
        for option in tied(stage, root):
            if option.cost <= _REACH and option.spot.parts and any(m in before for m in option.spot.finest):
                return option.spot.finest, "the place told last before it", root
    if before:
        return [before[-1]], "the place named last before it", None
    lands = [m for m in stage.places if m.end <= here.start and located(stage, m)]
    if fine and lands and stage.number(stage.doc[fine[0].start]) - stage.number(trigger) > _SOON:
        return lands[:1], "the land told before it; closer places are told only later", None
    if fine:
        return [fine[0]], "the first place that the report names", None
    return stage.places[:1], "the only place that the report names", None


def _said_there(place: Token) -> bool:
    """Whether something is only said there: "told reporters in X", "said at its X headquarters"."""
    token = place
    while token.dep_ in ("pobj", "compound", "nmod", "appos", "poss") and token.head.i != token.i:
        token = token.head
    return token.dep_ == "prep" and token.lower_ in _AT and token.head.lemma_.lower() in _SPEECH


def _teller(stage: Scene, root: Token) -> Token:
    """The verb that tells a sentence's news: of "this came as troops took X" it is "took"."""
    if root.lemma_.lower() not in stage.words.following:
        return root
    return next((c for c in root.children if c.dep_ == "advcl"), root)


def located(stage: Scene, mention: PlaceMention) -> bool:
    """Whether something can be at the place as it is named here: it is no subject, owner or by-word of another noun."""
    if mention.start not in stage.kept.located:
        stage.kept.located[mention.start] = _located(stage, mention)
    return stage.kept.located[mention.start]


def _located(stage: Scene, mention: PlaceMention) -> bool:
    root = stage.doc[mention.start : mention.end].root
    if root.dep_ == "poss":
        return root.head.lemma_.lower() in stage.words.kinds or root.head.lower_ in stage.words.parts
    if root.dep_ == "nsubj":
        return root.head.lemma_ == "be"
    if _said_there(root):
        return False
    after = stage.doc[mention.end : mention.end + _AWAY]
    if any(t.lower_ == "away" and t.nbor(-1).lower_ in stage.words.distances for t in after if t.i):
        return False  # "the city of X, about 150 kilometers away"
    far = root.head.dep_ == "prep" and root.head.lower_ == "from" and root.head.head.lemma_.lower() in _MEASURES
    return not far and not measured(mention, stage.words) and stage.goer(root) is None
