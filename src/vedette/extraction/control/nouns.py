"""Control told by nouns: "the capture of X", "Y's siege of X", "IS stronghold of X", "under Y control"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, is_ground
from vedette.extraction.control.clauses import before_comma, grounds, led
from vedette.extraction.control.find import Find, finds
from vedette.extraction.control.index import HOLDERS, Index
from vedette.extraction.control.names import next_ground
from vedette.extraction.control.unlisted import likely
from vedette.reading.syntax import conjuncts, subjects

_OF = ("of",)
_MANY = 3
_AFTER = 12
"""Words after "control" in which the ground of a long list is told."""
_BEFORE = ("compound", "amod", "nmod", "poss")


def noun_finds(index: Index) -> Iterator[Find]:
    """Every claim of control in the report that a noun tells."""
    words = index.words
    for token in index.reading.doc:
        if token.lower_ in words.contested and token.dep_ == "amod" and is_ground(index, token.head):
            yield from finds(token, areas(index, token.head), [], "contested", state=True, open_=True)
        taken_for_verb = token.pos_ == "VERB" and token.lemma_.lower() in words.nouns and _before_of(token)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and not taken_for_verb:
            continue
        lemma = token.lemma_.lower()
        if (
            lemma in words.strongholds
            or _power_base(index, token)
            or (lemma in words.capitals and _marked(index, token))
        ):
            if any(c.lower_ in words.bygone for c in token.lefts) or _taken(index, token):
                continue  # "the former rebel stronghold", "seized the last government strongholds"
            seats = [replace(a, part=None) for a in _seat(index, token)]
            held = finds(token, seats, _owners(index, token), "holds", state=True)
            yield from (replace(f, passing=token.dep_ != "attr") for f in held)
            continue
        if token.pos_ == "ADJ":
            continue
        if lemma in words.seats:
            yield from _headquarters(index, token)
        if lemma in words.owned and token.lower_ not in words.not_owned:
            yield from _owned(index, token)
        if lemma in words.states_of and token.dep_ == "pobj" and token.head.lower_ in words.state_prepositions:
            found = list(_state(index, token, words.states_of[lemma]))
            if found:
                yield from found
                continue
        if lemma in words.nouns:
            yield from _action(index, token, words.nouns[lemma])


def _into_hands(index: Index, token: Token) -> list[str]:
    """ "The garrison's fall into rebel hands"."""
    hands = [n for n in _after(token, "into", "to") if n.lemma_.lower() in index.words.states_of]
    return index.holders([t for n in hands for t in (*_before(n), *led(index, n, "of"))])


def _power_base(index: Index, token: Token) -> bool:
    """ "the rebels' power base of X"."""
    before = index.words.power_bases.get(token.lemma_.lower(), frozenset())
    return any(c.lower_ in before for c in token.lefts)


def _taken(index: Index, token: Token) -> bool:
    """Whether a stronghold is told to have been taken or lost: it is its owner's no more."""
    noun = token
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ == "pobj" and noun.head.lower_ == "from" and index.words.nouns.get(lemma) == "lost":
        return True  # "its withdrawal from its last stronghold"
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("from", "of") and lemma in index.words.ousts
    taken = noun.dep_ in ("dobj", "nsubjpass") and index.words.verbs.get(lemma) in ("gained", "lost")
    return taken or (noun.dep_ == "nsubj" and lemma in index.words.falls)


def _before_of(token: Token) -> bool:
    """ "the regimes capture of X", where an apostrophe is lost."""
    return token.tag_ in ("VBP", "VB") and token.i + 1 < token.sent.end and token.nbor().lower_ == "of"


def _headquarters(index: Index, token: Token) -> Iterator[Find]:
    """ "the rebel headquarters of X": an armed group's seat, named by the place it is in."""
    owner = index.actor_at.get(token.i - 1)
    if owner is not None and owner.kind == "armed" and owner.how != "nationality":
        ground = [a for n in _after(token, "of") for a in areas(index, n)]
        yield from finds(token, ground, [owner.name], "holds", state=True)


def _owned(index: Index, token: Token) -> Iterator[Find]:
    """ "rebel territory in X", "IS areas of X": ground by whose it is."""
    owner = index.actor_at.get(token.i - 1)
    if owner is None or owner.kind != "armed" or owner.how in ("nationality", "holder", "pronoun"):
        return
    apart = [n for c in token.children if c.dep_ == "appos" for n in conjuncts(c)]
    named = [a for n in apart for a in areas(index, n)]  # "rebel territory, in particular the town of X"
    if token.dep_ == "attr" and not named:  # "X is rebel territory"
        named = [replace(a, part=None) for s in subjects(token.head) for a in areas(index, s)]
    held = finds(token, named or areas(index, token), [owner.name], "holds", state=True)
    yield from (replace(f, passing=token.dep_ != "attr") for f in held)


def _marked(index: Index, token: Token) -> bool:
    return any(t.lower_ in index.words.capital_marks for t in token.subtree if t.i < token.i)


def _seat(index: Index, token: Token) -> list[Area]:
    """Where a stronghold is: "the IS stronghold", "the IS-bastion city of X"."""
    after = token.nbor() if token.i + 1 < token.sent.end else token
    if after.lower_ in index.words.ground.part and not index.place_at.get(token.i):
        return []  # "the bastion east of X" is not X
    if token.dep_ == "appos" and is_ground(index, token.head):
        return areas(index, token.head)  # "the X region, the country's last rebel stronghold"
    return areas(index, after if token.dep_ == "compound" and is_ground(index, after) else token)


def _before(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in _BEFORE and c.i < token.i]


def _after(token: Token, *prepositions: str) -> list[Token]:
    """Nouns that `token` leads to through one of `prepositions`."""
    preps = [c for c in token.children if c.dep_ in ("prep", "agent", "dative") and c.lower_ in prepositions]
    return [n for prep in preps for c in prep.children if c.dep_ == "pobj" for n in conjuncts(c)]


def _owners(index: Index, token: Token) -> list[str]:
    """Whose it is: "the rebel siege", "the regime's capture", "a bastion of the group", "capture by Y"."""
    adjacent = index.actor_at.get(token.i - 1)
    named = adjacent is not None and adjacent.kind in HOLDERS and adjacent.how != "country"
    if token.lemma_.lower() in index.words.strongholds | index.words.capitals and (other := index.before(token)):
        return [other]  # "the group's Syrian bastion" lies in Syria
    before = [adjacent.name] if adjacent is not None and named else index.holders(_before(token))
    if not before:
        own = index.holder(token) or index.before(token)
        before = [own] if own else []
    return before or index.holders(_after(token, "by", "of", "for"))


def _state(index: Index, token: Token, change: str) -> Iterator[Find]:
    """ "X is under the control of Y", "areas under Y's siege"."""
    head = token.head.head
    while head.pos_ in ("ADV", "ADJ", "ADP") and head.head.i != head.i:
        head = head.head  # "is firmly back in the hands of X"
    if (found := _in_control(index, token, head)) is not None:
        yield from finds(token, _grounds(index, token), found, change, state=True)
        return
    stands = head.lemma_ in index.words.stands
    if head.lemma_.lower() in index.words.comes | index.words.brings | index.words.falls:
        return  # told by the verb
    if (noun := before_comma(index, token.head)) is not None and not stands:
        told: list[Area] = areas(index, noun, sure=True)  # "bombed X, under Y's control"
    elif head.pos_ in ("VERB", "AUX"):
        told = [a for s in subjects(head) for a in areas(index, s, sure=stands)]
    else:
        told = areas(index, head, sure=likely(index, head))
    told = told or _grounds(index, token)
    if len(told) > _MANY:  # a list of villages is told as the ground that they lie in
        told = _grounds_after(index, token) or told
    holders = _owners(index, token)
    if not holders and change == "besieges":
        holders = index.actors_in(token)
    yield from finds(token, told, holders, change, state=True)


def _in_control(index: Index, token: Token, head: Token) -> list[str] | None:
    """Who is "in control of X": the name right before "in", the noun that it hangs on, or the subject of "is"."""
    if token.head.lower_ != "in" or token.lemma_.lower() not in index.words.grips or token.lemma_.lower() == "hand":
        return None
    i = token.head.i - 1
    while i > token.sent.start and (token.doc[i].pos_ == "ADV" or token.doc[i].text == ","):
        i -= 1
    beside = index.actor_at.get(i)
    if beside is not None and beside.kind in HOLDERS:
        return [beside.name]
    if head.pos_ in ("VERB", "AUX"):
        return index.holders(subjects(head)) if head.lemma_ in index.words.stands else []
    return index.holders([head])


def _action(index: Index, token: Token, change: str) -> Iterator[Find]:
    """ "the capture of X by Y", "the loss of X to Y", "Y's control in the east"."""
    told = _grounds(index, token) or _owned_ground(index, token)
    if not told or _broken(index, token, change) or _gripped(index, token):
        return
    if change == "holds" and _relieved(index, token):
        change = "lost"  # "ended X's control of Y"
    falls = token.lemma_.lower() == "fall"
    if change == "lost" or falls:
        winners = _into_hands(index, token) or index.holders(_after(token, "to")) or index.after_to(told[-1].token)
        if winners:
            yield from finds(token, told, winners, "gained", state=False)
            return
        if falls:
            return
    holders = index.holders(_before(token)) or index.holders(_after(token, "by"))
    if not holders and (name := index.before(token)):
        holders = [name]
    if not holders:
        holders = _achievers(index, token)
    if not holders and change in ("gained", "besieges") and not _relieved(index, token):
        holders = index.actors_in(token)
    if not holders and token.pos_ == "VERB" and (name := index.right_before(token)):
        holders = [name]
    yield from finds(token, told, holders, change, state=change in ("holds", "besieges"))


def _gripped(index: Index, token: Token) -> bool:
    """Whether a verb tells more of the control than that it is held: "imposed its control over X"."""
    verb = token.head.lemma_.lower()
    told = token.lemma_.lower() in index.words.grips and token.dep_ in ("dobj", "nsubjpass")
    return told and (verb in index.words.gives or index.words.gripping.get(verb, "holds") != "holds")


def _relieved(index: Index, token: Token) -> bool:
    """Whether the siege is one that somebody works against: "broke the siege of X"."""
    return token.dep_ == "dobj" and token.head.lemma_.lower() in index.words.relieves


def _broken(index: Index, token: Token, change: str) -> bool:
    """Whether a siege is told to be over: "the army broke the siege of X", told as done."""
    if change != "besieges" or not _relieved(index, token):
        return False
    verb = token.head
    return verb.tag_ in ("VBD", "VBN", "VBZ") and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def _achievers(index: Index, token: Token) -> list[str]:
    """Who is told to bring it about: "the army completed the occupation of X", "claims the capture of X"."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() not in index.words.achieves:
        return []
    return [] if token.lemma_.lower() in index.words.grips else index.holders(subjects(token.head))


def _owned_ground(index: Index, token: Token) -> list[Area]:
    """The ground that the noun's owner is: "Goma's capture by X", "the town's fall to X"."""
    owners = [c for c in token.children if c.dep_ == "poss" and (is_ground(index, c) or likely(index, c))]
    by = [c for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "to", "into")]
    return [a for o in owners for a in areas(index, o, sure=likely(index, o))] if by else []


def _grounds_after(index: Index, token: Token) -> list[Area]:
    """The ground after a list and who holds it: "A, B, C and D, under the control of X in the Y countryside"."""
    for t in token.doc[token.i + 1 : min(token.i + _AFTER, token.sent.end)]:
        if t.lower_ == "in":
            noun = next_ground(index, t)
            return areas(index, noun) if noun is not None else []
    return []


def _grounds(index: Index, token: Token) -> list[Area]:
    """The ground that the noun tells of; in the words right after it, else by the parse."""
    leading = (*_OF, *index.words.noun_prepositions.get(token.lemma_.lower(), ()))
    following = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if following is not None and following.lower_ in leading:
        noun = next_ground(index, following)
        if noun is not None:
            return areas(index, noun)
    found = [a for n in _after(token, *leading) for a in areas(index, n, sure=likely(index, n))]
    if not found and token.dep_ == "dobj" and token.head.lemma_.lower() in index.words.achieves:
        found = grounds(index, led(index, token.head, *leading), perhaps=True)  # "laid siege to X"
    if not found:
        deep = [t for t in token.subtree if t.dep_ == "prep" and t.lower_ in leading and t.i > token.i]
        found = [a for prep in deep[:1] for c in prep.children if c.dep_ == "pobj" for a in areas(index, c)]
    return found
