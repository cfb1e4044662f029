"""A country's places from GeoNames: ``BASE/XX.zip``, checked before it is used."""

from __future__ import annotations

import io
from collections.abc import Callable
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen
from zipfile import BadZipFile, ZipFile

from vedette import __version__
from vedette.errors import GazetteerError
from vedette.gazetteer.added import geonames
from vedette.gazetteer.added.source import Source

BASE = "https://download.geonames.org/export/dump"
_BLOCK = 1 << 16

Progress = Callable[[int, int | None], None]


def fetch(country: str, base: str = BASE, *, timeout: float = 30, progress: Progress | None = None) -> Source:
    """The places of `country` (ISO 3166-1 alpha-2) from a server with GeoNames' layout.

    `progress` is told of the bytes so far and, where known, of all. Checks length, archive, rows and country. Raises
    GazetteerError in words: not reachable, not there, cut off, damaged, another country's.
    """
    code = country.upper()
    url = f"{base.rstrip('/')}/{code}.zip"
    data = _download(url, code, timeout, progress)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            source = geonames.read_zip(archive, f"{code}.zip")
    except BadZipFile as error:
        raise GazetteerError(f"{url}: what came is no zip ({error}); is a proxy or login page in between?") from error
    if source.countries != (code,):
        raise GazetteerError(f"{url}: places of {', '.join(source.countries)} came where {code} was asked for")
    return source


def _download(url: str, code: str, timeout: float, progress: Progress | None) -> bytes:
    request = Request(url, headers={"User-Agent": f"vedette/{__version__}"})
    data = bytearray()
    try:
        with urlopen(request, timeout=timeout) as answer:
            told = answer.headers.get("Content-Length")
            total = int(told) if told and told.isdigit() else None
            while block := answer.read(_BLOCK):
                data += block
                if progress is not None:
                    progress(len(data), total)
    except HTTPError as error:
        if error.code == 404:
            raise GazetteerError(
                f"{url}: not there; GeoNames has no country {code}, or the address is wrong"
            ) from error
        raise GazetteerError(f"{url}: the server answered {error.code} {error.reason}; try again later") from error
    except (URLError, OSError, HTTPException, ValueError) as error:
        why = error.reason if isinstance(error, URLError) else error
        raise GazetteerError(
            f"{url}: not reached ({why}); without a connection, bring {code}.zip from another machine and run: "
            f"vedette gazetteer add {code}.zip"
        ) from error
    if total is not None and len(data) != total:
        raise GazetteerError(f"{url}: cut off after {len(data)} of {total} bytes; run the command again")
    return bytes(data)
