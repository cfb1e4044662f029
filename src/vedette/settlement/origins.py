"""Who is behind a claim, and when two claims stand on one origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from vedette.linking.spelling import place_names, same_name
from vedette.linking.told import Told
from vedette.model.provenance import Provenance
from vedette.settlement.mouths import mouth

UNATTRIBUTED = "unattributed"
_LONG = 60  # characters: a shorter sentence may be told alike by chance
_ALIKE = 92.0  # of 100: how alike two sentences must be for one to be taken from the other


@dataclass(frozen=True, order=True)
class Origin:
    """What a claim stands on: a credited source, an outlet with people there, or a voice that corroborates nothing.

    `name` is the source's canonical name, the outlet's, or the id of the report that first printed the words.
    """

    credited: bool
    name: str

    def __str__(self) -> str:
        return self.name if self.credited else UNATTRIBUTED


def first_print(report_id: str, provenance: Mapping[str, Provenance]) -> str:
    """The report that `report_id` is at the end a near-copy of; itself if of none."""
    seen = {report_id}
    while (before := provenance.get(report_id, Provenance()).copy_of) and before not in seen:
        seen.add(before)
        report_id = before
    return report_id


def origin(claim: Told, provenance: Mapping[str, Provenance]) -> Origin:
    """The origin that `claim` stands on. Two outlets that credit one source are one origin.

    An outlet's own voice counts where the outlet documents by itself, or has its people at the place of the claim.
    """
    if claim.claim.source:
        return Origin(True, mouth(claim.claim.source))
    voice = claim.provenance.voice
    if voice and (claim.provenance.documents or _has_people(claim)):
        return Origin(True, mouth(voice))
    return Origin(False, first_print(claim.report, provenance))


def _has_people(claim: Told) -> bool:
    there = [name for place in claim.provenance.there for name in place_names(place)]
    return any(same_name(a, b) for a in claim.places for b in there)


def taken_over(a: Told, b: Told) -> bool:
    """Whether two reports tell it in all but the same words: a shared sentence, or a shared quote."""
    one, two = a.claim.quote.lower(), b.claim.quote.lower()
    return a.report != b.report and min(len(one), len(two)) >= _LONG and ratio(one, two) >= _ALIKE


def independent(a: Told, b: Told, provenance: Mapping[str, Provenance]) -> bool:
    """Whether two claims corroborate each other: on two origins, and neither text nor sentence copied."""
    one, two = origin(a, provenance), origin(b, provenance)
    if not (one.credited and two.credited) or one == two or taken_over(a, b):
        return False
    return a.report == b.report or first_print(a.report, provenance) != first_print(b.report, provenance)
