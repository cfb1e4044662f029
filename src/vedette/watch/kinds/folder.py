"""Folders that others drop files into: what is whole and new, or new again, is taken."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.errors import FetchError

SETTLED = 2.0
"""Seconds for which a file must not have changed: one that is still being written is left for the next look."""
FILES = 100_000


@dataclass(frozen=True)
class Dropped:
    """A file: its path below the folder, and the mark (size and time) by which a change of it is seen."""

    path: Path
    name: str
    mark: str
    size: int


def look(folder: Path, memory: Mapping[str, Any], moment: float) -> tuple[list[Dropped], bool]:
    """Files that are new or changed since `memory` (name to mark), sorted; and whether some are still being written.

    `folder` may be one file. Hidden files and links that lead out of it are passed over. Raises FetchError where it is
    not there.
    """
    if not folder.exists():
        raise FetchError(f"there is no folder {folder}")
    found, waiting = [], False
    root = folder if folder.is_dir() else folder.parent
    for path in _files(folder):
        name = path.relative_to(root).as_posix()
        try:
            told = path.lstat()
        except OSError:
            continue
        if not stat.S_ISREG(told.st_mode):
            continue
        mark = f"{told.st_size}:{told.st_mtime_ns}"
        if memory.get(name) == mark:
            continue
        # A moment that lies ahead is a clock that was put back: such a file is not waited for.
        if 0 <= moment - told.st_mtime < SETTLED:
            waiting = True
            continue
        found.append(Dropped(path, name, mark, told.st_size))
    return found, waiting


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    out: list[Path] = []
    for where, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        out += [Path(where, n) for n in sorted(names) if not n.startswith(".") and not n.upper().startswith("README")]
        if len(out) > FILES:
            raise FetchError(f"more than {FILES:,} files in {folder}")
    return out
