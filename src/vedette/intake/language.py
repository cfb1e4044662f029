"""Which language a report is in, and whether Vedette can read it."""

from __future__ import annotations

import py3langid

from vedette.intake.story import without
from vedette.model.report import FurnitureSpan, Report

READ = frozenset({"en"})
"""Languages that the rules are written for."""
SURE_FROM = 200
"""Characters below which a language is never a reason to refuse: headlines full of names mislead."""
_ENOUGH = 2000
_NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "it": "Italian",
    "ku": "Kurdish", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def language_of(full: str, furniture: tuple[FurnitureSpan, ...] = ()) -> str:
    """The ISO 639-1 code of the story's language; "en" where there is too little text to tell."""
    story = without(full, furniture)
    if len(story.strip()) < SURE_FROM:
        story = full
    if len(story.strip()) < SURE_FROM // 4:
        return "en"
    return str(py3langid.classify(story[:_ENOUGH])[0])


def unread(report: Report) -> str | None:
    """Why a report's language keeps it from being read, None where it does not."""
    if report.language in READ or len(report.full.strip()) < SURE_FROM:
        return None
    name = _NAMES.get(report.language, f"the language {report.language!r}")
    return f"in {name}: Vedette reads English"
