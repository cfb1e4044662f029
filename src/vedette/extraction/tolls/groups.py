"""The groups of people that a report names: "at least 12 civilians", "a nurse", "others", with their counts."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.headline import is_verb_of_headline
from vedette.extraction.tolls.named import is_named, name_start, past_name
from vedette.extraction.tolls.no_people import of_beasts, of_room, of_things, of_wounds
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, TALLIES, Vocabulary
from vedette.reading.reading import NumberMention, Reading
from vedette.reading.syntax import subjects

COUNTED, ONE, DEFINITE, BARE, PRONOUN = "counted", "one", "definite", "bare", "pronoun"

_SINGULAR_PRONOUNS = frozenset({"he", "him", "she", "her"})
_REFLEXIVE = frozenset({"himself", "herself"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that", "our", "my"})

_WITH_NUMBER = frozenset({"another", "additional", "other", "the", "his", "her", "their"})
_OF_MEMBER = frozenset({"of", "from", "with"})
_AGE = 7
_THOSE = frozenset({"dead", "wounded", "injured", "killed", "victims", "casualties"})
_ROLES = frozenset({"dobj", "nsubj", "nsubjpass", "conj", "pobj"})
_NAMED_AS = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "pobj"})
_SOME = frozenset({"some", "many"})
_BEFORE = frozenset({"det", "amod", "compound", "poss", "nummod", "case", "advmod", "npadvmod", "nmod"})


@dataclass(frozen=True, slots=True)
class Group:
    """People in tokens `start` to `end`. `head` is the noun (or the number, where bare); `kind` how they are told.

    `also`: the nouns of further kinds under the same telling ("women and children").
    `person` is false where the noun is none for people that we know, and the verb must tell ("killed 12 Huntites").
    """

    start: int
    end: int
    head: int
    kind: str
    low: int | None
    high: int | None
    approx: bool = False
    mention: NumberMention | None = None
    person: bool = True
    also: tuple[int, ...] = ()


class Groups:
    """All groups of a report, in order, to be found by any of their tokens."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.doc: Doc = reading.doc
        self.vocabulary = vocabulary
        self.by_token: dict[int, Group] = {}
        self.all: list[Group] = []
        self.in_place = {i for place in reading.places for i in range(place.start, place.end)}
        numbers = {mention.start for mention in reading.numbers}
        for mention in reading.numbers:
            self._add(self._counted(mention, numbers))
        for token in reading.doc:
            if token.i not in self.by_token:
                self._add(self._uncounted(token))
        self.all.sort(key=lambda g: (g.start, g.end))

    def at(self, token: Token | int) -> Group | None:
        """The group that `token` is a word of."""
        return self.by_token.get(token if isinstance(token, int) else token.i)

    def list_after(self, position: int, limit: int = 4) -> list[Group]:
        """The groups of the list that begins within `limit` tokens after `position`: "a child and two women".

        Members told with their own parts are followed by these: "four staff, including a Nigerian, and two drivers".
        """
        first = next((g for g in self.all if position <= g.start <= position + limit), None)
        if first is None or any(t.is_sent_start for t in self.doc[position + 1 : first.start + 1]):
            return []
        return [first, *self.onward(first, parts=True)]

    def onward(self, group: Group, *, parts: bool = False) -> list[Group]:
        """The groups that go on the list that `group` stands in, only joints (and the `parts` of each) between."""
        found: list[Group] = []
        joints = self.vocabulary.victims.joints
        while self.doc[group.head].lower_ not in ("them", "whom"):  # "two civilians, one of them a child"
            end, named = self._past_own_words(group)
            j = end
            while j < len(self.doc) and self.doc[j].lower_ in joints and j < end + 5:
                j += 1
            if parts and j > end and self.doc[j : j + 1].text == "including":
                j += 1
            if self.doc[j : j + 3].text.lower() == "in addition to":
                j += 3
            after = self.by_token.get(j)
            if after is None or after.start != j or self.doc[j].is_sent_start:
                return found
            if j == end and (after.kind not in (COUNTED, ONE) or end > group.end or "," in self.doc[j].sent.text):
                return found  # side by side they are a list only where a text has lost its commas
            kin = self.doc[after.start].lower_ in ("his", "her")
            described = self.doc[after.head].dep_ == "appos" and not named and (group.low or 1) == 1
            if described and after.kind != COUNTED and not kin:  # "Ali Saleh, a baker"
                return found
            if end > group.end and after.kind == BARE:
                return found
            head = self.doc[after.head]
            if after.kind == BARE and head.dep_ == "nsubj" and head.head.i > after.head:  # ", doctors said"
                return found
            found.append(after)
            group = after
        return found

    def _past_own_words(self, group: Group) -> tuple[int, bool]:
        """Where what hangs on a member of a list ends, "of the unit", and his name, if that is told after it."""
        doc, end = self.doc, _past_age(self.doc, group.end)
        hangs = {group.head}
        while end + 1 < len(doc) and doc[end].lower_ in _OF_MEMBER and doc[end].head.i in hangs:
            below = next((c for c in doc[end].children if c.dep_ == "pobj" and c.i > end), None)
            if below is None:
                break
            hangs.add(below.i)
            places = [t for t in below.conjuncts if t.ent_type_ and t.ent_type_ == below.ent_type_ and t.i > below.i]
            end = (places[-1] if places else below).i + 1  # "from Austria, Switzerland and Ukraine"
            if doc[end : end + 1].text == "(":
                end = next((t.i + 1 for t in doc[end : end + 5] if t.text == ")"), end)  # "of the agency (UNHCR)"
        name = end + 1
        if group.low != 1 or name >= len(doc) or doc[end].text != "," or doc[name].ent_type_ != "PERSON":
            return end, False
        while name < len(doc) and doc[name].ent_type_ == "PERSON":
            name += 1
        told = name < len(doc) and doc[name].lower_ in (",", "and") and doc[name].sent == doc[group.head].sent
        return (name, True) if told else (end, False)

    def _add(self, group: Group | None) -> None:
        if group is None or any(i in self.by_token for i in range(group.start, group.end)):
            return
        self.all.append(group)
        for i in range(group.start, group.end):
            self.by_token[i] = group

    def _counted(self, mention: NumberMention, numbers: set[int]) -> Group | None:
        start = mention.start
        if start and self.doc[start - 1].lower_ in _WITH_NUMBER:
            start -= 1
        if start and self.doc[start - 1].lower_ == "an":
            start -= 1
        if start > 1 and self.doc[start - 1].lower_ == "of":
            kin = self.doc[start - 2]
            if kin.lemma_.lower() in self.vocabulary.victims.kin or self._band(kin, mention):  # "a family of six"
                start = next((c.i for c in kin.lefts if c.dep_ == "det"), kin.i)
                end = mention.end if mention.head is None else max(mention.end, mention.head + 1)
                return Group(start, end, kin.i, COUNTED, mention.low, mention.high, mention.approx, mention)
        head, person = mention.head, True
        if head is not None:
            token = self.doc[head]
            person = self.is_person(token)
            counts = person or token.pos_ in ("NOUN", "PROPN", "ADJ")
            if is_verb_of_headline(token, self.vocabulary):
                counts = False
            if not counts or token.lower_ in ("more", "media", "state"):
                head, person = None, True
        end = mention.end if head is None else max(mention.end, head + 1)
        if head is None and mention.end < len(self.doc) and self.doc[mention.end].lower_ in ("more", "others", "other"):
            end += 1
        if head is not None and (
            of_beasts(self.doc[head], self.vocabulary) or of_wounds(self.doc[head], self.vocabulary)
        ):
            return None
        if of_room(self.doc, start, self.vocabulary):
            return None
        things = of_things(self.doc, mention.end)
        if things is not None and not self.is_person(things):
            return None
        if head is not None and not numbers.isdisjoint(range(mention.end + 1, head)):
            end = mention.end  # "123 of the 142 murders": the whole is told with its part
        if head is not None and self.doc[head].lemma_.lower() in self.vocabulary.victims.kin:
            return Group(start, end, head, BARE, None, None, mention=mention)  # families are no count of people
        head = mention.end - 1 if head is None else head
        return Group(start, end, head, COUNTED, mention.low, mention.high, mention.approx, mention, person)

    def _band(self, noun: Token, mention: NumberMention) -> bool:
        """Whether a body of armed people is told by its number alone: "a force of 800"."""
        return mention.head is None and noun.lemma_.lower() in self.vocabulary.victims.bodies

    def is_person(self, token: Token) -> bool:
        """Whether the noun is one for people, by the vocabulary or as the name of a people."""
        words = self.vocabulary
        if token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBD"):
            return False
        return (
            words.person(token) is not None
            or words.effect(token, TALLIES) is not None
            or words.effect(token, DEEDS) is not None
            or token.ent_type_ == "NORP"
            or token.lower_ in ("them", "whom", "those", "wounded", "injured", "dead", "killed")
        )

    def _uncounted(self, token: Token) -> Group | None:
        words = self.vocabulary
        if token.lower_ in _SINGULAR_PRONOUNS and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return Group(token.i, token.i + 1, token.i, PRONOUN, 1, 1)
        if token.lower_ in _REFLEXIVE and token.dep_ == "dobj":  # "the bomber killed himself and three others"
            doer = next((s for s in subjects(token.head) if words.person(s) is not None), None)
            return None if doer is None else Group(token.i, token.i + 1, doer.i, ONE, 1, 1)
        if (aged := self._aged(token)) is not None:
            return aged
        if token.lower_ == "more" and token.i and token.nbor(-1).lower_ == "many" and _stands_for_people(token):
            return Group(token.i - 1, token.i + 1, token.i, BARE, None, None)
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ") or (token.dep_ == "compound" and token.head.i > token.i):
            return None
        if token.lower_ == "another" and _bears(token, words):
            return Group(token.i, token.i + 1, token.i, ONE, 1, 1)
        harm = words.effect(token, TALLIES) or words.effect(token, DEEDS)
        if harm and token.tag_ == "NN" and token.dep_ == "dobj" and token.head.lemma_ in words.effects.bearing:
            first = next((c for c in token.lefts if c.lower_ == "first"), None)
            if first is not None:  # "suffered its first fatality"
                return Group(first.i, token.i + 1, token.i, ONE, 1, 1)
        if harm and token.tag_ in ("NNS", "NNPS"):
            return Group(token.i, token.i + 1, token.i, BARE, None, None)
        if words.person(token) is None and not self._national(token):
            named = token.i not in self.in_place and is_named(token, words)
            owner = token.dep_ == "poss" and words.effect(token.head, DEEDS) is not None
            told = token.dep_ == "appos" and any(
                c.dep_ == "relcl" for c in token.children
            )  # "his aide, X, who was shot"
            if named and (owner or told or token.dep_ in _NAMED_AS):
                return Group(name_start(token), token.i + 1, token.i, DEFINITE, 1, 1)
            return None
        if (token.dep_ == "amod" and token.head.i > token.i) or of_beasts(token, words):
            return None
        start = self._left(token)
        mostly = self.vocabulary.victims.mostly
        determiners = {t.lower_ for t in self.doc[start : token.i]}
        plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in words.victims.plurals
        if "how" in determiners or (start and self.doc[start - 1].lower_ == "how"):
            return None  # "how many people"
        if _none_of(token):
            return None
        if plural and (determiners & (mostly | {"no", "any"}) or (start and self.doc[start - 1].lower_ in mostly)):
            return None
        of_those = self.doc[start - 2 : start].text.lower().split() if start > 1 else []
        if plural and of_those and of_those[0] in _SOME and of_those[-1] == "of" and token.lower_ not in _THOSE:
            return Group(start - 2, token.i + 1, token.i, BARE, None, None)  # "some of the soldiers"
        if plural:
            kind = DEFINITE if determiners & _DEFINITE and token.lower_ not in words.victims.ages else BARE
            return Group(start, token.i + 1, token.i, kind, None, None)
        if determiners & {"a", "an", "another"} and token.lemma_.lower() not in words.victims.kin:
            many = words.victims.pairs.get(token.lower_, 1)
            return Group(start, token.i + 1, token.i, ONE, many, many)
        if determiners & {"no", "any"}:
            return None
        if token.lemma_.lower() in words.victims.kin:
            return Group(start, token.i + 1, token.i, BARE, None, None)  # "his entire family"
        return Group(start, past_name(self.doc, token.i + 1), token.i, DEFINITE, 1, 1)

    def _aged(self, token: Token) -> Group | None:
        """One person told by an age alone: "killing a five-year-old"."""
        doc, years = self.doc, token.i - 4
        if token.lower_ != "old" or years < 1 or doc[token.i - 2].lower_ != "year":
            return None
        if token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            return None
        article = doc[years - 1].lower_ in ("a", "an", "another") and doc[years].like_num
        return Group(years - 1, token.i + 1, token.i, ONE, 1, 1) if article else None

    def _national(self, token: Token) -> bool:
        """Whether it names one person by a people: "including a Nigerian"."""
        articles = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
        return articles and token.ent_type_ == "NORP" and token.dep_ not in ("compound", "amod", "nmod")

    def _left(self, noun: Token) -> int:
        """Where the noun's own words begin: articles, adjectives and names before it."""
        start = noun.i
        while start > 0 and not self.doc[start].is_sent_start:
            before = self.doc[start - 1]
            hyphen = before.text == "-" and not (start > 1 and self.doc[start - 2].whitespace_)
            if before.lower_ in ("included", "including"):
                break
            quote = before.is_punct and before.text not in ",;:-"
            own = before.head.i in range(start - 1, noun.i + 1)
            if not own or not (before.dep_ in _BEFORE or hyphen or quote):
                break
            start -= 1
        return start


def _past_age(doc: Doc, end: int) -> int:
    """Where the age told after a person ends: "a boy about 14 months old", "a nurse aged 30"."""
    for i in range(end, min(end + _AGE, len(doc))):
        if doc[i].lower_ == "old" and i > end + 1:
            return i + 1
        if doc[i].pos_ not in ("NUM", "ADV", "ADP", "NOUN", "PUNCT") or doc[i].text == ",":
            break
    aged = end + 1 < len(doc) and doc[end].lower_ == "aged" and doc[end + 1].like_num
    return end + 2 if aged else end


def _none_of(noun: Token) -> bool:
    """Whether "no" before another of its kind goes for it too: "no patients or staff"."""
    first = noun
    while first.dep_ == "conj" and first.head.i < first.i and not any(c.dep_ == "det" for c in first.children):
        first = first.head
    return first.i != noun.i and any(c.lower_ in ("no", "neither") for c in first.lefts)


def _bears(another: Token, words: Vocabulary) -> bool:
    """Whether "another" is one who is harmed: "and another badly hurt", but not "another that murdered two maids"."""
    verb = another.head
    if any(c.dep_ == "relcl" and c.tag_ != "VBN" for c in another.children):
        return False
    left_out = another.dep_ == "nsubj" and verb.tag_ == "VBN" and words.effect(verb, OBJECTS) is not None
    return left_out or another.dep_ in ("dobj", "nsubjpass", "conj")


def _stands_for_people(more: Token) -> bool:
    """Whether "many more" are people: by their place in the clause, or a participle after ("many more displaced")."""
    after = more.doc[more.i + 1] if more.i + 1 < len(more.doc) else more
    return more.dep_ in _ROLES or after.tag_ == "VBN"
