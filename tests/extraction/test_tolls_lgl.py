"""Precision on text that is not about war: the first 100 articles of LGL (local American news).

`lgl_tolls.jsonl` lists every toll found, by offsets and figures, with a verdict by eye: `true`, `again` (true, but
told of the same person before) or `false`. A toll that is not on the list counts as false until it is judged.
"""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from spacy.language import Language

from vedette.extraction.tolls import tolls
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Report
from vedette.reading.read import read

LGL = Path(__file__).resolve().parents[2].parent / "shared" / "bench" / "geoparsing" / "lgl.xml"
VERDICTS = Path(__file__).parent / "lgl_tolls.jsonl"
FLOOR = 0.9


@pytest.mark.skipif(not LGL.exists(), reason="../shared/bench is not here")
def test_nine_in_ten_tolls_are_true(nlp: Language, knowledge: Knowledge) -> None:
    rows = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    judged = {(r["document"], r["start"], r["effect"], r["low"], r["high"]): r["verdict"] for r in rows}
    articles = list(ElementTree.parse(LGL).getroot())[:100]
    reports = [
        Report(title=a.findtext("title") or "", text=a.findtext("text") or "", ref=str(n))
        for n, a in enumerate(articles)
    ]
    found = [
        judged.get((int(reading.report.ref), t.start, t.effect, t.low, t.high), "false")
        for reading in read(reports, nlp, knowledge)
        for t in tolls(reading)
    ]
    assert len(found) > 20
    assert found.count("false") <= (1 - FLOOR) * len(found)
