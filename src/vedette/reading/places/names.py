"""Which spans are names of places: known to the gazetteer, or told to be places by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.gazetteer.fold import fold, without_articles
from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.lists import listed_as
from vedette.reading.places.spans import runs

LONGEST = 5
_PARTS = ("ern", "rural", "central")
_SIGNS = ("'", "’", "`")
_APPOSING = frozenset({'"', ",", "(", "-", "--", "–", "is", "was"})
_KNOWN = 10_000
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})

_JOINED = re.compile(r"\b([AE]l)(?=[a-z]{4})")
"""An article written as one word with the name: "Alwaer"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start` to `end` name a place; `kind` is what the words beside it call it."""

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]
    kind: PlaceKind | None
    why: str


def find_names(context: Context) -> list[Found]:
    """Every place name of the report, in order, none inside another."""
    found: list[Found] = []
    for units in runs(context.doc):
        found.extend(_in_run(context, units))
    return found


def _in_run(context: Context, units: list[tuple[int, int]]) -> list[Found]:
    """Names in one run: the longest known ones from the left; what is left between them may be told to be one."""
    out: list[Found] = []
    n, free = 0, 0
    while n < len(units):
        best = next(
            ((m, name) for m in range(min(len(units), n + LONGEST), n, -1) if (name := _known(context, units, n, m))),
            None,
        )
        if best is None:
            n += 1
            continue
        if free < n and (unknown := _unknown(context, units, free, n)):
            out.append(unknown)
        n, name = best
        free = n
        out.append(name)
    if free < n and (unknown := _unknown(context, units, free, n)):
        out.append(unknown)
    return out


def _text(context: Context, start: int, end: int) -> str:
    span = context.doc[start:end]
    return context.reading.report.full[span.start_char : span.end_char]


def _known(context: Context, units: list[tuple[int, int]], n: int, m: int) -> Found | None:
    start, end = units[n][0], units[m - 1][1]
    text = _text(context, start, end)
    if _in_a_title(context, start):
        return None
    if m - n == 1 and (fold(text) in context.words.not_places or context.demonym(context.doc[end - 1])):
        return None
    if _of_kin(context, end):
        return None
    if _starts_longer(context, units, n, m) or (n and context.doc[start - 1].lower_ in context.words.bound):
        return None
    candidates = context.named(text)
    kind, told = told_kind(context, start, end)
    if not candidates and _lost_apostrophe(context, text) and end < len(context.doc):
        candidates = tuple(c for c in context.named(text[:-1]) if context.at_home((c,)))
        text = text[:-1] if candidates else text
    if not candidates and (parted := _JOINED.sub(r"\1-", text)) != text:
        candidates = tuple(c for c in context.named(parted) if context.at_home((c,)))
    if not candidates and len(text) > 3:
        body = without_articles(fold(text))  # "ISs": an apostrophe was lost
        known_body = bool({body, body.removesuffix("s")} & context.words.not_places)
        firsts = {context.doc[units[k][0]].lower_ for k in range(n, m - 1)}
        known_body = known_body or bool(firsts & context.words.not_places)
        if not known_body and (told or _label(context, end) in _PLACE_LABELS or _locative(context, start)):
            candidates = context.gazetteer.sounding(_JOINED.sub(r"\1-", text), context.near)
    if told and candidates and not context.at_home(candidates):
        candidates += context.gazetteer.sounding(text, context.near)  # "Shabwa province" of Yemen, not Sha Bwa
    if not candidates:
        return None
    if _part_of_other(context, units, n, m, told):
        return None
    label, home = _label(context, end), context.at_home(candidates)
    listed = any(c.pack and c.pack in context.leading for c in candidates)
    ordinary = m - n == 1 and _ordinary(context, end, listed)
    stands = _locative(context, start) or (not ordinary and _ground(context, end))
    signs = told + (label in _PLACE_LABELS) + stands
    if label == "PERSON" and stands and _large(candidates) and context.alone(start, end):
        label = ""  # the tagger takes many a town that it does not know for a person
    if (signs > ordinary and label != "PERSON") or (told and not ordinary):
        return Found(start, end, text, candidates, kind, "named in the gazetteer")
    if home and not ordinary and (label != "PERSON" or listed):
        return Found(start, end, text, candidates, kind, "named in the gazetteer, where the report plays")
    return None


def _large(candidates: tuple[Candidate, ...]) -> bool:
    """Whether a place of that name is well known: a region's, or one of many people."""
    regions = (PlaceKind.ADM1, PlaceKind.COUNTRY)
    return any((c.place.population or 0) >= _KNOWN or c.place.kind in regions for c in candidates)


def _of_kin(context: Context, end: int) -> bool:
    """Whether the name is a tribe's or a family's."""
    return end < len(context.doc) and context.doc[end].lower_ in context.words.peoples


def _lost_apostrophe(context: Context, text: str) -> bool:
    """Whether `text` may be a name with an "s" that an apostrophe was lost before: "Aleppos"."""
    return text.endswith("s") and len(text) > 4 and fold(text[:-1]) not in context.words.not_places


def _in_a_title(context: Context, start: int) -> bool:
    """Whether the name ends that of a body: "Islamic State of Iraq and the Levant"."""
    doc = context.doc
    i = start - 1
    while i > 0 and (
        doc[i].lower_ in ("and", "the") or (doc[i].text[:1].isupper() and doc[i - 1].lower_ in ("in", "of"))
    ):
        i -= 1
    return i > 0 and doc[i].lower_ in ("in", "of") and doc[i - 1].text == "State"


def _starts_longer(context: Context, units: list[tuple[int, int]], n: int, m: int) -> bool:
    """Whether the words only begin a longer name: "Bab" of "Bab al-Nayrab", "Castello" of "Castello Road"."""
    if m == len(units):
        return False
    follows, last = context.doc[units[m][0]], context.doc[units[n][1] - 1]
    if m - n == 1 and last.lower_ in context.words.starters:
        return True
    entity = context.entities.get(units[n][0])
    if m - n == 1 and last.dep_ == "compound" and entity is not None and entity.end == units[m][1]:
        known = bool(context.named(_text(context, *units[m]))) or entity.label_ in ("ORG", "DATE")
        if _called_before(context, units[n][0]) and not known:
            return True  # "the village of Mala Sbat"
    return follows.lower_ in context.words.part_of_name and units[m][1] - units[m][0] == 1


def _unknown(context: Context, units: list[tuple[int, int]], n: int, m: int) -> Found | None:
    words = context.words
    while n + 1 < m and (context.doc[units[n][0]].lower_ in words.ordinary or context.doc[units[n][0]].pos_ == "ADJ"):
        n += 1
    start, end = units[n][0], units[m - 1][1]
    last = context.doc[end - 1].lower_
    if last in words.organisations and last not in words.part_of_name:
        return None
    if _in_a_title(context, start) or _of_kin(context, end):
        return None
    kind, told = told_kind(context, start, end)
    if last in words.part_of_name and m - n > 1:
        kind, told = words.kinds.get(last) or words.kinds.get(last.removesuffix("s")), True
    first = context.doc[start]
    if context.demonym(first) or fold(first.text) in words.not_places or first.lower_ in words.persons:
        return None
    label = _label(context, end)
    if (
        not told
        and (label not in ("GPE", "LOC") or not _locative(context, start))
        and not _far_from(context, start, end)
    ):
        return None
    if label == "NORP" or context.doc[end - 1].pos_ != "PROPN":
        return None
    if told and label == "PERSON" and last not in words.part_of_name and not _called(context, start, end):
        return None
    return Found(start, end, _text(context, start, end), (), kind, "told to be a place by the words beside it")


def _far_from(context: Context, start: int, end: int) -> bool:
    """Whether the words behind say how far the name lies from another: "around X, 270 km south of Y"."""
    if end >= len(context.doc) or context.doc[end].text != ",":
        return False
    after = context.doc[end + 1 : end + 5]
    far = any(t.like_num for t in after[:2]) and any(t.lower_ in context.words.distances for t in after)
    return far and _locative(context, start)


def _called(context: Context, start: int, end: int) -> bool:
    """Whether it is called a place outright: "the village of X", "X district"."""
    doc = context.doc
    if end < len(doc) and (_kind_word(context, doc[end]) is not None or _apposed(context, end) is not None):
        return True
    return _called_before(context, start) or listed_as(doc, start, end, context.words) is not None


def _called_before(context: Context, start: int) -> bool:
    doc = context.doc
    return start > 1 and doc[start - 1].lower_ == "of" and _kind_word(context, doc[start - 2]) is not None


def _kind_word(context: Context, token: Token) -> PlaceKind | None:
    kinds = context.words.kinds
    low = token.lower_
    return (
        kinds.get(low)
        or (kinds.get(low[:-3] + "y") if low.endswith("ies") else None)
        or kinds.get(low.removesuffix("s"))
    )


def told_kind(context: Context, start: int, end: int) -> tuple[PlaceKind | None, bool]:
    """What the words beside the name call it ("the town of X", "X province"), and whether they make it a place."""
    doc = context.doc
    sign = end + 1 < len(doc) and doc[end].text in _SIGNS and not doc[end - 1].whitespace_  # "Mare' city"
    nxt = doc[end + sign] if end < len(doc) else None
    if nxt is not None and not nxt.is_sent_start and (kind := _kind_word(context, nxt)):
        return kind, True
    if (kind := _apposed(context, end)) is not None:
        return kind, True
    before = start - 1
    if before > 0 and doc[before].text == '"':
        before -= 1
    if before >= 1 and doc[before].lower_ == "of":
        if doc[before - 1].lower_ == "capital":
            return None, True  # what has a capital is no town
        kind = _kind_word(context, doc[before - 1])
        if kind and (doc[before - 1].text.islower() or kind is PlaceKind.TOWN):
            return kind, True
        if doc[before - 1].lower_ in context.words.parts or doc[before - 1].lower_ in context.words.directions:
            return None, True
    if before >= 0 and (kind := _kind_word(context, doc[before])) and doc[before].text.islower():
        return kind, True
    kind = listed_as(doc, start, end, context.words)
    return kind, kind is not None


def _apposed(context: Context, end: int) -> PlaceKind | None:
    """What a noun put behind the name calls it: "X, a small town in Y", "X is a village"."""
    doc, i = context.doc, end
    while i < len(doc) and doc[i].text in _APPOSING:
        i += 1
    if i == end or i >= len(doc) or doc[i].lower_ not in ("a", "an"):
        return None
    for token in doc[i + 1 : i + 4]:
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            kind = context.words.kinds.get(token.lower_)
            return kind if kind in (PlaceKind.TOWN, PlaceKind.AREA) else None
    return None


def _locative(context: Context, start: int) -> bool:
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


def _ground(context: Context, end: int) -> bool:
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


def _label(context: Context, end: int) -> str:
    """The entity label that the pipeline gives the name, "" if none."""
    return context.doc[end - 1].ent_type_


def _ordinary(context: Context, end: int, listed: bool) -> bool:
    """Whether the name is a word that the report writes small elsewhere, or no proper noun to the tagger."""
    token = context.doc[end - 1]
    if token.lower_ in context.words.ordinary or token.lower_ in context.lower:
        return True
    return not listed and token.pos_ != "PROPN" and len(token.text) < 5


def _part_of_other(context: Context, units: list[tuple[int, int]], n: int, m: int, told: bool) -> bool:
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
