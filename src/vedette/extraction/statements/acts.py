"""What kind of act a verb of saying is, by itself or by what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from vedette.knowledge.pack import Knowledge
from vedette.knowledge.statements import Act, StatementWords
from vedette.reading.syntax import SUBJECT

_WHOM = frozenset({"dobj", "obj", "nsubjpass"})
_SAID = frozenset({"ccomp", "xcomp", "dobj", "prep", "pcomp", "oprd", "advcl", "dative", "obj"})


@dataclass(frozen=True, slots=True)
class Told:
    """The kind of act, and the tokens (start, end) of what it is about."""

    act: Act
    start: int
    end: int


def act_of(words: StatementWords, knowledge: Knowledge, verb: Token) -> Told | None:
    """The act that `verb` is; None where it is no act, or only a report of facts."""
    lemma = verb.lemma_.lower()
    rule = words.verbs.get(lemma)
    if rule is not None:
        start, end = _governed(verb)
        if verb.dep_ == "relcl":
            start = min(start, verb.head.left_edge.i)
        fits = _particles(verb, rule.particles) and _objects(verb, rule.objects) and not _but(verb, rule.but)
        if rule.whom and verb.dep_ != "relcl" and not any(c.dep_ in _WHOM for c in verb.children):
            return None
        if end > start and fits and not _grants(verb):
            return Told(rule.act, start, end)
    if lemma not in words.says:
        return None
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if said is None:
        return _described(words, knowledge, verb)
    if said.lemma_.lower() in words.verbs:
        return None  # "said they agreed": the inner verb is the act
    start, end = said.left_edge.i, said.right_edge.i + 1
    text = verb.doc[start:end].text.lower()
    for act, pattern in _patterns(knowledge):
        if pattern.search(text):
            return Told(act, start, end)
    if any(c.dep_ == "aux" and c.lower_ in words.musts for c in said.children):
        return Told("demand", start, end)
    if _own(words, said):
        return Told("announce", start, end)
    return None


def _described(words: StatementWords, knowledge: Knowledge, verb: Token) -> Told | None:
    """ "described the raid as an aggression", "called it a crime"."""
    if verb.lemma_.lower() not in words.describes:
        return None
    start, end = _governed(verb)
    text = verb.doc[start:end].text.lower()
    for act, pattern in _patterns(knowledge):
        if act in ("condemn", "accuse") and pattern.search(text):
            return Told(act, start, end)
    return None


def _own(words: StatementWords, said: Token) -> bool:
    """Whether what is said is a deed of the speaker's own, and not a report of facts."""
    if said.pos_ != "VERB" or said.lemma_.lower() in words.reports or said.tag_ in ("VBZ", "VBP"):
        return False
    if any(c.dep_ == "aux" and c.lower_ in ("can", "ca", "could", "may", "might") for c in said.children):
        return False
    subject = next((c for c in said.children if c.dep_ in SUBJECT), None)
    if subject is None or subject.dep_ == "expl":
        return False
    return subject.lower_ in words.own or any(c.dep_ == "poss" and c.lower_ in words.own for c in subject.children)


def _governed(verb: Token) -> tuple[int, int]:
    """Tokens of what `verb` governs, or of what it is said of in the passive."""
    parts = [c for c in verb.children if c.dep_ in _SAID and c.i > verb.i]
    if parts:
        return parts[0].left_edge.i, parts[-1].right_edge.i + 1
    passive = [c for c in verb.children if c.dep_ in ("nsubjpass", "csubjpass")]
    if passive:
        return passive[0].left_edge.i, passive[0].right_edge.i + 1
    if verb.dep_ in ("acl", "relcl"):
        return verb.head.left_edge.i, verb.i
    return verb.i, verb.i


def _particles(verb: Token, particles: tuple[str, ...]) -> bool:
    if not particles:
        return True
    here = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative", "agent")}
    if "to" in particles or "that" in particles:
        here |= {c.lower_ for k in verb.children if k.dep_ in ("xcomp", "ccomp") for c in k.children}
        if "that" in particles and any(k.dep_ == "ccomp" for k in verb.children):
            return True
    return not here.isdisjoint(particles)


def _but(verb: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ in ("xcomp", "dobj") and c.lemma_.lower() in words for c in verb.children)


def _grants(verb: Token) -> bool:
    """Whether it is about giving and no speech: "denied them citizenship"."""
    return any(c.dep_ == "dative" and c.pos_ in ("PRON", "NOUN") for c in verb.children)


def _objects(verb: Token, objects: tuple[str, ...]) -> bool:
    if not objects:
        return True
    near = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp")]
    if verb.dep_ in ("acl", "relcl"):
        near.append(verb.head)
    return any(c.lemma_.lower() in objects for c in near)


@lru_cache(maxsize=8)
def _patterns(knowledge: Knowledge) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    words = knowledge.world("statements", StatementWords)
    return tuple((c.act, re.compile(r"\b(?:" + "|".join(map(re.escape, c.phrases)) + r")\b")) for c in words.content)
