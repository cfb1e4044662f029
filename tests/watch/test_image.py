"""The container's own lock: a part of the whole one, without what only tests need."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_PINNED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=(\S+)")


def read(name: str) -> tuple[set[tuple[str, str]], set[str]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {(m[1], m[2]) for m in _PINNED.finditer(text)}, set(_HASH.findall(text))


def test_the_image_takes_the_versions_that_the_tests_ran_with() -> None:
    whole, image = read("requirements.lock"), read("packaging/image.lock")
    assert image[0] <= whole[0] and image[1] <= whole[1]
    names = {name for name, _ in image[0]}
    assert names >= {"spacy", "sqlalchemy", "urllib3", "warcio", "psycopg", "fastapi", "hatchling"}
    assert not names & {"pytest", "ruff", "mypy", "playwright", "ray", "hypothesis", "pymap"}


def test_what_the_image_copies_is_there() -> None:
    text = (ROOT / "packaging" / "Containerfile").read_text(encoding="utf-8")
    given = [word for line in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE) for word in line.split()[:-1]]
    assert len(given) >= 6
    assert [word for word in given if not (ROOT / word).exists()] == []
    assert re.search(r"^USER \d+$", text, re.MULTILINE)
