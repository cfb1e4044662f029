"""Blocks: which incidents are worth comparing. Only those that share a key of place and time.

An incident lies under the keys of `stored` and asks for those of `asked`; two meet where either asks for what the other
lies under. Weeks are stored as they are and asked for with a few days to either side, so that an index of `stored`
alone, looked up by `asked`, finds every pair that may be one happening.

Running totals lie under what they count and the month in which they end, and nowhere else: all totals of a war begin on
its first day and are of one country, so that any other key would gather more of them with every year.

Invariant: of two incidents whose days lie near enough, each asks for what the other lies under or neither does. So it
plays no part which of them came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from math import floor

from vedette.linking.incidents import Incident
from vedette.linking.spelling import sound
from vedette.linking.totals import counted
from vedette.linking.where import namesake
from vedette.linking.windows import FAR, Window
from vedette.model.place import POINTS, Place

_CELL = 0.25  # degrees: places within some 15 km share a cell or lie in neighbouring ones
_WEEKS = 5  # a longer window is blocked by the months of its two ends
_STANDS = 36  # months, the last ones, by which what stands until it is ended is found
_AROUND = (-1, 0, 1)


def stored(incident: Incident) -> set[str]:
    """The keys that `incident` lies under."""
    if incident.total:
        return _total(incident, (0,))
    return _crossed(_where_stored(incident), _times(incident.window, incident.standing))


def asked(incident: Incident) -> set[str]:
    """The keys under which lies what `incident` may be one with."""
    if incident.total:
        return _total(incident, _AROUND)
    return _crossed(_where_asked(incident), _times_asked(incident.window, incident.standing))


def _total(incident: Incident, around: Iterable[int]) -> set[str]:
    """The keys of a running total; none where its days are not told, since it is then one with no other."""
    last = incident.window.last
    if last is None or incident.window.vague:
        return set()
    return {"total {} {} {}|m{}".format(*what, _month(last) + i) for what in counted(incident) for i in around}


def _crossed(places: Iterable[str], times: Iterable[str]) -> set[str]:
    times = list(times)
    return {f"{place}|{time}" for place in places for time in times}


def _week(day: date) -> int:
    return day.toordinal() // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _weeks(first: date, last: date) -> set[str]:
    return {f"w{week}" for week in range(_week(first), _week(last) + 1)}


def _long(window: Window) -> bool:
    return window.days > 7 * _WEEKS


def _months(window: Window, standing: bool) -> set[date]:
    """The first days of the months of a long window's ends; of what stands until it is ended, of its last months."""
    if not (window.first and window.last):
        return set()
    if not standing:
        return {day.replace(day=1) for day in (window.first, window.last)}
    out, month = {window.first.replace(day=1)}, window.last.replace(day=1)
    while month > window.first and len(out) < _STANDS:
        out.add(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return out


def _times(window: Window, standing: bool) -> set[str]:
    """The weeks that a window touches; of a long one, the months of its ends."""
    if not (window.first and window.last):
        return {"undated"}
    if _long(window):
        return {f"m{_month(day)}" for day in _months(window, standing)}
    return _weeks(window.first, window.last)


def _times_asked(window: Window, standing: bool) -> set[str]:
    """The weeks near a window, and the months in which long ones may begin or end with it.

    A long window and a short one meet where the short one touches a week of a month in which the long one ends.
    """
    if not (window.first and window.last):
        return {"undated"}
    if _long(window):
        months = _months(window, standing)
        out = {f"m{_month(month) + i}" for month in months for i in _AROUND}
        for month in months:
            out |= _weeks(month, (month + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        return out
    first, last = window.first - timedelta(days=FAR), window.last + timedelta(days=FAR)
    weeks = range(_week(window.first), _week(window.last) + 1)
    ends = (date.fromordinal(7 * week + i) for week in weeks for i in (0, 6))
    return _weeks(first, last) | {f"m{_month(day)}" for day in ends}


def _sounds(incident: Incident) -> set[str]:
    return {s for p in incident.places if not p.wide for s in (p.sound, *_word_sounds(p.words))}


def _where_stored(incident: Incident) -> set[str]:
    sounds = _sounds(incident)
    out = {f"place {s}" for s in sounds} | {f"named {s}" for s in incident.named - sounds}
    cell = _cell(incident)
    if cell:
        out.add("cell {} {}".format(*cell))
    if incident.location and incident.location.adm1:
        out.add(f"adm1 {incident.location.adm1}")
        if _wide(incident.location):
            out.add(f"wide {incident.location.adm1}")
    out.add(f"{'placed' if incident.places else 'placeless'} {incident.family}")
    return out


def _where_asked(incident: Incident) -> set[str]:
    sounds = _sounds(incident)
    out = {f"place {s}" for s in sounds | incident.named} | {f"named {s}" for s in sounds}
    cell = _cell(incident)
    if cell:
        out |= {f"cell {cell[0] + i} {cell[1] + j}" for i in _AROUND for j in _AROUND}
    if incident.location and incident.location.adm1:
        out.add(f"{'adm1' if _wide(incident.location) else 'wide'} {incident.location.adm1}")
    out.add(f"placeless {incident.family}")
    if not incident.places or incident.seldom:
        out.add(f"placed {incident.family}")
    return out


def _wide(place: Place) -> bool:
    """Whether its name may stand for much of its province: only then are all towns of the province worth comparing."""
    return place.kind not in POINTS or namesake(place)


def _cell(incident: Incident) -> tuple[int, int] | None:
    where = incident.location
    if where is None or where.lat is None or where.lon is None:
        return None
    return floor(where.lat / _CELL), floor(where.lon / _CELL)


def _word_sounds(words: str) -> list[str]:
    """The sounds of the single words of a name of several, the short ones left out."""
    parts = words.split()
    return [s for s in map(sound, parts) if len(s) > 2] if len(parts) > 1 else []


class Index:
    """Incidents by their keys."""

    def __init__(self) -> None:
        self._under: dict[str, list[str]] = defaultdict(list)

    def add(self, incident: Incident) -> None:
        """Put `incident` under its keys."""
        for key in stored(incident):
            self._under[key].append(incident.id)

    def remove(self, incident: Incident) -> None:
        """Take `incident` out again."""
        for key in stored(incident):
            self._under[key].remove(incident.id)

    def near(self, incident: Incident) -> set[str]:
        """The ids of the incidents that share a block with `incident`, itself left out."""
        found: set[str] = set()
        for key in asked(incident):
            found.update(self._under.get(key, ()))
        found.discard(incident.id)
        return found
