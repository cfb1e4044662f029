"""Schema of ``happenings.yaml``: which types can be one happening, and which tolls they cause."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from vedette.knowledge.loader import Strict
from vedette.model.claim import EFFECTS, EVENT_TYPES, MEANS


class Effect(Strict):
    """What brings a toll about: the families of events, and the type given to a toll without an event."""

    alone: str
    families: tuple[str, ...] = Field(alias="from")
    weak: frozenset[str] = frozenset()
    """Families among them that bring it about less often than the others, told in the same breath."""


class Happenings(Strict):
    """The contents of ``happenings.yaml``."""

    families: dict[str, tuple[str, ...]]
    near: tuple[tuple[str, str], ...]
    frequent: frozenset[str]
    """Families of which a city may see several events on one day, so that sort, day and city make no identity."""
    lasting: frozenset[str]
    """Families whose events last for days, so that two reports may catch two days of one."""
    standing: frozenset[str]
    """Families whose events stand until they are ended, so that any two of their days are days of one."""
    seldom: frozenset[str]
    """Families of which a land sees hardly two events in some days."""
    struck: dict[str, tuple[str, ...]]
    """What is hit so seldom that two reports of one day that both name it most likely mean one event: kind to words."""
    means: dict[str, tuple[str, ...]]
    """Types of the events that harm people by each means, the usual one first."""
    effects: dict[str, Effect]
    """What people suffer, the gravest first."""

    @model_validator(mode="after")
    def _known(self) -> Self:
        types = {t for group in self.families.values() for t in group}
        named = {name for effect in self.effects.values() for name in effect.families}
        brought = {t for told in self.means.values() for t in told} | {e.alone for e in self.effects.values()}
        named |= {name for two in self.near for name in two}
        named |= self.frequent | self.lasting | self.standing | self.seldom
        for unknown, what in (
            (types - set(EVENT_TYPES), "types of event"),
            (named - set(self.families), "families"),
            (brought - types, "types of event"),
            (set(self.means) - set(MEANS), "means"),
            (set(self.effects) - set(EFFECTS), "effects"),
        ):
            if unknown:
                raise ValueError(f"unknown {what}: {', '.join(sorted(unknown))}")
        return self

    @cached_property
    def family_of(self) -> dict[str, str]:
        """Type of event to its family."""
        return {t: family for family, types in self.families.items() for t in types}

    @cached_property
    def near_pairs(self) -> frozenset[frozenset[str]]:
        """Pairs of different families that one happening may be told under."""
        return frozenset(frozenset(two) for two in self.near)

    @cached_property
    def fitting(self) -> dict[str, frozenset[str]]:
        """Family to the families that one happening with it may be told under, itself among them."""
        return {
            family: frozenset({family, *(x for two in self.near if family in two for x in two)})
            for family in (*self.families, "other")
        }

    @cached_property
    def _struck_of(self) -> dict[str, str]:
        return {word: kind for kind, words in self.struck.items() for word in words}

    def struck_in(self, words: frozenset[str]) -> frozenset[str]:
        """The kinds of what is hit that `words`, in lower case, name."""
        return frozenset(self._struck_of[word] for word in words & self._struck_of.keys())

    def gravity(self, effect: str) -> int:
        """The rank of an effect, 0 the gravest."""
        return list(self.effects).index(effect) if effect in self.effects else len(self.effects)

    def usual(self, means: str | None) -> str | None:
        """The type of the event that mostly harms people by these means, None where the means are not told."""
        return next(iter(self.means.get(means or "", ())), None)

    def type_of_toll(self, effect: str, means: str | None) -> str:
        """The type of a happening that only a toll of this effect and means tells of."""
        cause = self.effects.get(effect)
        alone = cause.alone if cause else "Other"
        told = self.usual(means)
        fits = told is not None and cause is not None and self.family_of[told] in cause.families
        return told if fits and told else alone
