"""The errors that Vedette raises on purpose.

    VedetteError
    ├── KnowledgeError     a knowledge file is missing or wrong; names file and line
    ├── IntakeError        a file or row could not become a report; says why
    ├── LedgerError        the ledger cannot be opened, read or written
    ├── JudgementError     a judgement that makes no sense; says why
    ├── GazetteerError     places could not be fetched, read or added; says what to do
    ├── FetchError         a page, feed or mailbox could not be fetched; says why
    └── NotFoundError      an id or name that nothing in the ledger bears

Each message is one line for a person: what is wrong, and what to do.
"""

from __future__ import annotations


class VedetteError(Exception):
    """Base of every error that Vedette raises on purpose."""


class KnowledgeError(VedetteError):
    """A knowledge file is missing or wrong. The message starts with ``file:line:``."""


class IntakeError(VedetteError):
    """A file or a row could not become a report. The message says why."""


class LedgerError(VedetteError):
    """The ledger cannot be opened, read or written. The message says what to do."""


class JudgementError(VedetteError):
    """A judgement that cannot be: of the wrong kind of thing, with no value or a wrong one. Says what to do."""


class NotFoundError(VedetteError):
    """No report, claim or event bears the id asked for."""


class GazetteerError(VedetteError):
    """Places could not be fetched, read or added. The message says why, and what to do."""


class FetchError(VedetteError):
    """A page, feed or mailbox could not be fetched. The message says why.

    `final`: trying again cannot help. `wait`: the seconds after which the server wants to be asked again, if it said.
    `absent`: the server answered, and has no such thing (4xx).
    """

    def __init__(self, message: str, *, final: bool = False, wait: float | None = None, absent: bool = False) -> None:
        super().__init__(message)
        self.final = final
        self.wait = wait
        self.absent = absent
