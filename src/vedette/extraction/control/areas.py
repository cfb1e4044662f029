"""What ground a noun names: "the northwest of the town", "al-Foua and Kefraya", "most of the province"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.control.area import (
    Area,
    is_bare_side,
    is_counted,
    is_measured,
    is_wide,
    lemma_of,
    named_as,
    part_of,
    place_name,
    side_of,
)
from vedette.extraction.control.index import Index
from vedette.extraction.control.names import beside, included, inside, joined, next_ground
from vedette.extraction.control.pointing import ahead, home, last, main, pointed, several, soil_of
from vedette.extraction.control.unlisted import name_inside, unlisted
from vedette.extraction.where import where
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT, conjuncts

_POINTS = (PlaceKind.AREA, PlaceKind.SITE, PlaceKind.TOWN)
_SMALL = (PlaceKind.AREA, PlaceKind.SITE)
_WIDE = (PlaceKind.ADM1, PlaceKind.REGION, PlaceKind.COUNTRY)
_PLACES = ("GPE", "LOC", "FAC")


def areas(index: Index, head: Token, *, sure: bool = False) -> list[Area]:
    """The stretches of ground that `head` and what is joined to it name; empty where they name none.

    `sure`: only ground can stand here, so that a name counts though no gazetteer lists it.
    """
    found = [area for token in conjuncts(head) for area in (_counted_of(index, token) or areas_of(index, token))]
    sure = sure or head.ent_type_ in _PLACES
    if sure and not found:
        found = [named_as(index, head, m, None) for m in unlisted(index, head)]
    elif sure:  # of a list, those that no gazetteer lists
        known = {a.token.i for a in found}
        others = [t for t in conjuncts(head) if t.i not in known and t.i not in index.place_at and t.tag_ == "NNP"]
        found += [named_as(index, t, m, None) for t in others for m in unlisted(index, t)[:1]]
    found = [a for a in found if not is_measured(index, a.token)]
    found = [replace(a, part=None) if a.part and a.part.lower() in index.words.entire else a for a in found]
    unique = {(a.name, a.part): a for a in found}
    return list(unique.values())


def _counted_of(index: Index, token: Token) -> list[Area]:
    """ "three of the five districts of X", "98 percent of X" by its number alone."""
    if token.pos_ != "NUM" and lemma_of(token) not in index.words.ground.multitudes:
        return []
    nouns = [n for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
    grounds = [a for n in nouns if is_ground(index, n) for a in areas_of(index, n)]
    end = nouns[0].i + 1 if nouns else token.i
    return [replace(a, token=token, part=token.doc[token.i : end].text) for a in grounds]


def grounds_at(index: Index, noun: Token) -> list[Area]:
    """The ground that `noun` names, or else the part that it is of the place that the text is about."""
    return areas(index, noun) or [Area(noun, m.name, m.place, part_of(index, noun), False) for m in main(index, noun)]


def is_ground(index: Index, token: Token) -> bool:
    """Whether `token` names a place or is a noun for ground."""
    ground = index.words.ground
    return token.i in index.place_at or lemma_of(token) in ground.whole or lemma_of(token) in ground.part


def areas_of(index: Index, token: Token) -> list[Area]:
    """The ground that the noun `token` names, through names inside, beside and after it, else what it points to."""
    mention = index.place_at.get(token.i)
    if mention is not None:
        return [named_as(index, token, m, side_of(index, m)) for m in [mention, *joined(index, mention)]]
    lemma = lemma_of(token)
    ground = index.words.ground
    if token.tag_ == "NNP" and lemma in ground.part and (own_name := name_inside(index, token)) is not None:
        whole = PlaceMention(
            start=own_name.start,
            end=token.i + 1,
            name=index.reading.doc[own_name.start : token.i + 1].text,
            place=None,
            reason=own_name.reason,
        )
        return [named_as(index, token, whole, None)]  # "Rutshuru Centre"
    if lemma in index.words.ground.lengths and (token.i + 1 >= token.sent.end or token.nbor().lower_ != "of"):
        return []  # "eight kilometres of X" is ground, "eight kilometres from X" is not
    if (named_after := _named_after(index, token)) is not None:
        return [named_as(index, token, named_after, None)]
    if token.tag_ in ("NNS", "NNPS") and (named_ones := included(index, token)):
        return [named_as(index, token, m, None) for m in named_ones]
    if lemma in ground.part and (land := _land_of(index, token) or soil_of(index, token)):
        return [Area(token, m.name, m.place, part_of(index, token), True) for m in land]
    if token.lower_ == "both" and (token.dep_ in SUBJECT or token.dep_ in PASSIVE_SUBJECT):
        return [named_as(index, token, m, None) for m in several(index, token, 2, back=True)]
    if lemma not in ground.whole and lemma not in ground.part:
        return []
    is_part = lemma in ground.part or token.tag_ in ("NNS", "NNPS")
    own = inside(index, token)
    if lemma in ground.kinds and (own is None or own.end < token.i):
        own = name_inside(index, token) or own  # "Aleppo's Balouzeh village"
    told = [] if own is not None or lemma in ground.part else beside(index, token)
    if told:
        return [named_as(index, token, m, None) for m in told]
    if own is not None and not is_part and (told := _called(index, token)):
        return [named_as(index, token, m, None) for m in told]  # "the Damascus suburb of Daraya"
    if own is not None:
        same = not is_part and not _smaller(index, token, own)
        found = [named_as(index, token, own, side_of(index, own) if same else part_of(index, token))]
        return [*found, *(named_as(index, token, m, None) for m in _before(index, own))] if same or is_part else found
    if is_counted(index, token) and not _of(token):
        both = [named_as(index, token, m, None) for m in pointed(index, token)]
        if len(both) > 1:
            return both
    if not is_part and any(c.lower_ in ("a", "an") for c in token.children):
        named = ahead(index, token) if lemma in ground.kinds and lemma not in ground.loose else None
        if named is not None:
            return [named_as(index, token, named, None)]
    if not is_part and lemma in ground.kinds and _lies_in(index, token):
        back = _pointed(index, token, is_part)
        if back:  # "the city in the north of X" is the one told before
            return back
    return (
        _near(index, token, is_part)
        or _through(index, token, is_part)
        or _of_owner(index, token)
        or _pointed(index, token, is_part)
        or _within(index, token)
        or (_following(index, token) if lemma in ground.whole and not is_part else [])
        or _site(index, token)
    )


def _named_after(index: Index, token: Token) -> PlaceMention | None:
    """The name right after a noun of its kind: "the North Kivu capital Goma"."""
    if lemma_of(token) not in index.words.ground.kinds or token.i + 1 >= token.sent.end:
        return None
    mention = index.place_at.get(token.i + 1)
    own = mention is not None and mention.start == token.i + 1 and not mention.modifier and not is_wide(mention)
    tied = token.head.i == token.i + 1 or token.nbor().head.i == token.i
    return mention if own and tied else None


def _called(index: Index, token: Token) -> list[PlaceMention]:
    """The names that follow a noun of their kind through "of": "suburb of Daraya"."""
    of = [p for p in token.children if p.dep_ == "prep" and p.lower_ == "of"]
    names = [n for p in of for c in p.children if c.dep_ == "pobj" for n in conjuncts(c)]
    found = [index.place_at[n.i] for n in names if n.i in index.place_at]
    kinds = index.words.ground.kinds.get(lemma_of(token), ())
    return [m for m in found if m.place is None or m.place.kind.value in kinds]


def _land_of(index: Index, token: Token) -> list[PlaceMention]:
    """The country that a part is of: "Syria's northeast", "the centre, east and north" of the land at war."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        mention = index.place_at.get(owner.i)
        if mention is not None and is_wide(mention):
            return [mention]
        return home(index, token) if lemma_of(owner) in index.words.ground.lands else []
    if not is_bare_side(index, token) or any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return []
    joined_to = [c for c in token.children if c.dep_ == "conj"]
    joined_to += [token.head] if token.dep_ == "conj" else []
    if any(c.dep_ == "prep" and c.lower_ == "of" for t in joined_to for c in t.children):
        return []  # "the north and east of X"
    return home(index, token) if any(is_bare_side(index, t) for t in joined_to) else []


def _site(index: Index, token: Token) -> list[Area]:
    """ "the station", "its runway": a part of the town told last."""
    if lemma_of(token) not in index.words.ground.sites or not any(
        c.lower_ in index.words.ground.definite for c in token.children
    ):
        return []
    return [Area(token, m.name, m.place, part_of(index, token), False) for m in main(index, token)]


def _of_owner(index: Index, token: Token) -> list[Area]:
    """The part of what stands before it as its owner: "the town's airport"; the apostrophe may be lost."""
    for child in token.children:
        owner = child.lemma_.lower() in index.words.ground.kinds and child.dep_ in ("poss", "compound", "nmod")
        if owner and child.i < token.i and (child.dep_ == "poss" or child.tag_ == "NNS"):
            return [Area(token, m.name, m.place, part_of(index, token), False) for m in last(index, child)]
    return []


def _within(index: Index, token: Token) -> list[Area]:
    """Ground without a name, by the place in the words about it: "a hilltop overlooking Palmyra"."""
    for t in sorted(token.subtree, key=lambda t: (is_wide(index.place_at.get(t.i)), t.i)):
        mention = index.place_at.get(t.i)
        if mention is None or t.i < token.i:
            continue
        if t.dep_ in SUBJECT or t.dep_ in PASSIVE_SUBJECT or (is_wide(mention) and not side_of(index, mention)):
            continue
        return [Area(token, place_name(index, mention), mention.place, part_of(index, token), False)]
    return []


def _pointed(index: Index, token: Token, is_part: bool) -> list[Area]:
    """The ground that `token` points to; loose talk of "areas" counts only with their size, and is where that is."""
    if lemma_of(token) in index.words.ground.quantities or (is_part and lemma_of(token) in index.words.strongholds):
        return []
    part = part_of(index, token) if is_part else None
    if is_part and lemma_of(token) in index.words.ground.loose and not is_counted(index, token):
        following = _following(index, token)
        if following:
            return following
        if not any(c.lower_ in index.words.ground.sizes for c in token.children):
            return []
        told = where(index.reading, token)
        if told.place is not None and told.place.kind in _POINTS:  # too much for one town
            return [Area(token, m.name, m.place, part, False) for m in home(index, token)]
        return [Area(token, told.name, told.place, part, False)] if told.name else []
    mentions = pointed(index, token)
    return [Area(token, m.name, m.place, None if len(mentions) > 1 else part, False) for m in mentions]


def _following(index: Index, token: Token) -> list[Area]:
    """The place that "in" leads to before the next verb: "captured vast areas of land in eastern Syria"."""
    for t in token.doc[token.i + 1 : token.sent.end]:
        if t.pos_ in ("VERB", "AUX") or t.text in ";.":
            break
        if lemma_of(t) in index.words.ground.lands and t.dep_ == "pobj" and t.i not in index.actor_at:
            return [Area(token, m.name, m.place, part_of(index, token), False) for m in home(index, token)]
        led = t.dep_ == "pobj" and t.head.lower_ in index.words.ground_prepositions
        if led and lemma_of(t) in index.words.ground.kinds and any(c.lower_ == "the" for c in t.children):
            told = last(index, t)
            return [Area(token, m.name, m.place, part_of(index, token), False) for m in told]
        mention = index.place_at.get(t.i)
        lead = token.doc[(mention.start if mention else t.i) - 1]
        if lead.pos_ == "DET" and lead.i > token.i + 1:
            lead = lead.nbor(-1)
        if mention is None or not (mention.modifier or lead.lower_ in index.words.ground_prepositions):
            continue
        return [Area(token, place_name(index, mention), mention.place, part_of(index, token), False)]
    return []


def _before(index: Index, mention: PlaceMention) -> list[PlaceMention]:
    """The place joined to `mention` from the left: "Fuaa and Kafraya towns"."""
    doc, i = index.reading.doc, mention.start - 1
    if i > 0 and doc[i].lower_ == "and":
        return [index.place_at[i - 1]] if i - 1 in index.place_at else unlisted(index, doc[i - 1])[:1]
    return []


def _through(index: Index, token: Token, is_part: bool) -> list[Area]:
    """What a preposition leads to: "the outskirts of Aleppo", "the towns of Fuaa and Kafraya"."""
    for prep, nouns in _led(index, token):
        many = token.tag_ in ("NNS", "NNPS") and prep == "of"  # "the districts of X and Y" are X and Y
        out = []
        named = [a for noun in nouns for a in areas_of(index, noun)]
        if not named and lemma_of(token) in index.words.ground.kinds and prep == "of" and nouns:
            named = [named_as(index, nouns[0], m, None) for m in unlisted(index, nouns[0])]
        for area in named:
            same = prep == "of" and lemma_of(token) not in index.words.ground.part
            same = same and (many or not is_part) and not (area.place and _contains(index, token, area.place))
            part = area.part if same else part_of(index, token)
            out.append(Area(token, area.name, area.place, part, area.named))
        if out:
            return out
    return []


def _lies_in(index: Index, token: Token) -> bool:
    """Whether it is told where a place named before lies: "the city in the province of X"."""
    if _of(token) or not any(c.lower_ == "the" for c in token.children):
        return False
    led = [n for p in token.children if p.dep_ == "prep" and p.lower_ == "in" for n in p.children if n.dep_ == "pobj"]
    told = [index.place_at[t.i] for n in led for t in n.subtree if t.i in index.place_at]
    return any(m.place is not None and m.place.kind in _WIDE for m in told)


def _near(index: Index, token: Token, is_part: bool) -> list[Area]:
    """Ground of its own without a name, by the place beside it: "two outposts near X", "several villages around X"."""
    if not is_part and not any(c.lower_ in ("a", "an", "another") for c in token.children):
        return []
    for t in token.doc[token.i + 1 : token.right_edge.i + 1]:
        mention = index.place_at.get(t.i)
        if mention is None or t.i != mention.start or not _beside(index, mention):
            continue
        return [Area(token, mention.name, mention.place, part_of(index, token), False, beside=True)]
    return []


def _beside(index: Index, mention: PlaceMention) -> bool:
    """Whether a place is told to be near something, by its own words or by the preposition before it."""
    lead = index.reading.doc[mention.start - 1] if mention.start else None
    if lead is not None and lead.lower_ == "of" and lemma_of(lead.head) in index.words.ground.kinds:
        lead = lead.head.head  # "near the town of X"
    near = index.words.near_prepositions
    modified = mention.modifier is not None and not near.isdisjoint(mention.modifier.lower().split())
    return not is_wide(mention) and (modified or (lead is not None and lead.lower_ in near))


def _led(index: Index, token: Token) -> Iterator[tuple[str, list[Token]]]:
    """Each preposition of ground after `token` with the nouns that it leads to, by the parse, then by the words."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in index.words.ground_prepositions:
            yield prep.lower_, [n for c in prep.children if c.dep_ == "pobj" for n in conjuncts(c)]
    after = token.i + 1
    if after + 1 < token.sent.end and token.doc[after].lower_ in index.words.ground.part:
        after += 1  # "territory north of the city"
    if after < token.sent.end and token.doc[after].lower_ in index.words.ground_prepositions:
        noun = next_ground(index, token.doc[after])
        if noun is not None:
            yield token.doc[after].lower_, [noun]


def _contains(index: Index, token: Token, place: Place) -> bool:
    """Whether `place` is larger than what `token` is a noun for, so that "X of Y" is a part of Y."""
    if lemma_of(token) in index.words.ground.own:
        return place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return place.kind not in _SMALL


def _smaller(index: Index, token: Token, mention: PlaceMention) -> bool:
    """Whether "Y X" is a part of Y: "Aleppo hospital", not "Leramun district" nor "Aleppo city"."""
    return mention.place is not None and _contains(index, token, mention.place)


def _of(token: Token) -> bool:
    return token.i + 1 < token.sent.end and token.nbor().lower_ == "of"
