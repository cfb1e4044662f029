"""Places that no gazetteer lists, told by where they stand: "rebel-held Foua and Kefraya", "the town of X"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.control.index import Index
from vedette.reading.reading import PlaceMention

_NEVER = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "EVENT"})
_OTHER = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW"})
_REASON = "named where only ground can stand; no gazetteer lists it"


def likely(index: Index, token: Token, *, strict: bool = False) -> bool:
    """Whether the proper noun `token` can be a place where mostly ground stands: "took control of X".

    Not what has an article or is an acronym ("left the Senate", "withdrew from NATO"); `strict`: nor what looks like
    a person or a company, where such are taken too ("captured X").
    """
    name = token.tag_ == "NNP" and token.text[0].isupper() and not token.text.isupper()
    other = strict and token.ent_type_ in _OTHER and not _lone(index, token)
    kind = token.ent_type_ not in _NEVER and not other
    return name and kind and not any(c.pos_ == "DET" for c in token.children)


def _lone(index: Index, token: Token) -> bool:
    """Whether the one word of a name stands for no person whom the report names in full elsewhere.

    The parser takes villages for persons and companies; armed groups are told to capture villages, and men by their
    full names first.
    """
    joined = [c for c in token.children if c.dep_ in ("compound", "amod", "nummod", "poss") and c.text[0].isupper()]
    return not joined and token.dep_ != "compound" and token.text not in index.persons


def unlisted(index: Index, token: Token) -> list[PlaceMention]:
    """The places that the proper noun `token`, and those joined to it in words, name; none that is an actor."""
    doc, out = token.doc, []
    here: Token | None = token
    while here is not None and here.pos_ == "PROPN" and here.ent_type_ not in _NEVER:
        start, end = _bounds(here)
        if any(i in index.actor_at for i in range(start, end)) or _people(index, here):
            break
        known = index.place_at.get(here.i)
        name = doc[start:end].text
        out.append(known or PlaceMention(start=start, end=end, name=name, place=None, reason=_REASON))
        end = known.end if known else end
        here = name_after(doc[end]) if end + 1 < here.sent.end and doc[end].lower_ in ("and", ",") else None
    return out


def _people(index: Index, token: Token) -> bool:
    """Whether it is a word for people that only begins a sentence or headline: "Hostages"."""
    return not {token.lower_, token.lower_.removesuffix("s")}.isdisjoint(index.words.people)


def next_name(index: Index, joint: Token) -> PlaceMention | None:
    """The unlisted name right after `joint`, unless it is that of a people or a day."""
    last = name_after(joint)
    if last is None or last.ent_type_ in ("NORP", "DATE"):
        return None
    return next(iter(unlisted(index, last)), None)


def name_after(joint: Token) -> Token | None:
    """The last token of the capitalised name right after a joint or a participle; None where none stands there."""
    i, doc = joint.i + 1, joint.doc
    if i >= len(doc) or doc[i].pos_ != "PROPN":
        return None
    while i + 1 < len(doc) and (doc[i + 1].pos_ == "PROPN" or doc[i + 1].text == "-"):
        i += 1
    return doc[i] if doc[i].pos_ == "PROPN" and doc[i].text[0].isupper() else None


def _bounds(token: Token) -> tuple[int, int]:
    """First token and one past the last of the name that ends with `token`."""
    doc, i = token.doc, token.i
    while i > token.sent.start and (
        (doc[i - 1].pos_ == "PROPN" and doc[i - 1].dep_ == "compound") or (doc[i - 1].text == "-" and not _held(doc[i]))
    ):
        i -= 1
    return i, token.i + 1


def _held(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBD")


def name_inside(index: Index, token: Token) -> PlaceMention | None:
    """The unlisted name right before a noun for ground: "Leramun district"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    if before.pos_ != "PROPN" or before.dep_ != "compound" or before.ent_type_ in ("NORP", "DATE", "PERSON"):
        return None
    return next(iter(unlisted(index, before)), None)
