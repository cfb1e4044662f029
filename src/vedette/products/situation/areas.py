"""Key figures by first-level area: governorates, provinces, oblasts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vedette.products.situation.figures import summed
from vedette.products.situation.model import AreaFigures, EventView

UNRESOLVED = "Area not resolved"


def by_area(views: Sequence[EventView]) -> tuple[AreaFigures, ...]:
    """One entry an area, those with most events first; what has no area comes last, and none is left out.

    Plans and denials count among the events as they do in the key figures.
    """
    groups: dict[str, list[EventView]] = defaultdict(list)
    for view in views:
        groups[view.area or UNRESOLVED].append(view)
    found = [AreaFigures(area=a, events=len(own), figures=summed(f for v in own for f in v.figures))
             for a, own in groups.items()]  # fmt: skip
    return tuple(sorted(found, key=lambda area: (area.area == UNRESOLVED, -area.events, area.area)))
