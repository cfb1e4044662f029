"""Imports point one way along the flow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "vedette"
BELOW = ("model", "knowledge", "gazetteer")
FLOW = (
    "intake",
    "reading",
    "extraction",
    "linking",
    "settlement",
    "ledger",
    "watch",
    "products",
    "api",
    "bulk",
    "workbench",
    "evaluation",
    "cli",
)
RANK = dict.fromkeys(BELOW, 0) | {name: n for n, name in enumerate(FLOW, 1)}
ORDER_BELOW = {"model": 0, "knowledge": 1, "gazetteer": 2}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    names |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return {name.split(".")[1] for name in names if name.startswith("vedette.")}


@pytest.mark.parametrize("folder", [*BELOW, *FLOW])
def test_nothing_reaches_back(folder: str) -> None:
    paths = sorted((SOURCE / folder).rglob("*.py"))
    assert paths
    for path in paths:
        for other in imported(path) & RANK.keys():
            allowed = RANK[other] <= RANK[folder]
            if folder in BELOW:
                allowed = other in BELOW and ORDER_BELOW[other] <= ORDER_BELOW[folder]
            assert allowed, f"{path.relative_to(SOURCE)} imports {other}"


def test_no_module_is_longer_than_500_lines() -> None:
    long = {str(p.relative_to(SOURCE)): n for p in SOURCE.rglob("*.py") if (n := len(p.read_text().splitlines())) > 500}
    assert long == {}
