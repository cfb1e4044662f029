"""How well a happening is corroborated: five grades after Airwars, each given by a named rule.

Airwars grades reports of civilian harm: *confirmed* where a belligerent accepts it, *fair* with two or more credible
sources, *weak* with one, *contested* where claims compete over who did it, *discounted* where nothing in it stands
(airwars.org, "Methodology"). Here they are drawn wider, so that fights and changes of control can be graded too: a
party confirms what it tells against itself, and no more; its boast of a place taken or of foes killed is one voice like
others. Numbers that differ lower no grade: they have their own contradictions.

The first of these rules that applies gives the grade:

| grade | rule | when |
| --- | --- | --- |
| discounted | only denied | every event claim tells it as denied |
| discounted | only planned | every event claim tells it as planned |
| confirmed | by the doer | who did it says itself that it hurt civilians, or people of whom others say so |
| confirmed | by the loser | who lost the place says so |
| confirmed | own losses | who lost the fighters says so |
| contested | denied | an independent origin denies that it happened |
| contested | two doers | independent origins name doers that cannot be one party |
| contested | status | origins differ on whether the dead were civilians |
| fair | two voices | two independent origins or more, not of one party |
| weak | one voice | one origin, or several that speak for one party or took it over from one another |
| weak | nobody credited | outlets in their own voice, without people there |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from vedette.linking.told import Told
from vedette.model.claim import Event, Toll
from vedette.model.happening import Contradiction, Grade
from vedette.model.provenance import Provenance
from vedette.settlement.origins import independent, origin
from vedette.settlement.parties import Parties

CONFIRMED, FAIR, WEAK, CONTESTED, DISCOUNTED = "confirmed", "fair", "weak", "contested", "discounted"
GRADES = (CONFIRMED, FAIR, WEAK, CONTESTED, DISCOUNTED)

_HARM = ("killed", "wounded", "casualties")
_OWN_LOSSES = (*_HARM, "missing", "abducted", "detained", "surrendered")
_GAIN = ("Government regains territory", "Non-state actor overtakes territory", "Non-violent transfer of territory")
_TWO_SIDED = ("Armed clash", *_GAIN, "Agreement", "Talks")
"""Types of which reports may name either side as the one that acts."""


def grade(
    members: Sequence[Told],
    contradictions: Iterable[Contradiction],
    contested_status: bool,
    provenance: Mapping[str, Provenance],
    parties: Parties,
) -> Grade:
    """The grade of the happening that `members` tell of; `contested_status` is settlement's finding on its dead."""
    told = sorted(members, key=lambda m: m.id)
    return (
        _discounted(told)
        or _confirmed(told, parties)
        or _contested(told, contradictions, contested_status, provenance, parties)
        or _counted(told, provenance, parties)
    )


def _discounted(told: Sequence[Told]) -> Grade | None:
    events = [m for m in told if isinstance(m.claim, Event)]
    if not events or len(events) < len(told):
        return None
    for status in ("denied", "planned"):
        if all(isinstance(m.claim, Event) and m.claim.status == status for m in events):
            return _grade(DISCOUNTED, f"only {status}", f"it is told only as {status}", events)
    return None


def _confirmed(told: Sequence[Told], parties: Parties) -> Grade | None:
    for one in told:
        claim = one.claim
        party = parties.behind(claim.source) if claim.source else None
        if party is None:
            continue
        mine = frozenset((party,))
        # So grave a grade rests on words that name the party, not on who else was named around them.
        named = parties.told_in(party, claim.quote)
        if isinstance(claim, Toll) and claim.effect in _HARM and claim.who != "combatant":
            # A party that names nobody killed may boast of foes; another must say that it hit civilians.
            if named and mine & parties.named(claim.by) and (claim.who == "civilian" or any(map(_civilians, told))):
                return _grade(CONFIRMED, "by the doer", f"{claim.source} says itself that it did it", [one])
        elif isinstance(claim, Toll) and claim.effect in _OWN_LOSSES and mine & parties.named(claim.group):
            return _grade(CONFIRMED, "own losses", f"{claim.source} tells its own losses", [one])
        elif isinstance(claim, Event) and claim.status == "happened" and named:
            if claim.type in _GAIN and mine & parties.named(claim.target):
                return _grade(CONFIRMED, "by the loser", f"{claim.source} says itself that it lost the place", [one])
            if claim.target == "civilians" and claim.type not in _TWO_SIDED and mine & parties.named(claim.actor):
                return _grade(CONFIRMED, "by the doer", f"{claim.source} says itself that it did it", [one])
    return None


def _civilians(one: Told) -> bool:
    """Whether a claim tells of civilians hurt."""
    claim = one.claim
    if isinstance(claim, Toll):
        return claim.effect in _HARM and claim.who == "civilian"
    return isinstance(claim, Event) and claim.status == "happened" and claim.target == "civilians"


def _contested(
    told: Sequence[Told],
    contradictions: Iterable[Contradiction],
    contested_status: bool,
    provenance: Mapping[str, Provenance],
    parties: Parties,
) -> Grade | None:
    for one in contradictions:
        if one.effect is None and one.settled is None:
            return Grade(name=CONTESTED, rule="denied", reason=one.why, claims=one.claims)
    doers = [(m, names) for m in told if m.claim.source and (names := parties.named(_doer(m)))]
    distinct = sorted({names for _, names in doers}, key=sorted)
    rivals = {(x, y) for x in distinct for y in distinct if not parties.alike(x, y)}
    for (a, mine), (b, theirs) in combinations(doers if rivals else (), 2):
        if (mine, theirs) in rivals and independent(a, b, provenance):
            why = f"{a.claim.source} says that {_doer(a)} did it, {b.claim.source} that {_doer(b)} did"
            return _grade(CONTESTED, "two doers", why, [a, b])
    if contested_status:
        dead = [m for m in told if isinstance(m.claim, Toll) and m.claim.who != "unknown"]
        return _grade(CONTESTED, "status", "origins differ on whether the dead were civilians", dead)
    return None


def _doer(one: Told) -> str | None:
    """Who did it, by this claim; None where either side might be named as the doer."""
    claim = one.claim
    if isinstance(claim, Event):
        return None if claim.type in _TWO_SIDED or claim.status != "happened" else claim.actor
    return claim.by if isinstance(claim, Toll) and claim.means != "ground fire" else None


def _counted(told: Sequence[Told], provenance: Mapping[str, Provenance], parties: Parties) -> Grade:
    stands = [m for m in told if not (isinstance(m.claim, Event) and m.claim.status in ("denied", "planned"))]
    origins = {m.id: origin(m, provenance) for m in stands}
    credited = [m for m in stands if origins[m.id].credited]
    names = sorted({origins[m.id].name for m in credited})
    if not credited:
        return _grade(WEAK, "nobody credited", "outlets in their own voice, without people there", told)
    voices = {name: parties.voice(name) for name in names}
    spoken = [(m, voices[origins[m.id].name]) for m in credited]
    for (a, mine), (b, theirs) in combinations(spoken if len(set(voices.values())) > 1 else (), 2):
        if mine != theirs and independent(a, b, provenance):
            return _grade(FAIR, "two voices", f"told independently by {', '.join(names)}", credited)
    if len(names) == 1:
        return _grade(WEAK, "one voice", f"only {names[0]} says so", credited)
    shared = sorted({parties.voice(n) for n in names})
    why = "speak for one party" if len(shared) == 1 else "are not independent: one text is taken from the other"
    return _grade(WEAK, "one voice", f"{' and '.join(names)} {why}", credited)


def _grade(name: str, rule: str, reason: str, members: Iterable[Told]) -> Grade:
    return Grade(name=name, rule=rule, reason=reason, claims=tuple(sorted(m.id for m in members)))
