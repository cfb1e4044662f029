"""Since when something runs that was begun: "since the war began", "the fighting has killed 90"."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from vedette.extraction.when.lengths import by_now
from vedette.extraction.when.model import When
from vedette.extraction.when.starts import begins, begins_war, start_of
from vedette.extraction.when.story import about_war, story
from vedette.extraction.when.tree import TOO_FAR, distance, finite_of, is_perfect, marker, near, verb_of
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.syntax import subtree_bounds
from vedette.reading.times.calendar import Interval, part_of, unit

_FOLLOWING = frozenset({"following", "after"})
_WHEN = frozenset({"when", "after"})
_CLAUSE = 12
_UNTOLD = When(None, None, None, "when the war began, of which no day is told")
_OWN = 2.0
"""Up to this cost words of time are the trigger's own."""
_BEGAN_AS = frozenset({"as", "with"})
_DAY_OF_MONTH = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_YEAR = re.compile(r"[12]\d{3}")
_DECADE = re.compile(r"(?:[12]\d)?\d0'?s")


def since_clause(reading: Reading, trigger: Token, *, running: bool) -> When | None:
    """Days from a clause "since the war began" on the trigger's own clause, to the publication.

    For a running total any such clause of the sentence will do.
    """
    for token in trigger.sent:
        if token.pos_ not in ("VERB", "AUX") or marker(token) != "since":
            continue
        inside = token.is_ancestor(trigger) or token.i == trigger.i
        if inside and _after_since(token, trigger):
            return _own_start(reading, token)
        cost, _ = distance(reading.knowledge, trigger, token.head)
        if cost >= TOO_FAR and not running and not inside:
            continue
        start, end = subtree_bounds(token)
        inner = [n.mention for n in near(reading, token) if start <= n.mention.start < end and n.mention.first]
        inner = inner or _behind(reading, token)
        if _has_day(reading, trigger, start, end):
            continue  # "on Saturday suffered its first loss since the raids began"
        first = inner[0].first if inner else _start(reading, token, trigger)
        if first is None:
            return When(None, None, None, "since something of which no day is told")
        return When(first, reading.report.published, "words", "since then, to the publication", runs=True)
    return None


def _start(reading: Reading, clause: Token, trigger: Token) -> date | None:
    """The day on which that began which a clause "since" names, where another sentence tells it."""
    told = story(reading)
    if _it_began(reading.knowledge, clause, trigger) and told.war is not None:
        return told.war[0]
    if not begins(reading.knowledge, clause):
        return None
    heads = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return next((day for h in heads if (day := start_of(reading, h, told.war, told.begun)) is not None), None)


def since_noun(reading: Reading, trigger: Token, *, running: bool) -> When | None:
    """Days from the beginning of what "since" names, told in another sentence: "killed since the truce"."""
    told, outsets = story(reading), reading.knowledge.world("times", Times).outsets
    for since in trigger.sent:
        noun = next((c for c in since.children if c.dep_ == "pobj"), None) if since.lower_ == "since" else None
        if noun is None or any(since.i < m.start <= noun.right_edge.i for m in reading.times):
            continue
        if noun.lemma_.lower() in outsets:
            noun = next((p for of in noun.children if of.lower_ == "of" for p in of.children), noun)
        cost, _ = distance(reading.knowledge, trigger, since.head)
        if (cost >= TOO_FAR and not running) or _has_day(reading, trigger, since.i, noun.right_edge.i + 1):
            continue
        if (first := start_of(reading, noun, told.war, told.begun)) is not None:
            return When(first, reading.report.published, "words", "since then, to the publication", runs=True)
    return None


def _behind(reading: Reading, clause: Token) -> list[TimeMention]:
    """The day that the words behind "since" tell, whatever they hang on: "since fighting with X erupted on May 3"."""
    doc = clause.doc
    since = next((t for t in reversed(doc[clause.sent.start : clause.i]) if t.lower_ == "since"), None)
    for m in reading.times if since is not None else ():
        if since is None or not since.i < m.start <= since.i + _CLAUSE or m.first is None or m.relation != "at":
            continue
        between = doc[since.i + 1 : m.start]
        if sum(t.tag_ == "VBD" for t in between) < 2 and not any(t.is_punct and t.text != "-" for t in between):
            return [m]
    return []


def _has_day(reading: Reading, trigger: Token, start: int, end: int) -> bool:
    """Whether words outside the clause from `start` to `end` tell the day of the trigger itself."""
    return any(
        n.cost <= _OWN and not n.said and n.mention.last and not start <= n.mention.start < end
        for n in near(reading, trigger)
    )


def _it_began(knowledge: Knowledge, clause: Token, verb: Token) -> bool:
    """ "The war has killed 90 since it began"."""
    it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in clause.children)
    return it and begins(knowledge, clause) and about_war(knowledge, verb)


def _after_since(clause: Token, trigger: Token) -> bool:
    """Whether the trigger stands in the clause that "since" opens, whatever the parse hangs on its verb."""
    return any(t.lower_ == "since" for t in clause.doc[max(clause.sent.start, clause.i - _CLAUSE) : trigger.i])


def _own_start(reading: Reading, clause: Token) -> When | None:
    """The days of what "since" leads to: "the war began with protests" is of the war's first days."""
    start, end = subtree_bounds(clause)
    if any(start <= m.start < end and m.first for m in reading.times):
        return None
    war = (
        story(reading).war
        if begins_war(reading.knowledge, clause) or _it_began(reading.knowledge, clause, clause.head)
        else None
    )
    return When(*war, "war", "when the war began") if war is not None else None


def at_the_start(reading: Reading, trigger: Token) -> When | None:
    """What happened when that began which runs "since July 7, when troops advanced": then, and not up to now."""
    for mention in reading.times:
        if mention.relation != "since" or mention.first is None or not trigger.sent.start <= mention.start < trigger.i:
            continue
        if mention.end > trigger.i or trigger.i >= trigger.sent.end:
            continue
        node = trigger
        while node.head.i != node.i and not mention.start <= node.i < mention.end:
            if node.left_edge.i - mention.end <= 1 and node.left_edge.i >= mention.end and _tells_start(node):
                return When(*_unit_of(reading, mention), "words", f"when it began: {mention.reason}")
            node = node.head
    return None


def _tells_start(node: Token) -> bool:
    if node.dep_ == "prep":
        return node.lower_ in _FOLLOWING
    return node.dep_ in ("relcl", "advcl", "acl") and (marker(node) in _WHEN or node.left_edge.lower_ in _WHEN)


def _unit_of(reading: Reading, mention: TimeMention) -> Interval:
    """The day, month or year that the words after "since" name."""
    assert mention.first is not None
    words = reading.knowledge.world("times", Times)
    told = [t.lower_.strip(".") for t in reading.doc[mention.start : mention.end]]
    if any(w in words.weekdays or _DAY_OF_MONTH.fullmatch(w) for w in told):
        return mention.first, mention.first
    if any(_DECADE.fullmatch(w) or w in words.decade_words for w in told):
        named = "decade"
    elif any(w in words.months for w in told):
        named = "month"
    else:
        named = "year" if any(_YEAR.fullmatch(w) for w in told) else "day"
    whole = unit(mention.first, named)
    part = next((p for p in ("early", "mid", "late") if any(w.startswith(p) for w in told)), None)
    return part_of(whole, part) if part is not None and named != "day" else whole


def begun(reading: Reading, trigger: Token) -> When | None:
    """ "The battle began in May and has displaced 700,000": from then to the publication."""
    verb = verb_of(trigger)
    published = reading.report.published
    if verb is None or published is None or verb.dep_ != "conj" or not is_perfect(verb):
        return None
    first = verb.head
    if not begins(reading.knowledge, first):
        return None
    days = [n.mention for n in near(reading, first) if n.cost < 2 and n.mention.first and n.mention.start < verb.i]
    if not days:
        return None
    return When(days[0].first, published, "words", f"since it began: {days[0].reason}", runs=True)


def since_outset(reading: Reading, trigger: Token) -> When | None:
    """What a war, or fighting that the report tells to have begun, has done by now: since it began."""
    verb = finite_of(trigger)
    if verb is None or not by_now(verb):
        return None
    war = story(reading).war
    if war is not None and about_war(reading.knowledge, verb):
        return When(war[0], reading.report.published, "war", "since the war began", runs=True)
    return of_campaign(reading, verb)


def of_campaign(reading: Reading, verb: Token) -> When | None:
    """A total of fighting that the report tells to have begun at some time: "the fighting has killed 1,100"."""
    clause = verb
    while clause.dep_ in ("conj", "advcl") and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    heads = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    heads += [p for c in clause.children if c.lower_ in ("in", "during", "by") for p in c.children if p.dep_ == "pobj"]
    words = reading.knowledge.world("times", Times)
    for head in heads:
        marks = {c.lower_ for c in head.children}
        if head.lemma_.lower() not in words.fights or marks & words.any_of_them:
            continue
        if head.lemma_.lower() in words.any_fights and head.dep_ == "pobj" and "the" not in marks:
            continue
        first = start_of(reading, head, None, story(reading).begun)
        if first is not None:
            return When(first, _until(reading, verb), "war", "since it began, as told elsewhere", runs=True)
    return None


def _until(reading: Reading, verb: Token) -> date | None:
    """The day on which a count stands, where words tell it ("as of Monday"); else the publication."""
    sent = verb.sent
    told = (m.last for m in reading.times if sent.start <= m.start < sent.end and m.relation == "until")
    return next(told, reading.report.published)


def began_with(reading: Reading, trigger: Token) -> When | None:
    """What a war is told to have begun with: "the uprising began as a series of protests"."""
    war = story(reading).war
    for above in trigger.ancestors:
        if above.pos_ == "VERB" and begins_war(reading.knowledge, above):
            inside = next((c for c in above.children if c.i == trigger.i or c.is_ancestor(trigger)), None)
            with_it = inside is not None and inside.dep_ == "prep" and inside.lower_ in _BEGAN_AS
            if not with_it:
                return None
            return When(*war, "war", "when the war began") if war is not None else _UNTOLD
    return None
