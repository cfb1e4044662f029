"""Words by which a text credits somebody: "X said", "according to X", "the report by X"."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from vedette.knowledge.reporting import Reporting
from vedette.reading.attribution.inverted import closes, inverted
from vedette.reading.syntax import subtree_bounds

_REST = 6  # words that may follow "was quoted as saying" at the end of a sentence
_HEARERS = frozenset({"reporters", "journalists", "media"})


@dataclass(slots=True)
class Cue:
    """One credit. `head` heads the source's words, None where it is the subject of the cue before.

    `side`: where its content stands, "left" or "right" of the cue, or "both". `told` heads who was told. `outer`
    heads who passed it on ("SANA quoted the minister as saying").
    """

    token: Token
    head: Token | None
    start: int
    end: int
    side: str
    media: bool = False
    told: Token | None = None
    outer: Token | None = None
    scope: list[tuple[int, int]] = field(default_factory=list)


def find_cues(doc: Doc, words: Reporting) -> list[Cue]:
    """Every credit in the order of the text, with the side that its content stands on."""
    cues: list[Cue] = []
    for token in doc:
        lemma = token.lemma_.lower()
        if _tells(lemma, token, words):
            cue = _verb(token, words)
            if cue is not None:
                cues.append(cue)
        elif token.lower_ in words.prepositions and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            cue = _according(doc, token)
            if cue is not None:
                cues.append(cue)
    return _joined(cues, words)


def _tells(lemma: str, verb: Token, words: Reporting) -> bool:
    if lemma in words.say or lemma in words.weak or lemma in words.media:
        return True
    return _points_out(verb, words) or _reads(verb, words)


def _points_out(verb: Token, words: Reporting) -> bool:
    """ "pointed out that": a verb that says only with its particle."""
    particle = words.phrasal.get(verb.lemma_.lower())
    told = any(c.dep_ == "ccomp" for c in verb.children)
    return particle is not None and told and any(c.lower_ == particle for c in verb.children)


def _reads(verb: Token, words: Reporting) -> bool:
    """ "The statement reads as follows:"."""
    if verb.lemma_ != "read":
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in words.documents


def _joined(cues: list[Cue], words: Reporting) -> list[Cue]:
    """ "The agency, citing an officer, said", "the agency said, quoting an officer": one credit, the officer's."""
    kept: list[Cue] = []
    for cue in cues:
        said = next((c for c in cues if c is not cue and c.outer is None and _within(cue, c, words)), None)
        if said is None:
            kept.append(cue)
        else:
            said.head, said.outer = cue.head, said.head
    return kept


def _within(citing: Cue, said: Cue, words: Reporting) -> bool:
    if citing.token.tag_ != "VBG" or citing.token.lemma_ not in words.citing or said.token.lemma_ not in words.say:
        return False
    inside = said.start < citing.token.i < said.end
    return inside or (citing.token.head.i == said.token.i and 0 < citing.token.i - said.end < 3)


def _verb(verb: Token, words: Reporting) -> Cue | None:
    if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.lemma_ in words.citing:
        return _citing(verb)
    if verb.lemma_ == "add" and _grows(verb):
        return None
    if verb.lemma_ in words.clausal and _of_things(verb):
        return None
    if any(c.dep_ in ("dobj", "obj") and c.lower_ in words.no_content for c in verb.children):
        return None
    if any(c.dep_ == "prt" for c in verb.children) and not _points_out(verb, words):
        return None
    final = _final(verb, words)
    head = final or _subject(verb, words)
    if head is None:
        return None
    before = verb.doc[verb.i - 1]
    if head.lower_ in words.never and before.lower_ in words.heads and before.pos_ == "NOUN":
        head = before  # "attacks in Homs city local media said": a text that lost its commas
    own = head if head.i >= 0 and head.sent.start == verb.sent.start else None
    start, end = verb.i, verb.i + 1
    if own is not None and _near(own, verb):
        left, right = subtree_bounds(own)
        if not left <= verb.i < right:
            start, end = min(start, left), max(end, right)
    told = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.lemma_ in words.told), None)
    if told is not None and told.i > verb.i:
        end = max(end, told.i + 1)
    turned = final is None and head.i > verb.i and inverted(verb, words) is not None
    side = "left" if final is not None or turned else _side(verb, start, end)
    return Cue(verb, head, start, end, side, media=verb.lemma_ in words.media, told=told)


def _of_things(verb: Token) -> bool:
    """ "Maintains a force of 20,000": with an object and no clause."""
    objects = any(c.dep_ == "dobj" for c in verb.children)
    return objects and not any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)


def _grows(verb: Token) -> bool:
    """ "adding to its recent gains": no telling."""
    onto = any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)
    return onto and not any(c.dep_ == "ccomp" for c in verb.children)


def _final(verb: Token, words: Reporting) -> Token | None:
    """ "... a monitor said Saturday.": a noun and a verb of saying that end a sentence, whatever the parse."""
    if verb.lemma_ not in words.say or verb.i - verb.sent.start < 5:
        return None
    rest = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_punct and not t.is_space]
    if len(rest) > 4 or any(t.pos_ not in ("PROPN", "NUM", "ADP", "ADV", "NOUN", "DET") for t in rest):
        return None
    if any(t.pos_ == "NOUN" and t.lower_ not in words.documents and t.lower_ not in _HEARERS for t in rest):
        return None
    before = verb.doc[verb.i - 1]
    while before.i > verb.sent.start and (before.pos_ in ("ADV", "AUX") or before.tag_ == "MD"):
        before = verb.doc[before.i - 1]
    if before.lower_ in words.heads and before.pos_ == "NOUN" and verb.tag_ in ("VBD", "VBZ"):
        return before  # whatever the parser took for the subject in a text that lost its commas
    for child in verb.children:
        if child.dep_ == "nsubj" and child.i < verb.i and (before.i - child.i < 6 or child.right_edge.i >= before.i):
            return child if child.tag_ not in ("WDT", "WP") else None
    if (before.pos_ == "PRON" and before.tag_ == "PRP") or before.pos_ in ("PROPN", "NOUN"):
        return before if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") else None
    return None


def _near(subject: Token, verb: Token) -> bool:
    return any(c.i == subject.i for c in verb.children) or abs(subject.i - verb.i) < 8


def _subject(verb: Token, words: Reporting) -> Token | None:
    """Who says: the subject, a shared subject, or the noun beside a verb that the parser left without one."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            if child.tag_ in ("WDT", "WP"):
                return None
            return _after_what(verb, child, words) or child
        if child.dep_ == "nsubjpass":
            by = [p for a in verb.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj"]
            return by[0] if by else None
    after = inverted(verb, words)
    if after is not None:
        return after
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        if verb.tag_ == "VBN" and verb.dep_ == "advcl":
            return None
        if verb.tag_ in ("VBG", "VB") and verb.dep_ != "conj" and verb.head.lemma_ not in words.say | words.weak:
            return None if verb.dep_ == "xcomp" else _shared(verb.head, verb)
        return _shared(verb.head, verb)
    if verb.dep_ in ("acl", "relcl", "amod"):
        return None
    return _beside(verb)


def _after_what(verb: Token, subject: Token, words: Reporting) -> Token | None:
    """ "Two people were wounded said local sources": who says, where the parser took the words before it for that."""
    if subject.i > verb.i or subject.pos_ != "NOUN" or subject.lower_ in words.heads:
        return None
    head = inverted(verb, words)
    if head is not None and closes(verb):
        return head
    after = None if head is None or head.i + 1 >= verb.sent.end else head.nbor()
    ends = after is None or after.text == "." or after.lemma_ in words.say | words.citing or after.lower_ == "speaking"
    return head if ends else None


def _shared(verb: Token, teller: Token) -> Token | None:
    """The subject of `verb` or of a verb over it, which `teller`, the verb of saying, shares."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj" and _across(child, teller):
                return _beyond(teller)
            if child.dep_ == "nsubj":
                return None if child.tag_ in ("WDT", "WP") else child
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or verb.head.i == verb.i:
            break
        verb = verb.head
    return None


def _across(subject: Token, verb: Token) -> bool:
    """Whether a mark of quotation stands between, one of the two in the quote: "X fired," Y, an officer, told Z."""
    return sum(t.text == '"' for t in verb.doc[min(subject.i, verb.i) : max(subject.i, verb.i)]) % 2 == 1


def _beyond(verb: Token) -> Token | None:
    """The name that stands first after the quote that ends before `verb`."""
    first = next((t.i for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.text == '"'), verb.i) + 1
    if first >= verb.i or verb.doc[first].pos_ != "PROPN":
        return None
    while first + 1 < verb.i and verb.doc[first + 1].pos_ == "PROPN":
        first += 1
    return verb.doc[first]


def _beside(verb: Token) -> Token | None:
    """ "... a monitor said": the noun right before the verb, or right after "said"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc = verb.doc
    if verb.i > verb.sent.start and (doc[verb.i - 1].pos_ in ("NOUN", "PROPN", "PRON") or doc[verb.i - 1].is_upper):
        return doc[verb.i - 1]
    if verb.i + 1 < verb.sent.end and doc[verb.i + 1].pos_ in ("PROPN",):
        n = verb.i + 1
        while n + 1 < verb.sent.end and doc[n + 1].pos_ == "PROPN":
            n += 1
        return doc[n]
    return None


def _side(verb: Token, start: int, end: int) -> str:
    """The side of what is told, by the clause that hangs on the verb, else by what stands after it."""
    sent: Span = verb.sent
    clause = [c for c in verb.children if c.dep_ in ("ccomp", "dobj", "xcomp", "parataxis") and c.pos_ != "PUNCT"]
    after = [t for t in verb.doc[end : sent.end] if not t.is_punct and not t.is_space]
    right = [c for c in clause if c.i >= end]
    if any(_beside_telling(verb, c) for c in verb.children if c.i >= end):
        return "both"
    if verb.dep_ == "relcl":
        return "right"
    if any(c.i < start and c.dep_ == "ccomp" for c in clause):
        return "both" if any(c.dep_ == "ccomp" for c in right) else "left"
    if right:
        return "right"
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.i < start:
        return "left"
    before = [t for t in verb.doc[sent.start : start] if not t.is_punct and not t.is_space]
    if any(t.pos_ in ("VERB", "AUX") for t in after) or len(after) > len(before):
        return "right"
    return "left"


def _beside_telling(verb: Token, clause: Token) -> bool:
    """ "The raid killed ten the monitor said updating a toll": what is done in telling is not what is told."""
    bare = clause.tag_ == "VBG" and clause.dep_ in ("xcomp", "advcl") and clause.i == verb.i + 1
    own = any(c.dep_ in ("nsubj", "aux") for c in clause.children)
    whole = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.doc[verb.sent.start : verb.i])
    return bare and not own and whole


def _citing(verb: Token) -> Cue | None:
    """ "citing X", "quoted X as saying": X is the origin, the subject passes it on."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if not objects:
        return None
    head = objects[0]
    outer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if outer is None and verb.dep_ in ("advcl", "conj", "xcomp"):
        outer = _shared(verb.head, verb)
    left, right = subtree_bounds(head)
    sent = verb.sent
    start, end = min(verb.i, left), max(verb.i + 1, min(right, head.i + 1))
    if verb.tag_ == "VBG" and verb.i > sent.start + 3:
        side = "both"
    else:
        rest = [t for t in verb.doc[end : sent.end] if t.is_alpha]
        side = "left" if [t.lower_ for t in rest[:2]] == ["as", "saying"] and len(rest) < _REST else "right"
    return Cue(verb, head, start, end, side, outer=outer)


def _according(doc: Doc, token: Token) -> Cue | None:
    to = doc[token.i + 1]
    heads = [c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "dobj")]
    if not heads and to.i + 1 < len(doc):
        heads = [t for t in doc[to.i + 1 : to.i + 6] if t.pos_ in ("NOUN", "PROPN")][:1]
    if not heads:
        return None
    head = heads[0]
    sent = token.sent
    end = max(head.i + 1, to.i + 1)
    if token.i <= sent.start + 1:
        side = "right"
    else:
        rest = [t for t in doc[end : sent.end] if t.pos_ in ("VERB", "AUX")]
        side = "both" if rest else "left"
    return Cue(token, head, token.i, end, side)
