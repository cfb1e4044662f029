"""Vedette's claims on one report as MUC-4 templates: one incident a happening, within what the task asks for.

The task (Fourth Message Understanding Conference, 1992, appendix A) wants acts of violence of the last two months, by
anyone but regular troops on those who fight them: no dead of the guerrillas, no running totals.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from spacy.tokens import Span

from muc4_score import BAND, DATE, EFFECT, NUMBER, PERSON, PLACE, TYPE, Fill, Template, day_text, same_name
from vedette.extraction.attacks import agreed
from vedette.extraction.events import events
from vedette.extraction.tolls import tolls
from vedette.knowledge.countries import countries
from vedette.model.claim import Claim, Event, Toll
from vedette.model.provenance import Provenance
from vedette.reading.reading import ActorMention, Reading
from vedette.settlement import build

EFFECTS = {"killed": "DEATH", "wounded": "INJURY", "casualties": "INJURY", "released": "REGAINED FREEDOM"}
HARMED = frozenset({*EFFECTS, "abducted", "missing"})
TYPES = {
    "Suicide bomb": "BOMBING",
    "Remote explosive/landmine/IED": "BOMBING",
    "Grenade": "BOMBING",
    "Abduction/forced disappearance": "KIDNAPPING",
    "Looting/property destruction": "ARSON",
    "Attack": "ATTACK",
    "Armed clash": "ATTACK",
    "Shelling/artillery/missile attack": "ATTACK",
    "Air/drone strike": "ATTACK",
}
PRONOUNS = frozenset({"he", "him", "she", "her", "them", "they", "whom", "those"})
VAGUE = frozenset({3, 20, 24, 40, 200, 300, 2000, 3000, 20000})
REBELS = frozenset(
    {"REBEL", "REBELS", "GUERRILLA", "GUERRILLAS", "INSURGENT", "INSURGENTS", "SUBVERSIVES", "TERRORISTS"}
)
TOLD = frozenset({"words", "said", "sentence before", "period before", "main event"})
_RECENT = timedelta(62)
_APART = 400

NAMED = frozenset({"alias", "pattern"})
"""How an actor is told by a name of its own."""


def found_templates(reading: Reading) -> list[Template]:
    """The incidents that Vedette tells of: claims that it links to one happening are one template."""
    report = reading.report
    counts, happened = agreed(tolls(reading), events(reading), reading)
    told: list[Claim] = [*counts, *happened]
    claims = [c for c in sorted(told, key=lambda c: (c.start, c.end, c.kind)) if _asked_for(reading, c)]
    provenance = {report.id: Provenance(report.published, report.outlet, None)}
    happenings = build(claims, provenance, knowledge=reading.knowledge)
    home = {ref: h.id for h in happenings for ref in h.claims}
    groups: list[list[Claim]] = []
    for claim in claims:
        same = [g for g in groups if any(_one_incident(reading, claim, other, home) for other in g)]
        groups = [g for g in groups if not any(g is s for s in same)]
        groups.append(sorted([claim, *(c for g in same for c in g)], key=lambda c: (c.start, c.end)))
    return [_template(reading, group) for group in sorted(groups, key=lambda g: g[0].start) if _in_scope(group)]


def _in_scope(claims: list[Claim]) -> bool:
    """Not a fight of armed men with armed men: someone else is harmed, or one whom the report names."""
    tolls = [c for c in claims if isinstance(c, Toll)]
    fought = any(isinstance(c, Event) and c.type == "Armed clash" for c in claims)
    fighters = {"combatant", "unknown"} if fought else {"combatant"}
    if not tolls:
        return not fought
    return any(
        t.who not in fighters or t.effect == "abducted" or (t.low == t.high == 1 and _is_named(t)) for t in tolls
    )


def _is_named(toll: Toll) -> bool:
    return toll.words.split()[0].lower() not in ("a", "an", "one", "another")


def _one_incident(reading: Reading, claim: Claim, other: Claim, home: dict[str, str]) -> bool:
    """Told as one happening; or of one victim; or close together and of no other day."""
    if home.get(claim.id, 1) == home.get(other.id, 2):
        return True
    if _type([claim]) != _type([other]):
        return False
    if isinstance(claim, Toll) and isinstance(other, Toll) and claim.effect == other.effect:
        return _one_victim(reading, claim, other)
    close = abs(claim.start - other.start) < _APART
    return close and (claim.first, claim.last) == (other.first, other.last)


def _one_victim(reading: Reading, toll: Toll, other: Toll) -> bool:
    words = [target_words(reading, t) for t in (toll, other)]
    counts = [(t.low, t.high) for t in (toll, other)]
    return (
        words[0] is not None and words[1] is not None and counts[0] == counts[1] and same_name((words[0],), (words[1],))
    )


def _asked_for(reading: Reading, claim: Claim) -> bool:
    day = reading.report.published
    if claim.last is not None and day is not None and claim.last < day - _RECENT:
        return False
    if isinstance(claim, Toll):
        fought = claim.who == "combatant" and (claim.group == "rebels" or bool(REBELS & _words(reading, claim)))
        return claim.effect in HARMED and claim.span != "period" and not fought
    return isinstance(claim, Event) and claim.type in TYPES and claim.status in ("happened", "alleged")


def _words(reading: Reading, toll: Toll) -> set[str]:
    return set((target_words(reading, toll) or "").split())


def _template(reading: Reading, claims: list[Claim]) -> Template:
    named = [(c, target) for c in claims if isinstance(c, Toll) and (target := target_words(reading, c))]
    slots: dict[str, list[Fill]] = {
        TYPE: [Fill((_type(claims),))],
        DATE: [Fill((day,))] if (day := _day(reading, claims)) else [],
        PLACE: [Fill((place,))] if (place := _place(reading, claims)) else [],
        NUMBER: _once(Fill((_number(c),), (t,)) for c, t in named),
        EFFECT: _once(Fill((EFFECTS[c.effect],), (t,)) for c, t in named if c.effect in EFFECTS),
    }
    slots |= _perpetrators(reading, claims)
    return Template(slots, tuple(t for _, t in named))


def _once(fills: Iterable[Fill]) -> list[Fill]:
    return list(dict.fromkeys(fills))


def _type(claims: list[Claim]) -> str:
    if any(isinstance(c, Toll) and c.effect == "abducted" for c in claims):
        return "KIDNAPPING"
    if any(isinstance(c, Toll) and c.means == "bomb" for c in claims):
        return "BOMBING"
    told = [TYPES[c.type] for c in claims if isinstance(c, Event)]
    return told[0] if told else "ATTACK"


def _day(reading: Reading, claims: list[Claim]) -> str | None:
    """The shortest days told; "- 04 FEB 90", as the task has it, where the text tells none and it was by then."""
    days = sorted((c.last - c.first, c.first, c.last) for c in claims if c.first and c.last and c.date_basis in TOLD)
    if days:
        return day_text(*days[0][1:])
    published = reading.report.published
    return f"- {day_text(published, published)}" if published else None


def _place(reading: Reading, claims: list[Claim]) -> str | None:
    """From the country down, as far as the gazetteer knows it."""
    named = [c for c in claims if c.place]
    if not named:
        return None
    best = max(named, key=lambda c: c.location is not None and c.location.name.upper() != _country(reading, c))
    place, country = " ".join(str(best.place).upper().split()), _country(reading, best)
    return place if country in (None, place) else f"{country}: {place}"


def _country(reading: Reading, claim: Claim) -> str | None:
    code = claim.location.country if claim.location else None
    row = countries(reading.knowledge).get(code or "")
    return row.name.upper() if row else None


def _number(toll: Toll) -> str:
    if toll.low is None and toll.high is None:
        return "PLURAL"
    if toll.high is None:
        return "PLURAL" if toll.low in VAGUE and not any(c.isdigit() for c in toll.words) else f"{toll.low} -"
    if toll.low is None:
        return f"- {toll.high}"
    return f"{'~' if toll.approx else ''}{toll.low}" if toll.low == toll.high else f"{toll.low} - {toll.high}"


def target_words(reading: Reading, toll: Toll) -> str | None:
    """Who it was, in the report's words: the noun phrase of the count with a name or an "of" that goes with it."""
    if toll.words.lower() in PRONOUNS:
        return None
    at = reading.report.full.find(toll.words, toll.start)
    span = reading.doc.char_span(at, at + len(toll.words), alignment_mode="expand") if at >= 0 else None
    return " ".join(_phrase(span).text.upper().split()) if span else toll.words.upper()


def _phrase(span: Span) -> Span:
    doc, root = span.doc, span.root
    if root.dep_ in ("nummod", "det", "compound") and root.head.i >= span.start:
        root = root.head
    if root.dep_ == "appos" and root.head.pos_ == "PROPN":
        root = root.head  # "Maria Diaz, a judge"
    end = max(span.end, root.i + 1)
    for child in root.children:
        if (
            child.i >= root.i
            and child.dep_ in ("prep", "appos", "flat", "compound")
            and child.right_edge.i < root.i + 12
        ):
            end = max(end, child.right_edge.i + 1)
    return doc[min(span.start, *(c.i for c in root.lefts), root.i) if list(root.lefts) else span.start : end]


def _perpetrators(reading: Reading, claims: list[Claim]) -> dict[str, list[Fill]]:
    """Doers by the words that tell them nearest before the claim: names and a state's forces are organisations.

    Words for a group's men ("the guerrillas", "FMLN fighters") are individuals, beside the name that they stand for.
    """
    out: dict[str, list[Fill]] = {PERSON: [], BAND: []}
    for claim in claims:
        name = claim.by if isinstance(claim, Toll) else getattr(claim, "actor", None)
        if not name:
            continue
        near = [m for m in reading.actors if m.name == name and reading.doc[m.start].idx <= claim.end]
        men = [m for m in near if m.how != "pronoun" and reading.doc[m.start : m.end].root.pos_ != "PROPN"]
        for slot, told in ((BAND, [m for m in near if m.how in NAMED or _forces(m)]), (PERSON, men)):
            if told:
                out[slot].append(Fill((), (reading.doc[told[-1].start : told[-1].end].text.upper(),)))
    return {slot: _once(fills) for slot, fills in out.items()}


def _forces(mention: ActorMention) -> bool:
    """Whether a description is of a state's army or police, an organisation without a name."""
    return mention.how == "description" and mention.name.endswith(" government")
