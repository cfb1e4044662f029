"""Event types of single snippets: weighted F1 over ACLED's 25 sub-event types.

    python benchmarks/case2021.py DATA [--confusions N] [--show TYPE]

DATA is a table with tab-separated columns id, EventSnippet, SubType (the fine-grained classification task of the
CASE 2021 workshop at ACL; its organisers hand the snippets out on request), or a folder with such a ``dev.tsv``.
Snippets of the five types that are not ACLED's count as wrong where they are given one of the 25.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from vedette.extraction.events.summary import type_of_text
from vedette.knowledge.pack import default_knowledge
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.read import read

TYPES = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}

OURS = {
    "Deployment": "Change to group/activity",
    "Talks": "Agreement",
    "Displacement": "Other",
    "Aid delivery": "Other",
}
"""Types of our own, and where ACLED files such notes."""


def load(path: Path) -> list[tuple[str, str, str]]:
    """Rows of id, text and type from the table, or from ``dev.tsv`` in the folder."""
    table = path / "dev.tsv" if path.is_dir() else path
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["id"], row["EventSnippet"], row["SubType"]) for row in rows]


def weighted_f1(pairs: list[tuple[str, str | None]]) -> tuple[float, dict[str, tuple[int, float]]]:
    """F1 over the 25 types weighted by their number, and number and F1 of each; from pairs of true and found."""
    scores: dict[str, tuple[int, float]] = {}
    for kind in TYPES.values():
        true = sum(a == kind for a, _ in pairs)
        found = sum(b == kind for _, b in pairs)
        hits = sum(a == b == kind for a, b in pairs)
        scores[kind] = (true, 2 * hits / (true + found) if true + found else 0.0)
    total = sum(n for n, _ in scores.values())
    return sum(n * f for n, f in scores.values()) / total if total else 0.0, scores


def main() -> None:
    """Score the table and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("--confusions", type=int, default=0, help="print the N commonest confusions")
    args = cli.parse_args()
    rows = load(args.data)
    reports = [Report(title="", text=text, ref=ref) for ref, text, _ in rows]
    found = [type_of_text(reading) for reading in read(reports, language(), default_knowledge())]
    pairs = [(TYPES.get(kind, kind), OURS.get(got or "", got)) for (_, _, kind), got in zip(rows, found, strict=True)]
    overall, scores = weighted_f1(pairs)
    for kind, (n, f1) in sorted(scores.items(), key=lambda s: -s[1][0]):
        print(f"{f1:.3f}  {n:4d}  {kind}")
    print(f"weighted F1 over 25 types: {overall:.3f} ({len(rows)} snippets)")
    for (true, got), n in Counter(p for p in pairs if p[0] != p[1]).most_common(args.confusions):
        print(f"{n:4d}  {true} taken for {got}")


if __name__ == "__main__":
    main()
