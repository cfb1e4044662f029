"""The sample reports go in as their README says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vedette.intake.copies import near_copies
from vedette.intake.files import Read, read_paths
from vedette.intake.story import story_of

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def reads() -> dict[str, Read]:
    items = list(read_paths([str(SAMPLE)], today=date(2020, 1, 1)))
    assert all(isinstance(item, Read) for item in items)
    return {item.report.ref: item for item in items if isinstance(item, Read)}


def test_all_go_in_with_outlet_and_day() -> None:
    items = reads()
    assert len(items) >= 16
    undated = [ref for ref, item in items.items() if item.report.published is None]
    assert undated == ["clinic-notes"]
    assert [ref for ref, item in items.items() if item.report.outlet is None] == ["clinic-notes"]
    for ref, item in items.items():
        if ref.startswith("2016-"):
            assert str(item.report.published) == ref[:10]
        assert not item.note or ref == "clinic-notes"


def test_the_wire_copy_is_found_and_no_other() -> None:
    items = reads()
    pair = {items[f"2016-12-07-{name}"].report.id for name in ("harbour-post", "levant-courier")}
    copies = near_copies(item.report for item in items.values())
    assert {*copies, *copies.values()} == pair
    assert {items[f"2016-12-07-{name}"].report.wire for name in ("harbour-post", "levant-courier")} == {
        "Meridian Press"
    }


def test_no_other_stories_dead_are_left() -> None:
    stories = "\n".join(story_of(item.report) for item in reads().values())
    for word in ("football stadium", "train derails", "wedding", "market fire", "My aunt", "mailing list", "Tweet"):
        assert word not in stories


def test_the_readme_names_every_file() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    for path in SAMPLE.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in readme
