"""Finds tolls, rule after rule: figures of a toll noun, the parse, words side by side, lists, parts."""

from __future__ import annotations

from dataclasses import replace

from vedette.extraction.tolls.befallen import befallen
from vedette.extraction.tolls.fates import done_to_them, later_fates, only_these, out_of
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, PRONOUN, Groups
from vedette.extraction.tolls.identified import identified
from vedette.extraction.tolls.leftout import gapped, shared_noun
from vedette.extraction.tolls.moved import newly_harmed
from vedette.extraction.tolls.names import named_along
from vedette.extraction.tolls.nearby import beside, carried_on, chained, elliptic, joined_to
from vedette.extraction.tolls.running import figures, given
from vedette.extraction.tolls.subset import Parts
from vedette.extraction.tolls.triggers import triggers
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.reading import Reading

_NOMINAL = frozenset({"pcomp", "csubj", "nsubj", "pobj", "xcomp", "dobj"})
_CAPTIVE = frozenset({"detained", "abducted"})


def find(reading: Reading, words: Vocabulary) -> list[Found]:
    """Every toll of the report, one for each group of people, in the order of the text."""
    groups = Groups(reading, words)
    all_triggers = list(triggers(reading, words))
    found = {f.group.start: f for f in [*figures(reading, groups, words), *chained(groups, all_triggers)]}
    fixed = set(found)
    weak: list[Found] = []
    told = {t.token.i: t for t in all_triggers}
    for trigger in all_triggers:
        for group in befallen(trigger, groups, words):
            rule = f"{trigger.frame} of {trigger.token.text!r}"
            toll = Found(trigger.token, trigger.effect, group, rule, frame=trigger.frame)
            if _is_weak(toll, words):
                weak.append(toll)
            elif group.start not in fixed:
                known = found.get(group.start)
                found[group.start] = toll if known is None else _joined(known, toll)
    tolls = sorted((f for f in found.values() if not _goes_with_count(f, groups)), key=_order)
    parts = {f.group.start for f in Parts(groups, tolls, told, words).all()}
    tolls = sorted([*tolls, *beside(groups, tolls, all_triggers, words, parts)], key=_order)
    tolls = sorted([*tolls, *carried_on(groups, tolls)], key=_order)
    tolls = sorted([*tolls, *elliptic(groups, tolls, words)], key=_order)
    taken = {f.group.start for f in tolls}
    tolls = sorted([*tolls, *(f for f in weak if f.group.start not in taken)], key=_order)
    tolls = named_along(groups, [*tolls, *shared_noun(groups, tolls), *gapped(groups, tolls)])
    tolls = sorted([*tolls, *identified(groups, tolls, all_triggers, words)], key=_order)
    tolls = sorted([*tolls, *joined_to(groups, tolls, all_triggers, words)], key=_order)
    tolls = sorted([*tolls, *given(groups, tolls, words)], key=_order)
    merged = {f.group.start: f for f in tolls}
    merged |= {f.group.start: f for f in Parts(groups, tolls, told, words).all()}
    merged = only_these(groups, out_of(groups, merged))
    them = [*done_to_them(tolls, all_triggers, words), *later_fates(groups, tolls, all_triggers, words)]
    shot = {f.trigger.head.i for f in them}
    merged = {s: f for s, f in merged.items() if f.effect != "casualties" or f.trigger.i not in shot}
    merged |= {f.group.start: f for f in them}
    merged = newly_harmed(reading, groups, merged, words)
    counted = {f.trigger.i for f in merged.values() if f.running}
    bare = {s for s, f in merged.items() if f.group.kind == BARE and not f.subset and f.trigger.i in counted}
    return _paired([f for s, f in sorted(merged.items()) if s not in bare and _tells(f, words)], words)


def _paired(found: list[Found], words: Vocabulary) -> list[Found]:
    """Uncounted kinds of people in a row are one: "including women and children", "women, children and old men"."""
    out: list[Found] = []
    for toll in found:
        last = out[-1] if out else None
        told_as_one = last is not None and (last.subset, last.effect) == (toll.subset, toll.effect)
        if last is not None and told_as_one and last.group.kind == toll.group.kind == BARE:
            joint = toll.trigger.doc[last.group.end : toll.group.start].text.lower()
            kinds = [words.person(toll.trigger.doc[f.group.head]) for f in (last, toll)]
            alike = kinds[0] is None or kinds[1] is None or kinds[0].who == kinds[1].who
            if joint in ("and", "&", ", and", ",") and last.whole == toll.whole and alike:
                group = replace(last.group, end=toll.group.end, also=(*last.group.also, toll.group.head))
                out[-1] = replace(last, group=group)
                continue
        out.append(toll)
    return [toll for toll in out if not _says_little(toll, out, words)]


def _says_little(part: Found, found: list[Found], words: Vocabulary) -> bool:
    """Whether uncounted civilians are told as a part, beside no part of fighters: "22, including civilians"."""
    doc = part.trigger.doc
    if part.group.kind != BARE or not part.subset or not part.cued:
        return False
    kind = words.person(doc[part.group.head])
    if kind is None or kind.who != "civilian" or kind.group is not None:
        return False
    return not any(f.group.kind == BARE and f.whole == part.whole for f in found if f is not part)


def _goes_with_count(found: Found, groups: Groups) -> bool:
    """Whether a count stands for an uncounted group, too: "12 Tutsis and Hutus", "eight of them children"."""
    group = found.group
    last = groups.at(group.start - 1) if group.start else None
    if group.kind == BARE and last is not None and groups.doc[last.head].lower_ in ("them", "whom"):
        return True
    if group.kind != BARE or group.start < 2 or groups.doc[group.start - 1].lower_ not in ("and", "or", ","):
        return False
    before = groups.at(group.start - 2)
    listed = groups.doc[group.start - 1].lower_ == ","
    if listed and (before is None or groups.doc[before.head].lower_ != "men"):
        return False
    if before is not None and before.kind == BARE and before.end == group.start - 1:
        return _goes_with_count(replace(found, group=before), groups)  # "40 men, women and children"
    return before is not None and before.kind == COUNTED and before.end == group.start - 1


def _is_weak(found: Found, words: Vocabulary) -> bool:
    """Whether it is told by the way, of people of whom the sentence tells something else."""
    return found.trigger.dep_ in ("amod", "relcl") and found.effect in words.effects.weak


def _order(found: Found) -> tuple[int, int]:
    return found.group.start, found.trigger.i


def _joined(known: Found, toll: Found) -> Found:
    """One group under two effects: "killed and wounded" are casualties; else the verb holds, then the first."""
    described = known.trigger.dep_ == "amod" and known.effect == "wounded" and toll.effect == "killed"
    if described and toll.frame in (OBJECTS, SUBJECTS) and toll.trigger.dep_ not in ("amod", "conj"):
        return toll  # "six wounded soldiers were killed"
    pair = {known.effect, toll.effect}
    if pair == {"killed", "wounded"} and _side_by_side(known, toll) and not known.running:
        return Found(known.trigger, "casualties", known.group, "killed and wounded under one number", frame=known.frame)
    if "casualties" in pair and pair & {"killed", "wounded"} and known.frame != TALLIES and toll.frame != TALLIES:
        return toll if known.effect == "casualties" else known  # "were shot and killed"
    if toll.effect == "killed" and known.effect in _CAPTIVE and {known.frame, toll.frame} == {OBJECTS}:
        return toll  # "nine were kidnapped and killed"
    if known.frame in (TALLIES, DEEDS) and toll.frame in (OBJECTS, SUBJECTS) and toll.effect == "killed":
        return toll
    if known.frame == TALLIES and known.effect == "abducted" and toll.effect == "detained":
        return known  # "the hostages were captured"
    if known.frame == TALLIES and known.effect in _CAPTIVE and toll.frame not in (TALLIES, DEEDS):
        return toll  # "five hostages were freed"
    within = toll.frame == STATES and toll.trigger.dep_ == "amod" and toll.trigger.i > known.trigger.i
    by_the_way = known.trigger.dep_ == "acl" and known.effect in _CAPTIVE  # "110 people jailed in May were freed"
    describes = known.trigger.dep_ == "relcl" or by_the_way
    return toll if describes or within else known


def _side_by_side(known: Found, toll: Found) -> bool:
    """Whether one number is of both: "75 killed and wounded", but not "2 dead and 12 injured"."""
    first, last = sorted((known.trigger.i, toll.trigger.i))
    numbers = any(t.like_num for t in known.trigger.doc[first + 1 : last])
    return last - first <= 3 and not numbers


def _is_displaced(found: Found) -> bool:
    """ "Most refugees are internally displaced": how they live, and nothing that happened."""
    now = (c for c in found.trigger.children if c.dep_ == "auxpass" and c.tag_ in ("VBP", "VBZ"))
    return found.effect == "displaced" and next(now, None) is not None


def _tells(found: Found, words: Vocabulary) -> bool:
    """Whether the toll says enough to be a claim of its own."""
    group, trigger = found.group, found.trigger
    if group.kind in (DEFINITE, PRONOUN):
        plural = group.low is None and found.frame == DEEDS and found.effect == "killed"  # "the murder of the monks"
        moved = found.frame == DEEDS and trigger.lemma_.lower() in words.effects.bare_deeds
        return plural or moved or (group.low == 1 and found.effect in words.effects.single)
    if (
        group.kind == BARE
        and found.effect == "displaced"
        and trigger.doc[group.start : group.start + 2].text.lower() == "some of"
    ):
        return False  # "some of the minors were moved out"
    if group.kind == BARE and not found.subset:
        described = trigger.dep_ in ("acl", "relcl", "amod") and trigger.head.i == group.head
        present = trigger.tag_ in ("VBZ", "VBP", "VB") or _is_displaced(found)
        verb = trigger
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        nominal = trigger.tag_ == "VBG" and verb.dep_ in _NOMINAL
        return not described and not present and not nominal
    if group.kind == BARE and found.cued and words.person(doc_head := trigger.doc[group.head]):
        kind = words.person(doc_head)
        return kind is not None and (kind.group is not None or kind.who != "unknown")
    return group.kind in (COUNTED, BARE) or group.low is not None
