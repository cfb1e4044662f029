"""The act that plain saying is, by what is said: its words, its modals, whose deed it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import lru_cache
from typing import get_args

from spacy.tokens import Token

from vedette.knowledge.pack import Knowledge
from vedette.knowledge.statements import Act, StatementWords
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT

_FUTURE = frozenset({"will", "would", "'ll", "shall", "wo", "wouldn"})
_CAN = frozenset({"can", "ca", "could", "may", "might"})
_NOW = frozenset({"is", "are", "'s", "'re"})
_ALL: tuple[Act, ...] = get_args(Act)


def act_said(
    words: StatementWords, knowledge: Knowledge, said: Token, own: Callable[[Token], bool], span: tuple[int, int]
) -> Act | None:
    """The act of saying the clause headed by `said`; None where it only reports.

    `own`: who stands for the speaker. `span`: first token of the clause and one past its last.
    """
    text = _plain(said, span)
    auxiliaries = {c.lower_ for c in said.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & words.musts and not _of_own(words, said, own):
        return "demand"  # whatever it is called: "the world must act on these atrocities"
    act = act_of_words(knowledge, text)
    if act == "accuse" and _of_own(words, said, own):
        if is_denied(said):
            return "deny"
        if any(phrase in text.lower() for phrase in words.claiming):
            return None if _of_person(said) else "announce"
        if said.lemma_.lower() not in words.reports:
            act = None  # what it did itself: "it had freed those held as human shields"
    if act is not None:
        return act
    if auxiliaries & words.musts or _wanted(words, said, own):
        return "demand"
    if _absent(words, said):
        return "deny"
    if auxiliaries & _FUTURE and _refused(said) and (_of_own(words, said, own) or _nothing(said)):
        return "reject"
    # what is done tells an act by "it" and "its", what will be done by the speaker's name too
    mine = _of_own(words, said, own) if auxiliaries & _FUTURE else _pointing(words, said)
    if not _deed(words, said) or not mine:
        return None
    return "threaten" if is_own_threat(words, said, own) else "announce"


def is_own_threat(words: StatementWords, said: Token, own: Callable[[Token], bool]) -> bool:
    """Whether the speaker tells that it will do what only war does: "it would attack"."""
    ahead = any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in said.children) and not is_denied(said)
    kept = [c for c in said.children if c.dep_ in ("dobj", "xcomp")] if said.lemma_.lower() in words.light else []
    hostile = any(t.lemma_.lower() in words.hostile for t in (said, *kept))
    return ahead and hostile and _of_own(words, said, own)


def _of_person(said: Token) -> bool:
    """Whether he or she is told of, and no body: "he was responsible for a cell", the army said."""
    return any(c.dep_ in SUBJECT and c.lower_ in ("he", "she") for c in said.children)


def _wanted(words: StatementWords, said: Token, own: Callable[[Token], bool]) -> bool:
    """Whether something is asked of others: "it wanted the siege lifted", "Israel needs to let aid in"."""
    lemma = said.lemma_.lower()
    if is_denied(said):
        return False
    if lemma in words.wants and _of_own(words, said, own):
        doing = [c for c in said.children if c.dep_ in ("xcomp", "ccomp")]
        other = [c for d in doing for c in d.children if c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT]
        return bool(other) or any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in said.children)
    bidden = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in said.children)
    named = any(c.dep_ in SUBJECT and c.pos_ == "PROPN" for c in said.children)
    return lemma in words.needs and bidden and named and not _of_own(words, said, own)


def _plain(said: Token, span: tuple[int, int]) -> str:
    """The words of `span` without relative clauses, which only describe; then the same without an adverb in between.

    "It was allegedly ready to": what parts the words of a phrase does not undo it.
    """
    aside = {t.i for c in said.subtree if c.dep_ == "relcl" for t in c.subtree}
    kept = [t for t in said.doc[span[0] : span[1]] if t.i not in aside]
    plain = "".join(t.text_with_ws for t in kept)
    bare = "".join(t.text_with_ws for t in kept if t.dep_ != "advmod" or not t.lower_.endswith("ly"))
    return plain if plain == bare else f"{plain}\n{bare}"


def act_of_words(knowledge: Knowledge, text: str, acts: Container[Act] = _ALL) -> Act | None:
    """The first of `acts` one phrase of which stands in `text`."""
    lower = text.lower()
    return next((act for act, pattern in _patterns(knowledge) if act in acts and pattern.search(lower)), None)


def is_bidden(words: StatementWords, said: Token) -> bool:
    """Whether others are told what they must do: "The parties must end this"; not what "we" must."""
    subject = next((c for c in said.children if c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT), None)
    other = subject is not None and (subject.pos_ in ("NOUN", "PROPN") or subject.lower_ in ("they", "this"))
    if not other or said.tag_ not in ("VB", "VBN"):
        return False
    return any(c.dep_ == "aux" and c.lower_ in words.musts for c in said.children) and not any(
        c.dep_ == "aux" and c.lower_ == "have" for c in said.children
    )


def is_denied(said: Token) -> bool:
    """Whether a clause is told as not so."""
    return any(c.dep_ == "neg" for c in said.children)


def _refused(said: Token) -> bool:
    return is_denied(said) or _nothing(said)


def _nothing(said: Token) -> bool:
    """ "there will be no talks"."""
    if not any(c.dep_ == "expl" for c in said.children):
        return False
    return any(g.lower_ == "no" for c in said.children if c.dep_ in ("attr", "nsubj", "dobj") for g in c.children)


def _absent(words: StatementWords, said: Token) -> bool:
    """Whether what others allege is told not to be: "there was no agreement", "no troops had been sent"."""
    subject = next((c for c in said.children if c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT), None)
    if subject is not None and any(c.lower_ == "no" for c in subject.children) and said.tag_ in ("VBD", "VBN"):
        return subject.lemma_.lower() in words.alleged
    if said.lemma_ != "be" or not _nothing(said) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in said.children):
        return False
    return any(c.lemma_.lower() in words.alleged for c in said.children if c.dep_ in ("attr", "nsubj"))


def is_own_deed(said: Token, own: Callable[[Token], bool]) -> bool:
    """Whether a clause tells what the speaker itself did, by its name: "the army's forces killed two"."""
    done = said.tag_ in ("VBD", "VBN") and not is_denied(said)
    return done and any(own(c) for c in said.children if c.dep_ == "nsubj")


def _deed(words: StatementWords, said: Token) -> bool:
    """Whether what is said is a deed done or to be done, and not what is known, felt or possible."""
    if said.pos_ != "VERB" or said.lemma_.lower() in words.reports or said.tag_ in ("VBZ", "VBP"):
        return False
    helpers = {c.lower_ for c in said.children if c.dep_ == "aux"}
    going_on = said.tag_ == "VBG" and bool(helpers & _NOW)
    return not going_on and helpers.isdisjoint(_CAN)


def _of_own(words: StatementWords, said: Token, own: Callable[[Token], bool]) -> bool:
    """Whether the subject of what is said is the speaker: "it", "its forces", or its name again."""
    return _pointing(words, said) or any(own(c) for c in said.children if c.dep_ in SUBJECT and c.dep_ != "expl")


def _pointing(words: StatementWords, said: Token) -> bool:
    """Whether the subject points to the speaker: "it", "its forces"."""
    subject = next((c for c in said.children if c.dep_ in SUBJECT and c.dep_ != "expl"), None)
    if subject is None:
        return False
    if subject.pos_ in ("NUM", "PRON", "DET"):  # "one of its fighters"
        part = (t for c in subject.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children)
        subject = next((t for t in part if t.dep_ == "pobj"), subject)
    quoted = sum(t.text == '"' for t in said.doc[said.sent.start : subject.i]) % 2 == 1
    own = words.first if quoted else words.own  # in a quotation "they" are others
    if subject.lemma_.lower() in words.foes:
        return False  # "its opponents had begun it"
    return subject.lower_ in own or any(c.dep_ == "poss" and c.lower_ in own for c in subject.children)


@lru_cache(maxsize=8)
def _patterns(knowledge: Knowledge) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    words = knowledge.world("statements", StatementWords)
    return tuple((c.act, re.compile(r"\b(?:" + "|".join(map(re.escape, c.phrases)) + r")\b")) for c in words.content)
