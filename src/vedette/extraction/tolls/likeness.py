"""Who they are of whom a count tells nothing itself: as those told beside it, as its whole, of those who lost them."""

from __future__ import annotations

from vedette.extraction.actors.tree import NOBODY, actor_at, named
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, Vocabulary
from vedette.extraction.tolls.who import COMBATANT, UNKNOWN, WhoHarmed, named_force, who_harmed
from vedette.model.claim import Toll
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents

_FURTHER = frozenset({"another", "further", "additional"})
_THEM = frozenset({"them", "latter"})
_OF_MANY, _ALIKE = 1000, 3
HARMED = frozenset({"killed", "wounded", "casualties", "missing"})


def who_of(reading: Reading, found: Found, words: Vocabulary, whole: Toll | None, before: Toll | None) -> WhoHarmed:
    """What the group's words tell; "others", a bare number and a part are like those they are told beside."""
    who = who_harmed(reading, found.group, words)
    nobodys = who.group is None or who.group.lower() in NOBODY
    if who.who == COMBATANT and nobodys and found.trigger.lemma_ == "lose":
        losers = [name for t in agents(found.trigger) if (name := named(reading, t)) is not None]
        return WhoHarmed(COMBATANT, losers[0], "of those who lost them") if losers else who
    if who.who != UNKNOWN:
        return who
    if (told_before := _named_before(reading, found, words)) is not None:
        return told_before
    if whole is not None and whole.who != UNKNOWN:
        return WhoHarmed(whole.who, whole.group if whole.who == COMBATANT else who.group, "as its whole", likened=True)
    head = reading.doc[found.group.head]
    bare = found.group.mention is not None and found.group.mention.head in (None, found.trigger.i)
    told = before is not None and before.start >= head.sent.start_char and _tells_it(found)
    joined = (
        found.trigger.dep_ == "conj" and found.effect == "abducted"
    )  # "four police were killed and 30 taken hostage"
    if before is not None and (before.effect in HARMED) != (found.effect in HARMED) and not joined:
        told = False  # "jailed hundreds of militants after bombs killed 59"
    if bare and told and before is not None and before.who != UNKNOWN and not found.running:
        return WhoHarmed(
            before.who, before.group if before.who == COMBATANT else None, "as those told before it", likened=True
        )
    if bare and found.effect == "displaced":
        people = [w for t in reading.doc[head.sent.start : found.group.start] if (w := words.person(t)) is not None]
        if people and people[-1].who == "civilian":
            return WhoHarmed("civilian", None, "as those named before it in the sentence", likened=True)
    last = reading.doc[found.group.end - 1]
    like = {head.lower_, last.lower_} & {"others", "more"} or found.again
    like = like or (bare and reading.doc[found.group.start].lower_ in _FURTHER)
    alike = found.group.kind == COUNTED or _shares_doer(found)
    if before is not None and like and alike and before.who != UNKNOWN and not found.running:
        return WhoHarmed(
            before.who, before.group if before.who == COMBATANT else None, "as those told before", likened=True
        )
    if found.running and before is not None and _corrects(found, before):
        return WhoHarmed(
            before.who, before.group if before.who == COMBATANT else None, "as those told before", likened=True
        )
    return who


def _named_before(reading: Reading, found: Found, words: Vocabulary) -> WhoHarmed | None:
    """Whom a figure or "them" stands for: "the number of civilians killed rose to 89", "clashed with rebels, killing 16
    of them"."""
    doc, group = reading.doc, found.group
    verb = found.trigger
    if found.running and verb.dep_ in ("acl", "relcl"):
        noun = verb.head
    elif doc[group.head].lower_ in _THEM and found.whole is None:
        before = doc[doc[group.head].sent.start : group.start]
        noun = next((t for t in reversed(before) if t.tag_ == "NNS" and words.person(t) is not None), doc[group.head])
    else:
        return None
    kind = words.person(noun)
    if kind is None or kind.who == UNKNOWN:
        return None
    mention = actor_at(reading, noun) if kind.who == COMBATANT else None
    force = kind.group if mention is None else named_force(reading, mention)
    return WhoHarmed(kind.who, force, f"{noun.text!r} told before", likened=not found.running)


def _tells_it(found: Found) -> bool:
    """Whether a verb or adjective tells what befell them: "and left 17 wounded", and no list of the harmed."""
    return found.frame in (OBJECTS, STATES) or found.trigger.i == found.group.head


def _corrects(found: Found, before: Toll) -> bool:
    """Whether a bare figure of a toll is of those just told of: "killed 12 rebels. The toll has risen to 15"."""
    bare = found.group.mention is not None and found.group.mention.head is None
    figure, told = found.group.low or 0, before.low or 0
    near = figure < _OF_MANY and before.span != "period" and _ALIKE * told >= figure
    return bare and near and not before.subset and before.effect == found.effect and before.who == COMBATANT


def _shares_doer(found: Found) -> bool:
    """ "killing a number of soldiers and injuring others": one deed, told of its victims in turn."""
    verb = found.trigger
    return verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ == "VBG"
