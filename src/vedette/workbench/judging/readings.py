"""Reports read again, for the words that an analyst chooses in them: the last few are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from vedette.model.report import Report

if TYPE_CHECKING:
    from vedette.extraction.chosen import Offer
    from vedette.reading.reading import Reading

_MOST = 8


class Readings:
    """Readings of reports, one made at a time. The language pipeline is loaded at the first: that takes seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[str, Reading] = OrderedDict()

    def offer(self, report: Report, start: int, end: int) -> Offer:
        """What the reading finds at ``Report.full[start:end]``. Raises ValueError for words outside of the text."""
        from vedette.extraction.chosen import offer

        with self._lock:
            return offer(self._of(report), start, end)

    def _of(self, report: Report) -> Reading:
        from vedette.knowledge.pack import default_knowledge
        from vedette.reading.language import language
        from vedette.reading.read import read

        if report.id not in self._held:
            self._held[report.id] = next(read([report], language(), default_knowledge()))
            if len(self._held) > _MOST:
                self._held.popitem(last=False)
        self._held.move_to_end(report.id)
        return self._held[report.id]
