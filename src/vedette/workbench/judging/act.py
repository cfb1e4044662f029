"""A form to judgements."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.datastructures import FormData

from vedette.errors import JudgementError
from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.judgements import decide
from vedette.ledger.judgements.anchors import claim_or_event, claims_of
from vedette.ledger.judgements.keep import now
from vedette.ledger.judgements.values import figure_value, place_value, rule_value, slot_values
from vedette.model.claim import EFFECTS, KINDS
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement, Verdict
from vedette.settlement.rules import RULES

SPLIT, MOVE = "split", "move"
PLAIN = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.WRONG)


def act(db: Connection, form: FormData, author: str) -> list[Judgement]:
    """Keep what the form decides; return the judgements, which are all of one moment and are undone together.

    Fields: ``verdict`` (one of the ledger's, or split, move), ``id`` (once or more), ``why``, and those that the
    verdict needs. Raises JudgementError and NotFoundError as `decide` does.
    """
    verdict, why = text(form, "verdict"), text(form, "why")
    if not why:
        raise JudgementError("a judgement needs a reason: say why in a line")
    ids = [str(id_) for id_ in form.getlist("id")]
    moment = now()

    def judge(kind: Verdict, subjects: list[str], value: dict[str, Any] | None = None) -> Judgement:
        return decide(db, kind, subjects, author=author, reason=why, when=moment, value=value)

    if verdict == SPLIT:
        return [judge(kind, subjects) for kind, subjects in _split(db, text(form, "event"), ids)]
    if verdict == MOVE:
        from_, to = text(form, "event"), text(form, "to")
        if not to or to == from_:
            raise JudgementError("say to which other happening the claim goes")
        out, _ = _split(db, from_, ids)[-1], None
        return [judge(*out), judge(Verdict.SAME, [*ids, to])]
    if verdict in PLAIN:
        return [judge(Verdict(verdict), ids)]
    if verdict == Verdict.PLACE:
        name, entry = text(form, "place"), text(form, "entry")
        return [judge(Verdict.PLACE, ids, place_value(gazetteer(default_knowledge()), name, entry or None))]
    if verdict == Verdict.SLOT:
        kind = getattr(claim_or_event(db, ids[0]), "kind", None) if ids else None
        if kind not in KINDS:
            raise JudgementError("slots are those of one claim: choose the claim")
        return [judge(Verdict.SLOT, ids, {"slots": slot_values(kind, [f"{text(form, 'slot')}={text(form, 'value')}"])})]
    if verdict == Verdict.SETTLE:
        return [judge(Verdict.SETTLE, ids, _figure(form))]
    raise JudgementError(f"there is no verdict {verdict!r}")


def text(form: FormData, name: str) -> str:
    """A field's text, blank ends taken off."""
    return str(form.get(name, "")).strip()


def _split(db: Connection, event: str, ids: list[str]) -> list[tuple[Verdict, list[str]]]:
    """Claims taken out of their happening: they are one, what stays is one, and the two are different."""
    happening = claim_or_event(db, event)
    if not isinstance(happening, Happening):
        raise JudgementError(f"{event} is no happening")
    stay = [c.id for c in claims_of(db, happening) if c.id not in ids]
    if not ids or set(ids) - set(happening.claims):
        raise JudgementError("tick the claims that are of another happening")
    if not stay:
        raise JudgementError("these are all claims of the happening: leave at least one")
    groups = [(Verdict.SAME, group) for group in (ids, stay) if len(group) > 1]
    return [*groups, (Verdict.DIFFERENT, [ids[0], stay[0]])]


def _figure(form: FormData) -> dict[str, Any]:
    effect, rule = text(form, "effect") or "killed", text(form, "rule")
    if effect not in EFFECTS:
        raise JudgementError(f"{effect!r} is no effect; one of {', '.join(EFFECTS)}")
    if rule:
        if rule not in RULES:
            raise JudgementError(f"there is no rule {rule!r}; one of {', '.join(RULES)}")
        order = [name.strip() for name in text(form, "order").split(",") if name.strip()]
        return rule_value(effect, rule, order)
    return figure_value(effect, _number(form, "low"), _number(form, "high"), _number(form, "best"))


def _number(form: FormData, name: str) -> int | None:
    given = text(form, name).replace(",", "")
    if not given:
        return None
    if not given.isdecimal():
        raise JudgementError(f"{name}={given}: write a number")
    return int(given)
