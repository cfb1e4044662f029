"""Whether a count is of one attack, of a day, or of a longer while."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span, Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED
from vedette.extraction.tolls.triggers import PHRASE
from vedette.extraction.tolls.vocabulary import STATES
from vedette.extraction.when import When
from vedette.extraction.when.lengths import came_of_long
from vedette.extraction.when.tree import is_event_noun
from vedette.knowledge.effects import Effects
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.syntax import is_passive, subjects

INCIDENT, DAY, PERIOD = "incident", "day", "period"
TOO_MANY = "too many for one attack"
_SINCE_WAR, _WAR_ITSELF = "since the war began", "the war itself did it"
A_SIEGE = "a siege lasts"
OF_WAR = frozenset({TOO_MANY, _SINCE_WAR, _WAR_ITSELF})
"""The reasons for which a count is of a war as a whole."""
_LONG = frozenset({"week", "month", "season", "year"})
_SHORT = frozenset({"day", "part"})
_OVER = frozenset({"in", "over", "during", "through", "throughout", "within"})
_APART = ("after", "before", "later", "earlier", "prior", "apart")
_THESE = frozenset({"these", "those", "such"})
_NEAR = 25
_NIGHT = 1
_SEVERAL = 3
_ENDS = 4
_RANKED = 8
_OF_A_MONTH = 20
_OF_MANY_DAYS = 1000
_BY_NOW = 100
_HARM = frozenset({"killed", "wounded", "casualties"})
_MOVED = frozenset({"displaced"})
_DAYS_LENGTH = ("24 hours", "24 - hour", "24-hour period", "twenty-four hours")
_DAILY = ("each day", "every day", "per day", "daily report", "daily update", "daily toll")


def span_of(reading: Reading, found: Found, effects: Effects) -> tuple[str, str]:
    """The span and the reason for it."""
    sent = found.trigger.sent
    anchor = found.anchor or found.trigger
    times = [
        m
        for m in reading.times
        if sent.start <= m.start < sent.end
        and _of_clause(m, anchor, sent)
        and not _no_while(reading, m)
        and not (m.granularity == "open" and m.relation == "at")
    ]
    period = _period(reading, found, sent, times, effects)
    if period is not None:
        return PERIOD, period
    day = _day(reading, found, sent, times, effects)
    return (DAY, day) if day is not None else (INCIDENT, "no longer while is told")


def as_long(found: Found, time: When, span: str, reason: str) -> tuple[str, str]:
    """`span` and `reason`, or those of a while where the days of a count of harm run through one."""
    days = 0 if time.first is None or time.last is None else (time.last - time.first).days
    one = found.group.high is not None and found.group.high < _SEVERAL
    if span == PERIOD or not time.runs or one or days < _SEVERAL or found.effect not in _HARM | _MOVED:
        return span, reason
    return PERIOD, "its days run through a while"


def _period(reading: Reading, found: Found, sent: Span, times: list[TimeMention], effects: Effects) -> str | None:
    least = found.group.low or found.group.high or 0
    if least >= effects.of_a_war.get(found.effect, least + 1):
        return TOO_MANY
    if any(m.relation == "since" and m.granularity not in _SHORT for m in times):
        return "since a date"
    anchor = found.anchor or found.trigger
    nearest = min(times, key=lambda m: abs(m.start - anchor.i), default=None)
    if nearest is not None and nearest.relation in ("during", "duration") and _lasts(nearest):
        return "over a while"
    if nearest is not None and nearest.granularity == "year" and nearest.relation == "at" and _many_in(found, effects):
        return "all of a year"
    if came_of_long(reading, anchor):
        return "days of fighting came to it"
    weeks = nearest is not None and nearest.granularity in ("month", "week") and nearest.relation == "at"
    if nearest is not None and weeks and least >= _OF_A_MONTH and _all_in(found, effects):
        return f"all of a {nearest.granularity}"
    since = [t for t in sent if t.lower_ in effects.sinces and abs(t.i - anchor.i) < _NEAR]
    if any(later.lower_ in effects.wars for t in since for later in sent.doc[t.i : t.i + 8]):
        return _SINCE_WAR
    if any(_of_course(reading, c) for t in since for c in t.head.children if c.dep_.startswith("nsubj")):
        return "since the fighting began"
    if any(t.dep_ == "nsubj" and _lasting(t, t.head, effects) for t in subjects(_verb(found.trigger))):
        return _WAR_ITSELF
    if _over_years(found.trigger, effects):
        return "over a while"
    if not times and least >= _OF_MANY_DAYS and _all_in(found, effects):
        return "so many, and no day told"
    text = sent.text.lower()
    if (
        any(words in text for words in effects.adding)
        and not _of_superlative(sent)
        and not _of_one(reading, found, times, effects)
    ):
        return "counted up to now"
    if not times and least >= _BY_NOW and found.effect in _HARM and _all_by_now(reading, found, effects):
        return "so many up to now"
    if found.effect == "trapped" and not any(t.lower_ in effects.caught for t in sent) and not _fights(found, effects):
        return A_SIEGE
    if found.effect == "deployed" and (any(t.lower_ == "already" for t in sent) or _by_now(found.trigger)):
        return "there for a while"
    if found.effect == "detained" and _kept(found):
        return "held for a while"
    if sent.start and any(t.lower_ in _THESE and t.i - sent.start < 3 for t in sent):
        before = reading.sentence(sent.start - 1)
        if any(m.relation == "since" and before.start <= m.start < before.end for m in reading.times):
            return "the sentence before tells since when"
    return None


def _of_superlative(sent: Span) -> bool:
    """Whether "so far" tells among which it is the worst: "one of the deadliest raids so far"."""
    far = next((t for t in sent if t.lower_ == "far" and t.i > sent.start and t.nbor(-1).lower_ == "so"), None)
    return far is not None and any(t.tag_ in ("JJS", "RBS") for t in sent.doc[max(sent.start, far.i - 5) : far.i])


def _verb(trigger: Token) -> Token:
    """The trigger, or the verb that a noun of harm is the object of: "the war has claimed 120 deaths"."""
    return trigger.head if trigger.dep_ == "dobj" and trigger.head.pos_ == "VERB" else trigger


def _over_years(trigger: Token, effects: Effects) -> bool:
    """Whether its clause has a longer while of no dates: "in recent years", "during the same period"."""
    for prep in (c for v in (trigger, _verb(trigger)) for c in v.children if c.lower_ in _OVER):
        for noun in (c for c in prep.children if c.dep_ == "pobj" and c.lemma_ in effects.whiles):
            before = {c.lower_ for c in noun.lefts}
            counted = any(c.like_num for c in noun.lefts)
            if before & effects.while_marks and not counted and (noun.lemma_ == "period" or noun.tag_ == "NNS"):
                return True
    return False


def _of_clause(time: TimeMention, anchor: Token, sent: Span) -> bool:
    """Whether a time can be the count's: told near it, or what the sentence opens with."""
    return abs(time.start - anchor.i) < _NEAR or time.start <= sent.start + 1


def _no_while(reading: Reading, time: TimeMention) -> bool:
    """Whether words of time measure no while of harm.

    "30 years of age", "the first attack in more than a year", "two weeks after 350 were killed".
    """
    after = reading.doc[time.end : time.end + 2].text.lower()
    before = reading.doc[max(0, time.start - _RANKED) : time.start]
    ranked = any(t.lower_ == "first" or t.tag_ in ("JJS", "RBS") for t in before) and not {
        t.lower_ for t in before
    }.isdisjoint(("in", "of"))
    over = bool(before) and before[-1].lower_ in _OVER | {"for"}
    apart = time.relation == "duration" and not over and after.startswith(_APART)
    return after.startswith(("of age", "old")) or reading.doc[time.end - 1].lower_ == "old" or ranked or apart


def _all_by_now(reading: Reading, found: Found, effects: Effects) -> bool:
    """ "Raids have killed hundreds", "has lost 463 fighters in the battle": not what one raid has done."""
    of_many = _many_in(found, effects) or any(_of_course(reading, t) for t in found.trigger.subtree)
    return of_many and _by_now(_verb(found.trigger))


def _of_course(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells of what lasts for days, or comes again: "the offensive", "strikes"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    words = reading.knowledge.world("times", Times)
    lasting = noun.lemma_.lower() in words.fights | words.courses
    return lasting or (noun.tag_ == "NNS" and is_event_noun(reading.knowledge, noun))


def _of_one(reading: Reading, found: Found, times: list[TimeMention], effects: Effects) -> bool:
    """Whether what is counted up to now is of one attack or day: a few, or told of a day ("40 on Tuesday so far")."""
    least = found.group.low or found.group.high or 0
    wars = effects.wars | effects.lasting
    long = any(t.lower_ in wars or _of_course(reading, t) for t in found.trigger.sent)
    return least < _BY_NOW and not long and not any(m.granularity not in _SHORT for m in times)


def _lasts(time: TimeMention) -> bool:
    """Whether it is longer than a day and a night: "the past three days"."""
    if time.granularity in _LONG:
        return True
    return time.first is not None and time.last is not None and (time.last - time.first).days > _NIGHT


def _many_in(found: Found, effects: Effects) -> bool:
    """Whether a count told of a year is of all that happened in it, and not of one attack: "292 died last year"."""
    trigger, verb = found.trigger, found.trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if found.group.kind != COUNTED or (found.group.low or found.group.high or 0) < _SEVERAL:
        return False
    told = {c.i: c for v in (trigger, verb) for c in v.children}.values()
    nouns = [c for c in told if c.dep_ == "nsubj" and c.lemma_.lower() not in effects.figure_nouns]
    nouns += [verb.head for c in nouns if c.tag_ == "WDT" and verb.dep_ == "relcl"]  # "a raid that killed 32"
    by = [p for c in told if c.dep_ in ("prep", "agent") for p in c.children if p.dep_ == "pobj"]
    few = any(n.tag_ == "NNS" and any(c.dep_ == "nummod" for c in n.children) for n in nouns)  # "two blasts killed"
    return not (few or any(n.tag_ == "NN" and _articled(n) for n in (*nouns, *by)))


def _articled(noun: Token) -> bool:
    return any(c.lower_ in ("a", "an", "the") for c in noun.children)


def _all_in(found: Found, effects: Effects) -> bool:
    return found.effect in _HARM and _many_in(found, effects)


def _lasting(subject: Token, verb: Token, effects: Effects) -> bool:
    """Whether a war does it, or fighting that goes on: "the war killed", "the fighting has killed"."""
    word = subject.lemma_.lower()
    return word in effects.wars or (word in effects.lasting and _by_now(verb) and not _article_a(subject))


def _fights(found: Found, effects: Effects) -> bool:
    """Whether it is fighters who are shut in, which is of one battle."""
    return found.trigger.doc[found.group.head].lemma_.lower() in effects.shut_in_fighters


def _article_a(noun: Token) -> bool:
    return any(c.lower_ in ("a", "an", "this", "one") for c in noun.children)


def _a_part(noun: Token) -> bool:
    """ "A part of the country" is one place."""
    return noun.lower_ == "part" and _article_a(noun)


def _one_attack(found: Found) -> bool:
    """Whether the words name one attack that did it: "killed in a strike", "a blast wounded"."""
    trigger = found.trigger
    nouns = [p for c in trigger.children if c.dep_ in ("prep", "agent") for p in c.children if p.dep_ == "pobj"]
    nouns += [] if is_passive(trigger) else subjects(trigger)
    return any(n.tag_ == "NN" and _article_a(n) and n.lower_ not in ("series", "wave", "day", "number") for n in nouns)


def _by_now(verb: Token) -> bool:
    """ "45 observers have been stationed there"."""
    return verb.pos_ == "VERB" and any(c.lower_ in ("have", "has") for c in verb.children if c.dep_ == "aux")


def _kept(found: Found) -> bool:
    """Whether it tells of who is in prison, and not of an arrest: "450 jailed comrades", "remain behind bars"."""
    return found.frame == PHRASE or (found.frame == STATES and found.trigger.dep_ in ("amod", "acomp"))


def _day(reading: Reading, found: Found, sent: Span, times: list[TimeMention], effects: Effects) -> str | None:
    if found.effect in ("deployed", "released", "surrendered", "detained", "abducted"):
        return None
    day = [m for m in times if m.granularity in _SHORT and m.first is not None]
    if any(reading.doc[m.start : m.end].text.lower().endswith(_DAYS_LENGTH) for m in times):
        return "within a day's length"
    words = [t.lower_ for t in sent]
    if any(f" {often} " in f" {' '.join(words)} " for often in _DAILY):
        return "told day by day"
    if found.group.low == found.group.high == 1 or _one_attack(found):
        return None
    if "since dawn" in " ".join(words) or any(m.relation == "since" for m in day):
        return "since a part of the day"
    if day and found.trigger.lemma_ == "flee":
        return "all who fled that day"
    many = [t for t in sent if t.lower_ in effects.many_attacks and not any(c.lower_ in ("a", "an") for c in t.lefts)]
    in_title = sent.start_char < len(reading.report.title)
    if not many or not (day or in_title):
        return None
    if any(t.lower_ in effects.wide and not _a_part(t) for t in sent) or "in and around" in " ".join(words):
        return "attacks in more than one place"
    if any(
        a.dep_ != "compound" and b.i in {c.i for c in a.conjuncts} and a.lemma_ != b.lemma_ for a, b in pairwise(many)
    ):
        return "attacks of several kinds"
    sides = [t for t in sent if t.lower_ in effects.sides and not _beyond(t)]
    if any(t.pos_ == "NOUN" or t.dep_ == "conj" for t in sides) or _joined(sides):
        return "attacks on a side of a place"
    places = {m.name for m in reading.places if sent.start <= m.start < sent.end}
    both = any(
        a.end + 1 >= b.start and reading.doc[a.end : b.start].text.lower() in ("and", "&", ",", "")
        for a, b in pairwise(reading.places)
        if sent.start <= a.start < sent.end and many[0].i < a.start and not _bounds(reading, a.start)
    )
    return "attacks in two places" if both and len(places) > 1 else None


def _bounds(reading: Reading, start: int) -> bool:
    """Whether a place and the next are the ends of one: "the road between the town of A and B"."""
    return any(t.lower_ == "between" for t in reading.doc[max(start - _ENDS, 0) : start])


def _beyond(side: Token) -> bool:
    """Whether it only tells where another place lies: "Ain Issa, north of Raqqa"."""
    doc = side.doc
    after = side.i + 1 < len(doc) and doc[side.i + 1].lower_ == "of"
    return after and side.i > 0 and not any(c.lower_ == "the" for c in side.lefts) and side.nbor(-1).lower_ != "in"


def _joined(sides: list[Token]) -> bool:
    """ "in northern and northeastern Syria"."""
    return any(b.i - a.i == 2 and a.nbor().lower_ == "and" for a, b in pairwise(sides))
