"""A country dump of our own making, in the columns of GeoNames: two areas, a town, a village, a well."""

from __future__ import annotations

import io
from zipfile import ZipFile


def row(
    number: int, name: str, code: str, lat: float, lon: float, *, country: str = "QX", adm1: str = "", adm2: str = "",
    people: int = 0, aliases: str = "",
) -> str:  # fmt: skip
    """One row of a country dump."""
    cells = [str(number), name, name, aliases, str(lat), str(lon), code[:1], code, country, "", adm1, adm2, "", "",
             str(people), "", "0", "Asia/Nowhere", "2026-01-01"]  # fmt: skip
    return "\t".join(cells)


ROWS = (
    row(1, "Marvana Province", "ADM1", 41.0, 20.0, adm1="07"),
    row(2, "Teluka District", "ADM2", 41.2, 20.1, adm1="07", adm2="03"),
    row(3, "Teluka", "PPLA", 41.21, 20.11, adm1="07", adm2="03", people=9100, aliases="Tilouka,TLK,تلوكة"),
    row(4, "Beit Orsafa", "PPL", 41.3, 20.2, adm1="07", adm2="03"),
    row(5, "Well of Nobody", "WLL", 41.3, 20.2, adm1="07"),
)


def dump(rows: tuple[str, ...] = ROWS) -> str:
    """The text of the dump."""
    return "\n".join(rows) + "\n"


def zipped(text: str | None = None, name: str = "QX.txt") -> bytes:
    """The dump as GeoNames packs it."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(name, dump() if text is None else text)
    return out.getvalue()
