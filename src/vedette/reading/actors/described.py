"""Descriptions ("the regime", "the jihadists", "the army", "the group") to the actors that they point to."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.knowledge.countries import countries
from vedette.knowledge.outlets import Outlets
from vedette.reading.actors.lexicon import Lexicon
from vedette.reading.actors.named import TIE, Draft, state_name
from vedette.reading.actors.soldiers import Soldiers
from vedette.reading.reading import Reading

_OWNING = frozenset({"from", "of", "loyal", "belonging", "in"})
_LINKED = frozenset({"affiliated", "linked"})
_SERVING = frozenset({"loyal", "allied", "aligned", "belonging"})
_GROUPS = frozenset({"group", "groups", "movement", "organisation", "organization", "faction", "factions"})
_TITLE = 12  # tokens
_A_PARAGRAPH = 120  # tokens
_SINGULAR_GROUP = frozenset({"group", "movement", "organisation", "organization", "militia"})


def resolve_descriptions(reading: Reading, lexicon: Lexicon, drafts: list[Draft], home: list[str]) -> list[Draft]:
    """Give each open draft the canonical name that its words point to, or the words themselves."""
    doc = reading.doc
    government = government_of(reading, lexicon, home)
    soldiers = Soldiers(reading, lexicon, drafts, home, government)
    brands = _brands(reading, lexicon, government)
    rebel_group = None if lexicon.own_rebels else _called_rebels(drafts, lexicon)
    for n, draft in enumerate(drafts):
        if draft.name:
            draft.name = _the_tied_group(doc, drafts, n) or draft.name
            continue
        lists = draft.lists
        as_written = doc[draft.start : draft.end].text
        if "unknown" in lists:
            draft.name = as_written
        elif "government" in lists:
            soldiers.resolve(n)
        elif "rebels" in lists:
            only = None if lexicon.own_rebels or "opposition" in draft.words else _only_group(drafts)
            another = (
                draft.start > 0 and doc[draft.start - 1].lower_ in soldiers.adjectives
            )  # "Tajik rebels" of no name
            draft.name = "rebels" if another else rebel_group or only or "rebels"
        else:
            if (unarmed := _unarmed(doc, lexicon, draft)) is not None:
                draft.start, draft.name, draft.kind = unarmed, doc[unarmed : draft.end].text, "body"
                continue
            # "the group" or "terrorist" of nobody tells nothing
            alone = draft.words[-1] in _SINGULAR_GROUP or doc[draft.end - 1].dep_ in ("amod", "compound")
            branding = brands and "branded" in lists  # no side calls its own terrorists
            owner = _of_kind(
                doc, lexicon, drafts, n, lexicon.branders | {government or ""} if branding else frozenset()
            )
            if (
                branding
                and _owner(doc, drafts, draft) is None
                and (_is_rebel(lexicon, owner) or not _just_told(doc, drafts[:n], draft, owner))
            ):
                owner = "rebels"  # one of the groups was told of before, but these go without a name
            if draft.how == "holder" and "branded" in lists and lexicon.own_rebels:
                owner = "rebels"  # "militant-held", where the war's rebels go by that word
            draft.name = owner or ("" if alone else _many(doc, draft, as_written))
    _led(drafts, lexicon)
    return drafts


def _many(doc: Doc, draft: Draft, words: str) -> str:
    """The words for men of no group as the name of them all: "a militant" is of the "militants"."""
    head = doc[draft.end - 1]
    if doc[draft.start].is_sent_start and words[1:].islower():
        words = words.lower()
    if head.tag_ != "NN" or words[0].isupper() or "kind:group" not in draft.lists:
        return words
    return words.removesuffix("man") + "men" if words.endswith("man") else words + "s"


def _the_tied_group(doc: Doc, drafts: list[Draft], n: int) -> str | None:
    """ "The X-linked group", told again: the group told last before it, which is not X."""
    draft = drafts[n]
    if draft.how != "pattern" or draft.words[-1] not in _SINGULAR_GROUP or doc[draft.start - 1].lower_ != "the":
        return None
    told = [d for d in drafts[:n] if d.name and "group" in d.tags and d.how == "alias"]
    return told[-1].name if told and told[-1].end > draft.start - _A_PARAGRAPH else None


def government_of(reading: Reading, lexicon: Lexicon, home: list[str]) -> str | None:
    """What the home state is called; None where no home is told."""
    if not home:
        return None
    country = countries(reading.knowledge).get(home[0])
    if country is None:
        return None
    return state_name(lexicon, country.code, country.name, country.government, home)


def _unarmed(doc: Doc, lexicon: Lexicon, draft: Draft) -> int | None:
    """Where "the medical group" begins, one of those that carry no arms; None for any other group."""
    if "kind:group" not in draft.lists or draft.start == 0:
        return None
    before = doc[draft.start - 1]
    if before.dep_ == "case" and before.i:
        before = doc[before.i - 1]  # "lawyers' group"
    return before.i if before.lower_ in lexicon.words["not_group_marks"] else None


def _called_rebels(drafts: list[Draft], lexicon: Lexicon) -> str | None:
    """The group that the report itself calls rebels ("M23 rebels"), or tells most of; its leaders count for it.

    Rebels of another war, told once in passing, are not meant.
    """
    own = {name for name, actor in lexicon.actors.items() if "rebel" in actor.tags}
    called = {d.name for d in drafts if d.name and "rebels" in d.lists}
    names = [d.name for d in drafts if d.name in own | called and d.kind in ("armed", "person")]
    told = [name for name in dict.fromkeys(names) if name in called or names.count(name) > 1]
    return max(told, key=names.count) if told else None


def _only_group(drafts: list[Draft]) -> str | None:
    """The one group that is not a state's of the report, where there is but one."""
    names = {d.name for d in drafts if d.name and "group" in d.tags}
    return next(iter(names)) if len(names) == 1 else None


def _of_kind(doc: Doc, lexicon: Lexicon, drafts: list[Draft], n: int, barred: frozenset[str]) -> str | None:
    draft = drafts[n]
    kinds = [k.removeprefix("kind:") for k in sorted(draft.lists) if k.startswith("kind:")]
    if not kinds:
        return None
    owner = _owner(doc, drafts, draft)
    if owner is not None:
        return owner
    doer = _doer_over(doc, drafts[:n], draft)
    kind = "jihadist" if "jihadist" in kinds else kinds[0]
    head = doc[draft.end - 1]
    definite = any(c.lower_ in ("the", "this", "these", "those", "their") or c.dep_ == "nummod" for c in head.children)
    if kind in ("group", "coalition") and not definite and not head.is_sent_start:
        told = drafts if draft.start < _TITLE else drafts[:n]  # a headline looks ahead
        return _only_group(told) if head.tag_ == "NNS" else None
    if any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < draft.start for c in head.children):
        return None  # "the Emergency Lawyers group"
    fits = [d for d in drafts[:n] if d.name and kind in d.tags and d.name not in {doer, *barred} and d.how != TIE]
    if fits:
        return fits[-1].name
    if head.lower_ in lexicon.words["attackers"] and not definite:
        return None  # "gunmen killed ten", of whom a group named later need not be
    later = [d for d in drafts[n + 1 :] if d.name and kind in d.tags and d.how == "alias" and d.name not in barred]
    if later and kind != "group":
        return later[0].name
    return later[0].name if later and draft.start < 40 else None


def _doer_over(doc: Doc, before: list[Draft], draft: Draft) -> str | None:
    """Who acts on those described: in "the guards shot 13 militants" the militants are none of the guards."""
    head = doc[draft.end - 1]
    verb = head.head if head.dep_ in ("dobj", "obj") else None
    for _ in range(3):
        if verb is None or verb.pos_ != "VERB":
            return None
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None:
            return next((d.name for d in before if d.start <= subject.i < d.end), None)
        verb = verb.head if verb.dep_ in ("conj", "advcl") else None
    return None


def _owner(doc: Doc, drafts: list[Draft], draft: Draft) -> str | None:
    """ "fighters from X", "militants of X", "gunmen loyal to X"."""
    head = doc[draft.end - 1]
    for other in drafts:  # "(IS group) fighters"
        if other.name and other.end == draft.start - 1 and doc[other.end].text == ")":
            return other.name
    before = {c.i for c in head.lefts if c.dep_ in ("compound", "nmod", "poss")}  # "a Hamas Islamic militant"
    for other in drafts:
        if other.how == "alias" and other.kind == "armed" and other.end <= draft.start and other.end - 1 in before:
            return other.name
    other_than = head.lower_ in _GROUPS  # a group linked to X is none of X's own
    for child in head.children:
        serving = child.lower_ in _SERVING and not other_than  # "militias allied with the government"
        if child.i > head.i and (serving or child.lower_ in _OWNING | (frozenset() if other_than else _LINKED)):
            for token in child.subtree:
                for other in drafts:
                    if (
                        other.name
                        and other.start <= token.i < other.end
                        and (other.kind == "armed" or (serving and other.kind == "state"))
                        and other is not draft
                    ):
                        return other.name
    return None


def _just_told(doc: Doc, before: list[Draft], draft: Draft, name: str | None) -> bool:
    """Whether a group was named in the sentence of a description or the one before it: "the terrorists" are its men."""
    start = doc[draft.start].sent.start
    start = doc[start - 1].sent.start if start else start
    return any(d.name == name and d.how == "alias" and d.start >= start for d in before)


def _is_rebel(lexicon: Lexicon, name: str | None) -> bool:
    """Whether `name` is of the rebels' side, or nobody."""
    actor = lexicon.actors.get(name or "")
    return name is None or (actor is not None and actor.side == "rebels")


def _brands(reading: Reading, lexicon: Lexicon, government: str | None) -> bool:
    outlet = Outlets.of(reading.knowledge).find(reading.report.outlet)
    return outlet is not None and outlet.side is not None and outlet.side in (lexicon.branders | {government})


def _led(drafts: list[Draft], lexicon: Lexicon) -> None:
    """ "US air strikes" are the coalition's in a report that tells mostly of the US-led coalition."""
    for actor in lexicon.actors.values():
        if actor.led_by is None:
            continue
        named = sum(1 for d in drafts if d.name == actor.name)
        alone = [d for d in drafts if d.name == actor.led_by and d.how in ("nationality", "country")]
        forces = [d for d in drafts if d.name == actor.led_by and d.how == "pattern" and d.kind == "armed"]
        if named >= 3 and named > len(forces):
            for draft in alone:
                draft.name = actor.name
