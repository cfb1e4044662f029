"""What kind of act a verb of saying is, by itself or by what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from vedette.extraction.statements.content import act_of_words, act_said, is_denied, is_own_deed, is_own_threat
from vedette.extraction.statements.governed import fits, governed
from vedette.knowledge.effects import Effects
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.statements import Act, ActVerb, StatementWords
from vedette.reading.syntax import SUBJECT, agents, conjuncts

Own = Callable[[Token], bool]
"""Whether a noun or pronoun stands for the speaker."""

_WHOM = frozenset({"dobj", "obj", "nsubjpass"})
_ABOUT = frozenset({"prep", "acl", "relcl", "ccomp"})
_SPELLS = frozenset({"hour", "day", "week", "month"})


@dataclass(frozen=True, slots=True)
class Told:
    """The kind of act, and the tokens (start, end) of what it is about."""

    act: Act
    start: int
    end: int


def acts_of(words: StatementWords, knowledge: Knowledge, verb: Token, own: Own) -> list[Told]:
    """The acts that `verb` is, one for each clause of plain saying; none where it only reports facts."""
    lemma = verb.lemma_.lower()
    if lemma == "give" and (due := _deadline(verb)) is not None:
        return [due]
    result = verb.tag_ == "VBG" and verb.dep_ == "advcl" and lemma in words.results
    if lemma in words.voicing and not result and (voiced := _voiced(words, verb)) is not None:
        return [voiced]
    if lemma in words.describes and any(c.dep_ in ("dobj", "ccomp") for c in verb.children):
        described = _described(words, knowledge, verb)  # "called the strike on X a crime" calls for nothing
        if described is not None:
            return [described]
    if lemma in words.claims and _own_deeds(verb, own):
        return [Told("announce", *governed(verb))]
    ruled = _ruled(words, verb)
    if ruled is not None and not (ruled.act == "warn" and _of_count(knowledge, verb)):
        return [replace(ruled, act="threaten")] if ruled.act == "warn" and _will_strike(words, verb, own) else [ruled]
    if (felt := _felt(words, verb)) is not None:
        return [felt]
    return _said(words, knowledge, verb, own) if lemma in words.says else []


def _ruled(words: StatementWords, verb: Token) -> Told | None:
    """The act that `verb` is by the first of its rules that fits."""
    found = (_by_rule(words, verb, rule) for rule in words.rules(verb.lemma_.lower()))
    return next((told for told in found if told is not None), None)


def is_cue(words: StatementWords, verb: Token) -> bool:
    """Whether `verb` can be an act at all: by its lemma, or as a link to what is felt."""
    lemma = verb.lemma_.lower()
    known = bool(words.rules(lemma)) or lemma in words.says or lemma in words.voicing or verb.lower_ in words.feelings
    return known or any(c.dep_ == "acomp" for c in verb.children)


def _by_rule(words: StatementWords, verb: Token, rule: ActVerb) -> Told | None:
    start, end = governed(verb)
    if verb.dep_ == "relcl" and not any(c.tag_ == "WRB" for c in verb.children):
        start = min(start, verb.head.left_edge.i)
    told_of = verb.dep_ == "relcl" or (verb.dep_ == "acl" and bool(agents(verb)))  # "the army, accused by X of"
    if rule.whom and not told_of and not any(c.dep_ in _WHOM for c in verb.children):
        return None
    if rule.whom and rule.objects and not any(c.dep_ in ("dobj", "obj") for c in verb.children):
        return None  # "a truce agreed by X", "the truce was agreed": a deed, told by its name
    if not rule.clause and any(c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX") for c in verb.children):
        return None
    if rule.finite and verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if rule.bidding and not _bids(verb):
        return None
    if rule.completed and not any(t.lower_ in rule.completed for c in verb.children for t in (c, *c.children)):
        return None
    return Told(rule.act, start, end) if end > start and fits(words, verb, rule) else None


def _of_count(knowledge: Knowledge, verb: Token) -> bool:
    """ "warned that the toll might rise": a forecast of a figure, and no act."""
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    counts = knowledge.world("effects", Effects).figure_nouns
    return any(s.lemma_.lower() in counts for c in said for s in c.children if s.dep_ in SUBJECT)


def _will_strike(words: StatementWords, verb: Token, own: Own) -> bool:
    """Whether a warning is of what the speaker itself will do: "warned it would attack"."""
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    return said is not None and is_own_threat(words, said, own)


def _bids(verb: Token) -> bool:
    """Whether somebody is told what to do: "ordered residents to leave"."""
    done = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB"]
    return any(c.lower_ == "to" and c.dep_ == "aux" for d in done for c in d.children)


def _voiced(words: StatementWords, verb: Token) -> Told | None:
    """ "issued a warning of famine", "traded accusations of truce violations"; told of what the noun is about."""
    for noun in (t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in conjuncts(c)):
        act = words.nouns.get(noun.lemma_.lower())
        if act is None or any(c.lower_ == "no" for c in noun.children):
            continue
        start, end = governed(verb)
        about = [c for c in (*noun.children, *verb.children) if c.i > noun.i and c.dep_ in _ABOUT]
        return Told(act, about[0].left_edge.i, about[-1].right_edge.i + 1) if about else Told(act, start, end)
    return None


def _deadline(verb: Token) -> Told | None:
    """ "gave the junta until 3 May to step down", "gave him 48 hours to leave": what is to be done by then."""
    asked = next((c for c in verb.children if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB"), None)
    if asked is None or not any(c.lower_ == "to" for c in asked.children):
        return None
    until = any(c.lower_ == "until" and c.dep_ in ("prep", "mark") for t in (verb, asked) for c in t.children)
    spell = any(c.dep_ in ("dobj", "npadvmod") and c.lemma_.lower() in _SPELLS for c in verb.children)
    return Told("demand", asked.left_edge.i, asked.right_edge.i + 1) if until or spell else None


def act_of_noun(words: StatementWords, noun: Token) -> Told | None:
    """ "its refusal to hand them over", "Rwanda's rejection of talks": an act that its owner stands by."""
    act = words.stands.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.draws:
        return _drawn(words, noun)
    if act is None or noun.head.lemma_.lower() in words.voicing:
        return None
    about = [c for c in noun.children if c.i > noun.i and _about_what(words, c)]
    if act == "deny" and not any(t.lemma_.lower() in words.deniable for c in about for t in c.children):
        return None  # "its denial of access"
    if not about and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "the group's first demand is the release of"
        about = [c for c in noun.head.children if c.dep_ in ("attr", "ccomp")]
    if not about:
        return None
    return Told(act, about[0].left_edge.i, about[-1].right_edge.i + 1)


def _drawn(words: StatementWords, noun: Token) -> Told | None:
    """ "The raid drew criticism from X", "..., triggering a warning from X": about what brought it on."""
    act = words.nouns.get(noun.lemma_.lower()) or words.stands.get(noun.lemma_.lower())
    verb = noun.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECT), None)
    over = verb.head if subject is None and verb.dep_ in ("advcl", "acl", "relcl") else None
    told = subject or over
    if act is None or told is None:
        return None
    start = told.left_edge.i
    return Told(act, start, told.right_edge.i + 1 if subject is not None else max(start + 1, verb.left_edge.i))


def _about_what(words: StatementWords, child: Token) -> bool:
    """Whether `child` of a noun of speech tells what it is about, and not whose it is ("by", "from")."""
    if child.dep_ == "acl":
        bare = child.tag_ == "VBN" and not any(c.dep_ == "mark" for c in child.children)
        return not bare  # "promises enshrined in the treaty"
    return child.dep_ == "ccomp" or (child.dep_ == "prep" and child.lower_ in words.stand_prepositions)


def _felt(words: StatementWords, verb: Token) -> Told | None:
    """ "is alarmed by the raids", "remains opposed to talks"."""
    told = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in words.feelings]
    if not told and verb.tag_ == "VBN" and verb.lower_ in words.feelings and _passive(verb):
        told = [verb]
    for word in told:
        about = [c for c in word.children if c.i > word.i and c.dep_ in ("prep", "agent", "ccomp", "xcomp")]
        if about:
            return Told(words.feelings[word.lower_], about[0].left_edge.i, about[-1].right_edge.i + 1)
    return None


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "aux") and c.lemma_ == "be" for c in verb.children)


def _said(words: StatementWords, knowledge: Knowledge, verb: Token, own: Own) -> list[Told]:
    """The acts of plain saying, by what is said: one for each clause of its own ("that X was a crime and that ...")."""
    said = next((c for c in verb.children if c.dep_ == "ccomp" and not _apart(c, verb)), None) or _under_paper(verb)
    if said is None:
        described = _described(words, knowledge, verb)
        return [described] if described is not None else []
    found: list[Told] = []
    clauses = [said, *(c for c in said.conjuncts if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children))]
    for n, clause in enumerate(clauses):
        if (_ruled(words, clause) or _felt(words, clause)) is not None and not is_denied(clause):
            continue  # "said they agreed": the inner verb is the act
        start = clause.left_edge.i
        end = clauses[n + 1].left_edge.i if n + 1 < len(clauses) else clause.right_edge.i + 1
        act = act_said(words, knowledge, clause, own, (start, end))
        if act is None and verb.lemma_.lower() in words.claims and is_own_deed(clause, own):
            act = "announce"
        if act is not None and (act == "announce" or verb.lemma_.lower() not in words.admits):
            found.append(Told(act, start, end))
    return found


def _own_deeds(verb: Token, own: Own) -> bool:
    """ "alleged it killed ten", "acknowledged striking the airport": what the speaker itself did."""
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
    if said is None:
        return False
    bare = not any(c.dep_ in SUBJECT for c in said.children)
    helpers = {c.lower_ for c in said.children if c.dep_ == "aux"}
    gerund = said.tag_ == "VBG" and bare and not helpers
    past = said.tag_ == "VBN" and bare and helpers == {"to", "have"}  # "claimed to have executed him"
    return gerund or past or is_own_deed(said, own)


def _under_paper(verb: Token) -> Token | None:
    """What is "said in a statement that ...", which hangs on the paper in the parse."""
    papers = [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    below = (c for t in papers for c in t.children if c.dep_ in ("acl", "ccomp", "relcl"))
    return next((b for b in below if any(c.dep_ == "mark" and c.lower_ == "that" for c in b.children)), None)


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between: a sentence of its own, which the parser hung on the next."""
    return any(t.text == ";" for t in verb.doc[min(clause.i, verb.i) : max(clause.i, verb.i)])


def _described(words: StatementWords, knowledge: Knowledge, verb: Token) -> Told | None:
    """ "described the raid as an aggression", "called it a crime", "called the report false"."""
    if verb.lemma_.lower() not in words.describes:
        return None
    start, end = governed(verb)
    if end <= start:
        return None
    if any(t.lower_ in words.falsehoods for t in verb.doc[start:end]):
        return Told("deny", start, end)
    act = act_of_words(knowledge, verb.doc[start:end].text, ("condemn", "accuse", "reject"))
    return Told(act, start, end) if act is not None else None
