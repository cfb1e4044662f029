"""What the record counts and what it leaves out, and of what a count is a floor."""

from __future__ import annotations

from vedette.ledger.filters import Filter
from vedette.model.claim import EFFECTS, EVENT_TYPES
from vedette.products.words import counted, days_words

OWN_TYPES = 6
"""How many of EVENT_TYPES, the last ones, are no sub-event types of ACLED's."""

DEFINITIONS = (
    ("Claim", "one thing that one report says, resting on one stretch of its text"),
    ("Event", "one real event, told by claims of one or more reports; ACLED and UCDP use the word in this sense"),
    ("Origin", "the source that a text credits; the outlet's own voice is no origin"),
    ("Killed", "people told to have died by violence of the conflict, whoever they were; not those who died of illness "
               "or hunger unless the text lays it to the conflict's violence"),
    ("Civilians, combatants", "as the text calls them; “people” are neither, and stay “unknown”"),
    ("Effects counted", ", ".join(EFFECTS)),
    ("Types of events", "ACLED's sub-event types, and " + ", ".join(EVENT_TYPES[-OWN_TYPES:])),
    ("Included", "what a report tells as happened or alleged, with a number or without one"),
    ("Left out of sums", "what is denied, planned, feared or threatened; running totals; parts of a whole; copies"),
    ("Least, most", "the smallest and the largest number that the rule in force takes from the claims; an “at least” "
                    "leaves the most open"),
    ("Best", "one number within the range, by the rule in force; it is a choice and no estimate"),
)  # fmt: skip


def floor(reports: int, where: Filter) -> tuple[str, ...]:
    """What a count is, plainly, for a number of reports on the filter's days and place."""
    place = f" at {where.place}" if where.place else ""
    days = days_words(where.first, where.last)
    return (
        f"A count in this record is a floor. It is a floor of what {counted(reports, 'news report')} told of "
        f"{days}{place}, in events with a place or a day of their own: of people said to be harmed, not of people "
        "harmed.",
        "It is no estimate of what happened. Deaths that nobody reported, reports that were not read, and claims that "
        "the rules missed are not in it, and nothing is added for them. A range that is open above says “at least”.",
        "Nor is each number safe from below: a report can exaggerate or lie, and a machine can misread. The grade, the "
        "range and the sentences behind a figure tell how far it bears.",
    )
