"""Provenance: what linking and settlement need to know of the report behind a claim."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Provenance(NamedTuple):
    """When and by whom a report was published, and the id of the report that it is a near-copy of, if any."""

    published: date | None = None
    outlet: str | None = None
    copy_of: str | None = None
