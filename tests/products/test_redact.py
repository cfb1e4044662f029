"""Names of witnesses are taken out of what is given on; what is public stays."""

from __future__ import annotations

from ledger.made import empty, put
from makers import toll
from vedette.knowledge.pack import Knowledge
from vedette.ledger.filters import Filter
from vedette.products.exports import read_records
from vedette.products.redact import WITHHELD, WITNESS, redact_witnesses, withhold


def test_a_witness_is_named_nowhere_and_ids_stay(knowledge: Knowledge) -> None:
    engine = empty()
    quote = "Samir Haddad, a baker, said nine people were killed, and Haddad buried two of them"
    own = put(engine, [toll("r1", 9, source="Samir Haddad", quote=quote, chain=("AFP",)), toll("r2", 9, source="SANA")])
    with engine.connect() as db:
        records = list(read_records(db, Filter()))
    redacted = list(redact_witnesses(lambda: records, knowledge))
    claims = {c.id: c for r in redacted for c in r.claims}
    assert set(claims) == {c.id for c in own}
    first = claims[own[0].id]
    assert first.source == WITNESS
    assert first.quote == f"{WITHHELD}, a baker, said nine people were killed, and {WITHHELD} buried two of them"
    assert first.chain == ("AFP",)
    assert claims[own[1].id].source == "SANA"
    told = repr(redacted)
    assert "Haddad" not in told.replace(repr([r.reports for r in redacted]), "")
    assert {o for r in redacted for o in r.happening.origins} <= {WITNESS, "SANA"}


def test_a_name_in_a_description_goes_and_a_description_alone_stays() -> None:
    assert withhold("said Dr. Ahmad K. of the clinic", ["Ahmad K."]) == f"said Dr. {WITHHELD} of the clinic"
    assert withhold("residents said so", []) == "residents said so"
