"""Tokens that tell of an event, each with the frame that fits and the type that it gives."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.events.words import (
    Words,
    counted,
    governor,
    modifiers,
    noun_scope,
    of_preps,
    phrase,
    rid_of,
    sent_off,
    verb_scope,
)
from vedette.knowledge.events import ADVANCES, BEFORE, FALLS, LOSES, MEANS, TAKES, Frame
from vedette.reading.syntax import agents, is_passive, objects, patients, subjects, to_come

ATTACK, CLASH, DISARMED = "Attack", "Armed clash", "Disrupted weapons use"
TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"})
AT = frozenset({"at", "in", "on", "around", "near", "towards", "toward", "into"})
TOWARDS = frozenset({"to", "into", "toward", "towards", "on"})
AGAINST = frozenset({"against"})
TO = frozenset({"to", "on", "at", "upon"})
TOLD_AS = frozenset({"ROOT", "csubj", "nsubj", "nsubjpass", "pcomp", "ccomp"})
CARRIES = frozenset({"nsubj", "aux", "dobj", "advmod", "mark"})
CLAUSES = frozenset({"advcl", "acl", "xcomp", "conj", "ROOT", "ccomp", "relcl"})
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
PLACED = frozenset({"in", "from", "across", "around", "at", "throughout", "near", "to", "into"})
JOINED = 3  # tokens from one verb to the next that shares its object
TERRITORIAL = frozenset({TAKES, LOSES, FALLS, ADVANCES})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that tells of an event. `type` is an event type or a territorial role that the actor decides.

    `told`: whether the words themselves give the type (else it is a frame's default, and a neighbour may know better).
    """

    token: Token
    type: str
    frame: Frame
    told: bool


def trigger_at(token: Token, words: Words) -> Trigger | None:
    """The trigger that `token` is, with the first frame that fits it, None where it is none."""
    lexicon = words.lexicon
    if token.pos_ not in TELLING and token.tag_ != "VBG":
        return None
    lemma = words.lemma(token)
    plain = lexicon.noun_forms.get(token.lower_, token.lower_)
    if lemma not in lexicon.verbs and lexicon.nouns.keys().isdisjoint((lemma, token.lower_, plain)):
        return None
    narrows = token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i
    if narrows and (words.lemma(token.head) in lexicon.nouns or words.is_a(token.head, ("named_for",))):
        return None  # "bombing raids": the head tells it; "an evacuation point": none is told
    if _describes(token, words):
        return None
    deed = _is_deed(token) and token.lower_ in lexicon.nouns
    if deed:
        lemma = token.lower_
    elif token.pos_ in ("VERB", "AUX") or (token.pos_ in ("ADJ", "PROPN", "X") and token.dep_ in ("ROOT", "ccomp")):
        for particle, frame in lexicon.verbs.get(lemma, ()):
            if particle and not any(c.lower_ == particle for c in token.children):
                continue
            trigger = _verb(token, frame, words)
            if trigger is not None:
                return trigger
    if _misread(token, words):  # "regime airstrikes kill nine"
        frame = lexicon.nouns[lexicon.noun_forms[token.lower_]][0]
        return Trigger(token, frame.type, frame, True)
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "X") or (token.tag_ == "VBG" and not _does(token)):
        # "dealing with X" is no deal
        if token.pos_ == "VERB":
            lemma = token.lower_
        elif token.pos_ == "ADJ":  # "a striking break" is no strike
            lemma = plain
        for frame in lexicon.nouns.get(lemma, ()):
            trigger = _noun(token, frame, words)
            if trigger is not None:
                return trigger
    return None


def _misread(token: Token, words: Words) -> bool:
    """Whether the parser took for a verb what is an event noun only, and tells its type by itself."""
    noun = words.lexicon.noun_forms.get(token.lower_)
    if (
        token.tag_ not in ("VBZ", "VBP")
        or token.dep_ != "ROOT"
        or noun is None
        or noun == token.lower_
        or noun in words.lexicon.verbs
    ):
        return False
    first = words.lexicon.nouns[noun][0]
    return first == Frame(type=first.type, nouns=first.nouns) and first.type not in (MEANS, BEFORE)


def _does(token: Token) -> bool:
    """Whether an -ing form is a verb by what hangs on it: "attacked a post, killing two"."""
    return token.dep_ in CLAUSES and any(c.dep_ == "dobj" for c in token.children)


def _is_deed(token: Token) -> bool:
    """Whether what the tagger took for a verb is a noun: "the effects of shelling on Saturday by a drone"."""
    if token.tag_ != "VBG":
        return False
    if token.lower_ == "fighting" and token.dep_ in TOLD_AS and not any(c.dep_ in CARRIES for c in token.children):
        return True  # "fighting around the airport resumed"
    noun = token.dep_ in ("pcomp", "nsubj", "nsubjpass", "attr")
    return noun and any(c.lower_ == "by" for c in token.children)


def _describes(noun: Token, words: Words) -> bool:
    """Whether the parser took for a noun what tells who an actor is: "the coalition fighting X", "in protest"."""
    if noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.dep_ == "pobj" and noun.head.i == noun.i - 1:
        return noun.head.lower_ == "in" and noun.lower_ == "protest"
    return noun.lower_ in ("fighting", "battling") and {noun.i - 1, noun.i + 1} <= words.armed


def _verb(verb: Token, frame: Frame, words: Words) -> Trigger | None:
    if verb.dep_ in ("amod", "compound") or (frame.not_adjective and _beside(verb)):
        return None
    if frame.single and (any(c.dep_ == "prt" for c in verb.children) or _shares(verb, words)):
        return None
    if frame.bare and _carries(verb):
        return None
    if (frame.active and is_passive(verb)) or (frame.by_whom and not agents(verb)):
        return None
    if frame.of and not words.any_is(rid_of(verb), frame.of):
        return None
    if frame.beside and not any(words.is_a(t, frame.beside) for t in verb.sent):
        return None
    if (frame.gerund and verb.tag_ != "VBG") or (frame.report and not words.told(frame.report)):
        return None
    if frame.adverb and not any(c.lower_ in frame.adverb for c in verb.children):
        return None
    whom = [verb.head if t.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else t for t in _whom(verb, words)]
    who = agents(verb) if frame.object and is_passive(verb) else _doers(verb)
    if frame.subject and not words.any_is(who, frame.subject):
        return None
    if frame.subject_not and words.any_is(who, frame.subject_not):
        return None
    if frame.object and not words.any_is(whom, frame.object):
        return None
    if frame.object_not and words.any_is(whom, frame.object_not):
        return None
    if frame.phrase_not and any(words.is_a(t, frame.phrase_not) for thing in whom for t in phrase(thing)):
        return None
    if frame.object_any and not any(
        words.is_a(t, ()) or words.lemma(t) in frame.object_any for c in verb.children for t in (c, *c.children)
    ):
        return None
    if frame.then and not any(c.dep_ == "xcomp" and words.lemma(c) in frame.then for c in verb.children):
        return None
    if frame.to and not words.any_is(of_preps(verb, TO), frame.to):
        return None
    if frame.in_ and not words.any_is(of_preps(verb, frozenset({"in", "with"})), frame.in_):
        return None
    if frame.into and not words.any_is(of_preps(verb, frozenset({"into"})), frame.into):
        return None
    if frame.deed and any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return None
    if frame.from_ and not words.any_is(of_preps(verb, frozenset({"from", "of", "out"})), frame.from_):
        return None
    scope = list(verb_scope(verb, frame.throws, words.lexicon.classes["sending"]))
    return _typed(verb, frame, scope, words)


def _whom(verb: Token, words: Words) -> list[Token]:
    """Whom `verb` befalls, also where the object stands after the verb joined to it: "shot and wounded two men"."""
    found = patients(verb)
    if found or is_passive(verb) or words.lemma(verb) not in words.transitive:
        return found
    joined = (c for c in verb.children if c.dep_ == "conj" and c.i <= verb.i + JOINED and c.tag_ == verb.tag_)
    return next((objects(c) for c in joined if not any(s.dep_ == "nsubj" for s in c.children)), found)


def _beside(verb: Token) -> bool:
    """Whether a participle right after a preposition of place or a determiner is an adjective: "in surrounding X"."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    return verb.tag_ == "VBG" and before is not None and (before.lower_ in PLACED or before.tag_ == "DT")


def _shares(verb: Token, words: Words) -> bool:
    """Whether what is taken is a part in something, and not of it: "took part in the clashes"."""
    things = (t for t in objects(verb) if words.is_a(t, ("share",)))
    return any(not any(c.lower_ == "of" for c in t.children) for t in things)


def _carries(verb: Token) -> bool:
    """Whether an object or a clause hangs on `verb`: "demonstrated its ability"."""
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def _doers(verb: Token) -> list[Token]:
    """Who does it, also before a bare participle ("powers meeting in X") and over "due to", "set to"."""
    if sent := sent_off(verb):
        return sent
    found = agents(verb) or subjects(verb)
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBG":
        found = [verb.head]
    if verb.dep_ == "relcl":
        found = [verb.head if t.tag_ in ("WDT", "WP") else t for t in found]
    if not found and verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ":
        found = subjects(verb.head.head)
    return found


def _noun(noun: Token, frame: Frame, words: Words) -> Trigger | None:
    own = {words.lemma(t) for t in modifiers(noun)} | {t.lower_ for t in modifiers(noun)}
    if frame.modifier and not own & set(frame.modifier):
        return None
    if frame.modifier_not and own & set(frame.modifier_not):
        return None
    if frame.to and not words.any_is(of_preps(noun, frozenset({"to"})), frame.to):
        return None
    if frame.of and not words.any_is(counted(noun), frame.of):
        return None
    if frame.under and not _lies_under(noun):
        return None
    if frame.into and not words.any_is(of_preps(noun, frozenset({"into", "across"})), frame.into):
        return None
    clauses = [c for c in noun.children if c.dep_ == "acl"]  # "progress achieved at X"
    if frame.at and not words.any_is(
        (t for v in (noun, governor(noun), *clauses) if v is not None for t in of_preps(v, AT)), frame.at
    ):
        return None
    if frame.towards and not words.any_is(of_preps(noun, TOWARDS), frame.towards):
        return None
    if frame.against and not words.any_is(of_preps(noun, AGAINST), frame.against):
        return None
    if frame.governor_not and noun.dep_ in ARGUMENTS and words.is_a(noun.head, frame.governor_not):
        return None
    if frame.argument_of:
        verb = governor(noun)
        near = [words.lemma(v) for v in (verb, *to_come(verb))] if verb is not None else []
        near += [words.lemma(c) for c in noun.subtree if c.dep_ in ("acl", "relcl")]
        if not set(near) & set(frame.argument_of):
            return None
    if frame.between and not any(c.lower_ in ("between", "with") for c in noun.children):
        return None
    scope = list(noun_scope(noun, words.lexicon.classes["light_verbs"], words))
    return _typed(noun, frame, scope, words)


def _lies_under(noun: Token) -> bool:
    """Whether a main clause tells of who is under it: "remain under siege", not "areas under siege"."""
    over: Token = noun.head.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "under"
        and over.pos_ in ("VERB", "AUX")
        and over.dep_ not in ("relcl", "acl", "advcl")
    )


def _typed(token: Token, frame: Frame, scope: list[Token], words: Words) -> Trigger | None:
    if frame.scope and not words.any_is(scope, frame.scope):
        return None
    if frame.type != MEANS:
        return Trigger(token, frame.type, frame, not frame.vague)
    for cue in words.lexicon.words.cues:
        if frame.only and cue.type not in frame.only:
            continue
        if cue.unless and any(t.lower_ in cue.unless for t in scope):
            continue
        if any(words.is_a(t, (cue.words,)) for t in scope):
            return Trigger(token, cue.type, frame, True)
    if frame.default == BEFORE and token.pos_ == "VERB" and not (is_passive(token) or token.lemma_ == "die"):
        return None  # who does it is told: no need to look back
    return Trigger(token, frame.default, frame, not frame.vague) if frame.default else None
