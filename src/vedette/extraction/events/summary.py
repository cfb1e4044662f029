"""The one type of event that a short text is about, as a coder of single notes would give it."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Token

from vedette.extraction.events.find import find_triggers
from vedette.extraction.events.merge import TAKEN
from vedette.extraction.events.protests import PROTEST, protest_type
from vedette.extraction.events.telling import headline_type
from vedette.extraction.events.triggers import Trigger
from vedette.extraction.events.words import Words
from vedette.knowledge.events import Lexicon, event_lexicon
from vedette.reading.reading import Reading

HANDED = "Non-violent transfer of territory"
FADE = 0.75
"""What a trigger weighs in the second sentence, to one in the first."""
VAGUE = 0.5


def type_of_text(reading: Reading) -> str | None:
    """The type of the main event of a text of a few sentences, None where it tells of none.

    Every trigger votes for its type: the earlier and the more telling, the more; types told by rare words of
    their own outweigh the common ones, as ACLED's coders give the more specific of two.
    """
    lexicon = event_lexicon(reading.knowledge, reading.packs)
    words = Words(reading, lexicon)
    votes: dict[str, float] = defaultdict(float)
    for trigger in find_triggers(words):
        kind = headline_type(reading, trigger)
        if kind is not None:
            votes[kind] += _weight(trigger, reading, lexicon)
    if any(votes.get(kind, 0) for kind in TAKEN) and any(words.is_a(t, ("left",)) for t in reading.doc):
        votes[HANDED] += sum(votes.pop(kind, 0.0) for kind in sorted(TAKEN))  # taken after the others left
    protest = protest_type(words, votes)
    if protest is not None:
        votes[protest] += sum(votes.pop(kind, 0.0) for kind in sorted(PROTEST)) + 1.0
    return max(sorted(votes), key=lambda kind: votes[kind]) if votes else None


def _weight(trigger: Trigger, reading: Reading, lexicon: Lexicon) -> float:
    nth = sum(1 for s in reading.doc.sents if s.start <= trigger.token.i and s.text.strip()) - 1
    own = lexicon.words.weights.get(trigger.type, 1.0)
    return own * float(FADE**nth) * (1.0 if trigger.told else VAGUE) * (1.0 if _main(trigger.token) else 0.7)


def _main(token: Token) -> bool:
    """Whether the trigger stands in a main clause."""
    return not any(t.dep_ in ("relcl", "acl", "advcl") for t in (token, *token.ancestors))
