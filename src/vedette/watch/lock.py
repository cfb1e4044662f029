"""One watch at a time for an archive, held by a lock that goes with its process."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from vedette.errors import VedetteError


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. Raises VedetteError where another process holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "watch.lock").open("a+") as held:
        try:
            import fcntl
        except ImportError:  # A system without such locks: the user sees to it.
            yield
            return
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held.seek(0)
            who = held.read(20).strip() or "unknown"
            raise VedetteError(f"another watch (process {who}) writes to {folder}; stop it first") from error
        held.seek(0)
        held.truncate()
        held.write(f"{os.getpid()}\n")
        held.flush()
        yield
