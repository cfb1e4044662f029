"""Who does a deed: the agent of a verb, what stands before or after a noun, the deed that caused it."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.blamed import SUBJECTS, blamed, claim_of, under
from vedette.extraction.actors.fights import first_side, other_side
from vedette.extraction.actors.home import home_names
from vedette.extraction.actors.reasons import (
    BEFORE_DEED,
    BY_AFTER_DEED,
    CARRIED_OUT,
    CLAIMED,
    IN_CLAUSE,
    IN_CLAUSE_OF_HOW,
)
from vedette.extraction.actors.tree import Found, actor_at, cover, forces, modifier, named, objects_of
from vedette.knowledge.reporting import Reporting
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents, charged, is_passive, objects, patients, subjects

DEEP = 5
"""How many deeds a doer is followed through: "killed by a blast in a raid by X" takes two."""
_BY = frozenset({"by", "from", "between"})
_SUFFER = frozenset(
    {"die", "fall", "lose", "perish", "suffer", "be", "remain", "sustain", "succumb", "have", "reach", "rise"}
)

_SIDES = ("north", "south", "east", "west", "central")


def verb_doer(reading: Reading, verb: Token, deep: int) -> Found:
    """Who does what a verb tells."""
    if deep == 0:
        return None
    words = forces(reading)
    doing = [] if _without_object(verb, words.objective) else _agents(reading, verb)
    for agent in doing:
        if agent.lower_ in words.deeds:
            found = noun_doer(reading, agent, deep - 1)
            if found:
                return found
            continue
        name = None if _strife_of_home(reading, agent) else named(reading, agent)
        if name is not None and not ((verb.lemma_ in _SUFFER or _comes_under(verb)) and not is_passive(verb)):
            return name, IN_CLAUSE
    if (
        doing
        and not is_passive(verb)
        and verb.lemma_ not in _SUFFER
        and not _comes_under(verb)
        and not any(a.lower_ in words.deeds for a in doing)
    ):
        return None
    return _cause(reading, verb, deep - 1)


def _comes_under(verb: Token) -> bool:
    """ "X's positions came under fire": what the subject suffers."""
    return verb.lemma_ == "come" and any(c.dep_ == "prep" and c.lower_ == "under" for c in verb.children)


def _agents(reading: Reading, verb: Token) -> list[Token]:
    """The agents of a verb, through "by firing shells, killing two"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if verb.dep_ == "acl" and verb.text in ("holding", "keeping") and before.i in cover(reading):
        return [before]  # "talks between the state and rebels holding ten hostages"
    found = agents(verb)
    if not found and is_passive(verb):
        found = _joint_agents(verb)
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        return agents(verb.head.head) if verb.head.head.pos_ == "VERB" else []  # "won a battle, overrunning the town"
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBG" and _is_actor(reading, verb.head):
        return [verb.head]  # "rebels holding ten hostages"
    active = not is_passive(verb)
    for _ in range(2):
        if found or verb.dep_ not in ("pcomp", "advcl", "xcomp", "conj"):
            break
        if accused := charged(verb):
            return accused
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
        found = agents(verb) if verb.pos_ == "VERB" and not is_passive(verb) else []
        if not found and active and verb.tag_ == "VBN" and (own := subjects(verb)):
            return own  # "the missiles fired at the town killed": the parser takes a participle for the verb
    return found


def _joint_agents(verb: Token) -> list[Token]:
    """Who stands after "by" behind the next of two participles: "was attacked and seized by X"."""
    for joined in verb.children:
        if joined.dep_ == "conj" and joined.tag_ == "VBN" and verb.doc[joined.i - 1].lower_ == "and":
            if any(c.dep_ in SUBJECTS for c in joined.children):
                return []
            return [t for c in joined.children if c.dep_ == "agent" for t in objects_of(c)]
    return []


def _is_actor(reading: Reading, noun: Token) -> bool:
    """Whether the noun itself names who acts or a part of them, and not a place that they hold."""
    return noun.i in cover(reading) or noun.lower_ in ("group", "groups", "fighters", "forces", "troops", "soldiers")


def _without_object(verb: Token, objective: frozenset[str]) -> bool:
    """ "175 fighters killed": a verb that needs an object and has none tells of its subject's fate."""
    return (
        verb.lemma_ in objective
        and not is_passive(verb)
        and verb.tag_ in ("VBD", "VBN")
        and not any(c.dep_ in ("dobj", "obj", "ccomp", "prt", "dative") for c in verb.children)
        and not _shares_object(verb)
        and (verb.dep_ not in ("conj", "advcl") or _is_elliptic(verb))
    )


def _shares_object(verb: Token) -> bool:
    """Whether the object stands after the verb joined to it: "shot and wounded two men"."""
    joined = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_)
    return any(objects(v) and not any(c.dep_ == "nsubj" for c in v.children) for v in joined)


def _is_elliptic(verb: Token) -> bool:
    """Whether a second participle left out its "were": "nine were killed and 37 wounded", "and two others injured"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN":
        return False
    return any(c.dep_ == "nsubj" for c in verb.children) or is_passive(verb.head)


def _cause(reading: Reading, verb: Token, deep: int) -> Found:
    """The deed in which or by which it happened: "killed in strikes by X", "when X's bombers struck"."""
    words = forces(reading)
    for child in verb.children:
        if child.dep_ in ("prep", "agent", "pcomp") and child.lower_ not in ("since", "despite"):
            for obj in objects_of(child):
                if obj.lower_ in words.fights:
                    other = other_side(reading, obj, verb)
                    if other:
                        return other, "the other side of the fighting"
                    continue
                if obj.lower_ in words.deeds:
                    found = noun_doer(reading, obj, deep)
                    if found:
                        return found
        elif child.dep_ == "advcl" and child.lower_ in words.deeds and child.i < verb.i:
            if found := noun_doer(reading, child, deep):  # "Shelling by X killed two": the parser sees a verb
                return found
        elif child.dep_ == "advcl" and child.pos_ == "VERB" and deep > 0 and _tells_how(reading, child):
            found = verb_doer(reading, child, deep - 1)
            if found and found[0] not in {named(reading, p) for p in patients(verb)}:
                return found[0], IN_CLAUSE_OF_HOW
    if verb.dep_ in ("acl", "relcl") and verb.head.lower_ in words.deeds:
        return noun_doer(reading, verb.head, deep)
    return None


def _tells_how(reading: Reading, clause: Token) -> bool:
    """Whether a clause beside harm may tell how it was done: not "as soldiers were driving past", nor "X said"."""
    if clause.lemma_ in sayings(reading):
        return False
    words = forces(reading)
    if clause.lemma_ in words.struck | words.harming | words.taking | words.objective | words.forceful:
        return True
    if clause.lemma_ in words.befalling and objects(clause):
        return True
    return any(t.lower_ in words.deeds for t in (*objects(clause), *patients(clause), *subjects(clause)))


def noun_doer(reading: Reading, noun: Token, deep: int) -> Found:
    """Who is behind a deed told by a noun: its own modifiers, "by X", "carried out by X", the verb it hangs on."""
    if deep <= 0:
        return None
    words = forces(reading)
    covering = cover(reading).get(noun.i)
    if covering is not None and covering.kind != "people" and covering.how != "holder":
        return (actor_at(reading, noun) or covering).name, "named"
    before = modifier(reading, noun)
    if noun.lemma_.lower() in words.harm and noun.lower_ not in words.deeds:
        before = None  # "the Palestinian toll" is of those harmed
    if before is not None and before.how == "pronoun" and noun.lower_ in words.takings and not _of(noun):
        before = None  # "its capture": "it" is what was captured
    if before is not None and before.kind != "people" and not _names_place(reading, before):
        said = _said_by(reading, noun) if before.how == "description" else None
        return (said, BY_AFTER_DEED) if said is not None else (before.name, BEFORE_DEED)
    if noun.lower_ in words.fights:
        return first_side(reading, noun) or _from_head(reading, noun, deep)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _BY:
            for obj in objects_of(child):
                name = named(reading, obj) if obj.lower_ not in words.strife else None  # "from the X-Y war"
                if name is not None:
                    return name, BY_AFTER_DEED.replace("by", child.lower_, 1)
        if child.dep_ == "acl" and (child.tag_ == "VBN" or child.lemma_ == "belong"):
            for agent in agents(child) if child.tag_ == "VBN" else under(child, "to"):
                name = named(reading, agent)
                if name is not None:
                    return name, CARRIED_OUT
        if child.dep_ == "acl" and child.lemma_ == "belong":
            name = next((n for o in under(child, "to") if (n := named(reading, o)) is not None), None)
            if name is not None:
                return name, "to whom it belongs"
        if child.dep_ == "prep" and child.lower_ == "of" and (noun.lower_ in words.arms or _aimed(noun)):
            name = next((n for o in objects_of(child) if (n := named(reading, o)) is not None), None)
            if name is not None:
                return name, "whose arms they are"
        if child.dep_ == "compound" and child.lower_ in words.deeds:
            found = noun_doer(reading, child, deep - 1)
            if found:
                return found
        if child.dep_ == "prep" and child.lower_ == "of":
            for obj in objects_of(child):
                if obj.lower_ in words.deeds:
                    found = noun_doer(reading, obj, deep - 1)
                    if found:
                        return found
    return blamed(reading, noun) or _from_head(reading, noun, deep)


def _said_by(reading: Reading, noun: Token) -> str | None:
    """Who is named after "by", where words before the deed only describe him: "a terrorist attack by X"."""
    for agent in under(noun, "by"):
        mention = actor_at(reading, agent)
        if mention is not None and mention.how in ("alias", "pattern"):
            return named(reading, agent)
    return None


def _from_head(reading: Reading, noun: Token, deep: int) -> Found:
    """Through the verb or the noun that the deed hangs on."""
    head = noun.head
    words = forces(reading)
    if (claimed := claim_of(reading, noun)) is not None:
        return next(((name, CLAIMED) for a in agents(claimed) if (name := named(reading, a)) is not None), None)
    if head.pos_ == "VERB" and noun.dep_ == "dobj" and not is_passive(head):
        for agent in under(head, "by"):  # "prompting strikes by X", where the parser hangs "by" on the verb
            name = named(reading, agent) if agent.i > noun.i else None
            if name is not None:
                return name, BY_AFTER_DEED
    if head.lemma_ in sayings(reading) or head.lemma_ in words.not_doing:
        suffered = under(head, "from") if noun.dep_ == "dobj" else []  # "faced attacks from X"
        return next(((n, BY_AFTER_DEED) for o in suffered if (n := named(reading, o)) is not None), None)
    if head.lemma_ in words.finding and noun.lemma_.lower() in words.harm:
        return None  # "soldiers found 14 bodies"; but "discovered a cache"
    verb = None
    if noun.dep_ in ("dobj", "obj") and head.pos_ == "VERB" and not is_passive(head):
        verb = head
    elif noun.dep_ == "pobj" and head.lower_ in ("with", "by", "in", "using") and head.head.pos_ == "VERB":
        own = head.lower_ in ("with", "using") or (head.lower_ == "in" and _harms_in(head.head, noun, words.objective))
        verb = head.head if own and not is_passive(head.head) else None
    if verb is not None:
        for agent in _agents(reading, verb):
            if agent.i == noun.i:
                continue
            if agent.lower_ in words.deeds:
                found = noun_doer(reading, agent, deep - 2)
                if found:
                    return found
                continue
            name = named(reading, agent)
            if name is not None:
                return name, IN_CLAUSE
    if noun.dep_ == "nsubjpass":
        for agent in agents(head):
            name = named(reading, agent)
            if name is not None:
                return name, CARRIED_OUT
    if noun.dep_ in ("conj", "appos"):  # "X's tanks and raids", but not "X's officers and two bombers"
        apart = head.lower_ not in words.deeds and any(
            c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in noun.children
        )
        return None if apart else noun_doer(reading, head, deep - 1)
    if noun.dep_ == "pobj" and head.lower_ in ("in", "during", "from") and head.head.tag_ == "VBN":
        for agent in under(head.head, "by"):  # "killed by X in a raid"
            name = named(reading, agent)
            if name is not None:
                return name, CARRIED_OUT
    if noun.dep_ == "pobj" and head.lower_ == "under":  # "is under siege by X"
        return next(((n, BY_AFTER_DEED) for o in under(head.head, "by") if (n := named(reading, o)) is not None), None)
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in words.counts:
        for agent in (*under(head.head, "by"), *under(head.head, "from")):  # "a spate of attacks from X"
            name = named(reading, agent)
            if name is not None:
                return name, BY_AFTER_DEED
        return _from_head(reading, head.head, deep - 1) if deep > 1 else None
    if noun.dep_ == "pobj" and head.head.lower_ in words.deeds and head.lower_ == "of":
        return noun_doer(reading, head.head, deep - 1)
    return None


def _aimed(noun: Token) -> bool:
    """Whether a deed has its aim after "on": in "the bombardment of X on Y" X is who did it."""
    return any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "against") for c in noun.children)


def _of(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)


def _names_place(reading: Reading, mention: ActorMention) -> bool:
    """Whether a country before a deed tells where it was: "a central Peru attack", or the home country's name alone."""
    if mention.how != "country":
        return False
    before = reading.doc[mention.start - 1].lower_ if mention.start else ""
    after = reading.doc[mention.end : mention.end + 1].text
    return before.startswith(_SIDES) or (after != "'s" and mention.name in home_names(reading))


def _strife_of_home(reading: Reading, noun: Token) -> bool:
    """Whether a war is told by the land that it is in, which has not done its harm: "Syria's civil war has killed"."""
    before = modifier(reading, noun) if noun.lower_ in forces(reading).strife else None
    return before is not None and before.name in home_names(reading)


def _harms_in(verb: Token, deed: Token, objective: frozenset[str]) -> bool:
    """ "rebels killed ten soldiers in an attack": who harms others in a deed told as new has done that deed."""
    new = any(c.lower_ in ("a", "an", "another") for c in deed.children)
    return new and verb.lemma_ in objective and any(c.dep_ == "dobj" for c in verb.children)


def sayings(reading: Reading) -> frozenset[str]:
    """The verbs of saying: who says is not who does."""
    words = reading.knowledge.world("reporting", Reporting)
    return words.say | words.weak
