"""Who says so: the origin that the text credits with what a trigger tells, and the chain that leads to it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.reporting import Reporting
from vedette.reading.reading import Attribution, NumberMention, Reading


@dataclass(frozen=True, slots=True)
class WhoSays:
    """`source` is None where the outlet speaks in its own voice; `chain` ends with `source`."""

    source: str | None
    chain: tuple[str, ...]
    reason: str


def who_says(reading: Reading, trigger: Token) -> WhoSays:
    """The origin credited with what `trigger` (a claim's verb or noun) tells.

    The narrowest credit wins. Without one, a sentence takes the source of the sentence that gives the same figure.
    """
    found = _narrowest(reading, trigger.i)
    if found is not None and (_aside(trigger, found.cue) or _came_before(trigger, found.cue)):
        return WhoSays(None, (), "told in a clause that only describes, in the outlet's own words")
    if found is not None:
        return WhoSays(found.source, found.chain, found.reason)
    told = _cue(reading, trigger) or _continued(reading, trigger)
    if told is not None:
        return WhoSays(told.source, told.chain, told.reason)
    twin = _same_told(reading, trigger)
    if twin is not None:
        return WhoSays(twin.source, twin.chain, f"the same is told elsewhere: {twin.reason}")
    return WhoSays(None, (), "no credit covers these words")


def _aside(trigger: Token, cue: int) -> bool:
    """Whether `trigger` stands in a relative clause set off by a comma, outside quotes, and the credit at `cue` not.

    "..., he said of Goma, which the rebels took in May": what a report adds to explain is its own.
    """
    token = trigger
    while token.dep_ != "relcl" and token.head.i != token.i:
        token = token.head
    if token.dep_ != "relcl":
        return False
    start, end = token.left_edge.i, token.right_edge.i + 1
    inside = {t.i for t in token.subtree}
    set_off = start > token.sent.start and token.doc[start - 1].text in (",", "-")
    if any(t.tag_ in ("WDT", "WP") and t.dep_ == "pobj" for t in token.subtree):
        return False  # "a shell hit a bus, as a result of which nine died"
    return set_off and not _in_quotes(trigger) and cue not in inside and start <= trigger.i < end


def _came_before(trigger: Token, cue: int) -> bool:
    """Whether `trigger` stands in a clause with "after", outside quotes, below what the credit at `cue` tells.

    "X said the army had pulled out after rebels took the bridge": the bridge is what a report recalls.
    """
    if _in_quotes(trigger):
        return False
    for token in (trigger, *trigger.ancestors):
        if token.dep_ == "advcl" and any(c.lower_ == "after" and c.dep_ == "mark" for c in token.children):
            return token.head.i != cue and not token.left_edge.i <= cue <= token.right_edge.i
    return False


def _in_quotes(token: Token) -> bool:
    return sum(t.text == '"' for t in token.doc[token.sent.start : token.i]) % 2 == 1


def _narrowest(reading: Reading, index: int) -> Attribution | None:
    best: tuple[int, Attribution] | None = None
    for attribution in reading.attributions:
        for start, end in attribution.scope:
            # of two that claim the same words, the one after them is nearer to what it closes
            if start <= index < end and (best is None or end - start <= best[0]):
                best = (end - start, attribution)
    return best[1] if best else None


def _cue(reading: Reading, trigger: Token) -> Attribution | None:
    """The credit whose own words the trigger is part of ("announced the deployment of 200 troops")."""
    return next((a for a in reading.attributions if a.cue == trigger.i), None)


def _continued(reading: Reading, trigger: Token) -> Attribution | None:
    """A sentence that goes on counting ("Another 40 ...", "The figure was up from ...") has the source before it."""
    sent = trigger.sent
    words = [t for t in sent if not t.is_punct and not t.is_space]
    more = words[0].lower_ in ("another", "others", "additionally", "further") if words else False
    if not (more or _same_figure(words)) or sent.start == 0:
        return None
    before = reading.doc[sent.start - 1]
    while before.i > 0 and (before.is_space or before.is_punct):
        before = reading.doc[before.i - 1]
    return _narrowest(reading, before.i)


def _same_figure(words: list[Token]) -> bool:
    """ "The figure was down from 90": the one just told, and no new one ("the toll of the war")."""
    first = [t.lower_ for t in words[:2]]
    return first in (["the", "figure"], ["that", "figure"]) and len(words) > 2 and words[2].pos_ in ("AUX", "VERB")


def _same_told(reading: Reading, trigger: Token) -> Attribution | None:
    """The credit of a sentence that tells the same: as many of the same, in the title or near by, or done alike."""
    sent = trigger.sent
    further = reading.knowledge.world("reporting", Reporting).further
    own = [n for n in reading.numbers if sent.start <= n.start < sent.end and _telling(reading, n)]
    for mine in own:
        if _another(reading, trigger, mine, further):
            continue
        for other in reading.numbers:
            if sent.start <= other.start < sent.end or (mine.low, mine.high) != (other.low, other.high):
                continue
            there = reading.doc[other.start].sent
            same_head = _counted(reading, mine) == _counted(reading, other) != ""
            if not same_head and not any(t.lemma_ == trigger.lemma_ for t in there):
                continue
            found = _narrowest(reading, other.start)
            if found is not None:
                return found
    return None


def _another(reading: Reading, trigger: Token, number: NumberMention, further: frozenset[str]) -> bool:
    """Whether the count is told as one beside others: "two more were killed", "earlier freed seven men"."""
    near = [trigger, *([] if number.head is None else [reading.doc[number.head]])]
    beside = [c for t in near for c in t.children if c.dep_ in ("amod", "advmod", "det")]
    said = reading.doc[max(number.start - 1, 0) : number.end + 1]
    return any(t.lower_ in further for t in (*beside, *said))


def _telling(reading: Reading, number: NumberMention) -> bool:
    """Whether two sentences with this count are likely to tell one thing: with "several" or "a number of" not."""
    words, said = reading.knowledge.world("numbers", NumberWords), number.words.lower()
    vague = said in words.several or any(phrase.startswith(said) for phrase in words.several_of)
    return (number.low or 0) > 1 and not vague


def _counted(reading: Reading, number: NumberMention) -> str:
    return "" if number.head is None else reading.doc[number.head].lemma_
