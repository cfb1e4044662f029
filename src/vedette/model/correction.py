"""Corrections: what judgements change in single claims. The claim as extracted stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vedette.model.claim import Claim
from vedette.model.judgement import Judgement, Verdict

WITHDRAWN = "withdrawn"
"""The key of a claim's `reasons` that says who judged it wrong, and why."""

ADDED = "added"
"""The key of a claim's `reasons` that says who added it by hand, and why; no reading of the report makes it."""

_NUMBER = frozenset({"low", "high", "approx"})


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not undone, oldest first; undos themselves left out."""
    standing = (j for j in judgements if j.undone_by is None and j.verdict is not Verdict.UNDO)
    return sorted(standing, key=lambda j: (j.when, j.id))


def signature(judgement: Judgement) -> str:
    """Who judged, when and why, in a few words: "ann, 2017-01-02: saw the lists (j-...)"."""
    why = f": {judgement.reason}" if judgement.reason else ""
    return f"judged by {judgement.author}, {judgement.when:%Y-%m-%d}{why} ({judgement.id})"


@dataclass(frozen=True)
class Corrections:
    """By claim id: who judged it wrong, and other values for its slots, each with its reason."""

    wrong: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, Mapping[str, tuple[Any, str]]] = field(default_factory=dict)

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all claims that something is changed in."""
        return frozenset((*self.wrong, *self.slots))

    def apply(self, claim: Claim) -> Claim:
        """The claim as judged, with the judgements in its `reasons`; its id stays."""
        # An id is a digest over the whole claim: not made where nothing is judged.
        if not self.wrong and not self.slots:
            return claim
        if claim.id not in self.wrong and claim.id not in self.slots:
            return claim
        given = self.slots.get(claim.id, {})
        reasons = {slot: why for slot, (_, why) in given.items()}
        if claim.id in self.wrong:
            reasons[WITHDRAWN] = self.wrong[claim.id]
        return claim.corrected({slot: value for slot, (value, _) in given.items()}, reasons)


def corrections(judgements: Iterable[Judgement]) -> Corrections:
    """What the judgements in force change in single claims; of several on one slot the latest counts."""
    wrong: dict[str, str] = {}
    slots: dict[str, dict[str, tuple[Any, str]]] = defaultdict(dict)
    for one in in_force(judgements):
        why = signature(one)
        for subject in one.subjects:
            if one.verdict is Verdict.WRONG:
                wrong[subject] = why
            elif one.verdict is Verdict.PLACE:
                slots[subject]["place"] = (one.value.get("place"), why)
                slots[subject]["location"] = (one.value.get("location"), why)
            elif one.verdict is Verdict.SLOT:
                given = dict(one.value.get("slots", {}))
                if _NUMBER & given.keys():
                    given["words"] = ""  # those of the text no longer tell the number
                slots[subject].update({k: (v, why) for k, v in given.items()})
    return Corrections(wrong, dict(slots))
