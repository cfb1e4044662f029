"""What a report tells to have begun at some time: its war, offensives, sieges and truces."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spacy.tokens import Token

from vedette.extraction.when.tree import is_perfect, marker, owner_of
from vedette.knowledge.effects import Effects
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.calendar import Interval

Begun = tuple[tuple[str, TimeMention], ...]
"""What began, by its word (lemma), each with the time told for it."""
_SUBJECTS = ("nsubj", "nsubjpass")
_UP = 4
"""How many words up from a time may stand what tells that something began."""
_AGREED = ("made", "comes")
"""Classes of verbs by which a truce is made, or comes into force."""


def wars(knowledge: Knowledge) -> frozenset[str]:
    """Nouns of a war as a whole."""
    return knowledge.world("effects", Effects).wars - knowledge.world("times", Times).parts_of_war


def begins(knowledge: Knowledge, verb: Token) -> bool:
    """Whether a verb tells that something began."""
    return verb.lemma_.lower() in knowledge.world("times", Times).begin


def begins_war(knowledge: Knowledge, verb: Token) -> bool:
    """Whether a verb or noun tells that a war began: "the war erupted", "the outbreak of the conflict"."""
    return bool(_begins(knowledge, verb, wars(knowledge), _SUBJECTS))


def begins_any(knowledge: Knowledge, verb: Token) -> bool:
    """Whether a verb or noun tells that some fighting began: "the siege, which was launched on May 3"."""
    return bool(_begins(knowledge, verb, knowledge.world("times", Times).fights))


def _begins(
    knowledge: Knowledge, verb: Token, nouns: frozenset[str], deps: tuple[str, ...] = (*_SUBJECTS, "dobj")
) -> list[str]:
    """Those of `nouns` which a verb or noun tells to have begun."""
    if verb.lemma_.lower() in knowledge.world("times", Times).outsets and verb.pos_ == "NOUN":
        return _among([p for of in verb.children if of.lower_ == "of" for p in of.children], nouns)
    if not begins(knowledge, verb):
        return []
    heads = [c for c in verb.children if c.dep_ in deps]
    if verb.dep_ in ("relcl", "acl"):
        heads.append(verb.head)
    return _among(heads, nouns)


def _among(heads: list[Token], nouns: frozenset[str]) -> list[str]:
    return [h.lemma_.lower() for h in heads if h.lemma_.lower() in nouns]


def _agrees(knowledge: Knowledge, verb: Token) -> list[str]:
    """The truce that a verb tells to be made, or to come into force: "a truce was agreed"."""
    classes = event_lexicon(knowledge).classes
    if not any(verb.lemma_.lower() in classes.get(name, ()) for name in _AGREED) and not begins(knowledge, verb):
        return []
    deals = frozenset(classes.get("deal", ()))
    heads = [c for c in verb.children if c.dep_ in (*_SUBJECTS, "dobj")]
    if verb.dep_ in ("relcl", "acl"):
        heads.append(verb.head)
    return _among(heads, deals)


def first_of_war(reading: Reading) -> Interval | None:
    """The first day, month or year of a war that the report says began at some time."""
    starts: list[Interval] = []
    invaded: list[Interval] = []
    invade = reading.knowledge.world("times", Times).invade
    for mention in reading.times:
        if mention.first is None or mention.relation == "until":
            continue
        owner = _owner_that(reading, mention, lambda verb: begins_war(reading.knowledge, verb))
        if owner is not None or _at_war(reading, mention):
            last = mention.last if mention.relation == "at" else None
            starts.append((mention.first, last or mention.first))
        elif (
            (verb := owner_of(reading, mention)) is not None
            and verb.lemma_.lower() in invade
            and verb.tag_ in ("VBD", "VBN")
        ):
            invaded.append((mention.first, mention.first))
    return min(starts, default=None) or max(invaded, default=None)


def all_begun(reading: Reading) -> Begun:
    """What the report tells to have begun at some time: "launched an offensive in April"."""
    knowledge = reading.knowledge
    fights = knowledge.world("times", Times).fights
    found = []
    for mention in reading.times:
        if mention.first is None or mention.relation == "until":
            continue
        owner = _owner_that(reading, mention, lambda verb: bool(_begins(knowledge, verb, fights)))
        words = _begins(knowledge, owner, fights) if owner is not None else _raging(reading, mention, fights)
        agreed = owner_of(reading, mention) if not words else None
        words = words or (_agrees(knowledge, agreed) if agreed is not None else [])
        found += [(word, mention) for word in words[:1]]
    return tuple(found)


def start_of(reading: Reading, noun: Token, war: Interval | None, known: Begun) -> date | None:
    """The first day of what `noun` names: of the report's `war`, or of what it tells else to have begun (`known`).

    "the operation" may be told to have begun as an offensive, "the fighting" as any; a war of which no beginning
    is told began with the first hostilities.
    """
    knowledge = reading.knowledge
    words = knowledge.world("times", Times)
    word = noun.lemma_.lower()
    if word in wars(knowledge):
        first = min((m.first for began, m in known if m.first and began in words.any_fights), default=None)
        return war[0] if war is not None else first
    if word in words.invade and war is not None and not any(began == word for began, _ in known):
        return war[0]
    alike = {word} | (words.courses if word in words.courses else frozenset())
    deals = frozenset(event_lexicon(knowledge).classes.get("deal", ()))
    alike |= deals if word in deals else (words.fights if word in words.any_fights else frozenset())
    return max((m.first for began, m in known if m.first and began in alike), default=None)


def _raging(reading: Reading, mention: TimeMention, fights: frozenset[str]) -> list[str]:
    """What goes on since then: "fighting has raged since gunmen came on Monday"."""
    owner = owner_of(reading, mention)
    if owner is not None and marker(owner) == "since":
        owner = owner.head
    elif mention.relation != "since":
        return []
    heads = [c for c in owner.children if c.dep_ == "nsubj"] if owner is not None and is_perfect(owner) else []
    return [w for h in heads for w in (h.lower_, h.lemma_.lower()) if w in fights]


def _owner_that(reading: Reading, mention: TimeMention, tells: Callable[[Token], bool]) -> Token | None:
    owner = owner_of(reading, mention) if mention.relation != "since" else None  # "the regime in power since 1963"
    for _ in range(_UP):
        if owner is None or tells(owner):
            return owner
        owner = owner.head if owner.head.i != owner.i else None
    return None


def _at_war(reading: Reading, mention: TimeMention) -> bool:
    """Whether a war goes on since then: "since April, the army and the militia have been locked in a war"."""
    owner = owner_of(reading, mention)
    if mention.relation != "since" or owner is None or not is_perfect(owner):
        return False
    below = [c for c in owner.subtree if c.lemma_.lower() in wars(reading.knowledge)]
    return any(
        t.dep_ in ("pobj", "attr", "nsubj", "nsubjpass") and t.head.head.i in (owner.i, owner.head.i) for t in below
    )
