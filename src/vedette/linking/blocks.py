"""Blocks: which incidents are worth comparing. Only those that share a key of place and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from math import floor

from vedette.linking.incidents import Incident
from vedette.linking.spelling import sound
from vedette.linking.windows import Window

Key = tuple[str, ...]
_CELL = 0.25  # degrees: places within some 15 km share a cell or lie in neighbouring ones
_WEEKS = 5  # a longer window is blocked by the months of its two ends


def _times(window: Window) -> list[str]:
    """The weeks that a window touches, a few days to either side; of a long one, the months of its ends."""
    if not (window.first and window.last):
        return ["undated"]
    first, last = window.first - timedelta(days=3), window.last + timedelta(days=3)
    start, end = first.toordinal() // 7, last.toordinal() // 7
    if end - start <= _WEEKS:
        return [f"w{week}" for week in range(start, end + 1)]
    return sorted({f"m{_month(d)}" for d in (window.first, window.last)})


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _long_times(window: Window) -> list[str]:
    """The months that a short window touches, so that it may meet a longer one."""
    if not (window.first and window.last):
        return []
    months = range(_month(window.first), _month(window.last) + 1)
    return [f"m{month}" for month in months] if len(months) <= 2 else []


def keys(incident: Incident) -> tuple[set[Key], set[Key]]:
    """The keys that `incident` lies under, and those it asks for; two meet where one asks for the other's."""
    times = [*_times(incident.window), *_long_times(incident.window)]
    sounds = {s for p in incident.places if not p.wide for s in (p.sound, *_word_sounds(p.words))}
    under: set[Key] = {("place", s, t) for s in sounds for t in times}
    asks: set[Key] = {("place", s, t) for s in sounds | incident.named for t in times}
    where = incident.location
    if where and where.lat is not None and where.lon is not None:
        row, column = floor(where.lat / _CELL), floor(where.lon / _CELL)
        under |= {("cell", str(row), str(column), t) for t in times}
        asks |= {("cell", str(row + i), str(column + j), t) for i in (-1, 0, 1) for j in (-1, 0, 1) for t in times}
    if where and where.adm1:
        under |= {("adm1", where.adm1, t) for t in times}
        asks |= {("adm1", where.adm1, t) for t in times}
    if incident.places:
        under |= {("any", incident.family, t) for t in times}
    else:
        asks |= {("any", incident.family, t) for t in times}
        under |= {("placeless", incident.family, t) for t in times}
        asks |= {("placeless", incident.family, t) for t in times}
    return under, asks


def _word_sounds(words: str) -> list[str]:
    """The sounds of the single words of a name of several, the short ones left out."""
    parts = words.split()
    return [s for s in map(sound, parts) if len(s) > 2] if len(parts) > 1 else []


class Index:
    """Incidents by their keys."""

    def __init__(self) -> None:
        self._under: dict[Key, set[str]] = defaultdict(set)
        self._asks: dict[Key, set[str]] = defaultdict(set)

    def add(self, incident: Incident) -> None:
        """Put `incident` under its keys."""
        under, asks = keys(incident)
        for key in under:
            self._under[key].add(incident.id)
        for key in asks:
            self._asks[key].add(incident.id)

    def remove(self, incident: Incident) -> None:
        """Take `incident` out again."""
        under, asks = keys(incident)
        for key in under:
            self._under[key].discard(incident.id)
        for key in asks:
            self._asks[key].discard(incident.id)

    def near(self, incident: Incident) -> set[str]:
        """The ids of the incidents that share a block with `incident`, itself left out."""
        under, asks = keys(incident)
        found: set[str] = set()
        for key in asks:
            found |= self._under.get(key, set())
        for key in under:
            found |= self._asks.get(key, set())
        found.discard(incident.id)
        return found


def candidates(incidents: Iterable[Incident], index: Index) -> Iterator[tuple[str, str]]:
    """Pairs of ids that share a block, smaller first, each once."""
    seen: set[tuple[str, str]] = set()
    for incident in incidents:
        for other in index.near(incident):
            pair = (incident.id, other) if incident.id < other else (other, incident.id)
            if pair not in seen:
                seen.add(pair)
                yield pair
