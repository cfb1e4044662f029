"""Protests: peaceful, broken up, met with bullets, turned violent; and mobs, which protest nothing."""

from __future__ import annotations

from collections.abc import Mapping

from vedette.extraction.events.words import Words
from vedette.reading.syntax import patients

PROTEST = frozenset(
    {
        "Peaceful protest", "Violent demonstration", "Protest with intervention",
        "Excessive force against protesters", "Mob violence",
    }
)  # fmt: skip


def protest_type(words: Words, votes: Mapping[str, float]) -> str | None:
    """Which of the five a text about a protest or a riot tells of, None where it tells of neither."""
    doc = words.reading.doc
    classes = words.lexicon.classes
    names = ("protest_words", "violence", "protest_force", "deadly_force", "mob", "police", "harm", "clash_words")
    has = {name: {t.i for t in doc if words.is_a(t, (name,))} for name in names}
    marching = any(kind in votes for kind in PROTEST)
    if not marching and not has["protest_words"] and not (has["police"] and has["protest_force"]):
        return None
    if "Mob violence" in votes and not has["protest_words"]:
        return "Mob violence"
    if not marching and votes and not _handled(words) and not has["protest_force"]:
        return None  # activists and crowds are named in other stories too
    if has["violence"] or (has["clash_words"] and has["police"]):
        return "Violent demonstration"
    if _hurt(words) or (has["police"] and has["deadly_force"] and has["harm"]):
        return "Excessive force against protesters"
    if (has["police"] and has["protest_force"]) or _handled(words):
        return "Protest with intervention"
    return "Peaceful protest" if marching or classes["protest_words"] & {t.lower_ for t in doc} else None


def _handled(words: Words) -> bool:
    """Whether protesters are detained or dispersed."""
    return any(
        (words.lemma(t) in ("disperse", "block", "attack", "beat") and words.any_is(patients(t), ("protest_words",)))
        or (words.lemma(t) in ("detain", "arrest") and words.any_is(patients(t), ("marchers",)))
        for t in words.reading.doc
        if t.pos_ == "VERB"
    )


def _hurt(words: Words) -> bool:
    """Whether protesters are killed, hurt or put down."""
    return any(
        words.lemma(t) in ("kill", "injure", "wound", "shoot", "hit", "suppress", "crush")
        and words.any_is(patients(t), ("protest_words",))
        for t in words.reading.doc
        if t.pos_ == "VERB"
    )
