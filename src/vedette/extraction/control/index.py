"""Token-wise look-up of a reading's places and actors, and the words of control."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.knowledge.control import ControlWords
from vedette.model.place import PlaceKind
from vedette.reading.reading import ActorMention, PlaceMention, Reading
from vedette.reading.syntax import SUBJECT, conjuncts, subjects

_PHRASE = 7
_NATIONS = ("country", "nationality", "capital")
_UNTOLD = (*_NATIONS, "holder", "pronoun")
HOLDERS = frozenset({"armed", "state", "body"})
"""Kinds of actor that can hold ground."""


@dataclass(frozen=True, slots=True)
class Index:
    """A reading with the mention that covers each token, if any."""

    reading: Reading
    words: ControlWords
    place_at: dict[int, PlaceMention]
    actor_at: dict[int, ActorMention]
    persons: frozenset[str]
    """Words of the names of persons whom the report names in full, or by what they say."""

    @classmethod
    def of(cls, reading: Reading) -> Index:
        """The index of `reading`."""
        places = {i: m for m in reading.places for i in range(m.start, m.end)}
        words = reading.knowledge.world("control", ControlWords)
        told = [m for m in reading.actors if m.name.lower() not in words.vague]
        actors = {i: m for m in told for i in range(m.start, m.end)}
        return cls(reading, words, places, actors, frozenset(_persons(reading)))

    def holder(self, token: Token) -> str | None:
        """The actor named by `token` or by what stands before it in its phrase, if it can hold ground."""
        found = self.actor_at.get(token.i)
        bare = found is not None and found.how == "country" and token.dep_ == "compound"
        if bare or token.lemma_.lower() in self.words.ground.part:
            return None  # "Syria stronghold", "the west"
        if found is None or found.how == "description":
            over = token.head  # "the X, an alliance of fighters which took Y"
            named = self.actor_at.get(over.i) if token.dep_ == "appos" else None
            if named is not None and token.lemma_.lower() in self.words.vague and named.kind in HOLDERS:
                return named.name
        if found is not None and (speaker := self._speaker(token, found)) is not None:
            return speaker
        if any(c.lower_ == "our" for c in token.children) and (mine := self._quoted(token)) is not None:
            return mine
        if token.lemma_.lower() in self.words.leavers and (ally := self._ally(token)) is not None:
            return ally
        if found is None and token.lower_ == "those":
            found = next((self.actor_at[t.i] for t in token.subtree if t.i in self.actor_at), None)
            if found is not None and found.kind == "person":
                return found.name  # "those loyal to President X"
        if found is None:
            told = [self.actor_at[c.i] for c in token.children if c.dep_ == "appos" and c.i in self.actor_at]
            found = next((m for m in told if m.how not in _NATIONS), None)  # "their affiliate, the X"
        if found is None:
            inner = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss") and c.i < token.i]
            told = [self.actor_at[c.i] for c in reversed(inner) if c.i in self.actor_at]
            found = next((m for m in told if m.how not in _NATIONS), None)
            if found is None:
                found = actor_at(self.reading, token)
                found = None if found is not None and found.how == "country" else found
        if found is not None and found.kind == "person" and not found.start <= token.i < found.end:
            return found.name if token.lemma_.lower() in self.words.vague else None  # "his forces"
        if found is not None and found.kind == "person":  # "President X controls": his side does
            sides = {m.name for m in self.reading.actors if m.kind in ("armed", "state")}
            return found.name if found.name in sides else None
        return found.name if found is not None and found.kind in HOLDERS else None

    def _quoted(self, token: Token) -> str | None:
        """Whose "our forces" are, in what a party's man is quoted to say."""
        sides = {m.name for m in self.reading.actors if m.kind in ("armed", "state")}
        told = (a.source for a in self.reading.attributions if any(b <= token.i < e for b, e in a.scope))
        return next((source for source in told if source in sides), None)

    def _ally(self, token: Token) -> str | None:
        """Whose side unnamed forces are on: "forces allied with X", "fighters loyal to X"."""
        if any(c.i in self.actor_at for c in token.lefts):
            return None
        for word in (c for c in token.children if c.i > token.i and c.lower_ in self.words.allied):
            led = [n for p in word.children if p.dep_ == "prep" for n in p.children if n.dep_ == "pobj"]
            if led and (name := self.holder(led[0])) is not None:
                return name
        return None

    def _speaker(self, token: Token, mention: ActorMention) -> str | None:
        """Whose "troops" and "they" are in what a party says of itself: "the ministry said troops had taken X"."""
        bare = mention.how == "description" and not any(
            c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "acl") for c in token.children
        )
        pronoun = mention.how == "pronoun" and token.lower_ in ("they", "it", "we")
        if not (bare and token.lemma_.lower() in self.words.leavers) and not pronoun:
            return None
        verb = token.head
        while verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ == "VERB":
            verb = verb.head
        if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB" or token.dep_ not in SUBJECT:
            return None
        for told in subjects(verb.head):
            named = self.actor_at.get(told.i) or next(
                (self.actor_at[c.i] for c in told.lefts if c.i in self.actor_at), None
            )
            if named is not None and named.kind in ("armed", "state") and named.how != "pronoun":
                return named.name
        return None

    def before(self, token: Token) -> str | None:
        """The actor last named before `token` in the words of its own noun phrase."""
        for i in range(token.i - 1, max(token.sent.start, token.i - _PHRASE) - 1, -1):
            mention = self.actor_at.get(i)
            if mention is not None and mention.how not in _NATIONS:
                return mention.name if mention.kind in HOLDERS else None
            if token.doc[i].pos_ in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ") and token.doc[i].text != "-":
                return None
        return None

    def right_before(self, verb: Token) -> str | None:
        """The actor whose name or noun phrase ends right before `verb`, adverbs and prefixes aside."""
        i = verb.i - 1
        while i > verb.sent.start and (verb.doc[i].pos_ == "ADV" or verb.doc[i].lower_ in ("re", "-", "]", ")")):
            i -= 1
        mention = self.actor_at.get(i)
        if mention is None or mention.kind not in HOLDERS or mention.how == "holder":
            return None
        lead = verb.doc[mention.start - 1] if mention.start > verb.sent.start else None
        if lead is not None and lead.pos_ == "DET" and lead.i > verb.sent.start:
            lead = lead.nbor(-1)
        if lead is None or lead.pos_ == "ADP":
            return mention.name if lead is None else None
        if lead.tag_ == "PRP$":
            return None  # "Y and its allies"
        own = any(c.dep_ in SUBJECT for c in verb.children)
        return None if lead.pos_ == "CCONJ" and own else mention.name

    def after_to(self, ground: Token) -> list[str]:
        """Who stands after the "to" that follows a noun for ground in words: "the loss of X to Y"."""
        at = ground.right_edge.i + 1
        if at + 1 >= ground.sent.end or ground.doc[at].lower_ != "to":
            return []
        named = (self.actor_at.get(t.i) for t in ground.doc[at + 1 : min(at + 5, ground.sent.end)])
        return [m.name for m in named if m is not None and m.kind in HOLDERS][:1]

    def actors_in(self, token: Token) -> list[str]:
        """The one armed actor or government that the sentence of `token` names; empty where several are.

        None that only stands beside a name, or tells what is told of it: "two cities, both strongholds of X".
        """
        sentence = token.sent
        named = [
            m.name
            for m in self.reading.actors
            if sentence.start <= m.start < sentence.end and m.kind in ("armed", "state") and m.how not in _UNTOLD
        ]
        names = list(dict.fromkeys(named))
        return names if len(names) == 1 and not all(self._aside(m) for m in self._of_sentence(token, names[0])) else []

    def _of_sentence(self, token: Token, name: str) -> list[ActorMention]:
        return [m for m in self.reading.actors if token.sent.start <= m.start < token.sent.end and m.name == name]

    def _aside(self, mention: ActorMention) -> bool:
        """Whether it stands before a noun for ground: "Y strongholds", "Y-held towns"."""
        after = self.reading.doc[mention.end] if mention.end < len(self.reading.doc) else None
        return after is not None and (after.lemma_.lower() in self.words.strongholds or after.text == "-")

    def _beside(self, token: Token) -> list[str]:
        """Actors joined by "and" to the last of a noun phrase: "SDF and regime forces"."""
        doc, out = token.doc, []
        for t in token.lefts:
            for i in range(t.left_edge.i, t.i + 1):
                mention = self.actor_at.get(i)
                if mention is not None and mention.end < token.i and doc[mention.end].lower_ == "and":
                    out.append(mention.name)
        return out

    def winners(self, tokens: list[Token]) -> list[str]:
        """Those to whom ground goes: the actors that `tokens` name, or the states."""
        states = [self.place_at[t.i] for t in tokens if t.i in self.place_at]
        named = [m.name for m in states if m.place is not None and m.place.kind is PlaceKind.COUNTRY]
        return self.holders(tokens) or named

    def holders(self, tokens: list[Token]) -> list[str]:
        """The distinct actors that `tokens` and those joined to them name, in the order of the text.

        "X and its allies" is X alone.
        """
        joined = [t for token in tokens for t in conjuncts(token)]
        loose = [c for t in joined if t.i not in self.actor_at for c in t.children if c.dep_ == "appos"]
        joined += [t for c in loose for t in conjuncts(c)]  # "their affiliate, the X and its wing Y"
        own = [t for t in joined if t.dep_ != "conj" or not any(c.tag_ == "PRP$" for c in t.children)]
        names = [name for t in own for name in [*self._beside(t), self.holder(t)]]
        return list(dict.fromkeys(name for name in names if name))


def _persons(reading: Reading) -> Iterator[str]:
    """The words of persons' names: those of two words or more that no preposition of place leads, and who speaks."""
    doc = reading.doc
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        led = entity.start > 0 and doc[entity.start - 1].lower_ in ("in", "near", "at", "from", "of", "to")
        speaks = entity.root.dep_ in SUBJECT and any(c.dep_ == "ccomp" for c in entity.root.head.children)
        if (len(entity) > 1 and not led) or speaks:
            yield from (t.text for t in entity)
