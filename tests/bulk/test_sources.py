"""Files as streams, on disk and in object storage: the same reports as from whole files."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import fsspec
import pyarrow as pa
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vedette.bulk import jsonlines, read_urls
from vedette.bulk.sources import require
from vedette.errors import VedetteError
from vedette.intake.columns import TableOptions
from vedette.intake.files import Read, Refused, read_paths

STORY = "Shells killed {} people in the town of Idlib on Friday, medics said. A school nearby was hit as well."
TODAY = date(2017, 1, 1)


def lines() -> str:
    """A table with dates that only one row explains, an empty line, and broken rows."""
    rows = [{"id": f"k{n}", "date": f"{n % 9 + 1}/4/2016", "body": STORY.format(n + 3)} for n in range(150)]
    rows[140]["date"] = "16/4/2016"
    made = [json.dumps(row) for row in rows]
    return "\n".join([*made[:2], "", "{broken", "[1]", '{"id": "none"}', *made[2:], ""])


def files(urls: list[str], **options: object) -> list[Read | Refused]:
    return list(read_paths(urls, TableOptions(**options), today=TODAY))  # type: ignore[arg-type]


def streams(urls: list[str], **options: object) -> list[Read | Refused]:
    return list(read_urls(urls, TableOptions(**options), today=TODAY))  # type: ignore[arg-type]


def archive() -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for n in range(20):
        page = f"<html><body><article><h1>Report {n}</h1>{f'<p>{STORY.format(n + 3)}</p>' * 3}</article></body></html>"
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            f"https://paper.example/{n}", "response", payload=BytesIO(page.encode()), http_headers=headers
        )
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


def test_json_lines_are_read_as_from_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(lines(), encoding="utf-8")
    whole = files([str(file)])
    assert sum(isinstance(i, Read) for i in whole) == 150
    assert {i.report.published for i in whole[:1] if isinstance(i, Read)} == {date(2016, 4, 1)}
    assert streams([str(file)]) == whole


def test_a_web_archive_is_read_as_from_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "t.warc"
    file.write_bytes(archive())
    whole = files([str(file)])
    assert sum(isinstance(i, Read) for i in whole) == 20
    assert streams([str(file)]) == whole


def test_folders_hold_files_of_every_kind(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "t.jsonl").write_text(lines(), encoding="utf-8")
    (folder / "a.txt").write_text("December 10, 2016\n\n" + STORY.format(9), encoding="utf-8")
    (folder / "c.csv").write_text(f'id,text\nx,"{STORY.format(4)}"\n', encoding="utf-8")
    (folder / "d.exe").write_bytes(b"\0")
    (folder / "e.jsonl").write_text('{"colour": "red"}\n', encoding="utf-8")
    (folder / "README.md").write_text("not a report", encoding="utf-8")
    (folder / ".hidden.txt").write_text("not a report", encoding="utf-8")
    whole = files([str(folder)])
    assert [i for i in whole if isinstance(i, Refused)][-1].origin.endswith("e.jsonl")
    assert streams([str(folder)]) == whole


def test_parquet_gives_what_json_lines_give(tmp_path: Path) -> None:
    rows = [{"id": f"k{n}", "text": STORY.format(n + 3), "n": n} for n in range(130)]
    days = [datetime(2016, 12, n % 28 + 1, 7) for n in range(130)]
    table = pa.Table.from_pylist(rows).append_column("published", pa.array(days, pa.timestamp("us")))
    parquet.write_table(table, tmp_path / "t.parquet", row_group_size=50)
    told = [row | {"published": day.isoformat()[:10]} for row, day in zip(rows, days, strict=True)]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    packed = streams([str(tmp_path / "t.parquet")])
    plain = files([str(tmp_path / "t.jsonl")])
    assert [i.report for i in packed if isinstance(i, Read)] == [i.report for i in plain if isinstance(i, Read)]
    assert [i.origin for i in packed][-1] == f"{tmp_path}/t.parquet:130"


def test_object_storage_and_packed_files_are_read(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(lines(), encoding="utf-8")
    storage = fsspec.filesystem("memory")
    storage.pipe({"/news/2016/t.jsonl.gz": gzip.compress(lines().encode()), "/news/2016/README.txt": b"no"})
    found = streams(["memory://news/2016/"])
    assert [i.report for i in found if isinstance(i, Read)] == [
        i.report for i in files([str(file)]) if isinstance(i, Read)
    ]
    assert found[0].origin == "memory://news/2016/t.jsonl.gz:1"


def test_columns_and_encodings_are_told(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(json.dumps({"words": STORY.format(9) + " Café."}, ensure_ascii=False), encoding="latin-1")
    assert [i.reason for i in streams([str(file)], columns={"text": "words"}) if isinstance(i, Refused)] == [
        "broken row: not in utf-8"
    ]
    (read,) = streams([str(file)], columns={"text": "words"}, encoding="latin-1")
    assert isinstance(read, Read) and read.report.text.endswith("Café.")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("t.jsonl", b"", "without rows"),
        ("t.parquet", b"PAR1 and no more", "Parquet"),
        ("t.parquet", b"", "Parquet"),
        ("t.warc", b"nothing", "without records"),
        ("t.jsonl.gz", b"not packed", "cannot be read"),
        ("missing.jsonl", None, "No such file"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (told,) = streams([str(tmp_path / name)])
    assert isinstance(told, Refused) and words in told.reason


def test_what_is_not_installed_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(VedetteError, match=r"pip install 'vedette\[ray\]'"):
        require("ray")
    with pytest.raises(VedetteError, match="nowhere"):
        streams(["nowhere://a/b"])


def test_batches_are_small(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(lines(), encoding="utf-8")
    storage = fsspec.filesystem("file")
    sizes = [len(b.items) for b in jsonlines.batches(storage, str(file), "t", TableOptions(), 64)]
    assert sizes == [64, 64, 25]
