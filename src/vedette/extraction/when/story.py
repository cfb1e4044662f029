"""What the whole report tells of time: the day of its main event, and when the war began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Span, Token

from vedette.extraction.when.starts import Begun, all_begun, first_of_war, wars
from vedette.extraction.when.summed import BULLETS, previous
from vedette.extraction.when.tree import TOO_FAR, about, distance, is_event_noun, owner_of, saying
from vedette.knowledge.pack import Knowledge
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.calendar import Interval

_HEAD_SENTENCES = 8
_RECENT = timedelta(14)
_AS_NEAR = 3.0
_THIS = ("year", "month")
_EVENT_DAYS = 3
_COARSE = ("month", "year", "season", "open")
_OF_WAR = frozenset({"in", "during", "of", "from", "throughout", "since"})
_OPENING = frozenset({"on", "earlier", "late", "early", "meanwhile", "also"})


@dataclass(frozen=True)
class Story:
    """The report's main event's mention, the day on which its head says that something was said, the first days
    of the war that it tells of, and what else that lasts it tells to have begun, with the time."""

    main: TimeMention | None
    said: TimeMention | None
    war: Interval | None
    begun: Begun


def story(reading: Reading) -> Story:
    """The story of a reading; worked out once and kept with the parse."""
    known = reading.doc.user_data.get("vedette_story")
    if isinstance(known, Story):
        return known
    made = Story(_main(reading), _said(reading), first_of_war(reading), all_begun(reading))
    reading.doc.user_data["vedette_story"] = made
    return made


def of_later_strand(reading: Reading, mention: TimeMention, trigger: Token) -> bool:
    """Whether `mention` opens a later paragraph, which tells of something else than the trigger's.

    News of the day before say so at once; "Yesterday, ..." after a paragraph without a day goes on with older news.
    """
    here, there = trigger.sent, reading.doc[mention.start].sent
    if mention.start < here.end or mention.relation != "at":
        return False
    words = [t for t in reading.doc[there.start : mention.end] if not t.is_space and not t.is_punct]
    opens = bool(words) and words[-1].lower_ == "yesterday" and all(t.lower_ in _OPENING for t in words[:-1])
    return opens and "\n" in reading.doc.text[here.end_char - 1 : there.start_char + 1]


def is_event_day(reading: Reading, mention: TimeMention) -> bool:
    """Whether a mention tells a recent day, or a few, on which something happened and was not merely said."""
    if not is_recent(reading, mention) or is_stamp(reading, mention):
        return False
    owner = owner_of(reading, mention)
    if owner is None or reading.doc[mention.start].lower_ == "just":
        return True
    if reading.doc[mention.start : mention.end].root.dep_ in ("compound", "amod", "nmod", "nummod") and (
        owner.pos_ in ("NOUN", "PROPN")
    ):
        return is_event_noun(reading.knowledge, owner)  # "an Easter message" is no event of that day
    return not _of_speech(reading, owner)


def is_recent(reading: Reading, mention: TimeMention) -> bool:
    """Whether a mention tells a day, or a few, of the fortnight up to the publication."""
    if mention.first is None or mention.last is None:
        return False
    if mention.relation == "since" and (mention.last - mention.first).days <= 1:
        return reading.report.published is not None  # "since this morning"
    if mention.relation not in ("at", "during", "until"):
        return False
    if (mention.last - mention.first).days > _EVENT_DAYS or mention.granularity in _COARSE:
        return False
    published = reading.report.published
    return published is None or published - _RECENT <= mention.first <= published


def is_stamp(reading: Reading, mention: TimeMention) -> bool:
    """Whether a full date without a preposition is the page's own: a dateline, the date of a picture."""
    words = reading.doc[mention.start : mention.end]
    if not any(len(t.text) == 4 and t.text.isdigit() for t in words) and not words[0].text[0].isdigit():
        return False
    root = words.root
    return not (words[0].dep_ == "prep" or root.dep_ == "pobj")


def _of_speech(reading: Reading, owner: Token) -> bool:
    return owner.pos_ in ("VERB", "AUX") and (saying(reading.knowledge, owner) or about(reading.knowledge, owner))


def _main(reading: Reading) -> TimeMention | None:
    return next((m for m in _head(reading) if is_event_day(reading, m)), None)


def _head(reading: Reading) -> list[TimeMention]:
    """The mentions of the report's first sentences, title included."""
    sentences: list[Span] = list(reading.doc.sents)[: _HEAD_SENTENCES + 1]
    return [m for m in reading.times if sentences and m.start < sentences[-1].end]


def _said(reading: Reading) -> TimeMention | None:
    """The first recent day in the head that is of a saying."""
    for m in _head(reading):
        owner = owner_of(reading, m)
        if owner is not None and is_recent(reading, m) and not is_stamp(reading, m) and _of_speech(reading, owner):
            return m
    return None


def about_war(knowledge: Knowledge, token: Token) -> bool:
    """Whether a clause counts what a war did: "the war has killed", "the toll of the war", "killed during the war"."""
    clause = token
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    heads = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(h.lemma_.lower() in wars(knowledge) for h in heads):
        return True
    spans = {token.i, clause.i, *(h.i for h in heads), *(c.i for v in (token, clause) for c in v.children)}
    return any(
        t.lemma_.lower() in wars(knowledge) and t.dep_ == "pobj" and t.head.lower_ in _OF_WAR and t.head.head.i in spans
        for t in token.sent
    )


def day_before(reading: Reading, trigger: Token) -> TimeMention | None:
    """The day of an event told in the sentence before, where the trigger's sentence goes on with it."""
    before = previous(trigger.sent)
    if before is None:
        return None
    inside = [m for m in reading.times if before.start <= m.start < before.end]
    goes_on = _goes_on_with_it(reading, trigger.sent)
    days = [m for m in inside if is_event_day(reading, m) or (goes_on and _is_day(m))]
    days = [m for m in days if _leads(reading, m)]
    if not inside and _goes_on_with_it(reading, before):
        return day_before(reading, before.root)
    if not days and goes_on and _same_event(trigger.sent, before):
        days = [m for m in inside if m.granularity == "month" and m.relation == "at" and m.last and _leads(reading, m)]
    nearest = min((_from_root(reading, m) for m in days), default=0.0)
    return next((m for m in reversed(days) if _from_root(reading, m) - nearest < _AS_NEAR), None)


def _from_root(reading: Reading, mention: TimeMention) -> float:
    """How far from what its sentence tells a day stands: "left on Saturday after they had met on Friday"."""
    owner = owner_of(reading, mention)
    if owner is None:
        return 0.0
    root = owner.sent.root
    said = [c for c in root.children if c.dep_ == "ccomp"] if saying(reading.knowledge, root) else []
    return min(distance(reading.knowledge, top, owner)[0] for top in (root, *said))


def _same_event(sentence: Span, previous: Span) -> bool:
    """Whether a sentence begins with a noun of the one before it: "In May they saw four raids. The raids left"."""
    opening = [t.lemma_.lower() for t in sentence if t.pos_ == "NOUN"][:1]
    return bool(opening) and any(t.pos_ == "NOUN" and t.lemma_.lower() in opening for t in previous)


def _is_day(mention: TimeMention) -> bool:
    return mention.first is not None and mention.relation == "at" and mention.granularity in ("day", "part")


def _goes_on_with_it(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence opens with "the attack", "this raid"."""
    words = [t for t in sentence if not t.is_space and not t.is_punct][:4]
    return (
        bool(words)
        and words[0].lower_ in ("the", "this", "these", "that", "those")
        and any(is_event_noun(reading.knowledge, t) for t in words[1:])
    )


def _leads(reading: Reading, mention: TimeMention) -> bool:
    """Whether a mention dates what its sentence is about, and no one's past told beside it."""
    return _from_root(reading, mention) < TOO_FAR


def period_before(reading: Reading, trigger: Token, steps: int = 3, *, so_far: bool = False) -> TimeMention | None:
    """The period since a day, told in the `steps` sentences just before, that a running total goes on with.

    `so_far`: "this year", told in the last of them, will do.
    """
    sentence: Span | None = trigger.sent
    while steps > 0:
        sentence = previous(sentence) if sentence is not None else None
        if sentence is None:
            return None
        if sentence.text.lstrip()[:1] not in BULLETS:
            steps -= 1
        for m in reading.times:
            if sentence.start <= m.start < sentence.end and m.first and m.relation in ("since", "during"):
                return m
            up_to_now = m.last is not None and m.last == reading.report.published
            if so_far and sentence.start <= m.start < sentence.end and m.granularity in _THIS and up_to_now:
                return m
        so_far = False
    return None


def span_before(reading: Reading, trigger: Token, main: TimeMention) -> TimeMention | None:
    """The days or week that the sentence before tells, where the day of the main event is told after the trigger."""
    before = previous(trigger.sent)
    if before is None or main.start < trigger.sent.end:
        return None
    for m in reading.times:
        if before.start <= m.start < before.end and m.first and m.last and m.relation in ("at", "during"):
            weeks = m.granularity in ("day", "week") and (m.last - m.first).days > 1
            if weeks and m.last <= (reading.report.published or m.last) and (m.last - m.first) <= _RECENT:
                return m
    return None
