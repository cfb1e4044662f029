"""The deeds that a report tells, in its order, so that one told without its doer can be put to an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.actors.doer import DEEP, noun_doer
from vedette.extraction.actors.reasons import CLAIMED, LAST_OF_KIND, NEARLY_ALL, TOLD_BEFORE
from vedette.extraction.actors.tree import cover, forces, objects_of
from vedette.knowledge.actors import side_of
from vedette.knowledge.forces import Forces
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, objects, patients

_NEAR = 2
_MOST = 0.75
_ANSWERED = 3
_STOOD_IN = frozenset({"pobj", "nsubjpass", "dobj", "appos", "conj"})
_DEMONSTRATIVE = frozenset({"the", "this", "these", "those", "that", "both"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed with its doer: where it is told, of what kinds of means, by which noun (lower case), in which lands."""

    index: int
    sentence: int
    doer: str
    means: frozenset[str]
    word: str = ""
    lands: frozenset[str] = frozenset()


def lands_of(reading: Reading, deed: Token) -> frozenset[str]:
    """Codes of the countries in which a deed's clause, else the one over it, tells it to be; empty for no place."""
    verb = deed
    while True:
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        apart = [c for c in verb.children if c.dep_ in ("advcl", "conj", "ccomp") and c.left_edge.i > deed.i]
        low, high = verb.left_edge.i, min((c.left_edge.i for c in apart), default=verb.right_edge.i + 1)
        found = frozenset(
            m.place.country
            for m in reading.places
            if low <= m.start < high
            and m.place is not None
            and m.place.country
            and reading.doc[m.end - 1].dep_ in _STOOD_IN
            and not _sent_from(reading.doc[m.end - 1])
        )
        if found or verb.dep_ not in ("advcl", "conj", "acl", "relcl", "ccomp"):
            return found
        verb = verb.head


def _sent_from(place: Token) -> bool:
    """Whether a place is where those who strike are: "fighters in Gaza launched", "rockets fired from Gaza"."""
    over = place
    while over.pos_ not in ("VERB", "AUX") and over.head.i != over.i:
        if (over.dep_ == "prep" and over.lower_ == "from") or (over.dep_ == "nsubj" and over.i != place.i):
            return True
        over = over.head
    return False


def means_of(reading: Reading, token: Token) -> frozenset[str]:
    """The kinds of means that a deed's noun and the words right before it tell; empty for "the attack"."""
    words = {token.lower_, *(c.lower_ for c in token.lefts if c.dep_ in ("compound", "amod"))}
    return frozenset(kind for kind, known in forces(reading).means.items() if words & known)


def sentence_numbers(reading: Reading) -> dict[int, int]:
    """Start of each sentence to its number."""
    cache: dict[str, dict[int, int]] = reading.doc.user_data
    if "vedette.sentences" not in cache:
        cache["vedette.sentences"] = {s.start: n for n, s in enumerate(reading.doc.sents)}
    return cache["vedette.sentences"]


def claims_of_responsibility(reading: Reading) -> list[Deed]:
    """ "X claimed responsibility", "X said it carried out the bombing": X did what the report tells of."""
    found: list[Deed] = []
    numbers = sentence_numbers(reading)
    for token in reading.doc:
        if token.lemma_ not in ("claim", "carry") or token.pos_ != "VERB":
            continue
        objects = {c.lower_ for c in token.children if c.dep_ in ("dobj", "obj")}
        if token.lemma_ == "claim" and not objects & forces(reading).claimed:
            continue
        if token.lemma_ == "carry" and not (
            objects & forces(reading).any_means and token.head.lemma_ in ("say", "claim")
        ):
            continue
        if any(c.dep_ == "neg" for c in token.children) or any(c.lower_ == "previous" for c in token.subtree):
            continue
        for agent in agents(token):
            mention = cover(reading).get(agent.i)
            if mention is not None and mention.kind in ("armed", "state"):
                number = numbers[token.sent.start]
                found.append(Deed(token.i, number, mention.name, frozenset({"blast"})))
    return found


def told_elsewhere(
    reading: Reading, deeds: list[Deed], claimed: list[Deed], trigger: Token, means: frozenset[str], *, deed: bool,
    harmed: str | None,
) -> tuple[str, str] | None:  # fmt: skip
    """The doer of the deed that `trigger` most likely is part of: the last of its kind, else who claimed it.

    `deed`: the trigger names a deed as its cause, which reaches farther back than bare harm. Nobody is taken to have
    done what befell himself (`harmed`). A title, and what opens a report, looks ahead.
    """
    words = forces(reading)
    here = sentence_numbers(reading)[trigger.sent.start]
    if is_total(reading, trigger, words):
        return None
    others = [d for d in deeds if d.doer not in {harmed, *answering(reading, trigger)}]
    blast = _is_blast(trigger, words)
    if blast:
        others = [d for d in others if "blast" in d.means or (not d.means and d.word not in words.campaigns)]
    if blast or by_attackers(reading, trigger):  # a state lays no bombs, and its men are not told so
        others = [d for d in others if side_of(reading.knowledge, d.doer) != "government" and not _a_state(d.doer)]
    there = _striking_there(others, lands_of(reading, trigger))
    before = [d for d in there if d.index < trigger.i]
    if here <= 1 and not before:
        ahead = [d for d in there if d.index > trigger.i and d.sentence <= here + 4 * _NEAR and "blast" not in d.means]
        before = [d for d in reversed(ahead) if not means or d.means & means]
        here = before[-1].sentence if before else here
    if means:
        if "blast" in means and claimed:
            return claimed[0].doer, CLAIMED
        kin = [d for d in before if d.means & means and here - d.sentence <= 4 * _NEAR]
        if kin:
            return kin[-1].doer, LAST_OF_KIND
        return None
    main = _main(others)
    near = [d for d in before if here - d.sentence <= (4 * _NEAR if deed else _NEAR)]
    if near:
        return None if _another_since(reading, near[-1], trigger) else (near[-1].doer, TOLD_BEFORE)
    if claimed:
        return claimed[0].doer, CLAIMED
    return None if main is None else (main, NEARLY_ALL)


def _striking_there(deeds: list[Deed], lands: frozenset[str]) -> list[Deed]:
    """`deeds` without those of who is told to strike in other countries alone, where another is told to strike here.

    Two states that shell each other do so across a border: what falls on one side of it comes from the other.
    """
    here = {d.doer for d in deeds if d.lands & lands}
    away = {d.doer for d in deeds if d.lands} - here
    return [d for d in deeds if d.doer not in away] if here and away else deeds


def answering(reading: Reading, trigger: Token) -> set[str]:
    """Who answers what `trigger` tells: in "X struck in response to rocket fire" X fired no rockets."""
    over = trigger
    for _ in range(_ANSWERED):
        over = over.head
        if over.lower_ in forces(reading).answers or over.lemma_ in forces(reading).answers:
            start = trigger.sent.start
            return {m.name for m in reading.actors if start <= m.start < over.i and m.kind in ("armed", "state")}
    return set()


def _another_since(reading: Reading, deed: Deed, trigger: Token) -> bool:
    """Whether between a deed and the harm a bomb of nobody's is told of as new: "... A car bomb hit the market"."""
    words = forces(reading)
    for token in reading.doc[deed.index + 1 : trigger.i]:
        if token.lower_ in words.means["blast"] and token.pos_ == "NOUN" and token.dep_ != "compound":
            new = any(c.lower_ in ("a", "an", "another") for c in token.children)
            if new and noun_doer(reading, token, DEEP) is None:
                return True
    return False


def _a_state(name: str) -> bool:
    return name.endswith(" government")


def _is_blast(trigger: Token, words: Forces) -> bool:
    """Whether the sentence tells of a bomb that no aircraft dropped: who flies the raids has not laid it."""
    told = {t.lower_ for t in trigger.sent}
    return not told.isdisjoint(words.laid) and told.isdisjoint(words.means["air"] - words.means["blast"])


def _main(deeds: list[Deed]) -> str | None:
    """The one who did nearly all the deeds of the report, fights apart."""
    doers = [d.doer for d in deeds if "fight" not in d.means]
    top = max(dict.fromkeys(doers), key=doers.count, default=None)
    return top if top is not None and len(doers) > 1 and doers.count(top) >= _MOST * len(doers) else None


def may_point_back(reading: Reading, trigger: Token) -> bool:
    """Whether a trigger without a doer can be part of a deed told before: harm, or a deed with "the"."""
    words = forces(reading)
    if trigger.lemma_.lower() in words.harm or trigger.lower_ in words.harm:
        return True
    if by_attackers(reading, trigger):
        return True
    if trigger.lower_ in words.deeds:
        return any(c.lower_ in _DEMONSTRATIVE for c in trigger.children) or bool(means_of(reading, trigger))
    return False


def by_attackers(reading: Reading, trigger: Token) -> bool:
    """Whether those act who did a deed told before: "the attackers abducted nine"."""
    if trigger.pos_ != "VERB":
        return False
    told = (a for a in agents(trigger) if a.lower_ in forces(reading).attackers)
    return any(c.lower_ in _DEMONSTRATIVE for a in told for c in a.children)


def attackers_fell(reading: Reading, trigger: Token) -> bool:
    """Whether those harmed are who did the deed told before, and not whom it harmed: "two attackers were killed"."""
    fallen = patients(trigger) if trigger.pos_ == "VERB" else list(trigger.children)
    if trigger.pos_ == "ADJ":  # "left five of the attackers dead"
        fallen += [*objects(trigger.head), trigger.head]
    counted = (o for p in fallen for c in p.children if c.lower_ == "of" for o in objects_of(c))
    return any(t.lower_ in forces(reading).attackers for t in (*fallen, *counted))


def is_total(reading: Reading, trigger: Token, words: Forces) -> bool:
    """Whether a trigger tells a running total of a war or since a day."""
    if any(t.lower_ in words.totals for t in trigger.sent):
        return True
    return any(
        n.low is not None and n.low >= 1000 for n in reading.numbers if trigger.sent.start <= n.start < trigger.sent.end
    )


def deeds_of(reading: Reading) -> tuple[list[Deed], list[Deed]]:
    """The report's deeds with a doer, and the claims of responsibility; found once a report."""
    cache: dict[str, tuple[list[Deed], list[Deed]]] = reading.doc.user_data
    if "vedette.deeds" not in cache:
        cache["vedette.deeds"] = ([], [])  # while they are looked for, none is known
        numbers = sentence_numbers(reading)
        found: list[Deed] = []
        words = forces(reading)
        for token in reading.doc:
            if token.lower_ in words.fights:
                continue  # who is in a fight has not done all of its harm
            if token.dep_ in ("dobj", "obj") and token.head.lemma_ in words.sending:
                continue  # "X deployed warplanes last year" tells of no strike
            if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in words.aiming:
                continue  # "a bomb targeted an army vehicle"
            if token.lower_ in words.deeds and token.pos_ in ("NOUN", "PROPN"):
                by = noun_doer(reading, token, DEEP)
                if by is not None:
                    found.append(
                        Deed(
                            token.i,
                            numbers[token.sent.start],
                            by[0],
                            means_of(reading, token),
                            token.lower_,
                            lands_of(reading, token),
                        )
                    )
        cache["vedette.deeds"] = (found, claims_of_responsibility(reading))
    return cache["vedette.deeds"]
