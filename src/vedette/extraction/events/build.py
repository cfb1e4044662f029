"""A group of tellings to one Event claim."""

from __future__ import annotations

from vedette.extraction.actors.deeds import answering
from vedette.extraction.actors.reasons import OPEN_WHO
from vedette.extraction.common import common
from vedette.extraction.events.merge import FROM_AFAR, VIOLENT, Group
from vedette.extraction.events.opponents import Opponents
from vedette.extraction.events.pairing import CLASH
from vedette.extraction.events.parties import BROKERED
from vedette.extraction.events.quotes import clause_bounds
from vedette.extraction.events.struck import HOW_SURE
from vedette.extraction.events.telling import Telling
from vedette.extraction.status import HAPPENED
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.roles import role_words
from vedette.model.claim import Event
from vedette.model.place import PlaceKind
from vedette.reading.reading import Reading

AGREEMENT = "Agreement"
TOLD = "whom the words name"
FOE = "whom the actor fights elsewhere in the report"
USUAL = "whom all other strikes of the actor befall"
OTHER_PARTY = "the other party"
SIEGE = "Siege"
RECENT = 31  # days
NEIGHBOUR = 60  # tokens, about two sentences
FINE = {
    PlaceKind.SITE: 0,
    PlaceKind.AREA: 0,
    PlaceKind.TOWN: 1,
    PlaceKind.ADM2: 2,
    PlaceKind.REGION: 3,
    PlaceKind.ADM1: 3,
}


def build(reading: Reading, group: Group, groups: list[Group], opponents: Opponents) -> Event:
    """The claim of one event: the fullest telling speaks, the others fill what it leaves open.

    The place is the finest told: a headline has the city, a later sentence the quarter.
    """
    main = group.main
    ranked = sorted(group.tellings, key=lambda t: (-t.fullness, t.token.i))
    place = min(ranked, key=_coarseness)
    where = place.where
    if (
        group.type == AGREEMENT
        and where.name is None
        and (about := _what_it_is_about(reading, main, groups)) is not None
    ):
        where = about.where
    day = next((t for t in ranked if t.own_day), main)
    says = next((t for t in ranked if t.says.source and t.status == main.status and _speaks_for(t, main)), main)
    told = [t for t in ranked if t.status == main.status]  # whom another only blames did not do it
    if group.type == CLASH:
        told.sort(key=lambda t: not _sets_out(reading, t))  # "the fighting" names its sides in any order
    actor = None if main.unknown else next((t.actor for t in told if t.actor), None)
    if actor is None and main.actor_reason == OPEN_WHO:
        actor = _fires_that_day(reading, group, groups)
    target, how = _target(group.type, ranked, actor)
    if group.type == AGREEMENT:
        actor, target = _parties(reading, main, actor, target, opponents)
        how = OTHER_PARTY
    elif group.type == CLASH and actor is None and not main.unknown:
        actor, target = opponents.fighting(target)
        how = FOE
    elif actor is not None and target is None:
        target, how = opponents.of(actor, group.type, where.name, bound=not _long_ago(reading, day)), FOE
        if target is None:
            target, how = opponents.usual(actor, group.type), USUAL
    if group.type == SIEGE and target is None:
        target, how = "civilians", "whoever else is in it, those who live there are"
    kind = group.type
    if kind == CLASH:
        kind, actor, target = _fought(reading, main, actor, target)
    target = None if target == actor else target
    reasons = {"place": where.reason}
    if actor is None:
        reasons["actor"] = main.actor_reason
    reasons["target"] = how if target is not None else "the words name nobody whom it befalls"
    return Event(
        **common(
            reading,
            clause_bounds(main.token),
            says=says.says,
            when=day.when,
            place=(where.name, where.place),
            confidence=_confidence(main, len(group.tellings)),
            reasons=reasons,
        ),
        type=kind,
        actor=actor,
        target=target,
        status=main.status,
    )


def _sets_out(reading: Reading, telling: Telling) -> bool:
    """Whether a telling of a fight says who began it, by its verb or as an offensive, and is no mere "the fighting"."""
    classes = event_lexicon(reading.knowledge).classes
    token = telling.token
    return not telling.points and (token.pos_ == "VERB" or token.lemma_.lower() in classes["onset"] | classes["onrush"])


def _fires_that_day(reading: Reading, group: Group, groups: list[Group]) -> str | None:
    """Who alone strikes so from afar on the day of a strike told without its doer; None where two do, or nobody.

    Who strikes by other means counts if he is told of in one sentence with it; who strikes another land does not.
    """
    if group.type not in FROM_AFAR:
        return None
    main, land = group.main, _land(group.main)
    names = {
        t.actor
        for g in groups
        if g.type in FROM_AFAR
        for t in g.tellings
        if t.actor is not None
        and t.status == HAPPENED
        and t.days == main.days
        and t.days[0] is not None
        and (g.type == group.type or t.token.sent.start == main.token.sent.start)
        and (land is None or _land(t) in (None, land))
    }
    names -= {t.target for t in group.tellings} | answering(reading, main.token)
    return names.pop() if len(names) == 1 else None


def _land(telling: Telling) -> str | None:
    """The code of the country in which a telling is put."""
    return telling.where.place.country if telling.where.place is not None else None


def _fought(
    reading: Reading, main: Telling, actor: str | None, target: str | None
) -> tuple[str, str | None, str | None]:
    """Type and sides of a fight: civilians are no side of one, and who storms in upon them commits an attack."""
    classes = event_lexicon(reading.knowledge).classes
    if target == "civilians" and main.token.lemma_.lower() in classes["onset"] | classes["onrush"]:
        return "Attack", actor, target
    return CLASH, actor if actor != "civilians" else None, target if target != "civilians" else None


def _target(kind: str, ranked: list[Telling], actor: str | None) -> tuple[str | None, str]:
    """Whom the surest words tell, and how: the harmed before those aimed at, these before who holds the place."""
    told = [t for t in ranked if t.target and t.target != actor]
    if kind in VIOLENT and kind != CLASH:
        told.sort(key=lambda t: -t.target_sureness)
    return (told[0].target, HOW_SURE.get(told[0].target_sureness, TOLD)) if told else (None, TOLD)


def _parties(
    reading: Reading, main: Telling, actor: str | None, target: str | None, opponents: Opponents
) -> tuple[str | None, str | None]:
    """Who agrees with whom: the parties named, else those who fight each other; of a truce also who brokered it."""
    if actor is not None and target is not None:
        return opponents.ordered(actor, target)
    if main.actor_reason == BROKERED and main.token.lemma_.lower() in role_words(reading.knowledge).truces:
        return actor, target
    return opponents.sides or (actor, target)


def _speaks_for(telling: Telling, main: Telling) -> bool:
    """Whether the source of `telling` is that of `main` too: a neighbour, or the body's where a headline is fullest."""
    return main.title or abs(telling.token.i - main.token.i) < NEIGHBOUR


def _long_ago(reading: Reading, telling: Telling) -> bool:
    """Whether an event is told as one of months ago: who stood against whom then, today's news does not tell."""
    last, published = telling.when.last, reading.report.published
    return telling.own_day and last is not None and published is not None and (published - last).days > RECENT


def _what_it_is_about(reading: Reading, deal: Telling, groups: list[Group]) -> Telling | None:
    """The evacuation that a deal is made for lends it its place; a truce is for no one place."""
    if deal.token.lemma_.lower() in role_words(reading.knowledge).truces:
        return None
    moved = [t for g in groups if g.type == "Evacuation" for t in g.tellings if t.own_place]
    return min(moved, key=lambda t: abs(t.token.i - deal.token.i)) if moved else None


def _coarseness(telling: Telling) -> tuple[bool, bool, bool, int]:
    """Least for the place to take: named in the sentence, whole, fine."""
    place = telling.where.place
    fine = 1 if place is None else FINE.get(place.kind, 5)
    return telling.where.name is None, not telling.own_place, telling.part, fine


def _confidence(main: Telling, tellings: int) -> float:
    """A rank: more for a type told in words, an own place, an own day, a second telling."""
    score = 0.4 + 0.15 * main.trigger.told + 0.15 * main.own_place + 0.1 * main.own_day + 0.1 * (tellings > 1)
    return round(min(score, 0.95), 2)
