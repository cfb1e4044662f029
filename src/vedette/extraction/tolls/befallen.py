"""Whom a trigger befalls, read off the parse: its objects, subjects, what stands under its "of", what it describes."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, ONE, Group, Groups
from vedette.extraction.tolls.triggers import CARRYING, LEAVING, OF_PERSONS, PHRASE, Trigger
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.syntax import is_passive, objects, patients, subjects

_UNDER = frozenset({"of", "among", "to", "for", "on"})
_GIVEN = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})
_AMID = frozenset({"among", "on", "to"})
"""What leads from uncounted harm to its bearers: "caused casualties among the tribesmen"."""
_WHERE = frozenset({"in", "at", "near", "outside", "on", "during", "over", "within"})
_SAID = 6
"""Within how many words after a group a verb of saying can have it as its subject."""
_JOINED = 2
"""How far two verbs are apart with only "and" between."""
_COUNTED_ONLY = frozenset({OF_PERSONS, LEAVING, CARRYING})


def befallen(trigger: Trigger, groups: Groups, words: Vocabulary) -> list[Group]:
    """The groups whom the trigger befalls by the parse, in order, each once."""
    found: dict[int, Group] = {}
    heads = _heads(trigger, groups, words)
    for token in [
        t for h in heads for t in ([h] if groups.at(h) else _under(h) if _collects(h, trigger, words) else [])
    ]:
        group = groups.at(token)
        if group is not None and fits(trigger, group, words):
            found.setdefault(group.start, group)
    return [found[start] for start in sorted(found)]


def _collects(noun: Token, trigger: Trigger, words: Vocabulary) -> bool:
    """Whether the people stand under the noun: "a group of over 60 fighters were killed"."""
    return noun.lemma_.lower() in words.victims.collective or trigger.effect == "trapped"


def fits(trigger: Trigger, group: Group, words: Vocabulary) -> bool:
    """Whether the group can be those meant: people, where the trigger does not tell by itself that they are."""
    of_people = trigger.token.lemma_.lower() in words.effects.of_people
    strict = of_people or trigger.frame in _COUNTED_ONLY or trigger.effect in words.effects.strict
    if not group.person and (strict or group.kind != COUNTED):
        return False
    if trigger.frame in _COUNTED_ONLY and group.kind != COUNTED and group.mention is None:
        return False
    if trigger.effect == "trapped" and group.kind in (DEFINITE, ONE):
        return False
    if trigger.effect == "casualties" and trigger.frame == OBJECTS and group.kind != COUNTED:
        return False
    noun = words.person(trigger.token.doc[group.head])
    if trigger.effect == "displaced" and group.kind == BARE and noun is not None and noun.who == "combatant":
        return trigger.frame not in (PHRASE, OBJECTS)  # fighters driven out lose ground
    if trigger.effect == "trapped" and group.kind == BARE and (noun is None or noun.who == "combatant"):
        return False
    bare = group.mention is not None and group.mention.head is None
    if trigger.effect == "deployed" and group.kind == BARE:
        return False
    if trigger.effect == "deployed" and not bare and not _sent_by_states(group, trigger, words):
        return False
    if trigger.frame == LEAVING and words.effect(trigger.token.doc[group.head], TALLIES) in ("detained", "abducted"):
        return False  # prisoners escape
    found_dead = trigger.frame == STATES and trigger.effect == "killed" and trigger.token.dep_ != "amod"
    named_only = trigger.effect in ("detained", "displaced") or (trigger.frame == STATES and not found_dead)
    if named_only and group.kind == DEFINITE and noun is None:
        return False
    if group.kind == BARE and _speaks(trigger.token.doc, group, words):
        return False
    told = trigger.frame == DEEDS and group.kind == DEFINITE and group.low is None
    if told and trigger.token.lemma_.lower() in words.effects.bare_deeds:
        return True  # "the displacement of its residents"
    if trigger.frame == DEEDS and trigger.token.doc[group.head].lower_ == "others":
        return True  # "the injury of some others"
    if trigger.frame in (DEEDS, TALLIES) and group.kind == BARE:
        return trigger.token.lemma_.lower() in words.effects.bare_deeds or group.head == trigger.token.i
    return not (trigger.frame == DEEDS and group.kind == DEFINITE and trigger.effect not in ("killed", "abducted"))


def _speaks(doc: Doc, group: Group, words: Vocabulary) -> bool:
    """Whether the group only tells of it: "killed ten civilians, locals and media reports said"."""
    if not group.start or doc[group.start - 1].text != ",":
        return False
    for token in doc[group.end : group.end + _SAID]:
        if token.pos_ == "VERB":
            return token.lemma_.lower() in words.telling and not any(c.dep_.startswith("aux") for c in token.children)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ"):
            return False
    return False


def _sent_by_states(group: Group, trigger: Trigger, words: Vocabulary) -> bool:
    """Whether those deployed are such as a state sends: fighters, "military personnel", observers."""
    doc = trigger.token.doc
    noun = words.person(doc[group.head])
    if noun is not None and (noun.who == "combatant" or noun.group in words.victims.sent):
        return True
    told = (words.victims.modifiers.get(t.lower_) for t in doc[group.start : group.head])
    return any(who is not None and who.who == "combatant" for who in told)


def _heads(trigger: Trigger, groups: Groups, words: Vocabulary) -> list[Token]:
    token, frame = trigger.token, trigger.frame
    if frame == PHRASE:
        return _phrase_heads(trigger, groups)
    if frame == OBJECTS:
        return _object_heads(token, groups, words)
    if frame in (OF_PERSONS, CARRYING):
        return patients(token) if not is_passive(token) or frame == OF_PERSONS else []
    if frame == SUBJECTS:
        return _subject_heads(token)
    if frame == LEAVING:
        persons = [g for o in objects(token) if (g := groups.at(o)) and g.person]
        return [] if persons else _subject_heads(token)
    if frame == STATES:
        return _state_heads(token, groups, words)
    return _noun_heads(token, groups, words)


def _phrase_heads(trigger: Trigger, groups: Groups) -> list[Token]:
    assert trigger.phrase is not None and trigger.noun is not None
    verb, noun = trigger.token, trigger.noun
    if trigger.phrase.harmed == "subject":
        return _subject_heads(verb)
    after = groups.at(noun.i + 1) if noun.i + 1 < len(verb.doc) else None
    if trigger.phrase.harmed == "either" and after is not None and not is_passive(verb):
        return [verb.doc[after.head]]  # "shot to death a watchman"
    if trigger.phrase.harmed == "either":
        return [t for t in (objects(verb) or patients(verb)) if t.i != noun.i] or _subject_heads(verb)
    if trigger.phrase.harmed == "object":
        own = [t for t in objects(verb) if t.i != noun.i] + [t for t in patients(verb) if t.i != noun.i]
        before = groups.at(verb.i - 1) if verb.i and noun.i == verb.i + 1 else None
        if not own and before is not None and not any(c.dep_.startswith("aux") for c in verb.children):
            return [verb.doc[before.head]]  # "the son of a judge held hostage"
        return own or [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "poss")]
    under = _under(noun) or [t for t in _under(verb) if t.i > verb.i and groups.at(t)]
    return under or [noun]


def _subject_heads(verb: Token) -> list[Token]:
    """The subject; for "forced 13,000 to flee", "residents fleeing", who is forced and who is described."""
    if verb.dep_ in ("acl", "amod") and verb.tag_ in ("VBG", "VBN"):
        return [verb.head]
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and not any(c.dep_.startswith("nsubj") for c in verb.children):
        governed = objects(verb.head)
        if governed and "to" in {c.lower_ for c in verb.children}:
            return governed
    found = subjects(verb)
    return found or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])


def _object_heads(verb: Token, groups: Groups, words: Vocabulary) -> list[Token]:
    """Objects; or the subject, where a headline drops "were" ("12 civilians killed in raid")."""
    own = groups.at(verb)
    if own is not None and own.mention is not None and own.head == verb.i == own.mention.end:
        return [verb]  # "left more than 170 wounded"
    heads = patients(verb)
    if not heads and (lost := _lost_subject(verb, groups)) is not None:
        return [lost]
    if not heads and verb.dep_ in ("acomp", "oprd", "attr") and verb.tag_ == "VBN":
        return objects(verb.head) or subjects(verb.head)  # "left 12 wounded", "others remained critically wounded"
    after = groups.at(verb.i + 1) if verb.i + 1 < len(verb.doc) else None
    state = verb.doc[verb.i - _JOINED] if verb.i > _JOINED and verb.nbor(-1).lower_ in ("and", "or", "&") else verb
    if not heads and after is None and verb.dep_ == "conj" and state.i != verb.i and words.effect(state, STATES):
        return _state_heads(state, groups, words)  # "left 84 people dead and wounded"
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.tag_ == verb.tag_), None)
    if not heads and after is None and joined is not None and joined.i - verb.i == _JOINED:
        return patients(joined)  # "killing and injuring over 35"
    twin = verb.head if verb.dep_ == "conj" and verb.i - verb.head.i == _JOINED else None
    before = groups.at(twin.i - 1) if twin is not None and twin.i else None
    if not heads and after is None and before is not None and before.end == verb.i - _JOINED:
        return [verb.doc[before.head]]  # "88 killed & injured"
    if not heads and after is None and verb.dep_ == "conj" and verb.head.dep_ == "acl":
        return [verb.head.head]  # "75 militants killed or wounded"
    shared = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive(verb.head)
    if not heads and after is None and not shared and not is_passive(verb) and verb.tag_ in ("VBN", "VBD", "JJ"):
        heads = subjects(verb) or ([verb.head] if verb.dep_ in ("acl", "amod", "relcl") else [])
    return heads


def _lost_subject(verb: Token, groups: Groups) -> Token | None:
    """The subject that the parse tied to what went before: "were slain in A and two women, beaten, were killed"."""
    helpers = [c.i for c in verb.children if c.dep_ == "auxpass"]
    if not helpers or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children) or verb.dep_ == "conj":
        return None
    before = (g for g in groups.all if g.start >= verb.sent.start and g.kind in (COUNTED, ONE) and g.end <= helpers[0])
    ends = [verb.doc[g.head] for g in before if 0 < helpers[0] - verb.doc[g.head].right_edge.i <= _JOINED]
    return ends[-1] if ends and ends[-1].dep_ in ("conj", "appos") else None


def _state_heads(token: Token, groups: Groups, words: Vocabulary) -> list[Token]:
    """Whom an adjective describes: "left 11 dead", "many were missing", "the wounded men", "people feared dead"."""
    head = token.head
    bare = groups.at(token.i - 1) if token.i else None
    if bare is not None and bare.mention is not None and bare.mention.head is None and bare.end == token.i:
        return [token.doc[bare.head]]  # "700 people, including 47 wounded"
    if token.dep_ in ("amod", "acl", "relcl"):
        return [head] if groups.at(head) else _dwellers(head)
    if any(c.dep_ == "det" for c in token.children) or (head.i != token.i and words.effect(head, STATES)):
        return []
    if token.dep_ in (
        "oprd",
        "acomp",
        "advcl",
        "xcomp",
        "ccomp",
        "attr",
        "conj",
        "dobj",
        "advmod",
        "dep",
        "appos",
    ):
        own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        if own:
            return own
        if token.dep_ == "dobj" and token.tag_.startswith("NN"):
            return []
        if head.pos_ in ("VERB", "AUX"):
            return objects(head) or subjects(head)
        return [head]
    return [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "npadvmod")]


def _dwellers(place: Token) -> list[Token]:
    """Who is in a place that is besieged: "residents of besieged areas", "600,000 live in besieged areas"."""
    if place.dep_ != "pobj":
        return []
    above = place.head.head
    return (
        subjects(above)
        if above.pos_ in ("VERB", "AUX") and above.lemma_ in ("live", "be", "remain", "stay")
        else [above]
    )


def _noun_heads(token: Token, groups: Groups, words: Vocabulary) -> list[Token]:
    """Those under the noun's "of", its owner, or the number that the noun itself bears ("four deaths").

    The bare noun stands for people itself only where a verb makes a toll of it: "caused deaths".
    """
    own = groups.at(token)
    if token.dep_ == "nsubj" and token.head.lower_ in words.leaving:
        return []  # prisoners who escaped are none
    many = token.lemma_.lower() in words.effects.of_many or any(
        c.lower_ in words.effects.each_many for c in token.lefts
    )
    if own is not None and own.kind == COUNTED and many:
        return []  # "committed five massacres", "one of several mass killings"
    single = own is not None and own.kind == ONE and token.dep_ in _GIVEN and words.effect(token, TALLIES) == "killed"
    if own is not None and (own.kind == COUNTED or single or token.doc[own.start].lower_ == "first"):
        return [token]
    below = _under(token) or [c for c in token.children if c.dep_ == "poss"] or _under_beyond(token)
    amid = token.tag_ == "NNS" and any(c.lower_ in _AMID for c in token.children if c.dep_ == "prep")
    if below and not (amid and not any((g := groups.at(t)) and g.kind == COUNTED for t in below)):
        return below
    cause = token.head if token.dep_ == "dobj" else token.head.head if token.dep_ == "pobj" else None
    caused = cause is not None and cause.pos_ == "VERB" and cause.lemma_.lower() in words.effects.causing
    there = token.dep_ == "attr" and any(c.dep_ == "expl" for c in token.head.children)
    plural = token.tag_ in ("NNS", "NNPS") and not any(c.dep_ == "det" for c in token.children)
    return [token] if plural and (caused or there) else []


def _under_beyond(deed: Token) -> list[Token]:
    """Those whose "of" stands after place or time of the deed: "the assassination in Malta of a leader"."""
    places = [p for c in deed.children if c.dep_ == "prep" and c.lower_ in _WHERE for p in c.children]
    return [t for place in places if place.dep_ == "pobj" and place.ent_type_ for t in _under(place)]


def _under(noun: Token) -> list[Token]:
    found = []
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in _UNDER:
            for child in prep.children:
                if child.dep_ == "pobj":
                    found.append(child)
                    found.extend(c for c in child.conjuncts if c.i > child.i)
    return found
