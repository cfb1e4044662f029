"""Where the doer of a deed was found: the reasons that `doer` gives, shared with those who ask what they stand on."""

IN_CLAUSE = "who acts in the clause"
IN_CLAUSE_OF_HOW = "who acts in the clause that tells how"
CARRIED_OUT = "by whom the deed was carried out"
BEFORE_DEED = "named before the deed"
BY_AFTER_DEED = '"by" after the deed'
LAST_OF_KIND = "who did the last deed of its kind"
TOLD_BEFORE = "who did the deed told before"
CLAIMED = "who claimed it"
BLAMED = "who is told to be behind the deed"
ITS_OWN = "an attack of its own, and the text leaves open whose"
UNNAMED = "the words tell of attackers without a name"
FELL = "those who fell did the deed told before"
OPEN_WHO = "the text leaves open who did it"
NEARLY_ALL = "who did nearly all the deeds of the report"

IN_THE_CLAUSE = frozenset({IN_CLAUSE, CARRIED_OUT, BEFORE_DEED, BY_AFTER_DEED})
"""The clause of the trigger itself tells who."""
EARLIER_DEED = frozenset({LAST_OF_KIND, TOLD_BEFORE})
"""An earlier sentence tells it of a deed that may be another."""
ELSEWHERE = EARLIER_DEED | {IN_CLAUSE_OF_HOW, CLAIMED}
"""Told outside the clause of the trigger."""
