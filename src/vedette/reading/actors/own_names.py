"""Groups and bodies that no list knows, by the report's own words: "the Sudan Unity Front (SUF)", later "SUF"; "Liwa
al-Noor", "the Army of the Dawn", "the al-Noor Brigade". They keep their own words and are put to no other group."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.reading.actors.lexicon import Lexicon
from vedette.reading.actors.named import Draft

_SMALL = frozenset({"of", "the", "for", "and", "in", "on"})
_PARTICLES = frozenset({"al", "el", "ul", "ut", "as", "ash", "ad", "e", "i", "bin", "ibn", "wal"})
_OF_THE = frozenset({"of", "the"})
_LONGEST = 9
_OWN = "own name"
_SHORT_FORM = range(2, 9)


def own_names(doc: Doc, lexicon: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """`drafts` with the groups and bodies that the report names in full, and their short forms wherever they stand.

    A full name is known by what it ends with ("Front", "Brigades", "Council"), by what it begins with ("Liwa", "Army
    of"), or by the short form in brackets after it, whose letters its words begin with. A short form of a known actor
    stands for that actor.
    """
    kept = list(drafts)
    short: dict[str, Draft] = {}
    for token in doc:
        if token.text == "(" and (form := _short_form(doc, token.i)):
            named = _defined(doc, lexicon, kept, token.i, form)
            if named is not None:
                short.setdefault(form, named)
    for token in doc:
        if _ends_name(doc, lexicon, token.i) or _unit(doc, lexicon, token.i):
            kept = _put(kept, _draft(doc, lexicon, _start(doc, token.i), token.i + 1))
        elif (end := _opened(doc, lexicon, token.i)) is not None:
            own = _draft(doc, lexicon, token.i, end)
            own.kind, own.tags = "armed", ("group",)
            kept = _put(kept, own)
    for draft in kept:  # what the report itself shortens outranks another group of that short form
        meant = short.get(doc[draft.start].text) if draft.end == draft.start + 1 else None
        if meant is not None and draft.name:
            draft.name, draft.kind, draft.tags, draft.code = meant.name, meant.kind, meant.tags, meant.code
    taken = {i for d in kept for i in range(d.start, d.end)}
    for token in doc:
        meant = short.get(token.text)
        if meant is not None and token.i not in taken:
            kept.append(Draft(token.i, token.i + 1, meant.name, meant.kind, _OWN, tags=meant.tags, code=meant.code))
    return _joined(_in_short(doc, lexicon, sorted(kept, key=lambda d: d.start)))


def _in_short(doc: Doc, lexicon: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """`drafts` where "the Coalition" stands for the body of that word told last in full ("the National Coalition").

    Only words that any body might go by ("coalition", "council"), and that a list gives to one of them.
    """
    last: dict[str, Draft] = {}
    for draft in drafts:
        word = doc[draft.end - 1].lower_
        if draft.how != "alias" or word not in lexicon.words["body_heads"]:
            continue
        if draft.end > draft.start + 1:
            last[word] = draft
        elif word in last:
            full = last[word]
            draft.name, draft.kind, draft.tags, draft.code = full.name, full.kind, full.tags, full.code
    return drafts


def _joined(drafts: list[Draft]) -> list[Draft]:
    """`drafts` with each own name and the plain word for its forces after it as one: "RPA soldiers"."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is not None and last.how == _OWN and draft.start == last.end and not draft.name:
            last.end = draft.end
        else:
            out.append(draft)
    for draft in out:
        draft.how = "alias" if draft.how == _OWN else draft.how
    return out


def _short_form(doc: Doc, bracket: int) -> str | None:
    """The capitals in brackets: "(ADFL)", "(HuM)"."""
    if bracket + 2 >= len(doc) or doc[bracket + 2].text != ")":
        return None
    text = doc[bracket + 1].text
    capitals = sum(c.isupper() for c in text)
    form = text.isalpha() and (text.isupper() or (capitals > 1 and 2 * capitals >= len(text) and text[0].isupper()))
    return text if form and len(text) in _SHORT_FORM else None


def _defined(doc: Doc, lexicon: Lexicon, drafts: list[Draft], bracket: int, form: str) -> Draft | None:
    """The actor that the words before the bracket name: a known one that ends there, else by its initials."""
    known = next((d for d in drafts if d.end == bracket and d.name and d.how in ("alias", _OWN)), None)
    if known is not None:
        return known
    short = next((d for d in drafts if d.start == bracket + 1 and d.name and d.how == "alias"), None)
    for start in range(bracket - 1, max(bracket - _LONGEST, 0) - 1, -1):
        word = doc[start]
        if (word.is_punct and word.text != "-") or (word.is_sent_start and not word.text[0].isupper()):
            return None
        if word.text[0].upper() == form[0] and word.text[0].isupper() and _initials(doc, start, bracket, form):
            draft = _draft(doc, lexicon, start, bracket)
            if short is not None:  # another spelling of a known actor
                draft.name, draft.kind, draft.tags = short.name, short.kind, short.tags
            if draft.kind:
                drafts[:] = _put(drafts, draft)
                return draft
    return None


def _initials(doc: Doc, start: int, end: int, form: str) -> bool:
    """Whether the words from `start` begin with the letters of `form`, in order; small words may be passed over."""
    words = [t.text for t in doc[start:end] if t.is_alpha]
    letters = [w[0].upper() for w in words if w.lower() not in _SMALL]
    every = "".join(w[0].upper() for w in words)
    return len(words) > 1 and ("".join(letters) == form or (not form.isupper() and every == form.upper()))


def _ends_name(doc: Doc, lexicon: Lexicon, index: int) -> bool:
    """Whether a group's full name ends here: "Northern Alliance", "Sudan Liberation Front"."""
    word = doc[index]
    words = lexicon.words
    loose = word.lower_ in words["group_heads"]
    if not (loose or word.lower_ in words["army_heads"]) or word.pos_ != "PROPN" or word.is_upper:
        return False
    start = _start(doc, index)
    marks = words["group_marks"] | words["group_sides"] if loose else words["group_marks"]
    return any(t.lower_ in marks for t in doc[start:index]) and not doc[start].is_upper


def _unit(doc: Doc, lexicon: Lexicon, index: int) -> bool:
    """Whether an irregular unit's name ends here: "al-Noor Brigade", but no army's "13th Brigade", "Tank Battalion"."""
    word = doc[index]
    if word.lower_ not in lexicon.words["group_units"] or not word.text[0].isupper() or word.is_upper:
        return False
    start = _start(doc, index)
    if start == index:
        return False
    before = doc[start:index]
    regular = any(t.lower_ in lexicon.words["army_units"] or t.pos_ == "NUM" or t.text[0].isdigit() for t in before)
    return not regular and doc[index - 1].pos_ == "PROPN" and not before[0].is_upper


def _opened(doc: Doc, lexicon: Lexicon, index: int) -> int | None:
    """Where a group's name ends that begins here: "Liwa al-Noor", "Army of the Dawn"; None where none begins."""
    word, words = doc[index], lexicon.words
    opens, of = word.lower_ in words["group_openers"], word.lower_ in words["group_of"]
    if not (opens or of) or not word.text[0].isupper() or word.is_upper:
        return None
    end = index + 1
    if opens:
        return _name_end(doc, end)
    if word.pos_ != "PROPN" or doc[end : end + 1].text not in ("of", "for"):
        return None
    end += 2 if doc[end + 1 : end + 2].text == "the" else 1
    return None if doc[end : end + 1].text.lower() in lexicon.words["lands"] else _name_end(doc, end)


def _name_end(doc: Doc, index: int) -> int | None:
    """Where the capitalised words from `index` on end, joined by hyphens and particles; None where there are none."""
    end, n = None, index
    while n < len(doc) and n < index + _LONGEST and not doc[n].is_sent_start:
        if doc[n].text[0].isupper() and doc[n].is_alpha and doc[n].pos_ in ("PROPN", "ADJ", "NOUN"):
            end = n + 1
        elif doc[n].text != "-" and doc[n].lower_ not in _PARTICLES | _OF_THE:
            break
        n += 1
    return end


def _start(doc: Doc, index: int) -> int:
    """Where the capitalised words that lead up to `index` begin."""
    start = index
    while start > 0 and start > index - _LONGEST:
        before = doc[start - 1]
        capital = before.text[0].isupper() and before.pos_ in ("PROPN", "ADJ", "NOUN") and not before.is_punct
        if not (capital or before.text == "'s") or doc[start].is_sent_start:
            break
        start -= 1
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in _PARTICLES:
        start -= 2  # "al-Noor Brigade"
    return start + 1 if doc[start].text == "'s" else start


def _draft(doc: Doc, lexicon: Lexicon, start: int, end: int) -> Draft:
    heads = [t.lower_ for t in doc[start:end]]
    body = any(h in lexicon.words["body_heads"] for h in heads)
    armed = any(h in lexicon.words["group_heads"] | lexicon.words["army_heads"] for h in heads)
    kind = "armed" if armed else "body" if body else ""
    return Draft(start, end, doc[start:end].text, kind, _OWN, tags=("group",) if armed else (), words=tuple(heads))


def _put(drafts: list[Draft], own: Draft) -> list[Draft]:
    """`drafts` with `own` in place of those inside it; unchanged where a known actor is inside or one reaches out."""
    inside = [d for d in drafts if d.start < own.end and own.start < d.end]
    named = any(d.how in ("alias", _OWN) and d.name and d.kind != "person" for d in inside)
    if named or any(d.start < own.start or d.end > own.end for d in inside):
        return drafts
    return sorted([*(d for d in drafts if d not in inside), own], key=lambda d: d.start)
