"""Which body speaks through a verb of saying."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.statements import StatementWords
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents

_BODIES = frozenset({"armed", "state", "body", "person"})
_INNER = ("compound", "amod", "nmod", "poss", "appos")
_LINKS = frozenset({"for", "of", "from", "by", "at", "in"})


class Speakers:
    """The bodies that a reading's verbs of saying have for subject."""

    def __init__(self, reading: Reading, words: StatementWords) -> None:
        self.reading = reading
        self.words = words
        self.at: dict[int, ActorMention] = {i: m for m in reading.actors for i in range(m.start, m.end)}
        self.credits = {a.cue: a.source for a in reading.attributions}
        self.bodies = {m.name for m in reading.actors if m.kind in _BODIES}

    def of(self, verb: Token) -> list[str]:
        """Canonical names of the bodies that say what `verb` tells; empty where none does."""
        names = [name for token in agents(verb) if (name := self._named(token))]
        if not names and verb.i in self.credits:
            names = [name for name in [self.credits[verb.i]] if name in self.bodies]
        return list(dict.fromkeys(n for n in names if n not in self.words.watchers))

    def named(self, token: Token) -> str | None:
        """The body that the noun `token` names or speaks for."""
        name = self._named(token)
        return None if name in self.words.watchers else name

    def _named(self, token: Token) -> str | None:
        mention = self.at.get(token.i)
        if mention is not None:
            return mention.name if mention.kind in _BODIES else None
        if token.pos_ == "PRON":
            return None
        inside = [c for c in token.children if c.dep_ in _INNER]
        for child in sorted(inside, key=lambda c: -c.i if c.i < token.i else c.i):
            for t in child.subtree:
                found = self.at.get(t.i)
                if found is not None and found.kind in _BODIES:
                    return found.name
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in _LINKS:
                for noun in prep.children:
                    if noun.dep_ == "pobj" and (name := self._named(noun)):
                        return name
        return None
