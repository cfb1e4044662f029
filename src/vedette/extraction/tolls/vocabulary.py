"""The vocabulary of tolls, compiled once: word forms to effects, nouns to kinds of people, words to means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from vedette.knowledge.counts import Counts
from vedette.knowledge.effects import Effects, Phrase
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.victims import Victims, Who
from vedette.knowledge.weapons import Weapons

OBJECTS, SUBJECTS, DEEDS, TALLIES, STATES = "objects", "subjects", "deeds", "tallies", "states"

_IRREGULAR = {
    "slay": ("slain", "slew"), "flee": ("fled",), "lose": ("lost",), "send": ("sent",), "hurt": ("hurt",),
    "take": ("took", "taken"), "hang": ("hung",), "leave": ("left",), "die": ("dying",), "behead": (),
    "meet": ("met",), "lay": ("laid",), "hold": ("held",), "hit": ("hit",), "quit": ("quit",),
    "be": ("is", "are", "was", "were", "been"), "have": ("has", "had"), "keep": ("kept",),
    "freeze": ("froze", "frozen"), "drive": ("drove", "driven"),
    "throw": ("threw", "thrown"), "give": ("gave", "given"), "get": ("got",),
    "come": ("came",), "fall": ("fell", "fallen"), "beat": ("beaten",), "shoot": ("shot",), "cut": ("cut", "cutting"),
    "lie": ("lay", "lying"), "bury": (),
    "bleed": ("bled",), "burn": ("burnt",), "sit": ("sat",),
}  # fmt: skip


_OF_PEOPLE = (
    "smen",
    "sman",
    "rmen",
    "rman",
    "dmen",
    "dman",
    "kmen",
    "tmen",
    "chmen",
    "chman",
    "gymen",
    "gyman",
    "wmen",
    "wman",
    "swomen",
    "swoman",
    "sfolk",
)
_SOMEBODY = Who(who="unknown", group=None)
"""Who "tribesmen" and "fishermen" are, that no list need name."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words` maps frame to {form: effect}; `people` a noun to who it names; `means` one or two words to a means.

    `cues` are the forms of all words that can be a trigger, `means_begin` the first words of `means`.
    """

    effects: Effects
    counts: Counts
    victims: Victims
    words: dict[str, dict[str, str]]
    of_persons: dict[str, str]
    phrases: dict[str, tuple[Phrase, ...]]
    leaving: frozenset[str]
    carrying: frozenset[str]
    people: dict[str, Who]
    cues: frozenset[str]
    means: dict[str, str]
    means_begin: frozenset[str]
    open_means: dict[str, tuple[str, str]]
    usual_means: frozenset[str]
    harmed_things: frozenset[str]
    telling: frozenset[str]

    def effect(self, token: Token, frame: str) -> str | None:
        """The effect that `token` tells in `frame`, by its form or its lemma."""
        table = self.words[frame]
        return table.get(token.lower_) or table.get(token.lemma_.lower())

    def person(self, token: Token) -> Who | None:
        """What the noun tells of who is meant, None if it is no noun for people."""
        for form in (token.lower_, token.lemma_.lower()):
            if form in self.people:
                return self.people[form]
        return _SOMEBODY if token.pos_ == "NOUN" and token.lower_.endswith(_OF_PEOPLE) else None


@cache
def vocabulary(knowledge: Knowledge) -> Vocabulary:
    """The compiled vocabulary of `knowledge`, built at its first use."""
    effects = knowledge.world("effects", Effects)
    victims = knowledge.world("victims", Victims)
    weapons = knowledge.world("weapons", Weapons)
    words: dict[str, dict[str, str]] = {f: {} for f in (OBJECTS, SUBJECTS, DEEDS, TALLIES, STATES)}
    for effect, row in effects.effects.items():
        for frame in words:
            for word in getattr(row, frame):
                forms = verb_forms(word) if frame in (OBJECTS, SUBJECTS) else noun_forms(word)
                for form in forms if frame != STATES else (word,):
                    words[frame].setdefault(form, effect)
    phrases: dict[str, list[Phrase]] = {}
    for phrase in effects.phrases:
        for verb in phrase.verbs:
            for form in verb_forms(verb):
                phrases.setdefault(form, []).append(phrase)
    of_persons = {f: e for e, verbs in effects.of_persons.items() for v in verbs for f in verb_forms(v)}
    leaving = frozenset(f for v in effects.leaving for f in verb_forms(v))
    carrying = frozenset(f for v in effects.carrying for f in verb_forms(v))
    return Vocabulary(
        effects=effects,
        counts=knowledge.world("counts", Counts),
        victims=victims,
        words=words,
        of_persons=of_persons,
        phrases={form: tuple(found) for form, found in phrases.items()},
        leaving=leaving,
        carrying=carrying,
        cues=frozenset().union(*words.values(), of_persons, phrases, leaving, carrying, ("case",)),
        people={f: Who(who=k.who, group=k.group) for k in victims.kinds for noun in k.nouns for f in noun_forms(noun)},
        means={word: means for means, found in weapons.means.items() for word in found},
        means_begin=frozenset(word.split(" ")[0] for found in weapons.means.values() for word in found),
        open_means=weapons.open,
        usual_means=weapons.by_sentence,
        harmed_things=weapons.harmed,
        telling=frozenset(knowledge.world("reporting", Reporting).say),
    )


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb, with both spellings where the end could be doubled ("kidnaped")."""
    stem = verb[:-1] if verb.endswith("e") else verb
    forms = [verb, verb + "s", verb + "es", stem + "ed", stem + "ing"]
    if verb.endswith("y"):
        forms += [verb[:-1] + "ies", verb[:-1] + "ied"]
    if verb[-1] in "bdgmnpt" and verb[-2] in "aeiou":
        forms += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return (*forms, *_IRREGULAR.get(verb, ()))


def noun_forms(noun: str) -> tuple[str, ...]:
    """The noun and its regular plurals."""
    plural = (
        noun[:-1] + "ies" if noun.endswith("y") else noun + "es" if noun.endswith(("s", "sh", "ch")) else noun + "s"
    )
    extra = (noun[:-3] + "men",) if noun.endswith("man") else ("women",) if noun == "woman" else ()
    return (
        noun,
        plural,
        *extra,
        *(("lives",) if noun == "life" else ()),
        *(("bodies",) if noun == "body" else ()),
    )
