"""Which body a noun names or speaks for: "the French diplomat", "a spokesman for X", "the council"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.home import home_state
from vedette.extraction.statements.people import Person, last_of_post, short_names, told_people
from vedette.knowledge.actors import actor_book, canonical
from vedette.knowledge.countries import countries
from vedette.knowledge.statements import StatementWords
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import SUBJECT, conjuncts

BODIES = frozenset({"armed", "state", "body", "person"})
"""Kinds of actors that can speak."""
_INITIALS = 2
_NEAR = 60
"""Tokens within which "the medical group" is the one credited before."""
_INNER = ("compound", "amod", "nmod", "poss", "appos")
ISSUED = frozenset({"statement", "declaration", "communique", "letter", "release", "message", "appeal"})
"""What a body puts out."""
_ISSUING = frozenset({"by", "from"})
_LINKS = frozenset({"for", "of", "from", "by", "at", "in"})


class Naming:
    """The bodies that a reading's nouns name."""

    def __init__(self, reading: Reading, words: StatementWords) -> None:
        self.reading = reading
        self.words = words
        self.at: dict[int, ActorMention] = {i: m for m in reading.actors for i in range(m.start, m.end)}
        self.bodies = {m.name for m in reading.actors if m.kind in BODIES}
        self.people: list[Person] = []
        self.surnames: dict[str, str] = {}
        self.people = told_people(self)
        self.surnames = short_names(self) | {p.name: p.body for p in reversed(self.people) if p.name}

    def named(self, token: Token) -> str | None:
        """The body that the noun or pronoun `token` names or speaks for."""
        name = self.own(token)
        return None if name in self.words.watchers else name

    def own(self, token: Token) -> str | None:
        """The same, bodies that only watch among them."""
        mention = self.at.get(token.i)
        if mention is not None:
            before = self.at.get(mention.start - 1)
            if mention.how == "title" and before is not None and before.kind == "body":
                mention = before  # "U.N. Syria envoy X"
            peaceful = any(c.lower_ in self.words.peaceful for c in token.children if c.i < token.i)
            general = token.lower_ if peaceful else mention.name.lower()
            if mention.how == "description" and general in self.words.general:
                return _in_full(token)
            return self._leader(mention) or mention.name if mention.kind in BODIES else None
        if token.tag_ == "VBG":  # "Western powers meeting in Paris called for talks"
            own = [c for c in token.children if c.dep_ in SUBJECT]
            return self.own(own[0]) if own else None
        joined = [c for c in token.children if c.dep_ == "compound" and c.tag_ in ("NNS", "NNPS") and c.i in self.at]
        if joined and token.tag_ == "NN":  # the same, taken for a noun
            return self.own(joined[0])
        if (pleading := self._for_rights(token)) is not None:
            return pleading
        known = token.lemma_.lower() in self.words.voices or token.lower_ in self.words.bodies
        if token.lemma_.lower() in self.words.sources:
            return self.inside(token)
        if token.pos_ == "PRON" or not (token.pos_ == "PROPN" or known):
            return None
        if any(t.lower_ in self.words.outlets for t in token.subtree if t.i <= token.i):
            return None
        if token.text in self.surnames and token.pos_ == "PROPN":
            return self.surnames[token.text]
        told = (
            self._stood_for(token)
            or self.inside(token)
            or self.linked(token)
            or self._unlisted(token)
            or self._stationed(token)
        )
        told = told or self._short(token) or last_of_post(self.words, self.people, token)
        told = told or self._local(token) or self._of_home(token)
        return told or (self._told_last(token) if token.lemma_.lower() in ISSUED else None)

    def _leader(self, mention: ActorMention) -> str | None:
        """The state that speaks by its own name, where its raids are read as those of the coalition that it leads."""
        actor = actor_book(self.reading.knowledge).by_name.get(mention.name)
        if actor is None or actor.led_by is None or mention.how not in ("country", "nationality", "title"):
            return None
        told = self.reading.doc[mention.start : mention.end]
        of_state = any(t.ent_type_ in ("GPE", "NORP") for t in told)
        return actor.led_by if of_state and not any(t.lower_ in actor.tags for t in told) else None

    def _for_rights(self, token: Token) -> str | None:
        """ "Rights groups", "aid agencies", "local authorities", "world powers": bodies that go by these words."""
        before = {c.lower_ for c in token.children if c.i < token.i}
        if token.lower_ in self.words.powers and not before.isdisjoint(self.words.worldly):
            return _in_full(token)
        if [c.lower_ for c in token.lefts][:1] == ["the"] and (told := self._told_group(token)) is not None:
            return told
        marks = self.words.peaceful if token.lower_ in self.words.general else self.words.local
        known = token.lower_ in self.words.general or token.lower_ in self.words.authorities
        return _in_full(token) if known and token.tag_ == "NNS" and not before.isdisjoint(marks) else None

    def _told_group(self, token: Token) -> str | None:
        """ "The medical group": the body or monitor that was credited last, if it was in the sentence before."""
        if token.tag_ != "NN" or token.lower_ not in self.words.general:
            return None
        before = [a for a in self.reading.attributions if a.cue < token.sent.start and a.kind in ("body", "monitor")]
        near = token.sent.start - before[-1].cue < _NEAR if before else False
        return before[-1].source if near else None

    def _told_last(self, token: Token) -> str | None:
        """Whose "the statement" is: the body that was credited last, or whose paper was told last."""
        if [c.lower_ for c in token.children if c.lower_ not in ("joint", "same")] != ["the"]:
            return None
        joint = any(c.lower_ == "joint" for c in token.children)
        before = [a for a in self.reading.attributions if a.cue < token.i and not joint]
        source = max(before, key=lambda a: a.cue).source if before else None
        if source in self.bodies:
            return source
        papers = [t for t in reversed(token.doc[: token.sent.start]) if t.lower_ in ISSUED and t.pos_ == "NOUN"]
        papers = [t for t in papers if not joint or any(c.lower_ == "joint" for c in t.children)]
        return next((name for t in papers if (name := self.inside(t) or self.linked(t) or self._of_home(t))), None)

    def _short(self, token: Token) -> str | None:
        """ "the council", where "the Security Council" was named: the last body whose name ends with that word.

        So with any name that is written large: "the Tigers" after "the Tamil Tigers".
        """
        own = token.lower_ in self.words.bodies or token.pos_ == "PROPN"
        if not own or [c.lower_ for c in token.lefts] != ["the"]:
            return None
        ends = (m for m in reversed(self.reading.actors) if m.end <= token.i and m.kind in BODIES)
        same = (m for m in ends if m.end - m.start > 1 and self.reading.doc[m.end - 1].lower_ == token.lower_)
        return next((m.name for m in same), None)

    def _stood_for(self, token: Token) -> str | None:
        """ "the bloc", "the regional body": the last body of that kind named before."""
        kinds = self.words.stand_ins.get(token.lower_)
        before = [c.lower_ for c in token.lefts]
        if kinds is None or before[:1] != ["the"] or not self.words.plain_of.issuperset(before[1:]):
            return None
        if any(o.tag_ in ("NNP", "NNPS") for p in token.children if p.dep_ == "prep" for o in p.children):
            return None  # "the movement of X"
        named = (m for m in reversed(self.reading.actors) if m.end <= token.i and m.how in ("alias", "pattern"))
        return next((m.name for m in named if m.kind in kinds), None)

    def _of_home(self, token: Token) -> str | None:
        """The state of the report for a voice of a state without a name: "the foreign ministry"."""
        paper = token.lemma_ in ISSUED and any(c.lower_ in self.words.of_army for c in token.children)
        known = token.lemma_ in self.words.of_state or paper  # "a military statement"
        return home_state(self.reading) if token.pos_ == "NOUN" and known else None

    def _local(self, token: Token) -> str | None:
        """A place's own body: "the Hama council", by these words."""
        before = token.nbor(-1) if token.i > token.sent.start else token
        own = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == token.i
        if token.pos_ != "NOUN" or token.lower_ not in self.words.bodies or not own:
            return None
        return token.doc[before.left_edge.i : token.i + 1].text

    def _unlisted(self, token: Token) -> str | None:
        """A body by its own name, which ends with a word for bodies: "the National Reconciliation Council"."""
        if token.pos_ != "PROPN" or token.lower_ not in self.words.bodies:
            return None
        first = token.i
        while first > token.sent.start and token.nbor(first - 1 - token.i).pos_ == "PROPN":
            first -= 1
        return token.doc[first : token.i + 1].text if first < token.i else None

    def _stationed(self, token: Token) -> str | None:
        """The state of a voice, told by the place that opens the sentence: "In Bern, a ministry spokesman"."""
        words = [t for t in token.sent if not t.is_space][:3]
        if token.pos_ != "NOUN" or len(words) < 2 or words[0].lower_ != "in":
            return None
        return self._state_at(words[1].i)

    def _state_at(self, index: int) -> str | None:
        """The state in which the place named at a token is: "criticism from Turkey"."""
        place = next((m.place for m in self.reading.places if m.start == index), None)
        country = countries(self.reading.knowledge).get(place.country) if place and place.country else None
        return canonical(self.reading.knowledge, country.name) if country is not None else None

    def inside(self, token: Token) -> str | None:
        """The body in the noun phrase: "the Russian Foreign Ministry", "U.N. Syria envoy X"; a country comes last."""
        found = [
            self.at[t.i]
            for c in token.children
            if c.dep_ in _INNER
            for t in c.subtree
            if t.i in self.at and self.at[t.i].kind in BODIES
        ]
        bodies = [m for m in found if m.how != "country"] or found
        return bodies[0].name if bodies else None

    def _owner(self, token: Token) -> str | None:
        """The body whose part a noun names: "the Coalition's legal bureau"; not a country."""
        if token.pos_ != "NOUN":
            return None
        found = [self.at[c.i] for c in token.children if c.dep_ in ("poss", "compound") and c.i in self.at]
        own = (m for m in found if m.kind in BODIES and m.how in ("alias", "description"))
        return next((m.name for m in own), None)

    def owner(self, noun: Token) -> str | None:
        """The body whose act the noun of speech `noun` is: "its refusal to", "a UN call for", "calls by X for"."""
        mention = next((self.at[c.i] for c in noun.children if c.dep_ == "poss" and c.i in self.at), None)
        before = self.at.get(noun.i - 1)
        if mention is None and before is not None and before.how in ("alias", "description"):
            mention = before
        name = mention.name if mention is not None and mention.kind in BODIES else None
        if name is None:
            by = [t for p in noun.children if p.dep_ in ("prep", "agent") and p.lower_ in _ISSUING for t in p.children]
            whose = (self.own(t) or self.inside(t) or self._state_at(t.i) for t in by if t.dep_ == "pobj")
            name = next((n for n in whose if n), None)
        return None if name in self.words.watchers else name

    def linked(self, token: Token) -> str | None:
        """The body that the voice speaks for: "a spokesman for X", "a statement from X"."""
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in _LINKS:
                for noun in (n for c in prep.children if c.dep_ == "pobj" for n in conjuncts(c)):
                    if name := self.own(noun) or self._owner(noun) or _acronym(noun):
                        return name
        return None


def _acronym(noun: Token) -> str | None:
    """ "the head of MEDAR": letters that stand for a body which no list knows."""
    return noun.text if noun.pos_ == "PROPN" and noun.is_upper and len(noun) > _INITIALS else None


def _in_full(noun: Token) -> str | None:
    """ "Humanitarian groups" for "groups"; None where nothing tells which."""
    told = [c for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound")]
    return noun.doc[told[0].left_edge.i : noun.i + 1].text if told else None
