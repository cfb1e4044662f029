"""Hand-marked reports as a ledger: the marker's claims, linked and settled as any."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

import vedette
from vedette.cli.main import group

TEXT = "Shells killed 14 people in Atarib on Friday, medics said. Rebels hold the town."
REPORT = {"id": "one", "outlet": "Made Wire", "published": "2016-12-10", "title": "Atarib", "text": TEXT}
TOLL = {
    "id": "one#1", "report": "one", "kind": "toll", "quote": "killed 14 people", "source": "medics",
    "from": "2016-12-09", "to": "2016-12-09", "place": "Atarib", "effect": "killed", "low": 14, "high": 14,
    "approx": False, "who": "unknown", "group": None, "subset": False, "span": "incident", "by": None,
    "means": "shelling",
}  # fmt: skip


def folder(path: Path, *claims: dict[str, object]) -> Path:
    for name, rows in (("reports", [REPORT]), ("claims", claims), ("events", [])):
        (path / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_the_markers_claims_become_events(tmp_path: Path) -> None:
    ledger = str(tmp_path / "gold.db")
    done = CliRunner().invoke(group, ["import", "gold", str(folder(tmp_path, TOLL)), "--ledger", ledger])
    assert done.exit_code == 0 and "1 new reports with 1 claims" in done.output
    with vedette.open_ledger(ledger) as opened:
        (event,) = opened.events()
        assert event.killed is not None and (event.killed.low, event.place) == (14, "Atarib")
        (told,) = opened.evidence(event)
        assert told.quote == "killed 14 people" and told.before + told.quote in TEXT
    again = CliRunner().invoke(group, ["import", "gold", str(tmp_path), "--ledger", ledger])
    assert again.exit_code == 0 and "0 new reports with 0 claims marked by hand, 1 already there" in again.output


def test_a_quote_that_is_not_in_the_report_is_refused(tmp_path: Path) -> None:
    args = ["import", "gold", str(folder(tmp_path, TOLL | {"quote": "killed 15 people"}))]
    done = CliRunner().invoke(group, [*args, "--ledger", str(tmp_path / "gold.db")], standalone_mode=False)
    assert done.return_value == 1 and "one#1" in done.output
