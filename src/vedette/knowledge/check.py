"""Every file of every pack against its schema. The table below is the list of what a pack may hold."""

from __future__ import annotations

from pydantic import BaseModel

from vedette.errors import KnowledgeError
from vedette.knowledge.actors import Actors
from vedette.knowledge.control import ControlWords
from vedette.knowledge.countries import Countries
from vedette.knowledge.counts import Counts
from vedette.knowledge.effects import Effects
from vedette.knowledge.events import EventWords
from vedette.knowledge.exchange import Exchange
from vedette.knowledge.forces import Forces
from vedette.knowledge.furniture import FurnitureWords
from vedette.knowledge.happenings import Happenings
from vedette.knowledge.kin import KinFile
from vedette.knowledge.names import Names
from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.outlets import OutletList
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.place_words import PlaceWords
from vedette.knowledge.places import PlacesFile
from vedette.knowledge.reach import Reach
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.roles import RoleWords
from vedette.knowledge.sources import Sources
from vedette.knowledge.statements import StatementWords
from vedette.knowledge.status import StatusWords
from vedette.knowledge.times import Times
from vedette.knowledge.victims import Victims
from vedette.knowledge.weapons import Weapons

SCHEMAS: dict[str, type[BaseModel]] = {
    "actors": Actors,
    "control": ControlWords,
    "countries": Countries,
    "counts": Counts,
    "effects": Effects,
    "events": EventWords,
    "exchange": Exchange,
    "forces": Forces,
    "furniture": FurnitureWords,
    "happenings": Happenings,
    "kin": KinFile,
    "names": Names,
    "numbers": NumberWords,
    "outlets": OutletList,
    "place_words": PlaceWords,
    "places": PlacesFile,
    "reach": Reach,
    "reporting": Reporting,
    "roles": RoleWords,
    "sources": Sources,
    "statements": StatementWords,
    "status": StatusWords,
    "times": Times,
    "victims": Victims,
    "weapons": Weapons,
}
"""File name, without its ending, to its schema."""


def check(knowledge: Knowledge) -> dict[str, list[str]]:
    """Load every file of the packs in use; return pack to the names of its files. Raises KnowledgeError."""
    found: dict[str, list[str]] = {}
    for pack in knowledge.packs:
        paths = sorted((knowledge.root / pack).glob("*.y*ml"))
        for path in paths:
            if path.stem not in SCHEMAS:
                raise KnowledgeError(f"{path}:1: no such knowledge file; there are: {', '.join(sorted(SCHEMAS))}")
            knowledge.section(path.stem, SCHEMAS[path.stem])
        found[pack] = [path.stem for path in paths]
    return found
