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
from vedette.extraction.who_says import who_says
from vedette.knowledge.control import Change
from vedette.reading.syntax import agents, is_passive, objects, subjects
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
    lemma, after = token.lemma_.lower(), token.nbor() if token.i + 1 < token.sent.end else token
    if token.i - 1 not in index.actor_at:
        return False
    if token.tag_ == "NNS" and after.lower_ in index.words.moves.get(lemma, {}):
        return True  # the headline "rebels withdraws from X"
    return token.dep_ == "compound" and lemma in index.words.verbs and after.i in index.place_at


def _of_verb(index: Index, verb: Token) -> Iterator[Find]:
    words, lemma = index.words, verb.lemma_.lower()
    handed = list(handover_finds(index, verb))
    if handed:
        yield from handed
    elif lemma in words.gripping and (found := list(_grip(index, verb, words.gripping[lemma]))):
        yield from found
    elif (phrase := _phrasal(index, verb)) is not None:
        yield from _act(index, verb, phrase, sure=True)
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
    if lemma in words.leaves:
        yield from _leave(index, verb)
    if lemma in words.moves:
        for preposition, change in words.moves[lemma].items():
            ground = grounds(index, led(index, verb, preposition), perhaps=change == "lost")
            beside = index.actor_at.get(verb.i - 1) if verb.pos_ == "NOUN" else None
            who = index.holders(_movers(index, verb)) or ([beside.name] if beside is not None else [])
            yield from finds(verb, ground, who, change, state=False)


def _phrasal(index: Index, verb: Token) -> Change | None:
    """What a verb tells with its particle: "won back", "hemmed in"."""
    particles = index.words.phrasal.get(verb.lemma_.lower(), {})
    following = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    told = [c for c in (*verb.children, following) if c.i > verb.i and c.lower_ in particles]
    return particles[told[0].lower_] if told else None


def _leave(index: Index, verb: Token) -> Iterator[Find]:
    """ "Troops left the town": lost, where those who fight leave a place that is named."""
    if verb.tag_ == "VBG" and verb.head.lemma_ not in index.words.carries_on:
        return
    who = [s for s in subjects(verb) if s.lemma_.lower() in index.words.leavers or _armed(index, s)]
    ground = [a for a in grounds(index, objects(verb)) if a.part is None and a.named]
    yield from finds(verb, ground, index.holders(who), "lost", state=False)


def _armed(index: Index, token: Token) -> bool:
    mention = index.actor_at.get(token.i)
    return mention is not None and mention.kind == "armed"


def _movers(index: Index, verb: Token) -> list[Token]:
    """Who moves: the subject, or those who are made to: "forced the troops to retreat"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in index.words.makes | index.words.urges:
        return syntax_patients(verb.head)
    return subjects(verb)


def _oust(index: Index, verb: Token) -> Iterator[Find]:
    """ "Y drove Z out of X", "Y cleared X of Z"."""
    doing = index.holders(agents(verb))
    driven = index.holders(patients(index, verb))
    ground = grounds(index, led(index, verb, "from", "of", "out"), perhaps=True) if driven else []
    if not ground and index.holders([*led(index, verb, "of", "from"), *_inside_of(patients(index, verb))]):
        ground = grounds(index, patients(index, verb), sure=True)
    yield from finds(verb, ground, doing or driven, "gained" if doing else "lost", state=False)


def _inside_of(nouns: list[Token]) -> list[Token]:
    """What "of" leads to anywhere under `nouns`: "cleared the city of X of militants"."""
    return [t for n in nouns for p in n.subtree if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]


def _act(index: Index, verb: Token, change: str, *, sure: bool = False) -> Iterator[Find]:
    """ "Y seized X", "X was seized by Y", "X, held by Y"; `sure` where only ground can be its object."""
    sure = sure or change == "besieges" or verb.lemma_.lower() in index.words.sure
    perhaps = verb.lemma_.lower() in index.words.perhaps
    told = [_apposed(_antecedent(t, verb), verb) for t in patients(index, verb)]
    ground = grounds(index, told, sure=sure, perhaps=perhaps, strict=True) or _right_after(index, verb)
    if not ground and change == "besieges" and index.holders(told):  # "encircled the rebels in X"
        ground = grounds(index, [n for t in (verb, *told) for n in led(index, t, "in", "inside", "at")])
    if not ground:
        return
    state = change == "holds" or (change == "besieges" and verb.tag_ not in ("VBD", "VB"))
    if change == "holds" and verb.dep_ == "conj" and _takes(index, verb.head):
        change, state = "gained", False  # "entered the town and now holds its north"
    elif verb.lemma_ in index.words.lasting and _lasts(verb):
        change, state = "holds", True
    elif verb.lemma_ in index.words.states and (verb.tag_ in ("VBZ", "VBP") or _is_now(verb)):
        taken = verb.dep_ == "conj" and _takes(index, verb.head)
        change, state = ("gained", False) if taken else ("holds", True)
    if change == "lost" and (winners := _winners(index, verb, ground[-1].token)):
        yield from finds(verb, ground, winners, "gained", state=False)
        return
    lies = change == "besieges" and verb.dep_ == "acl" and verb.tag_ == "VBG" and is_ground(index, verb.head)
    if (
        verb.dep_ == "amod" or lies or _stray(index, verb)
    ):  # "the besieged districts", "the area surrounding the palace"
        return
    who = doers(index, verb) or _own_deed(index, verb)
    nobody = not who and is_passive(verb) and verb.lemma_.lower() in index.words.own_deeds
    yield from finds(verb, ground, who, change, state=state, open_=nobody)


def _own_deed(index: Index, verb: Token) -> list[str]:
    """Who says that a place was taken back without a word by whom: "the army said X had been liberated"."""
    if verb.lemma_.lower() not in index.words.own_deeds or not is_passive(verb):
        return []
    source = who_says(index.reading, verb).source
    sides = {m.name for m in index.reading.actors if m.kind in ("armed", "state")}
    return [source] if source in sides and source not in index.holders(led(index, verb, "from", "of")) else []


def _winners(index: Index, verb: Token, ground: Token) -> list[str]:
    """Who gets what is lost: "lost X to Y", where the parser hangs "to" on the verb, on the ground, or after it."""
    inside = [
        t for p in ground.subtree if p.lower_ == "to" and p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"
    ]
    return index.holders(led(index, verb, "to")) or index.after_to(ground) or index.holders(inside)


def _stray(index: Index, verb: Token) -> bool:
    """Whether what the parser joined to a verb far off without "and" only describes: "the citys besieged east"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    between = verb.doc[verb.head.i : verb.i]
    return not any(t.dep_ == "cc" or t.text in ",;" or t.lower_ in index.words.allied for t in between)


def _lasts(verb: Token) -> bool:
    """Whether it is told for how long or since when, in the perfect: "has been occupied since May"."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    told = any(c.dep_ in ("prep", "mark") and c.lower_ in ("for", "since") and c.i > verb.i for c in verb.children)
    return told and (perfect or verb.tag_ == "VBG")


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
    for noun in patients(index, verb):
        if noun.lemma_.lower() not in index.words.grips:
            continue
        over = [
            *led(index, noun, "of", "over"),
            *led(index, verb, "of", "over"),
        ]  # "control of X to the northwest of Y" is X
        elsewhere = ("in", "on", "to", "into", "across", "around")
        ground = grounds(index, over, perhaps=True)
        ground = ground or grounds(index, [*led(index, noun, *elsewhere), *led(index, verb, *elsewhere)], perhaps=True)
        if not ground and (which := _pronoun(verb)) is not None:
            ground = grounds(index, [_antecedent(which, verb)], perhaps=True)  # "which rebels took control of"
        if not ground and verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
            ground = grounds(index, [verb.head], perhaps=True)  # "X, where rebels took control"
        yield from finds(verb, ground, doers(index, verb), change, state=change in _LASTING)


def _cut(index: Index, verb: Token) -> Iterator[Find]:
    """ "severed the only road into X": X is besieged by who does it."""
    for noun in patients(index, verb):
        if any(t.lemma_.lower() in index.words.routes for t in noun.subtree if t.i <= noun.i):
            ways = [*led(index, noun, "to", "into", "from", "of", "between"), *led(index, verb, "to", "into")]
            yield from finds(verb, grounds(index, ways, sure=True), doers(index, verb), "besieges", state=True)
            return
    off = any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.children)
    if off:  # "cut off the town"
        ground = grounds(index, patients(index, verb), perhaps=True, strict=True)
        yield from finds(verb, ground, doers(index, verb), "besieges", state=True)


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


def _apposed(noun: Token, verb: Token) -> Token:
    """What a clause after a comma is about: "X, the capital of Y, which was seized"."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    start = noun.head.head.left_edge.i
    of = of and start > noun.sent.start and noun.doc[start - 1].text == ","
    aside = verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    return noun.head.head if of and aside else noun


def _pronoun(verb: Token) -> Token | None:
    """The "which" that opens the relative clause of `verb`, whatever it hangs on there."""
    over = verb
    while over.dep_ == "ccomp" and over.head.pos_ == "VERB":
        over = over.head  # "which the army said it had lost control of"
    clause = over.dep_ in ("relcl", "advcl")
    verb = over
    return next((t for t in verb.subtree if t.tag_ == "WDT" and t.i < verb.i), None) if clause else None


def _noun_before(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun follows, where the parse hangs its clause elsewhere."""
    i = pronoun.i - 1
    while i > pronoun.sent.start and pronoun.doc[i].text == ",":
        i -= 1
    noun = pronoun.doc[i]
    return noun if noun.pos_ in ("NOUN", "PROPN") and i >= pronoun.sent.start else None
