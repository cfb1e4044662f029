"""Hostile files: each piece that breaks its reader is that piece's failure, whatever way it breaks it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from intake import documents as made
from intake import hostile
from vedette.errors import IntakeError
from vedette.intake.files import Read, Refused, TableOptions, read_paths, read_paths_guarded
from vedette.intake.guard import Guard, Lost, Unguarded

TODAY = date(2020, 1, 1)


def test_each_piece_that_breaks_its_reader_is_lost_alone() -> None:
    ways = ["good", "refuse", "good", "nest", "fill", "die", "good", "hang", "good"]
    with Guard(seconds=3, memory=3 << 30) as guard:
        found = list(guard.each(hostile.split, ways))
        assert guard.call(len, b"four") == 4  # and it goes on
    assert [f if isinstance(f, str) else f.where for f in found] == [
        "good", "file:1", "good", "file:3", "file:4", "file:5", "good", "file:7", "good",
    ]  # fmt: skip
    reasons = [f.reason for f in found if isinstance(f, Lost)]
    assert reasons == [
        "is no report",
        "is nested too deep to be read",
        "needs more memory than one report may: given up",
        "what reads it broke down over it: given up",
        "could not be read within 3 seconds: given up",
    ]


@pytest.mark.parametrize(
    ("end", "reason"), [("refuse", "is no report"), ("nest", "nested too deep"), ("die", "broke down")]
)
def test_a_file_that_breaks_between_two_pieces_gives_those_before(end: str, reason: str) -> None:
    found: list[str | Lost] = []
    with Guard(seconds=20) as guard, pytest.raises(IntakeError, match=reason):
        found += guard.each(hostile.split, ["good", "good"])
        pieces = guard.each(hostile.split, ["good", "refuse", "good"], end)
        found += [next(pieces), next(pieces), next(pieces)]
        next(pieces)
    assert [isinstance(f, Lost) for f in found] == [False, False, False, True, False]


def test_a_guard_left_midway_can_be_asked_again() -> None:
    with Guard(seconds=20) as guard:
        pieces = guard.each(hostile.split, ["good"] * 50)
        next(pieces)
        pieces.close()
        assert list(guard.each(hostile.split, ["good"])) == ["good"]


def test_a_guard_changes_nothing_of_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf([made.STORY]))
    (tmp_path / "b.html").write_text(made.page())
    (tmp_path / "c.mbox").write_bytes(
        b"From a Mon\n" + made.mail(made.STORY) + b"\nFrom b Mon\n" + made.mail(made.MORE)
    )
    rows = [{"id": f"k{n}", "date": f"{n + 1}/4/2016", "body": f"{made.STORY} {n}"} for n in range(5)]
    (tmp_path / "d.jsonl").write_text("\n".join(["{broken", *map(json.dumps, rows), "[" * 100_000]))
    (tmp_path / "e.csv").write_text("id,text\n")
    (tmp_path / "f.json").write_text("[" * 100_000)
    (tmp_path / "g.exe").write_bytes(b"\0")
    paths = [str(tmp_path), str(tmp_path / "none.txt")]
    plain = list(read_paths(paths, today=TODAY))
    assert (len(plain), sum(isinstance(item, Read) for item in plain)) == (15, 9)
    with Guard() as guard:
        assert list(read_paths_guarded(guard, paths, today=TODAY)) == plain
    assert list(read_paths_guarded(Unguarded(), paths, TableOptions(), today=TODAY)) == plain
    assert {item.origin.rpartition("/")[2] for item in plain if isinstance(item, Refused)} >= {"g.exe", "none.txt"}
