"""Parts of a count: "including 39 children", "eight of them children", "six civilians were among the 22 killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.fates import aside, befell_later, describes, of_whom, outnumbers
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, ONE, Group, Groups
from vedette.extraction.tolls.moved import as_its_whole, left_with, told_by_itself
from vedette.extraction.tolls.triggers import Trigger
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.syntax import subjects


class Parts:
    """Finds the parts of the tolls found so far. `told`: all triggers by their tokens."""

    def __init__(self, groups: Groups, found: list[Found], told: dict[int, Trigger], words: Vocabulary) -> None:
        self.groups, self.found, self.words = groups, found, words
        self.counts = words.counts
        self.told = told
        self.doc: Doc = groups.doc
        self.by_start = {f.group.start: f for f in found}
        self.new: dict[int, Found] = {}

    def all(self) -> list[Found]:
        """A Found for each part; parts that already bear an effect are returned again, as subsets."""
        for token in self.doc:
            if token.lower_ in self.counts.including and self.doc[
                token.i + 1 : token.i + 2
            ].text in self.counts.among | {"in"}:
                self._among(self.doc[token.i + 1])  # "included in the dead were"
            elif token.lower_ in self.counts.including:
                self._including(token)
            elif token.lower_ in self.counts.among:
                self._among(token)
            elif token.lower_ in self.words.victims.shares:
                self._share(token)
            elif token.text in self.counts.opens:
                self._listed(token)
            elif token.lemma_ == "be":
                self._are(token)
        for group in self.groups.all:
            self._of_them(group)
            self._in_turn(group)
        return [self.new[start] for start in sorted(self.new)]

    def _add(self, whole: Found, group: Group, rule: str, effect: str | None = None, *, cued: bool = False) -> None:
        if group.start == whole.group.start:
            return
        own = self.by_start.get(group.start)
        told = own is not None and (own.trigger.i > group.start or own.frame == OBJECTS)
        died = own is not None and own.frame == SUBJECTS and own.effect == "killed" != whole.effect  # "who later died"
        if own is not None and as_its_whole(own, whole, self.words):
            told = False
        if (
            own is not None
            and told
            and (died or told_by_itself(own, whole, self.words) or not describes(own.trigger, own.group))
        ):
            self.new[group.start] = replace(own, subset=True, whole=whole.group)
        else:
            told_by = effect or whole.effect
            self.new[group.start] = Found(whole.trigger, told_by, group, rule, True, whole.group, cued=cued)

    def _including(self, cue: Token) -> None:
        """ "including a child and two women": of the nearest count before, else of the dead just told of."""
        whole = self._whole(cue.i)
        if whole is not None and self._of_things(cue):
            return
        if whole is None and cue.lower_ != "including":
            whole = self._named(cue)
        if whole is not None:
            for group in self._members(cue.i + 1, whole):
                self._add(whole, group, f"after {cue.text!r}", cued=True)

    def _of_things(self, cue: Token) -> bool:
        """Whether "including" parts what no people are: "killed in acts of violence, including murders"."""
        noun = cue.head
        if cue.lower_ != "including" or noun.pos_ != "NOUN" or noun.i > cue.i or self.groups.at(noun) is not None:
            return False
        between = self.doc[noun.i + 1 : cue.i]
        return all(t.is_punct for t in between) and not any(g for t in noun.subtree if (g := self.groups.at(t)))

    def _named(self, cue: Token) -> Found | None:
        """Those of whom the subject speaks: "the dead included", "the hostages include"; told before or not."""
        nearby = [*subjects(cue), *self.doc[max(self.doc[cue.i].sent.start, cue.i - 4) : cue.i]]
        for noun in nearby:
            effect = self.words.effect(noun, TALLIES) or self.words.effect(noun, STATES)
            if effect is None and noun.lower_ in self.words.effects.harmed | {"they", "toll", "those"}:
                effect = "killed"
            if effect is None:
                continue
            before = self._last(cue.i, effect, self._members(cue.i + 1))
            if before:
                return before
            if noun.tag_ in ("NNS", "JJ", "NN", "NNP") and noun.dep_ == "nsubj":
                return Found(noun, effect, Group(noun.i, noun.i, noun.i, BARE, None, None), "")
        return None

    def _among(self, cue: Token) -> None:
        """ "among them 11 children"; and "six civilians were among at least 22 people killed"."""
        position, pronoun, inverted = cue.i + 1, False, False
        harmed = next((t.i for t in self.doc[position : position + 5] if t.lower_ in self.words.effects.harmed), None)
        owned = harmed is not None and any(t.tag_ == "POS" for t in self.doc[position:harmed])
        if harmed is not None and owned:
            position = harmed  # "among last year's victims were"
        while (
            position < len(self.doc)
            and self.doc[position].lower_ in self.counts.those | self.words.effects.harmed | self.counts.small
        ):
            pronoun = pronoun or self.doc[position].lower_ in self.counts.those | self.words.effects.harmed
            inverted = inverted or self.doc[position].lower_ in ("were", "was", "are", "is")
            position += 1
        verb = cue.head
        those = self.doc[cue.i + 1] if cue.i + 1 < len(self.doc) else cue
        told = (self.told.get(c.i) for c in those.children if c.dep_ in ("acl", "relcl"))
        held = next(((t.token, t.effect) for t in told if t), None) if those.lower_ in self.counts.those else None
        if held is None and verb.lemma_ == "be" and verb.i > position + 3:
            held = self._dead_below(cue)
        if held is not None and verb.lemma_ == "be" and verb.i > held[0].i:
            nobody = Group(those.i, those.i, those.i, BARE, None, None)  # "among those held by rebels are a judge"
            for group in self._members(verb.i + 1):
                self._add(Found(*held, nobody, ""), group, "among those harmed")
            return
        parts = [g for s in subjects(verb) if (g := self.groups.at(s))] if verb.pos_ in ("AUX", "VERB") else []
        parts = [g for g in parts if g.start < cue.i]
        inner = next((f for f in self.found if position <= f.group.start + 1 and f.group.start <= position + 1), None)
        effect = self._effect_in(cue.i + 1, max(cue.i + 6, position))
        if inverted and pronoun and effect is not None:  # "among the dead were a child and a woman"
            listed = self._members(position)
            whole = self._last(cue.i, effect[0], listed)
            base = whole or Found(effect[1], effect[0], Group(cue.i, cue.i, cue.i, BARE, None, None), "")
            for group in listed:
                self._add(base, group, "among those harmed", effect[0])
        elif inner is not None and not pronoun and parts:
            for group in parts:
                self._add(inner, group, "among a count")
                if self.doc[group.end].lower_ in self.counts.including:
                    for member in self._members(group.end + 1):
                        self._add(inner, member, "among a count")
        elif pronoun and parts and effect is not None:
            whole = self._last(cue.i, effect[0], parts)
            base = whole or Found(effect[1], effect[0], Group(cue.i, cue.i, cue.i, BARE, None, None), "")
            for group in parts:
                self._add(base, group, "among those harmed", effect[0])
                for other in self.groups.onward(group):
                    if other.start < cue.i:
                        self._add(base, other, "among those harmed", effect[0])
        elif pronoun and (found := self._whole(cue.i)) is not None:
            for group in self._members(position):
                self._add(found, group, f"after {cue.text!r}", cued=True)

    def _dead_below(self, cue: Token) -> tuple[Token, str] | None:
        """The word for those harmed under "among", and its effect: "among the dead from the blast were a judge"."""
        noun = next((c for c in cue.children if c.dep_ == "pobj" and c.lower_ in self.words.effects.harmed), None)
        effect = None if noun is None else self._effect_in(noun.i, noun.i + 1)
        return None if effect is None else (effect[1], effect[0])

    def _share(self, token: Token) -> None:
        """ "the rest of the dead were fighters", "most of whom were children", "some of them women"."""
        doc, i = self.doc, token.i + 1
        if i + 1 >= len(doc) or doc[i].lower_ != "of":
            return
        i += 1
        pronoun, effect = doc[i].lower_ in self.counts.those, self._effect_in(i, i + 3)
        if effect is not None and any(c.dep_ == "auxpass" for c in effect[1].children):
            effect = None  # "some of its soldiers were killed" are no part of those killed
        if not pronoun and effect is None:
            return
        whole = self._whole(token.i) if pronoun else self._last(token.i, effect[0] if effect else "")
        if whole is None:
            return
        for j in range(i, min(i + 14, token.sent.end)):
            group = self.groups.at(j)
            if (
                group is not None
                and group.start == j
                and doc[j - 1].lower_ in self.counts.small | self.counts.those | self.counts.shares_adverbs
            ):
                for member in [group, *self.groups.onward(group)]:
                    if member.kind in (BARE, DEFINITE) and member.low is None:
                        self._add(whole, member, f"{token.text} of them")
                return

    def _are(self, verb: Token) -> None:
        """ "The dead were a teacher and two pupils": who they were, told before or not."""
        dead = [s for s in subjects(verb) if s.i < verb.i and self._harmed(s)]
        if not dead or self.doc[verb.i + 1 : verb.i + 2].text in ("", "in", "among"):
            return
        held = self.words.effect(dead[0], TALLIES)
        effect = self._effect_in(dead[0].i, dead[0].i + 1) or ((held, dead[0]) if held else None)
        whole = self._last(verb.i, effect[0]) if effect else None
        for group in self._members(verb.i + 1) if effect else []:
            if group.kind not in (COUNTED, ONE):
                continue
            if whole is not None:
                self._add(whole, group, "who they were")
            elif effect is not None:
                self.new[group.start] = Found(effect[1], effect[0], group, "who they were")

    def _harmed(self, noun: Token) -> bool:
        """Whether the noun stands for those harmed, uncounted: "the dead", "the captives"."""
        group = self.groups.at(noun)
        if group is None:
            return noun.lower_ in self.words.effects.harmed
        return group.kind == BARE and noun.tag_ == "NNS" and self.words.effect(noun, TALLIES) is not None

    def _listed(self, colon: Token) -> None:
        """ "54 fatalities: 12 civilians, 39 soldiers"; "five were killed - three in A, two in B"."""
        whole = next((f for f in self.found if f.group.end == colon.i), None)
        if whole is not None and colon.text == ":":
            for group in self._members(colon.i + 1):
                self._add(whole, group, "breaks a count down")
            return
        whole = self._whole(colon.i)
        after = [g for g in self.groups.all if colon.i < g.start < colon.sent.end and g.kind in (COUNTED, ONE)]
        sums = list(accumulate(g.low or 0 for g in after))
        spaced = colon.i > 0 and (colon.text != "-" or colon.nbor(-1).whitespace_)
        if whole is not None and spaced and whole.group.low in sums[1:]:
            for group in (g for g in after[: sums.index(whole.group.low) + 1] if g.start not in self.new):
                self._add(whole, group, "breaks a count down")

    def _of_them(self, group: Group) -> None:
        """ "eight of them children", "fifteen of the wounded"."""
        doc, mention = self.doc, group.mention
        if mention is None or mention.end >= len(doc) or doc[mention.end].lower_ != "of":
            return
        inner = next((f for s in (1, 2) if (f := self.by_start.get(mention.end + s)) and f.group.kind == COUNTED), None)
        if inner is not None and group.low == group.high == 1 and doc[mention.start].dep_ == "attr":
            return  # "he was one of the 500 hostages"
        if inner is not None and inner.group.start != group.start:  # "15 of the 40 wounded were children"
            told = next(
                (t for t in doc[inner.trigger.i + 1 : group.start + 16] if t.lower_ in ("were", "was", "are")), None
            )
            noun = next((t for t in doc[told.i + 1 : told.i + 4] if self.words.person(t)), None) if told else None
            said = group if noun is None else replace(group, head=noun.i)
            own = self.by_start.get(group.start)
            teller = own if own is not None and befell_later(own, inner) else inner
            self.new[group.start] = Found(teller.trigger, teller.effect, said, "of a count", True, inner.group)
            return
        head = doc[group.head]
        if head.lower_ in self.counts.those:
            told = doc[mention.start]
            if told.dep_ == "nsubj" and told.head.pos_ == "VERB" and told.head.i not in self.told:
                return  # "after one of them tried to flee"
            if (those := self._those(head)) is not None:  # "three of those killed were policemen"
                whole = self._last(group.start, those.effect)
                of = whole.group if whole is not None else Group(head.i, head.i, head.i, BARE, None, None)
                said = self._told_as(group) or group
                self.new[group.start] = Found(those.token, those.effect, said, "of those harmed", True, of)
                return
            whole = self._whole(group.start) or self._last(group.start, None)
            if whole is not None and (other := of_whom(doc[group.start], head, self.told)) is not None:
                self.new[group.start] = Found(other.token, other.effect, group, "of whom", True, whole.group)
                return
        elif head.lower_ in self.words.effects.harmed:
            effect = self._effect_in(head.i, head.i + 1)
            whole = self._last(group.start, effect[0] if effect else None)
            if whole is None and effect is not None:
                whole = Found(head, effect[0], Group(head.i, head.i, head.i, BARE, None, None), "")
            if whole is not None and effect is not None:
                own = self.by_start.get(group.start)
                fate = own.effect if own and own.trigger.i > head.i else effect[0]
                trigger = own.trigger if own else whole.trigger
                said = self._told_as(group) or group
                self.new[group.start] = Found(trigger, fate, said, "of the harmed", True, whole.group)
            return
        else:
            return
        if whole is not None and not (head.lower_ == "them" and outnumbers(group, whole.group)):
            self._add(whole, group, "of them")

    def _those(self, those: Token) -> Trigger | None:
        """The trigger right under "those": "those killed in the blast"."""
        under = (self.told.get(c.i) for c in those.children if c.dep_ in ("acl", "relcl", "amod"))
        return next((t for t in under if t is not None), None) if those.lower_ == "those" else None

    def _in_turn(self, group: Group) -> None:
        """ "Eleven of the dead were women and 13 were children": the second number is of the same whole."""
        said = self._told_as(group)
        if said is None or group.kind != COUNTED or group.start in self.new:
            return
        start = self.doc[group.start].sent.start
        before = [f for s, f in self.new.items() if start <= s < group.start and f.whole is not None]
        if before:
            self.new[group.start] = replace(before[-1], group=said, rule="as the part before it")
        elif self.doc[start].lower_ == "of":  # "of the 14 killed, five were children", "of these, five were"
            those = self.doc[start + 1].lower_ in self.counts.those
            whole = self._last(start, None) if those else self._whole(group.start)
            if whole is not None:
                self._add(whole, said, "of a count")

    def _told_as(self, group: Group) -> Group | None:
        """The group with who "were" says that they are, where its own words are but a number: "13 were children"."""
        doc, end = self.doc, group.end
        bare = doc[group.head].lower_ in self.words.effects.harmed or (
            group.mention is not None and group.mention.head is None
        )
        if (those := self._those(doc[group.head])) is not None:
            bare, end = True, those.token.right_edge.i + 1
        if not bare or end + 1 >= len(doc) or doc[end].lower_ not in ("were", "was", "are"):
            return None
        noun = next((t for t in doc[end + 1 : end + 4] if t.pos_ == "NOUN"), None)
        return replace(group, head=noun.i) if noun is not None and self.words.person(noun) is not None else None

    def _members(self, position: int, whole: Found | None = None) -> list[Group]:
        listed = self.groups.list_after(position, 3)
        for n, group in enumerate(listed):
            apart = n and group.end in self.told  # "and 62 others injured" is no part, but told by itself
            if apart and not (whole is not None and left_with(self.told[group.end], whole)):
                listed = listed[:n]
                break
        pairs = pairwise(listed)
        joined = {b.start for a, b in pairs if a.kind == COUNTED and b.kind == BARE and b.start == a.end + 1}
        listed = [g for g in listed if g.start not in joined]  # "two dozen traders and diplomats" are one count
        return [g for g in listed if g.kind in (COUNTED, ONE, BARE) or (g.kind == DEFINITE and g.low == 1)]

    def _whole(self, position: int) -> Found | None:
        """The count that a part at `position` belongs to: the nearest before it in the sentence, itself no part."""
        start = self.doc[position].sent.start
        before = [f for f in self.found if start <= f.group.start < position and not f.subset]
        return max(before, key=lambda f: (f.group.start, f.trigger.i)) if before else None

    def _last(self, position: int, effect: str | None, parts: Sequence[Group] = ()) -> Found | None:
        """The count told last before `position` that can hold `parts`.

        One told aside ("weeks after 350 were killed"), or too small for its parts, only where there is no other.
        """
        before = [f for f in self.found if f.group.start < position and effect in (None, f.effect) and not f.subset]
        least = sum(part.low or 0 for part in parts)
        holds = [f for f in before if f.group.low is None or (f.group.high or least) >= least] or before
        ours = [f for f in holds if not aside(f.trigger, self.counts.earlier)]
        return (ours or holds)[-1] if before else None

    def _effect_in(self, start: int, end: int) -> tuple[str, Token] | None:
        for token in self.doc[start : min(end, len(self.doc))]:
            for frame in (STATES, OBJECTS, SUBJECTS):
                effect = self.words.effect(token, frame)
                if effect:
                    return effect, token
            if token.lower_ in ("victims", "fatalities"):
                return "killed", token
        return None
