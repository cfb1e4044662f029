from __future__ import annotations

import pytest

from makers import event, provenance, toll
from vedette.model.claim import Claim
from vedette.model.happening import Grade
from vedette.settlement import build
from vedette.settlement.grades import GRADES


def graded(*claims: Claim, copies: dict[str, str] | None = None) -> Grade:
    (happening,) = build(claims, provenance("r1", "r2", copies=copies))
    assert happening.grade
    assert happening.grade.name in GRADES
    assert set(happening.grade.claims) <= set(happening.claims)
    return happening.grade


def rule(*claims: Claim) -> tuple[str, str]:
    found = graded(*claims)
    return found.name, found.rule


STRIKE = event("r1", actor="Syrian government", source="witnesses")


def test_two_independent_voices_are_fair_and_one_is_weak() -> None:
    assert rule(STRIKE) == ("weak", "one voice")
    assert rule(STRIKE, event("r2", source="medics")) == ("fair", "two voices")
    assert rule(STRIKE, event("r2", source="witnesses")) == ("weak", "one voice")


def test_outlets_in_their_own_voice_are_nobody() -> None:
    assert rule(event("r1"), event("r2")) == ("weak", "nobody credited")
    assert rule(STRIKE, event("r2")) == ("weak", "one voice")


def test_two_mouths_of_one_party_are_one_voice() -> None:
    found = graded(event("r1", source="SANA"), event("r2", source="Syrian government"))
    assert (found.name, found.rule) == ("weak", "one voice")
    assert "speak for one party" in found.reason


def test_what_one_text_takes_from_the_other_is_one_voice() -> None:
    claims = (STRIKE, event("r2", source="medics"))
    assert graded(*claims, copies={"r2": "r1"}).rule == "one voice"
    quote = "warplanes struck the covered market of Tarsus at noon while people were shopping there"
    shared = (event("r1", quote=quote, source="witnesses"), event("r2", quote=quote, source="medics"))
    assert graded(*shared).rule == "one voice"


def test_a_party_confirms_what_it_tells_against_itself() -> None:
    harm = toll("r1", 9, who="civilian", by="Russia", source="Russia", quote="nine civilians died in a Russian strike")
    assert rule(harm) == ("confirmed", "by the doer")
    unnamed = toll("r1", 9, who="civilian", by="Russia", source="Russia", quote="nine civilians died in the strike")
    assert rule(unnamed) == ("weak", "one voice")
    lost = event(
        "r1", "Non-state actor overtakes territory", actor="rebels", target="Syrian government",
        source="Syrian state media", quote="Syrian army units withdrew from the town",
    )  # fmt: skip
    assert rule(lost) == ("confirmed", "by the loser")
    dead = toll("r1", 9, who="combatant", group="Syrian government", source="SANA", means="ground fire")
    assert rule(dead) == ("confirmed", "own losses")


def test_a_claim_of_responsibility_confirms_where_others_tell_of_civilians() -> None:
    quote = "an Islamic State fighter blew himself up and killed 17"
    bomb = toll("r1", 17, by="Islamic State", source="Islamic State", means="bomb", quote=quote)
    assert rule(bomb) == ("weak", "one voice")
    assert rule(bomb, toll("r2", 17, who="civilian", source="medics", means="bomb")) == ("confirmed", "by the doer")


def test_a_boast_confirms_nothing() -> None:
    foes = toll("r1", 300, who="combatant", group="Islamic State", by="Russia", source="Russia")
    assert rule(foes) == ("weak", "one voice")
    gained = event(
        "r1", "Government regains territory", actor="Syrian government", target="rebels", source="SANA",
        quote="the army took the town",
    )  # fmt: skip
    assert rule(gained) == ("weak", "one voice")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (event("r2", actor="Russia", status="denied", source="Russia"), "denied"),
        (event("r2", actor="United States", source="medics"), "two doers"),
    ],
)
def test_denials_and_rival_doers_contest(other: Claim, why: str) -> None:
    assert rule(STRIKE, other) == ("contested", why)


def test_contested_status_contests() -> None:
    one = toll("r1", 10, who="civilian", source="medics")
    assert rule(one, toll("r2", 10, who="combatant", source="a military source")) == ("contested", "status")


def test_what_is_only_denied_or_planned_is_discounted() -> None:
    assert rule(event("r1", status="denied", source="Russia")) == ("discounted", "only denied")
    assert rule(event("r1", status="planned")) == ("discounted", "only planned")
