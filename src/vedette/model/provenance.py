"""Provenance: what linking and settlement need to know of the report behind a claim."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Provenance(NamedTuple):
    """When and by whom a report was published, and the id of the report that it is a near-copy of, if any.

    `voice` is who speaks where nobody is credited: the wire that it is taken from, else the outlet. `there` are the
    places at which the voice has its own people; `documents` is True for a monitor, whose own word is a count made by
    itself wherever it is about.
    """

    published: date | None = None
    outlet: str | None = None
    copy_of: str | None = None
    voice: str | None = None
    there: tuple[str, ...] = ()
    documents: bool = False
