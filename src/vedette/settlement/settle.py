"""A happening's claims to its figures, its civilians and combatants, its contradictions and its grade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.linking.incidents import HARM
from vedette.linking.told import Told
from vedette.model.claim import EFFECTS, Toll
from vedette.model.correction import in_force
from vedette.model.happening import Contradiction, Happening, Settlement
from vedette.model.judgement import Judgement, Verdict
from vedette.model.provenance import Provenance
from vedette.settlement.contradict import compared, denials
from vedette.settlement.figures import Figure, figures
from vedette.settlement.grades import grade
from vedette.settlement.origins import origin
from vedette.settlement.parties import parties
from vedette.settlement.rules import RULES, Rule

KILLED = "killed"


class Settler:
    """Settles happenings under one rule, with the judgements of analysts at hand."""

    def __init__(
        self, rule: Rule | None = None, judgements: Iterable[Judgement] = (), knowledge: Knowledge | None = None
    ) -> None:
        self._rule = rule or Rule()
        self._parties = parties(knowledge or default_knowledge())
        self._judged: dict[str, list[Judgement]] = defaultdict(list)
        for one in in_force(judgements):
            if one.verdict is Verdict.SETTLE:
                for subject in one.subjects:
                    self._judged[subject].append(one)

    def settle(self, happening: Happening, members: Sequence[Told], provenance: Mapping[str, Provenance]) -> Happening:
        """`happening` with its figures, contradictions, origins and grade; `members` are its claims.

        A ``settle`` judgement on it or on one of its claims overrides the rule; of several on one effect the latest.
        """
        settled: dict[str, Settlement] = {}
        contradictions: list[Contradiction] = []
        differences: list[str] = []
        contested = False
        for effect in EFFECTS:
            if not any(isinstance(m.claim, Toll) and m.claim.effect == effect for m in members):
                continue
            told = members if happening.running or effect not in HARM else _without_totals(members)
            found = figures(told, effect, provenance)
            verdict = self._verdict(happening, effect)
            rule = _named(verdict) or self._rule
            figure = RULES[rule.name](found, rule) if found else _no_number(members, effect)
            if effect == KILLED:
                figure, contested = _by_status(figure, told, found, provenance)
            disputes, agreed = compared(told, effect, found, provenance)
            differences += agreed
            if verdict and "rule" not in verdict.value:
                figure = _by_analyst(verdict, figure)
            settled[effect] = figure
            contradictions += (replace(x, settled=_how(verdict, figure)) for x in disputes)
        contradictions += denials(members, provenance)
        return replace(
            happening,
            figures=settled,
            contradictions=tuple(contradictions),
            differences=tuple(differences),
            origins=tuple(sorted({o.name for m in members if (o := origin(m, provenance)).credited})),
            grade=grade(members, contradictions, contested, provenance, self._parties),
        )

    def _verdict(self, happening: Happening, effect: str) -> Judgement | None:
        """The latest ``settle`` judgement on this effect of this happening."""
        found = {
            one.id: one
            for subject in (happening.id, *happening.claims)
            for one in self._judged.get(subject, ())
            if one.value.get("effect", KILLED) == effect
        }
        return max(found.values(), key=lambda j: (j.when, j.id), default=None)


def settle(
    happening: Happening,
    members: Sequence[Told],
    provenance: Mapping[str, Provenance],
    rule: Rule | None = None,
    judgements: Iterable[Judgement] = (),
) -> Happening:
    """One happening settled under `rule` (default: range); for several make one `Settler`."""
    return Settler(rule, judgements).settle(happening, members, provenance)


def _named(verdict: Judgement | None) -> Rule | None:
    """The rule that an analyst chose, if he chose one."""
    if verdict is None or "rule" not in verdict.value:
        return None
    return Rule(str(verdict.value["rule"]), tuple(verdict.value.get("order", ())))


_CHOOSING = ("majority", "source order", "latest")
"""Rules that choose between figures that contradict each other; the others show the whole range."""


def _how(verdict: Judgement | None, figure: Settlement) -> str | None:
    """By what a contradiction about a figure is settled; None while it is open."""
    if verdict and "rule" not in verdict.value:
        return f"by {verdict.author}: {verdict.reason}"
    if figure.rule in _CHOOSING and figure.best is not None:
        chosen = f", chosen by {verdict.author}: {verdict.reason}" if verdict else ""
        return f"by the rule {figure.rule}{chosen}"
    return None


def _without_totals(members: Sequence[Told]) -> list[Told]:
    """The claims without running totals of people harmed, which are no figure of a single event."""
    return [m for m in members if not (isinstance(m.claim, Toll) and m.claim.span == "period")]


def _no_number(members: Sequence[Told], effect: str) -> Settlement:
    tolls = [m.claim for m in members if isinstance(m.claim, Toll) and m.claim.effect == effect]
    told = [t.id for t in tolls]
    numbers = any(t.low is not None or t.high is not None for t in tolls)
    why = f"people were {effect}; " + ("only totals of a time are told" if numbers else "no report gives a number")
    return Settlement(rule="none", low=None, high=None, best=None, reason=why, claims=tuple(sorted(told)))


def _by_status(
    killed: Settlement,
    members: Sequence[Told],
    wholes: Sequence[Figure],
    provenance: Mapping[str, Provenance],
) -> tuple[Settlement, bool]:
    """Civilians and combatants apart, and whether it is contested which they were.

    Where one origin calls all dead civilians and another all combatants, the least is 0 in both.
    """
    counted = {
        who: figures(
            [m for m in members if isinstance(m.claim, Toll) and m.claim.who == who and not _narrow(m.claim)],
            KILLED,
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
    status = replace(
        killed,
        reason=killed.reason + ("; civilian status is contested" if contested else ""),
        civilians_low=ranges["civilian"][0],
        civilians_high=ranges["civilian"][1],
        combatants_low=ranges["combatant"][0],
        combatants_high=ranges["combatant"][1],
    )
    return status, contested


def _narrow(toll: Toll) -> bool:
    """Whether a count is of a group among the civilians (children, say), and so no count of them all."""
    return toll.subset and toll.group is not None and toll.who == "civilian"


def _added(wholes: Sequence[Figure]) -> bool:
    return any(len(f.claims) > 1 for f in wholes)


def _by_analyst(verdict: Judgement, machine: Settlement) -> Settlement:
    """The analyst's figure. A least alone is "at least so many"; civilians and combatants stay as the reports tell."""
    value = verdict.value
    low, high = value.get("low"), value.get("high")
    best = value.get("best")
    return replace(
        machine,
        rule="analyst",
        low=low,
        high=high if high is not None else low,
        best=best if best is not None else high if high is not None else low,
        open=high is None,
        reason=f"{verdict.author}: {verdict.reason}",
        dissent=(),
    )
