"""How far a run of headline words or tags goes in a text that lost its lines: up to where a sentence begins."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\S+")
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "over", "near",
     "amid", "after", "vs", "de", "al", "el", "-", "–", "&", "|")
)  # fmt: skip
_VERBAL = frozenset(
    ("the", "a", "an", "on", "in", "by", "was", "were", "is", "are", "has", "have", "had", "after", "as", "at", "when",
     "while", "that", "which", "who", "said", "says", "could", "would", "will", "with", "since", "from", "until",
     "during", "according", "its", "their", "his", "least", "than")
)  # fmt: skip
_CLAUSAL = _VERBAL - {"with", "in", "on", "at", "from", "the"}
_OPENERS = frozenset(
    ("A", "According", "After", "An", "As", "At", "Earlier", "He", "However", "In", "It", "Last", "Later", "Meanwhile",
     "On", "She", "Since", "Some", "That", "The", "These", "They", "This", "Those", "While", "With")
)  # fmt: skip
"""Words that a headline spells small: in capitals, within a run, they open a sentence."""


def titled_run(full: str, start: int, end: int, *, tags: bool = False) -> int:
    """Past the last word of the run that starts at `start`; `start` where there is no such run.

    Without `tags`: words in capitals and small words between, so far as the sentence that follows is not begun.
    With `tags`: up to a capital word that lower-case words with a verb or an article follow, as in a sentence.
    """
    tokens = list(_TOKEN.finditer(full, start, min(end, start + 400)))
    if tags:
        return _tags_end(tokens, start)
    count = 0
    for token in tokens:
        word = token.group()
        if word[0].islower() and word.lower() not in _SMALL and not re.match(r"al-|el-|ad-|an-|as-|ash-", word):
            break
        count += 1
    else:
        return start
    for i in range(max(1, count - 8), count):
        if tokens[i].group() in _OPENERS:
            return tokens[i].start()
    # Back to the capital word that opens the sentence which the first lower-case word belongs to.
    opener = count - 1
    while opener > 0 and not tokens[opener].group()[0].isupper():
        opener -= 1
    return tokens[opener].start() if opener >= 4 else start


def _tags_end(tokens: list[re.Match[str]], start: int) -> int:
    for i in range(1, len(tokens) - 4):
        if not tokens[i].group()[0].isupper() and not (tokens[i].group().isdigit() and i > 1):
            continue
        if tokens[i].group().isdigit() and tokens[i - 1].group()[0].islower():
            continue
        following = [t.group() for t in tokens[i + 1 : i + 4]]
        lower = 0
        while lower < len(following) and (following[lower][0].islower() or following[lower].isdigit()):
            lower += 1
        verbal = [t for t in following[:lower] if t in _VERBAL or t.endswith("ed")]
        if (lower >= 2 and verbal) or (lower == 1 and following[0] in _CLAUSAL):
            return tokens[i].start()
    return start
