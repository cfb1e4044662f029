"""Who is behind a claim, and when two claims stand on one origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vedette.linking.told import Told
from vedette.model.provenance import Provenance


@dataclass(frozen=True, order=True)
class Origin:
    """What a claim stands on: a credited source, or an outlet in its own voice, which corroborates nothing.

    `name` is the source's canonical name, or the id of the report that first printed the words.
    """

    credited: bool
    name: str

    def __str__(self) -> str:
        return self.name if self.credited else "unattributed"


def first_print(report_id: str, provenance: Mapping[str, Provenance]) -> str:
    """The report that `report_id` is at the end a near-copy of; itself if of none."""
    seen = {report_id}
    while (before := provenance.get(report_id, Provenance()).copy_of) and before not in seen:
        seen.add(before)
        report_id = before
    return report_id


def origin(claim: Told, provenance: Mapping[str, Provenance]) -> Origin:
    """The origin that `claim` stands on. Two outlets that credit one source are one origin."""
    if claim.claim.source:
        return Origin(True, claim.claim.source)
    return Origin(False, first_print(claim.report, provenance))


def independent(a: Told, b: Told, provenance: Mapping[str, Provenance]) -> bool:
    """Whether two claims corroborate each other: credited to two sources, and neither text copied."""
    one, two = origin(a, provenance), origin(b, provenance)
    if not (one.credited and two.credited) or one == two:
        return False
    return a.report == b.report or first_print(a.report, provenance) != first_print(b.report, provenance)
