"""The place names that stand inside, beside and after a noun for ground."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.control.index import Index
from vedette.extraction.control.unlisted import likely, next_name, unlisted
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention
from vedette.reading.syntax import subjects

_NAMERS = ("compound", "nmod", "amod", "poss", "nummod", "npadvmod")
_PLAIN = ("DET", "ADJ", "NOUN", "ADP")
_LIST = 14
"""How many words after a noun for several places the names of some of them begin."""
_REACH = 7
"""How many words after a preposition its noun is looked for."""


def inside(index: Index, token: Token) -> PlaceMention | None:
    """The place named within the noun phrase before `token`: "Leramun district", "Aleppo's outskirts".

    Countries are passed over: "Syria's second city" and "US-led" name no ground that is held.
    """
    for child in reversed([c for c in token.children if c.i < token.i and c.dep_ in _NAMERS]):
        for t in sorted(child.subtree, key=lambda t: -t.i):
            mention = index.place_at.get(t.i)
            if mention is not None and not _country(mention):
                return mention
    return None


def included(index: Index, token: Token) -> list[PlaceMention]:
    """The places named of several: "towns in the province, including X and Y"."""
    doc, end = token.doc, token.sent.end
    for i in range(token.i + 1, min(token.i + _LIST, end - 1)):
        if doc[i].pos_ in ("VERB", "AUX") and doc[i].lower_ != "including":
            return []
        if doc[i].lower_ == "including":
            first = next((index.place_at[n] for n in range(i + 1, min(i + 5, end)) if n in index.place_at), None)
            plain = first is not None and all(t.pos_ in _PLAIN for t in doc[i + 1 : first.start])
            return [first, *joined(index, first)] if first is not None and plain and not _country(first) else []
    return []


def beside(index: Index, token: Token) -> list[PlaceMention]:
    """The places that `token` describes: "Madaya, a town", "X and Y are strongholds", "X is one of them"."""
    strong = token.lemma_.lower() in index.words.strongholds
    head = token
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "one":
        head = head.head.head
    elif head.dep_ in ("appos", "conj") and head.head.lower_ == "one":
        head = head.head
    if head.dep_ == "compound" and head.head.i in index.place_at:
        return [index.place_at[head.head.i]]
    after = token.nbor() if token.i + 1 < token.sent.end else token
    if after.i in index.place_at:
        return [index.place_at[after.i]]  # "the stronghold Raqqa"
    if head.dep_ == "appos":  # "Goma, the biggest city", though no gazetteer lists Goma
        return [index.place_at[head.head.i]] if head.head.i in index.place_at else unlisted(index, head.head)
    if head.dep_ == "attr" and not any(c.dep_ == "attr" and c.i < head.i for c in head.head.children):
        of_it = subjects(head.head)
        told = [index.place_at[s.i] for s in of_it if s.i in index.place_at]
        if told:
            return [*told, *(m for m in joined(index, told[-1]) if m not in told)]
        if strong and of_it and likely(index, of_it[0], strict=True):
            return unlisted(index, of_it[0])
    for child in token.children:
        if child.dep_ == "appos" and child.i in index.place_at and not _country(index.place_at[child.i]):
            first = index.place_at[child.i]
            listed = (
                token.tag_ in ("NNS", "NNPS") and token.doc[first.start - 1].text == ":"
            )  # "three towns: X, Y and Z"
            return [first, *joined(index, first)] if listed else [first]
    left = token.left_edge
    if left.i < token.i and left.lower_ in ("a", "an", "the", "another"):
        before = left.i - 1
        while before >= token.sent.start and token.doc[before].is_punct:
            before -= 1
        if before >= token.sent.start and before in index.place_at and not _country(index.place_at[before]):
            return [index.place_at[before]]
    return []


def joined(index: Index, mention: PlaceMention) -> list[PlaceMention]:
    """The places joined to `mention` in words: "Madaya and Zabadani", "X, Y and Z"."""
    doc, out, i = index.reading.doc, [], mention.end
    while i < len(doc) and doc[i].lower_ in ("and", ",", "&"):
        i += 1
        while i < len(doc) and (doc[i].lower_ in ("and", "the") or doc[i].is_punct):
            i += 1
        following = index.place_at.get(i) or (next_name(index, doc[i - 1]) if i < len(doc) else None)
        if following is None or _country(following):
            break
        out.append(following)
        i = following.end
    return out if any(t.lower_ in ("and", "&") for t in doc[mention.end : i]) else []


def next_ground(index: Index, preposition: Token) -> Token | None:
    """The noun for ground, or name of a place, that `preposition` leads to in the words right after it."""
    ground = index.words.ground
    end = min(preposition.i + 1 + _REACH, preposition.sent.end)
    for token in preposition.doc[preposition.i + 1 : end]:
        mention = index.place_at.get(token.i)
        if mention is not None and not _country(mention):
            return token.doc[mention.end - 1]
        lemma = token.lemma_.lower()
        if token.dep_ not in ("amod", "compound") and (lemma in ground.whole or lemma in ground.part):
            return token
        if token.pos_ in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ"):
            return None
    return None


def _country(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
