"""From the words that name a source to the origin: a body, a crowd, or the words as they are written."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from vedette.knowledge.actors import actor_book
from vedette.knowledge.effects import Effects
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.sources import Source
from vedette.reading.attribution.behind import at_work, body_behind, watches
from vedette.reading.attribution.credited import Credited
from vedette.reading.attribution.cues import Cue
from vedette.reading.attribution.listed import A_MONITOR, listed
from vedette.reading.attribution.listed import titles as titles_of
from vedette.reading.attribution.offices import office_before, office_of_state, paper_of_state, speaks_for_state
from vedette.reading.attribution.origin import Origin, as_told, based, counted, definite, described, full_name
from vedette.reading.attribution.papers import owners
from vedette.reading.attribution.persons import body_of, name_after
from vedette.reading.attribution.posts import Post, of_post, told_posts
from vedette.reading.reading import ActorMention, Reading


@dataclass
class Resolver:
    """Resolves source words of one report, remembering who was credited and which surname speaks for whom."""

    reading: Reading
    words: Reporting
    hits: dict[int, tuple[int, int, Source]] = field(default_factory=dict)
    monitors: list[str] = field(default_factory=list)
    actors: dict[int, ActorMention] = field(default_factory=dict)
    surnames: dict[str, Origin] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    before: Credited = field(init=False)

    def __post_init__(self) -> None:
        self.before = Credited(self.words)

    @property
    def figures(self) -> frozenset[str]:
        """Nouns of a count of people."""
        return self.reading.knowledge.world("effects", Effects).figure_nouns

    @classmethod
    def of(cls, reading: Reading, words: Reporting) -> Resolver:
        """A resolver for `reading`, with every source phrase of the report looked up."""
        found = cls(reading, words)
        for start, end, source in listed(reading):
            for n in range(start, end):
                found.hits[n] = (start, end, source)
            if source.kind == "monitor" and source.name != A_MONITOR and source.name not in found.monitors:
                found.monitors.append(source.name)
        found.actors = {n: m for m in reading.actors for n in range(m.start, m.end)}
        found.posts = told_posts(reading, found.titles)
        for post in found.posts:
            if post.name is not None:
                found.surnames.setdefault(post.name, Origin(post.body, "party", True, "a person told with a post"))
        return found

    def resolve(self, head: Token) -> Origin | None:
        """The origin that `head`'s noun phrase names, None where it names nobody who can say."""
        origin = self._resolve(head)
        if origin is not None:
            self.before.remember(head, origin)
        return origin

    def carrier(self, head: Token) -> Origin | None:
        """Who passes a word on: as `resolve`, but "he said" after it is never the carrier."""
        return self._resolve(head)

    def trusts(self, cue: Cue) -> bool:
        """Whether the cue's subject is to be believed: "..., X reporting" often is no subject but a place before it."""
        head = cue.head
        if cue.token.tag_ != "VBG" or head is None or head.i > cue.token.i:
            return True
        return head.i in self.hits or head.i in self.actors or head.lower_ in self.words.heads

    @property
    def latest(self) -> Origin | None:
        """Who was credited last."""
        return self.before.latest

    def _resolve(self, head: Token) -> Origin | None:
        word = head.lower_
        if word in self.words.pronouns:
            return self.before.again(head, self.actors.get(head.i), person=word in ("he", "she"))
        if word in self.words.tallies or head.lemma_.lower() in self.figures:
            return self._paper(head)
        if word in self.words.never or (head.pos_ in ("DET", "NUM") and word not in self.words.heads):
            return None
        if any(c.lower_ in ("no", "neither") for c in head.lefts):
            return None  # "no group has claimed it"
        if counted(head) and word not in self.words.tellers:
            return None  # "at least 48 people killed in the village, the monitor said", where the parser mistakes them
        origin = self._paper(head) if word in self.words.documents else None
        origin = origin or self._called(head) or self._known(head) or of_post(self.posts, head)
        if origin is None and word in self.words.again and definite(head):
            if based(head) and self.monitors:
                origin = Origin(self.monitors[0], "monitor", how="the monitor that the report names")
            elif not described(head):
                origin = self.before.again(head, self.actors.get(head.i), person=False)
        if origin is None:
            origin = self._behind(head) or speaks_for_state(self.reading, head, self.titles)
        return origin or self._appositive(head) or self._person(head) or self._as_written(head)

    def _paper(self, head: Token) -> Origin | None:
        """Whose report, statement or count it is: "the UN report", "a count by X", "a statement issued by X"."""
        for owner in owners(head, self.words.puts_out):
            origin = self._known(owner) or office_of_state(self.reading, owner)
            if origin is None and owner.dep_ == "pobj" and owner.pos_ == "PROPN":
                origin = self._person(owner)
            if origin is not None:
                return self._remember(head, Origin(origin.name, origin.kind, how="whose paper it is"))
        return paper_of_state(self.reading, head)

    def _behind(self, head: Token) -> Origin | None:
        """By what the source is: at work in a hospital, a group that watches, a body's paper, office or member."""
        crowd = at_work(self.words, head) if head.lower_ in self.titles else None
        if crowd is not None:
            return Origin(crowd, "crowd", True, "told by where one works")
        if self.monitors and head.lower_ in self.words.heads and watches(self.words, head):
            return Origin(self.monitors[0], "monitor", how="the monitor that the report names")
        mention = body_behind(self.reading, self.words, head)
        if mention is None:
            return None
        origin = Origin(mention.name, "party", head.lower_ == "member", "whose paper, office or member it is")
        for name in head.children:
            if name.dep_ == "appos" and name.pos_ == "PROPN":
                self._remember(name, origin)
        return origin

    def _called(self, head: Token) -> Origin | None:
        """ "the organisation known as X", "a network called X"."""
        for child in head.children:
            if child.dep_ == "acl" and child.lemma_ in ("know", "call", "name", "dub"):
                for token in child.subtree:
                    if token.i in self.hits:
                        return self._source(self.hits[token.i], head)
        return None

    def _known(self, head: Token) -> Origin | None:
        """By the lists of sources, then by the actors: the head itself, then what stands before it in its phrase."""
        if head.i in self.hits:
            return self._source(self.hits[head.i], head)
        mention = self.actors.get(head.i)
        if mention is not None and mention.how != "pronoun" and mention.kind != "people":
            lesser = mention.kind == "person" and head.pos_ == "NOUN" and self._is_lesser(head)
            if lesser or (mention.how == "description" and head.lower_ in self.words.again):
                mention = None if lesser or self.before.told or self.monitors else mention
            if mention is not None:
                return self._actor(mention, head)
        if head.text in self.surnames and head.pos_ == "PROPN":
            return self.surnames[head.text]
        if head.lower_ in self.words.offices and head.pos_ == "PROPN":
            office = office_of_state(self.reading, head) if head.lower_ == "ministry" else self._behind(head)
            return office or self._part_of(head) or Origin(as_told(head), "body", how="named office")
        for child in reversed(list(head.lefts)):
            if child.dep_ in ("compound", "poss", "nmod", "amod"):
                for token in child.subtree:
                    if token.i in self.hits and not self._only_crowd(token, head):
                        origin = self._source(self.hits[token.i], head)
                        return self._remember(head, origin) if origin else None
        titled = head.lower_ in self.titles or any(c.lower_ in self.titles for c in head.lefts)
        for child in reversed(list(head.lefts)):
            if child.dep_ in ("compound", "poss", "nmod", "amod") and (head.pos_ == "PROPN" or titled):
                mention = self.actors.get(child.i)
                if mention is not None and mention.how not in ("pronoun", "holder") and mention.kind != "people":
                    if mention.how in ("description", "title") and self._is_lesser(head):
                        break
                    if mention.how == "country" and child.dep_ == "compound" and not titled:
                        break  # "Libya Ahrar" is a name
                    if child.pos_ == "PROPN" and any(t.tag_ == "VBN" for t in self.reading.doc[child.i + 1 : head.i]):
                        break  # "... or Turkey informed sources said", in a text that lost its commas
                    return self._remember(head, Origin(mention.name, "party", True, "who speaks for it"))
        return self._of(head)

    def _is_lesser(self, head: Token) -> bool:
        """ "a local government official" speaks for no state."""
        return any(c.lower_ in self.words.lesser for c in head.lefts)

    def _part_of(self, head: Token) -> Origin | None:
        """The international body whose office it is: "the United Nations Office for ..."."""
        mention = self.actors.get(head.left_edge.i) or self.actors.get(head.i - 1)
        if mention is None or mention.kind != "body" or mention.how != "alias":
            return None
        return Origin(mention.name, "party", how="an office of the body")

    def _only_crowd(self, token: Token, head: Token) -> bool:
        """Whether the words before a name tell but what kind of person it is ("activist X")."""
        return self.hits[token.i][2].kind == "crowd" and head.pos_ == "PROPN"

    @property
    def _bodies(self) -> dict[int, str]:
        """Tokens that name a source which people speak for, to its name."""
        kinds = ("body", "monitor")
        return {n: s.name for n, (_, _, s) in self.hits.items() if s.kind in kinds and s.name != A_MONITOR}

    @property
    def titles(self) -> frozenset[str]:
        """Words, lower case, for people who speak for a body."""
        return titles_of(self.reading.knowledge)

    def _of(self, head: Token) -> Origin | None:
        """ "a spokesman for X", "the head of X", "sources in X": X where head is a title."""
        if head.lower_ not in self.titles and head.lower_ not in self.words.documents:
            return None
        if head.lower_ in self.words.documents:  # "the statement released by X"
            for by in (a for c in head.children if c.dep_ == "acl" for a in c.children if a.dep_ == "agent"):
                origins = [self._known(o) for o in by.children if o.dep_ == "pobj"]
                if origins and origins[0] is not None:
                    return Origin(origins[0].name, origins[0].kind, how="whose paper it is")
        latest = self.latest
        if latest is not None and any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in head.lefts):
            return Origin(latest.name, latest.kind, True, "who speaks for whoever spoke last")
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in ("for", "of", "by", "from", "with", "at", "in"):
                for obj in prep.children:
                    if obj.dep_ == "pobj" and obj.i != head.i:
                        origin = self._known(obj)
                        if origin is None and based(obj) and self.monitors:
                            origin = Origin(self.monitors[0], "monitor")
                        if origin is not None:
                            return Origin(origin.name, origin.kind, True, "who speaks for it")
        return None

    def _source(self, hit: tuple[int, int, Source], head: Token) -> Origin | None:
        start, end, source = hit
        if source.name == A_MONITOR:
            name = self.monitors[0] if self.monitors else as_told(head)
            return Origin(name, "monitor", how="the monitor that the report names" if self.monitors else "as written")
        before = self.reading.doc[start - 1] if start else None
        if (
            source.kind in ("media", "crowd")
            and before is not None
            and before.i in self.actors
            and source.kind == "media"
        ):
            mention = self.actors[before.i]
            home = actor_book(self.reading.knowledge).by_name.get(mention.name)
            if mention.how == "nationality" and not (home is not None and home.side == "government"):
                return Origin(as_told(head), "media", how="as written")
        person = (
            any(self.reading.doc[start:end].text.lower() == p.lower() for p in source.people)
            or head.ent_type_ == "PERSON"
        )
        return self._remember(head, Origin(source.name, source.kind, person))

    def _actor(self, mention: ActorMention, head: Token) -> Origin | None:
        book = actor_book(self.reading.knowledge)
        doc = self.reading.doc
        name = mention.name
        office = mention.kind == "state" and doc[mention.end - 1].lower_ in ("ministry", "command")
        if mention.how == "pattern" and office and name not in book.by_name and name.endswith("government"):
            name = doc[mention.start : mention.end].text  # "Iraqi Defense Ministry"
        return self._remember(head, Origin(name, "party", mention.kind == "person"))

    def _remember(self, head: Token, origin: Origin) -> Origin:
        if head.pos_ == "PROPN" and head.i not in self.hits and head.i not in self.actors:
            self.surnames.setdefault(head.text, Origin(origin.name, origin.kind, True, "a person named before"))
        return origin

    def _appositive(self, head: Token) -> Origin | None:
        """ "X, spokesman for the White Helmets": the body that the words beside the name tell."""
        if head.lower_ in self.words.outlets and (outlet := self._outlet(head)) is not None:
            return outlet
        for child in head.children:
            if child.dep_ == "appos":
                mention = self.actors.get(child.i)
                if mention is not None and mention.how == "description" and child.lower_ not in self.titles:
                    continue  # "X, a policeman who survived", speaks for himself
                origin = self._known(child)
                if origin is not None:
                    return self._remember(head, Origin(origin.name, origin.kind, True, "who speaks for it"))
        return None

    def _outlet(self, head: Token) -> Origin | None:
        """ "the channel Free Voice": an outlet's own name after what it is."""
        doc, end = self.reading.doc, head.i + 1
        while end < head.sent.end and (doc[end].pos_ == "PROPN" or doc[end].text == "-"):
            end += 1
        own = end > head.i + 1 and head.i + 1 not in self.hits
        return Origin(doc[head.i + 1 : end].text, "media", how="named") if own else None

    def _person(self, head: Token) -> Origin | None:
        """A named person who speaks for nobody that the text tells: by full name."""
        if head.pos_ != "PROPN":
            return None
        titled = [c for c in head.lefts if c.dep_ == "compound" and c.lower_ in self.words.speakers]
        if titled and (latest := self.latest) is not None:
            return self._remember(head, Origin(latest.name, latest.kind, True, "spokesman"))
        if (office := office_before(self.reading, head, self.titles, self.hits)) is not None:
            return self._remember(head, office)
        start, end = full_name(head, self.titles | self.words.own_voice | self.words.honorifics, self.words.particles)
        while start < head.i and start in self.hits:
            start += 1  # "told the X Agency Omar Y", in a text that lost its commas
        name = self.reading.doc[start:end].text
        if not name[:1].isupper():
            return None
        by_title = end - start == 1 and name.lower() in self.titles
        if start < head.i or by_title:
            body = body_of(self.reading, (start, end), self.titles, self._bodies)
            if body is not None:
                return self._remember(head, Origin(body, "party", True, "who speaks for it"))
        if by_title:  # "Deputy Minister of the enclave A B": the post is no name
            named = name_after(self.reading.doc, end)
            return Origin(named or as_told(head), "person" if named else "unnamed", True)
        person = head.ent_type_ == "PERSON" or start < head.i
        return self._remember(head, Origin(name, "person" if person else "name", person))

    def _as_written(self, head: Token) -> Origin | None:
        before = self.reading.doc[head.i - 1] if head.i else head
        if head.pos_ == "NOUN" and head.lower_ in self.titles and before.ent_type_ == "PERSON":
            return self._person(before)  # "said X head of the health office", in a text that lost its commas
        if head.lower_ not in self.words.heads and head.lower_ not in self.words.folk:
            return None
        if head.lower_ in ("ministry", "government", "authorities", "governor", "mayor", "governorate"):
            office = office_of_state(self.reading, head)
            if office is not None:
                return office
        inner = self._within(head)
        if inner is not None:
            return inner
        name = as_told(head)
        told = self.before.unnamed(name)
        if told is not None and definite(head):
            return told
        return Origin(name, "unnamed", head.tag_ == "NN", "as written")

    def _within(self, head: Token) -> Origin | None:
        """ "a Police Command source", "a source at the Health Directorate": the office that the source is of."""
        for child in head.lefts:
            if child.dep_ == "compound" and child.pos_ == "PROPN" and child.lower_ in self.words.offices:
                return Origin(as_told(child), "body", True, "the office that the source is of")
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in ("at", "in", "from", "within", "inside"):
                for obj in prep.children:
                    if obj.dep_ == "pobj" and obj.pos_ == "PROPN" and obj.lower_ in self.words.offices:
                        return Origin(as_told(obj), "body", True, "the office that the source is of")
        return None
