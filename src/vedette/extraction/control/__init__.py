"""Reading to Control claims: who holds, gained, lost, contests or besieges what."""

from __future__ import annotations

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
    found = [f for f in found if _told(index, f)]
    lasting = Lasting.of(reading, found)
    return [_claim(reading, find, lasting) for find in merge(index.words.ground, found)]


def _told(index: Index, find: Find) -> bool:
    """Whether the text tells it as so: a gain wished for or planned is none; a siege to be broken is one."""
    trigger = find.trigger
    if find.state and trigger.pos_ != "VERB" and trigger.lemma_.lower() != "control":
        return True
    if trigger.dep_ in ("ccomp", "xcomp") and trigger.head.lemma_ in index.words.enables:
        trigger = trigger.head
    done = index.words.carries_on | index.words.makes
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in trigger.children) and trigger.head.lemma_ not in done:
        return False
    return status_of(index.reading, trigger) in (HAPPENED, ALLEGED)


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
