"""CSV with a row of HXL hashtags under the header (Humanitarian Exchange Language 1.1), one row a happening.

The hashtags are those of HXL's dictionary, and so are +id, +type, +start, +end, +code, +v_iso2, +name, +lat, +lon,
+killed, +injured and +displaced. HXL lets everyone add attributes: +min, +best and +max of a range, the other effects,
+actor, +target, +precision, +grade, +origin, +outlet, +contradictions and +claims are ours; no other tool knows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vedette.model.claim import EFFECTS
from vedette.products.exports.flat import flat_row
from vedette.products.exports.record import Record
from vedette.products.exports.tables import write_csv

_MEASURES = {"low": "+min", "best": "+best", "high": "+max"}
_ATTRIBUTE = {"wounded": "injured", "killed": "killed", "displaced": "displaced", "missing": "missing"}
TAGS = {
    "id": "#event+id",
    "type": "#event+type",
    "from": "#date+start",
    "to": "#date+end",
    "country": "#country+code+v_iso2",
    "adm1": "#adm1+name",
    "adm2": "#adm2+name",
    "place": "#loc+name",
    "place_id": "#loc+id",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "geo_precision": "#geo+precision",
    "actor": "#group+actor+name",
    "target": "#group+target+name",
    **{f"{e}_{m}": f"#affected+{_ATTRIBUTE.get(e, e)}{tag}" for e in EFFECTS for m, tag in _MEASURES.items()},
    "civilians_killed_low": "#affected+killed+civilians+min",
    "civilians_killed_high": "#affected+killed+civilians+max",
    "grade": "#meta+grade",
    "origins": "#meta+source+origin",
    "outlets": "#meta+source+outlet",
    "contradictions": "#meta+contradictions",
    "claims": "#meta+claims+id",
}
"""Column to hashtag, in the order of the columns."""


def write_hxl(records: Iterable[Record], path: Path) -> int:
    """Write the table to `path`; returns the number of rows below the hashtags."""
    return write_csv(path, tuple(TAGS), (flat_row(r) for r in records), tuple(TAGS.values()))
