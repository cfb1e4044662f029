"""The days of a running total: since when it is counted, and up to when."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.when.model import When
from vedette.extraction.when.outset import of_campaign
from vedette.extraction.when.standing import stands
from vedette.extraction.when.starts import begins_any, wars
from vedette.extraction.when.story import about_war, period_before, story
from vedette.extraction.when.summed import previous
from vedette.extraction.when.tree import Near, finite_of, is_perfect, is_present, owner_of
from vedette.reading.reading import Reading, TimeMention

_MORE = frozenset({"another", "further"})
VAGUE = 3.0
"""Up to this cost words that name no day ("recently") are the trigger's own."""


def told_in(mention: TimeMention) -> When:
    """What words of time tell as they stand."""
    return When(mention.first, mention.last, "words", mention.reason, mention.relation in ("since", "during"))


def running_total(reading: Reading, trigger: Token, told: list[Near], around: list[Near]) -> When | None:
    """A running total's days; None where nothing shows that it runs. `around`: what is told, or said, of its clause."""
    published = reading.report.published
    spans = [n.mention for n in told if n.mention.relation in ("since", "during") and n.mention.first]
    spans += [
        replace(n.mention, last=published, relation="since")
        for n in told
        if n.mention.first and _starts_it(reading, trigger, n)
    ]
    spans += [
        n.mention for n in told if n.mention.last and n.mention.relation not in ("since", "during") and not is_now(n)
    ]
    spans += [n.mention for n in around if n.said and n.mention.relation == "since" and n.mention.first]
    if spans:
        return told_in(spans[0])
    if any(is_vague(n.mention) and n.cost <= VAGUE for n in told):
        return When(None, None, None, "a running total; no words tell since when")
    verb = finite_of(trigger)
    war = story(reading).war
    if verb is not None and about_war(reading.knowledge, verb) and war is not None:
        return When(war[0], published, "war", "a total of the war, since it began", runs=True)
    if verb is not None and (that := _that_war(reading, verb)) is not None:
        return When(
            that.first, that.last, "sentence before", f"the war of the sentence before: {that.reason}", runs=True
        )
    if war is not None and _another(reading, trigger):
        return When(war[0], published, "war", "more of the war that the sentence before counts", runs=True)
    if verb is not None and (campaign := of_campaign(reading, verb)) is not None:
        return campaign
    if published is not None and stands(reading, trigger):
        return When(published, published, "publication", "so when it is told")
    if verb is not None and is_present(verb) and published is not None:
        return When(published, published, "publication", "a total that stands in the present")
    already = verb is not None and any(c.lower_ == "already" for c in verb.children)
    period = None if already else period_before(reading, trigger, so_far=True)
    if period is not None:
        why = f"the period told before: {period.reason}"
        return When(period.first, period.last, "period before", why, runs=True)
    if verb is None or not is_perfect(verb):
        return None
    return When(None, None, None, "a running total; no words tell since when")


def _that_war(reading: Reading, verb: Token) -> TimeMention | None:
    """The years of the war that the sentence before names: "the 1994-96 war. That war killed 40,000"."""
    before = previous(verb.sent)
    tops = [v for v in (verb, verb.sent.root) if about_war(reading.knowledge, v)]
    if before is None or not tops:
        return None
    pointing = any(t.lower_ in ("that", "this", "the") and t.dep_ == "det" for c in tops[0].lefts for t in c.children)
    for m in reading.times:
        if pointing and before.start <= m.start < before.end and m.first and m.last and m.granularity == "year":
            owner = owner_of(reading, m)
            if owner is not None and owner.lemma_.lower() in wars(reading.knowledge):
                return m
    return None


def _starts_it(reading: Reading, trigger: Token, near_by: Near) -> bool:
    """Whether words tell when that fighting began which the count is of: "the toll in the siege, launched on May 3"."""
    verb = near_by.owner
    if near_by.mention.relation != "at" or verb is None or verb.dep_ not in ("relcl", "acl"):
        return False
    return begins_any(reading.knowledge, verb) and not verb.is_ancestor(trigger) and verb.i != trigger.i


def _another(reading: Reading, trigger: Token) -> bool:
    """Whether a count goes on with that of a war: "The toll of the war is 900. Another 2,000 are wounded"."""
    before = previous(trigger.sent)
    words = [t.lower_ for t in trigger.sent if not t.is_space][:2]
    return (
        before is not None
        and bool(_MORE & set(words))
        and any(
            about_war(reading.knowledge, t) for t in (before.root, *before.root.children) if t.pos_ in ("VERB", "AUX")
        )
    )


def is_now(n: Near) -> bool:
    """Whether the words only point to the report's present: "the war, now in its third year, has killed"."""
    return n.mention.granularity == "open" and n.mention.relation == "at"


def is_vague(mention: TimeMention) -> bool:
    """Whether words of time name no day: "recently"."""
    return mention.last is None and mention.granularity == "open"
