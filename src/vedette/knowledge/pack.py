"""Knowledge packs: `world`, and one folder a conflict.

A pack is a folder of YAML files. Each file name has one schema, next to the code that uses it. A new conflict
is a new folder and no new code.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel

from vedette.errors import KnowledgeError
from vedette.knowledge.loader import load_yaml

M = TypeVar("M", bound=BaseModel)
WORLD = "world"


def default_root() -> Path:
    """Where the packs lie: in the installed package, or in the checkout that it runs from."""
    package = Path(__file__).resolve().parent.parent
    for root in (package / "_data" / "knowledge", package.parent.parent / "knowledge"):
        if (root / WORLD).is_dir():
            return root
    raise KnowledgeError(f"{package}:1: no knowledge folder beside the package; install Vedette again")


@dataclass(frozen=True)
class Knowledge:
    """The packs in use, `world` first. Files are read and validated once, when first asked for."""

    root: Path
    packs: tuple[str, ...]
    _cache: dict[str, dict[str, BaseModel]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, root: Path | None = None, packs: tuple[str, ...] | None = None) -> Knowledge:
        """All packs under `root`, or `world` and those named. Raises KnowledgeError for one that is missing."""
        root = root or default_root()
        found = sorted(p.name for p in root.iterdir() if p.is_dir() and p.name != WORLD)
        for name in packs or ():
            if name != WORLD and name not in found:
                raise KnowledgeError(f"{root}:1: no knowledge pack {name!r}; there are: {', '.join(found)}")
        chosen = found if packs is None else [p for p in packs if p != WORLD]
        return cls(root, (WORLD, *chosen))

    def section(self, name: str, model: type[M]) -> dict[str, M]:
        """Pack name to the validated contents of its ``<name>.yaml``, for each pack that has one."""
        if name not in self._cache:
            paths = {pack: self.root / pack / f"{name}.yaml" for pack in self.packs}
            self._cache[name] = {pack: load_yaml(path, model) for pack, path in paths.items() if path.exists()}
        return cast(dict[str, M], self._cache[name])

    def world(self, name: str, model: type[M]) -> M:
        """The contents of ``world/<name>.yaml``. Raises KnowledgeError if it is missing."""
        section = cast(dict[str, M], self._cache.get(name)) or self.section(name, model)  # asked at every turn
        if WORLD not in section:
            raise KnowledgeError(f"{self.root / WORLD / name}.yaml:1: missing")
        return section[WORLD]

    @property
    def version(self) -> str:
        """12 hex digits over the contents of every file of the packs in use."""
        digest = hashlib.sha256()
        for pack in self.packs:
            for path in sorted((self.root / pack).rglob("*.yaml")):
                digest.update(f"{pack}/{path.name}\0".encode() + path.read_bytes())
        return digest.hexdigest()[:12]


@cache
def default_knowledge() -> Knowledge:
    """Every pack that Vedette brings, loaded once a process."""
    return Knowledge.load()
