"""Reading to Control claims: who holds, gained, lost, contests or besieges what."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.common import common
from vedette.extraction.control.find import Find
from vedette.extraction.control.index import Index
from vedette.extraction.control.lasting import Lasting
from vedette.extraction.control.merge import merge
from vedette.extraction.control.modifiers import modifier_finds
from vedette.extraction.control.nouns import noun_finds
from vedette.extraction.control.verbs import verb_finds
from vedette.extraction.status import ALLEGED, HAPPENED, status_of
from vedette.extraction.who_says import WhoSays, who_says
from vedette.model.claim import Control
from vedette.reading.reading import Reading


def control(reading: Reading) -> list[Control]:
    """Every control claim of the report, in the order of the text, one for each place, holder and change."""
    if not reading.actors and not reading.places:
        return []
    index = Index.of(reading)
    found = [*modifier_finds(index), *noun_finds(index), *verb_finds(index)]
    found = _with_winners([_now(f) for f in found if _told(index, f)])
    lasting = Lasting.of(reading, found)
    return [_claim(reading, find, lasting) for find in merge(index.words.ground, found)]


def _now(find: Find) -> Find:
    """`find`, lost where it is told that it is so no longer."""
    words = [c for t in (find.trigger, find.trigger.head, find.trigger.head.head) for c in t.children]
    over = any(c.lower_ == "longer" and c.nbor(-1).lower_ == "no" for c in words)
    return replace(find, change="lost", state=False) if over and find.state and find.change == "holds" else find


def _with_winners(found: list[Find]) -> list[Find]:
    """`found` with gains of nobody ("the town was liberated") given to the only one who gains in the report."""
    winners = {f.holder for f in found if f.change == "gained" and f.holder is not None}
    only = winners.pop() if len(winners) == 1 else None
    named = [replace(f, holder=only) if f.holder is None and f.change == "gained" else f for f in found]
    return [f for f in named if f.holder is not None or f.change == "contested"]


def _told(index: Index, find: Find) -> bool:
    """Whether the text tells it as so: a gain wished for or planned is none; a siege to be broken is one."""
    trigger = find.trigger
    if find.state and trigger.pos_ != "VERB" and trigger.lemma_.lower() != "control":
        return True
    if _short(index, trigger) or _supposed(index, trigger):
        return False
    if trigger.dep_ in ("ccomp", "xcomp") and trigger.head.lemma_ in index.words.enables:
        trigger = trigger.head
    done = index.words.carries_on | index.words.makes
    if trigger.dep_ == "pcomp" and trigger.head.lower_ in index.words.fact_prepositions:
        return not any(c.dep_ == "neg" for c in trigger.children) and not _hypothetical(trigger.head.head)
    auxiliaries = {c.lower_ for c in trigger.children if c.dep_ == "aux"}
    if auxiliaries >= {"to", "have"} and trigger.head.lemma_ in index.words.claims:
        return not any(c.dep_ == "neg" for t in (trigger, trigger.head) for c in t.children)
    if "to" in auxiliaries and (trigger.head.lemma_ not in done or trigger.head.lower_ == "going"):
        return False
    return status_of(index.reading, trigger) in (HAPPENED, ALLEGED)


def _short(index: Index, trigger: Token) -> bool:
    """Whether it is told as near, feared or meant: "is close to capturing", "its capture is feared"."""
    over = trigger.head
    if trigger.dep_ == "pcomp":
        over = over.head
    elif trigger.pos_ != "NOUN":
        return False
    return over.lemma_.lower() in index.words.short_of


def _supposed(index: Index, trigger: Token) -> bool:
    """Whether it follows from what only could be: "would be a victory, allowing it to tighten its control"."""
    over = trigger
    if trigger.pos_ == "NOUN":
        if trigger.lemma_.lower() not in index.words.grips or trigger.head.pos_ != "VERB":
            return False  # "could end the siege": the siege is there
        over = trigger.head
    while over.head.i != over.i and (over.dep_ in ("xcomp", "pcomp") or "VBG" in (over.tag_, over.head.tag_)):
        over = over.head
    return over.i != trigger.i and _hypothetical(over)


def _hypothetical(verb: Token) -> bool:
    return any(c.tag_ == "MD" and c.lower_ in ("would", "could", "might", "may") for c in verb.children)


def _claim(reading: Reading, find: Find, lasting: Lasting) -> Control:
    reasons = {}
    if find.holder is None:
        reasons["holder"] = "contested by more than one"
    if find.area.part is None:
        reasons["part"] = "told of the whole place"
    return Control(
        **common(
            reading,
            _span(find),
            says=_says(reading, find),
            when=lasting.when(find),
            place=(find.area.name, find.area.place),
            confidence=0.7 if find.area.named else 0.5,
            reasons=reasons,
        ),
        holder=find.holder,
        change=find.change,
        part=find.area.part,
    )


def _says(reading: Reading, find: Find) -> WhoSays:
    """Who says so; what is told in passing ("rebel-held Douma") are the outlet's own words, but for quoted ones."""
    said = who_says(reading, find.trigger)
    if not find.passing or _quoted(find):
        return said
    return WhoSays(None, (), "told in passing, in the outlet's own words")


def _quoted(find: Find) -> bool:
    """Whether the words stand between quotation marks."""
    sentence, i = find.trigger.sent, find.trigger.i
    before = sum(t.text == '"' for t in find.trigger.doc[sentence.start : i])
    return before % 2 == 1


def _span(find: Find) -> tuple[int, int]:
    """Tokens of the quote: from the trigger's clause or phrase to the ground that it tells of."""
    sentence = find.trigger.sent
    left = min(find.trigger.left_edge.i, find.area.token.left_edge.i, find.start)
    right = max(find.area.token.right_edge.i + 1, find.end)
    return max(left, sentence.start), min(right, sentence.end)
