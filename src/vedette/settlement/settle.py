"""A happening's claims to its figure, its civilians and combatants, and its contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vedette.linking.told import Told
from vedette.model.claim import Toll
from vedette.model.correction import in_force
from vedette.model.happening import Happening, Settlement
from vedette.model.judgement import Judgement, Verdict
from vedette.model.provenance import Provenance
from vedette.settlement.contradict import contradictions_in
from vedette.settlement.figures import Figure, figures
from vedette.settlement.rules import RULES, Rule


def settle(
    happening: Happening,
    members: Sequence[Told],
    provenance: Mapping[str, Provenance],
    rule: Rule | None = None,
    judgements: Iterable[Judgement] = (),
) -> Happening:
    """`happening` with its dead settled under `rule` (default: range) and its contradictions found.

    `members` are its claims. A ``settle`` judgement on the happening or on one of its claims overrides the
    rule.
    """
    rule = rule or Rule()
    verdict = _analyst(happening, judgements)
    if verdict and "rule" in verdict.value:
        rule = Rule(str(verdict.value["rule"]), tuple(verdict.value.get("order", ())))
    found = figures(members, "killed", provenance)
    killed = RULES[rule.name](found, rule) if found else _no_number(members)
    if killed:
        killed = _by_status(killed, members, found, provenance)
    contradictions = contradictions_in(members, provenance)
    if verdict and "rule" not in verdict.value:
        killed = _by_analyst(verdict, killed)
        settled = f"by {verdict.author}: {verdict.reason}"
        contradictions = tuple(
            replace(c, settled=settled) if c.about == "how many were killed" else c for c in contradictions
        )
    return replace(happening, killed=killed, contradictions=contradictions)


def _no_number(members: Sequence[Told]) -> Settlement | None:
    dead = [m.id for m in members if isinstance(m.claim, Toll) and m.claim.effect == "killed"]
    if not dead:
        return None
    why = "people were killed; no report gives a number"
    return Settlement(rule="none", low=None, high=None, best=None, reason=why, claims=tuple(sorted(dead)))


def _by_status(
    killed: Settlement,
    members: Sequence[Told],
    wholes: Sequence[Figure],
    provenance: Mapping[str, Provenance],
) -> Settlement:
    """Civilians and combatants apart. Where one origin calls all dead civilians and another all combatants,
    the status is contested and the least is 0 in both."""
    counted = {
        who: figures(
            [m for m in members if isinstance(m.claim, Toll) and m.claim.who == who and not _narrow(m.claim)],
            "killed",
            provenance,
        )
        for who in ("civilian", "combatant")
    }
    all_civilian = {f.origin for f in wholes if f.who == "civilian" and f.origin.credited}
    all_combatant = {f.origin for f in wholes if f.who == "combatant" and f.origin.credited}
    contested = any(a != b for a in all_civilian for b in all_combatant) and not _added(wholes)
    ranges = {
        who: (0 if contested else min(f.low for f in found), max(f.high for f in found)) if found else (None, None)
        for who, found in counted.items()
    }
    reason = killed.reason + ("; civilian status is contested" if contested else "")
    return replace(
        killed,
        reason=reason,
        civilians_low=ranges["civilian"][0],
        civilians_high=ranges["civilian"][1],
        combatants_low=ranges["combatant"][0],
        combatants_high=ranges["combatant"][1],
    )


def _narrow(toll: Toll) -> bool:
    """Whether a count is of a group among the civilians (children, say), and so no count of them all."""
    return toll.subset and toll.group is not None and toll.who == "civilian"


def _added(wholes: Sequence[Figure]) -> bool:
    return any(len(f.claims) > 1 for f in wholes)


def _analyst(happening: Happening, judgements: Iterable[Judgement]) -> Judgement | None:
    """The latest ``settle`` judgement on this happening."""
    mine = {happening.id, *happening.claims}
    found = [j for j in in_force(judgements) if j.verdict is Verdict.SETTLE and not mine.isdisjoint(j.subjects)]
    return found[-1] if found else None


def _by_analyst(verdict: Judgement, machine: Settlement | None) -> Settlement:
    value = verdict.value
    return replace(
        machine or Settlement(rule="analyst", low=None, high=None, best=None, reason=""),
        rule="analyst",
        low=value.get("low"),
        high=value.get("high"),
        best=value.get("best", value.get("high")),
        open=False,
        reason=f"{verdict.author}: {verdict.reason}",
    )
