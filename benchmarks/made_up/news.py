"""The news of a made-up war: reports with texts, and the claims that a careful reader would find in them."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from made_up.war import ARMS, START, TAKING, Incident, incidents
from made_up.world import COUNTRY, World, world
from vedette.model.claim import Claim, Control, Event, Statement, Toll
from vedette.model.report import DateBasis, Report

_A_REPORT = (1, 2, 2, 3, 3, 4)  # incidents that one report tells of
_COPIED = 0.18  # of all reports: how many reprint another's text
_FOLLOWED = 3  # days on which an incident is told, after its own
_WHO = ("Residents", "Traders", "Drivers", "Farmers", "Teachers", "Elders", "Shopkeepers", "Families", "Bakers")
_DID = ("had left", "spoke of", "waited for", "feared", "could see", "had heard of", "asked for", "kept away from")
_WHAT = (
    "convoys",
    "drones",
    "trenches",
    "flour",
    "tents",
    "patrols",
    "smoke",
    "generators",
    "snipers",
    "trucks",
    "fuel",
)
_WHERE = ("on the road to", "in the hills above", "at the crossing near", "by the river at", "on the plain below")
_SINCE = (
    "since the rains",
    "for days",
    "after dark",
    "in spring",
    "by noon",
    "all week",
    "before the harvest",
    "again",
)


@dataclass(frozen=True)
class Told:
    """A report with its claims. `truth` holds for each claim the number of the incident it tells of, None of none;
    `copy_of` is the id of the report whose text it reprints."""

    report: Report
    claims: tuple[Claim, ...]
    truth: tuple[int | None, ...]
    copy_of: str | None = None


def news(claims: int, seed: int = 1) -> Iterator[Told]:
    """Reports with `claims` claims in all, or a few more, in the order of publication. The same for the same seed, and
    the news of a shorter war are the beginning of those of a longer one."""
    made = 0
    for told in _endless(world(seed), random.Random(seed)):
        yield told
        made += len(told.claims)
        if made >= claims:
            return


def _endless(where: World, chance: random.Random) -> Iterator[Told]:
    """The news, day by day, without end."""
    waiting: list[tuple[Incident, int]] = []  # incidents with the tellings still to come
    recent: deque[Told] = deque(maxlen=60)
    past: deque[Incident] = deque(maxlen=4000)
    number = serial = 0
    day = START
    while True:
        fresh = list(incidents(day, where, chance, number))
        number += len(fresh)
        past.extend(fresh)
        waiting = [(i, n) for i, n in waiting if n > 0 and (day - i.day).days <= _FOLLOWED]
        waiting += [(i, i.tellings) for i in fresh]
        today = [i for i, n in waiting for _ in range(_today(n, (day - i.day).days))]
        waiting = [(i, n - _today(n, (day - i.day).days)) for i, n in waiting]
        chance.shuffle(today)
        rest = iter(today)
        while items := list(dict.fromkeys(islice(rest, chance.choice(_A_REPORT)))):
            serial += 1
            told = _Writer(where, chance, day, serial).write(items, past)
            recent.append(told)
            yield told
            while chance.random() < _COPIED:
                serial += 1
                yield _reprint(chance.choice(recent), where, chance, day, serial)
        day += timedelta(days=1)


def _today(left: int, after: int) -> int:
    """How many of the tellings that are left come so many days after."""
    return left if after == _FOLLOWED else (left + 1) // 2


class _Writer:
    """Writes one report, its claims along with its words."""

    def __init__(self, where: World, chance: random.Random, day: date, serial: int) -> None:
        self._where, self._chance, self._day, self._ref = where, chance, day, f"made-{serial}"
        self._parts: list[str] = []
        self._at = 0
        self._rows: list[tuple[type[Claim], dict[str, Any], int | None]] = []

    def write(self, items: list[Incident], past: deque[Incident]) -> Told:
        """The report of `items`; now and then it recalls something from `past`, a running total, or who said what."""
        chance = self._chance
        lead = items[0]
        title = f"{lead.doer.name} {_did(lead)} in {lead.place.name}"
        self._at = len(title) + 1
        by = chance.random()
        wire = chance.choice(self._where.wires) if by < 0.4 else None
        if wire:
            self._say(f"{lead.place.name.upper()} ({wire}) - ")
        for item in items:
            self._tell(item)
            self._say(_aside(self._where, chance) + " ")
        if chance.random() < 0.06 and past:
            self._tell(chance.choice(past), "recalled ")
        if chance.random() < 0.03:
            self._total()
        if chance.random() < 0.12:
            self._condemn(lead)
        report = Report(
            title=title, text="".join(self._parts).rstrip(), ref=self._ref, outlet=chance.choice(self._where.outlets),
            published=self._day, published_basis=DateBasis.METADATA, wire=wire,
        )  # fmt: skip
        claims = tuple(kind(report=self._ref, report_id=report.id, **slots) for kind, slots, _ in self._rows)
        return Told(report, claims, tuple(number for _, _, number in self._rows))

    def _say(self, words: str) -> tuple[int, int, str]:
        start, self._at = self._at, self._at + len(words)
        self._parts.append(words)
        return start, self._at, words

    def _claim(self, kind: type[Claim], said: str, number: int | None, /, **slots: Any) -> None:
        start, end, quote = self._say(said)
        self._rows.append((kind, {"start": start, "end": end, "quote": quote} | slots, number))

    def _tell(self, item: Incident, lead: str = "") -> None:
        """One incident: what was done, the dead, the hurt, and by whom it is told."""
        chance, arm = self._chance, ARMS[item.arm]
        source = self._source(item)
        common: dict[str, Any] = {
            "source": source, "chain": (source,) if source else (), "first": item.day, "last": item.day,
            "date_basis": "words", "place": item.place.name, "location": item.place, "confidence": 0.8,
        }  # fmt: skip
        when = f"on {item.day:%A}" if (self._day - item.day).days < 7 else f"on {item.day.day} {item.day:%B %Y}"
        self._say(f"{source[0].upper()}{source[1:]} {lead}said " if source else f"It was {lead}told that ")
        denied = not lead and source == item.doer.agency and chance.random() < 0.25
        self._claim(
            Event, f"{item.doer.name} {_did(item)} in {item.place.name} {when}", item.number, type=arm.type,
            actor=item.doer.name, target=_target(item), status="denied" if denied else "happened", **common,
        )  # fmt: skip
        if not denied:
            self._tolls(item, common)
            if item.arm in TAKING:
                self._say(". ")
                words = f"{item.doer.name} holds {item.place.name}"
                self._claim(Control, words, None, holder=item.doer.name, change="gained", **common)
        self._say(". ")

    def _source(self, item: Incident) -> str | None:
        """Who tells of it: one of its sides, a source of nobody's, or the outlet itself."""
        own = (item.doer.agency, item.target.agency, *self._where.sources, None, None, None)
        return own[self._chance.randrange(len(own))]

    def _tolls(self, item: Incident, common: dict[str, Any]) -> None:
        arm, after = ARMS[item.arm], (self._day - item.day).days
        who = "civilian" if item.civilian else "unknown"
        for effect, verb in (("killed", "killing"), ("wounded", "wounding")):
            number = item.known(effect, after)
            if item.disputed and common["source"] == item.doer.agency:
                number = max(1, number // 3)
            if not number:
                continue
            least = self._chance.random() < 0.3
            words = f"{'at least ' if least else ''}{number} {_people(item.civilian, number)}"
            self._say(f", {verb} " if effect == "killed" else f" and {verb} ")
            self._claim(
                Toll, words, item.number, effect=effect, low=number, high=None if least else number, who=who,
                means=arm.means, by=item.doer.name, words=words, **common,
            )  # fmt: skip

    def _total(self) -> None:
        """A running total of the war's dead."""
        dead = 1000 + 37 * (self._day - START).days
        self._say("The Tarvania Monitor says that ")
        self._claim(
            Toll, f"more than {dead} people have been killed in {COUNTRY} since the war began", None, effect="killed",
            low=dead, high=None, span="period", first=START, last=self._day, date_basis="words", place=COUNTRY,
            source="Tarvania Monitor",
        )  # fmt: skip
        self._say(". ")

    def _condemn(self, item: Incident) -> None:
        speaker = self._chance.choice((item.target.name, "United Nations"))
        words = f"{speaker} condemned the attack in {item.place.name}"
        self._claim(
            Statement, words, None, speaker=speaker, act="condemn", about=f"the attack in {item.place.name}",
            first=self._day, last=self._day, source=speaker, place=item.place.name, location=item.place,
        )  # fmt: skip
        self._say(". ")


def _aside(where: World, chance: random.Random) -> str:
    """A sentence that claims nothing, and is seldom told twice."""
    of = chance.choice
    first = f"{of(_WHO)} {of(_DID)} {of(_WHAT)} {of(_WHERE)} {of(where.spots).name} {of(_SINCE)}"
    return f"{first}, and {of(_WHO).lower()} {of(_DID)} {of(_WHAT)} {of(_SINCE)}."


def _people(civilian: bool, number: int) -> str:
    return ("civilian" if civilian else "person") if number == 1 else "civilians" if civilian else "people"


def _did(item: Incident) -> str:
    return ARMS[item.arm].did.format(site=item.site, target=item.target.name)


def _target(item: Incident) -> str | None:
    return item.target.name if item.arm in ("clash", *TAKING) else "civilians" if item.civilian else None


def _reprint(of: Told, where: World, chance: random.Random, day: date, serial: int) -> Told:
    """The same text in another outlet, a sentence or two added."""
    text = f"{of.report.text} {_aside(where, chance)} Story number {serial}."
    outlet = chance.choice(where.outlets)
    report = replace(of.report, text=text, ref=f"made-{serial}", outlet=outlet, published=day)
    claims = tuple(replace(c, report=report.ref, report_id=report.id) for c in of.claims)
    return Told(report, claims, of.truth, of.copy_of or of.report.id)
