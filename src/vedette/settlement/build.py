"""Claims to settled happenings: linking and settlement in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vedette.knowledge.pack import Knowledge
from vedette.linking import link
from vedette.linking.judged import judged
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.provenance import Provenance
from vedette.settlement.rules import Rule
from vedette.settlement.settle import Settler


def build(
    claims: Iterable[Claim],
    provenance: Mapping[str, Provenance],
    judgements: Iterable[Judgement] = (),
    rule: Rule | None = None,
    knowledge: Knowledge | None = None,
) -> list[Happening]:
    """The happenings that `claims` tell of, with their figures settled, their contradictions and their grades.

    `provenance` is by report id. The result is a function of what goes in; the order of claims plays no part.
    """
    claims, judgements = list(claims), list(judgements)
    by_id = {t.id: t for t in judged(judgements).correct(told(claims, provenance))}
    settler = Settler(rule, judgements, knowledge)
    return [
        settler.settle(h, [by_id[c] for c in h.claims], provenance)
        for h in link(claims, provenance, judgements, knowledge)
    ]
