"""By what name an origin is counted: "pro-government website Blue Hills News" is Blue Hills News and nobody else.

Reports write a source with what it is ("the X militant group", "SANAs correspondent in Homs", "Y, head of the health
office"). Two such spellings of one body would count as two voices that confirm each other.
"""

from __future__ import annotations

from functools import lru_cache

from vedette.knowledge.actors import fold
from vedette.knowledge.countries import Countries
from vedette.knowledge.forces import Forces
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.knowledge.reporting import Reporting
from vedette.settlement.parties import Parties, parties

_WORDS = 9  # a longer source is a sentence that was taken for one


@lru_cache(maxsize=65536)
def mouth(source: str) -> str:
    """The name that `source` counts by: that of the known body in it, a person's without his office, else itself."""
    knowledge = default_knowledge()
    book = parties(knowledge)
    known = _known(source, book)
    if known is not None:
        return known
    words = source.split(" in ")[0].split()  # "SANA's correspondent in Homs"
    if not 1 < len(words) <= _WORDS:
        return source
    # The fewest words left out first, at the end before at the start.
    for left_out in range(1, len(words)):
        for before in range(left_out + 1):
            start, end = before, len(words) - (left_out - before)
            if all(map(_describes, (*words[:start], *words[end:]))):
                kept = " ".join(words[start:end])
                # "Syrian" in "a group of Syrian doctors" says whence they are, not whose.
                if end - start > 1 or _owner(kept).isupper():
                    known = _known(kept, book)
                    if known is not None and not _crowd(known, book):
                        return known
    return _person(words, knowledge) or _agency(words, knowledge) or source


def _known(name: str, book: Parties) -> str | None:
    """The canonical name of a source, an outlet or an actor; None where the packs know none of that name.

    Common nouns ("rescue workers", "the army") name a body in one war and another, or none, in the next: reading, which
    knows the report's war, has decided who they are, and what it left so is nobody known.
    """
    for form in dict.fromkeys((name, _owner(name))):
        folded = book.sources.by_alias.get(fold(form)) or book.actors.by_alias.get(fold(form))
        if folded is not None and not (form.islower() and not folded.islower()):
            return folded
        outlet = book.outlets.find(form) if form[:1].isupper() or "." in form else None  # a site by its domain
        if outlet is not None:
            return outlet.name
    return None


def _owner(name: str) -> str:
    """A name without the ending of an owner, also in a text that lost its apostrophes ("SANAs correspondent")."""
    plain = name.removesuffix("'s").removesuffix("’s")
    return plain[:-1] if plain.endswith("s") and plain[:-1].isupper() else plain


def _crowd(name: str, book: Parties) -> bool:
    """Whether a known name is of a sort of people and of no body ("medics", "civilians")."""
    source, actor = book.sources.by_name.get(name), book.actors.by_name.get(name)
    return (source is not None and source.kind == "crowd") or (actor is not None and actor.kind == "people")


def _describes(word: str) -> bool:
    """Whether a word only tells what a source is: in small letters, or in brackets."""
    return word.islower() or (word.startswith("(") and word.endswith(")"))


def _person(words: list[str], knowledge: Knowledge) -> str | None:
    """A person's name without the office that follows it: two names or more, then a title in small letters."""
    titles = {*knowledge.world("reporting", Reporting).titles, *knowledge.world("forces", Forces).titles}
    for n, word in enumerate(words):
        if not word[:1].isupper():
            return " ".join(words[:n]) if n > 1 and word.lower() in titles else None
    return None


def _agency(words: list[str], knowledge: Knowledge) -> str | None:
    """An outlet's own name without the nouns that tell what it is: "the state-run ABC news agency" is ABC.

    A nationality alone ("Syrian television") is no name.
    """
    if words[-1] not in knowledge.world("reporting", Reporting).outlets:
        return None
    named = [n for n, word in enumerate(words) if not _describes(word)]
    own = words[named[0] : named[-1] + 1] if named else []
    nations = {people for state in knowledge.world("countries", Countries).countries for people in state.people}
    return " ".join(own) if own and not nations.issuperset(own) and all(word[:1].isupper() for word in own) else None
