"""Every actor of a report: names and patterns first, then people, descriptions and pronouns, which point back."""

from __future__ import annotations

from vedette.reading.actors.described import resolve_descriptions
from vedette.reading.actors.home import homes
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.actors.named import Draft, named
from vedette.reading.actors.people import people
from vedette.reading.coreference import pronouns
from vedette.reading.phrases import pieces
from vedette.reading.reading import ActorMention, Reading


def find_actors(reading: Reading) -> list[ActorMention]:
    """Every actor mentioned in the report, by canonical name, in the order of the text, none overlapping."""
    lex = lexicon(reading.knowledge, reading.packs)
    cut = pieces(reading.doc)
    hits = list(lex.phrases.find(cut))
    home = homes(reading, lex, hits, cut.words)
    drafts = named(reading.doc, lex, cut, hits, home)
    drafts = people(reading.doc, lex, drafts)
    drafts = resolve_descriptions(reading, lex, drafts, home)
    mentions = [_mention(d) for d in drafts if d.name]
    return sorted([*mentions, *pronouns(reading.doc, mentions)], key=lambda m: (m.start, m.end))


def _mention(draft: Draft) -> ActorMention:
    slug = draft.name.lower().replace(" ", "-").replace("'", "")
    return ActorMention(
        start=draft.start, end=draft.end, name=draft.name, kind=draft.kind, how=draft.how, actor_id=slug
    )
