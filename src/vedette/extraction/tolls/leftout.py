"""Counts whose noun or verb stands with another: "eight civilian and five military deaths"."""

from __future__ import annotations

from dataclasses import replace

from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.vocabulary import DEEDS, TALLIES


def shared_noun(groups: Groups, found: list[Found]) -> list[Found]:
    """The first of two counts of one noun: "eight civilian and five military deaths"."""
    doc, new = groups.doc, []
    for told in found:
        start = told.group.start
        before = groups.at(start - 2) if start > 1 and doc[start - 1].lower_ in ("and", "&") else None
        if before is None or told.frame not in (DEEDS, TALLIES) or told.group.head != told.trigger.i:
            continue
        kind = doc[before.head]
        single = kind.tag_ in ("NN", "JJ", "NNP") and before.low != 1
        if before.kind == COUNTED and single and not any(f.group.start == before.start for f in found):
            new.append(replace(told, group=before, rule="shares the noun of the next count"))
    return new


def gapped(groups: Groups, found: list[Found]) -> list[Found]:
    """Counts after the verb that the subject began: "two soldiers were killed, three policemen and four civilians"."""
    doc, new = groups.doc, []
    taken = {f.group.start for f in found}
    for told in found:
        at = told.trigger.i + 1
        first = groups.at(at + 1) if doc[at : at + 1].text == "," else None
        if first is None or first.start != at + 1 or not told.trigger.i > told.group.end or told.group.kind != COUNTED:
            continue
        listed = [first, *groups.onward(first)]
        end = doc[listed[-1].end : listed[-1].end + 1].text
        if any(g.start in taken or not _people(g) for g in listed) or end not in (".", ";", ""):
            continue
        if sum(g.low or 0 for g in listed) != told.group.low:
            new += [replace(told, group=g, rule="the verb before is left out") for g in listed]
    return new


def _people(group: Group) -> bool:
    return group.kind == COUNTED and group.person and group.mention is not None and group.mention.head is not None
