"""A claim as linking sees it: with its id, its report's provenance, and what analysts corrected in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vedette.linking.spelling import PlaceName, place_names
from vedette.linking.windows import Window, window
from vedette.linking.words import content_words, names_in
from vedette.model.claim import Claim, Event, Toll
from vedette.model.place import Place
from vedette.model.provenance import Provenance


@dataclass(frozen=True)
class Told:
    """`claim` bears the slots to go by; `id` is the id that it was extracted under."""

    id: str
    claim: Claim
    provenance: Provenance

    @property
    def report(self) -> str:
        """The id of the report that says it."""
        return self.claim.report_id

    @property
    def location(self) -> Place | None:
        """Where the gazetteer puts it."""
        return self.claim.location

    @cached_property
    def places(self) -> tuple[PlaceName, ...]:
        """The names in its place slot."""
        return place_names(self.claim.place) if self.claim.place else ()

    @cached_property
    def placed(self) -> bool:
        """Whether its own words name its place; else the place was taken from elsewhere in the report."""
        quote = self.claim.quote.lower()
        return any(name.words.split()[-1] in quote for name in self.places)

    @cached_property
    def bare(self) -> bool:
        """Whether it is a mere number ("SANA gave 3,000"), which has everything else from the words before it."""
        return not any(c.isalpha() for c in self.claim.quote)

    @cached_property
    def window(self) -> Window:
        """The days that it is about."""
        own_words = self.claim.date_basis in (None, "words")
        return window(self.claim.first, self.claim.last, self.provenance.published, own_words)

    @cached_property
    def words(self) -> frozenset[str]:
        """The telling words of its quote."""
        return content_words(self.claim.quote)

    @cached_property
    def named(self) -> frozenset[str]:
        """The sounds of the names in its quote."""
        return names_in(self.claim.quote)

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """By first day (none last), publication, id: the first of a happening's claims is its seed."""
        first, published = self.claim.first, self.provenance.published
        return (str(first or "9999"), str(published or "9999"), self.id)


def told(claims: Iterable[Claim], provenance: Mapping[str, Provenance]) -> list[Told]:
    """Tolls and events as linking sees them, in order of their ids; each id once."""
    out = {
        claim.id: Told(claim.id, claim, provenance.get(claim.report_id, Provenance()))
        for claim in claims
        if isinstance(claim, Toll | Event)
    }
    return [out[key] for key in sorted(out)]
