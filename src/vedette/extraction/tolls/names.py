"""Lists of names: "the priest Juan Perez, his aide Luis Soto, 42, and Ana Diaz, a nurse, were murdered"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, DEFINITE, ONE, Group, Groups
from vedette.extraction.tolls.named import name_start, past_name

_JOINTS = frozenset({",", ";", "and", "&", "plus"})
_TITLE = 5
"""How many words may stand before a name: "Guatemalan social democratic leader"."""
_ASIDE = 14
"""How many words an apposition has at most: "a member of the board of a local school"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MANY = frozenset({"were", "are", "have"})


def named_along(groups: Groups, found: list[Found]) -> list[Found]:
    """`found` with those named in one list with a person found; without a list that names a count told before."""
    taken = {f.group.start for f in found}
    told_again: set[int] = set()
    new: list[Found] = []
    for first in found:
        alone = first.group.low == first.group.high == 1 and first.group.kind in (DEFINITE, ONE) and not first.subset
        names = _names_after(groups, first) if alone and first.group.start not in told_again else []
        named = groups.doc[first.group.end - 1].ent_type_ == "PERSON" and all(g.kind == DEFINITE for g in names)
        if names and named and _told_before(first, 1 + len(names), found):
            told_again |= {first.group.start, *(g.start for g in names)}
            continue
        names = [g for g in names if g.start not in taken]
        taken |= {g.start for g in names}
        new += [Found(first.trigger, first.effect, g, "goes on a list of names", frame=first.frame) for g in names]
    kept = (f for f in [*found, *new] if f.group.start not in told_again)
    return sorted(kept, key=lambda f: (f.group.start, f.trigger.i))


def _told_before(first: Found, many: int, found: list[Found]) -> bool:
    """Whether a count before is of as many: "Four boys were hurt. ... A, B, C and D were hurt"."""
    before = (f for f in found if f.group.start < first.group.start and f.effect == first.effect)
    return any(f.group.kind == COUNTED and f.group.low == many for f in before)


def _names_after(groups: Groups, first: Found) -> list[Group]:
    """The persons named after the first, joined to him, on his side of the trigger; none where no "and" joins them."""
    doc, trigger, start = groups.doc, first.trigger, first.group.end
    before = trigger.i >= start
    end = trigger.i if before else trigger.sent.end
    if before and not _is_plural(trigger):
        return []
    found: list[Group] = []
    joined, named, i = False, doc[start - 1].ent_type_ == "PERSON", past_name(doc, start)
    named = named or i > start
    while i < end and (at := _past_joints(doc, i, end)) > i:
        coordinated = doc[at - 1].lower_ != ","
        told, last = groups.at(at), _name_at(doc, at, end)
        if coordinated and told is not None and told.kind == ONE and told.start == at:
            found.append(told)
            joined, named, i = True, False, told.end
            continue
        if last is None:
            i = _past_aside(doc, at, end)
            continue
        if last.dep_ == "poss" or doc[last.i + 1 : last.i + 2].text in ("'s", "'"):
            break
        if last.i + 1 < len(doc) and doc[last.i + 1].tag_ in _FINITE and not before:
            break  # "killed a nurse, and Ana Diaz said"
        if named or coordinated:  # but "his son, William"
            found.append(groups.at(last) or Group(name_start(last), last.i + 1, last.i, DEFINITE, 1, 1))
        joined, named, i = joined or coordinated, True, last.i + 1
    return found if joined else []


def people_named(groups: Groups, start: int, end: int) -> list[Group]:
    """The persons of a list in tokens `start` to `end`: names, and single people without ("a nurse")."""
    doc, found, i = groups.doc, [], start
    while i < end:
        at = _past_joints(doc, i, end)
        last = _name_at(doc, at, end) if at < end else None
        told = groups.at(at) if at < end else None
        if last is not None and last.dep_ != "poss" and doc[last.i + 1 : last.i + 2].text not in ("'s", "'"):
            found.append(groups.at(last) or Group(name_start(last), last.i + 1, last.i, DEFINITE, 1, 1))
            i = past_name(doc, last.i)
        elif told is not None and told.start == at and told.kind == ONE and (at == start or doc[at - 1].lower_ != ","):
            found.append(told)
            i = _past_name_of(doc, told, end)
            continue
        else:
            i = at
        i = _past_aside(doc, i, end)
    return found


def _past_name_of(doc: Doc, told: Group, end: int) -> int:
    """Past the name of a person told before it: "a nurse, Ana Diaz,", "a baker named Ali Saleh"."""
    at = told.end + 1 if told.end < end and doc[told.end].lower_ in (",", "named", "called") else told.end
    last = _name_at(doc, at, end) if at < end else None
    return past_name(doc, last.i) if last is not None else told.end


def _is_plural(verb: Token) -> bool:
    """Whether the verb has several subjects: "were killed", but not "was"; "died" leaves it open."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return not helpers or bool(helpers & _MANY)


def _past_joints(doc: Doc, i: int, end: int) -> int:
    while i < end and doc[i].lower_ in _JOINTS:
        i += 1
    return i


def _name_at(doc: Doc, at: int, end: int) -> Token | None:
    """The last token of a person's name that begins at `at`, a title of a few words before it allowed."""
    for i in range(at, min(at + _TITLE, end)):
        token = doc[i]
        if token.ent_type_ == "PERSON" and token.pos_ in ("PROPN", "NOUN"):
            last = past_name(doc, i) - 1
            return doc[last] if last < end else None
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM") or token.lower_ == "who":
            return None
    return None


def _past_aside(doc: Doc, at: int, end: int) -> int:
    """Past an apposition or an age, to the joint that ends it; past the end, where none does."""
    for i in range(at, min(at + _ASIDE, end)):
        if doc[i].text in (",", ";") or (doc[i].lower_ == "and" and _name_at(doc, i + 1, end) is not None):
            return i
        if doc[i].tag_ in _FINITE and doc[at].lower_ != "who":
            return end
    return end
