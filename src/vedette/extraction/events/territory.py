"""Who takes ground decides its type: the state of the place regains territory, anybody else overtakes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from vedette.extraction.events.roles import CLASH
from vedette.extraction.events.struck import named
from vedette.extraction.events.triggers import Trigger
from vedette.extraction.events.words import counted, of_preps, rid_of
from vedette.knowledge.countries import countries
from vedette.knowledge.events import ADVANCES, FALLS, LOSES, event_lexicon
from vedette.knowledge.pack import Knowledge
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, objects, patients, subjects

REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
IRREGULAR = (2, 3, 4)
REACH = 12  # tokens
JOINED = frozenset({"conj", "compound", "amod", "nmod", "poss"})
TO, FROM = frozenset({"to"}), frozenset({"from"})
TOWARDS = frozenset({"to", "into", "toward", "towards", "onto", "through", "north", "south", "east", "west"})


def territory_type(
    reading: Reading, trigger: Trigger, actor: str | None, target: str | None, country: str | None
) -> tuple[str, str | None, str | None]:
    """The event type of taking ground in `country`, with who takes and who loses.

    `actor` and `target` are as the grammar has them: for "lost" and "fell to" they change places.
    """
    token = trigger.token
    if _driven_out(token):
        actor, target = None, next(iter(named(reading, subjects(token))), None)
    if trigger.type == FALLS:
        actor, target = _taker(reading, token), None
    elif trigger.type == LOSES:
        actor, target = _taker(reading, token), actor
    elif target is None or target == "civilians":
        target = next(iter(named(reading, [*_losers(token), *patients(token), *counted(token)], holders=True)), None)
    towards = any(c.lower_ in ("towards", "toward") for c in token.children)
    if trigger.type == ADVANCES and (towards or actor is None or not _is_state_of(reading, actor, country)):
        return CLASH, actor, target  # the state's gain is told by its advance, others' only by what they take
    again = event_lexicon(reading.knowledge).classes["taken_back"]
    if actor is None and token.lemma_.lower() in again:
        return REGAINS, actor, target  # ground that is told as taken back, by whom is not
    if actor is not None and (_is_state_of(reading, actor, country) or _beside_state(reading, token, country)):
        return REGAINS, actor, target
    return OVERTAKES, actor, target


def _beside_state(reading: Reading, verb: Token, country: str | None) -> bool:
    """Whether the state takes part in what others are told to take: "by government and United Nations forces"."""
    for head in agents(verb) or subjects(verb):
        inside = {t.i for t in head.subtree if _joined_to(t, head)}
        if any(m.start in inside and _is_state_of(reading, m.name, country) for m in reading.actors):
            return True
    return False


def _joined_to(token: Token, head: Token) -> bool:
    """Whether only words that narrow or join lie between a token and the head of its phrase."""
    while token.i != head.i:
        if token.dep_ not in JOINED:
            return False
        token = token.head
    return True


def _losers(token: Token) -> Iterator[Token]:
    """Who stands after "from", under what takes or under what is taken: "took two villages from X"."""
    yield from of_preps(token, FROM)
    for thing in patients(token):
        yield from of_preps(thing, FROM)
    if token.pos_ == "VERB":
        yield from rid_of(token)


def _driven_out(verb: Token) -> bool:
    """Whether a verb of driving out has no object and goes nowhere, as headlines tell it: "fighters pushed from X"."""
    if verb.tag_ not in ("VBD", "VBN") or is_passive(verb) or objects(verb) or not list(of_preps(verb, FROM)):
        return False
    return not any(c.lower_ in TOWARDS for c in verb.children)


def _taker(reading: Reading, token: Token) -> str | None:
    """Who stands after "to": by position behind a noun, as the parser hangs "to" in "the loss of X to Y" anywhere."""
    takers = list(of_preps(token, TO))
    if not takers and token.pos_ == "NOUN":
        near = token.doc[token.i + 1 : min(token.sent.end, token.i + REACH)]
        takers = [t for to in near if to.lower_ == "to" and to.dep_ == "prep" for t in of_preps(to.head, TO)]
    return next(iter(named(reading, takers)), None)


def state_of(reading: Reading, actor: str) -> str | None:
    """The ISO code of the country whose government or army `actor` is, None of others."""
    known = lexicon(reading.knowledge, reading.packs).actors.get(actor)
    if known is not None and known.side == "government" and known.country:
        return known.country
    return _states(reading.knowledge).get(actor)


@cache
def _states(knowledge: Knowledge) -> dict[str, str]:
    """The names of states and of their governments to the code of the first of that name."""
    found: dict[str, str] = {}
    for code, state in countries(knowledge).items():
        found.setdefault(state.government, code)
        found.setdefault(state.name, code)
    return found


def irregular(reading: Reading, actor: str) -> bool:
    """Whether `actor` is an armed group, by ACLED's actor classes 2 to 4: rebels, political and identity militias."""
    known = lexicon(reading.knowledge, reading.packs).actors.get(actor)
    return known is not None and known.acled in IRREGULAR


def _is_state_of(reading: Reading, actor: str, country: str | None) -> bool:
    """Whether `actor` is the government of the place, which lies in `country` if that is known.

    An ally that fights beside it ("Russia" in Syria) is none: ACLED counts foreign forces as taking, not regaining.
    A state's name says whose soil the report is about: it is called "Syrian government" only where that is Syria.
    """
    words = lexicon(reading.knowledge, reading.packs)
    known = words.actors.get(actor)
    if known is not None and known.side == "government" and known.country in words.pack_states:
        return country in (None, known.country)  # its army, where a pack names that apart
    if any(words.states.get(code) == actor for code in words.pack_states):
        return True
    every = countries(reading.knowledge).items() if actor in _states(reading.knowledge) else ()
    for code, state in every:
        if actor == state.government:
            return not state.by_name or country in (None, code)
        if actor == state.name and country in (None, code):
            return True
    return False
