"""Every actor of a report: names and patterns first, then people, descriptions and pronouns, which point back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vedette.knowledge.countries import Country, countries
from vedette.knowledge.forces import Forces
from vedette.reading.actors.described import government_of, resolve_descriptions
from vedette.reading.actors.either import left_open
from vedette.reading.actors.home import gone, homes
from vedette.reading.actors.lexicon import Entry, lexicon
from vedette.reading.actors.named import Draft, named
from vedette.reading.actors.own_names import own_names
from vedette.reading.actors.people import people
from vedette.reading.coreference import pronouns
from vedette.reading.phrases import pieces
from vedette.reading.reading import ActorMention, Reading

_HOME = "vedette.home_government"


def find_actors(reading: Reading) -> list[ActorMention]:
    """Every actor mentioned in the report, by canonical name, in the order of the text, none overlapping."""
    lex = lexicon(reading.knowledge, reading.packs)
    cut = pieces(reading.doc)
    hits = list(lex.phrases.find(cut))
    home = homes(reading, lex, hits, cut.words)
    past = {now: countries(reading.knowledge)[code] for code, now in gone(hits, cut.words).items()}
    hits = [(a, b, _dated(entry, past)) for a, b, entry in hits]
    drafts = own_names(reading.doc, lex, named(reading.doc, lex, cut, hits, home))
    drafts = resolve_descriptions(reading, lex, drafts, home)
    government = government_of(reading, lex, home)
    reading.doc.user_data[_HOME] = government
    drafts = people(reading.doc, lex, drafts, government)
    mentions = [_mention(d) for d in drafts if d.name]
    harming = reading.knowledge.world("forces", Forces).harming
    pointing = pronouns(reading.doc, mentions, harming)
    owned = [_owned(reading, m, pointing) if m.name in (government, _words(reading, m)) else m for m in mentions]
    return left_open(reading.doc, sorted([*owned, *pointing], key=lambda m: (m.start, m.end)))


def home_government(reading: Reading) -> str | None:
    """What the home state is called, as `find_actors` found it; None where no home is told, or before it looked."""
    name: str | None = reading.doc.user_data.get(_HOME)
    return name


def _words(reading: Reading, mention: ActorMention) -> str:
    """The words of a mention, which are its name too where they point to nobody ("fighters")."""
    return reading.doc[mention.start : mention.end].text


def _owned(reading: Reading, mention: ActorMention, pointing: Iterable[ActorMention]) -> ActorMention:
    """Forces told by a bare word are whose a pronoun says: in "Russia said its warplanes struck" they are Russia's."""
    if mention.how != "description":
        return mention
    owner = next((c.i for c in reading.doc[mention.end - 1].children if c.dep_ == "poss"), None)
    found = next((p for p in pointing if p.start == owner and p.kind in ("state", "armed", "person")), None)
    return replace(mention, name=found.name, actor_id=found.actor_id) if found else mention


def _dated(entry: Entry, past: dict[str, Country]) -> Entry:
    """In a report of a state that is gone, its capital and people are its own, not its successor's."""
    if entry.country is None or entry.country.code not in past or entry.form == "noun":
        return entry
    return replace(entry, country=past[entry.country.code])


def _mention(draft: Draft) -> ActorMention:
    slug = draft.name.lower().replace(" ", "-").replace("'", "")
    return ActorMention(
        start=draft.start, end=draft.end, name=draft.name, kind=draft.kind, how=draft.how, actor_id=slug
    )
