"""Who and what the clause of a verb of control names: its doers, what befalls whom, where prepositions lead."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, is_ground
from vedette.extraction.control.index import HOLDERS, Index
from vedette.extraction.control.pronouns import PRONOUNS, ground_of
from vedette.extraction.control.unlisted import likely
from vedette.reading import syntax
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT, agents, conjuncts, is_passive, objects, subjects

_FINITE = ("VBD", "VBZ", "VBP")


def led(index: Index, word: Token, *prepositions: str) -> list[Token]:
    """Nouns that `word` leads to through one of `prepositions`, as in "out of" too."""
    found = []
    for prep in word.children:
        if prep.dep_ not in ("prep", "agent", "dative", "prt", "advmod") or prep.lower_ == "according":
            continue
        lies = prep.lower_ in index.words.bearings  # "withdrew to the field east of X"
        inner = [c for c in prep.children if c.dep_ == "prep" and c.lower_ in prepositions and not lies]
        for p in [prep, *inner] if prep.lower_ in prepositions else inner:
            found += [n for c in p.children if c.dep_ == "pobj" for n in conjuncts(c)]
    return found


def grounds(
    index: Index, nouns: list[Token], *, sure: bool = False, perhaps: bool = False, strict: bool = False
) -> list[Area]:
    """The ground that these nouns name; those joined to them come by themselves, a dateline names none.

    `sure`: only ground can stand here; `perhaps`: mostly ground does, so that a name counts if it is likely a place;
    `strict`: people and companies can stand here too.
    """
    heads = [n for n in nouns if not (n.dep_ == "conj" and n.head in nouns) and not _dateline(n)]
    pointed = [a for n in heads if n.lower_ in PRONOUNS for a in ground_of(index, n)]
    return pointed + [
        a for n in heads for a in areas(index, n, sure=sure or (perhaps and likely(index, n, strict=strict)))
    ]


def patients(index: Index, verb: Token) -> list[Token]:
    """What the verb befalls; for a participle set off by commas, what it is said of: "X, ringed by Y, held out"."""
    found = syntax.patients(verb)
    if not found and verb.dep_ == "relcl" and is_ground(index, verb.head) and not _by_pronoun(verb):
        return [verb.head]  # "a town the army captured"
    if not found and _headline_passive(verb):
        return subjects(verb)
    if found or not _set_off(verb):
        return found
    if (noun := before_comma(index, verb.left_edge)) is not None:
        return [noun]
    over = verb.head
    return subjects(over) if over.pos_ in ("VERB", "AUX") else [over]


def _headline_passive(verb: Token) -> bool:
    """ "Town captured by rebels": a passive without "was", the sentence's main verb."""
    plain = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "dobj") for c in verb.children)
    return plain and verb.dep_ in ("ROOT", "ccomp") and any(c.dep_ == "agent" for c in verb.children)


def _by_pronoun(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT and c.pos_ == "PRON" for c in verb.children)


def before_comma(index: Index, word: Token) -> Token | None:
    """The ground that ends right before the comma before `word`: "bombed X, held by Y"."""
    i = word.i - 1
    if i <= word.sent.start or word.doc[i].text != ",":
        return None
    token = word.doc[i - 1]
    unknown = token.pos_ == "PROPN" and token.dep_ in ("dobj", "pobj", "appos") and token.i not in index.actor_at
    return token if token.i in index.place_at or (unknown and likely(index, token, strict=True)) else None


def doers(index: Index, verb: Token) -> list[str]:
    """Who does it: by the verb's own subject, or that of the clause that a participle hangs on."""
    if _headline_passive(verb):
        return index.holders([n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"])
    if (prefix := _prefix(verb)) is not None:
        return index.holders(subjects(prefix))
    adjacent = index.right_before(verb) if verb.tag_ in _FINITE or _bare(verb) or _main(verb) else None
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in index.words.enables:
        return index.holders(objects(verb.head)) or index.holders(agents(verb))
    if verb.dep_ == "ccomp" and verb.head.lemma_ in index.words.claims and not _has_subject(verb):
        return index.holders(agents(verb) or subjects(verb.head))  # "army says recaptured X"
    if verb.dep_ == "xcomp" and verb.head.lemma_ in index.words.makes | index.words.urges:
        return index.holders(syntax.patients(verb.head))
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.head.pos_ == "AUX":
        return index.holders(subjects(verb.head.head))  # "was able to seize X"
    if verb.dep_ == "xcomp" and verb.head.pos_ == "NOUN" and (found := index.holders([verb.head])):
        return found  # "X claims to have seized", where "claims" is taken for a noun
    if _set_off(verb):
        by = [t for t in verb.subtree if t.lower_ == "by" and t.dep_ in ("agent", "prep")]
        return index.holders([n for b in by[:1] for n in b.children if n.dep_ == "pobj"])
    own = _has_subject(verb)
    if not adjacent and (name := _which(index, verb)) is not None:
        adjacent = name
    if not adjacent and not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ in ("VB", "VBP"):
        return doers(index, verb.head)  # "Taliban attack a post, besiege the town"
    found = [adjacent] if adjacent else index.holders(agents(verb))
    if not found and is_passive(verb):  # "is surrounded on three sides by X"
        by = [t for t in verb.subtree if t.lower_ == "by" and t.i > verb.i and t.head.pos_ == "NOUN"]
        found = index.holders([n for b in by[:1] for n in b.children if n.dep_ == "pobj"])
    if not found and verb.tag_ == "VBG" and (beside := _beside_clause(verb)) is not None:
        found = index.holders(subjects(beside))  # "since rebels began their push, seizing X"
    if not found and verb.dep_ in ("acl", "pcomp") and verb.tag_ == "VBG":
        found = index.holders([verb.head]) or ([] if _people(index, verb) else _above(index, verb))
    if not found and verb.tag_ == "VBG" and (name := index.right_before(verb)):
        found = [name]
    if not found and verb.tag_ in _FINITE and (name := index.before(verb)):
        found = [name]
    if not found and not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return doers(index, verb.head)  # "X entered the town and now holds it"
    return found


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT for c in verb.children)


def _prefix(verb: Token) -> Token | None:
    """The "re" that the parser makes a verb of its own: "they have re-taken X"."""
    if verb.i - verb.sent.start < 2 or verb.nbor(-1).text != "-" or verb.nbor(-2).lower_ != "re":
        return None
    return verb.nbor(-2) if _has_subject(verb.nbor(-2)) else None


def _which(index: Index, verb: Token) -> str | None:
    """The actor right before "which", whatever noun the parse hangs the clause on: "... being X which has seized Y"."""
    pronoun = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP")), None)
    mention = None if pronoun is None or verb.dep_ != "relcl" else index.actor_at.get(pronoun.i - 1)
    hung = mention is not None and mention.start <= verb.head.i < mention.end
    return mention.name if mention is not None and not hung and mention.kind in HOLDERS else None


def _beside_clause(gerund: Token) -> Token | None:
    """The finite clause that ends right before a gerund after a comma, on which it hangs in sense."""
    comma = gerund.nbor(-1) if gerund.i > gerund.sent.start else gerund
    if gerund.dep_ not in ("acl", "advcl") or comma.text != ",":
        return None
    sisters = (c for c in gerund.head.children if c.i < gerund.i and c.right_edge.i < gerund.i)
    clauses = [t for c in sisters for t in c.subtree if t.dep_ in ("advcl", "relcl", "ccomp") and t.tag_ in _FINITE]
    near = [t for t in clauses if t.right_edge.i >= comma.i - 1]
    return near[-1] if near else None


def _people(index: Index, gerund: Token) -> bool:
    """Whether a gerund tells of people what they do: "residents fleeing the town"."""
    told = index.reading.actors
    civilians = any(m.kind == "people" and m.start <= gerund.head.i < m.end for m in told)
    return gerund.dep_ == "acl" and (civilians or gerund.head.lemma_.lower() in index.words.people)


def _above(index: Index, gerund: Token) -> list[str]:
    """Who acts in the nearest clause over a gerund: "seized X a day after taking Y"."""
    over = gerund.head
    while over.head.i != over.i and not (over.pos_ in ("VERB", "AUX") and subjects(over)):
        over = over.head
    return index.holders(subjects(over)) if over.pos_ in ("VERB", "AUX") else []


def _bare(verb: Token) -> bool:
    """An infinitive without "to" and modals: "saw the army encircle the town"."""
    return verb.tag_ in ("VB", "NN") and not any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children)


def _main(verb: Token) -> bool:
    """A past tense taken for a participle: a sentence's main verb without "was" or "has"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not any(c.lemma_ in ("be", "have") for c in verb.children)


def _set_off(verb: Token) -> bool:
    """Whether it is a bare participle of the passive: "surrounded on three sides by rebels"."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("advcl", "acl", "ccomp"):
        return False
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
    return not own and any(t.lower_ == "by" for t in verb.subtree)


def _dateline(token: Token) -> bool:
    return token.is_upper and len(token) > 3 and token.i - token.sent.start < 3
