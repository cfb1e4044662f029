"""A comparison from beginning to end: read, narrow to what both could hold, match, and say how far they agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from vedette.knowledge.exchange import Exchange
from vedette.knowledge.pack import Knowledge
from vedette.ledger.filters import Filter
from vedette.linking.lore import Lore
from vedette.products.compare.acled import read_acled
from vedette.products.compare.agree import Agreement, agreement
from vedette.products.compare.match import Matches, Verdicts, match
from vedette.products.compare.outside import Outside
from vedette.products.compare.ucdp import read_ucdp
from vedette.products.exports.acled import holds as acled_holds
from vedette.products.exports.record import Record, read_records
from vedette.products.exports.ucdp import holds as ucdp_holds
from vedette.products.situation.period import Period


@dataclass(frozen=True)
class Comparison:
    """What came of it: matches, tables, the days and countries it is about, rows that could not be read."""

    name: str
    found: Matches
    tables: tuple[Agreement, ...]
    where: Filter
    countries: tuple[str, ...]
    set_aside: int
    refused: tuple[str, ...]


NAMES = {"acled": "ACLED", "ucdp": "UCDP GED"}
_HOLDS: dict[str, Callable[[Record], bool]] = {"acled": acled_holds, "ucdp": ucdp_holds}


def compare_with(
    db: Connection, form: str, path: Path, where: Filter, knowledge: Knowledge, judged: Verdicts | None = None
) -> Comparison:
    """Our events beside those in the file of the data set `form` (a key of NAMES).

    Theirs count where they lie in the filter's days and place, open ends set by the days of our reports, and in a
    country that our events lie in; ours where the data set has room for them. Raises VedetteError for a file that
    cannot be read.
    """
    codes = knowledge.world("exchange", Exchange).acled
    theirs, refused = read_acled(path, codes) if form == "acled" else read_ucdp(path)
    days = Period(db, where).where
    ours = [r for r in read_records(db, days) if _HOLDS[form](r)]
    countries = frozenset(r.place.country for r in ours if r.place and r.place.country)
    within = [o for o in theirs if _within(o, days, countries)]
    found = match(within, ours, Lore.of(knowledge), judged)
    return Comparison(
        name=NAMES[form],
        found=found,
        tables=tuple(agreement(found, NAMES[form], knowledge)),
        where=days,
        countries=tuple(sorted(countries)),
        set_aside=len(theirs) - len(within),
        refused=tuple(refused),
    )


def _within(outside: Outside, where: Filter, countries: frozenset[str]) -> bool:
    place = outside.place
    return where.overlaps(outside.first, outside.last) and where.at(place.name, place) and place.country in countries
