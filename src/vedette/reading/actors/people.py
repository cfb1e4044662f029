"""Officials and leaders stand for the body that they speak for: "French Foreign Minister X", later "X"."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.reading.actors.lexicon import Lexicon
from vedette.reading.actors.named import Draft


def people(doc: Doc, lexicon: Lexicon, drafts: list[Draft], home: list[str]) -> list[Draft]:
    """`drafts` with each "<body> <title> <Name>" drawn together, and later bare surnames added."""
    titles = lexicon.words["titles"]
    out: list[Draft] = []
    bodies: dict[str, Draft] = {}
    for draft in drafts:
        end, titled = draft.end, False
        if draft.kind in ("state", "body", "armed") and draft.name:
            while end < len(doc) and (
                _title(doc, end, titles)
                or (
                    titled
                    and doc[end].lower_ in ("of", "for", "the", "and", "'s")
                    and end + 1 < len(doc)
                    and _title(doc, end + 1, titles)
                )
                or (not titled and doc[end].lower_ == "'s")
            ):
                titled = titled or _title(doc, end, titles)
                end += 1
        stop = end
        while (
            stop < len(doc)
            and doc[stop].pos_ == "PROPN"
            and not doc[stop].is_sent_start
            and (titled or end > draft.end)
        ):
            stop += 1
            if stop + 1 < len(doc) and doc[stop].text == "-" and doc[stop + 1].pos_ == "PROPN":
                stop += 1
        if titled or (end > draft.end and stop > end + 1):
            draft.how = "title"
            draft.kind = "person"
            if stop > end:
                bodies.setdefault(doc[stop - 1].text, draft)
            draft.end = stop if stop > end else end
        if draft.kind == "person" and draft.how == "alias":
            bodies.setdefault(doc[draft.end - 1].text, draft)
        if not out or draft.start >= out[-1].end:
            out.append(draft)
    taken = {n for d in out for n in range(d.start, d.end)}
    for token in doc:
        body = bodies.get(token.text)
        if body is not None and token.i not in taken and len(token.text) > 3 and token.text[0].isupper():
            out.append(Draft(token.i, token.i + 1, body.name, "person", "surname", code=body.code))
    return sorted(out, key=lambda d: d.start)


def _title(doc: Doc, index: int, titles: frozenset[str]) -> bool:
    return doc[index].lower_ in titles or doc[index].lower_.rstrip(".") in titles
