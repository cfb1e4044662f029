"""Reading: a parsed report and what the finders found in it. Positions are token indexes into `doc`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from vedette.knowledge.pack import Knowledge
from vedette.model.place import Place
from vedette.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens `start` to `end` (exclusive) of the doc."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """An actor named, described or pointed to.

    `name` is canonical. `kind`: ``armed`` (state or non-state force), ``state``, ``body`` (international body, aid
    agency, monitor), ``people`` (civilians, residents), ``person``. `how`: alias, pattern, pronoun, description;
    ``open`` where the text leaves it between two ("X or Y").
    """

    name: str
    kind: str
    how: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place named. `name` is as the text spells it; `place` is None where it stays unresolved, `reason` says why.

    `modifier` holds words that narrow or shift it: "east", "near", "countryside of", "six miles east of"; `directed`:
    it makes a part of the place by the compass ("eastern X").
    """

    name: str
    place: Place | None
    reason: str
    modifier: str | None = None
    directed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """Words of time, resolved to inclusive days. `relation`: at, since, until, during, duration.

    `granularity`: part, day, week, month, season, year, open. Unresolved: `first` and `last` None, with a reason.
    """

    first: date | None
    last: date | None
    granularity: str
    relation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention(Mention):
    """A count with its words; `low` and `high` as in the claim format, `head` the token that it counts."""

    low: int | None
    high: int | None
    approx: bool
    words: str
    head: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Mention):
    """A credit: `start`..`end` is the cue with the source's words; `scope` the tokens (start, end) that it credits.

    `source` is the origin's canonical name; `chain` leads to it ("AFP", "Syrian Observatory for Human Rights").
    `kind`: what the origin is (party, body, monitor, media, wire, crowd, person, unnamed), or "".
    """

    source: str
    chain: tuple[str, ...]
    scope: tuple[tuple[int, int], ...]
    cue: int
    reason: str
    kind: str = ""


@dataclass(kw_only=True)
class Reading:
    """A report, its parse, and its mentions. Built once by `vedette.reading.read`; extraction only reads it."""

    report: Report
    doc: Doc
    knowledge: Knowledge
    packs: tuple[str, ...] = ()
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def quote(self, start: int, end: int) -> tuple[str, int, int]:
        """The report's own words for tokens `start`..`end`, with character offsets into `Report.full`."""
        # White space at the edges may hide furniture that was blanked out for the parser.
        while start < end - 1 and self.doc[start].is_space:
            start += 1
        while end - 1 > start and self.doc[end - 1].is_space:
            end -= 1
        span = self.doc[start:end]
        full, last = self.report.full, span.end_char
        # A masked word ("kil*led") is closed up for the parser: its token ends before the word does.
        while 0 < last < len(full) and full[last - 1].isalnum() and full[last].isalnum():
            last += 1
        return full[span.start_char : last], span.start_char, last

    def sentence(self, token: Token | int) -> Span:
        """The sentence that a token stands in."""
        return self.doc[token].sent if isinstance(token, int) else token.sent
