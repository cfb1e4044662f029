"""Claims to happenings, in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.linking.linker import Linker
from vedette.linking.lore import Lore
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.provenance import Provenance


def empty_linker(judgements: Iterable[Judgement] = (), knowledge: Knowledge | None = None) -> Linker:
    """A linker that holds nothing yet."""
    return Linker(Lore.of(knowledge or default_knowledge()), judgements)


def link(
    claims: Iterable[Claim],
    provenance: Mapping[str, Provenance],
    judgements: Iterable[Judgement] = (),
    knowledge: Knowledge | None = None,
) -> list[Happening]:
    """The happenings that `claims` tell of, without settled figures.

    `provenance` is by report id. Every toll and every event claim is in exactly one happening, unless an
    analyst judged it wrong; controls and statements are in none.
    """
    out = empty_linker(judgements, knowledge)
    out.add(claims, provenance)
    return out.happenings()
