"""Claims that analysts add: the claim itself is the judgement's value, so that it can be kept, undone and carried."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from vedette.errors import JudgementError
from vedette.ledger.judgements.anchors import anchor
from vedette.ledger.judgements.keep import add_judgements, all_judgements, now, utc
from vedette.ledger.judgements.values import slot_values
from vedette.ledger.locks import one_writer
from vedette.ledger.schema import claims
from vedette.model.claim import GOLD_FIELDS, KINDS, Claim, from_json
from vedette.model.correction import ADDED, in_force
from vedette.model.judgement import Judgement, Verdict, judgement_id
from vedette.model.place import Place
from vedette.model.report import Report

MOST = 600
"""Characters that the words of an added claim may have: a sentence, and no page."""
LEFT_OPEN = "left open by who added the claim"
NEEDED = {"toll": ("effect",), "event": ("type",), "control": ("change",), "statement": ("speaker", "act", "about")}
"""The slots without which a claim of a kind is none."""
_NAMES = {"from": "first", "to": "last"}
_OTHERS = ("report", "kind", "quote", "place")


def words_at(report: Report, start: int, end: int) -> tuple[int, int]:
    """Those offsets into `Report.full`, blank ends taken off and words made whole.

    Raises JudgementError where no words stand there, or too many.
    """
    full = report.full
    if not 0 <= start < end <= len(full) or not full[start:end].strip():
        raise JudgementError(f"no words of {report.ref} stand at {start} to {end}")
    while full[start].isspace():
        start += 1
    while full[end - 1].isspace():
        end -= 1
    while start > 0 and full[start - 1].isalnum() and full[start].isalnum():
        start -= 1
    while end < len(full) and full[end].isalnum() and full[end - 1].isalnum():
        end += 1
    if end - start > MOST:
        raise JudgementError(f"choose fewer words: a claim rests on one sentence at most ({MOST} characters)")
    return start, end


def find_words(report: Report, words: str) -> list[tuple[int, int]]:
    """Everywhere that the words stand in the report, however lines are broken; offsets into `Report.full`."""
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    return [m.span() for m in pattern.finditer(report.full)]


def compose(
    report: Report,
    kind: str,
    span: tuple[int, int],
    given: Mapping[str, str],
    offered: Mapping[str, tuple[Any, str]],
    place: tuple[str, Place | None] | None,
) -> Claim:
    """The claim of `kind` on those words of the report.

    `given`: slots as typed, an empty text for nothing; `place`: its spelling and the gazetteer's entry, None for what
    is offered. `offered`: what the reading found, with the reasons, for slots that are not given (days as dates,
    ``location`` a Place). Raises JudgementError for an unknown kind or slot, and for one that cannot be empty.
    """
    if kind not in KINDS:
        raise JudgementError(f"there is no kind {kind!r}; one of {', '.join(KINDS)}")
    typed = slot_values(kind, (f"{name}={text}" for name, text in given.items())) if given else {}
    start, end = words_at(report, *span)
    slots: dict[str, Any] = {"start": start, "end": end, "quote": report.full[start:end]}
    slots |= {"report": report.ref, "report_id": report.id, "confidence": 1.0, "date_basis": "analyst"}
    reasons: dict[str, str] = {}
    for name in (n for n in GOLD_FIELDS[kind] if n not in _OTHERS):
        value, why = _slot(kind, name, typed, offered)
        slots[_NAMES.get(name, name)] = value
        reasons |= {name: why} if why else {}
    spelled, entry, why = _place(place, offered)
    slots |= {"place": spelled, "location": entry}
    reasons |= {"place" if spelled is None or entry is not None else "location": why}
    missing = [name for name in NEEDED[kind] if slots[name] in (None, "")]
    if missing:
        raise JudgementError(f"say its {' and '.join(missing)}: a {kind} is none without")
    slots["chain"] = (slots["source"],) if slots.get("source") else ()
    if slots["first"] is None and slots["last"] is None:
        slots["date_basis"] = None
    elif slots["first"] and slots["last"] and slots["first"] > slots["last"]:
        raise JudgementError(f"from={slots['first']} is after to={slots['last']}")
    if kind == "toll":
        slots["words"] = ""
    return KINDS[kind](**slots, reasons=reasons)


def _slot(
    kind: str, name: str, typed: Mapping[str, Any], offered: Mapping[str, tuple[Any, str]]
) -> tuple[Any, str | None]:
    """A slot's value and reason: as typed, else as found, else as such claims have it where nothing is told."""
    if name in typed:
        value = typed[name]
        value = date.fromisoformat(value) if name in _NAMES and value is not None else value
        if name in offered and offered[name][0] == value:
            return value, offered[name][1]
        return value, LEFT_OPEN if value is None else None
    if name in offered:
        return offered[name]
    default = next(f.default for f in fields(KINDS[kind]) if f.name == _NAMES.get(name, name))
    return (default, None) if isinstance(default, bool | str) else (None, LEFT_OPEN)


def _place(
    place: tuple[str, Place | None] | None, offered: Mapping[str, tuple[Any, str]]
) -> tuple[str | None, Place | None, str]:
    spelled, why = offered.get("place", (None, LEFT_OPEN))
    entry = offered.get("location", (None, ""))[0]
    if place is None:
        return spelled, entry, why
    name, chosen = place
    if not name:
        return None, None, LEFT_OPEN
    if chosen is None and name == spelled and entry is None:
        return name, None, why
    if entry is not None and name == spelled and (chosen is None or chosen.id == entry.id):
        return name, entry, why  # with what the words add: "near", "east of"
    return name, chosen, "as the analyst placed it" if chosen else "the gazetteer does not have it"


def add(db: Connection, claim: Claim, *, author: str, reason: str, when: datetime | None = None) -> Judgement:
    """Keep an analyst's claim; it is in the record once that is brought up to date. Return the judgement.

    Raises JudgementError where the reading, or another analyst, has made the very same.
    """
    if not author.strip():
        raise JudgementError("a judgement is signed: say who decided with --by NAME")
    one_writer(db)
    standing = in_force(all_judgements(db))
    other = next((j for j in standing if j.verdict is Verdict.ADD and claim.id in j.subjects), None)
    if other is not None:
        raise JudgementError(f"{other.author} added this very claim on {other.when:%Y-%m-%d} ({claim.id})")
    if db.scalar(select(claims.c.id).where(claims.c.id == claim.id)) is not None:
        raise JudgementError(f"the reading makes this very claim already ({claim.id})")
    moment = utc(when) if when else now()
    value = {"claim": claim.to_json()}
    one = Judgement(
        id=judgement_id(Verdict.ADD, (claim.id,), author, moment, value),
        verdict=Verdict.ADD,
        subjects=(claim.id,),
        author=author,
        when=moment,
        reason=reason,
        value=value,
        anchors=(replace(anchor(claim), added=True),),
    )
    add_judgements(db, [one])
    return one


def added_claim(judgement: Judgement) -> Claim:
    """The claim that a judgement adds. Raises JudgementError where its value is none, or not the one that it names."""
    try:
        claim = from_json(judgement.value["claim"])
    except (KeyError, TypeError, ValueError) as error:
        raise JudgementError(f"{judgement.id} adds no claim ({error})") from error
    reasons = {k: v for k, v in claim.reasons.items() if k != ADDED}
    claim = replace(claim, reasons=reasons)
    if judgement.subjects != (claim.id,):
        raise JudgementError(f"{judgement.id} adds another claim than it names")
    return claim
