"""Signs that a span is the name of a place, or that it is a piece of another name."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import PlaceKind
from vedette.reading.places.context import Context

Units = list[tuple[int, int]]

_PARTS = ("ern", "rural", "central")
_KNOWN = 10_000
_SHORT = 5
"""A single word of no more than four letters is but a piece of a name more often than a name."""
_WHERE = frozenset({"in", "near", "outside"})
_DASHES = frozenset({"-", "–", "—", "--", ":", ";"})
_STRIKES = 2
"""Which of the lists of `events` in place_words.yaml is that of strikes and shelling."""
_FALLING = frozenset({"fall", "drop", "fire", "land"})
_LISTED = 4
"""How far back in a list the parse may hang one of its members."""


def large(candidates: tuple[Candidate, ...]) -> bool:
    """Whether a place of that name is well known: a region's, or one of many people."""
    regions = (PlaceKind.ADM1, PlaceKind.COUNTRY)
    return any((c.place.population or 0) >= _KNOWN or c.place.kind in regions for c in candidates)


def of_kin(context: Context, end: int) -> bool:
    """Whether the name is a tribe's or a family's."""
    return end < len(context.doc) and context.doc[end].lower_ in context.words.peoples


def in_a_title(context: Context, start: int) -> bool:
    """Whether the name ends that of a body: "Islamic State of Iraq and the Levant"."""
    doc = context.doc
    i = start - 1
    while i > 0 and (
        doc[i].lower_ in ("and", "the") or (doc[i].text[:1].isupper() and doc[i - 1].lower_ in ("in", "of"))
    ):
        i -= 1
    return i > 0 and doc[i].lower_ in ("in", "of") and doc[i - 1].text == "State"


def locative(context: Context, start: int) -> bool:
    """Whether a word of place stands before the name: "in X", "near southern X"."""
    before = context.doc[start - 1] if start else None
    if before is None:
        return False
    if before.text == '"' and start > 1:
        before = context.doc[start - 2]
    while before.lower_ in context.words.directions and before.i:
        if before.lower_.endswith(_PARTS):
            return True
        before = context.doc[before.i - 1]
    return before.lower_ in ("in", "at", "near", "outside", "inside", "around", "across", "throughout")


def stands_as_ground(context: Context, end: int) -> bool:
    """Whether a name stands where ground does: what is taken, what fell, where "into" leads, or joined to such."""
    token = context.doc[end - 1]
    first = token
    while first.dep_ in ("conj", "appos") and first.head.pos_ == "PROPN":
        first = first.head
    if first.i != token.i and first.ent_type_ in ("GPE", "LOC"):
        return True
    verb = first.head.lemma_.lower()
    if first.dep_ in ("dobj", "nsubjpass"):
        return verb in context.words.ground_verbs
    if first.dep_ == "pobj" and first.head.lower_ in ("to", "into", "from", "towards", "toward"):
        return first.head.head.pos_ == "VERB" and first.head.head.lemma_.lower() not in context.words.say_verbs
    return first.dep_ == "nsubj" and verb == "fall"


def is_raided(context: Context, end: int) -> bool:
    """Whether something is done to the name that is done to ground alone, in or near some place: "raided X in"."""
    doc, token = context.doc, context.doc[end - 1]
    if token.dep_ not in ("dobj", "nsubjpass") or token.head.lemma_.lower() not in context.words.place_verbs:
        return False
    return end < len(doc) and doc[end].lower_ in ("in", "near")


def is_struck(context: Context, end: int) -> bool:
    """Whether a strike or shells fall on the name: "shelling on X", "raids on X", "shells fell on X"."""
    token = context.doc[end - 1]
    if token.dep_ != "pobj" or token.head.lower_ not in ("on", "upon"):
        return False
    deed = token.head.head
    if context.words.event_class.get(deed.lower_) == _STRIKES:
        return True
    return deed.lemma_.lower() in context.words.place_verbs | _FALLING


def of_violence(context: Context, start: int) -> bool:
    """Whether "in" or its kind before the name hangs on a word for violence or harm: "clashes in X", "killed in X"."""
    if not start:
        return False
    words, deed = context.words, context.doc[start - 1].head
    low, lemma = deed.lower_, deed.lemma_.lower()
    known = words.event_class.keys() | words.harm_class.keys() | words.undertakings
    return bool({low, lemma, low.removesuffix("s")} & known)


def shares_place(context: Context, first: int, last: int, start: int, end: int) -> bool:
    """Whether "and" joins the name to one that violence is told in, with nothing behind it: "clashes in X and Y in"."""
    doc = context.doc
    if not (in_place(context, first, last) and of_violence(context, first) and joined_to(context, start, end, last)):
        return False
    return end < len(doc) and (doc[end].is_punct or doc[end].pos_ == "ADP")


def bare_before_kind(context: Context, start: int, end: int) -> bool:
    """Whether the name stands without an article between "in" and its kind, as no people's does: "in X district"."""
    doc, words = context.doc, context.words
    if not start or end >= len(doc) or doc[end - 1].pos_ != "PROPN" or doc[end].tag_ != "NN":
        return False
    return doc[start - 1].pos_ == "ADP" and doc[start - 1].lower_ in words.locatives and doc[end].lower_ in words.kinds


def begins_as_place(context: Context, start: int, end: int) -> bool:
    """Whether the name begins with a word that only begins names of places, behind a word that leads to one.

    "on Kafr Zabad", "in Tal Abiad and Tel Tamr".
    """
    doc, words = context.doc, context.words
    if end - start < 2 or not start or doc[start].lower_ not in words.bound:
        return False
    before = doc[start - 1].lower_
    return before in words.locatives or before in ("and", ",")


def label_of(context: Context, end: int) -> str:
    """The entity label that the pipeline gives the name, "" if none."""
    return context.doc[end - 1].ent_type_


def ordinary(context: Context, end: int, listed: bool) -> bool:
    """Whether the name is a word that the report writes small elsewhere, or no proper noun to the tagger."""
    token = context.doc[end - 1]
    if token.lower_ in context.words.ordinary or token.lower_ in context.lower:
        return True
    return not listed and token.pos_ != "PROPN" and len(token.text) < 5


def part_of_other(context: Context, units: list[tuple[int, int]], n: int, m: int, told: bool) -> bool:
    """Whether the name is a piece of a longer name of a person or body."""
    doc, words = context.doc, context.words
    start, end = units[n][0], units[m - 1][1]
    rest = [doc[u[1] - 1].lower_ for u in units[m:]]
    if not told and rest and any(w in words.organisations for w in rest[:3]):
        return True
    if n and doc[start - 1].lower_ in words.persons and not told:
        return True
    entity = context.entities.get(end - 1)
    if entity is not None and entity.label_ in ("PERSON", "ORG") and not told:
        wider = [t for t in entity if not (start <= t.i < end) and t.text[:1].isupper()]
        wider = [t for t in wider if not _of_state(context, t)]
        if wider and not all(t.lower_ in words.kinds for t in wider):
            return True
    return False


def _of_state(context: Context, token: Token) -> bool:
    """Whether the word is a country's, whose apostrophe may be lost: "Syrias Qamishli"."""
    names = {token.text, token.text.removesuffix("s")}
    return any(c.place.kind is PlaceKind.COUNTRY for name in sorted(names) for c in context.named(name))


def is_piece(context: Context, units: Units, n: int, m: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether far-off places have the name of but a piece of a longer one: "Kan" of the village "Ta Kan Thar"."""
    start, end = units[n][0], units[m - 1][1]
    if any(c.pack for c in candidates) or (large(candidates) and context.alone(start, end)):
        return False
    if context.at_home(candidates) and end - start + len(context.doc[end - 1].text) > _SHORT:
        return False
    beside = [u for k, u in enumerate(units) if k in (n - 1, m)]
    return any(_of_a_name(context, *unit) for unit in beside)


def _of_a_name(context: Context, start: int, end: int) -> bool:
    """Whether the words could be part of a place's name, and are no name, title or day by themselves."""
    doc, words = context.doc, context.words
    token = doc[end - 1]
    low = token.lower_
    if token.pos_ != "PROPN" or token.ent_type_ in ("DATE", "TIME", "NORP") or token.text.isupper():
        return False
    if low in words.not_places or low in words.persons or low in words.organisations or low in words.directions:
        return False
    if low in words.kinds or low in words.ordinary or context.demonym(token):
        return False
    others = context.named(doc[start:end].text)
    return not any(large((c,)) and context.at_home((c,)) for c in others)


def in_place(context: Context, start: int, end: int) -> bool:
    """Whether the name is all that "in" or "near" stands with: "in X," and not "in X fire" or "in X's house"."""
    doc = context.doc
    where = _WHERE | {"at"} if of_violence(context, start) else _WHERE
    if not start or doc[start - 1].lower_ not in where or doc[start].sent.start == 0:
        return False
    root = doc[start:end].root
    if root.dep_ != "pobj" or root.head.i != start - 1 or doc[start:end].text.isupper():
        return False
    return not any(c.dep_ in ("case", "compound", "det") and not start <= c.i < end for c in root.children)


def of_agency(context: Context, start: int, end: int) -> bool:
    """Whether the name is an agency's in brackets behind a dateline: "MOGADISHU (HOL) - "."""
    doc = context.doc
    if not start or end + 1 >= len(doc) or doc[start - 1].text != "(" or doc[end].text != ")":
        return False
    return doc[start:end].text.isupper() and doc[end + 1].text in _DASHES


def joined_to(context: Context, start: int, end: int, before: int) -> bool:
    """Whether "and" or a comma joins the name to the one that ends at `before`, as a thing of the same kind."""
    between = context.doc[before:start]
    if not len(between) or any(t.lower_ not in (",", "and") for t in between):
        return False
    token = context.doc[start:end].root
    for _ in range(_LISTED):
        if token.dep_ != "conj":
            return False
        token = token.head
        if token.i < before:
            return before - token.i <= _LISTED
    return False


def names_it(context: Context, first: int, last: int, start: int, end: int) -> bool:
    """Whether the words name what the name before only places: "in an eastern suburb of Mosul, X."."""
    doc = context.doc
    if first < 2 or doc[last:start].text != "," or doc[first - 1].lower_ not in ("of", "in"):
        return False
    noun = doc[first - 2]
    if noun.lower_ not in context.words.kinds or not any(c.lower_ in ("a", "an", "another") for c in noun.children):
        return False
    return end < len(doc) and (doc[end].is_punct or doc[end].pos_ in ("ADP", "SCONJ", "VERB", "AUX"))
