"""Every credit of a report: its cue, its origin with the chain that leads to it, and the words that it covers."""

from __future__ import annotations

from vedette.knowledge.reporting import Reporting
from vedette.reading.attribution.cues import Cue, find_cues
from vedette.reading.attribution.origin import Origin
from vedette.reading.attribution.own import own_word
from vedette.reading.attribution.scope import cover
from vedette.reading.attribution.sources import Resolver
from vedette.reading.reading import Attribution, Reading

_REST = 4  # words that may follow "X said" at the end of a sentence: "on Tuesday."


def find_attributions(reading: Reading) -> list[Attribution]:
    """Every credit in the report with the words that it covers, in the order of the text."""
    words = reading.knowledge.world("reporting", Reporting)
    resolver = Resolver.of(reading, words)
    kept: list[Cue] = []
    origins: list[tuple[Origin, tuple[str, ...]]] = []
    for cue in find_cues(reading.doc, words):
        if cue.head is None:
            continue
        trusted = resolver.trusts(cue)
        origin = resolver.resolve(cue.head) if trusted else _teller(resolver, kept, cue)
        if not trusted:
            cue.start = cue.token.i  # what stands before it is no subject
        if origin is None or (cue.media and not _reports(origin)):
            continue
        if (name := _name_said(cue, resolver)) is not None and origin.kind in ("party", "body", "monitor"):
            resolver.surnames.setdefault(name, Origin(origin.name, origin.kind, True, "a person named before"))
        kept.append(cue)
        origins.append((origin, _chain(resolver, cue, origin)))
    for cue in kept:
        _rejoin(reading, resolver, cue)
    by_cue = {id(cue): found for cue, found in zip(kept, origins, strict=True)}
    cover(reading.doc, kept, reading.report.full)
    found = [_attribution(cue, *by_cue[id(cue)]) for cue in kept if cue.scope]
    own = own_word(reading, {n: source.name for n, (_, _, source) in resolver.hits.items()})
    return sorted([*found, *_title(reading, resolver, found), *own], key=lambda a: a.start)


def _teller(resolver: Resolver, kept: list[Cue], cue: Cue) -> Origin | None:
    """Who goes on with a participle: whoever was credited last; "hundreds gathered, accusing X" are no source."""
    head = cue.head
    crowd = head is not None and head.pos_ in ("NOUN", "NUM") and head.dep_ == "nsubj" and head.head.i != cue.token.i
    before = kept[-1].token if kept else None
    if crowd and (before is None or before.sent.start != cue.token.sent.start):
        return None
    return resolver.latest


def _name_said(cue: Cue, resolver: Resolver) -> str | None:
    """The last word of the name between a body's spokesman and the verb: "X (Y) spokesman General A B said"."""
    head, last = cue.head, cue.token.doc[cue.token.i - 1]
    if head is None or not head.i < last.i or last.pos_ != "PROPN" or last.i in {**resolver.hits, **resolver.actors}:
        return None
    between = cue.token.doc[head.i + 1 : last.i]
    posted = any(t.lower_ in resolver.titles for t in between)
    return (
        last.text
        if posted and not any(t.pos_ in ("VERB", "AUX", "PUNCT") and t.text not in "()" for t in between)
        else None
    )


def _rejoin(reading: Reading, resolver: Resolver, cue: Cue) -> None:
    """Where the parser took the dot of "Gen." for a sentence's end, give the cue the words before it."""
    mention = None if cue.head is None else resolver.actors.get(cue.head.i)
    start = cue.token.sent.start
    if mention is None or mention.start >= start or cue.token.sent.end - cue.end > _REST:
        return
    cue.start = mention.start
    first = reading.doc[mention.start].sent.start
    before = reading.doc[first - 1] if first else None
    if first == mention.start and before is not None and not before.is_space and before.text not in ".!?":
        first = before.sent.start
    cue.scope.append((first, mention.start))


def _reports(origin: Origin) -> bool:
    return origin.kind in ("monitor", "media", "wire")


def _chain(resolver: Resolver, cue: Cue, origin: Origin) -> tuple[str, ...]:
    chain: list[str] = []
    for token in (cue.told, cue.outer):
        if token is None:
            continue
        hit = resolver.hits.get(token.i)
        if hit is not None:
            chain.append(hit[2].name)
        elif token is cue.outer:
            outer = resolver.carrier(token)
            if outer is not None:
                chain.append(outer.name)
    return (*[c for c in chain if c != origin.name], origin.name)


def _attribution(cue: Cue, origin: Origin, chain: tuple[str, ...]) -> Attribution:
    scope = tuple(sorted(set(cue.scope)))
    reason = f'"{cue.token.text}" credits it; source {origin.how}'
    return Attribution(
        start=cue.start, end=cue.end, source=origin.name, chain=chain, scope=scope, cue=cue.token.i, reason=reason,
        kind=origin.kind,
    )  # fmt: skip


def _title(reading: Reading, resolver: Resolver, found: list[Attribution]) -> list[Attribution]:
    """ "... kills 12 Monitor", "...: activists": a source at the end of the title covers the title."""
    stop = len(reading.report.title)
    tokens = [t for t in reading.doc if t.idx < stop and not t.is_space and not t.is_punct]
    if len(tokens) < 4 or any(a.start <= tokens[-1].i for a in found if a.start < tokens[-1].i + 1):
        return []
    hit = resolver.hits.get(tokens[-1].i)
    if hit is None:
        return []
    start, end, _ = hit
    origin = resolver.resolve(tokens[-1])
    if origin is None:
        return []
    return [
        Attribution(start=start, end=end, source=origin.name, chain=(origin.name,), cue=start,
                    scope=((tokens[0].i, start),), reason="named at the end of the title")
    ]  # fmt: skip
