"""PDF, DOCX, mail, web archives, feeds and exports of messengers to reports; traps refused in words."""

from __future__ import annotations

import io
import operator
import os
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from intake import documents as made
from vedette.errors import IntakeError
from vedette.intake.files import Read, Refused, read_bytes, read_paths
from vedette.intake.guard import Guard
from vedette.intake.readers.feed import entries, plain

DAY = date(2016, 12, 12)


def taken(data: bytes | str, name: str = "", mime: str = "") -> list[Read]:
    raw = data.encode() if isinstance(data, str) else data
    out = read_bytes(raw, origin="made", name=name, mime=mime, today=date(2020, 1, 1))
    assert all(isinstance(item, Read) for item in out), out
    return [item for item in out if isinstance(item, Read)]


def why(data: bytes | str, name: str = "") -> str:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = read_bytes(raw, origin="made", name=name, today=date(2020, 1, 1))
    assert isinstance(item, Refused), item
    return item.reason


def test_a_pdf_is_a_report_with_its_own_title_and_day() -> None:
    (item,) = taken(made.pdf([made.STORY[:97], made.STORY[98:]], title="Shells in Marrat"), "marrat.pdf")
    assert (item.report.title, item.report.published, item.report.ref) == ("Shells in Marrat", DAY, "marrat")
    assert "Nine people were killed on Monday" in item.report.text


def test_a_pdf_of_pictures_and_one_of_too_many_pages_are_refused() -> None:
    assert "recognized first" in why(made.pdf([""]), "scan.pdf")
    assert "600 pages" in why(made.pdf([made.STORY], pages=600), "book.pdf")


def test_a_docx_is_read_with_its_tables_in_order() -> None:
    (item,) = taken(made.docx([made.STORY, made.MORE], title="Marrat"), "marrat.docx")
    assert item.report.title == "Marrat"
    assert item.report.text.split("\n\n") == [made.STORY, made.MORE, "Marrat; 9 killed"]


def test_a_mail_is_a_report_and_so_is_what_is_attached() -> None:
    paper = made.pdf(["Eleven people drowned on Tuesday off the coast of Qasr, the coast guard said."])
    message = made.mail(made.STORY, attached=("qasr.pdf", "application/pdf", paper))
    own, attached = taken(message, "m.eml")
    assert (own.report.title, own.report.published, own.report.outlet) == ("Shells kill nine", DAY, "Harbour Wire")
    assert attached.report.text.startswith("Eleven people drowned")
    assert attached.report.ref == "qasr"


def test_a_mailbox_file_holds_many_mails() -> None:
    box = b"".join(b"From desk Mon Dec 12 09:00:00 2016\n" + made.mail(f"{n} {made.STORY}") + b"\n" for n in range(3))
    assert [item.report.text[:1] for item in taken(box, "box.mbox")] == ["0", "1", "2"]


@pytest.mark.parametrize("kind", ["x.warc.gz", "x.warc", "x.wacz"])
def test_pages_of_a_web_archive_bear_their_addresses(kind: str) -> None:
    pages = {f"https://harbour.example/{n}": made.page(body=f"Report {n}. {made.STORY}") for n in range(2)}
    data = made.wacz(pages) if kind.endswith("wacz") else made.warc(pages, compressed=kind.endswith("gz"))
    assert [item.report.url for item in taken(data, kind)] == list(pages)


def test_a_torn_web_archive_gives_what_came_before_the_break() -> None:
    pages = {f"https://harbour.example/{n}": made.page(body=f"Report {n}. {made.STORY}") for n in range(3)}
    found = read_bytes(made.warc(pages)[:-60], origin="made", name="x.warc.gz")
    assert [type(item) for item in found] == [Read, Read, Refused]


def test_entries_of_feeds_are_rows_whatever_the_format() -> None:
    told = {"title": "One", "link": "https://x.example/a", "pubDate": "Mon, 12 Dec 2016 08:00:00 GMT"}
    rss = made.rss([{"guid": "a", "description": f"&lt;p&gt;{made.STORY}&lt;/p&gt;", **told}])
    atom = made.atom([("a", "https://x.example/a", "One")])
    item = {"id": "a", "url": "https://x.example/a", "title": "One", "content_html": f"<p>{made.STORY}</p>"}
    json_ = made.jsonfeed([{**item, "date_published": "2016-12-12T08:00:00Z"}])
    for data, name in ((rss, "f.rss"), (atom, "f.atom"), (json_, "f.json")):
        (one,) = taken(data, name)
        report = one.report
        assert (report.title, report.text, report.url) == ("One", made.STORY, "https://x.example/a"), name
        assert (report.published, report.outlet) == (DAY, "Harbour Wire"), name


def test_a_feed_with_entities_of_its_own_is_a_trap() -> None:
    trap = made.rss([]).replace("<rss", '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss')
    with pytest.raises(IntakeError, match="trap"):
        entries(trap.encode())
    with pytest.raises(IntakeError, match="too deep"):
        entries(b"<rss>" + b"<a>" * 5000)


def test_html_in_a_feed_becomes_lines() -> None:
    assert plain("<p>One <b>two</b>.</p><script>bad()</script><ul><li>A</li><li>B</li></ul>") == "One two.\nA\nB"
    assert plain("AT&amp;T") == "AT&T"


def test_messages_of_a_telegram_export_are_reports_without_their_writers() -> None:
    first, second = taken(made.telegram([made.STORY, made.MORE]), "result.json")
    assert first.report.text == f"Urgent: {made.STORY}"
    assert (first.report.outlet, first.report.ref, second.report.ref) == (
        "Marrat Today",
        "telegram-77-1",
        "telegram-77-2",
    )
    assert first.report.published == DAY
    assert "A Person" not in first.report.full


@pytest.mark.parametrize(
    ("day", "read"),
    [
        ("13/12/2016", date(2016, 12, 13)),
        ("12/13/16", date(2016, 12, 13)),
        ("05.12.16", date(2016, 12, 5)),
        ("05/12/2016", None),
    ],
)
def test_messages_of_a_whatsapp_export_are_reports_without_their_writers(day: str, read: date | None) -> None:
    found = taken(
        made.whatsapp([f"{made.STORY}\nA second line.", "<Media omitted>", made.MORE], day=day), "Marrat_chat.txt"
    )
    assert [item.report.text for item in found] == [f"{made.STORY}\nA second line.", made.MORE]
    assert {item.report.published for item in found} == {read}
    assert not any("555" in item.report.full for item in found)


def test_bombs_are_told_and_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(300 << 20))
    assert "bomb" in why(out.getvalue(), "x.docx")


def test_files_within_files_only_so_deep() -> None:
    message = made.mail(made.STORY)
    for _ in range(6):
        message = _wrapped(message)
    found = read_bytes(message, origin="made", name="m.eml")
    assert any(isinstance(item, Refused) and "deep" in item.reason for item in found)


def _wrapped(message: bytes) -> bytes:
    edge = b"zz%d" % len(message)
    head = b"Subject: outer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=%s\n\n--%s\n" % (edge, edge)
    inner = b"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n"
    return head + inner + message + b"\n--%s--\n" % edge


def test_a_page_does_not_say_where_it_came_from() -> None:
    own = '<link rel="canonical" href="https://other.example/x"><meta property="og:site_name" content="Great Wire">'
    html = made.page().replace("<title>", f"{own}<title>")
    hint = {"url": "https://harbour.example/1", "outlet": "Harbour Wire"}
    (item,) = read_bytes(html.encode(), origin="made", mime="text/html", hint=hint)
    assert isinstance(item, Read)
    assert (item.report.url, item.report.outlet) == ("https://harbour.example/1", "Harbour Wire")


def test_what_hangs_or_breaks_is_that_reports_failure() -> None:
    with Guard(seconds=2, memory=1 << 30) as guard:
        with pytest.raises(IntakeError, match="within 2 seconds"):
            guard.call(time.sleep, 60)
        with pytest.raises(IntakeError, match="memory"):
            guard.call(bytes, 2 << 30)
        with pytest.raises(IntakeError, match="broke down"):
            guard.call(os._exit, 9)
        with pytest.raises(IntakeError, match="ZeroDivisionError"):
            guard.call(operator.truediv, 1, 0)
        assert guard.call(len, b"four") == 4


def test_files_of_every_kind_are_taken_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf([made.STORY]))
    (tmp_path / "b.docx").write_bytes(made.docx([made.STORY]))
    (tmp_path / "c.eml").write_bytes(made.mail(made.STORY))
    assert [type(item) for item in read_paths([str(tmp_path)], today=date(2020, 1, 1))] == [Read, Read, Read]
