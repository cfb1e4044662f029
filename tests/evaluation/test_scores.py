from __future__ import annotations

from typing import Any

from vedette.evaluation import Gold, evaluate
from vedette.evaluation.names import Aliases
from vedette.evaluation.scores import f1, same_happening


def toll(claim: str, low: int, **slots: Any) -> dict[str, Any]:
    base = {"id": claim, "report": "r", "kind": "toll", "quote": "ten", "effect": "killed", "low": low, "high": low}
    return {**base, "who": "unknown", "span": "incident", "from": None, "to": None, "place": "Homs", **slots}


def gold(*claims: dict[str, Any], together: tuple[str, ...] = ()) -> Gold:
    event = {"id": "e", "event_claims": [], "toll_claims": together, "killed_low": 5, "killed_high": 7}
    return Gold(({"id": "r", "title": "", "text": "ten dead"},), claims, (event,), Aliases())


def test_precision_recall_and_their_mean() -> None:
    assert f1(2, 4, 5) == {"p": 0.4, "r": 0.5, "f1": 0.444, "gold": 4, "found": 5}
    assert f1(0, 0, 0)["f1"] == 0.0


def test_the_pairing_with_most_agreeing_slots_is_taken() -> None:
    scores = evaluate(gold(toll("a", 5)), [toll("x", 5, place="Hama"), toll("y", 5)])
    assert scores["toll"]["key"]["p"] == 0.5
    assert scores["toll"]["slots"]["place"] == 1.0
    assert scores["toll"]["full"]["r"] == 1.0


def test_a_quote_that_is_not_in_the_report_is_told() -> None:
    assert evaluate(gold(), [toll("x", 5, quote="eleven")])["quotes_not_in_the_report"] == 1


def test_claims_of_other_reports_do_not_count() -> None:
    assert evaluate(gold(), [toll("x", 5, report="another")])["toll"]["key"]["found"] == 0


def test_same_happening_counts_pairs_and_claims() -> None:
    pairs = [({"id": n}, {"event": e}) for n, e in (("a", "x"), ("b", "x"), ("c", "y"), ("d", None))]
    scores = same_happening(pairs, {"a": "1", "b": "1", "c": "1", "d": "2"})
    assert (scores["p"], scores["r"], scores["claims"]) == (1.0, 0.333, 4)
    assert scores["b3"] == {"p": 1.0, "r": 0.667, "f1": 0.8}


def test_the_range_of_dead_must_be_exactly_right() -> None:
    marked = gold(toll("a", 5), toll("b", 7), together=("a", "b"))
    found = [toll("x", 5, event="h"), toll("y", 7, event="h")]
    right = evaluate(marked, found, [{"id": "h", "killed_low": 5, "killed_high": 7}])
    wrong = evaluate(marked, found, [{"id": "h", "killed_low": 5, "killed_high": None}])
    assert (right["killed_range_right"]["share"], wrong["killed_range_right"]["share"]) == (1.0, 0.0)
    assert "killed_range_right" not in evaluate(marked, found)
