"""Small documents of each kind, made for tests."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

from docx import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = (
    "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said. "
    "Another 20 people were wounded in the attack, the health office of the town said in a statement."
)
MORE = "The town has been under siege since the spring of last year, and no aid has come in since."


def page(title: str = "Shells kill nine in Marrat", body: str = STORY, *, day: str | None = "2016-12-12") -> str:
    """An HTML page with a story."""
    dated = f'<meta property="article:published_time" content="{day}T08:00:00Z">' if day else ""
    return (
        f"<!doctype html><html><head><title>{title}</title>{dated}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1><p>{body}</p><p>{MORE}</p></article></body></html>"
    )


def pdf(lines: Sequence[str], *, title: str = "", pages: int = 1) -> bytes:
    """A PDF that shows lines of text; written by hand, for no library here writes text."""
    shown = " T* ".join(f"({line.replace('(', '').replace(')', '')}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1")
    kids = " ".join(f"{5 + n} 0 R" for n in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        *[
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents 4 0 R >>"
        ]
        * pages,
        f"<< /Title ({title}) /CreationDate (D:20161212080000Z) >>".encode(),
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    out.write(trailer % (len(objects) + 1, len(objects), start))
    return out.getvalue()


def docx(paragraphs: Sequence[str], *, title: str = "") -> bytes:
    """A DOCX document with a table after its paragraphs."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Marrat", "9 killed"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(text: str, *, subject: str = "Fwd: Shells kill nine", attached: tuple[str, str, bytes] | None = None) -> bytes:
    """A message from a list, with an attachment (name, type, bytes) where one is given."""
    message = EmailMessage()
    message["From"] = '"Harbour Wire" <desk@harbour.example>'
    message["To"] = "watch@example.org"
    message["Subject"] = subject
    message["Date"] = "Mon, 12 Dec 2016 09:00:00 +0000"
    message["Message-ID"] = f"<{abs(hash(text)) % 10**8}@harbour.example>"
    message.set_content(text)
    if attached:
        main, _, sub = attached[1].partition("/")
        message.add_attachment(attached[2], maintype=main, subtype=sub, filename=attached[0])
    return message.as_bytes()


def warc(pages: dict[str, str], *, compressed: bool = True) -> bytes:
    """A WARC file of HTML pages by their addresses."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for url, html in pages.items():
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = html.encode()
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), length=len(body), http_headers=http
        )
        writer.write_record(record)
    return out.getvalue()


def wacz(pages: dict[str, str]) -> bytes:
    """A WACZ package of the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("archive/data.warc.gz", warc(pages))
    return out.getvalue()


def rss(entries: Sequence[dict[str, str]], *, title: str = "Harbour Wire") -> str:
    """An RSS 2.0 feed; entries have guid, link, title, description, pubDate."""
    items = "".join(f"<item>{''.join(f'<{k}>{v}</{k}>' for k, v in entry.items())}</item>" for entry in entries)
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://harbour.example/</link><language>en-gb</language>{items}</channel></rss>"
    )


def atom(entries: Sequence[tuple[str, str, str]]) -> str:
    """An Atom feed of (id, address, title)."""
    items = "".join(
        f'<entry><id>{key}</id><title>{title}</title><link href="{url}"/><updated>2016-12-12T08:00:00Z</updated>'
        f"<summary>{STORY}</summary></entry>"
        for key, url, title in entries
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>{items}</feed>'


def jsonfeed(entries: Sequence[dict[str, str]]) -> str:
    """A JSON Feed of items."""
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Wire", "items": entries})


def telegram(texts: Sequence[str]) -> str:
    """A Telegram Desktop export of a channel."""

    def message(number: int, text: str) -> dict[str, object]:
        told = ["Urgent: ", {"type": "bold", "text": text}]
        return {"id": number, "type": "message", "date": "2016-12-12T08:00:00", "from": "A Person", "text": told}

    messages = [message(n, text) for n, text in enumerate(texts, 1)]
    service = {"id": 0, "type": "service", "action": "create_channel", "text": ""}
    export = {"name": "Marrat Today", "type": "public_channel", "id": 77, "messages": [service, *messages]}
    return json.dumps(export, ensure_ascii=False)


def whatsapp(texts: Sequence[str], *, day: str = "13/12/2016") -> str:
    """A WhatsApp export of a group."""
    head = f"{day}, 08:00 - Messages and calls are end-to-end encrypted.\n"
    return head + "".join(f"{day}, 08:0{n} - +99 555 0100: {text}\n" for n, text in enumerate(texts, 1))


def bomb(size: int = 1 << 30) -> bytes:
    """`size` zeros in gzip, packed a thousandfold."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as packed:
        chunk = bytes(1 << 20)
        for _ in range(size >> 20):
            packed.write(chunk)
    return out.getvalue()
