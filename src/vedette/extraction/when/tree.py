"""How near words of time stand to a claim's verb or noun in the parse: paths up and down, each step with its cost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from vedette.extraction.when.ranked import ranks
from vedette.extraction.when.since import counted_since
from vedette.knowledge.effects import Effects
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention

TOO_FAR = 8.0
"""A path that costs this much or more leads to the time of something else."""

COARSE = ("week", "month", "season", "year")
_NEWS = timedelta(45)
_APART = frozenset({"before", "after", "until", "till"})
_TO_SAY = 6
"""Within how many words behind a speaker's name the verb of saying stands."""
_ARGUMENT = frozenset([
    "prep", "pobj", "nsubj", "nsubjpass", "dobj", "agent", "attr", "compound", "poss", "amod", "nmod",
    "npadvmod", "advmod", "dative", "oprd", "acomp", "nummod", "det", "pcomp",
])  # fmt: skip
_OF_ABOUT = frozenset({"dobj", "nsubjpass", "prep", "dative", "xcomp", "ccomp"})
_CONTENT = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM", "PRON")


@dataclass(frozen=True, slots=True)
class Near:
    """A mention of the trigger's sentence, what it hangs on, and how far that is from the trigger."""

    mention: TimeMention
    owner: Token | None
    cost: float
    said: bool


def saying(knowledge: Knowledge, verb: Token) -> bool:
    """Whether `verb` tells that somebody said something."""
    return verb.lemma_.lower() in knowledge.world("reporting", Reporting).say


def about(knowledge: Knowledge, verb: Token) -> bool:
    """Whether `verb` tells what was said or done about a deed, on a later day than its own: "condemned the killing"."""
    words = knowledge.world("times", Times)
    if verb.lemma_.lower() == "claim":
        return any(c.dep_ == "dobj" and c.lemma_.lower() in words.claimed for c in verb.children)
    return verb.lemma_.lower() in words.about


def is_event_noun(knowledge: Knowledge, token: Token) -> bool:
    """Whether a noun tells an event: "raid", "clashes"."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in event_lexicon(knowledge).nouns


def owner_of(reading: Reading, mention: TimeMention) -> Token | None:
    """The verb or noun that a mention hangs on; None where it stands alone.

    Right after a verb of saying ("said Saturday", "said on Saturday") it is of the saying, whatever the parse makes of
    texts without commas.
    """
    before = mention.start - 1
    while before >= 0 and reading.doc[before].lower_ in ("on", "late", "early", "in"):
        before -= 1
    if before >= 0 and reading.doc[before].pos_ == "VERB" and saying(reading.knowledge, reading.doc[before]):
        return reading.doc[before]
    node = reading.doc[mention.start : mention.end].root
    link = reading.doc[mention.start - 1] if mention.start else None
    if link is not None and link.pos_ == "ADP" and link.dep_ == "prep" and not link.is_ancestor(node):
        node = link  # "on Wednesday state television reported", of a text without commas
    if (verb := _before_speaker(reading, mention, node, link)) is not None:
        return verb
    while node.head.i != node.i:
        node = node.head
        if not mention.start <= node.i < mention.end and node.pos_ in _CONTENT:
            return _taken_place(reading, node) or _told_first(reading, mention, node)
    return None


def _taken_place(reading: Reading, verb: Token) -> Token | None:
    """The event whose day a clause beside another noun tells: "talks between X and Y, which took place on Friday"."""
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in reading.knowledge.world("times", Times).takes_place:
        return None
    node = verb.head
    while node.pos_ in ("NOUN", "PROPN", "ADP", "NUM"):
        if is_event_noun(reading.knowledge, node):
            return node
        if node.head.i == node.i:
            break
        node = node.head
    return None


def _before_speaker(reading: Reading, mention: TimeMention, node: Token, link: Token | None) -> Token | None:
    """The verb before "on Sunday state television reported", where a text without commas makes the day a part of the
    speaker's name; "on" may be missing."""
    speaker = node.head
    if link is None or node.dep_ not in ("compound", "nmod", "amod", "nummod"):
        return None
    bare = (
        mention.end - mention.start == 1
        and link.pos_ in ("NOUN", "PROPN", "VERB")
        and node.lower_ in (reading.knowledge.world("times", Times).weekdays)
    )
    if link.lower_ != "on" and not bare:
        return None
    if speaker.i < mention.end or speaker.pos_ not in ("NOUN", "PROPN"):
        return None
    after = [t for t in speaker.doc[speaker.i + 1 : speaker.i + _TO_SAY] if t.sent.start == speaker.sent.start]
    if not any(t.pos_ == "VERB" and saying(reading.knowledge, t) for t in after):
        return None
    before = [t for t in speaker.doc[speaker.sent.start : mention.start] if t.pos_ in ("VERB", "AUX")]
    return min(before, key=lambda v: len(list(v.ancestors)), default=None)


def _told_first(reading: Reading, mention: TimeMention, owner: Token) -> Token:
    """ "… on Wednesday the channel reported": before the one who says it, the words belong to what is said."""
    if owner.pos_ != "VERB" or not saying(reading.knowledge, owner) or owner.i < mention.end:
        return owner
    subject = next((c for c in owner.children if c.dep_ == "nsubj"), None)
    content = [c for c in owner.children if c.dep_ in ("ccomp", "parataxis") and c.i < mention.start]
    if subject is None or not content or subject.left_edge.i < mention.end:
        return owner
    return content[-1]


def near(reading: Reading, trigger: Token) -> list[Near]:
    """The mentions of the trigger's sentence, nearest first; lengths of time are none."""
    sentence = trigger.sent
    found = []
    for told in reading.times:
        if told.end <= sentence.start or told.start >= sentence.end or told.relation == "duration":
            continue
        if ranks(reading, told):
            continue
        mention = counted_since(told, trigger, reading.report.published)
        owner = owner_of(reading, mention)
        if owner is None:
            found.append(Near(mention, None, 3.0, False))
            continue
        cost, said = distance(reading.knowledge, trigger, owner)
        if mention.granularity in COARSE and mention.relation == "at":
            link = link_between(trigger, owner)
            long_ago = link == "after" and not _lately(mention, reading.report.published)
            cost = math.inf if link and not long_ago else cost  # "damaged it before they were driven out in March"
        found.append(Near(mention, owner, cost, said))
    if (label := _label(reading, trigger)) is not None:
        found.append(Near(label, None, 3.0, False))
    return sorted(found, key=lambda n: (n.cost, abs(n.mention.start - trigger.i)))


def _lately(mention: TimeMention, published: date | None) -> bool:
    """Whether that was shortly before the report: what came after it may be the news."""
    return published is None or mention.last is None or published - mention.last <= _NEWS


def link_between(trigger: Token, owner: Token) -> str:
    """ "before", "after" or "until" where a clause or phrase with it leads from the trigger to what words of time hang
    on; else empty."""
    above = {trigger.i, *(a.i for a in trigger.ancestors)}
    node = owner
    while node.i not in above and node.head.i != node.i:
        link = marker(node) if node.dep_ in ("advcl", "pcomp") else node.head.lower_ if node.dep_ == "pobj" else ""
        if link in _APART:
            return link
        node = node.head
    return ""


def _label(reading: Reading, trigger: Token) -> TimeMention | None:
    """The time that stands alone before the sentence as its label: "• January: three attacks"."""
    at = trigger.sent.start
    while at > 0 and reading.doc[at - 1].is_space:
        at -= 1
    if at == 0 or reading.doc[at - 1].text != ":":
        return None
    mention = next((m for m in reading.times if m.end == at - 1), None)
    if mention is None or mention.first is None:
        return None
    lead = reading.doc[reading.doc[at - 1].sent.start : mention.start]
    return mention if all(t.is_space or t.is_punct for t in lead) else None


def distance(knowledge: Knowledge, trigger: Token, owner: Token) -> tuple[float, bool]:
    """What the path from `trigger` to `owner` costs, and whether it leads up to a verb of saying.

    Infinitely much where the parse has them under two roots: then there is no path.
    """
    above: dict[int, tuple[float, bool]] = {trigger.i: (0.0, False)}
    node, cost, said = trigger, 0.0, False
    while node.head.i != node.i:
        step, speech = _up(knowledge, node)
        cost, said, node = cost + step, said or speech, node.head
        above[node.i] = (cost, said)
    node, down = owner, 0.0
    while node.i not in above:
        if node.head.i == node.i:
            return math.inf, said
        down += _down(knowledge, node, trigger)
        node = node.head
    up, said = above[node.i]
    if node.i != owner.i and _tense(verb_of(trigger)) != _tense(verb_of(owner)):
        down += 6.0
    return up + down, said


def marker(verb: Token) -> str:
    """The conjunction that opens a clause: "since", "after", "when"; empty if none."""
    has = next((c.i for c in verb.children if c.dep_ == "aux" and c.lower_ in ("has", "have", "had")), verb.i)
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and child.i < has and child.lower_ in _MARKERS:
            return child.lower_  # but "have since attacked" opens no clause
    return verb.head.lower_ if verb.dep_ == "pcomp" else ""


_MARKERS = frozenset(
    {"since", "after", "before", "until", "till", "when", "as", "while", "once", "where", "if", "because"}
)


def verb_of(token: Token) -> Token | None:
    """The verb of the clause that `token` stands in."""
    node = token
    while node.pos_ not in ("VERB", "AUX"):
        if node.head.i == node.i:
            return None
        node = node.head
    return node


def finite_of(token: Token) -> Token | None:
    """The verb of the clause, and above "has forced them to flee" its finite one."""
    verb = verb_of(token)
    while verb is not None and verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp"):
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else None
    return verb


def is_present(verb: Token) -> bool:
    """Whether a verb stands in the plain present."""
    return _tense(verb) == "present" and not any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def is_perfect(verb: Token) -> bool:
    """Whether a verb tells what has come about by now: "have fled", "already deployed"."""
    return any(
        (c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "have", "had", "'ve")) or c.lower_ == "already"
        for c in verb.children
    )


def _tense(verb: Token | None) -> str:
    """Present or past; empty where a verb shows none."""
    if verb is None:
        return ""
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if any(child.dep_ in ("aux", "auxpass") and child.lower_ in ("is", "are") for child in verb.children):
        return "present"
    return ""


def _up(knowledge: Knowledge, node: Token) -> tuple[float, bool]:
    """The cost of the step from `node` to its head."""
    dep = node.dep_
    if dep in _OF_ABOUT and about(knowledge, node.head):
        return 3.0, True
    if dep == "xcomp" and is_perfect(node) and knowledge.world("times", Times).asserting & {node.head.lemma_.lower()}:
        return 3.0, True  # "claimed on Monday to have killed"
    if dep in _ARGUMENT:
        return 0.5, False
    if dep in ("ccomp", "parataxis") and saying(knowledge, node.head):
        return 3.0, True
    if dep == "advcl":
        return {"since": 9.0, "after": 4.0, "before": 4.0, "until": 4.0}.get(marker(node), 2.0), False
    if dep == "relcl":
        telling = any(c.dep_ == "prep" and any(p.tag_ == "WDT" for p in c.children) for c in node.children)
        return 1.5 if telling or is_event_noun(knowledge, node.head) else 6.0, False
    return {"xcomp": 1.0, "appos": 1.0, "conj": 2.0, "acl": 1.5, "ccomp": 3.0, "parataxis": 4.0}.get(dep, 2.0), False


def _down(knowledge: Knowledge, node: Token, trigger: Token) -> float:
    """The cost of the step from the head of `node` down to it, on the way from `trigger`."""
    dep = node.dep_
    if dep == "pcomp" and node.head.lower_ in ("before", "after", "since"):
        return 6.0
    if dep in _ARGUMENT:
        return 0.5 if dep not in ("nsubj", "nsubjpass", "dobj") else 1.0
    if dep == "advcl":
        return {"since": 20.0, "after": 5.0, "before": 6.0, "until": 6.0}.get(marker(node), 3.0)
    if dep in ("relcl", "acl"):
        if dep == "relcl" and node.head.lemma_.lower() in knowledge.world("effects", Effects).wars:
            return 6.0  # "as ..., in a conflict that began two years ago"
        if dep == "acl" and node.head.lemma_.lower() in knowledge.world("times", Times).stretches:
            return 0.5  # "over the 24-hour period ending on Sunday"
        if node.head.i != trigger.i and node.head.lemma_.lower() in event_lexicon(knowledge).classes.get("deal", ()):
            return 20.0  # "another breach of the truce agreed in February"
        if is_event_noun(knowledge, node.head):
            return 1.5
        return 20.0 if dep == "relcl" else 6.0
    return {"xcomp": 1.0, "appos": 3.0, "conj": 3.0, "ccomp": 4.0, "parataxis": 5.0}.get(dep, 3.0)
