"""The day on which something was said."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from vedette.reading.reading import Reading
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT


def said_when(reading: Reading, verb: Token) -> tuple[date | None, str | None, str]:
    """Day, basis, reason: the day named beside the verb, else the publication's; none for the perfect."""
    near = _own_tokens(verb)
    for mention in reading.times:
        if mention.first is not None and any(i in near for i in range(mention.start, mention.end)):
            return (mention.first if mention.first == mention.last else None), "words", mention.reason
    if any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "ve") for c in verb.children):
        return None, None, "said at a time before that the text does not tell"
    published = reading.report.published
    if published is None:
        return None, None, "no words of time and no publication date"
    return published, "published", "no words of time beside the verb: the publication's day"


def _own_tokens(verb: Token) -> set[int]:
    """Tokens of the time words that hang on the verb or its subject, not on what is said."""
    near: set[int] = set()
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod", "tmod", "prep"):
            near.update(t.i for t in child.subtree if t.dep_ != "pcomp")
        elif child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT:
            near.update(t.i for t in child.subtree)
    return near
