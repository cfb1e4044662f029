from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vedette.errors import IntakeError
from vedette.evaluation.run import run

TEXT = (
    "At least 12 people were killed on Friday in an air strike on a market in Idlib, the Syrian Observatory for "
    "Human Rights said. Dozens were wounded."
)


def write(folder: Path, **files: list[dict[str, Any]]) -> Path:
    for name, rows in files.items():
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_a_folder_is_read_linked_settled_and_measured(tmp_path: Path) -> None:
    report = {"id": "one", "outlet": "The Paper", "published": "2016-12-10", "title": "Market hit", "text": TEXT}
    toll = {
        "id": "one#1", "report": "one", "kind": "toll", "quote": "At least 12 people were killed", "source": None,
        "from": "2016-12-09", "to": "2016-12-09", "place": "Idlib", "effect": "killed", "low": 12, "high": None,
        "approx": False, "who": "unknown", "group": None, "subset": False, "span": "incident", "by": None,
        "means": "air strike",
    }  # fmt: skip
    missed = {**toll, "id": "one#2", "effect": "abducted", "low": 7}
    event = {"id": "e", "event_claims": [], "toll_claims": ["one#1"], "killed_low": 12, "killed_high": 12}
    scored = run(write(tmp_path, reports=[report], claims=[toll, missed], events=[event]), misses=1)
    scores = scored.to_json()
    assert scores["reports"] == 1
    assert scores["toll"]["key"]["r"] == 0.5
    assert scores["killed_range_right"] == {"of": 1, "share": 1.0}
    assert "toll / missed / abducted / at least: 1" in scored.errors


def test_a_broken_folder_is_told_by_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"reports\.jsonl: cannot be read"):
        run(tmp_path)
    write(tmp_path, reports=[], claims=[], events=[])
    (tmp_path / "claims.jsonl").write_text("{}\n{not json\n", encoding="utf-8")
    with pytest.raises(IntakeError, match=r"claims\.jsonl:2: not a JSON object"):
        run(tmp_path)
