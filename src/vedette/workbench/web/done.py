"""What was just judged: a cookie for the next page, which says so and offers to take it back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request, Response

from vedette.model.judgement import Judgement

COOKIE = "vedette_done"
_VALUE = re.compile(r"([a-z]+)((?:\.j-[0-9a-f]{16}){1,10})")
_WORDS = {
    "same": "Merged",
    "different": "Judged different",
    "unsure": "Noted as unsure",
    "wrong": "Marked wrong",
    "place": "Placed",
    "slot": "Corrected",
    "settle": "Settled by hand",
    "split": "Split off",
    "move": "Moved",
    "add": "Added",
    "undo": "Taken back",
}


@dataclass(frozen=True)
class Done:
    """In `words` what was done, by judgements of these `ids`; `again`: to take it back is to do again what it undid."""

    words: str
    ids: tuple[str, ...]
    again: bool


def leave(response: Response, what: str, made: Sequence[Judgement]) -> None:
    """Have the next page tell that `what` (a verdict, or split, move, add, undo) was done."""
    response.set_cookie(COOKIE, ".".join((what, *(j.id for j in made))), max_age=30, httponly=True, samesite="strict")


def found(request: Request) -> Done | None:
    """What the page before left; None where it left nothing that is well formed."""
    told = _VALUE.fullmatch(request.cookies.get(COOKIE, ""))
    if told is None:
        return None
    return Done(_WORDS.get(told[1], "Done"), tuple(told[2].split(".")[1:]), told[1] == "undo")
