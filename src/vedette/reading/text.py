"""What the language pipeline is given: the report's full text, character for character, made easier to parse.

Every step keeps the length, so that offsets in the parse are offsets in `Report.full`.
"""

from __future__ import annotations

from vedette.model.report import Report

_SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'", "\u00a0": " ",
     "\u2009": " ", "\u202f": " ", "\t": " ", "\r": "\n", "–": "-", "—": "-", "‑": "-"}
)  # fmt: skip


def parse_text(report: Report) -> str:
    """`report.full` with furniture blanked out and typographic signs made plain; same length as `report.full`."""
    text = report.full.translate(_SAME_LENGTH)
    for span in report.furniture:
        blank = "".join("\n" if c == "\n" else " " for c in text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    return text
