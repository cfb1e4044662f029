"""Who takes ground decides its type: the state of the place regains territory, anybody else overtakes it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from vedette.extraction.actors_of import actor_at
from vedette.extraction.events.triggers import Trigger
from vedette.extraction.events.words import of_preps
from vedette.knowledge.countries import countries
from vedette.knowledge.events import FALLS, LOSES
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.reading import Reading

REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
TO = frozenset({"to"})


def territory_type(
    reading: Reading, trigger: Trigger, actor: str | None, target: str | None, country: str | None
) -> tuple[str, str | None, str | None]:
    """The event type of taking ground in `country`, with who takes and who loses.

    `actor` and `target` are as the grammar has them: for "lost" and "fell to" they change places.
    """
    token = trigger.token
    if trigger.type == FALLS:
        actor, target = _named(reading, of_preps(token, TO)), None
    elif trigger.type == LOSES:
        actor, target = _named(reading, of_preps(token, TO)), actor
    elif target is None:
        target = _named(reading, of_preps(token, frozenset({"from"})))
    return (REGAINS if actor is not None and _is_state_of(reading, actor, country) else OVERTAKES), actor, target


def _named(reading: Reading, tokens: Iterable[Token]) -> str | None:
    return next((m.name for t in tokens if (m := actor_at(reading, t)) is not None), None)


def _is_state_of(reading: Reading, actor: str, country: str | None) -> bool:
    """Whether `actor` is the government of the place, which lies in `country` if that is known.

    An ally that fights beside it ("Russia" in Syria) is none: ACLED counts foreign forces as taking, not regaining.
    A state's name says whose soil the report is about: it is called "Syrian government" only where that is Syria.
    """
    if actor in lexicon(reading.knowledge, reading.packs).states.values():
        return True
    for code, state in countries(reading.knowledge).items():
        if actor == state.government:
            return not state.by_name or country in (None, code)
    return False
