"""When a claim's content happened: days, not the day on which it was said."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from vedette.extraction.when.clauses import (
    before_a_time,
    before_that,
    counts_one_event,
    figures,
    goes_on_now,
    in_progress,
    is_deal,
    is_ongoing,
    since_then,
    stands_apart,
)
from vedette.extraction.when.counted import counted_from
from vedette.extraction.when.frame import frame
from vedette.extraction.when.lengths import spent_in
from vedette.extraction.when.model import When
from vedette.extraction.when.named import named_again
from vedette.extraction.when.outset import at_the_start, began_with, begun, since_clause, since_noun, since_outset
from vedette.extraction.when.running import VAGUE, is_now, is_vague, running_total, told_in
from vedette.extraction.when.standing import in_keeping, stands
from vedette.extraction.when.story import day_before, is_recent, of_later_strand, period_before, span_before, story
from vedette.extraction.when.summed import summed_up
from vedette.extraction.when.tree import TOO_FAR, Near, is_perfect, near, verb_of
from vedette.reading.reading import Reading, TimeMention

_YEAR = 366
_OWN = 2.0
"""Up to this cost words of time are the trigger's own."""
_UNDER = frozenset({"under", "in"})
_PAST = ("VBN", "VBD")


def when(reading: Reading, trigger: Token, *, running: bool = False, present: bool = False) -> When:
    """The days of what `trigger` (a claim's verb or noun) tells.

    `running`: the claim is a running total, which ends with the publication or the day on which it stands.
    `present`: a state told in the present tense (control), which takes the publication date.
    """
    # Tolls, events and control ask for the same words.
    known: dict[tuple[int, bool, bool], When] = reading.doc.user_data.setdefault("vedette.when", {})
    key = (trigger.i, running, present)
    if key not in known:
        known[key] = _when(reading, trigger, running, present)
    return known[key]


def own_days(reading: Reading, token: Token) -> When | None:
    """The days that words beside `token` tell of it, and none from elsewhere: "among last year's victims were 40"."""
    told = [n for n in near(reading, token) if n.cost < TOO_FAR and not n.said and n.mention.first and n.mention.last]
    return told_in(told[0].mention) if told else None


def _when(reading: Reading, trigger: Token, running: bool, present: bool) -> When:
    around = [n for n in near(reading, trigger) if n.cost < TOO_FAR]
    told = [n for n in around if not n.said]
    if present:
        return since_then(reading, trigger) or _present(reading, [n for n in told if _of_state(trigger, n)])
    published = reading.report.published
    if trigger.dep_ == "amod" and not told and published is not None and stands(reading, trigger):
        return When(published, published, "publication", "so when it is told")
    found = (
        since_clause(reading, trigger, running=running)
        or since_noun(reading, trigger, running=running)
        or at_the_start(reading, trigger)
        or since_then(reading, trigger)
        or begun(reading, trigger)
        or (None if told else began_with(reading, trigger))
        or (None if _dated(told) else counted_from(reading, trigger))
        or spent_in(reading, trigger)
    )
    if found is not None:
        return found
    if running and not counts_one_event(reading, trigger):
        total = running_total(reading, trigger, told, around)
        if total is not None:
            return total
    if published is not None and not any(n.cost <= _OWN for n in told) and in_progress(reading, trigger):
        return When(published, published, "publication", "told in the present")
    if is_deal(reading, trigger):
        told = _of_deal([n for n in told if n.cost <= 2])
    for n in _without_now(reading, trigger, told):
        if n.mention.last is not None:
            return told_in(n.mention)
        if (
            is_vague(n.mention)
            and n.cost <= VAGUE
            and not any(m.mention.first and m.cost <= n.cost + 1 and not is_now(m) for m in told)
        ):
            return When(None, None, None, n.mention.reason)
    if (shared := _shared(reading, trigger)) is not None:
        return told_in(shared)
    if not told and (opening := frame(reading, trigger)) is not None:
        return When(opening.first, opening.last, "words", f"what the sentence opens with: {opening.reason}")
    if (whole := summed_up(reading, trigger)) is not None:
        why = f"of what it breaks down or adds up: {whole.reason}"
        return When(whole.first, whole.last, "period before", why, whole.relation in ("since", "during"))
    if not told and (outset := since_outset(reading, trigger)) is not None:
        return outset
    if published is not None and stands(reading, trigger):
        return When(published, published, "publication", "so when it is told")
    if is_ongoing(trigger) and published is not None:
        return When(published, published, "publication", "told as going on")
    if published is not None and goes_on_now(reading, trigger):
        return When(published, published, "publication", "told in the present")
    if before_a_time(reading, trigger):
        return When(None, None, "words", "told as done before a time that is told, without its own")
    why_not = stands_apart(reading, trigger)
    if why_not:
        return When(None, None, None, why_not)
    if not told and (again := named_again(reading, trigger)) is not None:
        return When(
            again.first, again.last, "named again", f"the day told elsewhere for it, by its place: {again.reason}"
        )
    found = _from_story(reading, trigger, [n for n in around if n.said])
    return _stock(reading, trigger, found) if running and not counts_one_event(reading, trigger) else found


def _stock(reading: Reading, trigger: Token, found: When) -> When:
    """The days of a running total of which the report tells no day but that of other news."""
    if found.basis not in ("main event", "said"):
        return found
    if trigger.lemma_.lower() in figures(reading.knowledge):
        return found  # "a toll of 48" is mostly of the one event
    published = reading.report.published
    if published is not None and (trigger.dep_ == "amod" or in_keeping(reading, trigger)):
        return When(published, published, "publication", "as many are so when it is told")
    return When(None, None, None, "a running total; no words tell since when")


def _dated(told: list[Near]) -> bool:
    """Whether the trigger itself has a day: "the Aug. 29 strike"."""
    return bool(told) and told[0].cost < 1 and told[0].owner is not None and told[0].mention.granularity == "day"


def _shared(reading: Reading, trigger: Token) -> TimeMention | None:
    """The time that the last of several joined verbs tells for all: "20 were killed and scores wounded in May"."""
    last = trigger
    while joined := [v for c in last.children if c.dep_ == "conj" and (v := _done(c)) is not None and v.i > last.i]:
        last = joined[-1]
    if last.i == trigger.i or trigger.tag_ not in _PAST:
        return None
    near_by = [n.mention for n in near(reading, last) if n.cost < TOO_FAR and not n.said and n.mention.start > last.i]
    return next((m for m in near_by if m.last is not None and m.first is not None), None)


def _done(joined: Token) -> Token | None:
    """The verb of what is joined to a verb, in the past: itself, or that of "scores wounded", which lost its "were"."""
    if joined.tag_ in _PAST:
        return joined
    return next((c for c in joined.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)


def _without_now(reading: Reading, trigger: Token, told: list[Near]) -> list[Near]:
    """With a while told before "now" instead of it: "strikes over three weeks that have now killed 90"."""
    if not any(is_now(n) for n in told):
        return told
    long = [n for n in near(reading, trigger) if n.mention.relation in ("since", "during") and n.mention.first]
    others = [n for n in told if not is_now(n)] if long else told
    return others or [n for n in long if n.mention.start < told[0].mention.start][:1] or told


_WHILE = frozenset({"during", "for", "until", "till", "through", "over"})


def _of_deal(told: list[Near]) -> list[Near]:
    """Without the time for which it is made, where its day is told: "accepted on Saturday a truce during the feast"."""
    days = [n for n in told if not _WHILE & {t.lower_ for t in _before(n)}]
    return days or told


def _before(n: Near) -> list[Token]:
    return [] if n.owner is None or not n.mention.start else [n.owner.doc[n.mention.start - 1]]


def _of_state(trigger: Token, near_by: Near) -> bool:
    """Whether words of time are of a state that a phrase tells, "a town held by rebels since May", and not of the verb
    around it: "raids on areas held by rebels have risen since May".
    """
    if near_by.owner is None or trigger.dep_ not in ("acl", "amod", "compound", "pobj", "appos"):
        return True
    if trigger.pos_ == "NOUN" and trigger.dep_ == "pobj" and trigger.head.lower_ in _UNDER:
        return True  # "has been under siege for two years"
    return near_by.owner.i == trigger.i or trigger.is_ancestor(near_by.owner)


def _present(reading: Reading, told: list[Near]) -> When:
    published = reading.report.published
    if any(is_vague(n.mention) and n.cost <= 1 for n in told):
        return When(None, None, None, "told of the past, without its days")  # "who once held the town"
    for n in told:
        if n.cost <= 4 and n.mention.first and n.mention.relation in ("since", "during"):
            return told_in(n.mention)
    if published is None:
        return When(None, None, None, "told in the present; the publication date is not known")
    return When(published, published, "publication", "told in the present")


def _is_told_so_far(trigger: Token) -> bool:
    """ "have been killed": up to the day of the report."""
    verb = verb_of(trigger)
    return verb is not None and verb.tag_ != "VBG" and is_perfect(verb)


def _from_story(reading: Reading, trigger: Token, said: list[Near]) -> When:
    last = period_before(reading, trigger, 1) if _is_told_so_far(trigger) else None
    if last is not None and last.relation == "since":
        why = f"since the time told before: {last.reason}"
        return When(last.first, reading.report.published, "period before", why, runs=True)
    before = day_before(reading, trigger)
    if before is not None:
        return When(before.first, before.last, "sentence before", f"the day of the sentence before: {before.reason}")
    main = story(reading).main
    earlier = [
        n.mention
        for n in said
        if n.mention.first is not None
        and (is_recent(reading, n.mention) or n.mention.granularity == "day")
        and n.mention.first < ((main.first if main else None) or date.max)
    ]
    published = reading.report.published
    if earlier and (main is not None or earlier[0].first != published):
        # what was said on a day cannot have come after it
        return When(earlier[0].first, earlier[0].last, "said", f"told on that day: {earlier[0].reason}")
    period = period_before(reading, trigger) if main is None else None
    if period is not None and period.first and period.last and (period.last - period.first).days <= _YEAR:
        return When(period.first, period.last, "period before", f"the period told before: {period.reason}")
    if main is not None and of_later_strand(reading, main, trigger):
        return When(None, None, None, "no words of time for it; the first that the report tells are of something else")
    if main is None:
        only = next((n.mention for n in said if is_recent(reading, n.mention)), None) or story(reading).said
        if only is None or of_later_strand(reading, only, trigger):
            return When(None, None, None, "no words of time for it, nor for the report's main event")
        return When(only.first, only.last, "said", f"only the day of the saying is told: {only.reason}")
    if (span := span_before(reading, trigger, main)) is not None:
        return When(span.first, span.last, "sentence before", f"the days of the sentence before: {span.reason}")
    if before_that(reading, trigger):
        return When(None, None, None, "told as done before what is told, without its day")
    return When(main.first, main.last, "main event", f"no words of its own; the main event's: {main.reason}")
