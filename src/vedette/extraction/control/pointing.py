"""Ground pointed to and not named: "the city", "the two villages", "rebel-held districts", "the east"."""

from __future__ import annotations

import itertools
from collections import Counter

from spacy.tokens import Token

from vedette.extraction.control.index import Index
from vedette.extraction.control.names import joined
from vedette.knowledge.countries import countries
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention

_WIDE = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADM1, PlaceKind.ADM2)
_CITY = 500_000
"""People of a place that no report calls a town."""
_AHEAD = 120
"""Words after "a district" within which its name is told."""
_NEAR = 40
"""Words before a sentence in which a town still is what "the east" or "the districts" is of."""
_TITLE = 2
"""How much a mention in the headline weighs when the report's main town is told."""


def pointed(index: Index, token: Token) -> list[PlaceMention]:
    """The place or places that `token`, a noun for ground without a name of its own, points to.

    A kind of place points back to the last one named of that kind ("a" points nowhere), two of a kind to the last
    pair; a part ("the east", "districts") belongs to the town last named shortly before, else to the main town.
    """
    lemma = token.lemma_.lower()
    words = {c.lower_ for c in token.children}
    plural = token.tag_ in ("NNS", "NNPS")
    kinds = index.words.ground.kinds.get(lemma)
    if lemma in index.words.ground.lands and not plural:
        return home(index, token)
    if kinds is not None and not plural:
        return [] if words & {"a", "an"} else last(index, token)
    many = next((n for w, n in index.words.ground.counts.items() if w in words), None)
    if kinds is not None and many is not None and "other" not in words:
        return several(index, token, many, back=bool(words & {"the", "both", "these", "those"}))
    if lemma in index.words.ground.part or plural:
        return main(index, token)
    return []


def ahead(index: Index, token: Token) -> PlaceMention | None:
    """The place named soon after "a district" with the same noun: "the strikes hit Maadi district"."""
    lemma = token.lemma_.lower()
    for mention in index.reading.places:
        if max(token.i, token.right_edge.i) < mention.start <= token.i + _AHEAD and _called(index, mention, lemma):
            return mention
    return None


def last(index: Index, token: Token) -> list[PlaceMention]:
    """The last place before `token` of the kind that it is a noun for; an unlisted place is of no wide kind."""
    small = token.lemma_.lower() in index.words.ground.smaller
    kinds = [PlaceKind(k) for k in index.words.ground.kinds[token.lemma_.lower()]]
    listed = token.lemma_.lower() in index.words.ground.listed
    for mention in reversed(index.reading.places):
        if _beyond(index, mention) or (small and mention.place and mention.place.population > _CITY):
            continue  # "the town" is no city
        if mention.start >= token.i or (listed and (mention.place is None or mention.place.kind is not PlaceKind.TOWN)):
            continue
        if mention.place is None:
            if PlaceKind.TOWN in kinds or PlaceKind.AREA in kinds:
                return [mention]
        elif mention.place.kind in kinds:
            return [mention]
    if token.lemma_.lower() in index.words.strongholds | index.words.capitals:
        later = (m for m in index.reading.places if m.start > token.i and m.place and m.place.kind in kinds)
        return list(itertools.islice(later, 1))
    return []


def _beyond(index: Index, mention: PlaceMention) -> bool:
    """Whether a place is named only to tell where another lies: "Daraya, west of Damascus"."""
    doc, start = index.reading.doc, mention.start
    if start < 3 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in index.words.bearings:
        return False
    before = doc[start - 3]  # "the east of X" is a part of X
    return before.i in index.place_at or before.text in (",", ")") or before.lower_ in ("just", "located", "lies")


def home(index: Index, token: Token) -> list[PlaceMention]:
    """The country that the report is about: the one most of its places are in, as it names it."""
    places = [m for m in index.reading.places if m.place is not None and not _backer(index, m)]
    codes = Counter(m.place.country for m in places if m.place is not None and m.place.country)
    for code, _ in codes.most_common():
        named = [m for m in places if m.place and m.place.kind is PlaceKind.COUNTRY and m.place.country == code]
        if named:
            return [min(named, key=lambda m: abs(m.start - token.i))]
    return []


def _called(index: Index, mention: PlaceMention, noun: str) -> bool:
    """Whether the report calls it by this noun: "the town of X", "X village"."""
    doc = index.reading.doc
    after = doc[mention.end].lemma_.lower() if mention.end < len(doc) else ""
    before = doc[max(mention.start - 2, 0) : mention.start]
    return after == noun or (len(before) == 2 and before[0].lemma_.lower() == noun and before[1].lower_ == "of")


def _backer(index: Index, mention: PlaceMention) -> bool:
    """Whether it only tells who leads or backs others: "US-led strikes"."""
    doc = index.reading.doc
    return mention.end < len(doc) and doc[mention.end].text == "-"


def soil_of(index: Index, token: Token) -> list[PlaceMention]:
    """The country whose "Syrian territory" is, by its adjective, where the report names it."""
    told = [c.text for c in token.children if c.i < token.i and c.dep_ in ("amod", "compound", "nmod")]
    codes = {c.code for c in countries(index.reading.knowledge).values() for text in told if text in c.people}
    lands = [m for m in index.reading.places if m.place is not None and m.place.kind is PlaceKind.COUNTRY]
    named = [m for m in lands if m.place is not None and m.place.country in codes]
    return [min(named, key=lambda m: abs(m.start - token.i))] if named else []


def several(index: Index, token: Token, many: int, *, back: bool) -> list[PlaceMention]:
    """As many places named together last before `token`, else first after it; those first if not `back`."""
    doc = index.reading.doc
    mentions = index.reading.places
    runs = [[first, *joined(index, first)] for first in mentions]
    runs = [run for run in runs if len(run) == many]
    runs += [mentions[n : n + many] for n in range(len(mentions) - many + 1)]
    together = [r for r in runs if _together([doc[a.end : b.start].text for a, b in itertools.pairwise(r)])]
    before = [r for r in together if r[-1].end <= token.i]
    after = [r for r in together if r[0].start > token.i]
    if before and (back or not after):
        return before[-1]
    return after[0] if after else []


def _together(between: list[str]) -> bool:
    """Whether the words between places join them: "X, Y and Z"."""
    commas = all(b.strip() in (",", "", "and", ", and", "&") for b in between[:-1])
    return commas and between[-1].strip() in ("and", ", and", "&")


def _dateline(mention: PlaceMention) -> bool:
    """Whether it is spelt as the place that a report is sent from: "GOMA"."""
    return mention.name.isupper() and len(mention.name) > 3


def main(index: Index, token: Token) -> list[PlaceMention]:
    """The town last named shortly before `token`, else the one most named in the report."""
    start = max(token.sent.start - _NEAR, 0)
    towns = [m for m in index.reading.places if (m.place is None or m.place.kind not in _WIDE) and not _dateline(m)]
    near = [m for m in towns if start <= m.start < token.i and m.place is not None and m.place.kind is PlaceKind.TOWN]
    if near:
        return [near[-1]]
    title = len(index.reading.report.title)
    weights: Counter[str] = Counter()
    for mention in towns:
        if mention.place is not None and mention.place.kind is PlaceKind.TOWN:
            weights[mention.name] += _TITLE if index.reading.doc[mention.start].idx < title else 1
    if not weights:
        return [m for m in towns if start <= m.start < token.i][-1:]
    name = weights.most_common(1)[0][0]
    return [next(m for m in towns if m.name == name)]
