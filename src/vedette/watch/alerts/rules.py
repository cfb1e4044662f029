"""The schema of ``alerts.yaml``: what is worth an alert, and where it is sent."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from vedette.errors import KnowledgeError
from vedette.knowledge.loader import Strict, load_yaml
from vedette.model.claim import EFFECTS, EVENT_TYPES
from vedette.watch.config import Span


class Near(Strict):
    """Within `km` kilometres of a point in WGS 84 degrees."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    km: float = Field(gt=0, le=20_000)


class Rule(Strict):
    """What is worth an alert; all conditions that are given must hold.

    `place`: a place, district or country by name. `kind`: types of events. `at_least`: effect to the least number.
    `actor`: names of a party on either side. `contradiction`: one is open. `changed`: a figure changed by this share
    (0.25: a quarter) of what it was.
    """

    name: str = Field(min_length=1, max_length=200)
    channels: tuple[str, ...] = Field(min_length=1)
    near: Near | None = None
    place: str | None = None
    kind: tuple[str, ...] = ()
    at_least: dict[str, int] = Field(default_factory=dict)
    actor: tuple[str, ...] = ()
    contradiction: bool = False
    changed: float | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for kind in self.kind:
            if kind not in EVENT_TYPES:
                raise ValueError(f"there is no kind {kind!r}; one of: {', '.join(EVENT_TYPES)}")
        for effect in self.at_least:
            if effect not in EFFECTS:
                raise ValueError(f"there is no effect {effect!r}; one of: {', '.join(EFFECTS)}")
        given = (self.near, self.place, self.kind, self.at_least, self.actor, self.contradiction, self.changed)
        if not any(given):
            raise ValueError("a rule without a condition would tell of everything")
        return self


class Mail(Strict):
    """By mail through an SMTP server; the password stands in the environment, never here."""

    kind: Literal["mail"]
    server: str
    port: int = 587
    sender: str
    to: tuple[str, ...] = Field(min_length=1)
    user: str | None = None
    password_env: str = "VEDETTE_SMTP_PASSWORD"
    tls: Literal["starttls", "tls", "none"] = "starttls"


class Webhook(Strict):
    """By a POST of JSON; signed (HMAC-SHA-256, header X-Vedette-Signature) where the environment has `secret_env`."""

    kind: Literal["webhook"]
    address: str
    secret_env: str = "VEDETTE_WEBHOOK_SECRET"


class AtomFile(Strict):
    """An Atom feed with GeoRSS, written to a file. `address`: where readers find it; `desk`: of the workbench."""

    kind: Literal["feed"]
    file: str
    title: str = "Vedette alerts"
    address: str = "urn:vedette:alerts"
    desk: str | None = None
    entries: int = Field(default=200, ge=1, le=5000)


Channel = Annotated[Mail | Webhook | AtomFile, Field(discriminator="kind")]


class Alerts(Strict):
    """The contents of ``alerts.yaml``. `group`: changes of one happening are told at most so often."""

    channels: dict[str, Channel] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    group: Span = timedelta(hours=1)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        twice = [name for name, n in Counter(r.name for r in self.rules).items() if n > 1]
        if twice:
            raise ValueError(f"two rules are called {twice[0]!r}")
        for rule in self.rules:
            for channel in rule.channels:
                if channel not in self.channels:
                    raise ValueError(f"rule {rule.name!r} names the channel {channel!r}, which there is not")
        return self


def load_alerts(path: Path) -> Alerts:
    """The validated ``alerts.yaml`` at `path`; files count from where it lies. Raises KnowledgeError."""
    if not path.is_file():
        raise KnowledgeError(f"{path}:1: there is no such file; docs/watch.md shows what to write in it")
    given = load_yaml(path, Alerts)
    channels = {
        name: c.model_copy(update={"file": str(path.parent / c.file)}) if isinstance(c, AtomFile) else c
        for name, c in given.channels.items()
    }
    return given.model_copy(update={"channels": channels})
