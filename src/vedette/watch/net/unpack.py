"""Content encodings undone within a limit, so that a bomb is told and never unpacked."""

from __future__ import annotations

import zlib

from vedette.errors import FetchError

ENCODINGS = "gzip, deflate"
"""What is asked for in Accept-Encoding."""
_STEP = 1 << 20


def unpack(raw: bytes, encoding: str, most: int) -> bytes:
    """`raw` without its content encoding ("gzip", "deflate", "identity", several with commas).

    Raises FetchError for one that is not known, that is broken, or that yields more than `most` bytes.
    """
    for name in reversed([n.strip().lower() for n in encoding.split(",") if n.strip()]):
        if name in ("identity", "none"):
            continue
        if name in ("gzip", "x-gzip"):
            raw = gunzip(raw, most)
        elif name == "deflate":
            raw = _inflate(raw, most)
        else:
            raise FetchError(f"sent in the encoding {name!r}, which was not asked for", final=True)
    return raw


def gunzip(raw: bytes, most: int) -> bytes:
    """One or more gzip members, unpacked. Raises FetchError as `unpack` does."""
    out, rest, total = [], raw, 0
    while rest:
        part, rest = _members(rest, 31, most - total)
        total += len(part)
        out.append(part)
        if not rest.startswith(b"\x1f\x8b"):
            break
    return b"".join(out)


def _inflate(raw: bytes, most: int) -> bytes:
    """Zlib's format, or the bare one that some servers send under the same name."""
    try:
        return _members(raw, 15, most)[0]
    except FetchError as error:
        if error.final:
            raise
        return _members(raw, -15, most)[0]


def _members(raw: bytes, window: int, most: int) -> tuple[bytes, bytes]:
    """The first compressed stream of `raw`, and what follows it."""
    reader = zlib.decompressobj(window)
    out, total, rest = [], 0, raw
    try:
        while not reader.eof:
            part = reader.decompress(rest, _STEP)
            rest = reader.unconsumed_tail
            total += len(part)
            if total > most:
                raise FetchError(f"unpacks to more than {most:,} bytes: taken for a bomb and given up", final=True)
            out.append(part)
            if not part and not rest:
                break
    except zlib.error as error:
        raise FetchError(f"its compression is broken: {error}") from error
    if not reader.eof:
        raise FetchError("its compression is broken off in the middle")
    return b"".join(out), reader.unused_data
