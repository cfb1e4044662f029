"""Our measures against the gold sets' own scorer, run as a program, on true, spoiled and random claims."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vedette.evaluation import evaluate
from vedette.evaluation.gold import read_rows

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
pytestmark = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason="../shared/gold is not here")

Row = dict[str, Any]


def both(gold_dir: Path, claims: list[Row], events: list[Row], tmp: Path) -> tuple[Row, Row]:
    """What the scorer prints and what we measure."""
    for name, rows in (("claims", claims), ("events", events)):
        (tmp / f"{name}.jsonl").write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    args = [str(GOLD / "score.py"), str(gold_dir), str(tmp / "claims.jsonl")]
    args += ["--events", str(tmp / "events.jsonl"), "--json"]
    done = subprocess.run([sys.executable, *args], check=True, capture_output=True, text=True)
    return json.loads(done.stdout), evaluate(gold_dir, claims, events)


def marked(gold_dir: Path) -> tuple[list[Row], list[Row]]:
    """The gold claims and events as if they had been found."""
    events = [dict(e) for e in read_rows(gold_dir / "events.jsonl")]
    of = {c: e["id"] for e in events for c in (*e["event_claims"], *e["toll_claims"])}
    return [{**c, "event": of.get(c["id"])} for c in read_rows(gold_dir / "claims.jsonl")], events


def spoil(claims: list[Row], seed: int) -> list[Row]:
    """Drop, double and change claims and slots, borrowing values from other claims."""
    chance = random.Random(seed)
    out: list[Row] = []
    for claim in claims:
        if chance.random() < 0.2:
            continue
        claim = dict(claim)
        donor = chance.choice(claims)
        for slot in chance.sample(sorted(claim), 4):
            if slot not in ("id", "report", "kind") and chance.random() < 0.5:
                claim[slot] = chance.choice([None, donor.get(slot), claim[slot]])
        claim["quote"] = claim["quote"] or "not to be found"
        out += [claim, dict(claim, event=donor["event"])] if chance.random() < 0.1 else [claim]
    chance.shuffle(out)
    return out


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_gold_against_itself(name: str, tmp_path: Path) -> None:
    theirs, ours = both(GOLD / name, *marked(GOLD / name), tmp_path)
    assert ours == theirs
    assert ours["toll"]["full"]["f1"] == ours["same_happening"]["f1"] == 1.0


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_spoiled_claims(name: str, seed: int, tmp_path: Path) -> None:
    claims, events = marked(GOLD / name)
    theirs, ours = both(GOLD / name, spoil(claims, seed), events[seed:], tmp_path)
    assert ours == theirs


def test_nothing_found(tmp_path: Path) -> None:
    theirs, ours = both(GOLD / "seeds", [], [], tmp_path)
    assert ours == theirs
