"""For whom a named person speaks, by the words beside the name, whatever the parse makes of them.

"Member of the X council's committee A B", "A B, from the army's press department", "A B head of the Y".
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from spacy.tokens import Doc

from vedette.knowledge.reporting import Reporting
from vedette.reading.reading import Reading

_WINDOW = 10
"""Words that may stand between a name and the body that it speaks for."""
_TO = frozenset({"of", "for", "from", "at", "with", "in"})
_FROM = frozenset({"of", "from"})
_ARTICLES = frozenset({"the", "a", "an"})
_BODIES = frozenset({"armed", "body", "state"})
_NAMED = frozenset({"alias", "pattern", "description"})
_LANDS = frozenset({"nationality", "country"})


def body_of(reading: Reading, name: tuple[int, int], titles: Container[str], listed: Mapping[int, str]) -> str | None:
    """The body for which the person named by the tokens `name` (first, end) speaks; None where nothing tells.

    `titles`: words, lower case, for people who speak for a body. `listed`: tokens that name a source, to its name.
    """
    told = [m for m in reading.actors if m.kind in _BODIES]
    named = {n: m.name for m in told if m.how in _NAMED for n in range(m.start, m.end)} | dict(listed)
    lands = {n: m.name for m in told if m.how in _LANDS for n in range(m.start, m.end)}
    lands |= {m.start: m.name for m in reading.actors if m.how == "title"}  # "spokesman to the Syrian president"
    doc, words = reading.doc, reading.knowledge.world("reporting", Reporting)
    if name[1] - name[0] == 1 and doc[name[0]].lower_ in titles:
        return _of_title(doc, named, lands, name[0])
    return _before(doc, named, lands, name[0], titles) or _after(doc, named, lands, name[1], titles, words.aides)


def name_after(doc: Doc, start: int) -> str | None:
    """The full name of a person in the words of a post that go on from the token `start`; None where there is none."""
    found: list[int] = []
    for n in range(start, min(start + _WINDOW, len(doc))):
        if _ends(doc, n):
            break
        if doc[n].ent_type_ == "PERSON" and doc[n].pos_ == "PROPN":
            found.append(n)
        elif found:
            break
    return doc[found[0] : found[-1] + 1].text if len(found) > 1 else None


def _of_title(doc: Doc, named: Mapping[int, str], lands: Mapping[int, str], title: int) -> str | None:
    """ "Member of the X's bureau": a title that the parser took for the name itself."""
    if title + 2 >= len(doc) or doc[title + 1].lower_ not in _TO:
        return None
    for n in range(title + 2, min(title + _WINDOW, len(doc))):
        if _ends(doc, n):
            return None
        if (body := named.get(n) or lands.get(n)) is not None:
            return body
    return None


def _before(
    doc: Doc, named: Mapping[int, str], lands: Mapping[int, str], start: int, titles: Container[str]
) -> str | None:
    """ "Member of the X's bureau A B", "X spokesman A B": a title, and the body after "of" or before the title."""
    first = doc[start].sent.start if start < len(doc) else 0
    for n in range(start - 1, max(first, start - _WINDOW) - 1, -1):
        if _ends(doc, n):
            return None
        if doc[n].lower_ not in titles or n in named:
            continue
        if n + 1 == start:
            return _just_before(doc, named, n, titles)
        if doc[n + 1].lower_ in _TO:
            return next((body for k in range(n + 2, start) if (body := named.get(k) or lands.get(k))), None)
    return None


def _just_before(doc: Doc, named: Mapping[int, str], title: int, titles: Container[str]) -> str | None:
    n = title - 1
    while n > 0 and n not in named and (doc[n].lower_ in titles or doc[n].text in ("'s", "'", "-")):
        n -= 1
    return named.get(n)


def _after(
    doc: Doc,
    named: Mapping[int, str],
    lands: Mapping[int, str],
    end: int,
    titles: Container[str],
    aides: Container[str],
) -> str | None:
    """ "A B, (the) spokesman for the X", "A B of the X", "A B, from the X's office"."""
    start = end + 1 if end < len(doc) and doc[end].text == "," else end
    titled = False
    for n in range(start, min(end + _WINDOW, len(doc) - 1)):
        if _ends(doc, n):
            return None
        to = doc[n].lower_ == "to" and doc[n - 1].lower_ in aides  # "spokesman to the president"
        if (doc[n].lower_ in _TO or to) and (titled or (n == start and doc[n].lower_ in _FROM)):
            k = n + 2 if doc[n + 1].lower_ in _ARTICLES else n + 1
            return named.get(k) or (lands.get(k) if titled else None)
        titled |= doc[n].lower_ in titles
    return None


def _ends(doc: Doc, n: int) -> bool:
    token = doc[n]
    shut = token.text in (",", ";", ":", '"', "(", ")", ".") or token.is_space or token.lower_ in ("and", "but", "or")
    return shut or token.tag_ in ("VBD", "VBZ", "VBP", "MD")
