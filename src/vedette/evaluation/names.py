"""Names made comparable: without case, accents, articles and hyphens, and with aliases brought together."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

# Articles and the words for kinds of place carry nothing when two spellings of one name are compared.
_IDLE = re.compile(r"\b(the|al|el|ad|ar|as|az|an|ash|city|town|village|province|district|neighbou?rhood|of)\b")
_MARKS = re.compile(r"[^a-z0-9 ]+")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """`name` in lower-case ASCII words without articles; where nothing would be left, just in lower case."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = _IDLE.sub(" ", _MARKS.sub(" ", text))
    return " ".join(text.split()) or name.lower()


class Aliases:
    """Canonical names by their aliases, both plain."""

    def __init__(self, groups: Mapping[str, Sequence[str]] | None = None) -> None:
        """`groups` maps a canonical name to its other names."""
        self._to: dict[str, str] = {}
        self.add(groups or {})

    def add(self, groups: Mapping[str, Sequence[str]]) -> None:
        """Take in more groups; a later one wins over an earlier one."""
        for name, others in groups.items():
            self._to.update({plain(alias): plain(name) for alias in (name, *others)})

    @classmethod
    def beside(cls, gold_dir: Path) -> Aliases:
        """The groups of ``aliases.json`` in the folder above `gold_dir` and of the one in it, if there."""
        out = cls()
        for path in (gold_dir.parent / "aliases.json", gold_dir / "aliases.json"):
            if path.exists():
                out.add(json.loads(path.read_text(encoding="utf-8")))
        return out

    def fold(self, name: object) -> str:
        """The one plain spelling that stands for `name`."""
        key = plain(str(name))
        return self._to.get(key, key)
