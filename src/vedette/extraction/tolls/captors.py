"""Who holds the captives of a report, told of any of them: "rebels holding hostages", "their captives"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.extraction.actors.tree import NOBODY, objects_of
from vedette.extraction.tolls.vocabulary import OBJECTS, TALLIES, Vocabulary, vocabulary
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, objects

_PARTIES = frozenset({"armed", "state"})


def captor(reading: Reading) -> str | None:
    """The one armed actor whom the report tells to hold, take or let go captives; None for none or several."""
    words = vocabulary(reading.knowledge)
    captives = [t for t in reading.doc if words.effect(t, TALLIES) == "abducted"]
    taken = [t for t in reading.doc if t.pos_ == "VERB" and _takes(t, words)]
    holders = [*(h for noun in captives for h in _holders(noun, words)), *(a for verb in taken for a in agents(verb))]
    known = {name for holder in holders if (name := _armed(reading, holder)) is not None}
    return known.pop() if len(known) == 1 else None


def besieger(reading: Reading) -> str | None:
    """The one party whom the report tells to besiege or seal off a place; None for none or several."""
    words = vocabulary(reading.knowledge).effects.besieging
    known: set[str] = set()
    for token in reading.doc:
        if token.lemma_.lower() not in words:
            continue
        holders = agents(token) if token.pos_ == "VERB" else [*token.lefts, *_by(token)]
        known |= {name for h in holders if (name := _party(reading, h)) is not None}
    return known.pop() if len(known) == 1 else None


def _by(noun: Token) -> Iterator[Token]:
    yield from (o for c in noun.children if c.dep_ == "prep" and c.lower_ == "by" for o in objects_of(c))


def _takes(verb: Token, words: Vocabulary) -> bool:
    """Whether the verb tells that people are taken: "kidnapped", "seized members of the organisation"."""
    if words.effect(verb, OBJECTS) == "abducted":
        return True
    of_persons = words.of_persons.get(verb.lower_) == "abducted" and verb.lower_ not in words.effects.by_fighters
    return of_persons and any(words.person(o) is not None for o in objects(verb))


def _holders(captive: Token, words: Vocabulary) -> Iterator[Token]:
    """The tokens that tell who holds: the doer of the verb over the captives, the "by" of the one under them."""
    yield from (c for c in captive.children if c.dep_ == "poss")
    if captive.dep_ in ("compound", "nmod") and captive.head.pos_ == "NOUN":  # "hostage-taking by rebels"
        yield from (o for c in captive.head.children if c.dep_ == "prep" and c.lower_ == "by" for o in objects_of(c))
    verbs = [c for c in captive.children if c.dep_ in ("acl", "relcl")]
    if captive.dep_ in ("dobj", "nsubjpass"):
        verbs.append(captive.head)
    for verb in verbs:
        if verb.lemma_ in words.effects.holding:
            yield from agents(verb)
            if verb.dep_ == "acl" and captive.head.i == verb.i:
                yield verb.head


def _armed(reading: Reading, token: Token) -> str | None:
    return _party(reading, token, frozenset({"armed"}))


def _party(reading: Reading, token: Token, kinds: frozenset[str] = _PARTIES) -> str | None:
    mention = actor_at(reading, token)
    if mention is None or mention.kind not in kinds or mention.name.lower() in NOBODY:
        return None
    return mention.name
