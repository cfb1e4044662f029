"""Which spans are names of places: known to the gazetteer, or told to be places by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.gazetteer.fold import ARTICLES, fold, without_articles
from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import PlaceKind
from vedette.reading.places import signs
from vedette.reading.places.context import Context
from vedette.reading.places.signs import Units, label_of, locative
from vedette.reading.places.spans import runs
from vedette.reading.places.told import called, called_before, far_from, kind_word, told_kind

LONGEST = 5
_ADMINISTRATIVE = frozenset({PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.ADM1, PlaceKind.ADM2})
_OPEN = frozenset({"NOUN", "VERB", "X"})
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
    """Every place name of the report, in order, none inside another.

    What the report tells once to be a place ("the village of X") is one wherever it stands, so a second pass follows.
    """
    lines, known = runs(context.doc), _Known(context)
    found = _pass(known, lines, frozenset())
    said = frozenset(fold(name.text) for name in found if not name.candidates)
    return _pass(known, lines, said) if said else found


class _Known:
    """The names in a report that the gazetteer knows, each span looked up once."""

    def __init__(self, context: Context):
        self.context = context
        self._found: dict[tuple[int, int], Found | None] = {}

    def at(self, units: Units, n: int, m: int) -> Found | None:
        """The name that `units` from `n` to `m` (exclusive) make, if they make one."""
        key = (units[n][0], units[m - 1][1])
        if key not in self._found:
            self._found[key] = _known(self.context, units, n, m)
        return self._found[key]


def _pass(known: _Known, lines: list[Units], said: frozenset[str]) -> list[Found]:
    found: list[Found] = []
    for units in lines:
        found.extend(_in_run(known, units, said, found[-1] if found else None))
    return found


def _in_run(known: _Known, units: Units, said: frozenset[str], last: Found | None) -> list[Found]:
    """Names in one run: the longest known ones from the left; what is left between them may be told to be one.

    `said`: what the report has told to be a place. `last`: the name before the run.
    """
    context = known.context
    out: list[Found] = []
    n, free = 0, 0
    while n < len(units):
        if n + 1 < len(units) and context.people(units[n][0], units[n + 1][1]):
            n += 2  # "Sri Lankan"
            free = n
            continue
        best = next(
            ((m, name) for m in range(min(len(units), n + LONGEST), n, -1) if (name := known.at(units, n, m))),
            None,
        )
        if best is None:
            n += 1
            continue
        if free < n and (unknown := _unknown(context, units, free, n, said, out[-1] if out else last)):
            out.append(unknown)
        n, name = best
        free = n
        out.append(name)
    if free < n and (unknown := _unknown(context, units, free, n, said, out[-1] if out else last)):
        out.append(unknown)
    return out


def _text(context: Context, start: int, end: int) -> str:
    span = context.doc[start:end]
    return context.reading.report.full[span.start_char : span.end_char]


def _known(context: Context, units: Units, n: int, m: int) -> Found | None:
    start, end = units[n][0], units[m - 1][1]
    goes_on = m == len(units) and _goes_on(context, start, end)
    end += goes_on
    text = _text(context, start, end)
    if signs.in_a_title(context, start):
        return None
    if m - n == 1 and (fold(text) in context.words.not_places or context.demonym(context.doc[end - 1])):
        return None
    if signs.of_kin(context, end) or signs.of_agency(context, start, end) or len(text) == 1:
        return None
    if _starts_longer(context, units, n, m) or (n and context.doc[start - 1].lower_ in context.words.bound):
        return None
    candidates = context.named(text)
    if fold(text) in context.words.city_parts:
        candidates = tuple(c for c in candidates if c.pack)
    kind, told = told_kind(context, start, end)
    if not told and (context.is_outlet(text) or _surname(context, start, end)):
        return None
    if (
        not candidates
        and not called_before(context, start)
        and _lost_apostrophe(context, text)
        and end < len(context.doc)
    ):
        candidates = tuple(c for c in context.named(text[:-1]) if context.at_home((c,)))
        text = text[:-1] if candidates else text
    if not candidates and (parted := _JOINED.sub(r"\1-", text)) != text:
        candidates = tuple(c for c in context.named(parted) if context.at_home((c,)))
    begins = signs.begins_as_place(context, start, end)
    if not candidates and len(text) > 3:
        body = without_articles(fold(text))  # "ISs": an apostrophe was lost
        known_body = bool({body, body.removesuffix("s")} & context.words.not_places)
        firsts = {context.doc[units[k][0]].lower_ for k in range(n, m - 1)}
        known_body = known_body or bool(firsts & context.words.not_places)
        shown = told or label_of(context, end) in _PLACE_LABELS or locative(context, start) or begins
        if not known_body and shown:
            candidates = context.gazetteer.sounding(_JOINED.sub(r"\1-", text), context.near)
    if told and candidates and not context.at_home(candidates):
        candidates += context.gazetteer.sounding(text, context.near)  # "Shabwa province" of Yemen, not Sha Bwa
    if not candidates or (
        m - n == 1 and (_bare_kind(context, end, candidates) or _by_quality(context, end, candidates))
    ):
        return None
    if signs.is_piece(context, units, n, m, candidates):
        return None
    if signs.part_of_other(context, units, n, m, told):
        return None
    label, home = label_of(context, end), context.at_home(candidates)
    listed = any(c.pack and c.pack in context.leading for c in candidates)
    ordinary = m - n == 1 and not goes_on and signs.ordinary(context, end, listed)
    ordinary = ordinary and not _by_area(context, end, candidates)
    stands = locative(context, start) or (not ordinary and signs.stands_as_ground(context, end))
    told_by = told + (label in _PLACE_LABELS) + stands
    if label == "PERSON" and (begins or far_from(context, start, end) or (home and signs.is_struck(context, end))):
        label = ""
    if label == "PERSON" and stands and signs.large(candidates) and context.alone(start, end):
        label = ""  # the tagger takes many a town that it does not know for a person
    told_by += told and start > 0 and context.doc[start - 1].lower_ == "of"  # "the town of Pale"
    if (told_by > ordinary and label != "PERSON") or (told and not ordinary):
        return Found(start, end, text, candidates, kind, "named in the gazetteer")
    if home and not ordinary and (label != "PERSON" or listed):
        return Found(start, end, text, candidates, kind, "named in the gazetteer, where the report plays")
    return None


def _surname(context: Context, start: int, end: int) -> bool:
    """Whether the name is the last name of somebody whom the report names in full."""
    return end - start == 1 and context.doc[start].text in context.surnames and not locative(context, start)


def _goes_on(context: Context, start: int, end: int) -> bool:
    """Whether the next word, in small letters, is the rest of a name that the gazetteer has: "Deir ezzor"."""
    if end >= len(context.doc) or not (after := context.doc[end]).text.islower():
        return False
    if after.is_stop or not after.text.isalpha():
        return False
    if after.lower_ in context.words.kinds or after.lower_ in context.words.part_of_name:
        return False  # "Castello road"
    if context.doc[end - 1].lower_ in context.words.ordinary:
        return False  # "Four men"
    return bool(context.named(_text(context, start, end + 1)))


def _bare_kind(context: Context, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the name is but a word for a kind or side that some place is called by: "Village", "Northern"."""
    low = context.doc[end - 1].lower_
    return low in context.words.kinds.keys() | context.words.directions and not any(c.pack for c in candidates)


def _by_quality(context: Context, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the word is an ordinary one that makes a name with the kind behind it: "Green Village"."""
    after = context.doc[end] if end < len(context.doc) else None
    if after is None or not after.text.istitle() or kind_word(context, after) not in _ADMINISTRATIVE:
        return False
    return context.doc[end - 1].lower_ in context.words.ordinary and not _by_area(context, end, candidates)


def _by_area(context: Context, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether what is behind says that the name is an area's, and one lies where the report plays: "Pale Township"."""
    after = context.doc[end] if end < len(context.doc) else None
    covers = after is not None and after.text.istitle() and after.lower_ in context.words.covering
    return covers and context.at_home(candidates)


def _lost_apostrophe(context: Context, text: str) -> bool:
    """Whether `text` may be a name with an "s" that an apostrophe was lost before: "Aleppos"."""
    return text.endswith("s") and len(text) > 4 and fold(text[:-1]) not in context.words.not_places


def _starts_longer(context: Context, units: Units, n: int, m: int) -> bool:
    """Whether the words only begin a longer name: "Bab" of "Bab al-Nayrab", "Castello" of "Castello Road"."""
    if m == len(units):
        return False
    follows, last = context.doc[units[m][0]], context.doc[units[n][1] - 1]
    if m - n == 1 and last.lower_ in context.words.starters:
        return True
    if _of_site(context, units, m):
        return True
    entity = context.entities.get(units[n][0])
    if entity is not None and entity.end >= units[m][1] and follows.lower_ in ARTICLES:
        candidates = context.named(_text(context, units[n][0], units[m - 1][1]))
        if not context.at_home(candidates):
            return True  # "Jil al-Said" is not the Jil of another land
    if m - n == 1 and last.dep_ == "compound" and entity is not None and entity.end == units[m][1]:
        known = bool(context.named(_text(context, *units[m]))) or entity.label_ in ("ORG", "DATE")
        if called_before(context, units[n][0]) and not known:
            return True  # "the village of Mala Sbat"
    return follows.lower_ in context.words.part_of_name and units[m][1] - units[m][0] == 1


def _of_site(context: Context, units: Units, m: int) -> bool:
    """Whether the words behind are the rest of a site's own name: "Kuwait al Rahma Camp", not "Aleppo Nayrab Camp"."""
    if len(units) - m < 2 or context.doc[units[-1][1] - 1].lower_ not in context.words.part_of_name:
        return False
    rest = units[m:-1]
    return not any(
        context.named(_text(context, rest[a][0], rest[b][1])) for a in range(len(rest)) for b in range(a, len(rest))
    )


def _unknown(
    context: Context, units: Units, n: int, m: int, said: frozenset[str], before: Found | None
) -> Found | None:
    """The words from unit `n` to `m`, where what stands beside them or the report elsewhere makes them a place."""
    words = context.words
    covered = m - n == 2 and _covered(context, units[n], units[m - 1])
    while n + 1 < m and not covered and _leads(context, context.doc[units[n][1] - 1]):
        n += 1
    start, end = units[n][0], units[m - 1][1]
    last = context.doc[end - 1].lower_
    if last in words.organisations and last not in words.part_of_name:
        return None
    if signs.in_a_title(context, start) or signs.of_kin(context, end):
        return None
    kind, told = told_kind(context, start, end)
    by_kind = m - n > 1 and (last in words.part_of_name or words.kinds.get(last) in _ADMINISTRATIVE)
    if by_kind:
        kind, told = kind_word(context, context.doc[end - 1]), True  # "Castello Road", "Banmauk Township"
    first, plain = context.doc[start], words.ordinary | words.organisations | words.kinds.keys()
    if not covered and all(
        {low := context.doc[end - 1].lower_, low.removesuffix("s")} & plain for _, end in units[n:m]
    ):
        return None
    if context.demonym(first) or first.lower_ in words.persons:
        return None
    if any(fold(_text(context, *unit)) in words.not_places for unit in units[n : max(m - 1, n + 1)]):
        return None
    text, label = _text(context, start, end), label_of(context, end)
    if (
        (label == "NORP" and not called_before(context, start) and not signs.bare_before_kind(context, start, end))
        or len(text) == 1
        or not _proper(context, start, end)
    ):
        return None
    if told and label == "PERSON" and not by_kind and not called(context, start, end):
        return None
    sure = told or signs.begins_as_place(context, start, end) or fold(text) in said or far_from(context, start, end)
    if not sure and not _stands(context, start, end, label, before):
        return None
    return Found(start, end, text, (), kind, "told to be a place by the words beside it")


def _covered(context: Context, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether an ordinary word makes the name of an area with the kind behind it: "Pale Township"."""
    words, token = context.words, context.doc[first[0]]
    return (
        context.doc[last[1] - 1].lower_ in words.covering
        and token.lower_ in words.ordinary
        and token.lower_ not in words.directions
        and token.text.istitle()
        and not token.is_sent_start
    )


def _proper(context: Context, start: int, end: int) -> bool:
    """Whether the tagger has the words for a name, or what calls them a place leaves nothing else for them to be."""
    tag = context.doc[end - 1].pos_
    return tag == "PROPN" or called_before(context, start) or (tag in _OPEN and called(context, start, end))


def _leads(context: Context, token: Token) -> bool:
    """Whether a word only leads to a name: "Northern X", and not "Tell X" or "New X"."""
    if token.lower_ in context.words.bound:
        return False
    return token.lower_ in context.words.ordinary or token.pos_ == "ADJ"


def _stands(context: Context, start: int, end: int, label: str, before: Found | None) -> bool:
    """Whether a name that nothing calls a place stands where only places do, and the tagger has it for nothing else."""
    if label in ("GPE", "LOC") and locative(context, start):
        return True
    if label != "NORP" and signs.is_raided(context, end):
        return True
    low = context.doc[end - 1].lower_
    plain = low in context.words.ordinary or low in context.lower or label in ("NORP", "DATE", "TIME")
    if not plain and signs.in_place(context, start, end) and signs.of_violence(context, start):
        return True  # the tagger has no better word for a village that it does not know
    if not plain and before is not None and signs.shares_place(context, before.start, before.end, start, end):
        return True
    if label in _OTHER_LABELS or label in ("DATE", "TIME") or low in context.words.ordinary or low in context.lower:
        return False
    if before is not None and signs.joined_to(context, start, end, before.end):
        return True
    if before is not None and signs.names_it(context, before.start, before.end, start, end):
        return True
    return signs.in_place(context, start, end)
