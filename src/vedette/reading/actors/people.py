"""Officials and leaders stand for the body that they speak for: "French Foreign Minister X", later "X"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from vedette.reading.actors.lexicon import Lexicon
from vedette.reading.actors.named import Draft

_JOINING = frozenset({"of", "for", "the", "and", "'s"})
_NEAR = 60
_SHORT = 3  # a surname of fewer letters is no name to look for


@dataclass(frozen=True, slots=True)
class _Office:
    """Where the titles after a body end, whether there are any, and where the name after them ends."""

    end: int
    titled: bool
    stop: int


def _armed_within(drafts: list[Draft], office: _Office) -> bool:
    """Whether armed ones are named where a person would be: "Sudan's Rapid Support Forces" is no man."""
    return any(d.name and d.kind == "armed" and office.end <= d.start < office.stop for d in drafts)


def people(doc: Doc, lexicon: Lexicon, drafts: list[Draft], government: str | None) -> list[Draft]:
    """`drafts` with each "<body> <title> <Name>" drawn together, and bare surnames added wherever they stand.

    "President X" of no state named is of `government`, the home state's.
    """
    out: list[Draft] = []
    bodies: dict[str, Draft] = {}
    for draft in drafts:
        if (
            draft.how == "alias"
            and draft.end == draft.start + 1
            and _namesake(doc, lexicon, draft.start, draft.name or "")
        ):
            continue
        if draft.kind in ("state", "body", "armed") and draft.name:
            office = _office(doc, draft.end, lexicon)
            if office.titled and draft.kind == "body" and out and _sends(doc, out[-1], draft):
                draft.name, draft.code, draft.kind = out[-1].name, out[-1].code, "state"
            if office.titled or (office.stop > office.end + 1 and not _armed_within(drafts, office)):
                draft.how, draft.kind = "title", "person"
                if office.stop > office.end:
                    bodies.setdefault(doc[office.stop - 1].text, draft)
                draft.end = office.stop
        if draft.kind == "person" and draft.how == "alias":
            bodies.setdefault(doc[draft.end - 1].text, draft)
        if not out or draft.start >= out[-1].end:
            out.append(draft)
    taken = {n for d in out for n in range(d.start, d.end)}
    for draft in _untold(doc, lexicon, taken, government, out):
        name = doc[draft.end - 1].text
        draft.name = bodies.setdefault(name, draft).name
        out.append(draft)
        taken.update(range(draft.start, draft.end))
    for token in doc:
        body = bodies.get(token.text)
        if body is None or token.i in taken or len(token.text) <= _SHORT or not token.text[0].isupper():
            continue
        if not _namesake(doc, lexicon, token.i, body.name or ""):
            out.append(Draft(token.i, token.i + 1, body.name, "person", "surname", code=body.code))
    return sorted(out, key=lambda d: d.start)


def _sends(doc: Doc, state: Draft, body: Draft) -> bool:
    """Whether a state stands right before a body whose title follows: "Syria's U.N. ambassador X" is Syria's."""
    beside = state.end == body.start or (state.end + 1 == body.start and doc[state.end].text == "'s")
    return state.kind == "state" and beside


def _namesake(doc: Doc, lexicon: Lexicon, index: int, name: str) -> bool:
    """ "Doctor Ibrahim X" at `index`, where X alone is a surname of actor `name`: somebody else, by his given name."""
    actor = lexicon.actors.get(name)
    leaders = [p.replace("-", " ").split() for p in actor.people] if actor is not None else []
    if doc[index].text not in {names[-1] for names in leaders}:
        return False
    given = {word for names in leaders for word in names[:-1]}
    before = index - 1
    while before >= 0 and (doc[before].text == "-" or doc[before].text in given):
        if len(doc[before].text) > _SHORT:
            return False  # the leader's own given name
        before -= 1
    if before < 0 or doc[before].pos_ != "PROPN" or doc[before].ent_type_ != "PERSON":
        return False
    return doc[before].lower_.rstrip(".") not in lexicon.words["titles"]


def _untold(doc: Doc, lexicon: Lexicon, taken: set[int], government: str | None, drafts: list[Draft]) -> list[Draft]:
    """ "President X", "Interior Minister X": titles of a state with a name and no state before them.

    A minister told of right after another state's official is a colleague: "the Russian premier said. Minister X".
    """
    found: list[Draft] = []
    for token in doc:
        if government is None or token.lower_ not in lexicon.words["state_titles"] or token.i in taken:
            continue
        stop = token.i + 1
        while stop < len(doc) and stop not in taken and _of_name(doc, stop):
            stop += 2 if doc[stop].text == "-" else 1
        if stop > token.i + 1 and doc[token.i].text[0].isupper():
            state = _colleague(drafts, token.i) if token.lower_ == "minister" else None
            found.append(Draft(token.i, stop, state or government, "person", "title"))
    return found


def _colleague(drafts: list[Draft], index: int) -> str | None:
    """The state of the official last told of shortly before `index`."""
    near = [d for d in drafts if index - _NEAR <= d.start < index and d.kind == "person" and d.how == "title"]
    return near[-1].name if near else None


def _office(doc: Doc, start: int, lexicon: Lexicon) -> _Office:
    """What follows a body's name, which may end with a title of state: "Defence Ministry [spokesman] [Ivan Petrov]"."""
    titles, offices, ties = lexicon.words["titles"], lexicon.words["state_titles"], lexicon.words_ties

    def is_title(index: int) -> bool:
        tied = doc[index + 1 : index + 2].text == "-" and doc[index + 2 : index + 3].text.lower() in ties  # "state-run"
        return index < len(doc) and not tied and doc[index].lower_.rstrip(".") in titles

    end, titled = start, doc[start - 1].lower_ in offices
    while end < len(doc):
        word = doc[end].lower_
        joined = titled and (word == "." or (word in _JOINING and is_title(end + 1)))
        if is_title(end):
            titled = True
        elif not joined and not (word == "'s" and end == start):
            break
        end += 1
    stop = end
    if titled or end > start:
        while stop < len(doc) and _of_name(doc, stop):
            stop += 2 if doc[stop].text == "-" else 1
    person = any(t.ent_type_ == "PERSON" for t in doc[end:stop])  # "Somalia's Lower Shabelle" is no man
    if not titled and (stop <= end + 1 or not person):
        return _Office(start, False, start)
    return _Office(end, titled, stop)


def _of_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text == "-":
        return index + 1 < len(doc) and doc[index + 1].pos_ == "PROPN" and not doc[index - 1].is_space
    if token.pos_ != "PROPN":
        return False
    # the parser takes the dot of "Gen." for the end of a sentence
    return not token.is_sent_start or doc[index - 1].text[-1] == "."
