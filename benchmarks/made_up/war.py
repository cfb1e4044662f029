"""What happens in a made-up war, day by day, and what is known of it when: tolls grow, sides differ."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from made_up.world import Party, World
from vedette.model.place import Place

START = date(2011, 3, 15)
CLAIMS_A_DAY = 200
_A_DAY = 24  # incidents, about: each is told some four times, copies counted


@dataclass(frozen=True)
class Arm:
    """A way to fight: ACLED's sub-event type, the means of its dead, its words with and without an object."""

    type: str
    means: str | None
    did: str
    deadly: float
    """How likely anybody dies."""


ARMS = {
    "air": Arm("Air/drone strike", "air strike", "bombed a {site}", 0.7),
    "shells": Arm("Shelling/artillery/missile attack", "shelling", "shelled a {site}", 0.55),
    "bomb": Arm("Remote explosive/landmine/IED", "bomb", "set off a bomb at a {site}", 0.8),
    "clash": Arm("Armed clash", "ground fire", "fought {target} near a {site}", 0.6),
    "gain": Arm("Non-state actor overtakes territory", "ground fire", "took the town from {target} by a {site}", 0.4),
    "regain": Arm("Government regains territory", "ground fire", "retook the town from {target} by a {site}", 0.4),
    "abduction": Arm("Abduction/forced disappearance", None, "abducted people from a {site}", 0.0),
}
TAKING = ("gain", "regain")
SITES = ("market", "bakery", "school", "hospital", "checkpoint", "mosque", "bus station", "bridge", "mill", "camp")


@dataclass(frozen=True)
class Incident:
    """One happening as it was. `tellings` is how many reports will tell of it, `bias` how a source tells its dead."""

    number: int
    day: date
    place: Place
    arm: str
    doer: Party
    target: Party
    site: str
    dead: int
    hurt: int
    civilian: bool
    tellings: int
    disputed: bool
    """Whether the doer gives another figure than everybody else."""

    def known(self, effect: str, after: int) -> int:
        """How many were known so many days after: two thirds at first, all by the third day."""
        whole = self.dead if effect == "killed" else self.hurt
        return max(1, whole * min(3, 2 + after) // 3) if whole else 0


def incidents(day: date, world: World, chance: random.Random, first: int) -> Iterator[Incident]:
    """What happens on one day, numbered from `first`."""
    for n in range(chance.randint(_A_DAY - 8, _A_DAY + 8)):
        doer, target = chance.sample(world.parties, 2)
        arms, weights = zip(*doer.arms, strict=True)
        arm = chance.choices(arms, weights)[0]
        dead = min(200, int(chance.paretovariate(1.1))) if chance.random() < ARMS[arm].deadly else 0
        yield Incident(
            number=first + n,
            day=day,
            place=chance.choices(world.spots, cum_weights=world.sums)[0],
            arm=arm,
            doer=doer,
            target=target,
            site=chance.choice(SITES),
            dead=dead,
            hurt=int(dead * chance.uniform(0, 3)),
            civilian=arm in ("air", "shells", "bomb") and chance.random() < 0.8,
            tellings=1 + min(12, int(chance.paretovariate(1.0) * (0.6 + dead / 20))),
            disputed=dead >= 3 and chance.random() < 0.15,
        )
