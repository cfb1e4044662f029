"""Control told by verbs: seized, lost, withdrew from, fell to, drove out of, besieged, split between."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.control.areas import Area, areas, grounds_at, is_ground
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import Index
from vedette.extraction.control.names import next_ground
from vedette.reading.syntax import agents, conjuncts, patients, subjects

_LASTING = ("holds", "besieges")


def verb_finds(index: Index) -> Iterator[Find]:
    """Every claim of control in the report that a verb tells."""
    for token in index.reading.doc:
        if token.pos_ not in ("VERB", "NOUN"):
            continue
        if token.pos_ == "VERB":
            yield from _of_verb(index, token)
        if token.lemma_.lower() in index.words.fights:
            yield from _fight(index, token)


def _of_verb(index: Index, verb: Token) -> Iterator[Find]:
    words, lemma = index.words, verb.lemma_.lower()
    if lemma in words.gripping and (found := list(_grip(index, verb, words.gripping[lemma]))):
        yield from found
    elif lemma in words.verbs:
        yield from _act(index, verb, words.verbs[lemma])
    elif lemma in words.cuts:
        yield from _cut(index, verb)
    elif lemma in words.splits:
        yield from _split(index, verb)
    elif lemma in words.falls:
        grounds = _grounds(index, subjects(verb))
        yield from finds(verb, grounds, index.holders(_led(verb, "to")), "gained", state=False)
    elif lemma in words.ousts:
        driven = index.holders(patients(verb))
        if driven:
            grounds = _grounds(index, _led(verb, "from", "of", "out"))
            yield from finds(verb, grounds, index.holders(agents(verb)), "gained", state=False)
    if lemma in words.reaches:
        yield from _reach(index, verb)
    if lemma in words.moves:
        for preposition, change in words.moves[lemma].items():
            grounds = _grounds(index, _led(verb, preposition))
            yield from finds(verb, grounds, index.holders(subjects(verb)), change, state=False)


def _act(index: Index, verb: Token, change: str) -> Iterator[Find]:
    """ "Y seized X", "X was seized by Y", "X, held by Y"."""
    grounds = _grounds(index, [_antecedent(t, verb) for t in patients(verb)], sure=change == "besieges")
    if not grounds:
        return
    state = change in _LASTING
    if change == "holds" and verb.dep_ == "conj" and _takes(index, verb.head):
        change, state = "gained", False  # "entered the town and now holds its north"
    elif verb.lemma_ in index.words.states and verb.tag_ in ("VBZ", "VBP"):
        taken = verb.dep_ == "conj" and _takes(index, verb.head)
        change, state = ("gained", False) if taken else ("holds", True)
    if change == "lost" and (winners := index.holders(_led(verb, "to")) or index.after_to(grounds[-1].token)):
        yield from finds(verb, grounds, winners, "gained", state=False)
        return
    yield from finds(verb, grounds, _doers(index, verb), change, state=state)


def _takes(index: Index, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in index.words.moves or index.words.verbs.get(lemma) in ("gained", "contested")


def _reach(index: Index, verb: Token) -> Iterator[Find]:
    """ "advanced as far as the hospital": gained so far."""
    doc, end = verb.doc, verb.sent.end
    for i in range(verb.i + 1, min(verb.i + 6, end - 3)):
        if [t.lower_ for t in doc[i : i + 3]] == ["as", "far", "as"]:
            noun = next_ground(index, doc[i + 2])
            grounds = grounds_at(index, noun) if noun is not None else []
            yield from finds(verb, grounds, index.holders(subjects(verb)), "gained", state=False)


def _grip(index: Index, verb: Token, change: str) -> Iterator[Find]:
    """ "took control of X from Z"."""
    for noun in patients(verb):
        if noun.lemma_.lower() not in index.words.grips:
            continue
        grounds = _grounds(index, [*_led(noun, "of", "over", "in", "on"), *_led(verb, "of", "over", "in")])
        yield from finds(verb, grounds, _doers(index, verb), change, state=change in _LASTING)


def _cut(index: Index, verb: Token) -> Iterator[Find]:
    """ "severed the only road into X": X is besieged by who does it."""
    for noun in patients(verb):
        if any(t.lemma_.lower() in index.words.routes for t in noun.subtree if t.i <= noun.i):
            grounds = _grounds(index, _led(noun, "to", "into", "from", "of"))
            yield from finds(verb, grounds, _doers(index, verb), "besieges", state=True)


def _split(index: Index, verb: Token) -> Iterator[Find]:
    """ "X is split between Y and Z": both hold; "Y control in the west" within it is told by the noun."""
    between = _led(verb, "between", "among")
    named = [t for t in between if t.lemma_.lower() not in index.words.grips]
    subject = patients(verb) or subjects(verb)
    grounds = _grounds(index, subject)
    for noun in subject:
        if noun.lemma_.lower() in index.words.grips:
            grounds += _grounds(index, _led(noun, "of", "over", "in"))
    yield from finds(verb, grounds, index.holders(named), "holds", state=True)


def _fight(index: Index, word: Token) -> Iterator[Find]:
    """ "fought for control of X", "the fight over X": contested, nobody's."""
    for prep in word.children:
        if prep.dep_ != "prep" or prep.lower_ not in index.words.fight_prepositions:
            continue
        for noun in prep.children:
            if noun.lemma_.lower() in index.words.grips:
                grounds = _grounds(index, _led(noun, "of", "over")) or _around(index, word)
                yield from finds(word, grounds, [], "contested", state=True, open_=True)


def _around(index: Index, verb: Token) -> list[Area]:
    """The ground that a clause about it hangs on: "Aleppo, where they have fought for control"."""
    if verb.dep_ == "relcl":
        return areas(index, verb.head) if is_ground(index, verb.head) else []
    return _grounds(index, _led(verb, "in"))


def _led(word: Token, *prepositions: str) -> list[Token]:
    """Nouns that `word` leads to through one of `prepositions`, as in "out of" too."""
    found = []
    for prep in word.children:
        if prep.dep_ not in ("prep", "agent", "dative", "prt", "advmod"):
            continue
        inner = [c for c in prep.children if c.dep_ == "prep" and c.lower_ in prepositions]
        for p in [prep, *inner] if prep.lower_ in prepositions else inner:
            found += [n for c in p.children if c.dep_ == "pobj" for n in conjuncts(c)]
    return found


def _grounds(index: Index, nouns: list[Token], *, sure: bool = False) -> list[Area]:
    """The ground that these nouns name; those joined to them come by themselves, a dateline names none."""
    heads = [n for n in nouns if not (n.dep_ == "conj" and n.head in nouns) and not _dateline(n)]
    return [a for n in heads for a in areas(index, n, sure=sure)]


def _antecedent(token: Token, verb: Token) -> Token:
    """What "which" and "that" stand for in a relative clause: "the province, which rebels control"."""
    return verb.head if token.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else token


def _dateline(token: Token) -> bool:
    return token.is_upper and len(token) > 3 and token.i - token.sent.start < 3


def _doers(index: Index, verb: Token) -> list[str]:
    """Who does it: by the verb's own subject, or that of the clause that a participle hangs on."""
    adjacent = index.right_before(verb) if verb.tag_ in ("VBD", "VBZ", "VBP") else None
    found = [adjacent] if adjacent else index.holders(agents(verb))
    if not found and verb.dep_ in ("acl", "pcomp") and verb.tag_ == "VBG":
        over = verb.head.head
        found = index.holders([verb.head]) or (index.holders(subjects(over)) if over.pos_ == "VERB" else [])
    if not found and verb.tag_ in ("VBD", "VBZ", "VBP") and (name := index.before(verb)):
        found = [name]
    return found
