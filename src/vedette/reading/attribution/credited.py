"""Who was credited before in a report, and whom "he", "the ministry" and "the same source" stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from vedette.knowledge.reporting import Reporting
from vedette.reading.attribution.origin import Origin
from vedette.reading.reading import ActorMention

_FAR = 90
"""Tokens before a sentence within which somebody credited is still meant by "he"."""


@dataclass
class Credited:
    """The origins credited so far, in the order of the text, and the last told with each noun of `words.kept`."""

    words: Reporting
    told: list[tuple[int, Origin]] = field(default_factory=list)
    by_noun: dict[str, Origin] = field(default_factory=dict)

    def remember(self, head: Token, origin: Origin) -> None:
        """Note that `origin`, told with the noun phrase of `head`, was credited."""
        self.told.append((head.i, origin))
        for token in (*(t for t in head.lefts for t in t.subtree), head):
            if token.lower_ in self.words.kept:
                self.by_noun[token.lower_] = origin

    @property
    def latest(self) -> Origin | None:
        """Who was credited last."""
        return self.told[-1][1] if self.told else None

    def unnamed(self, name: str) -> Origin | None:
        """The last source without a name that ends with `name`: "the official" after "a military official" is he."""
        ends = (o for _, o in reversed(self.told) if o.kind == "unnamed" and o.name.endswith(f" {name}"))
        return next(ends, None)

    def again(self, head: Token, mention: ActorMention | None, *, person: bool) -> Origin | None:
        """Whoever was credited last; for "the ministry" the last ministry, for "he" and "she" a person, if one was.

        `mention`: the actor that the words at `head` were read as.
        """
        pointed = mention is not None and mention.kind != "people"
        itself = Origin(mention.name, "party", how="pronoun") if mention is not None and pointed else None
        if (same := self.by_noun.get(head.lower_)) is not None:
            return same
        near = [(i, o) for i, o in self.told if i >= head.sent.start - _FAR]
        named = [o for _, o in near if o.person] if person else []
        if named:
            return named[-1]
        if not near:
            return itself
        nearer = mention is not None and mention.kind in ("person", "body") and mention.start > near[-1][0]
        return itself if nearer else near[-1][1]
