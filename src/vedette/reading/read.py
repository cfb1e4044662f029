"""Reports to Readings: one language pass in batches, then each finder in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from vedette.knowledge.pack import Knowledge
from vedette.model.report import Report
from vedette.reading.actors import find_actors
from vedette.reading.attribution import find_attributions
from vedette.reading.focus import find_packs
from vedette.reading.numbers import find_numbers
from vedette.reading.parse import BATCH, parse
from vedette.reading.places import find_places
from vedette.reading.plain import plain
from vedette.reading.reading import Reading
from vedette.reading.text import parse_text
from vedette.reading.times import find_times


def read(reports: Iterable[Report], nlp: Language, knowledge: Knowledge) -> Iterator[Reading]:
    """Parse `reports` in batches and yield their Readings in the same order."""
    rest = iter(reports)
    while batch := list(islice(rest, BATCH)):
        texts = (parse_text(report, knowledge) for report in batch)
        for report, doc in zip(batch, parse(texts, nlp), strict=True):
            yield find(report, doc, knowledge)


def find(report: Report, doc: Doc, knowledge: Knowledge) -> Reading:
    """Run every finder over one parsed report. The order matters: later finders use what earlier ones found."""
    reading = Reading(report=report, doc=plain(doc), knowledge=knowledge)
    reading.packs = find_packs(reading)
    reading.numbers = find_numbers(reading)
    reading.places = find_places(reading)
    reading.actors = find_actors(reading)
    reading.times = find_times(reading)
    reading.attributions = find_attributions(reading)
    return reading
