"""Telling: one mention of an event with what its own words say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from spacy.tokens import Token

from vedette.extraction.actors import NOBODY_KNOWN
from vedette.extraction.events.apart import another, habitual
from vedette.extraction.events.force import in_force
from vedette.extraction.events.fought import answered, fights, upon_the_unarmed
from vedette.extraction.events.moves import goal, origin, unlisted
from vedette.extraction.events.pointing import elsewhere, known, part, points, spoken_of, told_of
from vedette.extraction.events.roles import CLASH, MOVED, roles
from vedette.extraction.events.territory import irregular, state_of, territory_type
from vedette.extraction.events.triggers import ATTACK, TERRITORIAL, Trigger
from vedette.extraction.events.words import counted, governor, of_preps
from vedette.extraction.status import HAPPENED, PLANNED, attempted, status_of
from vedette.extraction.when import When, when
from vedette.extraction.where import Where, home_country, where
from vedette.extraction.where.chains import chained
from vedette.extraction.who_says import WhoSays, who_says
from vedette.knowledge.events import ADVANCES, BEFORE, event_lexicon
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import PlaceKind
from vedette.reading.reading import Reading
from vedette.reading.syntax import subjects

AGREEMENT = "Agreement"
RUNS = frozenset({"flee", "escape"})
AIR, PLANTED, SUICIDE = "Air/drone strike", "Remote explosive/landmine/IED", "Suicide bomb"
UNDATED = When(None, None, None, "no words of time for the agreement itself")
ELSEWHERE = Where(None, None, "it points to what was told, and the place beside it is another's")
SHORT = 8
"""As many tokens as a dateline or a line of credits has, which is no lead."""
GOAL = Where(None, None, "the words tell only where they went")
OFTEN_DONE = When(None, None, None, "done again and again, on no day that the words tell")
OWN_VOICE = WhoSays(None, (), "a deal told of in passing, as known")


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger with its slots. `own_place` and `own_day`: whether the sentence itself names them.

    `at`: the place's name as it is compared. `dated`: whether the day hangs on the trigger itself. `points`: whether it
    only points back ("the attack", "one of the shells"). `part`: whether it is put at an unnamed part of its place ("a
    rebel-held district of Aleppo"). `title`: whether it stands in the headline. `another`: whether it is told as one
    more than those before, `habitual` as done again and again, `spoken` as what somebody speaks of on a day of his own,
    `known` as one attack already told ("the attack on the school"). `state`: the country whose state or army acts.
    `lead`: whether it stands in the report's first sentence. `around`: the places in which the words put its own.
    """

    trigger: Trigger
    type: str
    status: str
    where: Where
    at: str
    when: When
    says: WhoSays
    actor: str | None
    actor_reason: str
    target: str | None
    target_sureness: int
    target_fights: bool
    own_place: bool
    own_day: bool
    dated: bool
    points: bool
    part: bool
    title: bool
    another: bool
    habitual: bool
    spoken: bool
    known: bool
    state: str | None
    lead: bool
    around: frozenset[str]

    @property
    def token(self) -> Token:
        """The trigger's token."""
        return self.trigger.token

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day."""
        return self.when.first, self.when.last

    @property
    def long(self) -> bool:
        """Whether it spans a year or more: a state of the war, and no event."""
        first, last = self.days
        return first is not None and last is not None and (last - first).days >= 365

    @property
    def unknown(self) -> bool:
        """Whether the words say that nobody knows who did it: what else the report tells must not fill that in."""
        return self.actor is None and self.actor_reason == NOBODY_KNOWN

    @property
    def only_kills(self) -> bool:
        """Whether the words tell that somebody killed, and not how: what was told before may know."""
        kills = self.token.lemma_ in ("kill", "slay") and self.trigger.frame.type == ATTACK
        return kills and not self.trigger.told and self.token.pos_ == "VERB"

    @property
    def months(self) -> bool:
        """Whether it spans more than a month."""
        first, last = self.days
        return first is not None and last is not None and (last - first).days > 31

    @property
    def fullness(self) -> int:
        """How much the words say themselves; the fullest telling speaks for the event."""
        told = (self.own_place, self.own_day, self.actor is not None, self.target is not None, self.trigger.told)
        return (
            2 * self.own_place + self.own_day + sum(told) - 2 * self.title - self.points - 2 * self.trigger.frame.weak
        )


def telling_of(reading: Reading, trigger: Trigger) -> Telling | None:
    """The telling of a trigger, None where its words do not assert it."""
    token = trigger.token
    status = status_of(reading, _brought_about(trigger))
    kind = trigger.type
    if status is None and kind in (CLASH, ADVANCES) and attempted(reading, token):
        status, kind = HAPPENED, CLASH  # an assault that is tried is fought over
    if status is None:
        return None
    if kind == "Deployment" and status == HAPPENED and _announced(token):
        status = PLANNED
    left = origin(reading, token) if kind in MOVED else None
    if kind in TERRITORIAL:
        left = unlisted(reading, token)
    place = left or (ELSEWHERE if spoken_of(reading, token) else where(reading, token))
    if kind == "Displacement" and left is None and goal(reading, token, place):
        place = GOAL
    time, says = when(reading, token), who_says(reading, token)
    if kind == AGREEMENT:  # made away from the fighting, on a day of its own
        place, time = (
            _away(reading, token, place),
            in_force(reading, token) or (time if _own_time(reading, token) else UNDATED),
        )
    if kind == AGREEMENT and token.dep_ == "pobj":
        says = OWN_VOICE
    often = habitual(reading, token)
    if often and time.basis != "words":
        time = OFTEN_DONE
    who = roles(reading, token, kind)
    actor, target = who.actor, who.target
    if kind == "Displacement" and token.lemma_ in RUNS and actor is not None and fights(reading, actor):
        return None  # fighters who run are not displaced
    if kind in TERRITORIAL:
        if kind == ADVANCES and place.place is not None and place.place.kind is PlaceKind.COUNTRY:
            return None  # a border is crossed, no ground won
        if token.lemma_.lower() == "occupation" and place.place is not None and place.place.kind is PlaceKind.COUNTRY:
            return None  # a state of things
        country = _soil(reading, place)
        kind, actor, target = territory_type(reading, trigger, actor, target, country)
        if kind == CLASH and upon_the_unarmed(reading, token):
            kind, target = ATTACK, "civilians"  # "swept into the village, torching homes"
    elif kind == ATTACK and (foe := answered(reading, trigger)) is not None:
        kind, target = CLASH, foe or target
    elif kind == CLASH and upon_the_unarmed(reading, token):
        kind, target = ATTACK, "civilians"
    if kind == BEFORE and token.lemma_.lower() == "raid" and token.pos_ == "NOUN" and _by_state(reading, actor):
        kind = AIR
    if kind == AIR and _by_own_men(reading, token, actor):
        kind = SUICIDE
    if kind == PLANTED and not trigger.told and token.lemma_.lower() == "bombing" and _by_state(reading, actor):
        kind = AIR  # "Russian bombings": states bomb from the air
    sentence = token.sent
    return Telling(
        trigger=trigger,
        type=kind,
        status=status,
        where=place,
        at=_plain(reading, place.name or ""),
        when=time,
        says=says,
        actor=actor,
        actor_reason=who.reason,
        target=target if target != actor else None,
        target_sureness=who.sureness,
        target_fights=target is not None and fights(reading, target),
        own_place=left is not None
        or (
            place.name is not None
            and not elsewhere(reading, token)
            and any(m.name in place.name and sentence.start <= m.start < sentence.end for m in reading.places)
        ),
        own_day=time.basis == "words",
        dated=_dated(reading, token, by_verb=not trigger.frame.weak or kind != AGREEMENT),
        points=points(reading, token),
        part=part(reading, token),
        title=_in_headline(reading, token),
        another=another(reading, token),
        habitual=often,
        spoken=told_of(reading, token),
        known=known(token),
        state=state_of(reading, actor) if actor is not None else None,
        lead=_in_lead(reading, token),
        around=_around(reading, token, place),
    )


def _brought_about(trigger: Trigger) -> Token:
    """What tells whether it happened: of a deed that only its verb makes one, that verb ("granted passage")."""
    verb = governor(trigger.token)
    if verb is None or verb.lemma_ not in trigger.frame.argument_of or verb.dep_ == "relcl":
        return trigger.token
    return verb


def headline_type(reading: Reading, trigger: Trigger) -> str | None:
    """The event type of a trigger by itself, None for one that takes its type from what was told before."""
    if trigger.type == BEFORE:
        return None
    if trigger.type == ATTACK and answered(reading, trigger) is not None:
        return CLASH
    if trigger.type in TERRITORIAL:
        who = roles(reading, trigger.token, trigger.type)
        return territory_type(reading, trigger, who.actor, who.target, None)[0]
    return trigger.type


def _soil(reading: Reading, place: Where) -> str | None:
    """In which country ground is taken: the place's, if the report names it, else that in which the report plays."""
    home = home_country(reading)
    if place.place is None:
        return home
    told = {m.place.country for m in reading.places if m.place is not None and m.place.kind is PlaceKind.COUNTRY}
    return place.place.country if place.place.country in told or home is None else home


def _by_state(reading: Reading, actor: str | None) -> bool:
    """Whether a state or its army acts."""
    return any(m.name == actor and (m.kind == "state" or m.name.endswith(" government")) for m in reading.actors)


def _by_own_men(reading: Reading, verb: Token, actor: str | None) -> bool:
    """Whether the bombers that strike are men, as an armed group without planes has them."""
    classes = event_lexicon(reading.knowledge).classes
    planes = classes["bombers"]
    if not any(t.lower_ in planes for s in subjects(verb) for t in (s, *counted(s))):
        return False
    return irregular(reading, actor) if actor is not None else any(t.lower_ in classes["suicide"] for t in reading.doc)


def _away(reading: Reading, token: Token, place: Where) -> Where:
    """The place of a deal if it was made "in X", none where the sentence only tells what it is about."""
    made = [c for c in token.children if c.dep_ in ("acl", "relcl")]
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in event_lexicon(reading.knowledge).classes["made"]:
        made.append(token.head)
    for thing in (t for over in (token, *made) for t in of_preps(over, frozenset({"in"}))):
        if any(m.start <= thing.i < m.end for m in reading.places):
            return place
    return Where(None, None, "the words do not say where it was made")


def _in_headline(reading: Reading, token: Token) -> bool:
    """Whether `token` stands in the title, or in a first line that serves as one."""
    title = reading.report.title
    if title:
        return token.idx < len(title)
    line = reading.report.text.lstrip().split("\n", 1)[0].rstrip()
    return token.idx < reading.report.full.find(line) + len(line) and not line.endswith((".", "!", '"', "”"))


def _own_time(reading: Reading, deal: Token) -> bool:
    """Whether words of time hang on a deal itself, or on the verb that it is subject or object of."""
    heads = [deal]
    if deal.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        heads.append(deal.head)
    spans = [
        (c.left_edge.i, c.right_edge.i) for h in heads for c in h.children if c.dep_ not in ("ccomp", "advcl", "conj")
    ]
    return deal.pos_ in ("VERB", "AUX") or any(a <= m.start <= b for a, b in spans for m in reading.times)


def _dated(reading: Reading, token: Token, *, by_verb: bool) -> bool:
    """Whether words of time hang on the trigger itself or, `by_verb`, on the verb that it belongs to."""
    heads = [token]
    verb = governor(token) if token.pos_ not in ("VERB", "AUX") else None
    if token.dep_ == "csubj":
        verb = token.head  # "fighting erupted last month"
    if verb is not None and by_verb:
        heads.append(verb)
    for head in heads:
        for child in head.children:
            if child.dep_ in ("prep", "npadvmod", "advmod", "nmod", "compound", "amod", "poss", "nummod", "advcl"):
                low, high = child.left_edge.i, child.right_edge.i
                if any(m.first and low <= m.start <= high for m in reading.times):
                    return True
    return False


def _plain(reading: Reading, name: str) -> str:
    """A place's name in lower case without the words that only tell what it is: "Salaheddin district"."""
    generic = event_lexicon(reading.knowledge).classes["place_kinds"]
    words = [w for w in name.casefold().replace("-", " ").split() if w not in generic]
    return " ".join(words) or name.casefold()


def _announced(token: Token) -> bool:
    """Whether troops are only announced: "announced the deployment of", "announced it was sending"."""
    over = token.head
    return over.lemma_ in ("announce", "authorize", "approve") and (token.dep_ == "dobj" or token.tag_ == "VBG")


def _in_lead(reading: Reading, token: Token) -> bool:
    """Whether `token` stands in the first sentence below the title."""
    first = next((s for s in reading.doc.sents if len(s) > SHORT and s.end_char > len(reading.report.title) + 2), None)
    return first is not None and first.start == token.sent.start


def _around(reading: Reading, token: Token, place: Where) -> frozenset[str]:
    """The places in which the sentence of `token` puts the telling's own: Y and Z of "X, a village in Y, Z"."""
    if place.name is None:
        return frozenset()
    words = reading.knowledge.world("place_words", PlaceWords)
    inside = [m for m in reading.places if token.sent.start <= m.start < token.sent.end]
    found: list[str] = []
    for mention, after in pairwise(inside):
        between = reading.doc[mention.end : after.start]
        linked = chained(between, after, words) and not any(t.lower_ in ("and", "&") for t in between)
        if linked and (found or mention.name in place.name):
            found.append(_plain(reading, after.name))
        elif found:
            break
    return frozenset(found)
