"""What a body at work on the ground publishes by itself, on its own word: "our teams recovered three bodies"."""

from __future__ import annotations

from spacy.tokens import Span

from vedette.knowledge.outlets import Outlets
from vedette.knowledge.sources import canonical_source
from vedette.reading.attribution.origin import Origin
from vedette.reading.reading import Attribution, Reading
from vedette.reading.syntax import subtree_bounds

_WE = frozenset({"we", "our", "us"})


def own_word(reading: Reading, hits: dict[int, str]) -> list[Attribution]:
    """A credit for each sentence whose doer is the body that publishes the report; none for any other outlet.

    A monitor's page is none of these: it says itself what it has documented, and where it only passes on.

    `hits`: each token that names a listed source, to that source's name.
    """
    outlet = Outlets.of(reading.knowledge).find(reading.report.outlet)
    if outlet is None or outlet.kind != "body":
        return []
    names = [canonical_source(reading.knowledge, name) for name in (outlet.name, *outlet.aliases)]
    name = next((n for n in names if n in hits.values()), None)
    return [] if name is None else [_credit(s, name) for s in reading.doc.sents if _by_itself(s, name, hits)]


def _by_itself(sent: Span, name: str, hits: dict[int, str]) -> bool:
    """Whether the subject of the sentence is the body, or people that it calls its own."""
    for subject in (t for t in sent if t.dep_ in ("nsubj", "nsubjpass") and t.head.i == sent.root.i):
        start, end = subtree_bounds(subject)
        return any(hits.get(n) == name or sent.doc[n].lower_ in _WE for n in range(start, min(end, sent.root.i)))
    return False


def _credit(sent: Span, name: str) -> Attribution:
    origin = Origin(name, "body", how="the body that publishes the report")
    return Attribution(
        start=sent.start, end=sent.start + 1, source=origin.name, chain=(origin.name,), cue=sent.start,
        scope=((sent.start, sent.end),), reason=f"the sentence tells what it did itself; source {origin.how}",
    )  # fmt: skip
