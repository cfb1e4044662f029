"""The index in PostgreSQL: a tsvector a report and a claim's quote, under a GIN index.

Words are made here and not by one of the server's dictionaries, so that both databases find the same: in lower case,
without accents, not stemmed, none left out. Beyond the sixteen-thousandth word of a text phrases are not told apart
from their words. Filters by kind, outlet, source and month are words too, marked by a sign that no word has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, null, select, text

from vedette.ledger.filters import Filter
from vedette.ledger.schema import claims, reports
from vedette.ledger.search.tags import months_asked, tags_asked, tags_of
from vedette.ledger.search.terms import Hits, Query, Term

_CHUNK = 500
_RANKED = 2000  # matches; of more, rank tells little and costs much
_DAYS = {"report": ("reports", "t.published", "t.published"), "claim": ("claims", "t.first", "t.last")}
_WORD = re.compile(r"\w+")
_LONGEST = 200  # characters of a word; the server takes 2,000 bytes
_GAP = 10  # between title and text, so that no phrase reaches across
_LAST = 16383  # the server's last position
_PLACES = 250  # of one word; the server takes 255


def put(db: Connection, kind: str, ids: Sequence[str]) -> None:
    """Take in reports or claims that the ledger holds."""
    add = text(
        f"with d as (insert into {kind}_docs ({kind}_id) values (:id) returning doc)"
        f" insert into {kind}_text (doc, words) select doc, cast(:words as tsvector) from d"
    )
    for rows in _rows(db, kind, ids):
        db.execute(add, rows)


def drop(db: Connection, kind: str, ids: Sequence[str]) -> None:
    """Take out what is about to be deleted."""
    docs = f"select doc from {kind}_docs where {kind}_id in :ids"
    for start in range(0, len(ids), _CHUNK):
        some = {"ids": list(ids[start : start + _CHUNK])}
        for query in (f"delete from {kind}_text where doc in ({docs})", docs.replace("select doc", "delete", 1)):
            db.execute(text(query).bindparams(bindparam("ids", expanding=True)), some)


def find(db: Connection, kind: str, query: Query, where: Filter, most: int, skip: int) -> Hits:
    """Ids of reports or claims that match."""
    table, first, last = _DAYS[kind]
    given: dict[str, Any] = {"match": _match(query, where), "most": most, "skip": skip}
    source = f"{kind}_text f join {kind}_docs d on d.doc = f.doc"
    days = []
    if where.first or where.last:
        # The days themselves: months in the index only narrow.
        source += f" join {table} t on t.id = d.{kind}_id"
        given |= {"from": where.first or date.min, "to": where.last or date.max}
        days = [f"coalesce({last}, {first}) >= :from", f"coalesce({first}, {last}) <= :to"]
    told = f"from {source} where {' and '.join(['f.words @@ cast(:match as tsquery)', *days])}"
    count = db.scalar(text(f"select count(*) from (select 1 {told} limit {_RANKED + 1}) found"), given) or 0
    ranked = count <= _RANKED
    # 1: by the logarithm of the length, as a long text holds every word.
    order = "ts_rank(f.words, cast(:match as tsquery), 1) desc, f.doc desc" if ranked else "f.doc desc"
    page = text(f"select d.{kind}_id {told} order by {order} limit :most offset :skip")
    return Hits(tuple(db.scalars(page, given)), min(count, _RANKED), count > _RANKED, ranked)


def _rows(db: Connection, kind: str, ids: Sequence[str]) -> Iterator[list[dict[str, str]]]:
    claim = select(claims.c.id, claims.c.body, claims.c.first, claims.c.last, reports.c.outlet)
    claim = claim.add_columns(claims.c.kind, claims.c.source).join(reports, reports.c.id == claims.c.report_id)
    day = reports.c.published
    report = select(reports.c.id, reports.c.body, day.label("first"), day.label("last"), reports.c.outlet)
    report = report.add_columns(null().label("kind"), null().label("source"))
    query, own = (claim, claims.c.id) if kind == "claim" else (report, reports.c.id)
    for start in range(0, len(ids), _CHUNK):
        found = {row.id: row for row in db.execute(query.where(own.in_(ids[start : start + _CHUNK])))}
        rows = [{"id": i, "words": _vector(_texts(kind, found[i].body), tags_of(found[i]))} for i in ids if i in found]
        if rows:
            yield rows


def _texts(kind: str, body: dict[str, Any]) -> tuple[str, ...]:
    return (body["title"], body["text"]) if kind == "report" else (body["quote"],)


def _vector(texts: Iterable[str], tags: Iterable[str]) -> str:
    """Words with their places, as the server reads a tsvector."""
    places: dict[str, list[int]] = {}
    at = 0
    for one in texts:
        for word in _words(one):
            at += 1
            if len(found := places.setdefault(word, [])) < _PLACES:
                found.append(min(at, _LAST))
        at += _GAP
    words = (f"'{word}':{','.join(map(str, dict.fromkeys(found)))}" for word, found in places.items())
    return " ".join((*words, *(f"'={tag}'" for tag in tags)))


def _words(words: str) -> Iterator[str]:
    """Words as they are compared: lower case, without accents."""
    for word in _WORD.findall(words):
        if word.isascii():
            yield word.lower()[:_LONGEST]
            continue
        plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
        yield from (part[:_LONGEST] for part in _WORD.findall(plain))


def _match(query: Query, where: Filter) -> str:
    """The query as a tsquery; every word is quoted, so that none of it is taken for an operator."""
    parts = [_term(term) for term in query.wanted]
    parts += [f"!({_term(term)})" for term in query.unwanted]
    parts += [f"'={tag}'" for tag in tags_asked(where)]
    if months := months_asked(where):
        either = " | ".join(f"'={month}'" for month in months)
        parts.append(f"({either})")
    return " & ".join(parts)


def _term(term: Term) -> str:
    words = [f"'{word}'" for one in term.words for word in _words(one)] or ["'='"]
    return f"({' <-> '.join(words)}{':*' if term.prefix else ''})"
