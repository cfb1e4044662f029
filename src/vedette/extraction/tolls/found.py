"""One toll on its way to a claim: a group of people and what befell them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.tolls.groups import DEFINITE, PRONOUN, Group
from vedette.extraction.tolls.vocabulary import DEEDS, SUBJECTS


@dataclass(frozen=True, slots=True)
class Found:
    """`group` bore `effect`, as `trigger` tells. `whole`: the count that this one is a part of. `rule`: how found.

    `cued`: a part that "including" or the like opens; `again`: a figure alone, of those told of before.
    `anchor`: where to ask for place, time and source, if not at the trigger ("and another five outside Kobane").
    """

    trigger: Token
    effect: str
    group: Group
    rule: str
    subset: bool = False
    whole: Group | None = None
    running: bool = False
    cued: bool = False
    again: bool = False
    anchor: Token | None = None
    frame: str = ""

    @property
    def natural(self) -> bool:
        """Whether it may be a death in bed: one person of whom it is only said that he died, or his death told."""
        died = self.frame == SUBJECTS or (self.frame == DEEDS and self.trigger.lemma_.lower() in ("death", "demise"))
        return died and self.effect == "killed" and self.group.kind in (DEFINITE, PRONOUN)
