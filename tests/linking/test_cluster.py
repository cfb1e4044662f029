from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from vedette.linking.cluster import cluster, components
from vedette.linking.pairs import APART, RIVALS

LINK, MEAN = 4.0, 0.5
UNLIKE = -8.0
"""What a pair counts in these tests that is not among the given ones."""


def graph(*pairs: tuple[str, str, float]) -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = defaultdict(dict)
    for a, b, score in pairs:
        if score >= LINK:
            out[a][b] = out[b][a] = score
    return out


def clusters(
    part: str,
    *pairs: tuple[str, str, float],
    same: dict[str, str] | None = None,
    apart: dict[str, str] | None = None,
) -> list[str]:
    links, scores = graph(*pairs), {(a, b): score for a, b, score in pairs}
    found = cluster(
        list(part), lambda i: links.get(i, {}), lambda a, b: scores.get((a, b), UNLIKE), MEAN, same or {}, apart or {}
    )
    return ["".join(c) for c in found]


def test_strong_links_join() -> None:
    assert clusters("abc", ("a", "b", 5.0), ("b", "c", 3.0)) == ["ab", "c"]


def test_one_link_does_not_join_what_speaks_against_it_on_the_whole() -> None:
    pairs = (("a", "b", 9.0), ("c", "d", 9.0), ("b", "c", 5.0), ("a", "c", -3.0), ("a", "d", -3.0), ("b", "d", -3.0))
    assert clusters("abcd", *pairs) == ["ab", "cd"]


def test_the_stronger_link_wins_where_rivals_keep_two_apart() -> None:
    links = (("a", "x", 6.0), ("b", "x", 5.0))
    assert clusters("abx", *links, ("a", "b", RIVALS)) == ["ax", "b"]
    assert clusters("abx", *links, ("a", "b", APART)) == ["abx"]


def test_one_report_that_tells_a_thing_twice_does_not_split_what_all_others_hold_one() -> None:
    """Rivals a and d, each in the company of others of its words, and all of these fit each other."""
    everything = [
        (a, b, 8.0 if a + b in ("ab", "ac", "de", "df") else 6.0) for a, b in combinations("abcdef", 2) if a + b != "ad"
    ]
    assert clusters("abcdef", *everything, ("a", "d", RIVALS)) == ["abcdef"]


def test_judgements_come_before_scores_and_rivals() -> None:
    assert clusters("ab", ("a", "b", RIVALS), same={"a": "b", "b": "a"}) == ["ab"]
    assert clusters("ab", ("a", "b", 9.0), apart={"a": "b", "b": "a"}) == ["a", "b"]


def test_components_are_reached_over_links_and_judgements() -> None:
    links = graph(("a", "b", 5.0), ("b", "c", 2.0), ("d", "e", 5.0))
    assert components("a", lambda i: links.get(i, {}), {}) == [["a", "b"]]
    assert components("a", lambda i: links.get(i, {}), {"b": "c"}) == [["a", "b", "c"]]
    assert components("ad", lambda i: links.get(i, {}), {}) == [["a", "b"], ["d", "e"]]


def test_an_incident_judged_the_same_drives_no_other_away() -> None:
    pairs = (("a", "b", 5.0), ("a", "c", -8.0), ("b", "c", -8.0))
    assert clusters("abc", *pairs, same={"a": "c", "c": "a"}) == ["abc"]
