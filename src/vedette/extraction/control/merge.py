"""One claim for each place, holder and change, however often the report tells it."""

from __future__ import annotations

import re
import unicodedata

from spacy.tokens import Token

from vedette.extraction.control.find import Find
from vedette.knowledge.control import Ground

_OTHER_SIGNS = re.compile(r"[^a-z0-9 ]")


def merge(ground: Ground, found: list[Find]) -> list[Find]:
    """`found` without repetitions, in the order of the text; of equals, one that names its place stays."""
    told = [f for f in found if not _unnamed(ground, f)]
    found = [f for f in found if not _unnamed(ground, f) or not _named_elsewhere(ground, f, told)]
    best: dict[tuple[str, str | None, str, str | None], Find] = {}
    for find in sorted(found, key=lambda f: (f.start, f.end)):
        key = (_place(ground, find), find.holder, find.change, _part_key(find))
        if key not in best or (find.area.named and not best[key].area.named):
            best[key] = find
    return sorted(best.values(), key=lambda f: (f.start, f.end))


def _unnamed(ground: Ground, find: Find) -> bool:
    """Whether it tells of "a town", "several villages" somewhere."""
    noun = find.area.token
    if find.area.part is None or noun.lemma_.lower() not in ground.peopled:
        return False
    return _many(noun) or any(c.lower_ in ("a", "an", "another") for c in noun.children)


def _many(noun: Token) -> bool:
    """ "Several villages", "six villages", but not "the six villages", which were named before."""
    counted = any(c.dep_ == "nummod" or c.lower_ in ("several", "some", "many") for c in noun.children)
    return noun.tag_ == "NNS" and counted and not any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)


def _named_elsewhere(ground: Ground, find: Find, told: list[Find]) -> bool:
    """Whether others name what `find` leaves without a name; for several, at least two names."""
    names = {place_key(ground, t) for t in told if _same_deed(find, t) and t.area.part is None}
    if not _many(find.area.token):
        return any(_same_deed(find, t) for t in told)
    return len(names) > 1


def _same_deed(find: Find, told: Find) -> bool:
    """Whether `told` names what `find` leaves without a name: the same holder and change, elsewhere in the report."""
    return find.holder == told.holder and find.change == told.change and told.area.named


def _place(ground: Ground, find: Find) -> str:
    """What tells the place of `find` from others; a town and the province named after it are one in "holds"."""
    if find.area.place is not None and not (find.change == "holds" and find.area.part is None):
        return find.area.place.id
    return place_key(ground, find)


def place_key(ground: Ground, find: Find) -> str:
    """The place's name without case, accents, sides and small words."""
    text = unicodedata.normalize("NFKD", find.area.name).encode("ascii", "ignore").decode().lower()
    words = _OTHER_SIGNS.sub("", text.replace("-", " ")).split()
    return " ".join(w for w in words if w not in ground.small and not _sided(ground, w))


def _sided(ground: Ground, word: str) -> bool:
    return word.removesuffix("ern") in ground.compass or word == "central"


def _part_key(find: Find) -> str | None:
    """Parts tell gains apart (a hilltop one day, the road another); a lasting state is told once for all."""
    return find.area.part.lower() if find.area.part and find.change in ("gained", "lost") else None
