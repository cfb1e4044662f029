"""Tolls found to claims: every slot filled with its reason, and what is told twice told once."""

from __future__ import annotations

from vedette.extraction.actors import actor_at, fought
from vedette.extraction.actors.reasons import EARLIER_DEED
from vedette.extraction.common import common
from vedette.extraction.tolls.cause import Causes
from vedette.extraction.tolls.draft import NOT_ITSELF, Draft
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED
from vedette.extraction.tolls.likeness import who_of
from vedette.extraction.tolls.span import OF_WAR, PERIOD, TOO_MANY, as_long, span_of
from vedette.extraction.tolls.vocabulary import Vocabulary
from vedette.extraction.tolls.who import COMBATANT, WhoHarmed
from vedette.extraction.when import When, own_days, when
from vedette.extraction.where import where
from vedette.extraction.who_says import who_says
from vedette.model.claim import Toll
from vedette.reading.reading import Reading

_A_WEEK = 7
_A_COUNTRYS = 1_000_000


def drafts(reading: Reading, found: list[Found], words: Vocabulary) -> list[Draft]:
    """The claims that `found` make, in their order. A part takes from its whole what it does not tell itself."""
    causes = Causes(reading, words)
    made: dict[int, Toll] = {}
    out: dict[int, Draft] = {}
    for toll in sorted(found, key=lambda f: (f.subset, f.group.start)):
        if toll.natural and not causes.near(toll.trigger):
            continue
        whole = made.get(toll.whole.start) if toll.whole is not None else None
        before = next((made[s] for s in sorted(made, reverse=True) if s < toll.group.start), None)
        who = who_of(reading, toll, words, whole, before)
        claim = _claim(reading, toll, causes, words, whole, who)
        made[toll.group.start] = claim
        figure = None if whole is None else whole.low or whole.high
        definite = toll.group.kind == COUNTED and reading.doc[toll.group.start].lower_ == "the"
        out[toll.group.start] = Draft(claim, figure, definite=definite, likened=who.likened)
    return [out[start] for start in sorted(out)]


def _claim(
    reading: Reading, found: Found, causes: Causes, words: Vocabulary, whole: Toll | None, who: WhoHarmed
) -> Toll:
    trigger, group = found.trigger, found.group
    anchor = found.anchor or trigger
    span, span_reason = span_of(reading, found, words.effects)
    if whole is not None and whole.span != span and (found.subset or trigger.sent.start_char <= whole.end):
        span, span_reason = whole.span, "as its whole"
    time = _days(
        reading, found, running=span == PERIOD or found.running or (whole is not None and whole.span == PERIOD)
    )
    span, span_reason = as_long(found, time, span, span_reason)
    days = None if time.first is None or time.last is None else (time.last - time.first).days
    lasting = span == PERIOD and (days is None or days > _A_WEEK)
    at_large = (lasting or (days or 0) > _A_WEEK) and span_reason != TOO_MANY and found.effect != "abducted"
    at_large = at_large or (span == PERIOD and found.effect == "detained")
    place = where(reading, anchor, of_war=span_reason == TOO_MANY and _all_over(found), lasting=at_large)
    cause = causes.of(found, lasting, of_war=span_reason in OF_WAR)
    means = cause.means or (whole.means if whole is not None else None)
    by, by_reason = cause.by, cause.by_reason
    if whole is not None and (by is None or by_reason in EARLIER_DEED):
        by, by_reason = whole.by, "as its whole"
    if by is None and who.who == COMBATANT and who.group and span != PERIOD:
        foe = fought(reading, trigger, who.group)
        by, by_reason = (foe, "whom they fought") if foe else (by, by_reason)
    unnamed = who.who == COMBATANT and who.group is None and group.start <= group.head < group.end
    own = actor_at(reading, reading.doc[group.head]) if unnamed else None
    if by is not None and by in (who.group, own.name if own is not None else None):
        by, by_reason = None, NOT_ITSELF
    said = group.mention or group
    return Toll(
        **common(
            reading,
            _quote(found),
            says=who_says(reading, anchor),
            when=time,
            place=(place.name, place.place),
            confidence=0.5 if group.mention is None else 0.8,
            reasons={
                "effect": found.rule,
                "who": who.reason,
                "subset": f"part of {whole.low or whole.high}" if whole is not None else "told as a count of its own",
                "span": span_reason,
                "place": place.reason,
                "by": by_reason,
                "means": cause.means_reason,
            },
        ),
        effect=found.effect,
        low=group.low,
        high=group.high,
        approx=group.approx,
        who=who.who,
        group=who.group,
        subset=found.subset,
        span=span,
        by=by,
        means=means,
        words=reading.quote(said.start, said.end)[0],
    )


def _days(reading: Reading, found: Found, *, running: bool) -> When:
    """The days of a count: those told beside it, where it stands in another sentence than what befell; else of that."""
    anchor = found.anchor or found.trigger
    head = reading.doc[found.group.head]
    own = own_days(reading, head) if head.sent.start != anchor.sent.start else None
    return own or when(reading, anchor, running=running)


def _all_over(found: Found) -> bool:
    """Whether no one place can hold so many: a province can lose a hundred thousand people to other places."""
    return found.effect not in ("displaced", "missing", "detained", "abducted") or (found.group.low or 0) >= _A_COUNTRYS


def _quote(found: Found) -> tuple[int, int]:
    """The clause of the trigger, cut to its sentence: from the group or trigger to the end of what hangs on them."""
    group, trigger = found.group, found.trigger
    doc = trigger.doc
    sent = doc[group.head].sent
    if not sent.start <= trigger.i < sent.end:
        return group.start, group.end
    start, end = min(group.start, trigger.i), max(group.end, group.head + 1, trigger.i + 1)
    for child in trigger.children:
        if child.i > trigger.i and child.dep_ in ("prep", "agent", "npadvmod", "dobj", "oprd"):
            end = max(end, child.right_edge.i + 1)
    end = min(end, sent.end, start + 40) if end > start + 40 else min(end, sent.end)
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in ",.;:"):
        end -= 1
    return max(start, sent.start), end
