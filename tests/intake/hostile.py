"""Files of many reports, some of which break what reads them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.guard import Piece


def split(ways: list[str], end: str = "") -> Iterator[Piece[str]]:
    """A piece for each of `ways`, read in that way; at the end the splitting itself goes wrong in the way `end`."""
    for number, way in enumerate(ways):
        yield Piece(f"file:{number}", partial(_WAYS[way], way))
    if end:
        _WAYS[end](end)


def _refuse(_: str) -> str:
    raise IntakeError("is no report")


def _same(way: str) -> str:
    return way


def _nest(way: str) -> str:
    return _nest(way) + way


def _fill(_: str) -> str:
    return str(len(bytearray(8 << 30)))


def _hang(_: str) -> str:
    time.sleep(60)
    return ""


def _die(_: str) -> str:
    os._exit(9)


_WAYS: dict[str, Callable[[str], Any]] = {
    "good": _same, "refuse": _refuse, "nest": _nest, "fill": _fill, "hang": _hang, "die": _die,
}  # fmt: skip
