"""Place names found and put on the map, on two public corpora of marked-up news.

    python benchmarks/geoparsing.py DATA [--misses N]

DATA holds ``lgl.xml`` (the Local-Global Lexicon of Lieberman, Samet and Sankaranarayanan, 2010: 588 articles of local
papers) and ``GeoVirus.xml`` (Gritta, Pilehvar and Collier, 2018: 229 articles on epidemics), both as published with
"A Pragmatic Guide to Geoparsing Evaluation" (Gritta et al., 2019; github.com/milangritta).

The protocol of that paper: a found name matches a marked one if they overlap; precision, recall and F over all marked
names that have coordinates; of the matched ones, the share within 161 km and the mean distance. What a geoparser finds
is a name with coordinates: one that Vedette leaves unresolved does not count as found. LGL marks names inside the names
of bodies ("Ohio Supreme Court") and of peoples ("Sudanese") as well, GeoVirus only where something is; `find_toponyms`
gives the one and `find_places` the other. Beside them: documents a second, the language pipeline included.
"""

from __future__ import annotations

import argparse
import json
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from spacy.tokens import Doc

from vedette.knowledge.pack import WORLD, Knowledge
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.places import find_places, find_toponyms
from vedette.reading.reading import PlaceMention, Reading

NEAR_KM = 161.0
FINDERS = {"lgl": find_toponyms, "GeoVirus": find_places}


@dataclass(frozen=True)
class Gold:
    """One marked name: its characters and where it is."""

    start: int
    end: int
    lat: float
    lon: float


def load(path: Path) -> list[tuple[str, list[Gold]]]:
    """Each article's text with its marked names that have coordinates."""
    out = []
    for article in ElementTree.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        golds = []
        for node in [*article.iter("toponym"), *article.iter("location")]:
            tag = node.find("gaztag")
            lat, lon = ((tag if tag is not None else node).findtext(k) for k in ("lat", "lon"))
            if lat and lon:
                start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
                if node.tag == "location":  # GeoVirus counts from 1
                    start, end = start - 1, end - 1
                golds.append(Gold(start, end, float(lat), float(lon)))
        out.append((text, golds))
    return out


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees."""
    (la, lo), (lb, mo) = ((radians(x), radians(y)) for x, y in (a, b))
    return 12742 * asin(sqrt(sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin((mo - lo) / 2) ** 2))


def _span(doc: Doc, m: PlaceMention) -> tuple[int, int, PlaceMention]:
    """A mention with its characters in the article; `Report.full` has a line break before it."""
    return doc[m.start : m.end].start_char - 1, doc[m.start : m.end].end_char - 1, m


def measure(path: Path, misses: int) -> dict[str, float | int]:
    """The figures on one corpus; the commonest `misses` of each sort are printed."""
    nlp, knowledge = language(), Knowledge.load(packs=())
    articles = load(path)
    begun = time.perf_counter()
    found = []
    reports = [Report(title="", text=text) for text, _ in articles]
    for doc, report in nlp.pipe(((r.full, r) for r in reports), as_tuples=True, batch_size=16):
        reading = Reading(report=report, doc=doc, knowledge=knowledge, packs=(WORLD,))
        named = FINDERS[path.stem](reading)
        found.append([_span(doc, m) for m in named if m.place is not None and m.place.lat is not None])
    took = time.perf_counter() - begun
    hits, n_gold, n_found, matched = [], 0, 0, 0
    missed, spurious, far = Counter[str](), Counter[str](), Counter[str]()
    for (text, golds), spans in zip(articles, found, strict=True):
        used: set[int] = set()
        n_gold, n_found = n_gold + len(golds), n_found + len(spans)
        for gold in golds:
            match = next(
                (
                    n
                    for n, (start, end, _) in enumerate(spans)
                    if n not in used and start < gold.end and gold.start < end
                ),
                None,
            )
            if match is None:
                missed[text[gold.start : gold.end]] += 1
                continue
            used.add(match)
            matched += 1
            place = spans[match][2].place
            assert place is not None and place.lat is not None and place.lon is not None
            hits.append(distance_km((place.lat, place.lon), (gold.lat, gold.lon)))
            if hits[-1] > NEAR_KM:
                far[
                    f"{spans[match][2].name} -> {place.kind} {place.country} {place.adm1} ({gold.lat}, {gold.lon})"
                ] += 1
        spurious.update(m.name for n, (_, _, m) in enumerate(spans) if n not in used)
    for name, counter in (("missed", missed), ("spurious", spurious), ("far", far)):
        if misses:
            print(name, counter.most_common(misses))
    precision, recall = matched / n_found, matched / n_gold
    return {
        "names": n_gold, "precision": round(precision, 3), "recall": round(recall, 3),
        "f": round(2 * precision * recall / (precision + recall), 3),
        "within_161km": round(sum(h <= NEAR_KM for h in hits) / len(hits), 3),
        "mean_km": round(sum(hits) / len(hits), 1), "documents_per_s": round(len(articles) / took, 1),
    }  # fmt: skip


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("--misses", type=int, default=0, help="show the N commonest misses of each sort")
    args = cli.parse_args()
    print(json.dumps({name: measure(args.data / f"{name}.xml", args.misses) for name in ("lgl", "GeoVirus")}, indent=2))


if __name__ == "__main__":
    main()
