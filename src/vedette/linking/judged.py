"""What analysts decided of claims, brought into the form that linking asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations

from vedette.linking.told import Told
from vedette.model.judgement import Judgement, Opinion, Verdict
from vedette.model.place import Place

_OPINIONS = {
    Verdict.SAME: Opinion.SAME,
    Verdict.DIFFERENT: Opinion.DIFFERENT,
    Verdict.UNSURE: Opinion.UNSURE,
}


def happening_id(seed: str) -> str:
    """The id of the happening that the claim `seed` is the first of."""
    return f"e-{hashlib.sha256(seed.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Judged:
    """Judgements in force. Pairs are of claim ids, the smaller first."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    wrong: frozenset[str] = frozenset()
    places: dict[str, tuple[str | None, Place | None]] = field(default_factory=dict)

    def correct(self, claims: Iterable[Told]) -> list[Told]:
        """Without the claims judged wrong, and with the places that were judged."""
        out: list[Told] = []
        for one in claims:
            if one.id in self.wrong:
                continue
            if one.id in self.places:
                place, location = self.places[one.id]
                one = replace(one, claim=replace(one.claim, place=place, location=location))
            out.append(one)
        return out


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not undone, oldest first."""
    return sorted((j for j in judgements if j.undone_by is None), key=lambda j: (j.when, j.id))


def judged(judgements: Iterable[Judgement], claim_ids: Iterable[str]) -> Judged:
    """The judgements in force over these claims.

    A subject may be a happening's id; it then stands for the claim that seeds it. Of one author's opinions
    on a pair the latest counts; authors' opinions are added, so that a dispute between them leaves the
    machine's view.
    """
    standing = in_force(judgements)
    if not standing:
        return Judged()
    known = set(claim_ids)
    seeds = {happening_id(c): c for c in known}
    opinions: dict[tuple[str, str], dict[str, Opinion]] = {}
    wrong: dict[str, bool] = {}
    places: dict[str, tuple[str | None, Place | None]] = {}
    for judgement in standing:
        subjects = sorted({seeds.get(s, s) for s in judgement.subjects} & known)
        if judgement.verdict in _OPINIONS:
            for pair in combinations(subjects, 2):
                opinions.setdefault(pair, {})[judgement.author] = _OPINIONS[judgement.verdict]
        elif judgement.verdict is Verdict.WRONG:
            wrong.update(dict.fromkeys(subjects, True))
        elif judgement.verdict is Verdict.PLACE:
            location = judgement.value.get("location")
            entry = {k: v for k, v in location.items() if k != "geo_precision"} if location else None
            for subject in subjects:
                places[subject] = (judgement.value.get("place"), Place(**entry) if entry else None)
    held = {pair: _sum(by_author.values()) for pair, by_author in opinions.items()}
    return Judged(
        frozenset(p for p, o in held.items() if o is Opinion.SAME),
        frozenset(p for p, o in held.items() if o is Opinion.DIFFERENT),
        frozenset(wrong),
        places,
    )


def _sum(opinions: Iterable[Opinion]) -> Opinion:
    out = Opinion.NONE
    for opinion in opinions:
        out = out + opinion
    return out
