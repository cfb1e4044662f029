"""The single figures of ACLED and UCDP, from what is settled here."""

from __future__ import annotations

import pytest

from makers import provenance, toll
from vedette.knowledge.exchange import Exchange
from vedette.knowledge.pack import Knowledge
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.settlement import build
from vedette.settlement.derived import acled_fatalities, ucdp_estimate


def one(*claims: Claim) -> Happening:
    (happening,) = build(claims, provenance("r1", "r2"))
    return happening


@pytest.mark.parametrize(
    ("low", "high", "words", "number"),
    [
        (9, 9, "nine", 9),
        (3, None, "at least three", 3),
        (3, None, "several", 10),
        (20, None, "tens", 10),
        (24, None, "dozens", 12),
        (24, None, "at least 24", 24),
        (200, None, "hundreds", 100),
        (20000, None, "tens of thousands", 10000),
        (None, None, "", 10),
    ],
)
def test_acled_has_one_number(knowledge: Knowledge, low: int | None, high: int | None, words: str, number: int) -> None:
    codes = knowledge.world("exchange", Exchange).acled
    claim = toll("r1", low, high, words=words)
    assert acled_fatalities(one(claim), [claim], codes) == number


def test_acled_keeps_the_more_conservative_number(knowledge: Knowledge) -> None:
    codes = knowledge.world("exchange", Exchange).acled
    claims = [toll("r1", 15, source="medics", words="15"), toll("r2", 9, source="the army", words="nine")]
    assert acled_fatalities(one(*claims), claims, codes) == 9
    assert acled_fatalities(one(toll("r1", 4, effect="wounded")), [], codes) == 0


def test_ucdp_splits_its_best(knowledge: Knowledge) -> None:
    claims = [
        toll("r1", 12, start=0, source="medics"),
        toll("r1", 8, who="civilian", subset=True, start=30, source="medics"),
        toll("r1", 3, who="combatant", group="rebels", subset=True, start=60, source="medics"),
        toll("r2", 15, source="the army"),
    ]
    found = ucdp_estimate(one(*claims), claims, "rebels", None)
    assert (found.low, found.high) == (12, 15)
    assert found.low <= found.best <= found.high
    assert found.side_a + found.side_b + found.civilians + found.unknown == found.best
    assert (found.civilians, found.side_a) == (8, 3)
