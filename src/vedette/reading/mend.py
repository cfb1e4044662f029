"""What the parser gets wrong again and again in news of war, mended right after it.

"Wounded in ISIS shelling", "killed by Houthi bombing": a name before a deed in -ing is read as the object of the
preposition, and the deed as a clause of its own. "IS entered Palmyra": a name in capitals is read as "is".
"Re-entered the city": the prefix is read as a verb. "Saw IS encircle the town": the verb is read as part of a name.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

DEEDS = "vedette_deeds"
"""The component's name in a pipeline."""
_IN_ING = frozenset({"shelling", "bombing", "strafing", "shooting", "sniping", "rocketing", "kidnapping", "mining"})
_NAMES = ("NNP", "NNPS")
_SEEING = frozenset({"see", "saw", "sees", "seen", "watched", "let", "made", "helped"})
_HELD = ("pobj", "dobj")
_ITS_OWN = ("dobj", "obj", "nsubj", "nsubjpass", "aux", "auxpass", "ccomp", "xcomp")


@Language.component(DEEDS)
def deeds(doc: Doc) -> Doc:
    """Have a deed in -ing that a name stands before be a noun, and the name its modifier."""
    for token in doc:
        if token.tag_ == "VBG" and token.lower_ in _IN_ING and token.i > 0 and not token.is_sent_start:
            name = doc[token.i - 1]
            if name.dep_ in _HELD and name.tag_.startswith(("NNP", "JJ")) and not _is_verb(token):
                _make_noun(token, name)
    for token in doc:
        if token.tag_ in _NAMES and token.dep_ in ("aux", "auxpass"):
            _make_subject(token)
        elif token.lower_ == "re" and token.i + 2 < len(doc) and doc[token.i + 1].text == "-":
            _make_prefix(token, doc[token.i + 2])
        elif token.tag_ == "VB" and token.dep_ == "compound" and token.head.i > token.i:
            _make_verb(token)
    return doc


def _make_subject(name: Token) -> None:
    """ "IS entered Palmyra": the name is who did it, unless the verb has a subject already."""
    verb = name.head
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or verb.i < name.i:
        return
    name.dep_ = "nsubj"
    if verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        verb.tag_, verb.pos_ = "VBD", "VERB"


def _make_prefix(prefix: Token, verb: Token) -> None:
    """ "Re-entered": what the parser hangs on the prefix belongs to the verb after the hyphen."""
    joined = verb.head in (prefix, prefix.nbor()) or (verb.dep_ == "conj" and verb.head == prefix.head)
    if not verb.tag_.startswith("VB") or not joined:
        return
    relation, over, hyphen = prefix.dep_, prefix.head, prefix.nbor()
    top = over if over != prefix else verb
    parts = [c for t in (prefix, hyphen) for c in t.children if c not in (prefix, hyphen, verb)]
    verb.head, verb.dep_ = (top if top != hyphen else verb), relation
    for token in parts:
        token.head = verb
    for token in (prefix, hyphen):
        token.head, token.dep_ = verb, "punct"


def _make_verb(verb: Token) -> None:
    """ "Saw IS encircle the town": a bare verb between a name and its object, under a verb of seeing."""
    over, thing = verb.head.head, verb.head
    doers = [c for t in (thing, verb) for c in t.children if c.i < verb.i and c.tag_ in _NAMES]
    if over.lower_ not in _SEEING or thing.dep_ != "dobj" or not doers or doers[-1].i != verb.i - 1:
        return
    verb.head, verb.dep_, verb.pos_ = over, "ccomp", "VERB"
    for token in [c for c in thing.children if c.i < verb.i]:
        token.head = doers[-1] if token != doers[-1] else verb
    doers[-1].dep_ = "nsubj"
    thing.head = verb


def _is_verb(token: Token) -> bool:
    """Whether it has what only a verb has: "with rebels shelling the town"."""
    return any(c.dep_ in _ITS_OWN for c in token.children)


def _make_noun(deed: Token, name: Token) -> None:
    holder, relation, before = name.head, name.dep_, list(name.lefts)
    if holder == deed or any(t == deed for t in holder.ancestors):
        return
    deed.head, deed.dep_, deed.tag_ = holder, relation, "NN"
    name.head, name.dep_ = deed, "compound"
    for token in before:
        token.head = deed
