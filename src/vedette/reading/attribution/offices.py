"""A state told by one of its offices: "the Homs governor", "the interior ministry", "a presidential spokesman"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from vedette.knowledge.actors import actor_book
from vedette.knowledge.countries import countries
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.sources import Source
from vedette.model.place import PlaceKind
from vedette.reading.actors.find import home_government
from vedette.reading.attribution.listed import capitals
from vedette.reading.attribution.origin import Origin, definite
from vedette.reading.reading import PlaceMention, Reading

_OFFICE = "an office of the state"
_SPEAKS = "who speaks for the state"
_BEFORE = frozenset({"compound", "amod", "nmod"})


def office_of_state(reading: Reading, head: Token) -> Origin | None:
    """ "the defence ministry in Moscow", "the Homs governor": a state's office told by a place, else the home state's.

    Ministries that a text credits by themselves for what they count, of health above all, are none of these.
    """
    words = reading.knowledge.world("reporting", Reporting)
    if head.lower_ not in words.state_offices:
        return None
    branch = any(c.lower_ in words.state_branches for c in head.lefts)
    branch = branch or reading.doc[max(head.i - 1, 0)].lower_ in words.state_branches
    if head.lower_ == "administration" and not branch:
        return None  # of a town or of a party
    places = {n: p for p in reading.places for n in range(p.start, p.end)}
    near = [c for c in head.lefts if c.dep_ in ("compound", "poss", "nmod")]
    if head.lower_ in ("ministry", "government", "authorities"):
        near += [o for c in head.children if c.lower_ == "in" for o in c.children if o.dep_ == "pobj"]
    if head.lower_ in ("governor", "mayor"):
        near += [t for c in head.children if c.lower_ == "of" for t in c.subtree]
    if head.lower_ == "ministry" and not near[1:]:
        near += [t for t in reading.doc[head.sent.start : head.i] if _is_country(places.get(t.i))]  # "In Iraq, a ..."
    for token in near:
        place = places.get(token.i)
        code = capitals(reading.knowledge).get(token.text)
        if place is not None and place.place is not None:
            code = place.place.country
        if code and code in countries(reading.knowledge):
            return Origin(_state(reading, code), "party", head.lower_ == "governor", _OFFICE)
    name = _told_before(reading, head) or home_government(reading) if head.lower_ == "ministry" and branch else None
    return Origin(name, "party", how=_OFFICE) if name else None


def speaks_for_state(reading: Reading, head: Token, titles: frozenset[str]) -> Origin | None:
    """ "a presidential spokesman", "an interior ministry official", "the president" of no state named: the home state.

    `head` may be the name after such words; `titles`: words, lower case, for people who speak for a body.
    """
    words = reading.knowledge.world("reporting", Reporting)
    name = home_government(reading)
    if name is None:
        return None
    if head.lower_ in words.state_heads and head.pos_ == "NOUN" and definite(head) and not list(head.rights):
        return Origin(name, "party", True, _SPEAKS)
    if head.lower_ not in titles and head.pos_ != "PROPN":
        return None
    before = [c for c in head.lefts if c.dep_ in _BEFORE]
    if any(c.lower_ in words.lesser for c in before):
        return None  # "a local government official"
    before += [t for c in before if c.lower_ in titles for t in c.lefts if t.dep_ in _BEFORE]
    if head.pos_ == "PROPN" and not any(c.lower_ in titles for c in before):
        return None
    for child in before:
        if child.lower_ in words.state_voices and child.pos_ != "PROPN":
            return Origin(name, "party", True, _SPEAKS)
        if child.lower_ == "ministry" and (office := office_of_state(reading, child)) is not None:
            return Origin(office.name, office.kind, True, _SPEAKS)
    return None


def paper_of_state(reading: Reading, head: Token) -> Origin | None:
    """ "A military statement", "the presidential decree": of the home state, where no other is named before it."""
    words = reading.knowledge.world("reporting", Reporting)
    plain = [c for c in head.lefts if c.dep_ in _BEFORE]
    if not plain or any(c.lower_ not in words.state_papers for c in plain):
        return None
    name = home_government(reading)
    return Origin(name, "party", how=_SPEAKS) if name else None


def office_before(
    reading: Reading, head: Token, titles: frozenset[str], hits: Mapping[int, tuple[int, int, Source]]
) -> Origin | None:
    """ "Health Ministry spokesman X", "Relief Council chief X": the office named before X, who speaks for it.

    `hits`: tokens that name listed sources, of which the report's own "Gaza Health Ministry" is "Health Ministry".
    """
    words = reading.knowledge.world("reporting", Reporting)
    doc, n, first = reading.doc, head.i - 1, head.sent.start
    while n > first and doc[n].pos_ == "PROPN" and doc[n].lower_ not in words.offices:
        n -= 1
    while n > first and doc[n].lower_ in titles:
        n -= 1
    office = doc[n]
    if office.lower_ not in words.offices or office.pos_ != "PROPN" or n in hits:
        return None
    if (state := office_of_state(reading, office)) is not None:
        return Origin(state.name, state.kind, True, "who speaks for it")
    start = n
    while start > first and doc[start - 1].text[0].isupper() and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ"):
        start -= 1
    if start == n:
        return None  # "media activist X" is of no office
    name = doc[start : n + 1].text
    full = (source.name for _, _, source in hits.values() if source.name.lower().endswith(f" {name.lower()}"))
    return Origin(next(full, name), "body", True, "who speaks for it")


def _is_country(place: PlaceMention | None) -> bool:
    return place is not None and place.place is not None and place.place.kind is PlaceKind.COUNTRY


def _told_before(reading: Reading, head: Token) -> str | None:
    """The state whose ministry was told last before: "Russia's defence ministry", then "the defence ministry"."""
    told = [m for m in reading.actors if m.end <= head.i and m.kind == "state" and m.how == "pattern"]
    told = [m for m in told if reading.doc[m.end - 1].lower_ == "ministry"]
    return told[-1].name if told else None


def _state(reading: Reading, code: str) -> str:
    country = countries(reading.knowledge)[code]
    book = actor_book(reading.knowledge).by_name.values()
    known = [a.name for a in book if a.country == code and a.kind == "state"]
    return known[0] if known else country.government
