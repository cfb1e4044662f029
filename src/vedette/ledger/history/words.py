"""Changes in words for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vedette.ledger.history.changes import JUDGEMENT, REPORT, Change
from vedette.ledger.history.record import CLAIM, WITHDRAWN
from vedette.ledger.rows import figure_words
from vedette.model.claim import EFFECTS, from_json


def change_row(change: Change) -> dict[str, Any]:
    """A change as one JSON-ready object."""
    return {
        "kind": change.kind,
        "id": change.id,
        "change": change.change,
        "at": f"{change.at.isoformat(timespec='seconds')}Z",
        "what": what_words(change),
        "why": [dict(w) for w in change.why],
        "fields": {k: {"was": was, "is": is_} for k, (was, is_) in change.fields.items()},
        "into": list(change.into),
        "now": change.now,
    }


def what_words(change: Change) -> str:
    """What the thing is, or was: "Air/drone strike, Tarsus, 2016-12-10, killed 9 to 12; now e-..."."""
    now = change.now
    into = f"; now {', '.join(change.into)}" if change.into else "; nothing took its place"
    gone = into if change.change == WITHDRAWN else ""
    if change.kind == REPORT:
        copy = f" (near copy of {now['copy_of']})" if now["copy_of"] else ""
        return f"{now['report']}: {now['outlet'] or 'unknown outlet'}{copy}"
    if change.kind == JUDGEMENT:
        undone = f", undone by {now['undone_by']}" if now["undone_by"] else ""
        return f"{now['verdict']} on {', '.join(now['about'])}, by {now['by']}: {now['reason']}{undone}"
    if change.kind == CLAIM:
        claim = from_json(now)
        return f'{claim.kind} "{claim.quote[:80]}"{gone}'
    days = " to ".join(dict.fromkeys(d for d in (now["first"], now["last"]) if d)) or "no day told"
    figures = "".join(f", {effect} {_figure(now[effect])}" for effect in EFFECTS if now.get(effect))
    return f"{now['type']}, {now['place'] or 'no place told'}, {days}{figures}{gone}"


def fields_words(change: Change) -> str:
    """What changed in it: "killed: 9, was 4; 2 claims more"."""
    out = []
    for key, (was, is_) in change.fields.items():
        if key == "claims":
            more, less = len(set(is_ or ()) - set(was or ())), len(set(was or ()) - set(is_ or ()))
            out += [f"{n} claim{'s' if n > 1 else ''} {word}" for n, word in ((more, "more"), (less, "less")) if n]
        elif key in EFFECTS:
            out.append(f"{key} {_figure(is_)}, was {_figure(was)}")
        elif key == "contradictions":
            out += _contradictions(was or {}, is_ or {})
        elif key != "place_id":
            out.append(f"{key.replace('_', ' ')}: {_plain(is_)}, was {_plain(was)}")
    return "; ".join(out)


def why_words(why: Iterable[Mapping[str, str]]) -> str:
    """The causes in words."""
    return "; ".join(_cause(w) for w in why)


def _cause(why: Mapping[str, str]) -> str:
    match why["cause"]:
        case "report":
            return f"new report {why['report']}"
        case "judgement":
            return f"{why['verdict']} by {why['by']}: {why['reason']} ({why['id']})"
        case "version":
            return f"read anew{' by ' + why['version'] if 'version' in why else ''}"
        case "rule":
            return f"rule {why['rule']}"
        case "linking" if "version" in why:
            return f"made anew by {why['version']}"
    return "linked anew with what surrounds it"


def _contradictions(was: Mapping[str, str | None], now: Mapping[str, str | None]) -> list[str]:
    """What became of contradictions, each an id with how it was settled (None: open)."""
    out = [
        f"{len(some)} contradiction{'s' if len(some) > 1 else ''} {word}"
        for some, word in ((now.keys() - was.keys(), "more"), (was.keys() - now.keys(), "less"))
        if some
    ]
    for id_ in sorted(was.keys() & now.keys()):
        if was[id_] != now[id_]:
            settled = now[id_]
            out.append(f"contradiction {id_} {f'settled {settled}' if settled else 'open again'}")
    return out


def _figure(figure: Mapping[str, Any] | None) -> str:
    if figure is None:
        return "not told"
    words = figure_words(figure["low"], None if figure["open"] else figure["high"])
    if figure["open"] and figure["high"] not in (None, figure["low"]):
        words = f"{figure['low']:,} to {figure['high']:,} or more"
    return words + (f" ({figure['rule']})" if figure["rule"] != "range" else "")


def _plain(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, Mapping):
        return ", ".join(f"{k} ({v})" if v else str(k) for k, v in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return str(value)
