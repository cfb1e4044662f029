"""Control told in passing: "rebel-held east Aleppo", "the two government-besieged villages"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, is_ground
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import Index
from vedette.extraction.control.unlisted import likely, name_after
from vedette.model.place import PlaceKind
from vedette.reading.syntax import subjects


def modifier_finds(index: Index) -> Iterator[Find]:
    """Every "<holder>-<held> <ground>" of the report."""
    for token in index.reading.doc:
        change = index.words.modifiers.get(token.lower_)
        if change is None:
            continue
        holders = _holders(index, token)
        said_of = [s for s in subjects(token.head) if token.dep_ == "acomp"]  # "X is rebel-held"
        noun = said_of[0] if said_of else _modified(index, token)
        if not holders or noun is None:
            continue
        found = [a for a in areas(index, noun, sure=True) if _narrow(a) and not (_any(index, noun) and not a.named)]
        said = token.dep_ == "acomp"
        yield from (replace(f, passing=not said) for f in finds(token, found, holders, change, state=True))


def _any(index: Index, noun: Token) -> bool:
    """Whether it is ground of no place in particular: "regime-held districts", with no article nor place after it."""
    if noun.tag_ not in ("NNS", "NNPS") or any(
        c.dep_ == "det" or c.lower_ in index.words.ground.counts for c in noun.children
    ):
        return False
    following = noun.nbor() if noun.i + 1 < noun.sent.end else None
    return following is None or following.lower_ not in index.words.ground_prepositions


def _narrow(area: Area) -> bool:
    """Whether it is ground narrow enough for a claim: not "areas in the country"."""
    return area.part is None or area.place is None or area.place.kind is not PlaceKind.COUNTRY


def _holders(index: Index, token: Token) -> list[str]:
    """Who stands before the hyphen: "rebel-held", "Islamic State-held", "SDF and regime-held"."""
    i = token.i - 1
    doc = token.doc
    if i < 1 or doc[i].text not in ("-", "/"):
        return []
    mention = index.actor_at.get(i - 1)
    if mention is None:
        return []
    found: list[str | None] = [mention.name]
    before = mention.start - 1
    if before > 0 and doc[before].text in ("-", "/") and before - 1 in index.actor_at:
        found.insert(0, index.holder(doc[before - 1]))
    return [name for name in found if name]


def _modified(index: Index, token: Token) -> Token | None:
    """The noun that the participle stands before."""
    name = name_after(token)
    if name is not None and name.i not in index.actor_at:
        after = name.nbor() if name.i + 1 < token.sent.end else name
        if name.dep_ == "compound" and name.head.pos_ == "NOUN" and not is_ground(index, name.head):
            return None  # "the Hamas-run Civil Defence agency"
        person = name.ent_type_ in ("ORG", "PERSON") and not likely(index, name, strict=True)
        if name.i not in index.place_at and person:
            return None
        return after if after.dep_ != "compound" and is_ground(index, after) else name
    head = token.head
    if head.i > token.i and (is_ground(index, head) or head.pos_ == "PROPN"):
        return head
    found = None
    for t in token.doc[token.i + 1 : min(token.i + 8, token.sent.end)]:
        if t.pos_ in ("VERB", "AUX", "ADP", "CCONJ") or t.text in ",;.":
            break
        if is_ground(index, t):
            found = t
    return found
