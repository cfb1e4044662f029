"""The index in SQLite's FTS5: words of reports and of claims' quotes, which are kept in their bodies and not twice.

Filters by kind, outlet, source and month stand in a column `tags` that no text is in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, text

from vedette.ledger.filters import Filter
from vedette.ledger.search.tags import months_asked, tags_asked, tags_of
from vedette.ledger.search.terms import Hits, Query, Term

_CHUNK = 500
_RANKED = 2000  # matches; of more, rank tells little and costs much

_COLUMNS = {"report": ("title", "body"), "claim": ("quote",)}
_READ = {
    "report": "select id, title, json_extract(body, '$.text') as body, published as first, published as last, outlet,"
    " null as kind, null as source from reports",
    "claim": "select c.id, json_extract(c.body, '$.quote') as quote, c.first, c.last, r.outlet, c.kind, c.source"
    " from claims c join reports r on r.id = c.report_id",
}
_DAYS = {"report": ("reports", "t.published", "t.published"), "claim": ("claims", "t.first", "t.last")}


def put(db: Connection, kind: str, ids: Sequence[str]) -> None:
    """Take in reports or claims that the ledger holds."""
    names = ", ".join((*_COLUMNS[kind], "tags"))
    values = ", ".join(f":{name}" for name in (*_COLUMNS[kind], "tags"))
    for rows in _rows(db, kind, ids):
        db.execute(text(f"insert into {kind}_docs ({kind}_id) values (:id)"), rows)
        add = f"insert into {kind}_text (rowid, {names}) select doc, {values} from {kind}_docs where {kind}_id = :id"
        db.execute(text(add), rows)


def drop(db: Connection, kind: str, ids: Sequence[str]) -> None:
    """Take out what is about to be deleted; FTS5 needs the words as they were put in."""
    names = ", ".join((*_COLUMNS[kind], "tags"))
    values = ", ".join(f":{name}" for name in (*_COLUMNS[kind], "tags"))
    for rows in _rows(db, kind, ids):
        out = f"insert into {kind}_text ({kind}_text, rowid, {names}) select 'delete', doc, {values} from {kind}_docs"
        db.execute(text(f"{out} where {kind}_id = :id"), rows)
        db.execute(text(f"delete from {kind}_docs where {kind}_id = :id"), rows)


def find(db: Connection, kind: str, query: Query, where: Filter, most: int, skip: int) -> Hits:
    """Ids of reports or claims that match."""
    table, first, last = _DAYS[kind]
    given: dict[str, Any] = {"match": _match(kind, query, where)}
    source = f"{kind}_text f"
    days = []
    if where.first or where.last:
        # The days themselves: months in the index only narrow.
        source += f" join {kind}_docs d on d.doc = f.rowid join {table} t on t.id = d.{kind}_id"
        given |= {"from": (where.first or date.min).isoformat(), "to": (where.last or date.max).isoformat()}
        days = [f"coalesce({last}, {first}) >= :from", f"coalesce({first}, {last}) <= :to"]
    told = f"from {source} where {' and '.join([f'{kind}_text match :match', *days])}"
    docs = db.scalars(text(f"select f.rowid {told} limit {_RANKED + 1}"), given).all()
    count = len(docs)
    ranked = count <= _RANKED
    page = {"most": most, "skip": skip}
    if ranked:
        shown = _best(db, kind, query, where, docs, page)
    else:
        newest = text(f"select f.rowid {told} order by f.rowid desc limit :most offset :skip")
        shown = db.scalars(newest, given | page).all()
    by_doc = text(f"select doc, {kind}_id from {kind}_docs where doc in :docs")
    ids = {row[0]: row[1] for row in db.execute(by_doc.bindparams(bindparam("docs", expanding=True)), {"docs": shown})}
    return Hits(tuple(ids[doc] for doc in shown), min(count, _RANKED), count > _RANKED, ranked)


def _best(
    db: Connection, kind: str, query: Query, where: Filter, docs: Sequence[int], page: dict[str, int]
) -> Sequence[int]:
    """A page of those that match, the best first. Their days are not looked up again."""
    if not docs:
        return ()
    if months_asked(where):
        # Its tag stands at a quarter of all claims, and to weigh by it is to read all of these.
        where = replace(where, kind=None)
    weighed = text(
        f"select f.rowid from {kind}_text f where {kind}_text match :match"
        # Without the sign each of them would be looked up in the index by itself.
        " and +f.rowid in (select value from json_each(:docs))"
        f" order by bm25({kind}_text), f.rowid desc limit :most offset :skip"
    )
    given = {"match": _match(kind, query, where), "docs": json.dumps(list(docs))}
    return db.scalars(weighed, given | page).all()


def _rows(db: Connection, kind: str, ids: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    own = "c.id" if kind == "claim" else "id"
    query = text(f"{_READ[kind]} where {own} in :ids").bindparams(bindparam("ids", expanding=True))
    for start in range(0, len(ids), _CHUNK):
        found = db.execute(query, {"ids": list(ids[start : start + _CHUNK])})
        rows = [
            {"id": r.id, **{c: getattr(r, c) or "" for c in _COLUMNS[kind]}, "tags": " ".join(tags_of(r))}
            for r in found
        ]
        if rows:
            yield rows


def _match(kind: str, query: Query, where: Filter) -> str:
    """The query in FTS5's own language; every word is quoted, so that none of it is taken for an operator."""
    wanted = f"{{{' '.join(_COLUMNS[kind])}}} : ({' AND '.join(map(_term, query.wanted))})"
    parts = [wanted, *(f"{{tags}} : {tag}" for tag in tags_asked(where))]
    if months := months_asked(where):
        parts.append(f"{{tags}} : ({' OR '.join(months)})")
    out = " AND ".join(f"({part})" for part in parts)
    return f"({out})" + "".join(f" NOT {{{' '.join(_COLUMNS[kind])}}} : {_term(t)}" for t in query.unwanted)


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")
