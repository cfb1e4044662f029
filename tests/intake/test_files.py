"""Files, folders, tables and standard input to reports, and what is refused."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.intake.files import Read, Refused, TableOptions, read_paths

TODAY = date(2020, 1, 1)
BODY = (
    "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said. "
    "Another 20 people were wounded in the attack, the health office of the town said in a statement."
)
PAGE = f"""<!doctype html><html><head><title>Shells kill nine in Marrat</title>
<meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2016-12-12T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Shells kill nine in Marrat</h1>
<figure><img src="x.jpg"><figcaption>A burnt car (Photo: HW)</figcaption></figure>
<p>{BODY}</p><p>The town has been under siege since the spring of last year, and no aid has come in since.</p>
</article><footer>Copyright 2016 Harbour Wire</footer></body></html>"""


def taken(*paths: object, options: TableOptions | None = None) -> list[Read | Refused]:
    return list(read_paths([str(p) for p in paths], options, today=TODAY))


def reads(items: list[Read | Refused]) -> list[Read]:
    return [item for item in items if isinstance(item, Read)]


def refusals(items: list[Read | Refused]) -> dict[str, str]:
    return {item.origin.rsplit("/", 1)[-1]: item.reason for item in items if isinstance(item, Refused)}


def test_a_text_file_is_a_report_named_by_its_stem(tmp_path: Path) -> None:
    path = tmp_path / "marrat.txt"
    path.write_text(f"By VOA News December 12, 2016\n\n{BODY}")
    (item,) = reads(taken(path))
    assert (item.report.ref, item.report.outlet, item.origin) == ("marrat", "VOA News", str(path))
    assert item.report.published == date(2016, 12, 12)


def test_a_markdown_heading_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "marrat.md"
    path.write_text(f"# Nine killed\n\n{BODY}\n")
    (item,) = reads(taken(path))
    assert item.report.title == "Nine killed"
    assert item.report.text.strip() == BODY


def test_a_page_gives_its_story_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "marrat.html"
    path.write_text(PAGE)
    (item,) = reads(taken(path))
    report = item.report
    assert (report.title, report.outlet, report.published) == (
        "Shells kill nine in Marrat", "Harbour Wire", date(2016, 12, 12)
    )  # fmt: skip
    assert BODY in report.text
    assert "Home" not in report.text
    assert "burnt car" not in report.text


def test_folders_are_read_whole_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "b/1.txt", "c.txt", "README.md", ".hidden.txt"):
        (tmp_path / name).write_text(f"{name} {BODY}")
    assert [i.report.ref for i in reads(taken(tmp_path))] == ["1", "2", "c"]


def test_a_table_with_common_column_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "unit_id,article_title,article_content,source,date\n"
        f'7,Nine killed,"{BODY}",Harbour Wire,12/13/2016\n8,Nine killed,"{BODY}",Harbour Wire,5/4/2016\n'
    )
    first, second = reads(taken(path))
    assert (first.report.ref, first.report.outlet, first.report.title) == ("7", "Harbour Wire", "Nine killed")
    assert first.report.published == date(2016, 12, 13)
    assert second.report.published == date(2016, 5, 4)
    assert "month first" in first.note
    assert second.origin == f"{path}:3"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("13/12/2016", "5/4/2016"), date(2016, 4, 5)),
        (("12/13/2016", "5/4/2016"), date(2016, 5, 4)),
        (("1/2/2016", "5/4/2016"), None),
        (("13/12/2016", "12/13/2016", "5/4/2016"), None),
        (("2016-04-05T10:00:00Z",), date(2016, 4, 5)),
        (("20160405",), date(2016, 4, 5)),
        (("Tue, 05 Apr 2016 10:00:00 GMT",), date(2016, 4, 5)),
        (("April 5, 2016",), date(2016, 4, 5)),
        (("yesterday",), None),
        (("31/02/2016",), None),
    ],
)
def test_dates_are_read_by_the_column_as_a_whole(tmp_path: Path, dates: tuple[str, ...], expected: date | None) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps({"text": f"{n} {BODY}", "date": d}) + "\n" for n, d in enumerate(dates)))
    last = reads(taken(path))[-1]
    assert last.report.published == expected
    assert expected or "no publication date" in last.note


def test_columns_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(f"what\tnr\n{BODY}\t9\n")
    assert "no column holds the text" in refusals(taken(path))["t.tsv"]
    (item,) = reads(taken(path, options=TableOptions(columns={"text": "what", "id": "nr"})))
    assert item.report.ref == "9"
    assert "no column 'nope'" in refusals(taken(path, options=TableOptions(columns={"text": "nope"})))["t.tsv"]


@pytest.mark.parametrize("broken", ['9,"never closed', "9,too,many,cells", "9"])
def test_a_broken_row_does_not_take_the_others_along(tmp_path: Path, broken: str) -> None:
    good = [f'{n},"{n} {BODY}\nA second line, with ""quotes""."' for n in range(1000)]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["id,text", *good[:500], broken, *good[500:]]) + "\n")
    items = taken(path)
    assert [i.report.ref for i in reads(items)] == [str(n) for n in range(1000)]
    assert len(refusals(items)) == 1
    assert "broken row" in next(iter(refusals(items).values()))


def test_broken_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        f'{{"id": 1, "text": {json.dumps(BODY)}}}\n{{"id": 2, \n[3]\n{{"id": 4, "text": {json.dumps(BODY)}}}\n'
    )
    items = taken(path)
    assert [i.report.ref for i in reads(items)] == ["1", "4"]
    assert list(refusals(items)) == ["t.jsonl:2", "t.jsonl:3"]


def test_json_lists_and_what_holds_them(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"id": "a", "text": BODY}]))
    (tmp_path / "b.json").write_text(json.dumps({"articles": [{"id": "b", "body": BODY}]}))
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "content": BODY}))
    (tmp_path / "d.json").write_text("{]")
    items = taken(tmp_path)
    assert [i.report.ref for i in reads(items)] == ["a", "b", "c"]
    assert "not JSON" in refusals(items)["d.json"]


TURKISH = "Kentin doğusundaki pazar yerine düşen top mermileri dokuz kişinin ölümüne yol açtı, yetkililer açıkladı. "


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n", "empty"),
        ("binary.txt", bytes(range(256)) * 9, "not text"),
        ("paper.txt", b"%PDF-1.7", "a PDF that cannot be read"),
        ("long.txt", b"Nine people were killed. " * 900_000, "split it"),
        ("turkish.txt", (TURKISH * 4).encode(), "in Turkish"),
        ("nostory.html", b"<html><body><a href='/'>Home</a></body></html>", "without a story"),
        ("odd.docx", b"PK", "a DOCX document that is broken"),
        ("odd.xyz", b"PK", "files of kind .xyz"),
        ("none.csv", b"id,text\n", "without rows"),
        ("none.jsonl", b"\n\n", "empty"),
    ],
)
def test_bad_input_is_told_in_one_line(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    reason = refusals(taken(tmp_path / name))[name]
    assert why in reason
    assert "\n" not in reason


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "No such file" in refusals(taken(tmp_path / "nope.txt"))["nope.txt"]
    assert "empty folder" in next(iter(refusals(taken(tmp_path)).values()))


def test_no_date_goes_in_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (item,) = reads(taken(tmp_path))
    assert item.report.published is None
    assert "no publication date" in item.note


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.BytesIO]:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    yield data


@pytest.mark.parametrize(
    ("data", "ref"),
    [
        (BODY, None),
        (json.dumps({"id": "j1", "text": BODY}) + "\n", "j1"),
        (json.dumps([{"id": "j2", "text": BODY}]), "j2"),
        (f'id,text\nc1,"{BODY}"\n', "c1"),
        (PAGE, None),
    ],
)
def test_standard_input_is_told_by_its_looks(stdin: io.BytesIO, data: str, ref: str | None) -> None:
    stdin.write(data.encode())
    stdin.seek(0)
    (item,) = reads(taken("-"))
    assert BODY in item.report.text
    assert item.report.ref == (ref or item.report.id)
    assert item.origin.startswith("-")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["txt", "md", "html", "csv", "tsv", "jsonl", "json"]),
    st.binary(max_size=300) | st.text(max_size=300),
)
def test_no_bytes_whatever_raise(tmp_path: Path, suffix: str, data: bytes | str) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    for item in taken(path):
        assert isinstance(item, Read) or item.reason


def test_a_broken_address_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,url,text\n1,https://[x.example/,"{BODY}"\n')
    (item,) = reads(taken(tmp_path / "a.csv"))
    assert item.report.outlet is None
