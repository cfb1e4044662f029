"""What still is so when it is told: who holds hostages, who is trapped or in prison, where troops are stationed."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.tree import is_present, verb_of
from vedette.knowledge.effects import Effects
from vedette.knowledge.times import Times
from vedette.reading.reading import Reading

_STILL = frozenset({"still", "now", "currently", "remain", "remaining"})
_KINDS = ("abducted", "detained")
_HAVING = frozenset({"be", "include", "have", "remain"})
_UP = 6


def stands(reading: Reading, trigger: Token) -> bool:
    """Whether the trigger tells a state that lasts to the report, and no deed: "rebels holding 11 hostages"."""
    words = reading.knowledge.world("times", Times)
    if trigger.pos_ == "NOUN":
        return trigger.lemma_.lower() in _captives(reading) and _kept(trigger, words)
    if trigger.lemma_.lower() not in words.standing:
        return False
    if trigger.tag_ == "VBG" or trigger.dep_ in ("amod", "acl"):
        return True
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else verb_of(trigger)
    if verb is None:
        return False
    still = any(c.lower_ in _STILL for v in (trigger, verb) for c in v.children)
    return still or is_present(verb) or any(c.lower_ in ("has", "have") for c in verb.children)


def in_keeping(reading: Reading, noun: Token) -> bool:
    """Whether a noun counts captives whom no verb of its clause takes or frees: "22,210 inmates, some old"."""
    effects = reading.knowledge.world("effects", Effects).effects
    acts = {verb for kind in (*_KINDS, "released") for verb in effects[kind].objects}
    verb = verb_of(noun)
    return noun.lemma_.lower() in _captives(reading) and (verb is None or verb.lemma_.lower() not in acts)


def _captives(reading: Reading) -> frozenset[str]:
    effects = reading.knowledge.world("effects", Effects).effects
    return frozenset(word for kind in _KINDS for word in effects[kind].tallies)


def _kept(noun: Token, words: Times) -> bool:
    """Whether those captives are held, and not taken or let go, by the verbs around them."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if before.tag_ == "VBG" and before.lemma_.lower() in words.standing:
        return True  # "rebels holding 11 hostages said", whatever the parse makes of it
    node = noun
    for _ in range(_UP):
        if node.pos_ in ("VERB", "AUX"):
            lasting = node.lemma_.lower() in words.standing and (node.tag_ != "VBD")
            return lasting or (node.lemma_.lower() in _HAVING and is_present(node))
        if node.head.i == node.i:
            return False
        node = node.head
    return False
