"""When a claim's content happened: days, not the day on which it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from vedette.extraction.when_story import about_war, begins_war, is_event_day, story
from vedette.extraction.when_tree import TOO_FAR, Near, distance, marker, near, verb_of
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.tense import tells_future


@dataclass(frozen=True, slots=True)
class When:
    """Inclusive days, both None with a `reason` where the text does not tell. `basis` names how: words, main event…"""

    first: date | None
    last: date | None
    basis: str | None
    reason: str


def when(reading: Reading, trigger: Token, *, running: bool = False, present: bool = False) -> When:
    """The days of what `trigger` (a claim's verb or noun) tells.

    `running`: the claim is a running total, which ends with the publication or the day on which it stands.
    `present`: a state told in the present tense (control), which takes the publication date.
    """
    around = [n for n in near(reading, trigger) if n.cost < TOO_FAR]
    told = [n for n in around if not n.said]
    if (since := _since_clause(reading, trigger)) is not None and not present:
        return since
    if present:
        return _present(reading, told)
    if running:
        return _running(reading, trigger, told)
    for n in told:
        if n.mention.first is not None:
            return When(n.mention.first, n.mention.last, "words", n.mention.reason)
        if _vague(n.mention) and n.cost <= 3:
            return When(None, None, None, n.mention.reason)
    why_not = _stands_apart(reading, trigger)
    if why_not:
        return When(None, None, None, why_not)
    return _from_story(reading, trigger)


def _vague(mention: TimeMention) -> bool:
    return mention.first is None and mention.granularity == "open"


def _present(reading: Reading, told: list[Near]) -> When:
    published = reading.report.published
    for n in told:
        if n.cost <= 4 and n.mention.first and n.mention.relation in ("since", "during"):
            return When(n.mention.first, n.mention.last, "words", n.mention.reason)
    if published is None:
        return When(None, None, None, "told in the present; the publication date is not known")
    return When(published, published, "publication", "told in the present")


def _running(reading: Reading, trigger: Token, told: list[Near]) -> When:
    published = reading.report.published
    spans = [n.mention for n in told if n.mention.relation in ("since", "during") and n.mention.first]
    spans += [n.mention for n in told if n.mention.first and n.mention.relation not in ("since", "during")]
    if spans:
        return When(spans[0].first, spans[0].last, "words", spans[0].reason)
    verb = verb_of(trigger)
    war = story(reading).war
    if verb is not None and about_war(verb) and war is not None:
        return When(war, published, "war", "a total of the war, since it began")
    return When(None, None, None, "a running total; no words tell since when")


def _since_clause(reading: Reading, trigger: Token) -> When | None:
    """Days from a clause "since the war began" on the trigger's own clause, to the publication."""
    for token in trigger.sent:
        if token.pos_ not in ("VERB", "AUX") or marker(token) != "since":
            continue
        if token.is_ancestor(trigger) or token.i == trigger.i:
            continue
        cost, _ = distance(reading.knowledge, trigger, token.head)
        if cost >= TOO_FAR:
            continue
        inner = [n.mention for n in near(reading, token) if n.cost <= 2 and n.mention.first]
        first = inner[0].first if inner else story(reading).war if begins_war(token) else None
        if first is None:
            return When(None, None, None, "since something of which no day is told")
        return When(first, reading.report.published, "words", "since then, to the publication")
    return None


def _stands_apart(reading: Reading, trigger: Token) -> str:
    """Why a claim without words of time is not of the main event's day; empty if it may be."""
    doc = reading.doc
    if trigger.lemma_.lower() in event_lexicon(reading.knowledge).classes.get("deal", ()):
        return "an agreement told of without its day"
    if any(c.dep_ == "amod" and c.lower_ in ("recent", "previous", "past", "former", "earlier") for c in trigger.children):
        return "told as recent or past, without its day"
    if tells_future(doc, trigger.i):
        return "yet to come, without its day"
    return ""


def _from_story(reading: Reading, trigger: Token) -> When:
    main = story(reading).main
    if main is None:
        return When(None, None, None, "no words of time for it, nor for the report's main event")
    return When(main.first, main.last, "main event", f"no words of its own; the main event's: {main.reason}")


__all__ = ["When", "is_event_day", "when"]
