"""Schema of ``furniture.yaml``: the words by which the parts of a page that are no story are known."""

from __future__ import annotations

from pydantic import Field

from vedette.knowledge.loader import Strict


class FurnitureWords(Strict):
    """All phrases are compared with case folded and outer punctuation and white space taken off.

    Of pages that kept their lines:
    `end`: a line after which nothing of the story comes. `perhaps_end`: one after which little of it comes, if any;
    followed by much, it opens a list of links like `block`. `block`: a line that opens a list of links, after which
    the story may go on. `summary`: a line that opens the story's own main points. `inline_links`: line openings that
    lead to one other story. `whole`: lines that are furniture as they stand, by kind. `opening`: words with which a
    furniture line starts, by kind. `holding`: words anywhere in a line that make it furniture, by kind. `story`: words
    of harm and of force; a sentence with one is no furniture for what it holds ("the governor wrote on his Telegram
    channel that two were killed"). `credits`: words that name a picture's maker or owner. `reporters`: openings of a
    line that credits reporters and writers.

    Of pages that were flattened to one line:
    `glued`: phrases that are cut out where they stand. `tail_flat`: phrases, case counting, that open the rest of
    the page, which is furniture to its end. `tags_flat`: words that open a list of tags. `credit_flat`: a picture's
    credit that stands, with a link's headline, between two sentences. `opening_flat`: phrases before the first
    sentence.

    Of both: `masked`: words that some pages mask with a hyphen within ("de-ad"). `editorial`: what a monitoring service
    puts between square brackets to say of a text that it is all of it, a part, a report.
    """

    end: list[str] = Field(default_factory=list)
    perhaps_end: list[str] = Field(default_factory=list)
    block: list[str] = Field(default_factory=list)
    summary: list[str] = Field(default_factory=list)
    inline_links: list[str] = Field(default_factory=list)
    whole: dict[str, list[str]] = Field(default_factory=dict)
    opening: dict[str, list[str]] = Field(default_factory=dict)
    holding: dict[str, list[str]] = Field(default_factory=dict)
    story: list[str] = Field(default_factory=list)
    credits: list[str] = Field(default_factory=list)
    glued: list[str] = Field(default_factory=list)
    tail_flat: list[str] = Field(default_factory=list)
    tags_flat: list[str] = Field(default_factory=list)
    credit_flat: list[str] = Field(default_factory=list)
    opening_flat: list[str] = Field(default_factory=list)
    masked: list[str] = Field(default_factory=list)
    editorial: list[str] = Field(default_factory=list)
    reporters: list[str] = Field(default_factory=list)
