"""What the parser gets wrong again and again in news of war, mended right after it.

"Wounded in ISIS shelling", "killed by Houthi bombing": a name before a deed in -ing is read as the object of the
preposition, and the deed as a clause of its own.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

DEEDS = "vedette_deeds"
"""The component's name in a pipeline."""
_IN_ING = frozenset({"shelling", "bombing", "strafing", "shooting", "sniping", "rocketing", "kidnapping", "mining"})
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
    return doc


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
