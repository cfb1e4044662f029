"""Places that the user brings: read by what they are, kept, and taking part at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapefile
from tests.gazetteer.dumps import dump, zipped

from vedette.errors import GazetteerError
from vedette.gazetteer.added import folder
from vedette.gazetteer.added.mentions import Mentions
from vedette.gazetteer.added.read import read_places
from vedette.gazetteer.added.shapes import middle
from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.pack import Knowledge
from vedette.model.place import PlaceKind

SQUARE = [[20.0, 41.0], [20.0, 42.0], [21.0, 42.0], [21.0, 41.0], [20.0, 41.0]]
AREA = {"adm0_pcode": "QX", "adm1_pcode": "QX07", "adm1_name": "Marvana", "adm1_name1": "مرفانا", "adm0_name": "Qux"}
OCHA = Path(__file__).parents[3] / "shared" / "gazetteer" / "syria" / "ocha-cod"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VEDETTE_GAZETTEER", str(tmp_path / "mine"))
    return tmp_path


def geojson(path: Path, *features: dict[str, object]) -> Path:
    rows = [{"type": "Feature", "properties": f.pop("at"), "geometry": f} for f in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), encoding="utf-8")
    return path


def test_a_geonames_dump_gives_places_with_their_areas_and_leaves_out_wells(home: Path) -> None:
    file = home / "QX.txt"
    file.write_text(dump(), encoding="utf-8")
    source = read_places(file)
    assert [(e.name, e.kind, e.adm1, e.adm2) for e in source.entries] == [
        ("Marvana Province", PlaceKind.ADM1, "Marvana Province", None),
        ("Teluka District", PlaceKind.ADM2, "Marvana Province", "Teluka District"),
        ("Teluka", PlaceKind.TOWN, "Marvana Province", "Teluka District"),
        ("Beit Orsafa", PlaceKind.TOWN, "Marvana Province", "Teluka District"),
    ]
    assert source.entries[2].aliases == ("Teluka", "Tilouka", "تلوكة")
    assert source.countries == ("QX",)


def test_a_zipped_dump_is_the_same(home: Path) -> None:
    (home / "QX.txt").write_text(dump(), encoding="utf-8")
    (home / "QX.zip").write_bytes(zipped())
    assert read_places(home / "QX.zip").entries == read_places(home / "QX.txt").entries


def test_added_places_take_part_at_once_and_go_at_once(home: Path, knowledge: Knowledge) -> None:
    (home / "QX.zip").write_bytes(zipped())
    assert gazetteer(knowledge).named("Teluka") == ()
    kept = folder.add(read_places(home / "QX.zip"))
    (found,) = gazetteer(knowledge).named("Teluka")
    assert (found.place.id, found.place.adm2, found.place.population) == ("geonames:3", "Teluka District", 9100)
    assert gazetteer(knowledge).search("تلوكة")[0].id == "geonames:3"
    assert gazetteer(knowledge).sounding("Taluqa", ("QX",))[0].place.id == "geonames:3"
    assert folder.version() == kept.version
    folder.remove("qx")
    assert gazetteer(knowledge).named("Teluka") == () and folder.version() == ""


def test_the_version_is_that_of_the_places_and_not_of_the_file(home: Path) -> None:
    (home / "a.txt").write_text(dump(), encoding="utf-8")
    (home / "b.txt").write_text(dump(), encoding="utf-8")
    assert folder.add(read_places(home / "a.txt")).version == folder.add(read_places(home / "b.txt")).version


def test_a_layer_of_areas_gives_p_codes_arabic_names_and_middles(home: Path) -> None:
    path = geojson(home / "adm1.geojson", {"at": AREA, "type": "Polygon", "coordinates": [SQUARE]})
    (entry,) = read_places(path).entries
    assert (entry.code, entry.name, entry.kind, entry.aliases) == ("QX07", "Marvana", PlaceKind.ADM1, ("مرفانا",))
    assert (entry.lat, entry.lon) == pytest.approx((41.5, 20.5))


def test_older_field_names_tell_the_same(home: Path) -> None:
    fields = {"ADM0_PCODE": "QX", "ADM1_PCODE": "QX07", "ADM1_EN": "Marvana", "ADM1_AR": "مرفانا"}
    path = geojson(home / "old.geojson", {"at": fields, "type": "Polygon", "coordinates": [SQUARE]})
    (entry,) = read_places(path).entries
    assert (entry.code, entry.name, entry.aliases) == ("QX07", "Marvana", ("مرفانا",))


def test_neighbourhoods_and_settlements_are_places_of_their_own(home: Path) -> None:
    quarter = AREA | {"neighborhood_en": "Old Mill", "neighborhood_ar": "الطاحونة", "neighborhood_pcode": "N1"}
    town = AREA | {"name": "Teluka", "loc_pcode": "C7"}
    path = geojson(
        home / "points.json",
        {"at": quarter, "type": "Point", "coordinates": [20.1, 41.2]},
        {"at": town, "type": "Point", "coordinates": [20.2, 41.3]},
    )
    assert [(e.code, e.name, e.kind, e.adm1) for e in read_places(path).entries] == [
        ("N1", "Old Mill", PlaceKind.AREA, "Marvana"),
        ("C7", "Teluka", PlaceKind.TOWN, "Marvana"),
    ]


def test_a_folder_of_shapefiles_is_read_and_what_is_broken_in_it_told(home: Path) -> None:
    layers = home / "layers"
    layers.mkdir()
    with shapefile.Writer(str(layers / "qx_admin1"), shapeType=shapefile.POLYGON) as writer:
        for name in AREA:
            writer.field(name, "C", 40)
        writer.poly([SQUARE])
        writer.record(*AREA.values())
    (layers / "qx_settlements.shp").write_bytes((layers / "qx_admin1.shp").read_bytes())
    source = read_places(layers)
    assert [(e.code, e.name) for e in source.entries] == [("QX07", "Marvana")]
    assert source.refused == ["qx_settlements.shp: no table (.dbf) beside it"]


def test_a_table_names_its_bad_rows(home: Path) -> None:
    file = home / "mine.csv"
    rows = ["name,latitude,longitude,country,kind,aliases", "Teluka,41.2,20.1,QX,town,Tiluka; Tilouka",
            "Orsafa,north,20.1,QX,,", "Nowhere,41,20,Qux,,"]  # fmt: skip
    file.write_text("\n".join(rows), encoding="utf-8")
    source = read_places(file)
    assert [(e.name, e.aliases) for e in source.entries] == [("Teluka", ("Tiluka", "Tilouka"))]
    assert [r.split(": ", 1)[0] for r in source.refused] == ["mine.csv:3", "mine.csv:4"]
    assert "latitude 'north' is no number" in source.refused[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", "", "no column name"),
        ("plain.csv", "place,x\nTeluka,1\n", "no column name"),
        ("notes.txt", "Nothing\nof\na\nplace\nis\nhere\nat all\n", "no GeoNames country dump"),
        ("broken.zip", "PK but no zip", "damaged zip"),
        ("roads.geojson", '{"type": "FeatureCollection", "features": []}', "no p-codes"),
        ("broken.geojson", "{", "cannot be read"),
        ("picture.png", "x", "cannot tell what it is"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(home: Path, name: str, content: str, words: str) -> None:
    (home / name).write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=words):
        read_places(home / name)


def test_coordinates_that_are_no_degrees_are_refused(home: Path) -> None:
    far = {"at": AREA, "type": "Point", "coordinates": [250_000.0, 4_100_000.0]}
    with pytest.raises(GazetteerError, match="WGS 84"):
        read_places(geojson(home / "metres.geojson", far))


def test_removing_what_is_not_there_says_what_is(home: Path) -> None:
    with pytest.raises(GazetteerError, match="no added places are called 'qx'"):
        folder.remove("qx")


def test_the_middle_of_several_islands_is_that_of_the_largest() -> None:
    small = [[0.0, 0.0], [0.0, 0.1], [0.1, 0.1], [0.1, 0.0], [0.0, 0.0]]
    assert middle({"type": "MultiPolygon", "coordinates": [[small], [SQUARE]]}) == pytest.approx((41.5, 20.5))
    assert middle({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}) is None


def test_a_text_names_added_places_by_name_or_by_sound(home: Path) -> None:
    (home / "QX.zip").write_bytes(zipped())
    mentions = Mentions((folder.add(read_places(home / "QX.zip")),))
    assert mentions.in_text("Shells fell on Beit Orsafa.")
    assert mentions.in_text("Shells fell on al-Taluqa.")
    assert not mentions.in_text("Shells fell on Homs, and well before that on nobody.")


@pytest.mark.skipif(not OCHA.is_dir(), reason="OCHA's dataset is not beside the checkout")
def test_the_real_dataset_of_ocha_is_read(home: Path) -> None:
    source = read_places(OCHA)
    kinds = {k: sum(e.kind is k for e in source.entries) for k in (PlaceKind.ADM1, PlaceKind.ADM2, PlaceKind.AREA)}
    assert (kinds[PlaceKind.ADM1], kinds[PlaceKind.ADM2]) == (14, 62 + 272) and kinds[PlaceKind.AREA] > 400
    azaz = next(e for e in source.entries if e.code == "SY0204")
    assert (azaz.name, azaz.adm1, azaz.country) == ("A'zaz", "Aleppo", "SY") and "اعزاز" in azaz.aliases
    assert source.refused == ["syr_populatedplaces.shp: no table (.dbf) beside it"]
