"""Flags of control on the map, one for each stretch of days on which a place is told the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from vedette.products.situation.model import ControlCell, ControlDays, ControlRow
from vedette.settlement.who_holds import BESIEGED, CONTESTED, HELD, LOST

CONTESTED_MARK, DIVIDED_MARK, NOT_TOLD_MARK = "?", "/", "–"
DOT = 4
"""Pixels from the middle of a flag without room to its edge."""


@dataclass(frozen=True)
class Flag:
    """Who held what lies at `position` from day number `first` to `last` (both of `ControlDays.days`)."""

    position: tuple[float, float]
    name: str
    mark: str
    words: str
    first: int
    last: int


def flags(control: ControlDays, marks: dict[str, str]) -> list[Flag]:
    """The flags of all days; what is told of several parts of a place stands in one flag."""
    groups: dict[tuple[float, float], list[ControlRow]] = defaultdict(list)
    for row in control.rows:
        if row.position is not None:
            groups[row.position].append(row)
    found = []
    for position in sorted(groups):
        days = [_day(groups[position], n, marks) for n in range(len(control.days))]
        start = 0
        for told, run in groupby(days):
            end = start + len(list(run))
            if told is not None:
                found.append(Flag(position, groups[position][0].place, *told, first=start, last=end - 1))
            start = end
    return found


def party_marks(control: ControlDays) -> dict[str, str]:
    """Each party's letters: its own capitals or the first letters of its words, longer where two would be the same."""
    parties = sorted(
        {h for row in control.rows for cell in row.cells if cell for h in (*cell.holders, *cell.besieged_by)}
    )
    out: dict[str, str] = {}
    for party in parties:
        words = party.split()
        short = party if party.isupper() and len(party) <= 4 else "".join(w[0] for w in words[:3]).upper()
        tries = [short, *(party[:n].capitalize() for n in range(2, len(party) + 1))]
        out[party] = next((t for t in tries if t not in out.values()), party)
    return out


def brief(cell: ControlCell, marks: dict[str, str]) -> str:
    """A cell of the table in letters: "SG", "SG, R ?" where contested, "not R" where lost, "siege R"."""
    parties = ", ".join(marks[h] for h in cell.holders)
    held = {CONTESTED: f"{parties} {CONTESTED_MARK}", LOST: f"not {parties}", BESIEGED: ""}.get(cell.state, parties)
    siege = f"siege {', '.join(marks[h] for h in cell.besieged_by)}" if cell.besieged_by else ""
    return ", ".join(part for part in (held, siege) if part)


def flag_box(flag: Flag, x: float, y: float, pole: float = 0) -> tuple[float, float, float, float]:
    """What a flag whose place is at `x`, `y`, its pole so much longer, takes: left, top, right, bottom."""
    return x - 8, y - 30 - pole, x - 8 + _wide(flag), y - 8 - pole


def draw_flag(flag: Flag, x: float, y: float, shown: bool, lift: float = 0, pole: float = 0) -> str:
    """A flag on a pole above the place, or `lift` higher; `shown` unless a script picks another day than the last.

    `pole`: how much longer its pole is than others, to bear it above what stands beside the place.
    """
    wide, point = _wide(flag), f"{x} {y}"
    foot = y - lift - 7
    y -= lift + pole
    return (
        f'<g class="control{"" if shown else " off"}" data-first="{flag.first}" data-last="{flag.last}" '
        f'data-at="{point}"><rect x="{x - 8:.1f}" y="{y - 30:.1f}" width="{wide}" height="16"/>'
        f'<line x1="{x}" y1="{y - 14:.1f}" x2="{x}" y2="{foot:.1f}"/>'
        f'<text x="{x - 8 + wide / 2:.1f}" y="{y - 18:.1f}">{escape(flag.mark)}</text>'
        f"<title>{escape(flag.words)}</title></g>"
    )


def draw_dot(flag: Flag, x: float, y: float, aside: float = 0) -> str:
    """A flag without room: a dot at its place, or so far above and beside it, with the flag's words."""
    return (
        f'<g class="control dot" data-at="{x} {y}"><circle cx="{x + aside:.1f}" cy="{y - aside:.1f}" r="{DOT}"/>'
        f"<title>{escape(flag.words)}</title></g>"
    )


def _wide(flag: Flag) -> int:
    return max(16, 7 * len(flag.mark) + 6)


def _day(rows: Sequence[ControlRow], n: int, marks: dict[str, str]) -> tuple[str, str] | None:
    told = [(row, cell) for row in rows if (cell := row.cells[n]) is not None]
    if not told:
        return None
    words = "; ".join(f"{row.place}{f' ({row.part})' if row.part else ''}: {cell.words}" for row, cell in told)
    whole = [cell for row, cell in told if row.part is None and cell.state != BESIEGED]
    return _mark(whole or [cell for _, cell in told], marks), words


def _mark(cells: Iterable[ControlCell], marks: dict[str, str]) -> str:
    held = list(cells)
    if any(cell.state == CONTESTED or (cell.state == HELD and len(cell.holders) > 1) for cell in held):
        return CONTESTED_MARK
    parties = {cell.holders[0] for cell in held if cell.state == HELD and cell.holders}
    if len(parties) > 1:
        return DIVIDED_MARK
    if parties:
        return marks[parties.pop()]
    besiegers = sorted({marks[h] for cell in held for h in cell.besieged_by})
    return f"[{','.join(besiegers)}]" if besiegers else NOT_TOLD_MARK
