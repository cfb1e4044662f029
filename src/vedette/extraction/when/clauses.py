"""Times told by clauses: "since the war began", "nine months after they were driven out", what is yet to come."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.model import When
from vedette.extraction.when.story import begins_war, story
from vedette.extraction.when.tree import TOO_FAR, distance, is_event_noun, marker, near, verb_of
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.syntax import subtree_bounds
from vedette.reading.times.calendar import shift, unit
from vedette.reading.times.tense import tells_future

_ANNOUNCE = frozenset(
    {"announce", "promise", "pledge", "plan", "offer", "propose", "order", "approve", "authorize", "vow"}
)
_NEARBY = 60
"""Tokens within which "since" points back."""
_HABIT = frozenset({"regular", "daily", "routine", "frequent"})
_PAST = frozenset({"recent", "previous", "past", "former", "earlier"})


def since_clause(reading: Reading, trigger: Token, *, running: bool) -> When | None:
    """Days from a clause "since the war began" on the trigger's own clause, to the publication.

    For a running total any such clause of the sentence will do.
    """
    for token in trigger.sent:
        if token.pos_ not in ("VERB", "AUX") or marker(token) != "since":
            continue
        if token.is_ancestor(trigger) or token.i == trigger.i:
            continue
        cost, _ = distance(reading.knowledge, trigger, token.head)
        if cost >= TOO_FAR and not running:
            continue
        start, end = subtree_bounds(token)
        inner = [n.mention for n in near(reading, token) if start <= n.mention.start < end and n.mention.first]
        first = inner[0].first if inner else story(reading).war if begins_war(token) else None
        if first is None:
            return When(None, None, None, "since something of which no day is told")
        return When(first, reading.report.published, "words", "since then, to the publication")
    return None


def since_then(reading: Reading, trigger: Token) -> When | None:
    """ "They have since attacked": from the time told before, to the publication."""
    verb = verb_of(trigger)
    if verb is None or not any(c.dep_ == "advmod" and c.lower_ == "since" for c in verb.children):
        return None
    before = [m for m in reading.times if m.end <= verb.i and m.first and m.relation != "duration"]
    if not before or verb.i - before[-1].end > _NEARBY:
        return None
    return When(before[-1].first, reading.report.published, "words", f"since the time told before: {before[-1].reason}")


def spent_in(reading: Reading, trigger: Token) -> When | None:
    """ "after two days of fighting": as many days, up to the day of the clause around it."""
    for mention in reading.times:
        if mention.relation != "duration" or mention.granularity not in ("day", "week", "month"):
            continue
        if mention.end >= len(reading.doc) or reading.doc[mention.end].lower_ != "of":
            continue
        inside = {t.i for t in reading.doc[mention.end].subtree}
        root = reading.doc[mention.start : mention.end].root
        if trigger.i not in inside and trigger.i != root.i:
            continue
        if any(t.pos_ == "VERB" and t.i <= trigger.i for t in reading.doc[mention.end].subtree):
            continue
        days = [n.mention for n in near(reading, root) if n.cost < TOO_FAR and n.mention.first]
        base = days[0] if days else story(reading).main
        count = _count(reading, mention)
        if base is None or base.first is None or count is None:
            continue
        return When(shift(base.first, mention.granularity, -count), base.last, "words", "as long as told, up to then")
    return None


def counted_from(reading: Reading, trigger: Token) -> When | None:
    """What befell "nine months after" it lets its own time be counted from the clause around it."""
    doc = reading.doc
    for mention in reading.times:
        if (
            mention.relation != "duration"
            or mention.end >= len(doc)
            or doc[mention.end].lower_ not in ("after", "before")
        ):
            continue
        if mention.start < trigger.sent.start or mention.end >= trigger.sent.end or trigger.i <= mention.end:
            continue
        link = doc[mention.end]
        inner = link.head if link.dep_ == "mark" or link.head.i > link.i else next(iter(link.children), None)
        if inner is None or not (inner.i == trigger.i or inner.is_ancestor(trigger)):
            continue
        return _counted(reading, mention, inner, link)
    return None


def _counted(reading: Reading, mention: TimeMention, inner: Token, link: Token) -> When | None:
    outer = link.head if inner.head.i == link.i else inner.head
    days = [n.mention for n in near(reading, outer) if n.cost <= 4 and n.mention.first]
    base = days[0] if days else story(reading).main
    count = _count(reading, mention)
    if base is None or base.first is None or count is None:
        return When(None, None, None, "counted from a time that is not told")
    sign = -1 if link.lower_ == "after" else 1
    first, last = unit(shift(base.first, mention.granularity, sign * count), mention.granularity)
    return When(first, last, "words", f"{mention.granularity}s counted from the clause around it")


_SMALL = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


def _count(reading: Reading, mention: TimeMention) -> int | None:
    for token in reading.doc[mention.start : mention.end]:
        if token.lower_ in _SMALL:
            return _SMALL[token.lower_]
        if token.text.isdigit():
            return int(token.text)
    return None


def stands_apart(reading: Reading, trigger: Token) -> str:
    """Why a claim without words of time is not of the main event's day; empty if it may be."""
    if is_deal(reading, trigger):
        return "an agreement told of without its day"
    if any(c.dep_ == "amod" and c.lower_ in _PAST for c in trigger.children):
        return "told as recent or past, without its day"
    if trigger.lemma_.lower() == "war" or any(c.dep_ == "amod" and c.lower_ in _HABIT for c in trigger.children):
        return "told as a whole or as a habit, without its days"
    if _goes_on(trigger):
        return "told as going on since some time, without its days"
    verb = verb_of(trigger)
    around = verb.head if verb is not None and verb.dep_ in ("xcomp", "ccomp") else trigger
    if tells_future(reading.doc, trigger.i) or tells_future(reading.doc, around.i):
        return "yet to come, without its day"
    head = trigger.head
    done = (
        trigger.dep_ == "ccomp" and trigger.tag_ in ("VBD", "VBN") and not _modal(trigger)
    )  # "announced that X took Y"
    if trigger.dep_ in ("dobj", "ccomp", "xcomp") and head.lemma_.lower() in _ANNOUNCE and not done:
        return "announced, without its day"
    return ""


def _modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def is_ongoing(trigger: Token) -> bool:
    """Whether a noun is told as going on: "ongoing talks"."""
    return any(c.dep_ == "amod" and c.lower_ in ("ongoing", "continuing", "current") for c in trigger.children)


def _goes_on(trigger: Token) -> bool:
    """ "has been carrying out strikes"."""
    verb = verb_of(trigger)
    if verb is None or verb.tag_ != "VBG":
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "been" in aux and bool(aux & {"has", "have"})


def is_deal(reading: Reading, trigger: Token) -> bool:
    """Whether a noun names an agreement: what is told around it is seldom of its day."""
    return trigger.lemma_.lower() in event_lexicon(reading.knowledge).classes.get("deal", ())


def counts_one_event(reading: Reading, trigger: Token) -> bool:
    """Whether a total is of one event: "the death toll from a bomb attack"."""
    verb = verb_of(trigger) or trigger
    for subject in verb.children:
        if subject.dep_ in ("nsubj", "nsubjpass") and subject.lemma_.lower() in ("toll", "number"):
            return any(is_event_noun(reading.knowledge, t) and t.tag_ in ("NN", "NNP") for t in subject.subtree)
    return False
