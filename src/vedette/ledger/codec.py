"""Model objects to the JSON that the ledger's `body` columns hold, and back."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.report import Report

_REPORT, _HAPPENING, _JUDGEMENT = TypeAdapter(Report), TypeAdapter(Happening), TypeAdapter(Judgement)


def report_to_json(report: Report) -> dict[str, Any]:
    """Every field of a report, JSON-ready."""
    return dict(_REPORT.dump_python(report, mode="json"))


def report_from_json(body: dict[str, Any]) -> Report:
    """The report that `report_to_json` wrote."""
    return _REPORT.validate_python({k: v for k, v in body.items() if k != "id"})


def happening_to_json(happening: Happening) -> dict[str, Any]:
    """Every field of a happening, its settlement and contradictions included, JSON-ready."""
    return dict(_HAPPENING.dump_python(happening, mode="json"))


def happening_from_json(body: dict[str, Any]) -> Happening:
    """The happening that `happening_to_json` wrote."""
    return _HAPPENING.validate_python(body)


def judgement_to_json(judgement: Judgement) -> dict[str, Any]:
    """Every field of a judgement, JSON-ready."""
    return dict(_JUDGEMENT.dump_python(judgement, mode="json"))


def judgement_from_json(body: dict[str, Any]) -> Judgement:
    """The judgement that `judgement_to_json` wrote."""
    return _JUDGEMENT.validate_python(body)
