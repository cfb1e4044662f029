"""Schema of effects.yaml: the words that tell what befell people."""

from __future__ import annotations

from typing import Literal

from vedette.knowledge.loader import Strict


class EffectWords(Strict):
    """Lemmas of one effect, by the place that those befallen have beside the word."""

    objects: tuple[str, ...]
    subjects: tuple[str, ...]
    deeds: tuple[str, ...]
    tallies: tuple[str, ...]
    states: tuple[str, ...]


class Phrase(Strict):
    """A verb and a noun that together tell an effect, where those befallen stand, and a word needed before the noun."""

    effect: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    harmed: Literal["of", "on", "subject", "object", "either"]
    needs: str | None = None


class Effects(Strict):
    """The whole of effects.yaml; each field is explained in the file."""

    effects: dict[str, EffectWords]
    phrases: tuple[Phrase, ...]
    of_persons: dict[str, tuple[str, ...]]
    placed: frozenset[str]
    by_fighters: frozenset[str]
    leaving: tuple[str, ...]
    vehicles: tuple[str, ...]
    carrying: tuple[str, ...]
    toll_nouns: frozenset[str]
    number_nouns: frozenset[str]
    figure_verbs: frozenset[str]
    figure_leads: frozenset[str]
    both: tuple[tuple[str, str], ...]
    unreal: frozenset[str]
    of_persons_only: frozenset[str]
    presupposing: frozenset[str]
    happening: frozenset[str]
    modals: frozenset[str]
    realised: frozenset[str]
    conditions: frozenset[str]
    announced: frozenset[str]
    strict: frozenset[str]
    single: frozenset[str]
    bare_deeds: frozenset[str]
    causing: frozenset[str]
    bearing: frozenset[str]
    giving: frozenset[str]
    weak: frozenset[str]
    wars: frozenset[str]
    lasting: frozenset[str]
    whiles: frozenset[str]
    while_marks: frozenset[str]
    of_many: frozenset[str]
    each_many: frozenset[str]
    shut_in_fighters: frozenset[str]
    sinces: frozenset[str]
    wide: frozenset[str]
    sides: frozenset[str]
    many_attacks: frozenset[str]
    adding: tuple[str, ...]
    of_a_war: dict[str, int]
    caught: frozenset[str]
    besieging: frozenset[str]
    holding: frozenset[str]
    formerly: frozenset[str]
    harmed: frozenset[str]
    undone: frozenset[str]
    driving: frozenset[str]
    losses: frozenset[str]
    lost: frozenset[str]
    besides: frozenset[str]
    of_people: frozenset[str]
    natural: frozenset[str]
    violent: frozenset[str]
    marks: frozenset[str]
    cases: dict[str, frozenset[str]]

    @property
    def figure_nouns(self) -> frozenset[str]:
        """Nouns of a count of people: "toll", "number"."""
        return self.toll_nouns | self.number_nouns
