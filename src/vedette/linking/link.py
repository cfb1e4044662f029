"""Claims to happenings, in one call or growing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.linking.judged import judged
from vedette.linking.linker import Linker
from vedette.linking.lore import Lore
from vedette.linking.shelf import MemoryShelf
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.provenance import Provenance


class Links:
    """Claims in, happenings out, all in memory."""

    def __init__(self, lore: Lore, judgements: Iterable[Judgement] = ()) -> None:
        self._shelf = MemoryShelf()
        self._linker = Linker(lore, self._shelf, judged(judgements))
        self._made: dict[str, Happening] = {}  # incident id -> the happening that it is part of

    def add(self, claims: Iterable[Claim], provenance: Mapping[str, Provenance]) -> None:
        """Take in claims of new or known reports; only what their reports' incidents touch is linked anew."""
        done = self._linker.relink(self._shelf.take(told(claims, provenance)))
        for old in done.gone:
            self._made.pop(old, None)
        for happening, incidents in done.made:
            self._made.update((i.id, happening) for i in incidents)

    def happenings(self) -> list[Happening]:
        """All happenings, by first day (none last), then id."""
        unique = {h.id: h for h in self._made.values()}
        return sorted(unique.values(), key=lambda h: (str(h.first or "9999"), h.id))


def empty_linker(judgements: Iterable[Judgement] = (), knowledge: Knowledge | None = None) -> Links:
    """A linker that holds nothing yet."""
    return Links(Lore.of(knowledge or default_knowledge()), judgements)


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
