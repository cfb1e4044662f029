"""Where an outlet has its own people: by its dateline, and where it speaks of its correspondent."""

from __future__ import annotations

import re

from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.provenance import Provenance
from vedette.model.report import Report

_OPENING = 600  # characters within which a dateline stands
_DATELINE = re.compile(
    r"""^(?P<place>[A-Z]{2}[A-Z'’.-]+ (?:\ [A-Z][A-Z'’.-]+){0,3}
                 | [A-Z][\w'’.-]+ (?:\ [A-Z][\w'’.-]+){0,2} (?=[^\n()]{0,40}\([A-Z][\w ./-]{1,30}\)))
         (?:,\ [^\n(–—:]{2,60}?)? \s* (?:\([^()\n]{2,40}\))? \s* (?:[-–—]+\s|:\s)""",
    re.MULTILINE | re.VERBOSE,
)
"""The place of a dateline: "PALMYRA, Syria (AFP) - ", "Homs (Made Agency) - "."""
_PEOPLE = ("correspondent", "reporter", "journalist", "photographer", "stringer", "crew", "team")
_NEAR = 60  # characters before and after these words that tell whose they are, and where
_OWN = re.compile(
    r"""\b(?P<whose>[Oo]ur|[Ii]ts|(?:[A-Z][\w-]*\ ){0,2}[A-Z][\w-]*?(?:['’]s)?)\ (?:own\ )?
        (?:correspondent|reporter|journalist|photographer|stringer|crew|team)s?\ (?:in|at|near|inside)\ (?:the\ )?
        (?P<place>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2})""",
    re.VERBOSE,
)
"""Who is where: "our correspondent in Aleppo", "AFP's reporter near Palmyra"."""


def places_of_reporters(report: Report) -> tuple[str, ...]:
    """The places, as the text spells them, at which the outlet or the wire behind it has people of its own."""
    names = {n.lower() for n in (report.outlet, report.wire) if n}
    found = [m["place"] for m in _DATELINE.finditer(report.full[:_OPENING])]
    for at in _mentions(report.full):
        around = report.full[max(0, at - _NEAR) : at + 2 * _NEAR]
        for own in _OWN.finditer(around):
            whose = own["whose"].lower().removesuffix("'s").removesuffix("’s")
            if whose in ("our", "its") or any(n in whose for n in names):
                found.append(own["place"])
    return tuple(dict.fromkeys(found))


def _mentions(text: str) -> list[int]:
    """Where words for an outlet's people stand in `text`, in order."""
    found: list[int] = []
    for word in _PEOPLE:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def provenance_of(report: Report, copy_of: str | None = None, knowledge: Knowledge | None = None) -> Provenance:
    """What linking and settlement need to know of `report`, which is a near copy of `copy_of`, if of any."""
    outlet = Outlets.of(knowledge or default_knowledge()).find(report.outlet)
    return Provenance(
        published=report.published,
        outlet=report.outlet,
        copy_of=copy_of,
        voice=report.wire or report.outlet,
        there=places_of_reporters(report),
        documents=bool(outlet and outlet.monitor and not report.wire),
    )
