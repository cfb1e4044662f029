"""An archive into a ledger: by a cluster, or by this process alone, with the same result."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sqlalchemy import Engine

from vedette.bulk.batches import Batch, reports_of
from vedette.bulk.cluster import Cluster
from vedette.bulk.sources import files, require, split_to_batches, split_to_reports
from vedette.intake.columns import TableOptions
from vedette.intake.files import Read, Refused, each_guarded, read_guarded
from vedette.intake.guard import AnyGuard, Guard, Unguarded
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.ledger.ingest import Outcome, finish, ingest_by
from vedette.ledger.store import open_ledger


def read_urls(
    urls: Sequence[str],
    options: TableOptions | None = None,
    *,
    today: date | None = None,
    guard: AnyGuard | None = None,
) -> Iterator[Read | Refused]:
    """Reports of files on disk or in object storage, read by this process; as `vedette.intake.files.read_paths`.

    With `guard`, every parser works in its process, as in `read_paths_guarded`.
    """
    require("fsspec", "pyarrow", "warcio")
    chosen, day = options or TableOptions(), today or date.today()
    for file in files(urls):
        if isinstance(file, Refused):
            yield file
        else:
            given = (split_to_reports, file.size, file.origin, chosen, day)
            yield from read_guarded(guard or Unguarded(), file.origin, *given)


def read_by(
    cluster: Cluster, urls: Sequence[str], options: TableOptions | None = None, *, today: date | None = None
) -> Iterator[Read | Refused]:
    """The same in the same order, by the workers of a cluster; this process only cuts the files into batches."""
    require("fsspec", "pyarrow", "warcio")
    chosen, day = options or TableOptions(), today or date.today()
    waiting: deque[Callable[[], list[Read | Refused]]] = deque()
    with Guard() as guard:
        for batch in _batches(guard, urls, chosen):
            waiting.append(_hand_in(cluster, batch, chosen, day))
            if len(waiting) > cluster.processes + 1:
                yield from waiting.popleft()()
    for claims in waiting:
        yield from claims()


def _batches(guard: Guard, urls: Sequence[str], options: TableOptions) -> Iterator[Batch]:
    for file in files(urls):
        if isinstance(file, Refused):
            yield Batch([(file.origin, file)])
            continue
        for found in each_guarded(guard, file.origin, split_to_batches, file.size, file.origin, options):
            yield Batch([(found.origin, found)]) if isinstance(found, Refused) else found


def _hand_in(cluster: Cluster, batch: Batch, options: TableOptions, today: date) -> Callable[[], list[Read | Refused]]:
    return cluster.run(reports_of, batch, options, today)


def ingest_archive(
    urls: Sequence[str],
    ledger: str | Engine,
    *,
    address: str | None = None,
    workers: int | None = None,
    options: TableOptions | None = None,
    knowledge: Knowledge | None = None,
) -> Iterator[Outcome]:
    """Read an archive into a ledger by a Ray cluster; yield one outcome for each report or row, as it is confirmed.

    `urls`: files and folders, on disk or in object storage. `address`: of a running cluster ("auto" finds one on this
    machine), else one is started here for the time. `workers`: how many read [one a processor of the cluster]. When all
    is in, claims are linked, by the cluster too where most of the ledger is new. Raises VedetteError where Ray is
    missing or the cluster fails; what was yielded is in the ledger then, and running it again goes on from there.
    """
    engine = open_ledger(ledger) if isinstance(ledger, str) else ledger
    with Cluster(knowledge or default_knowledge(), address=address, workers=workers) as cluster:
        yield from ingest_by_cluster(cluster, urls, engine, options)
        finish(engine, cluster.link_all)


def ingest_by_cluster(
    cluster: Cluster, urls: Sequence[str], engine: Engine, options: TableOptions | None = None
) -> Iterator[Outcome]:
    """As `ingest_archive`, but that claims are not linked at the end."""
    yield from ingest_by(cluster, engine, read_by(cluster, urls, options))
