"""A PostgreSQL server of the tests' own: thrown away with them, whatever way they end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import OperationalError

from vedette.ledger.store import open_ledger

USER, PASSWORD = "vedette_tests", "no-word-of-this"
# Ends with its standard input, so that a killed test run leaves neither server nor files behind.
_KEEPER = 'postgres -D "$1/data" -k "$1" -c listen_addresses= -F -c max_connections=500 & cat; kill -QUIT $!; wait'
_SETTINGS = "full_page_writes=off synchronous_commit=off shared_buffers=32MB autovacuum=off"


class Server:
    """Makes databases; each starts as a ledger at the newest schema, or empty."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._numbers = count()
        self._admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT", pool_size=1)
        template = self.database()
        open_ledger(template).dispose()
        self._template = make_url(template).database

    def database(self, template: str = "template0", encoding: str = "UTF8") -> str:
        """The URL of a new database, without anything in it unless `template` has."""
        name = f"ledger_{next(self._numbers)}"
        with self._admin.connect() as db:
            db.exec_driver_sql(f"create database {name} template {template} encoding '{encoding}'")
        return self._url.set(database=name).render_as_string(hide_password=False)

    def ledger(self) -> str:
        """The URL of a new ledger."""
        assert self._template is not None
        return self.database(self._template)

    def end(self) -> None:
        """Let go of the server."""
        self._admin.dispose()


def missing() -> str:
    """Why no server can be had here; empty where one can."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed"
    if _binaries() is None:
        return "no PostgreSQL on this machine (tools/get-postgresql installs it)"
    if os.geteuid() == 0 and _unprivileged() is None:
        return "PostgreSQL does not run as root, and there is no other user"
    return ""


def _binaries() -> Path | None:
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _unprivileged() -> pwd.struct_passwd | None:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known.get("nobody")


@contextmanager
def running() -> Iterator[Server]:
    """A server that listens on a socket of its own, asks for a password, and trusts nothing to the disk."""
    binaries = _binaries()
    assert binaries is not None
    other = _unprivileged() if os.geteuid() == 0 else None
    run: dict[str, Any] = {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []} if other else {}
    folder = Path(tempfile.mkdtemp(prefix="vedette-pg-"))
    try:
        if other:
            os.chown(folder, other.pw_uid, other.pw_gid)
        env = {"PATH": f"{binaries}:/usr/bin:/bin", "LC_ALL": "C", "HOME": str(folder)}
        words = folder / "words"
        words.write_text(PASSWORD, encoding="utf-8")
        if other:
            os.chown(words, other.pw_uid, other.pw_gid)
        make: list[str | Path] = [
            binaries / "initdb",
            "-D",
            folder / "data",
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "--no-sync",
        ]
        subprocess.run(
            [*make, "-E", "UTF8", "--pwfile", words], check=True, capture_output=True, cwd=folder, env=env, **run
        )
        command = ["sh", "-c", _KEEPER, "sh", str(folder)]
        with (folder / "data" / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
            settings.write("".join(f"{pair}\n" for pair in _SETTINGS.split()))
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=env,
            start_new_session=True, **run,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            url = URL.create("postgresql+psycopg", USER, PASSWORD, query={"host": str(folder)}, database="postgres")
            try:
                _wait(url, process)
                server = Server(url)
                yield server
                server.end()
            finally:
                process.stdin.close()
                process.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(url: URL, process: subprocess.Popen[bytes]) -> None:
    engine = create_engine(url)
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            with engine.connect():
                engine.dispose()
                return
        except OperationalError:
            time.sleep(0.1)
    raise RuntimeError("the PostgreSQL server of the tests did not start")
