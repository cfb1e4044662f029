"""What leads the report: the deadliest happenings, changes of control, great movements of people."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.products.situation.model import EventView

MOST = 6
_TURNS = {
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Non-violent transfer of territory",
}


def highlights(views: Sequence[EventView], most: int = MOST) -> tuple[EventView, ...]:
    """At most `most` happenings by weight; those with more origins first among equals."""
    scored = [(weight(view), view) for view in views]
    scored = [(w, v) for w, v in scored if w > 0]
    scored.sort(key=lambda item: (-item[0], -len(item[1].origins), item[1].first or "", item[1].id))
    return tuple(view for _, view in scored[:most])


def weight(view: EventView) -> float:
    """The dead weigh most; a hundred displaced or a change of control weighs as a few dead do."""
    if view.status != "happened":
        return 0
    total = 0.0
    for figure in view.figures:
        number = figure.best or figure.low or figure.high or 0
        total += {"killed": 1.0, "wounded": 0.3}.get(figure.label, 0.02) * min(number, 2000)
    return total + (8 if view.type in _TURNS else 0) + 0.5 * len(view.origins)
