"""Taking out who must not be found: names of witnesses in what is given on (`vedette export --redact witnesses`).

A claim's source that no knowledge file lists as actor, source or outlet, and that reads as a person's name (or has one
in it: "Ahmad K., a resident"), becomes "a witness", and the name goes out of the quotes of the same report. What is
listed is public: bodies, outlets, leaders. A rule over words is no promise: docs/security.md says what it cannot do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from vedette.knowledge.actors import actor_book
from vedette.knowledge.actors import fold as fold_actor
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.sources import source_book
from vedette.ledger.codec import happening_from_json, happening_to_json
from vedette.model.claim import Claim
from vedette.products.exports.record import Record

WITNESS, WITHHELD = "a witness", "[name withheld]"
_PART = r"(?:[A-Z][\w'’-]+|[A-Z]\.)"
_NAME = re.compile(rf"\b{_PART}(?:\s+(?:(?:al|el|bin|ibn|abu|umm|de|van)\b[\s-]*)?{_PART})*")
_FEWEST = 3  # letters of a part of a name that is looked for by itself


def redact_witnesses(read: Callable[[], Iterable[Record]], knowledge: Knowledge) -> Iterator[Record]:
    """The same records without the names of witnesses, in sources, chains, origins and the quotes of their reports.

    Ids of claims and happenings stay, so that the desk finds back what was given on. `read` is asked twice: a name that
    one record credits goes out of all that tell of the same report, and only the names are held meanwhile.
    """
    public = _Public(knowledge)
    hidden: dict[str, dict[str, None]] = {}
    for record in read():
        for claim in record.claims:
            for who in (claim.source, *claim.chain):
                for name in public.names_in(who):
                    hidden.setdefault(claim.report_id, {})[name] = None
    return (_redacted(record, hidden, public) for record in read())


class _Public:
    """Who may be named."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._outlets = Outlets.of(knowledge)
        self._sources = source_book(knowledge)
        self._actors = actor_book(knowledge)

    def names_in(self, who: str | None) -> list[str]:
        """The names of people in a credited source; none for one that is listed."""
        if not who or self._listed(who):
            return []
        return [m.group() for m in _NAME.finditer(who) if not self._listed(m.group())]

    def shown(self, who: str | None) -> str | None:
        """The source as it may be given on."""
        return WITNESS if self.names_in(who) else who

    def _listed(self, name: str) -> bool:
        known = fold_actor(name) in self._sources.by_alias or self._outlets.find(name) is not None
        return known or self._outlets.sounds_like_one(name) or fold_actor(name) in self._actors.by_alias


def _redacted(record: Record, hidden: Mapping[str, Iterable[str]], public: _Public) -> Record:
    claims = tuple(_claim(c, hidden.get(c.report_id, ()), public) for c in record.claims)
    names = sorted({n for c in record.claims for n in hidden.get(c.report_id, ())})
    happening = replace(record.happening, origins=_shown(record.happening.origins, public))
    figures = tuple(
        replace(f, origins=_shown(f.origins, public), words=withhold(f.words, names), rule=withhold(f.rule, names))
        for f in record.figures
    )
    # Reasons in words name who said what.
    told = happening_from_json(_walk(happening_to_json(happening), names))
    return replace(record, claims=claims, figures=figures, happening=told)


def _shown(origins: Iterable[str], public: _Public) -> tuple[str, ...]:
    return tuple(dict.fromkeys(public.shown(o) or o for o in origins))


def _claim(claim: Claim, names: Iterable[str], public: _Public) -> Claim:
    found = list(names)
    told = {
        f.name: _walk(getattr(claim, f.name), found)
        for f in fields(claim)
        if f.name not in ("report", "report_id", "source", "chain", "location", "place")
    }
    chain = tuple(public.shown(c) or c for c in claim.chain)
    out = replace(claim, **{**told, "source": public.shown(claim.source), "chain": chain})
    vars(out)["id"] = claim.id
    return out


def _walk(value: Any, names: Sequence[str]) -> Any:
    """`value` with names withheld in every text in it."""
    if isinstance(value, str):
        return withhold(value, names)
    if isinstance(value, dict):
        return {k: _walk(v, names) for k, v in value.items()}
    return [_walk(v, names) for v in value] if isinstance(value, list) else value


def withhold(text: str, names: Iterable[str]) -> str:
    """`text` with each of these names, and each longer part of one, taken out."""
    parts = {n for name in names for n in (name, *name.split()) if len(n.strip(".")) >= _FEWEST}
    for part in sorted(parts, key=lambda p: (-len(p), p)):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", WITHHELD, text)
    return re.sub(rf"{re.escape(WITHHELD)}(?:[\s,-]*{re.escape(WITHHELD)})+", WITHHELD, text)
