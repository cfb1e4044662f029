"""Times of the event that something is counted since: "killed since the start of the war in March 2011"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from vedette.reading.reading import TimeMention

_WORDS = 14
"""Words that may tell what it is since: "since the ceasefire announced by both sides on October 11"."""
_NOMINAL = ("DET", "NOUN", "PROPN", "ADJ", "PRON")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset({";", ":", "(", ")", '"'})


def counted_since(mention: TimeMention, trigger: Token, published: date | None) -> TimeMention:
    """`mention`, or where it dates the event that the trigger's deeds are counted since, from then to `published`.

    The event itself keeps its own day.
    """
    if mention.relation != "at" or mention.first is None or published is None or mention.first > published:
        return mention
    since = _since(trigger.doc[mention.start])
    if since is None or since.i < trigger.i < mention.end:
        return mention
    return replace(
        mention, relation="since", last=published, granularity="open", reason=f"since then: {mention.reason}"
    )


def _since(token: Token) -> Token | None:
    """The "since" before an event which the words at `token` date; None where they date anything else."""
    doc, noun = token.doc, False
    for before in reversed(doc[max(token.sent.start, token.i - _WORDS) : token.i]):
        if before.lower_ == "since":
            return before if noun and before.dep_ == "prep" and doc[before.i + 1].pos_ in _NOMINAL else None
        if before.tag_ in _FINITE or before.text in _ENDS or before.ent_type_ == "DATE":
            return None
        noun = noun or before.pos_ in ("NOUN", "PROPN")
    return None
