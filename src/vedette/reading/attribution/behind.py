"""Who stands behind a source told by what it is: a hospital's spokesman, a monitor, a body's paper or office."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.reporting import Reporting
from vedette.reading.reading import ActorMention, Reading

_WITHIN = frozenset({"at", "in", "of", "for", "from"})
_BODIES = frozenset({"armed", "body", "state"})


def at_work(words: Reporting, head: Token) -> str | None:
    """Whose word it is by where one works: "a hospital spokesman", "a spokesman at the hospital in X"."""
    near = [c for c in head.lefts if c.dep_ in ("compound", "nmod", "poss")]
    near += [o for p in head.children if p.dep_ == "prep" and p.lower_ in _WITHIN for o in p.children]
    return next((words.workplaces[t.lower_] for t in near if t.lower_ in words.workplaces), None)


def watches(words: Reporting, head: Token) -> bool:
    """Whether a group is told by its watching: "a group tracking the violence"."""
    return any(c.dep_ in ("acl", "relcl") and c.lemma_.lower() in words.watching for c in head.children)


def body_behind(reading: Reading, words: Reporting, head: Token) -> ActorMention | None:
    """The body whose paper or office `head` is: "the X's statement", "the media centre of X", "member of X's bureau".

    The apostrophe may be lost: "Hamass statement", where the report names Hamas.
    """
    at = {n: m for m in reading.actors for n in range(m.start, m.end)}
    paper, office = head.lower_ in words.documents, head.lower_ in words.offices or head.lower_ == "member"
    found: list[Token] = []
    if paper:
        found = [c for c in head.lefts if c.dep_ in ("poss", "compound")]
        own = {reading.doc[m.start : m.end].text + "s": m for m in reading.actors if m.kind in _BODIES}
        lost = next((own[c.text] for c in found if c.i not in at and c.text in own), None)
        if lost is not None:
            return lost
    elif office:
        led = [o for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children]
        found = [*led, *(c for o in led for c in o.lefts if c.dep_ in ("poss", "compound"))]
    told = (at[t.i] for t in found if t.i in at and at[t.i].kind in _BODIES)
    return next((m for m in told if m.how in ("alias", "pattern")), None)
