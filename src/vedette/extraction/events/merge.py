"""One event told several times in a report is one: tellings to groups."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vedette.extraction.events.pairing import BOMBS, CLASH, LASTING, days, pair, places, same_side
from vedette.extraction.events.standing import only_points, stands
from vedette.extraction.events.telling import GOAL, Telling
from vedette.extraction.events.triggers import ATTACK
from vedette.extraction.status import PLANNED
from vedette.knowledge.events import BEFORE, TAKES

VIOLENT = (
    "Suicide bomb", "Chemical weapon", "Air/drone strike", "Grenade", "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED", "Armed clash", "Attack",
)  # fmt: skip
TAKEN = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
AIR, SHELLING = "Air/drone strike", "Shelling/artillery/missile attack"
PLANTED = "Remote explosive/landmine/IED"
FROM_AFAR = frozenset({AIR, SHELLING})
TO_COME = frozenset({"Evacuation", "Displacement", "Aid delivery", "Talks"})
WITHIN = frozenset({"in", "during"})
REACH = 90  # tokens


@dataclass(slots=True)
class Group:
    """Tellings of one event, in the order of the text."""

    type: str
    told: bool
    tellings: list[Telling] = field(default_factory=list)

    @property
    def main(self) -> Telling:
        """The fullest telling; of two as full, the earlier."""
        return max(self.tellings, key=lambda t: (t.fullness, -t.token.i))

    @property
    def end(self) -> int:
        """Where it was told last."""
        return self.tellings[-1].token.i


def merge(tellings: list[Telling]) -> list[Group]:
    """Groups of tellings of one event each, in the order in which they are first told."""
    groups: list[Group] = []
    tellings = _typed(tellings)
    for telling in [*(t for t in tellings if not t.title), *(t for t in tellings if t.title)]:
        best = _best(telling, groups) or _fought_for(telling, groups)
        if best is not None:
            best.tellings.append(telling)
            best.type, best.told = _joint_type(best, telling)
        elif stands(telling) and not (only_points(telling) and _violence(groups, telling)):
            groups.append(Group(telling.type, telling.trigger.told, [telling]))
    groups = [g for g in groups if not (_how_taken(g, groups) or _taken_in(g, groups))]
    return sorted(groups, key=lambda g: g.tellings[0].token.i)


def _violence(groups: list[Group], telling: Telling) -> bool:
    """Whether the report told of violence shortly before: "the assault" is that, whatever it was called there."""
    told = (g for g in groups if g.type in VIOLENT or g.type in TAKEN)
    return any(g.end < telling.token.i <= g.end + REACH for g in told)


def _how_taken(group: Group, groups: list[Group]) -> bool:
    """Whether a road cut is only what the taking of ground in its sentence came to ("severed it as they seized X")."""
    if group.type not in LASTING or len(group.tellings) > 1:
        return False
    cut = group.main
    return any(
        t.token.sent == cut.token.sent and t.actor == cut.actor is not None and days(t, cut) is not None
        for g in groups
        if g.type in TAKEN
        for t in g.tellings
    )


def _taken_in(group: Group, groups: list[Group]) -> bool:
    """Whether a fight is only that in which ground is told as taken: "in a bloody offensive, they took X"."""
    fight = group.main.token
    if group.type != CLASH or len(group.tellings) > 1 or fight.dep_ != "pobj" or fight.head.lower_ not in WITHIN:
        return False
    return any(t.token.i == fight.head.head.i for g in groups if g.type in TAKEN for t in g.tellings)


def _typed(tellings: list[Telling]) -> list[Telling]:
    """Tellings with the type of the last violent event before them where they have none of their own."""
    out: list[Telling] = []
    last: Telling | None = None
    tellings = _one_taker(tellings)
    fliers = {t.actor for t in tellings if t.type == AIR and t.trigger.told}
    ground = {t.actor for t in tellings if t.type in (SHELLING, CLASH) and t.trigger.told}
    for telling in tellings:
        if _by_air(telling, fliers - ground):
            telling = replace(telling, type=AIR)
        elif (
            telling.trigger.frame.vague
            and not telling.trigger.told
            and telling.type == SHELLING
            and telling.actor in fliers
        ):
            telling = replace(telling, type=AIR)  # "bombed" by those whose planes the report tells of
        elif telling.type == PLANTED and telling.state is not None and telling.actor in fliers:
            telling = replace(telling, type=AIR)  # the bombs of a state whose planes the report tells of
        elif telling.type == SHELLING and telling.actor in fliers and _missiles(telling):
            telling = replace(telling, type=AIR)
        if telling.where is GOAL and last is not None and telling.token.i - last.token.i <= REACH:
            telling = replace(telling, where=last.where, at=last.at)  # who flees, flees what was told before
        if telling.type == BEFORE:
            if last is None or telling.token.i - last.token.i > REACH:
                continue
            noun = telling.token.pos_ in ("NOUN", "PROPN")
            if (noun and last.type != AIR) or (
                last.type == CLASH and telling.token.lemma_ in ("hit", "strike", "target")
            ):
                continue  # raids are from the air or told as what they are; nobody is "hit" in a clash
            telling = replace(
                telling,
                type=last.type,
                actor=telling.actor or last.actor,
                points=telling.points or last.type in BOMBS,  # one bomb goes off in one place
            )
        elif telling.only_kills and last is not None and _goes_on(telling, last):
            telling = replace(telling, type=last.type)
        elif telling.type in VIOLENT and not telling.title:
            last = telling
        out.append(telling)
    return out


def _one_taker(tellings: list[Telling]) -> list[Telling]:
    """Ground told as taken by nobody named ("the capture of X") was taken by the one who takes ground elsewhere."""
    takers = {(t.actor, t.type) for t in tellings if t.type in TAKEN and t.actor and t.trigger.type == TAKES}
    if len(takers) != 1:
        return tellings
    actor, kind = takers.pop()
    return [
        replace(t, actor=actor, type=kind)
        if t.actor is None and t.trigger.type == TAKES and t.target != actor and _by_nobody(t)
        else t
        for t in tellings
    ]


def _by_nobody(telling: Telling) -> bool:
    """Whether ground is told as taken by a noun of the body that names no taker: "the capture of X"."""
    return telling.token.pos_ == "NOUN" and not (telling.unknown or telling.title)


def _goes_on(telling: Telling, last: Telling) -> bool:
    """Whether a killing may be by the means told last: of the same doer, if both are named, and not in a clash."""
    near = telling.token.i - last.token.i <= REACH and last.type not in (CLASH, *BOMBS)
    return near and (last.actor is None or same_side(telling, last))


def _by_air(telling: Telling, fliers: set[str | None]) -> bool:
    """Whether an attack without means is by a state that the report tells to strike from the air alone."""
    vague = not telling.trigger.told and telling.trigger.type == ATTACK and not telling.only_kills
    return vague and telling.state is not None and telling.actor in fliers


def _missiles(telling: Telling) -> bool:
    """Whether missiles are told to be fired: by those whose planes the report tells of, they came from these."""
    return telling.actor is not None and any(t.lemma_.lower() == "missile" for t in telling.token.subtree)


def _best(telling: Telling, groups: list[Group]) -> Group | None:
    fits = [(score, g.end, i) for i, g in enumerate(groups) if (score := _fit(telling, g)) is not None]
    return groups[max(fits)[2]] if fits else None


def _fought_for(telling: Telling, groups: list[Group]) -> Group | None:
    """The taking of ground beside which a fight is only told as how it was taken ("seized X after clashes")."""
    if telling.type != CLASH:
        return None
    for group in groups:
        if telling.dated and telling.days != group.main.days:
            continue
        if telling.actor is not None and any(telling.actor == t.target for t in group.tellings):
            continue  # "entered the city, from which they were driven in May"
        near = group.type in TAKEN and any(t.token.sent == telling.token.sent for t in group.tellings)
        if near and all(places(telling, t) is not None for t in group.tellings):
            return group
    return None


def _joint_type(group: Group, telling: Telling) -> tuple[str, bool]:
    """The more telling of two types: told beats default, and a suicide bomb is no planted one."""
    if group.type in TAKEN and telling.type == CLASH:
        return group.type, True
    if {telling.type, group.type} == TAKEN:
        return (telling.type if telling.actor else group.type), True
    if telling.trigger.told and (not group.told or _rank(telling.type) < _rank(group.type)):
        return telling.type, True
    by_state = telling.type == AIR and telling.state is not None
    if group.type == ATTACK and telling.type in FROM_AFAR and (by_state or not group.told):
        return telling.type, False  # "the attack", then what it was done with
    return group.type, group.told


def _rank(kind: str) -> int:
    return VIOLENT.index(kind) if kind in VIOLENT else len(VIOLENT)


def _fit(telling: Telling, group: Group) -> int | None:
    """How well `telling` fits `group`: None where it tells something else."""
    if not _types_fit(telling, group) or not _status_fit(telling, group):
        return None
    if telling.another or any(t.habitual != telling.habitual for t in group.tellings):
        return None
    if telling.title:
        return _headline_fit(telling, group)
    scores = [pair(telling, other) for other in group.tellings]
    fits = [score for score in scores if score is not None]
    loose = not telling.trigger.told or telling.type != group.type
    if len(fits) < len(scores) and not (
        loose and pair(telling, group.main) is not None and 3 * len(fits) > 2 * len(scores)
    ):
        return None
    return max(fits)


def _headline_fit(telling: Telling, group: Group) -> int:
    """A headline tells what the body tells: its event is the body's of that type that fits best."""
    scores = [s for other in group.tellings if (s := pair(telling, other)) is not None]
    return max(scores, default=0)


def _types_fit(telling: Telling, group: Group) -> bool:
    types = {telling.type, group.type}
    if len(types) == 1 or types == BOMBS:
        return True
    if types == TAKEN:  # "the capture of X", which does not say by whom
        return telling.actor is None or all(t.actor is None for t in group.tellings)
    if telling.type not in VIOLENT or group.type not in VIOLENT:
        return False
    clash, other = (telling.trigger.told, group) if telling.type == CLASH else (group.told, telling)
    if clash and CLASH in types and other.type in FROM_AFAR:
        return False  # a bombardment is no part of a clash
    return not telling.trigger.told or not group.told


def _status_fit(telling: Telling, group: Group) -> bool:
    """An attack told as alleged here and as fact there is one."""
    told = {telling.status, group.main.status}
    if len(told) == 2 and PLANNED in told and telling.type in TO_COME:
        return False  # "30,000 are to be evacuated" is not yesterday's convoy
    return len(told) == 1 or told == {"happened", "alleged"} or not (telling.own_place or telling.own_day)
