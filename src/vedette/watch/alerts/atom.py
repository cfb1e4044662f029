"""The feed of alerts: Atom (RFC 4287) with GeoRSS points."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from sqlalchemy import Connection, select

from vedette.ledger.watched import alerts
from vedette.watch.alerts.rules import AtomFile
from vedette.watch.alerts.words import Told

_ATOM, _GEO = "http://www.w3.org/2005/Atom", "http://www.georss.org/georss"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ET.register_namespace("", _ATOM)
ET.register_namespace("georss", _GEO)


def latest(db: Connection, most: int = 200, rules: Sequence[str] | None = None) -> list[Told]:
    """The newest alerts, of all rules or those named, the last changed first."""
    query = select(alerts).order_by(alerts.c.changed.desc(), alerts.c.id).limit(most)
    if rules is not None:
        query = query.where(alerts.c.rule.in_(rules))
    return [Told(r.id, r.rule, r.happening_id, r.first, r.changed, r.seq, r.body) for r in db.execute(query)]


def feed(told: Sequence[Told], *, title: str, address: str, desk: str | None = None) -> bytes:
    """An Atom feed of alerts. `desk`: the address of a workbench, to which entries lead."""
    root = ET.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", _moment(max((t.changed for t in told), default=datetime(1970, 1, 1))))
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "Vedette")
    if address.startswith("http"):
        ET.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=address)
    for one in told:
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"urn:vedette:alert:{one.id}")
        _add(entry, "title", one.title)
        _add(entry, "published", _moment(one.first))
        _add(entry, "updated", _moment(one.changed))
        _add(entry, "summary", "\n".join(one.lines))
        for term in (one.rule, one.body["type"]):
            ET.SubElement(entry, f"{{{_ATOM}}}category", term=_clean(str(term)))
        if desk:
            ET.SubElement(
                entry, f"{{{_ATOM}}}link", rel="alternate", href=f"{desk.rstrip('/')}/happening/{one.happening}"
            )
        if one.body.get("lat") is not None and one.body.get("lon") is not None:
            point = ET.SubElement(entry, f"{{{_GEO}}}point")
            point.text = f"{one.body['lat']} {one.body['lon']}"
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def write_feed(db: Connection, channel: AtomFile, rules: Sequence[str]) -> None:
    """Write the feed's file, whole or not at all. Raises OSError."""
    path = Path(channel.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    body = feed(latest(db, channel.entries, rules), title=channel.title, address=channel.address, desk=channel.desk)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_bytes(body)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _moment(at: datetime) -> str:
    return f"{at.isoformat(timespec='seconds')}Z"
