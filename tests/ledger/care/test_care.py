"""Looking after a ledger: damage told in words, backups whole or not at all, what can be read saved."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledger.made import put
from makers import toll
from vedette.cli.main import FAILED, REFUSED, group
from vedette.errors import LedgerError
from vedette.ledger import records
from vedette.ledger.care.backup import backup, restore
from vedette.ledger.care.check import BAD, WELL, examine
from vedette.ledger.care.salvage import salvage
from vedette.ledger.store import HEAD, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "own.db"
    engine = open_ledger(str(path))
    put(engine, [toll(f"r{n}", n, quote="the text of", start=1, place=f"Town {n}", on=None) for n in range(1, 40)])
    engine.dispose()
    return path


def states(path: Path) -> set[str]:
    return {f.state for f in examine(str(path))}


def spoil(path: Path, first: int, last: int) -> None:
    """Overwrite bytes in the middle of the file, as a failing disk does."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma wal_checkpoint(truncate)").close()
    data = bytearray(path.read_bytes())
    data[first:last] = b"\xa5" * (last - first)
    path.write_bytes(data)


def run(*args: object) -> tuple[int, str]:
    done = CliRunner().invoke(group, [str(a) for a in args], standalone_mode=False)
    return (done.return_value if isinstance(done.return_value, int) else 0), done.output


def test_a_sound_ledger_is_well(ledger: Path) -> None:
    assert states(ledger) == {WELL}
    assert run("doctor", "--ledger", ledger)[0] == 0


def test_damage_is_told_with_the_way_back(ledger: Path) -> None:
    spoil(ledger, 20_000, 60_000)
    code, told = run("doctor", "--ledger", ledger)
    assert code == FAILED
    assert "vedette restore" in told
    assert "--salvage" in told


@pytest.mark.parametrize(
    "start", [b"this is a letter, not a ledger" * 99, b"SQLite format 3\x00" + b"\xff" * 9000, b""]
)
def test_a_file_that_is_no_ledger_is_told(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(start)
    assert states(path) == {BAD}
    assert path.read_bytes() == start


def test_a_text_that_was_changed_by_hand_is_found(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as db:
        db.execute("update reports set body = replace(body, 'the text of r7', 'another text') where ref = 'r7'")
        db.commit()
    wrong = [f for f in examine(str(ledger)) if f.state == BAD]
    assert {f.what for f in wrong} == {"reports", "claims"}


def test_a_clock_that_was_wrong_is_told_and_harmless(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as db:
        db.execute("update reports set ingested = '2999-01-01 00:00:00.000000' where ref = 'r7'")
        db.commit()
    code, told = run("doctor", "--ledger", ledger)
    assert code == REFUSED
    assert "lie ahead" in told


def test_a_backup_brings_everything_back(ledger: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.warc.gz").write_bytes(b"bytes as fetched")
    out = tmp_path / "backup.tar"
    assert backup(str(ledger), out, archive)["schema"] == HEAD
    spoil(ledger, 0, 5000)
    there = tmp_path / "elsewhere"
    restore(out, str(ledger), there, replace=True)
    assert states(ledger) == {WELL}
    assert (there / "a.warc.gz").read_bytes() == b"bytes as fetched"
    assert list(tmp_path.glob("own.db.before-restore-*")), "what was there is kept"


def test_a_backup_is_of_one_moment_while_others_write(ledger: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(ledger)) as db:
        db.execute("begin immediate")
        db.execute("update reports set outlet = 'changed'")
        backup(str(ledger), tmp_path / "backup.tar")
        db.commit()
    restore(tmp_path / "backup.tar", str(tmp_path / "new.db"))
    with closing(sqlite3.connect(tmp_path / "new.db")) as db:
        assert db.execute("select count(*) from reports where outlet = 'changed'").fetchone() == (0,)


def test_nothing_is_overwritten_unasked(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "backup.tar"
    backup(str(ledger), out)
    with pytest.raises(LedgerError, match="is there already"):
        backup(str(ledger), out)
    with pytest.raises(LedgerError, match="--replace"):
        restore(out, str(ledger))


def test_a_damaged_ledger_is_not_backed_up(ledger: Path, tmp_path: Path) -> None:
    spoil(ledger, 20_000, 60_000)
    with pytest.raises(LedgerError, match=r"damage|malformed"):
        backup(str(ledger), tmp_path / "backup.tar")
    assert not list(tmp_path.glob("*.tar*"))


def test_a_damaged_backup_is_refused_and_what_is_there_stays(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "backup.tar"
    backup(str(ledger), out)
    whole = out.read_bytes()
    before = ledger.read_bytes()
    for changed in (whole[:5000], whole.replace(b"the text of r7", b"the text of x7", 1), b"", whole[:-12000]):
        out.write_bytes(changed)
        with pytest.raises(LedgerError):
            restore(out, str(ledger), replace=True)
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("name", ["../../evil.db", "/etc/evil", "archive/../../evil", "archive/.hidden", "other.txt"])
def test_a_hostile_backup_writes_nothing_elsewhere(tmp_path: Path, name: str) -> None:
    out = tmp_path / "in" / "backup.tar"
    out.parent.mkdir()
    with tarfile.open(out, "w") as packed:
        told = tarfile.TarInfo(name)
        told.size = 4
        packed.addfile(told, io.BytesIO(b"evil"))
    with pytest.raises(LedgerError, match="no backup"):
        restore(out, str(tmp_path / "in" / "new.db"))
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["backup.tar"]


def test_what_can_be_read_of_a_damaged_ledger_is_saved(ledger: Path, tmp_path: Path) -> None:
    spoil(ledger, 300_000, 312_000)
    saved = salvage(ledger, tmp_path / "saved")
    assert 0 < saved["reports"] <= 39
    rows = [json.loads(line) for line in (tmp_path / "saved" / "reports.jsonl").read_text().splitlines()]
    assert all(row["text"] == f"the text of {row['id']}" for row in rows)
    with pytest.raises(LedgerError, match="is there already"):
        salvage(ledger, tmp_path / "saved")


def test_what_was_saved_goes_in_again_under_the_same_ids(ledger: Path, tmp_path: Path) -> None:
    from vedette.intake.files import Read, read_paths

    salvage(ledger, tmp_path / "saved")
    with open_ledger(str(ledger)).connect() as db:
        ids = {r.report.id for r in records.list_reports(db)}
    found = read_paths([str(tmp_path / "saved" / "reports.jsonl")])
    assert {item.report.id for item in found if isinstance(item, Read)} == ids
