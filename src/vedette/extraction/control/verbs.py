"""Control told by verbs: seized, lost, withdrew from, fell to, drove out of, cleared, besieged."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, grounds_at, is_ground
from vedette.extraction.control.clauses import doers, grounds, led, patients
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.handovers import handover_finds
from vedette.extraction.control.index import Index
from vedette.extraction.control.names import next_ground
from vedette.extraction.control.shares import fight_finds, split_finds
from vedette.reading.syntax import agents, subjects
from vedette.reading.syntax import patients as syntax_patients

_LASTING = ("holds", "besieges")


def verb_finds(index: Index) -> Iterator[Find]:
    """Every claim of control in the report that a verb tells."""
    for token in index.reading.doc:
        if token.pos_ == "VERB" or token.tag_ == "VB" or _taken_for_noun(index, token):
            yield from _of_verb(index, token)
        if token.pos_ in ("VERB", "NOUN"):
            yield from fight_finds(index, token)


def _taken_for_noun(index: Index, token: Token) -> bool:
    """ "saw the army encircle Marea": a verb between who does it and the place, in what the parser takes for a name."""
    known = token.dep_ == "compound" and token.lemma_.lower() in index.words.verbs
    return known and token.i - 1 in index.actor_at and token.i + 1 in index.place_at


def _of_verb(index: Index, verb: Token) -> Iterator[Find]:
    words, lemma = index.words, verb.lemma_.lower()
    handed = list(handover_finds(index, verb))
    if handed:
        yield from handed
    elif lemma in words.gripping and (found := list(_grip(index, verb, words.gripping[lemma]))):
        yield from found
    elif lemma in words.verbs:
        yield from _act(index, verb, words.verbs[lemma])
    elif lemma in words.cuts:
        yield from _cut(index, verb)
    elif lemma in words.splits:
        yield from split_finds(index, verb)
    elif lemma in words.ousts:
        yield from _oust(index, verb)
    if lemma in words.reaches:
        yield from _reach(index, verb)
    if lemma in words.moves:
        for preposition, change in words.moves[lemma].items():
            ground = grounds(index, led(verb, preposition), perhaps=change == "lost")
            yield from finds(verb, ground, index.holders(_movers(index, verb)), change, state=False)


def _movers(index: Index, verb: Token) -> list[Token]:
    """Who moves: the subject, or those who are made to: "forced the troops to retreat"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in index.words.makes | index.words.urges:
        return syntax_patients(verb.head)
    return subjects(verb)


def _oust(index: Index, verb: Token) -> Iterator[Find]:
    """ "Y drove Z out of X", "Y cleared X of Z"."""
    doing = index.holders(agents(verb))
    driven = index.holders(patients(verb))
    ground = grounds(index, led(verb, "from", "of", "out")) if driven else []
    if not ground and index.holders([*led(verb, "of", "from"), *_inside_of(patients(verb))]):
        ground = grounds(index, patients(verb), sure=True)
    yield from finds(verb, ground, doing, "gained", state=False)


def _inside_of(nouns: list[Token]) -> list[Token]:
    """What "of" leads to anywhere under `nouns`: "cleared the city of X of militants"."""
    return [t for n in nouns for p in n.subtree if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]


def _act(index: Index, verb: Token, change: str) -> Iterator[Find]:
    """ "Y seized X", "X was seized by Y", "X, held by Y"."""
    sure = change == "besieges" or verb.lemma_.lower() in index.words.sure
    perhaps = verb.lemma_.lower() in index.words.perhaps
    told = [_antecedent(t, verb) for t in patients(verb)]
    ground = grounds(index, told, sure=sure, perhaps=perhaps, strict=True) or _right_after(index, verb)
    if not ground and change == "besieges" and index.holders(told):  # "encircled the rebels in X"
        ground = grounds(index, [n for t in (verb, *told) for n in led(t, "in", "inside", "at")])
    if not ground:
        return
    state = change == "holds" or (change == "besieges" and verb.tag_ not in ("VBD", "VB"))
    if change == "holds" and verb.dep_ == "conj" and _takes(index, verb.head):
        change, state = "gained", False  # "entered the town and now holds its north"
    elif verb.lemma_ in index.words.states and (verb.tag_ in ("VBZ", "VBP") or _is_now(verb)):
        taken = verb.dep_ == "conj" and _takes(index, verb.head)
        change, state = ("gained", False) if taken else ("holds", True)
    if change == "lost" and (winners := _winners(index, verb, ground[-1].token)):
        yield from finds(verb, ground, winners, "gained", state=False)
        return
    lies = change == "besieges" and verb.dep_ == "acl" and verb.tag_ == "VBG" and is_ground(index, verb.head)
    if verb.dep_ == "amod" or lies or _stray(verb):  # "the besieged districts", "the area surrounding the palace"
        return
    yield from finds(verb, ground, doers(index, verb), change, state=state)


def _winners(index: Index, verb: Token, ground: Token) -> list[str]:
    """Who gets what is lost: "lost X to Y", where the parser hangs "to" on the verb, on the ground, or after it."""
    inside = [
        t for p in ground.subtree if p.lower_ == "to" and p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"
    ]
    return index.holders(led(verb, "to")) or index.after_to(ground) or index.holders(inside)


def _stray(verb: Token) -> bool:
    """Whether what the parser joined to a verb far off without "and" only describes: "the citys besieged east"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    return not any(t.dep_ == "cc" or t.text in ",;" for t in verb.doc[verb.head.i : verb.i])


def _is_now(verb: Token) -> bool:
    """A passive of the present: "the north is occupied by X"."""
    return verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def _right_after(index: Index, verb: Token) -> list[Area]:
    """The place that stands right after the verb and before no noun, whatever the parser makes of it."""
    mention = index.place_at.get(verb.i + 1)
    if mention is None or mention.start != verb.i + 1 or mention.end >= verb.sent.end:
        return []
    return [] if verb.doc[mention.end].pos_ in ("NOUN", "PROPN") else areas(index, verb.doc[mention.end - 1])


def _takes(index: Index, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in index.words.moves or index.words.verbs.get(lemma) in ("gained", "contested")


def _reach(index: Index, verb: Token) -> Iterator[Find]:
    """ "advanced as far as the hospital": gained so far."""
    doc, end = verb.doc, verb.sent.end
    for i in range(verb.i + 1, min(verb.i + 6, end - 3)):
        if [t.lower_ for t in doc[i : i + 3]] == ["as", "far", "as"]:
            noun = next_ground(index, doc[i + 2])
            ground = grounds_at(index, noun) if noun is not None else []
            yield from finds(verb, ground, index.holders(subjects(verb)), "gained", state=False)


def _grip(index: Index, verb: Token, change: str) -> Iterator[Find]:
    """ "took control of X from Z"."""
    for noun in patients(verb):
        if noun.lemma_.lower() not in index.words.grips:
            continue
        over = [*led(noun, "of", "over"), *led(verb, "of", "over")]  # "control of X to the northwest of Y" is X
        elsewhere = ("in", "on", "to", "into", "across", "around")
        ground = grounds(index, over, perhaps=True)
        ground = ground or grounds(index, [*led(noun, *elsewhere), *led(verb, *elsewhere)], perhaps=True)
        if not ground and (which := _pronoun(verb)) is not None:
            ground = grounds(index, [_antecedent(which, verb)], perhaps=True)  # "which rebels took control of"
        yield from finds(verb, ground, doers(index, verb), change, state=change in _LASTING)


def _cut(index: Index, verb: Token) -> Iterator[Find]:
    """ "severed the only road into X": X is besieged by who does it."""
    for noun in patients(verb):
        if any(t.lemma_.lower() in index.words.routes for t in noun.subtree if t.i <= noun.i):
            ways = [*led(noun, "to", "into", "from", "of", "between"), *led(verb, "to", "into")]
            yield from finds(verb, grounds(index, ways, sure=True), doers(index, verb), "besieges", state=True)
            return
    off = any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.children)
    if off:  # "cut off the town"
        yield from finds(verb, grounds(index, patients(verb)), doers(index, verb), "besieges", state=True)


def _antecedent(token: Token, verb: Token) -> Token:
    """What "which" and "that" stand for in a relative clause: "the province, which rebels control"."""
    if token.tag_ not in ("WDT", "WP"):
        return token
    head = verb.head if verb.dep_ == "relcl" else _noun_before(token)
    if head is None:
        return token
    many = any(c.lower_ in ("are", "were", "have") for c in verb.children)
    over = head.head.head if head.dep_ == "pobj" else head
    return over if many and head.tag_ == "NNP" and over.tag_ == "NNS" else head  # "the towns near X which are ..."


def _pronoun(verb: Token) -> Token | None:
    """The "which" that opens the relative clause of `verb`, whatever it hangs on there."""
    clause = verb.dep_ in ("relcl", "advcl")
    return next((t for t in verb.subtree if t.tag_ == "WDT" and t.i < verb.i), None) if clause else None


def _noun_before(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun follows, where the parse hangs its clause elsewhere."""
    i = pronoun.i - 1
    while i > pronoun.sent.start and pronoun.doc[i].text == ",":
        i -= 1
    noun = pronoun.doc[i]
    return noun if noun.pos_ in ("NOUN", "PROPN") and i >= pronoun.sent.start else None
