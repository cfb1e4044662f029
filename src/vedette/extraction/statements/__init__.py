"""Reading to Statement claims: what governments, armed groups and bodies say as an act."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from vedette.extraction.common import common
from vedette.extraction.statements.acts import Told, act_of_noun, acts_of, is_cue
from vedette.extraction.statements.days import said_when
from vedette.extraction.statements.merge import merge
from vedette.extraction.statements.quotations import quoted
from vedette.extraction.statements.speakers import Speakers
from vedette.extraction.status import status_of
from vedette.extraction.where import where
from vedette.extraction.who_says import WhoSays, who_says
from vedette.knowledge.statements import StatementWords
from vedette.model.claim import Statement
from vedette.reading.reading import Reading
from vedette.reading.syntax import SUBJECT, agents

_ABOUT_WORDS = 18
_PLEAS = ("demand", "condemn")
"""What those who plead for rights do by plain saying."""


def statements(reading: Reading) -> list[Statement]:
    """Every statement claim of the report, in the order of the text; headline and body told as one."""
    words = reading.knowledge.world("statements", StatementWords)
    speakers = Speakers(reading, words)
    found: list[Statement] = []
    for token in reading.doc:
        noun = act_of_noun(words, token)
        holder = speakers.naming.owner(token) if noun is not None else None
        if noun is not None and holder is not None:
            found.append(_claim(reading, token, noun, holder))
        if token.pos_ not in ("VERB", "AUX") or not is_cue(words, token):
            continue
        purpose = token.tag_ == "VB" and not _plain_present(token)
        carried = token.dep_ == "xcomp" and token.head.lemma_.lower() in words.carriers
        if purpose and not (carried or _done_for(words, token)):
            continue
        own = speakers.of(token)
        if not own:
            continue
        acts = acts_of(words, reading.knowledge, token, partial(_stands_for, speakers, own))
        if not acts or status_of(reading, token.head if purpose else token) in (None, "planned"):
            continue
        unnamed = any(t.lemma_.lower() in words.sources for t in agents(token))
        for told in acts:
            plain = token.lemma_.lower() in words.says
            if (unnamed and (plain or told.act == "announce")) or _passes(words, token):
                continue
            if told.act == "announce" and _standing(token):
                continue
            stand = told.act in ("offer", "agree") and plain
            who = (speakers.quoted(token) or own) if stand else own
            found += [
                _claim(reading, token, told, speaker)
                for speaker in who
                if not plain or speaker not in words.advocates or told.act in _PLEAS
            ]
    for sentence, act, speaker in quoted(reading, speakers):
        found.append(_claim(reading, sentence.root, Told(act, sentence.start, sentence.end), speaker))
    return merge(found, [sentence.start_char for sentence in reading.doc.sents])


def _stands_for(speakers: Speakers, own: list[str], noun: Token) -> bool:
    return speakers.naming.named(noun) in own


def _passes(words: StatementWords, verb: Token) -> bool:
    """Whether what is passed says by itself what it is for: "adopted a resolution condemning the raid"."""
    texts = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_.lower() in words.passes else []
    return any(words.rules(c.lemma_.lower()) for t in texts for c in t.children if c.dep_ == "acl" and c.tag_ == "VBG")


def _standing(verb: Token) -> bool:
    """ "The group, which has proclaimed a state there": what describes somebody is no announcement of the day."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    aside = verb.dep_ == "relcl" or any(c.lower_ == "where" for c in verb.children)
    return aside and perfect and not any(c.dep_ == "ccomp" for c in verb.children)


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def _plain_present(verb: Token) -> bool:
    """Whether the parser took a finite verb for an infinitive: "Both parties accuse each other"."""
    helped = any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children)
    return not helped and verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def _done_for(words: StatementWords, verb: Token) -> bool:
    """Whether an infinitive tells what a deed was done to say: "seized the mansion to demand the release"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    own = any(c.dep_ in SUBJECT for c in verb.children)
    return (
        to
        and not own  # "pushed for the two sides to agree"
        and verb.dep_ == "advcl"
        and (verb.head.tag_ in ("VBD", "VBZ", "VBG") or _perfect(verb.head))
        and bool(words.rules(verb.lemma_.lower()))
    )


def _claim(reading: Reading, verb: Token, told: Told, speaker: str) -> Statement:
    sentence = verb.sent
    left = max(sentence.start, min(told.start, verb.left_edge.i))
    right = min(sentence.end, max(told.end, verb.i + 1))
    at = where(reading, reading.doc[told.start : told.end].root)
    says = who_says(reading, verb)
    if says.source is None and told.act == "announce" and _claims(reading, verb):
        says = WhoSays(speaker, (speaker,), "who claims it")
    return Statement(
        **common(
            reading,
            (left, right),
            says=says,
            when=said_when(reading, verb),
            place=(at.name, at.place),
            confidence=0.5,
            reasons={"place": at.reason},
        ),
        speaker=speaker,
        act=told.act,
        about=_about(reading, told),
    )


def _claims(reading: Reading, verb: Token) -> bool:
    """Whether it is a verb by which a deed is claimed: "claimed responsibility for the raid"."""
    return verb.lemma_.lower() in reading.knowledge.world("statements", StatementWords).claims


def _about(reading: Reading, told: Told) -> str:
    """The first words of what it is about."""
    span = reading.doc[told.start : min(told.end, told.start + _ABOUT_WORDS)]
    return " ".join(span.text.split())
