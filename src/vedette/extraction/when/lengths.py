"""Lengths of time that tell since when: "five days of combat that killed 36", "a two-year war has left 90 dead"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from vedette.extraction.when.model import When
from vedette.extraction.when.starts import wars
from vedette.extraction.when.story import story
from vedette.extraction.when.tree import TOO_FAR, is_event_noun, is_perfect, near, verb_of
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.calendar import shift

_CARRIED = frozenset(["dobj", "xcomp", "ccomp", "attr", "oprd", "conj", "pobj", "prep", "nummod", "amod", "appos"])
_UNITS = ("hour", "day", "night", "week", "fortnight", "month", "year", "decade")
_AS_LONG = "as long as told, up to then"
_FINE = ("day", "part")
_SHORT = ("hour", "day", "night")
_PAST = ("VBD", "VBN")
_A_DAY = 24
_ARTICLES = frozenset({"a", "an"})
_LONG_SINCE = 2
"""Days of fighting after which what it came to is of a while, and not of one battle."""


def spent_in(reading: Reading, trigger: Token) -> When | None:
    """Days of what went on for as long as told: up to the day of the clause around it, or to the publication."""
    for mention in _lengths(reading, trigger):
        lasting = _lasting(reading, mention)
        if lasting is None:
            if _done_within(reading, mention, trigger):
                return _up_to_end(reading, mention, trigger, trigger, first_counts=True)
            continue
        top, noun = lasting
        inside = noun.is_ancestor(trigger) and verb_of(trigger) == verb_of(noun)
        if trigger.i == noun.i == top.i and noun.lemma_.lower() not in wars(reading.knowledge):
            continue  # "after a two-day raid": the raid is told beside others of its last day
        of_it = trigger.i in (top.i, noun.i) or inside or (top.dep_ == "dobj" and top.head.i == trigger.i)
        verb = verb_of(top) if of_it else _carried(trigger, _brought(reading, top, noun))
        if verb is not None:
            return _up_to_end(reading, mention, top, verb, first_counts=top.i == noun.i)
    return None


def came_of_long(reading: Reading, trigger: Token) -> bool:
    """Whether the trigger tells what days, weeks or years of fighting came to."""
    for mention in _lengths(reading, trigger):
        lasting = _lasting(reading, mention)
        if lasting is not None and _carried(trigger, _brought(reading, *lasting)) is not None:
            count = count_of(reading, mention)
            return mention.granularity not in _SHORT or (
                count is not None and count > _LONG_SINCE and mention.granularity != "hour"
            )
    return False


def _lengths(reading: Reading, trigger: Token) -> Iterator[TimeMention]:
    sent = trigger.sent
    for m in reading.times:
        if sent.start <= m.start < sent.end and m.relation == "duration" and m.granularity in _UNITS:
            yield m


def _lasting(reading: Reading, mention: TimeMention) -> tuple[Token, Token] | None:
    """What lasts so long, as the head of its phrase and its noun: "five days of combat", "a two-year conflict"."""
    doc = reading.doc
    root = doc[mention.start : mention.end].root
    if mention.end < len(doc) and doc[mention.end].lower_ == "of":
        noun = next((c for c in doc[mention.end].children if c.dep_ == "pobj"), None)
        return (root, noun) if noun is not None and _lasts(reading, noun) else None
    noun = root.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun.i < mention.end or noun.pos_ not in ("NOUN", "PROPN") or root.i > noun.i:
        return None
    return (noun, noun) if _lasts(reading, noun) else None


def _lasts(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells of fighting; a truce brings about nothing."""
    word = noun.lemma_.lower()
    if word in event_lexicon(reading.knowledge).classes.get("deal", ()):
        return False
    fights = reading.knowledge.world("times", Times).fights
    return word in fights | wars(reading.knowledge) or is_event_noun(reading.knowledge, noun)


def _brought(reading: Reading, top: Token, noun: Token) -> list[Token]:
    """The verbs that tell what it came to: those of which it is the subject or the time, and what is told of it."""
    words = reading.knowledge.world("times", Times)
    verbs = [c for n in {top.i: top, noun.i: noun}.values() for c in n.children if c.dep_ in ("relcl", "acl")]
    if top.dep_ in ("nsubj", "nsubjpass"):
        verbs.append(top.head)
    if top.dep_ == "pobj" and top.head.lower_ in words.spells and top.head.head.pos_ in ("VERB", "AUX"):
        verbs.append(top.head.head)
    joined = [j for v in verbs for j in v.conjuncts if not any(c.dep_ in ("nsubj", "nsubjpass") for c in j.children)]
    return [*verbs, *joined]


def _carried(trigger: Token, verbs: list[Token]) -> Token | None:
    """That one of `verbs` which has the trigger as its object or the like."""
    told = {v.i for v in verbs}
    node = trigger
    while node.i not in told:
        own = node.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "NUM" for c in node.children)
        if node.dep_ not in _CARRIED or own or node.head.i == node.i:
            return None
        node = node.head
    return node


def _done_within(reading: Reading, mention: TimeMention, trigger: Token) -> bool:
    """ "Killed 70 fighters in two days"; but not "the first raid in two days", nor "has not eaten in two days"."""
    if mention.granularity not in ("hour", "day", "week") or not mention.start:
        return False
    link = reading.doc[mention.start - 1]
    if link.lower_ not in ("in", "within") or trigger.tag_ not in _PAST or trigger.i > link.i:
        return False
    if link.head.i != trigger.i and not (link.head.head.i == trigger.i and link.head.dep_ in ("dobj", "nsubjpass")):
        return False
    before = reading.doc[trigger.sent.start : mention.start]
    ranked = any(t.lower_ in ("first", "second", "third", "time") or t.tag_ in ("JJS", "RBS") for t in before)
    return not ranked and not any(c.dep_ == "neg" for c in trigger.children)


def _up_to_end(reading: Reading, mention: TimeMention, top: Token, verb: Token, *, first_counts: bool) -> When | None:
    """The days that end with those told around `top`, else where `verb` tells what has come of it, the publication.

    `first_counts`: "a two-day raid" is of two days of the calendar; "two days of raids" may begin within a third.
    """
    count = count_of(reading, mention)
    if count is None:
        return None
    around = [n for n in near(reading, top) if n.cost < TOO_FAR and n.mention.first and n.mention.last]
    told = next((n.mention for n in around if not n.said), None)
    if told is not None and told.granularity not in _FINE and mention.granularity in _SHORT:
        return None
    published = reading.report.published
    told = told or next((n.mention for n in around), None)
    if told is None and published is not None and by_now(verb):
        start = _back(published, mention.granularity, count, first_counts=first_counts)
        return When(start, published, "words", _AS_LONG, runs=True)
    told = told or story(reading).main or story(reading).said
    if told is None or told.first is None or told.last is None:
        return None
    base = told.last if told.granularity in _FINE else told.first
    start = _back(base, mention.granularity, count, first_counts=first_counts)
    return When(start, told.last, "words", _AS_LONG, runs=True)


def by_now(verb: Token) -> bool:
    """Whether a verb, or the one it is joined to, tells what has come about: "has killed 12 and displaced 100"."""
    while verb.dep_ == "conj" and not is_perfect(verb) and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return True  # "people displaced by two years of fighting"
    return is_perfect(verb) and not any(c.lower_ == "had" for c in verb.children)


def _back(start: date, name: str, count: float, *, first_counts: bool) -> date:
    if name == "hour" and count < _A_DAY:
        return start
    return shift(start, name, -(count - 1 if first_counts and name in ("day", "night") else count))


def count_of(reading: Reading, mention: TimeMention) -> float | None:
    """The number of units that a length tells; None for "several"."""
    known = reading.knowledge.world("times", Times)
    numbers = known.numbers
    words = [t.lower_ for t in reading.doc[mention.start : mention.end]]
    told = [float(numbers[w]) if w in numbers else float(w) for w in words if w in numbers or w.isdigit()]
    if told:
        return told[0]
    return 1.0 if not _ARTICLES.isdisjoint(words) and known.uncounted.isdisjoint(words) else None
