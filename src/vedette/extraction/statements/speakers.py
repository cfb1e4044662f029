"""Which body speaks through a verb of saying."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.home import home_state
from vedette.extraction.statements.naming import ISSUED, Naming
from vedette.extraction.statements.together import all_of
from vedette.extraction.who_says import who_says
from vedette.knowledge.statements import StatementWords
from vedette.reading.attribution.listed import listed
from vedette.reading.reading import Reading
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT, agents, conjuncts, is_passive

_FIRST = frozenset({"we", "i"})
_PERSON = frozenset({"he", "she"})
_ONE = frozenset({"it", "he", "she"})
_ORGANISED = frozenset({"body", "monitor"})
"""Kinds of origin that are bodies."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Speakers:
    """The bodies that a reading's verbs of saying have for subject."""

    def __init__(self, reading: Reading, words: StatementWords) -> None:
        self.reading = reading
        self.words = words
        self.naming = Naming(reading, words)
        self.credits = {a.cue: a.source for a in reading.attributions}
        self.kinds = {a.cue: a.kind for a in reading.attributions}
        self.bodies = self.naming.bodies
        self.listed = {n for start, end, _ in listed(reading) for n in range(start, end)}
        self._told_at: dict[int, list[str]] = {}

    def of(self, verb: Token) -> list[str]:
        """Canonical names of the bodies that say what `verb` tells; empty where none does."""
        names = self._of(verb)
        if names and verb.i not in self._told_at:
            self._told_at[verb.i] = names
        return names

    def _of(self, verb: Token) -> list[str]:
        if verb.tag_ == "VBN" and verb.lower_ in self.words.feelings:  # "is alarmed by"
            said = [t for c in verb.children if c.dep_ in PASSIVE_SUBJECT for t in conjuncts(c)]
        else:
            said = _by(verb) or agents(verb) or _quoted_as(verb) or [c for c in verb.children if c.dep_ in SUBJECT]
        if said and all(t.lower_ in _FIRST for t in said) and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
            return self.of(verb.head)  # "we demand", X said
        if said and all(t.lower_ in _FIRST for t in said) and (issuer := self._issuer(verb)) is not None:
            return [issuer]
        if len(said) == 1 and said[0].tag_ in ("WP", "WDT") and said[0].i not in self.naming.at:
            said = [_antecedent(verb)]
        if self._of_outlet(verb, said):
            return self._of_paper(verb)
        bare = not _own_subject(verb) and not is_passive(verb)
        if bare and verb.i in self.credits and self.credits[verb.i] in self.bodies:
            return [self.credits[verb.i]]  # "said he was to meet them and denied", "said X was hit, urging"
        if (itself := self._of_itself(verb, said)) is not None:
            return itself
        if verb.tag_ == "VBG" and verb.i in self.credits and not _own_subject(verb):
            over = next((t for t in verb.ancestors if t.i in self.credits), verb)
            if (credited := self.credits[over.i]) in self.bodies:
                return [credited]  # "said the post was attacked, adding that they answered"
            if self.kinds[over.i] in _ORGANISED and verb.lemma_.lower() not in self.words.says:
                return [credited] if credited not in self.words.watchers else []
            if over is not verb and verb.lemma_.lower() in self.words.says:
                return []  # "sources told us the army attacked, adding"
        if (teller := self._teller(verb)) is not None:
            return [teller]
        if (same := self._goes_on(verb, said)) is not None:
            return same
        names = [name for token in said if (name := self._in_name(verb, token) or self.naming.own(token))]
        names = names or all_of(self.reading, self.words, said) or self._unlisted(verb, said)
        if not names and not _own_subject(verb):
            names = self._shared(verb)
        if not names and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _own_subject(verb):
            names = self.of(verb.head)
        if not names and verb.i in self.credits and not _of_thing(verb) and (name := self._credited(verb)):
            names = [name]
        return list(dict.fromkeys(n for n in names if n not in self.words.watchers))

    def _in_name(self, verb: Token, said: Token) -> str | None:
        """For whom a caller or a video claims: "claimed it in the name of X", "on behalf of X"."""
        if verb.lemma_.lower() not in self.words.claims or said.i in self.naming.at:
            return None
        for noun in (t for t in verb.subtree if t.lower_ in self.words.on_behalf and t.dep_ == "pobj"):
            whose = [t for p in noun.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
            name = next((n for t in whose if (n := self.naming.own(t) or self.naming.inside(t))), None)
            if name is not None:
                return name
        return None

    def _teller(self, verb: Token) -> str | None:
        """Who tells a sentence that goes on without a comma after another's name: "X said Y was hit by Z warning"."""
        loose = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.lemma_.lower() in self.words.goes_on
        if not loose or verb.head.i != verb.i - 1 or verb.head.i not in self.naming.at:
            return None
        over = next((t for t in verb.ancestors if t.i in self.credits and t.i < verb.i), None)
        source = None if over is None else self.credits[over.i]
        return source if source in self.bodies and source != self.naming.at[verb.head.i].name else None

    def _of_itself(self, verb: Token, said: list[Token]) -> list[str] | None:
        """Who says of itself what it feels or asks: "X said they were alarmed"; None where it is not so."""
        over = verb.head
        told = verb.dep_ == "ccomp" and over.lemma_.lower() in self.words.says and over.i < verb.i
        if not told or [t.lower_ for t in said] not in (["it"], ["they"]) or said[0].i < over.i:
            return None
        if verb.lemma_ == "agree":
            return None  # "said they had agreed on a truce" is told of others
        quoted = any(t.text == '"' for t in verb.doc[over.i : said[0].i])
        return None if quoted else self.of(over) or None

    def _goes_on(self, verb: Token, said: list[Token]) -> list[str] | None:
        """Who spoke in the sentence before, where "it" or "he" opens this one: "X condemned ... It also urged"."""
        sent = verb.sent
        main = verb.i == sent.root.i or (verb.dep_ == "conj" and verb.head.i == sent.root.i)
        if not main or len(said) != 1 or said[0].lower_ not in _ONE or sent.start == 0:
            return None
        named = any(sent.start <= m.start < said[0].i for m in self.reading.actors)
        before = verb.doc[sent.start - 1].sent
        while before.start > 0 and not any(t.is_alpha for t in before):
            before = verb.doc[before.start - 1].sent
        root = before.root
        if any(self.naming.own(t) in self.words.watchers for t in agents(root)):
            return []
        names = self._told_at.get(root.i, [])
        if not names and self.credits.get(root.i) in self.bodies:
            names = [self.credits[root.i]]
        return names if len(names) == 1 and not named else None

    def _unlisted(self, verb: Token, said: list[Token]) -> list[str]:
        """An organisation that no list knows, by its name, where the verb itself is an act: "Division 30 condemned"."""
        lemma = verb.lemma_.lower()
        if len(said) != 1 or not self.words.rules(lemma) or lemma in self.words.says or lemma in self.words.voicing:
            return []
        name = next((e for e in verb.doc.ents if e.label_ == "ORG" and e.start <= said[0].i < e.end), None)
        if name is None or said[0].i in self.listed or any(t.lower_ in self.words.outlets for t in name):
            return []
        whole = name[1:] if name[0].lower_ == "the" else name
        return [whole.text] if whole.root.i == said[0].i and said[0].pos_ == "PROPN" else []

    def _shared(self, verb: Token) -> list[str]:
        """Who speaks through a verb that has no subject of its own."""
        if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in self.words.carriers:
            return self.of(verb.head)  # "continued to deny", "sought to blame"
        befalls = verb.dep_ == "acl" and verb.tag_ == "VBN"  # "raids blamed on rebels" leave open by whom
        hangs = (verb.dep_ in ("acl", "advcl", "oprd") and not befalls) or _in_doing(verb)
        hangs |= verb.tag_ == "VBG" and verb.lemma_.lower() in self.words.goes_on and verb.nbor(-1).text == ","
        return self._above(verb) if hangs else []

    def _credited(self, verb: Token) -> str | None:
        """Who is credited with what `verb` tells, if a body: one of the report, its home state, or one by its name."""
        source = self.credits[verb.i]
        if source in self.bodies or source == home_state(self.reading):
            return source
        if self.kinds[verb.i] == "party":
            return source
        if any(t.lower_ in _PERSON for t in agents(verb)):
            return None  # a union does not go by "he"
        if self.kinds[verb.i] in _ORGANISED and verb.lemma_.lower() not in self.words.says:
            return source  # a body or monitor that the lists of sources name
        named = source is not None and source[0].isupper() and source.split()[-1].lower() in self.words.bodies
        return source if named and verb.lemma_.lower() not in self.words.says else None

    def _issuer(self, verb: Token) -> str | None:
        """Who "we" are: who is credited with the words, else the body whose statement is told to follow."""
        source = who_says(self.reading, verb).source
        if source in self.bodies:
            return source
        if source is not None:
            return None
        told = [t for t in verb.doc[: verb.sent.start] if t.lower_ in ISSUED and t.pos_ == "NOUN"]
        for noun in reversed(told):
            if (name := self.naming.own(noun)) is not None:
                return name
            for head in (noun.head, noun.head.head):
                names = [n for t in agents(head) if (n := self.naming.own(t))] if head.pos_ == "VERB" else []
                if names:
                    return names[0]
        return None

    def _of_outlet(self, verb: Token, said: list[Token]) -> bool:
        """Whether "it" or "they" is credited to what is no body: "SANA said ... It said", "experts ... they say"."""
        if [t.lower_ for t in said] not in (["it"], ["they"]) or verb.i not in self.credits:
            return False
        return self.credits[verb.i] not in self.bodies and verb.lemma_.lower() in self.words.says

    def _of_paper(self, verb: Token) -> list[str]:
        """Whose the paper is that "it" stands for: "a military statement said ... It added"."""
        if self.credits[verb.i].split()[-1].lower() not in ISSUED:
            return []
        papers = (t for t in reversed(verb.doc[: verb.sent.start]) if t.lower_ in ISSUED and t.pos_ == "NOUN")
        name = next((n for t in papers if (n := self.naming.named(t))), None)
        return [name] if name else []

    def _above(self, verb: Token) -> list[str]:
        """Who speaks through a participle or infinitive: the nearest body over it that acts.

        "A call from the army urging", "X visited Y, urging", "sent word to those in the east urging".
        """
        token = verb.head
        if verb.dep_ == "acl" and token.lemma_.lower() in self.words.crowds:
            return []  # "fired on protests demanding reforms"
        if verb.tag_ == "VBG" and verb.i - 1 in self.naming.at and (beside := self.naming.own(verb.nbor(-1))):
            return [beside]  # "met, with France and the United States demanding"
        unnamed = verb.dep_ == "acl" and token.dep_ in SUBJECT | PASSIVE_SUBJECT
        if unnamed and token.lemma_.lower() not in self.words.voices and self.naming.own(token) is None:
            return []  # "Gunmen holding villagers and demanding ransom were joined by others, X said"
        while True:
            if token.pos_ == "VERB":
                names = [name for t in agents(token) if (name := self.naming.own(t))]
                names = names or all_of(self.reading, self.words, agents(token))
            else:
                voice = token.lemma_.lower() in self.words.voices
                name = self.naming.own(token) if token is verb.head or voice else None
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
        name = self.naming.named(subject)
        return [name] if name else []


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
    """Whether a gerund tells in or after what a deed was done: "closed ranks in rejecting", "left after accusing"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("in", "by", "after", "before", "while"):
        return False
    over = verb.head.head
    return (over.head if over.dep_ == "dobj" else over).tag_ in _FINITE


def _by(verb: Token) -> list[Token]:
    """Who stands after "by" under a second participle: "drafted by X and endorsed by Y"."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj":
        return []
    return [t for c in verb.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]


def _of_thing(verb: Token) -> bool:
    """Whether a participle has a subject of its own, which no credit stands for: "the war was threatening"."""
    return verb.tag_ == "VBG" and any(c.dep_ in SUBJECT and c.pos_ == "NOUN" for c in verb.children)


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT for c in verb.children)
