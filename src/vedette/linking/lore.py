"""What linking knows of the world: kinds of events, and actors named for one another."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.knowledge.happenings import Happenings
from vedette.knowledge.kin import Kin, kin
from vedette.knowledge.pack import Knowledge


@dataclass(frozen=True)
class Lore:
    """The knowledge that comparers look things up in."""

    kinds: Happenings
    kin: Kin

    @classmethod
    def of(cls, knowledge: Knowledge) -> Lore:
        """The lore of the packs in use. Raises KnowledgeError where a file is missing or wrong."""
        return cls(knowledge.world("happenings", Happenings), kin(knowledge))
