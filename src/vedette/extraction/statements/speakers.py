"""Which body speaks through a verb of saying."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.home import home_state
from vedette.extraction.statements.together import all_of
from vedette.extraction.who_says import who_says
from vedette.knowledge.actors import canonical
from vedette.knowledge.countries import countries
from vedette.knowledge.statements import StatementWords
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT, agents, conjuncts

_BODIES = frozenset({"armed", "state", "body", "person"})
_INNER = ("compound", "amod", "nmod", "poss", "appos")
_ISSUED = frozenset({"statement", "declaration", "communique", "letter", "release", "message", "appeal"})
_FIRST = frozenset({"we", "i"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ISSUING = frozenset({"by", "from"})
_LINKS = frozenset({"for", "of", "from", "by", "at", "in"})


class Speakers:
    """The bodies that a reading's verbs of saying have for subject."""

    def __init__(self, reading: Reading, words: StatementWords) -> None:
        self.reading = reading
        self.words = words
        self.at: dict[int, ActorMention] = {i: m for m in reading.actors for i in range(m.start, m.end)}
        self.credits = {a.cue: a.source for a in reading.attributions}
        self.bodies = {m.name for m in reading.actors if m.kind in _BODIES}
        self.surnames: dict[str, str] = {}
        self.surnames = self._surnames()

    def of(self, verb: Token) -> list[str]:
        """Canonical names of the bodies that say what `verb` tells; empty where none does."""
        if verb.tag_ == "VBN" and verb.lower_ in self.words.feelings:  # "is alarmed by"
            said = [t for c in verb.children if c.dep_ in PASSIVE_SUBJECT for t in conjuncts(c)]
        else:
            said = _by(verb) or agents(verb) or _quoted_as(verb) or [c for c in verb.children if c.dep_ in SUBJECT]
        if said and all(t.lower_ in _FIRST for t in said) and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
            return self.of(verb.head)  # "we demand", X said
        if said and all(t.lower_ in _FIRST for t in said) and (issuer := self._issuer(verb)) is not None:
            return [issuer]
        if len(said) == 1 and said[0].tag_ in ("WP", "WDT") and said[0].i not in self.at:
            said = [_antecedent(verb)]
        if self._of_outlet(verb, said):
            return []
        names = [name for token in said if (name := self._named(token))]
        names = names or all_of(self.reading, said)
        if not names and not _own_subject(verb) and (verb.dep_ in ("acl", "advcl", "oprd") or _in_doing(verb)):
            names = self._above(verb)
        if not names and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _own_subject(verb):
            names = self.of(verb.head)
        if not names and verb.i in self.credits and (name := self._credited(verb)):
            names = [name]
        return list(dict.fromkeys(n for n in names if n not in self.words.watchers))

    def _credited(self, verb: Token) -> str | None:
        """Who is credited with what `verb` tells, if a body: one of the report, its home state, or one by its name."""
        source = self.credits[verb.i]
        if source in self.bodies or source == home_state(self.reading):
            return source
        named = source is not None and source[0].isupper() and source.split()[-1].lower() in self.words.bodies
        return source if named and verb.lemma_.lower() not in self.words.says else None

    def _issuer(self, verb: Token) -> str | None:
        """Who "we" are: who is credited with the words, else the body whose statement is told to follow."""
        source = who_says(self.reading, verb).source
        if source in self.bodies:
            return source
        if source is not None:
            return None
        told = [t for t in verb.doc[: verb.sent.start] if t.lower_ in _ISSUED and t.pos_ == "NOUN"]
        for noun in reversed(told):
            if (name := self._named(noun)) is not None:
                return name
            for head in (noun.head, noun.head.head):
                names = [n for t in agents(head) if (n := self._named(t))] if head.pos_ == "VERB" else []
                if names:
                    return names[0]
        return None

    def _surnames(self) -> dict[str, str]:
        """Last names of persons told as speaking for a body ("Member of X's bureau Y Z"), with that body."""
        found: dict[str, str] = {}
        for token in self.reading.doc:
            person = token.dep_ == "appos" and token.pos_ == "PROPN" and token.i not in self.at
            if person and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children):
                voice = token.head if token.head.lemma_.lower() in self.words.voices else token.head.head.head
                if voice.lemma_.lower() in self.words.voices and (name := self._inside(voice) or self._linked(voice)):
                    found.setdefault(token.text, name)
        return found

    def _of_outlet(self, verb: Token, said: list[Token]) -> bool:
        """Whether "it" is credited to what is no body: "SANA said ... It said"."""
        if [t.lower_ for t in said] != ["it"] or verb.i not in self.credits:
            return False
        return self.credits[verb.i] not in self.bodies and verb.lemma_.lower() in self.words.says

    def _above(self, verb: Token) -> list[str]:
        """Who speaks through a participle or infinitive: the nearest body over it that acts.

        "A call from the army urging", "X visited Y, urging", "sent word to those in the east urging".
        """
        token = verb.head
        while True:
            if token.pos_ == "VERB":
                names = [name for t in agents(token) if (name := self._named(t))]
            else:
                voice = token.lemma_.lower() in self.words.voices
                name = self._named(token) if token is verb.head or voice else None
                names = [name] if name else []
            finite = token.pos_ == "VERB" and token.tag_ in _FINITE and token.dep_ != "acl"
            if names or token.head.i == token.i or finite:
                return names
            token = token.head

    def quoted(self, verb: Token) -> list[str]:
        """The body of which `verb` reports the stand: "X said Y was willing to talk" is Y's."""
        said = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        subject = next((c for c in said.children if c.dep_ in SUBJECT), None) if said is not None else None
        if subject is None or subject.pos_ == "PRON":
            return []
        name = self.named(subject)
        return [name] if name else []

    def named(self, token: Token) -> str | None:
        """The body that the noun or pronoun `token` names or speaks for."""
        name = self._named(token)
        return None if name in self.words.watchers else name

    def _named(self, token: Token) -> str | None:
        mention = self.at.get(token.i)
        if mention is not None:
            before = self.at.get(mention.start - 1)
            if mention.how == "title" and before is not None and before.kind == "body":
                mention = before  # "U.N. Syria envoy X"
            peaceful = any(c.lower_ in self.words.peaceful for c in token.children if c.i < token.i)
            general = token.lower_ if peaceful else mention.name.lower()
            if mention.how == "description" and general in self.words.general:
                return _in_full(token)
            return mention.name if mention.kind in _BODIES else None
        if token.tag_ == "VBG":  # "Western powers meeting in Paris called for talks"
            own = [c for c in token.children if c.dep_ in SUBJECT]
            return self._named(own[0]) if own else None
        joined = [c for c in token.children if c.dep_ == "compound" and c.tag_ in ("NNS", "NNPS") and c.i in self.at]
        if joined and token.tag_ == "NN":  # the same, taken for a noun
            return self._named(joined[0])
        known = token.lemma_.lower() in self.words.voices or token.lower_ in self.words.bodies
        if token.pos_ == "PRON" or not (token.pos_ == "PROPN" or known):
            return None
        if any(t.lower_ in self.words.outlets for t in token.subtree if t.i <= token.i):
            return None
        if token.text in self.surnames and token.pos_ == "PROPN":
            return self.surnames[token.text]
        told = self._inside(token) or self._linked(token) or self._unlisted(token) or self._stationed(token)
        told = told or self._short(token) or self._local(token) or self._of_home(token)
        return told or (self._told_last(token) if token.lemma_.lower() in _ISSUED else None)

    def _told_last(self, token: Token) -> str | None:
        """Whose "the statement" is: the body that was credited last."""
        if [c.lower_ for c in token.children] != ["the"]:
            return None
        before = [a for a in self.reading.attributions if a.cue < token.i]
        source = max(before, key=lambda a: a.cue).source if before else None
        return source if source in self.bodies else None

    def _short(self, token: Token) -> str | None:
        """ "the council", where "the Security Council" was named: the last body whose name ends with that word."""
        if token.lower_ not in self.words.bodies or [c.lower_ for c in token.lefts] != ["the"]:
            return None
        ends = (m for m in reversed(self.reading.actors) if m.end <= token.i and m.kind in _BODIES)
        same = (m for m in ends if m.end - m.start > 1 and self.reading.doc[m.end - 1].lower_ == token.lower_)
        return next((m.name for m in same), None)

    def _of_home(self, token: Token) -> str | None:
        """The state of the report for a voice of a state without a name: "the foreign ministry"."""
        return home_state(self.reading) if token.pos_ == "NOUN" and token.lemma_ in self.words.of_state else None

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
        place = next((m.place for m in self.reading.places if m.start == words[1].i), None)
        country = countries(self.reading.knowledge).get(place.country) if place and place.country else None
        return canonical(self.reading.knowledge, country.name) if country is not None else None

    def _inside(self, token: Token) -> str | None:
        """The body in the noun phrase: "the Russian Foreign Ministry", "U.N. Syria envoy X"; a country comes last."""
        found = [
            self.at[t.i]
            for c in token.children
            if c.dep_ in _INNER
            for t in c.subtree
            if t.i in self.at and self.at[t.i].kind in _BODIES
        ]
        bodies = [m for m in found if m.how != "country"] or found
        return bodies[0].name if bodies else None

    def _owner(self, token: Token) -> str | None:
        """The body whose part a noun names: "the Coalition's legal bureau"; not a country."""
        if token.pos_ != "NOUN":
            return None
        found = [self.at[c.i] for c in token.children if c.dep_ in ("poss", "compound") and c.i in self.at]
        own = (m for m in found if m.kind in _BODIES and m.how in ("alias", "description"))
        return next((m.name for m in own), None)

    def owner(self, noun: Token) -> str | None:
        """The body whose act the noun of speech `noun` is: "its refusal to", "a UN call for", "calls by X for"."""
        mention = next((self.at[c.i] for c in noun.children if c.dep_ == "poss" and c.i in self.at), None)
        before = self.at.get(noun.i - 1)
        if mention is None and before is not None and before.how in ("alias", "description"):
            mention = before
        name = mention.name if mention is not None and mention.kind in _BODIES else None
        if name is None:
            by = [t for p in noun.children if p.dep_ in ("prep", "agent") and p.lower_ in _ISSUING for t in p.children]
            name = next((n for t in by if t.dep_ == "pobj" and (n := self._named(t) or self._inside(t))), None)
        return None if name in self.words.watchers else name

    def _linked(self, token: Token) -> str | None:
        """The body that the voice speaks for: "a spokesman for X", "a statement from X"."""
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in _LINKS:
                for noun in (n for c in prep.children if c.dep_ == "pobj" for n in conjuncts(c)):
                    if name := self._named(noun) or self._owner(noun):
                        return name
        return None


def _in_full(noun: Token) -> str | None:
    """ "Humanitarian groups" for "groups"; None where nothing tells which."""
    told = [c for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound")]
    return noun.doc[told[0].left_edge.i : noun.i + 1].text if told else None


def _antecedent(verb: Token) -> Token:
    """Who "who" and "which" are in the relative clause of `verb`: "the rebels, who have called for talks"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else verb


def _quoted_as(verb: Token) -> list[Token]:
    """Who is quoted in "X was quoted by a paper as condemning the raid"."""
    over = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or over.lemma_ not in ("quote", "cite"):
        return []
    return [c for c in over.children if c.dep_ in PASSIVE_SUBJECT]


def _in_doing(verb: Token) -> bool:
    """Whether a gerund tells in what the deed above it lay: "closed ranks in rejecting"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("in", "by"):
        return False
    over = verb.head.head
    return (over.head if over.dep_ == "dobj" else over).tag_ in _FINITE


def _by(verb: Token) -> list[Token]:
    """Who stands after "by" under a second participle: "drafted by X and endorsed by Y"."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj":
        return []
    return [t for c in verb.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT for c in verb.children)
