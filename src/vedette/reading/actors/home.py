"""On whose soil a report's fighting is."""

from __future__ import annotations

from collections import Counter

from vedette.reading.actors.lexicon import Entry, Lexicon
from vedette.reading.reading import Reading

_INSIDE = frozenset({"in", "inside", "across", "throughout", "northern", "southern", "eastern", "western", "central",
                     "northeastern", "northwestern", "southeastern", "southwestern", "north", "within"})  # fmt: skip
_GROUND = frozenset({"city", "town", "village", "province", "capital", "governorate", "region", "district",
                     "opposition", "rebels", "civilians", "regime", "government", "conflict", "war"})  # fmt: skip
_FORMER = frozenset({"former", "ex", "onetime"})
_ENOUGH = 0.34


def homes(reading: Reading, lexicon: Lexicon, hits: list[tuple[int, int, Entry]], words: list[str]) -> list[str]:
    """Codes of the countries that the fighting is in, likeliest first; empty where nothing tells.

    Places weigh most, then "in X" and "the X town", then any mention. A country with a third of the first one's
    weight counts too.
    """
    weight: Counter[str] = Counter()
    for mention in reading.places:
        if mention.place is not None and mention.place.country and mention.place.kind != "country":
            weight[mention.place.country] += 4
    for start, end, entry in hits:
        if entry.country is None:
            continue
        before = words[start - 1] if start else ""
        after = words[end] if end < len(words) else ""
        if entry.form == "noun":
            weight[entry.country.code] += 6 if before in _INSIDE else 1
        elif entry.form == "people":
            weight[entry.country.code] += 6 if after in _GROUND else 1
    for code, now in sorted(gone(hits, words).items()):
        weight[code] += weight.pop(now, 0)
    for code in lexicon.pack_states:
        if weight[code]:
            weight[code] += 6
    ranked = sorted(weight, key=lambda c: (-weight[c], c))
    return [c for c in ranked if weight[c] >= _ENOUGH * weight[ranked[0]] and weight[c] > 1]


def gone(hits: list[tuple[int, int, Entry]], words: list[str]) -> dict[str, str]:
    """States that the report names by a name of the past, with the one that took each one's place.

    "The former Soviet Union" is no such name: the report itself tells that it is gone.
    """
    told = [e.country for at, _, e in hits if e.country is not None and words[max(at - 1, 0)] not in _FORMER]
    return {c.code: c.now for c in told if c.now}
