"""Judgements as a file of JSON lines, to carry them to another ledger of the same reports."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection

from vedette.errors import JudgementError
from vedette.ledger import codec
from vedette.ledger.judgements.add import added_claim
from vedette.ledger.judgements.keep import add_judgements, utc
from vedette.ledger.locks import one_writer
from vedette.model.judgement import Judgement, Verdict


def export_row(judgement: Judgement) -> dict[str, Any]:
    """A judgement as one JSON-ready object; `import_lines` reads it back."""
    return codec.judgement_to_json(judgement)


def import_lines(db: Connection, lines: Iterable[str], name: str = "-") -> tuple[int, int]:
    """Take in judgements, one JSON object a line; return how many are new, and how many were there already.

    Undos count against judgements of this ledger and of the file alike. Raises JudgementError, which names the line,
    for what is no judgement; then nothing is taken in.
    """
    found: list[Judgement] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            one = codec.judgement_from_json(row)
        except (ValueError, ValidationError, TypeError) as error:
            first = str(error).splitlines()[0]
            raise JudgementError(
                f"{name}:{number}: no judgement ({first}); write them with: vedette judgements"
            ) from None
        if not one.author.strip():
            raise JudgementError(f"{name}:{number}: a judgement is signed, and {one.id} has no author")
        if one.verdict is not Verdict.UNDO and {a.claim for a in one.anchors} != set(one.subjects):
            raise JudgementError(f"{name}:{number}: the anchors of {one.id} are not its subjects")
        if one.verdict is Verdict.ADD:
            try:
                added_claim(one)
            except JudgementError as error:
                raise JudgementError(f"{name}:{number}: {error}") from None
        found.append(replace(one, when=utc(one.when)))
    one_writer(db)
    new = add_judgements(db, found)
    return new, len(found) - new
