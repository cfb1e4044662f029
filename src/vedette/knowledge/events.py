"""What happened: the words that tell of events, and the types that they stand for (``world/events.yaml``)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import Field, model_validator

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.model.claim import EVENT_TYPES

MEANS, TAKES, LOSES, FALLS, ADVANCES = "means", "takes", "loses", "falls", "advances"
BEFORE = "as before"
"""The type of the last violent event told before."""


class Frame(Strict):
    """One way to tell of an event: words, what must stand around them, and the type that they give.

    Conditions name word classes, or ``@place``, ``@actor``, ``@people``, ``@name`` (a name that is no actor's, as of a
    place that no gazetteer knows). All that are given must hold.
    `weak`: an event only with words of time of its own. `background`: the same where it stands in a clause that only
    describes ("residents who fled the war"). `vague`: a neighbour may know the type better. `throws`: the object
    tells the means too. `gerund`: only in the -ing form. `between`: "a deal between". `report`: classes of which a word
    must stand anywhere in the report ("left the town" is an evacuation only where one is told of), `beside`: in its
    sentence. `then`: lemmas of what it leads to ("agreed to halt"). `deed`: not in the
    present passive, which tells how things stand ("the north is occupied by X"). `bare`: with neither object nor clause
    under it ("demonstrated" alone, not "its ability"). `single`: without a particle ("took the hill", not "took up" or
    "took part").
    `phrase_not`: classes of which no word stands in the object's phrase ("foiled a suicide attack" was no fight).
    `active`: not in the passive. `by_whom`: in the passive, with its doer ("being ousted by the army").
    `under`: told of whom or what is "under" it. `at`: at, in, on, near or towards it, by
    the noun's own words or its verb's; `towards`: into or towards it, by its own; `against` the same.
    `governor_not`: not the subject or object of a verb of these ("would not suspend talks" tells of none).
    """

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    object_any: tuple[str, ...] = ()
    phrase_not: tuple[str, ...] = ()
    governor_not: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    in_: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    deed: bool = False
    bare: bool = False
    active: bool = False
    by_whom: bool = False
    under: bool = False
    single: bool = False
    scope: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    modifier_not: tuple[str, ...] = ()
    argument_of: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    between: bool = False
    gerund: bool = False
    throws: bool = False
    not_adjective: bool = False
    weak: bool = False
    vague: bool = False
    background: bool = False
    default: str | None = None
    only: tuple[str, ...] = ()


class Cue(Strict):
    """A class of words that tell the means, and the type that the means gives, unless other words make it harmless."""

    words: str
    type: str
    unless: tuple[str, ...] = ()


class EventWords(Strict):
    """The whole file. A pack's own holds the frames that only its war has, after the world's."""

    frames: tuple[Frame, ...]
    cues: tuple[Cue, ...] = ()
    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    weights: dict[str, float] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _known(self) -> EventWords:
        """Every class that a frame or cue names is there, every type is one."""
        for frame in self.frames:
            used = (
                *frame.subject,
                *frame.subject_not,
                *frame.object,
                *frame.object_not,
                *frame.phrase_not,
                *frame.governor_not,
                *frame.at,
                *frame.towards,
                *frame.of,
                *frame.to,
                *frame.from_,
                *frame.in_,
                *frame.into,
                *frame.against,
                *frame.scope,
                *frame.report,
                *frame.beside,
            )
            for name in used:
                if not name.startswith("@") and name not in self.classes:
                    raise ValueError(f"no class {name!r}")
            for kind in (frame.type, frame.default, *frame.only):
                if kind is not None and kind not in (*EVENT_TYPES, MEANS, TAKES, LOSES, FALLS, ADVANCES, BEFORE):
                    raise ValueError(f"no event type {kind!r}")
        return self

    @cached_property
    def lexicon(self) -> Lexicon:
        """The file as lookup tables, built once."""
        return Lexicon.of(self)


@dataclass(frozen=True)
class Lexicon:
    """`EventWords` as tables: head word to frames, class name to words, printed form to head word."""

    words: EventWords
    verbs: dict[str, tuple[tuple[str | None, Frame], ...]]
    nouns: dict[str, tuple[Frame, ...]]
    classes: dict[str, frozenset[str]]
    verb_forms: dict[str, str]
    noun_forms: dict[str, str]

    @classmethod
    def of(cls, words: EventWords) -> Lexicon:
        """Build the tables. A verb of two words ("blow up") is filed under its first, with its particle."""
        verbs: dict[str, list[tuple[str | None, Frame]]] = defaultdict(list)
        nouns: dict[str, list[Frame]] = defaultdict(list)
        for frame in words.frames:
            for verb in frame.verbs:
                head, _, particle = verb.partition(" ")
                verbs[head].append((particle or None, frame))
            for noun in frame.nouns:
                nouns[noun].append(frame)
        # with a particle is more telling than without
        ordered = {verb: tuple(sorted(found, key=lambda f: f[0] is None)) for verb, found in verbs.items()}
        return cls(
            words,
            ordered,
            {noun: tuple(found) for noun, found in nouns.items()},
            {name: frozenset(members) for name, members in words.classes.items()},
            {form: verb for verb in verbs for form in verb_forms(verb)},
            {form: noun for noun in nouns for form in noun_forms(noun)},
        )


def verb_forms(verb: str) -> list[str]:
    """The regular forms of `verb`, for capitalised headline words, which the tagger takes for names."""
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    past = f"{stem}ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    return [verb, third, past, f"{stem}ing"]


def noun_forms(noun: str) -> list[str]:
    """`noun` and its regular plural."""
    if noun.endswith(("s", "sh", "ch", "x")):
        return [noun, f"{noun}es"]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return [noun, f"{noun[:-1]}ies"]
    return [noun, f"{noun}s"]


def event_lexicon(knowledge: Knowledge, packs: tuple[str, ...] = ()) -> Lexicon:
    """The lookup tables of the world's words, with those of `packs`, which apply to a report."""
    own = tuple(p for p in packs if p != WORLD and p in knowledge.section("events", EventWords))
    return _with(knowledge, own) if own else knowledge.world("events", EventWords).lexicon


@lru_cache(maxsize=16)
def _with(knowledge: Knowledge, packs: tuple[str, ...]) -> Lexicon:
    world, files = knowledge.world("events", EventWords), knowledge.section("events", EventWords)
    frames = (*world.frames, *(frame for pack in packs for frame in files[pack].frames))
    return Lexicon.of(world.model_copy(update={"frames": frames}))
