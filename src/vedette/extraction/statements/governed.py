"""What a verb of speech governs: the words of what it is about, its particles, its objects."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.statements import ActVerb, StatementWords
from vedette.reading.syntax import SUBJECT

_SAID = frozenset({"ccomp", "xcomp", "dobj", "prep", "pcomp", "oprd", "advcl", "dative", "obj"})
_GOVERNED = frozenset({"dobj", "nsubjpass", "ccomp", "xcomp"})


def governed(verb: Token) -> tuple[int, int]:
    """Tokens of what `verb` governs, or of what it is said of in the passive."""
    parts = [c for c in verb.children if c.dep_ in _SAID and c.i > verb.i and not _dated(c)]
    if parts:
        return parts[0].left_edge.i, parts[-1].right_edge.i + 1
    while verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        verb = verb.head  # "drafted by X and endorsed by Y"
    passive = [c for c in verb.children if c.dep_ in ("nsubjpass", "csubjpass")]
    if passive:
        return passive[0].left_edge.i, passive[0].right_edge.i + 1
    if verb.dep_ in ("acl", "relcl"):
        return verb.head.left_edge.i, verb.i
    return verb.i, verb.i


def fits(words: StatementWords, verb: Token, rule: ActVerb) -> bool:
    """Whether `verb` governs one of the particles and objects of `rule`, if it has such, and nothing that undoes it."""
    wanted = _particle(words, verb, rule.particles) and _object(words, verb, rule.objects)
    withheld = rule.act in ("deny", "reject") and _grants(verb)
    return wanted and not _but(verb, rule.but) and not withheld


def _when(words: StatementWords, child: Token) -> bool:
    """ "pushed in for the first time", "appealed on Monday": no word of what is asked."""
    return _dated(child) or any(t.dep_ == "pobj" and t.lemma_ in words.turns for t in child.children)


def _dated(child: Token) -> bool:
    """Whether it only tells when: "on Thursday"."""
    return child.dep_ == "prep" and any(t.dep_ == "pobj" and t.ent_type_ in ("DATE", "TIME") for t in child.children)


def _particle(words: StatementWords, verb: Token, particles: tuple[str, ...]) -> bool:
    if not particles:
        return True
    here = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative", "agent") and not _when(words, c)}
    if "for" in particles:  # "called for the siege to be lifted"
        here |= {
            c.lower_ for k in verb.children if k.dep_ in ("advcl", "ccomp") for c in k.children if c.dep_ == "mark"
        }
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


def _object(words: StatementWords, verb: Token, objects: tuple[str, ...]) -> bool:
    """Whether one of `objects` heads what the verb governs, or what is gone on with ("vowed to keep up the raids")."""
    if not objects:
        return True
    known = set(objects)
    for name, kinds in (("hostile", words.hostile), ("civil", words.civil), ("charges", words.charges)):
        known |= kinds if name in known else frozenset()
    near = [c for c in verb.children if c.dep_ in _GOVERNED]
    near += [c for n in near if n.lemma_.lower() in words.light for c in n.children if c.dep_ in _GOVERNED]
    near += [c for n in near if n.dep_ == "ccomp" for c in n.children if c.dep_ in SUBJECT and n.tag_ == "VB"]
    if verb.dep_ in ("acl", "relcl"):
        near.append(verb.head)
    return any(c.lemma_.lower() in known for c in near)
