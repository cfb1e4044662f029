"""What became of the record: a row for each happening and claim that came, changed or went, and why."""

from vedette.ledger.history.changes import Change, changes_since
from vedette.ledger.history.claims import record_claims
from vedette.ledger.history.record import record

__all__ = ["Change", "changes_since", "record", "record_claims"]
