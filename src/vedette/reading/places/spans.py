"""Runs of capitalised words that may be names, with articles and hyphens inside: "al-Salehia", "Deir ez-Zor"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.gazetteer.fold import ARTICLES

_SHUT = frozenset({"as", "at", "an", "en", "er", "es", "ed"})
"""Articles that are English words or endings too: they need a hyphen or a capital."""
_LINKS = frozenset({"i", "e", "o", "u", "de", "du", "la", "le", "sur", "ye", "wa"})
"""Small words between hyphens inside a name, besides articles."""

_PARTICLES = frozenset({"de", "del", "da", "do", "dos", "du"})

_FUNCTION = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"})


def is_name_word(token: Token) -> bool:
    """Whether `token` could be a word of a name: it starts with a capital letter and is no "The" or "In"."""
    if not token.text[:1].isupper():
        return False
    return not (token.pos_ in _FUNCTION and (token.is_stop or token.is_sent_start))


def _unit(doc: Doc, i: int, stop: int) -> int:
    """End of one name word that starts at `i`, with a leading article; `i` itself if there is none."""
    token = doc[i]
    if token.lower_ in ARTICLES and i + 1 < stop:
        hyphen = doc[i + 1].text == "-" and not token.whitespace_
        j = i + 2 if hyphen else i + 1
        open_article = token.lower_ not in _SHUT or (token.text[0].isupper() and not token.is_sent_start)
        if j < stop and (hyphen or (open_article and token.whitespace_)) and is_name_word(doc[j]):
            return _joined(doc, j + 1, stop)
    if token.lower_.split("-")[0] in ARTICLES and "-" in token.text and token.text.rsplit("-", 1)[-1][:1].isupper():
        return _joined(doc, i + 1, stop)
    return _joined(doc, i + 1, stop) if is_name_word(token) else i


def _joined(doc: Doc, i: int, stop: int) -> int:
    """Past hyphenated parts: "Maarrat" "-" "al" "-" "Numan"; not past "-held"."""
    while i + 1 < stop and doc[i].text == "-" and not doc[i - 1].whitespace_ and not doc[i].whitespace_:
        j = i + 1
        if (doc[j].lower_ in ARTICLES or doc[j].lower_ in _LINKS) and j + 2 < stop and doc[j + 1].text == "-":
            j += 2  # "Qala-i-Zal"
        if not is_name_word(doc[j]):
            break
        i = j + 1
    while i + 1 < stop and doc[i].lower_ in _PARTICLES and not doc[i].text[0].isupper() and is_name_word(doc[i + 1]):
        i += 2  # "Norte de Santander"
    return i


def runs(doc: Doc) -> list[list[tuple[int, int]]]:
    """Each run of name words that stand side by side, as its units (start, end)."""
    out: list[list[tuple[int, int]]] = []
    i, stop = 0, len(doc)
    while i < stop:
        end = _unit(doc, i, stop)
        if end == i:
            i += 1
            continue
        units = [(i, end)]
        while end < stop and not doc[end].is_sent_start:
            nxt = _unit(doc, end, stop)
            if nxt == end:
                break
            units.append((end, nxt))
            end = nxt
        out.append(units)
        i = end
    return out
