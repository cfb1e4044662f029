"""What the verbs around a claim tell of its time: "have since attacked", what goes on, what is yet to come."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.model import When
from vedette.extraction.when.starts import wars
from vedette.extraction.when.tree import (
    COARSE,
    about,
    is_event_noun,
    is_perfect,
    is_present,
    link_between,
    owner_of,
    saying,
    verb_of,
)
from vedette.knowledge.effects import Effects
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading
from vedette.reading.times.tense import tells_future

_ANNOUNCE = frozenset(
    {"announce", "promise", "pledge", "plan", "offer", "propose", "order", "approve", "authorize", "vow"}
)
_QUOTES = ('"',)
_IS = frozenset({"is", "are", "'re", "'s", "am"})
_NOT_NOW = frozenset({"been", "will", "may", "might", "could", "would"})
_NEARBY = 60
"""Tokens within which "since" points back."""


def since_then(reading: Reading, trigger: Token) -> When | None:
    """ "They have since attacked": from the time told before, to the publication."""
    verb = _over_since(trigger)
    if verb is None:
        return None
    before = [m for m in reading.times if m.end <= verb.i and m.first and m.relation != "duration"]
    if not before or verb.i - before[-1].end > _NEARBY:
        return None
    why = f"since the time told before: {before[-1].reason}"
    return When(before[-1].first, reading.report.published, "words", why, runs=True)


def _over_since(trigger: Token) -> Token | None:
    """The verb around that is told "since then": "has since left 90 dead and some 500 wounded"."""
    if any(c.lower_ == "since" and _alone(c) for c in trigger.children):
        return verb_of(trigger)
    verb = verb_of(trigger)
    while verb is not None:
        if _inside(verb) or any(c.lower_ == "since" and (_then(c) or _alone(c)) for c in verb.children):
            return verb
        goes_on = verb.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
        joined = verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children)
        if verb.head.i == verb.i or not (joined or (verb.dep_ in ("advcl", "acl", "ccomp") and goes_on)):
            return None
        verb = verb_of(verb.head)
    return None


def _alone(since: Token) -> bool:
    """Whether "since" ends what is told: "has left 6,000 people dead since."."""
    after = since.doc[since.i + 1 : since.i + 2]
    return not any(True for _ in since.children) and (not len(after) or after[0].is_punct or after[0].is_space)


def _inside(verb: Token) -> bool:
    """Whether "since" stands between a verb and its "have": "have since mainly held"."""
    has = next(
        (c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("has", "have", "had") and c.i < verb.i), None
    )
    if has is not None:
        return any(t.lower_ == "since" for t in verb.doc[has.i : verb.i])
    return any(c.lower_ == "since" and c.dep_ == "advmod" for c in verb.children)


def _then(since: Token) -> bool:
    return any(c.lower_ == "then" for c in since.children)


def stands_apart(reading: Reading, trigger: Token) -> str:
    """Why a claim without words of time is not of the main event's day; empty if it may be."""
    if is_deal(reading, trigger):
        return "an agreement told of without its day"
    words = reading.knowledge.world("times", Times)
    called = {c.lower_ for c in trigger.children if c.dep_ == "amod"}
    if trigger.lemma_.lower() not in figures(reading.knowledge) and called & words.bygone:
        return "told as recent or past, without its day"
    if trigger.lemma_.lower() == "war" or called & words.regular:
        return "told as a whole or as a habit, without its days"
    if _taken_by_now(reading, trigger) or _already(trigger):
        return "told as come about by now, without its day"
    if _goes_on(trigger):
        return "told as going on since some time, without its days"
    verb = verb_of(trigger)
    counted = any(c.lemma_.lower() in figures(reading.knowledge) for c in verb.children) if verb is not None else False
    if verb is not None and verb.lemma_.lower() in words.growing and is_perfect(verb) and not counted:
        return "told as growing or going on, without its days"
    around = verb.head if verb is not None and verb.dep_ in ("xcomp", "ccomp") else trigger
    yet = tells_future(reading.doc, trigger.i) or tells_future(reading.doc, around.i)
    if yet and not _told_of(reading, trigger, verb):
        return "yet to come, without its day"
    head = trigger.head
    done = (
        trigger.dep_ == "ccomp" and trigger.tag_ in ("VBD", "VBN") and not _modal(trigger)
    )  # "announced that X took Y"
    if trigger.dep_ in ("dobj", "ccomp", "xcomp") and head.lemma_.lower() in _ANNOUNCE and not done:
        return "announced, without its day"
    return ""


def before_a_time(reading: Reading, trigger: Token) -> bool:
    """ "They damaged the temple before they were driven out in March": not in March, nor with the news of today."""
    for m in reading.times:
        if not trigger.sent.start <= m.start < trigger.sent.end or m.first is None:
            continue
        owner = owner_of(reading, m) if m.granularity in COARSE and m.relation == "at" else None
        if owner is not None and link_between(trigger, owner) == "before":
            return True
    return False


def before_that(reading: Reading, trigger: Token) -> bool:
    """Whether the outlet's own words tell it in the pluperfect: "rebels had taken the town". Of what somebody said that
    is but the tense of speech."""
    verb = verb_of(trigger)
    had = verb is not None and any(c.lower_ == "had" and c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
    if verb is None or not had or any(t.text in _QUOTES for t in verb.sent):
        return False
    return not any(t.pos_ == "VERB" and saying(reading.knowledge, t) for t in (*verb.ancestors, *verb.children)) and (
        not any(t.lower_ == "according" for t in verb.sent)
    )


def _told_of(reading: Reading, noun: Token, verb: Token | None) -> bool:
    """Whether a noun under a verb of what is to come names a deed done: "will discuss the reported attack"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "pobj"):
        return False
    reported = any(
        c.dep_ == "amod" and c.lower_ in reading.knowledge.world("times", Times).reported for c in noun.children
    )
    the = any(c.lower_ in ("the", "this", "these", "those") for c in noun.children)
    return reported or (the and verb is not None and about(reading.knowledge, verb))


def _modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def goes_on_now(reading: Reading, trigger: Token) -> bool:
    """Whether the body of a report tells in the present what goes on: "rebels continue to attack"."""
    head = trigger.head
    if trigger.sent.start_char <= len(reading.report.title):
        return False
    if not is_present(head) or is_perfect(head):
        return False
    if trigger.dep_ == "xcomp":
        return head.lemma_.lower() in reading.knowledge.world("times", Times).goes_on
    lasting = reading.knowledge.world("times", Times).lasting | wars(reading.knowledge)
    goes_on = trigger.dep_ == "nsubj" or (trigger.dep_ == "dobj" and head.tag_ == "VBG")
    return goes_on and bool({trigger.lower_, trigger.lemma_.lower()} & lasting)


def in_progress(reading: Reading, verb: Token) -> bool:
    """ "The army is bombarding the town"; but not "is preparing to", nor what is yet to come."""
    if verb.sent.start_char <= len(reading.report.title):
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if (
        not (verb.tag_ == "VBG" or (verb.tag_ == "VBN" and "being" in aux))
        or not aux & _IS
        or aux & _NOT_NOW
        or tells_future(reading.doc, verb.i)
    ):
        return False
    return not any(c.dep_ in ("neg", "xcomp") for c in verb.children)


def figures(knowledge: Knowledge) -> frozenset[str]:
    """Nouns of a count of people: "toll", "number"."""
    return knowledge.world("effects", Effects).figure_nouns


def is_ongoing(trigger: Token) -> bool:
    """Whether a noun is told as going on: "ongoing talks"."""
    return any(c.dep_ == "amod" and c.lower_ in ("ongoing", "continuing", "current") for c in trigger.children)


def _taken_by_now(reading: Reading, verb: Token) -> bool:
    """Whether a verb tells of wide ground what came about over a while: "have taken half of the state"."""
    has = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if not has & {"has", "have"} or any(c.lower_ in ("just", "now") for c in verb.children):
        return False
    wide = reading.knowledge.world("times", Times).wide_ground
    return any(c.dep_ == "dobj" and c.lemma_.lower() in wide for c in verb.children)


def _already(verb: Token) -> bool:
    """ "Has already been retaken"."""
    words = {c.lower_ for c in verb.children if c.i < verb.i}
    return "already" in words and bool(words & {"has", "have", "had"})


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
        if subject.dep_ in ("nsubj", "nsubjpass") and subject.lemma_.lower() in figures(reading.knowledge):
            one = [t for t in subject.subtree if is_event_noun(reading.knowledge, t) and t.tag_ in ("NN", "NNP")]
            return bool(one) and not any(t.lemma_.lower() in wars(reading.knowledge) for t in one)
    return False
