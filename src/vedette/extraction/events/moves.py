"""Places told as what is left or taken: where flights start, names of ground that no gazetteer knows."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.events.words import governor, of_preps
from vedette.extraction.where import Where, pointed_to
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import PlaceMention, Reading
from vedette.reading.syntax import objects, patients

TO = frozenset({"to", "into", "toward", "towards", "for", "across"})
FROM = frozenset({"from", "of", "out", "outside"})


def origin(reading: Reading, trigger: Token) -> Where | None:
    """The place that `trigger` tells as left behind ("evacuated from X", "left the two towns"), None where it has none.

    Of a noun that only points ("the villages"), the places that it points to.
    """
    for head in (trigger, governor(trigger) if trigger.pos_ not in ("VERB", "AUX") else None):
        if head is None:
            continue
        near = [*of_preps(head, FROM), *(t for c in head.children if c.lower_ == "out" for t in of_preps(c, FROM))]
        if head.lemma_ in event_lexicon(reading.knowledge).classes["leaves"]:
            near = [*objects(head), *near]
        for thing in near:
            found = [
                m for m in reading.places if thing.left_edge.i <= m.start <= thing.right_edge.i and _close(thing, m)
            ]
            if found:
                first = found[0]
                name = " and ".join(dict.fromkeys(m.name for m in found[:2] if _joined(reading, first, m)))
                return Where(name, first.place, f"left behind; {first.reason}")
        for thing in near:
            if (there := pointed_to(reading, thing)) is not None:
                return there
    return None


def goal(reading: Reading, trigger: Token, place: Where) -> bool:
    """Whether a place is but that to which people go: "fled into X"."""
    near = [t for t in of_preps(trigger, TO) if t.i > trigger.i]
    return place.name is not None and any(
        m.name == place.name and _close(thing, m)
        for thing in near
        for m in reading.places
        if thing.left_edge.i <= m.start <= thing.right_edge.i
    )


def unlisted(reading: Reading, verb: Token) -> Where | None:
    """What a verb of taking ground takes, if it is but a name that neither gazetteer nor actors know."""
    for thing in patients(verb) if verb.pos_ == "VERB" else ():
        known = any(m.start <= thing.i < m.end for m in (*reading.places, *reading.actors))
        if thing.pos_ == "PROPN" and not known and not any(c.dep_ == "prep" for c in thing.children):
            first = min((c.i for c in thing.lefts if c.dep_ == "compound"), default=thing.i)
            return Where(reading.doc[first : thing.i + 1].text, None, "a name that the gazetteer does not know")
    return None


def _close(thing: Token, mention: PlaceMention) -> bool:
    """Whether a place belongs to the noun itself, and to no clause that hangs on it."""
    token = thing.doc[mention.start]
    while token.i != thing.i and token.head.i != token.i:
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return False
        token = token.head
    return True


def _joined(reading: Reading, first: PlaceMention, other: PlaceMention) -> bool:
    between = reading.doc[first.end : other.start].text.strip().lower()
    return other is first or between == "and"
