"""Whose a state's forces are that a bare word tells: "the army", "warplanes", "12 soldiers"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.knowledge.countries import Country, countries
from vedette.reading.actors.lexicon import Lexicon
from vedette.reading.actors.named import Draft, state_name
from vedette.reading.reading import Reading

_RULING = frozenset({"government", "regime", "side"})


class Soldiers:
    """Whose the forces of a report are, asked for one description after the other."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, drafts: list[Draft], home: list[str], government: str | None
    ):
        self.reading, self.lexicon, self.drafts, self.home, self.government = reading, lexicon, drafts, home, government
        self.only = _only_forces(drafts, home)
        known = countries(reading.knowledge)
        self.lands = {name.lower(): c for c in known.values() for name in (c.name, *c.aliases)}
        self.adjectives = {word.lower() for country in known.values() for word in country.people}

    def resolve(self, n: int) -> None:
        """Give the open draft number `n`, of words for a state or its forces, its canonical name and its kind."""
        doc, draft = self.reading.doc, self.drafts[n]
        shared = None
        if "shared" in draft.lists:
            shared = _sent_by(doc, self.lexicon, self.drafts, draft) or _told_by(doc, self.drafts, draft)
            shared = shared or self._of_another_land(doc, draft) or _earlier_force(self.drafts, n) or self.only
        draft.name = shared or self.government or doc[draft.start : draft.end].text
        if draft.name == self.government and draft.words[-1] not in _RULING:
            army = _army(self.lexicon, self.home) or _army_of_another(self.reading, self.lexicon, self.home)
            draft.name = army or draft.name
        draft.kind = "state" if draft.words[-1] in ("government", "regime") else "armed"
        if draft.kind == "armed" and "shared" in draft.lists:
            people = _of_a_people(doc, draft, self.adjectives)
            if people is not None:
                draft.start, draft.name = people, doc[people : draft.end].text

    def _of_another_land(self, doc: Doc, draft: Draft) -> str | None:
        """ "killed 12 soldiers in Benin", in a report on another land: those harmed are of the land of their clause."""
        noun = doc[draft.end - 1]
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head  # "some of the soldiers"
        harmed = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "nsubj" and noun.head.pos_ == "ADJ")
        if not harmed:
            return None
        named = [c for t in noun.sent if (c := self._land(t)) is not None]
        others = {c.code: c for c in named}
        if len(others) != 1 or any(c.code in self.home for c in named):
            return None
        land = named[0]
        return state_name(self.lexicon, land.code, land.name, land.government, [land.code])

    def _land(self, token: Token) -> Country | None:
        """The land named by a token that stands after "in", or before what does ("in Nigeria's Borno State")."""
        over = token.head if token.dep_ == "poss" else token
        if over.dep_ != "pobj" or over.head.lower_ != "in" or token.pos_ != "PROPN":
            return None
        words = [t.text for t in token.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
        return self.lands.get(" ".join([*words, token.text]).lower()) or self.lands.get(token.lower_)


def _sent_by(doc: Doc, lexicon: Lexicon, drafts: list[Draft], draft: Draft) -> str | None:
    """ "Washington said it would send 200 troops": the state that sends them."""
    token = doc[draft.end - 1]
    while token.dep_ in ("pobj", "prep", "conj") and token.head.i != token.i:
        token = token.head
    sender = token if token.lemma_ in lexicon.words["sending"] else token.head
    if sender.lemma_ not in lexicon.words["sending"] or token.dep_ == "nsubj":
        return None
    start = sender.sent.start
    states = [d for d in drafts if start <= d.start < draft.start and d.name and d.kind in ("state", "person")]
    return states[-1].name if states else None


def _told_by(doc: Doc, drafts: list[Draft], draft: Draft) -> str | None:
    """ "Russia confirmed that warplanes had struck": the state that tells what forces did, which are its own."""
    verb = doc[draft.end - 1].head
    over = verb.head if verb.dep_ == "ccomp" and doc[draft.end - 1].dep_ == "nsubj" else verb
    if over is verb or over.lemma_ not in ("confirm", "announce", "acknowledge", "admit"):
        return None
    speakers = [c for c in over.children if c.dep_ == "nsubj"]
    return next(
        (d.name for d in drafts if d.kind == "state" and any(d.start <= s.i < d.end for s in speakers) and d.name), None
    )


def _army(lexicon: Lexicon, home: list[str]) -> str | None:
    """The home state's army, where it goes by a name of its own."""
    own = (a.name for a in lexicon.actors.values() if home and a.country == home[0] and a.kind == "armed")
    return next((name for name in own if "army" in name), None)


def _army_of_another(reading: Reading, lexicon: Lexicon, home: list[str]) -> str | None:
    """The state whose army is on the home soil, where the home state has none."""
    known = countries(reading.knowledge)
    country = known.get(home[0]) if home else None
    other = known.get(country.army) if country is not None and country.army else None
    return state_name(lexicon, other.code, other.name, other.government, home) if other is not None else None


def _only_forces(drafts: list[Draft], home: list[str]) -> str | None:
    """The one state on whose soil the report plays whose forces it names, where these are not the first one's."""
    named = {d.code: d.name for d in drafts if d.how == "pattern" and d.kind == "armed" and d.code in home}
    return next(iter(named.values())) if len(named) == 1 and home[0] not in named else None


def _of_a_people(doc: Doc, draft: Draft, adjectives: set[str]) -> int | None:
    """Where "the Hutu army" begins: forces of a people that has no state; None for any other army."""
    before = doc[draft.start - 1] if draft.start else None
    if before is None or before.ent_type_ != "NORP" or not before.text[0].isupper() or before.lower_ in adjectives:
        return None
    return before.i if before.dep_ in ("amod", "compound") and before.head.i < draft.end else None


def _earlier_force(drafts: list[Draft], n: int) -> str | None:
    """The state whose force was last told by the same word: "the Turkish army", then "the army"."""
    head = drafts[n].words[-1]
    for earlier in reversed(drafts[:n]):
        if earlier.how == "pattern" and earlier.code and earlier.words and earlier.words[-1] == head:
            return earlier.name
    return None
