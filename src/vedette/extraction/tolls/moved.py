"""People told as already wounded, who go somewhere or are cared for abroad: they are no new wounds.

"Some 500 wounded people could be taken out" tells who left; "the blast left 12 wounded, who were evacuated" and "12
wounded were taken to hospital" tell of wounds.
"""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.likeness import HARMED
from vedette.extraction.tolls.triggers import Trigger
from vedette.extraction.tolls.vocabulary import STATES, TALLIES, Vocabulary
from vedette.knowledge.counts import Counts
from vedette.model.place import PlaceKind
from vedette.reading.reading import Reading

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_BEFORE = 4
"""How many words before a part "including" or "among" stand."""


def newly_harmed(reading: Reading, groups: Groups, found: dict[int, Found], words: Vocabulary) -> dict[int, Found]:
    """`found` without those whose wounds are only what they are known by, told of where they went."""
    lands = {i for p in reading.places if p.place and p.place.kind is PlaceKind.COUNTRY for i in range(p.start, p.end)}
    return {s: f for s, f in found.items() if not (known_by(f, words) and _went(f, groups, found, lands, words))}


def known_by(found: Found, words: Vocabulary) -> bool:
    """Whether the wounds are told by the words for the people themselves: "300 wounded", "40 wounded fighters"."""
    word, group = found.trigger, found.group
    inside = group.start <= word.i <= max(group.end, group.head)
    state = words.effect(word, STATES) or words.effect(word, TALLIES)
    return found.effect == "wounded" and inside and state == "wounded"


def as_its_whole(own: Found, whole: Found, words: Vocabulary) -> bool:
    """Whether a part bears what its whole does: of "8,000 people, including 300 wounded, had left", 300 left."""
    return whole.effect not in HARMED and known_by(own, words)


def left_with(told: Trigger, whole: Found) -> bool:
    """Whether "wounded" after a count only tells who they are: "200 rebels and 47 wounded" of those who left."""
    return told.effect == "wounded" and whole.effect not in HARMED


def told_by_itself(own: Found, whole: Found, words: Vocabulary) -> bool:
    """Whether a part tells more than its whole: "50 casualties, including 30 wounded"."""
    return whole.effect == "casualties" and known_by(own, words)


def _went(found: Found, groups: Groups, all_found: dict[int, Found], lands: set[int], words: Vocabulary) -> bool:
    top = _top(groups.doc[found.group.head], found.group)
    if found.subset and found.whole is not None:
        return False
    if _part_of_unharmed(found.group, groups, all_found, words) or _on_board(found.group, groups, words):
        return True
    counts, over = words.counts, top.head
    if top.dep_ in _ROLES:
        below = [c for c in over.children if c.dep_ in ("xcomp", "ccomp")] if top.dep_ != "nsubj" else []
        return any(_moves(verb, found.group, lands, counts) for verb in (over, *below))
    if top.dep_ == "pobj":
        noun = over.head
        departs = over.lower_ == "of" and noun.lemma_.lower() in counts.departures
        aboard = over.lower_ in ("with", "of") and noun.lemma_.lower() in words.effects.vehicles
        return (departs and not _to_clinic(noun, counts)) or aboard
    return any(c.dep_ == "acl" and c.i > top.i and _moves(c, found.group, lands, counts) for c in top.children)


def _top(noun: Token, group: Group) -> Token:
    """The noun, or the first of its list, or what it stands under ("hundreds of wounded")."""
    top = noun
    while top.head.i != top.i:
        within = top.dep_ == "pobj" and top.head.lower_ == "of" and group.start <= top.head.head.i < top.head.i
        if top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
            top = top.head
        elif within:
            top = top.head.head
        else:
            break
    return top


def _moves(verb: Token, group: Group, lands: set[int], counts: Counts) -> bool:
    lemma = verb.lemma_.lower()
    told = [t for t in verb.subtree if not group.start <= t.i < group.end]
    if _to_clinic(verb, counts):
        return False
    if lemma in counts.caring:
        return any(t.lower_ in counts.abroad or t.i in lands for t in told)
    if lemma in counts.bringing:
        return any(t.lower_ in counts.whither for t in told)
    goes = any(c.dep_ == "nsubj" and c.left_edge.i <= group.start <= c.right_edge.i for c in verb.children)
    return lemma in counts.moving or (goes and lemma in counts.going)


def _to_clinic(word: Token, counts: Counts) -> bool:
    return any(t.lower_ in counts.clinics for t in word.subtree)


def _part_of_unharmed(group: Group, groups: Groups, found: dict[int, Found], words: Vocabulary) -> bool:
    """Whether they are told as among people of whom no harm is told: "951 on board, among them 108 wounded"."""
    doc, counts = groups.doc, words.counts
    start = doc[group.start].sent.start
    opens = [
        t for t in doc[max(start, group.start - _BEFORE) : group.start] if t.lower_ in counts.including | counts.among
    ]
    if not opens or not all(t.lower_ in counts.those | counts.small for t in doc[opens[-1].i + 1 : group.start]):
        return False
    before = [g for g in groups.all if start <= g.start < opens[-1].i and g.kind == COUNTED]
    if not before or before[-1].start in found:
        return False
    whole = doc[before[-1].head]
    return not (words.effect(whole, TALLIES) or whole.lower_ in words.effects.harmed)


def _on_board(group: Group, groups: Groups, words: Vocabulary) -> bool:
    """Whether they are told as what vehicles hold, whatever the parse makes of it: "ambulances with 40 wounded"."""
    before = [t for t in groups.doc[max(group.start - 2, 0) : group.start] if not t.is_punct]
    names = [t.lemma_.lower() for t in before]
    return bool(names) and names[-1] in ("with", "carry") and names[0] in words.effects.vehicles
