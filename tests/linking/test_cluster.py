from __future__ import annotations

from collections import defaultdict

from vedette.linking.cluster import cluster, components

LEAST, MEAN = 4.0, 0.5


def edges(*pairs: tuple[str, str, float]) -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = defaultdict(dict)
    for a, b, score in pairs:
        out[a][b] = out[b][a] = score
    return out


def clusters(
    part: str,
    *pairs: tuple[str, str, float],
    same: dict[str, str] | None = None,
    apart: dict[str, str] | None = None,
    rivals: dict[str, str] | None = None,
) -> list[str]:
    found = cluster(list(part), edges(*pairs), LEAST, MEAN, same or {}, apart or {}, rivals or {})
    return ["".join(c) for c in found]


def test_strong_links_join() -> None:
    assert clusters("abc", ("a", "b", 5.0), ("b", "c", 3.0)) == ["ab", "c"]


def test_one_link_does_not_join_what_speaks_against_it_on_the_whole() -> None:
    pairs = (("a", "b", 9.0), ("c", "d", 9.0), ("b", "c", 5.0), ("a", "c", -3.0), ("a", "d", -3.0), ("b", "d", -3.0))
    assert clusters("abcd", *pairs) == ["ab", "cd"]


def test_the_stronger_link_wins_where_rivals_keep_two_apart() -> None:
    links = (("a", "x", 6.0), ("b", "x", 5.0), ("a", "b", -1.0))
    assert clusters("abx", *links, rivals={"a": "b", "b": "a"}) == ["ax", "b"]
    assert clusters("abx", *links) == ["abx"]


def test_judgements_come_before_scores_and_rivals() -> None:
    assert clusters("ab", same={"a": "b", "b": "a"}, rivals={"a": "b", "b": "a"}) == ["ab"]
    assert clusters("ab", ("a", "b", 9.0), apart={"a": "b", "b": "a"}) == ["a", "b"]


def test_components_are_reached_over_links_and_judgements() -> None:
    graph = edges(("a", "b", 5.0), ("b", "c", 2.0), ("d", "e", 5.0))
    assert components("a", graph, LEAST, {}) == [["a", "b"]]
    assert components("a", graph, LEAST, {"b": "c"}) == [["a", "b", "c"]]
    assert components("ad", graph, LEAST, {}) == [["a", "b"], ["d", "e"]]
