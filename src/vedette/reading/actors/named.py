"""Actors told by a name, or by a state's name with its forces, or by words that say whose side they are on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from vedette.reading.actors.lexicon import Entry, Lexicon
from vedette.reading.phrases import Pieces

_AT = frozenset({"in", "into", "from", "to", "near", "across", "inside", "outside", "throughout", "at", "toward",
                 "towards", "through", "within", "around", "over", "via", "of"})  # fmt: skip
_OF_SIDES = frozenset({"between", "against", "by", "with", "and"})
TIE = "tie"
"""How an actor is told to which another is tied: nothing points back to it."""
_TYING = frozenset({"linked", "affiliated", "allied", "tied", "aligned", "connected", "allegiance", "links", "ties"})
_HOLDING = frozenset({"held", "controlled", "run", "dominated", "occupied"})


@dataclass(slots=True)
class Draft:
    """A mention in the making. `lists`: the word lists that a description is in, while `name` is still open."""

    start: int
    end: int
    name: str
    kind: str
    how: str
    tags: tuple[str, ...] = ()
    lists: frozenset[str] = frozenset()
    code: str | None = None
    words: tuple[str, ...] = ()


def state_name(lexicon: Lexicon, code: str, country_name: str, government: str, home: list[str]) -> str:
    """What a state is called: its pack's name, its government's where the war is on its soil, else its own."""
    if code in lexicon.states:
        return lexicon.states[code]
    return government if code in home else country_name


def named(doc: Doc, lexicon: Lexicon, cut: Pieces, hits: list[tuple[int, int, Entry]], home: list[str]) -> list[Draft]:
    """Drafts of all mentions by name or pattern; those by description alone have an open name."""
    drafts: list[Draft] = []
    n = 0
    while n < len(hits):
        start, end, entry = hits[n]
        after = hits[n + 1] if n + 1 < len(hits) else None
        tie = cut.words[end] if end < len(cut.words) else ""
        tied = tie in lexicon.words_ties and (entry.actor or entry.country or entry.lists)
        by = end + 1 < len(cut.words) and cut.words[end + 1] in ("by", "to", "with")
        if tied and not by and after is not None and end < after[0] <= end + 3 and tie not in _HOLDING:
            n = _tied(doc, cut, hits, n, drafts)
            continue
        if tie == "based" or _branch(lexicon, cut, entry, start, end):
            n += 1
            continue
        lead = cut.words[start - 1] if start else ""
        if lead == "anti" and entry.actor is not None:
            n += 1  # "anti-Taliban fighters" are none of theirs
            continue
        draft = _single(doc, lexicon, cut, (start, end, entry), home)
        joined = after is not None and after[0] == end and _joins(entry, after[2]) and _together(doc, cut, end)
        if joined and after is not None:
            last = after[1]
            if n + 2 < len(hits) and hits[n + 2][0] == last and _joins(entry, hits[n + 2][2]):
                last = hits[n + 2][1]
                n += 1
            group = _joined(lexicon, cut, (start, last, entry), after[2], home)
            n += 1
            if lead == "pro" and entry.actor is not None and entry.actor.kind == "armed":
                whole = doc[cut.tokens[start - 1] : group.end]
                group = replace(group, start=whole.start, name=whole.text, how="pattern")
            draft = group
        if draft is not None:
            if (tie in _HOLDING and end < len(cut.words)) or cut.words[end - 1] in _HOLDING:
                draft.how = "holder"
            elif draft.how == "alias" and (_tied_to(cut, start) or _joined_to_tie(doc, drafts, draft)):
                draft.how = TIE
            drafts.append(draft)
        n += 1
    return drafts


def _tied_to(cut: Pieces, start: int) -> bool:
    """Whether another is told to be tied to the one named: "a group affiliated with X" is not X."""
    return start > 1 and cut.words[start - 1] in ("to", "with") and cut.words[start - 2] in _TYING


def _joined_to_tie(doc: Doc, drafts: list[Draft], draft: Draft) -> bool:
    """Whether a name stands beside one that another is tied to: the second of "linked to X and Y"."""
    last = drafts[-1] if drafts else None
    between = [t.lower_ for t in doc[last.end : draft.start]] if last is not None and last.how == TIE else []
    return between in (["and"], ["or"], [","])


def _branch(lexicon: Lexicon, cut: Pieces, entry: Entry, start: int, end: int) -> bool:
    """ "al-Qaida's branch in Syria" tells of another group."""
    if entry.actor is None or "jihadist" not in entry.actor.tags:
        return False
    after = cut.words[end : end + 2]
    if after and after[0] in lexicon.words["branches"]:
        return True
    if len(after) > 1 and after[1] in lexicon.words["branches"]:
        return after[0] in ("syrian", "syria", "former", "local", "iraqi", "yemeni", "north")
    return start > 1 and cut.words[start - 1] == "of" and cut.words[start - 2] in lexicon.words["branches"]


def _tokens(cut: Pieces, start: int, end: int) -> tuple[int, int]:
    return cut.tokens[start], cut.tokens[end - 1] + 1


def _together(doc: Doc, cut: Pieces, end: int) -> bool:
    """Whether no comma or stop stands between the piece before `end` and the one at it."""
    return not any(t.text in (",", ".", ";", ":", "(") for t in doc[cut.tokens[end - 1] + 1 : cut.tokens[end]])


def _joins(entry: Entry, after: Entry) -> bool:
    """Whether words of force after a name belong to it ("IS fighters", "Iraqi army", "rebel forces")."""
    if after.actor or after.country or after.person:
        return False
    if entry.country is not None:
        return bool(after.lists & {"forces", "organs", "government"})
    if entry.actor is not None:  # "Kabila's rebels" are his side, "Putin's government" is told by itself
        return bool(after.lists & {"forces", "rebels", "kind:group"} if entry.person else after.lists)
    return bool(entry.lists & {"rebels", "kind:jihadist"}) and bool(after.lists & {"kind:group", "rebels", "forces"})


def _joined(lexicon: Lexicon, cut: Pieces, span: tuple[int, int, Entry], after: Entry, home: list[str]) -> Draft:
    start, end, entry = span
    first, last = _tokens(cut, start, end)
    words = tuple(cut.words[start:end])
    if entry.country is not None:
        c = entry.country
        name = state_name(lexicon, c.code, c.name, c.government, home)
        own = next((a for a in lexicon.actors.values() if a.country == c.code and a.kind == "armed"), None)
        if own is not None and after.lists & {"forces"} and not after.lists & {"organs"} and c.code in home:
            name = own.name
        return Draft(
            first,
            last,
            name,
            "armed" if "forces" in after.lists else "state",
            "pattern",
            code=c.code,
            words=words,
        )
    if entry.actor is not None:
        a = entry.actor
        kind = "armed" if entry.person or (a.kind == "body" and "forces" in after.lists) else a.kind
        return Draft(first, last, a.name, kind, "alias", tags=a.tags, code=a.country, words=words,
                     lists=after.lists & {"rebels"})  # fmt: skip
    return Draft(first, last, "", "armed", "description", lists=entry.lists, words=words)


def _single(doc: Doc, lexicon: Lexicon, cut: Pieces, hit: tuple[int, int, Entry], home: list[str]) -> Draft | None:
    start, end, entry = hit
    first, last = _tokens(cut, start, end)
    words = tuple(cut.words[start:end])
    if entry.actor is not None:
        a = entry.actor
        kind = "person" if entry.person else a.kind
        if kind == "body" and end > start + 1 and cut.words[end - 1] in lexicon.words["forces"]:
            kind = "armed"  # "UN peacekeepers"
        return Draft(
            first,
            last,
            a.name,
            kind,
            "alias",
            tags=() if entry.person else a.tags,
            code=a.country,
            words=words,
        )
    if entry.country is not None:
        c = entry.country
        before = cut.words[start - 1] if start else ""
        if before in ("pro", "anti", "non") or not _acts(doc, lexicon, cut, end, entry, home):
            return None
        name = state_name(lexicon, c.code, c.name, c.government, home)
        how = {"people": "nationality", "capital": "capital"}.get(entry.form, "country")
        return Draft(first, last, name, "state", how, code=c.code, words=words)
    if start and cut.words[start - 1] == "jet":
        return None  # "jet fighters" are planes
    if not entry.lists - {"forces", "organs"} or (doc[last - 1].tag_ == "JJ" and "shared" in entry.lists):
        return None
    return Draft(first, last, "", "armed", "description", lists=entry.lists, words=words)


def _acts(doc: Doc, lexicon: Lexicon, cut: Pieces, end: int, entry: Entry, home: list[str]) -> bool:
    """Whether a state's name stands for the state, and not for the land or for people from it."""
    token = doc[cut.tokens[end - 1]]
    after = cut.words[end] if end < len(cut.words) else ""
    if entry.form == "people":
        if token.tag_ in ("NNS", "NNPS") and token.text.endswith("s"):
            return entry.country is not None and entry.country.code not in home
        return after not in lexicon.words["not_actors"]
    if token.dep_ == "pobj":
        return token.head.lower_ not in _AT
    if entry.form == "capital" and token.is_upper and len(token.text) > 3:
        return False  # a dateline
    if entry.form == "capital":
        return token.dep_ in ("nsubj", "conj", "poss", "agent") or (
            token.dep_ == "pobj" and token.head.lower_ in _OF_SIDES
        )
    return token.dep_ not in ("npadvmod",) and after not in lexicon.words["not_actors"]


def _tied(
    doc: Doc, cut: Pieces, hits: list[tuple[int, int, Entry]], n: int, drafts: list[Draft]
) -> int:  # fmt: skip
    """ "X-backed Y": Y where Y is a name, the home state's forces or rebels; else the whole as written."""
    start = hits[n][0]
    head = hits[n + 1]
    last = n + 1
    if n + 2 < len(hits) and hits[n + 2][0] == head[1] and _joins(head[2], hits[n + 2][2]):
        last = n + 2
    after = hits[last + 1] if last + 1 < len(hits) else None
    if after is not None and after[0] == hits[last][1] and after[2].actor is not None and _together(doc, cut, after[0]):
        return last + 1  # "the X-linked group Y" is Y
    own = head[2].lists & {"government", "rebels"} and "police" not in cut.words[head[0] : head[1]]
    if head[2].actor is not None or head[2].country is not None or own:
        return n + 1  # the next round takes the head; the tie says only who backs it
    first, stop = _tokens(cut, start, hits[last][1])
    name = doc[first:stop].text
    drafts.append(Draft(first, stop, name, "armed", "pattern", words=tuple(cut.words[start : hits[last][1]])))
    return last + 1
