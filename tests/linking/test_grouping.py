"""Within one report: which toll belongs to which event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from makers import DAY, event, provenance, toll, town
from vedette.knowledge.pack import default_knowledge
from vedette.linking.grouping import incidents_of
from vedette.linking.lore import Lore
from vedette.linking.rivals import are_rivals, told_apart
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.place import PlaceKind

LORE = Lore.of(default_knowledge())


def groups(*claims: Claim) -> list[set[str]]:
    """The quotes of each incident."""
    found = incidents_of(told(claims, provenance("r1")), LORE)
    return sorted(({m.claim.quote for m in i.members} for i in found), key=sorted)


def test_a_toll_goes_to_the_event_in_its_own_words() -> None:
    assert groups(
        event("r1", start=0, quote="a strike on Tarsus"),
        toll("r1", 4, start=0, quote="four died in a strike on Tarsus"),
        event("r1", start=400, quote="a strike on Adana", place="Adana"),
    ) == [{"a strike on Adana"}, {"a strike on Tarsus", "four died in a strike on Tarsus"}]


def test_the_blast_is_the_only_blast_of_the_report() -> None:
    """A place taken over from the sentence before does not keep a toll from the one event that fits."""
    blast: dict[str, Any] = {"means": "bomb", "place": "Adana", "date_basis": "main event"}
    assert groups(
        event("r1", "Suicide bomb", start=0, quote="a bomber struck in Tarsus"),
        toll("r1", 70, start=900, quote="at least 70 died in the blast", **blast),
    ) == [{"a bomber struck in Tarsus", "at least 70 died in the blast"}]


def test_the_dead_of_no_told_means_go_to_the_only_event_that_kills() -> None:
    """Five days of fighting, and next to it how many died, on the day that the report has for all that it dates not."""
    days = {"first": date(2016, 12, 6), "last": DAY, "on": None, "place": "Turkey"}
    fight = event("r1", "Armed clash", start=0, quote="fighting along the river", **days)
    dead: dict[str, Any] = {"means": None, "place": "Turkey", "date_basis": "main event", "start": 35}
    cost = toll("r1", 36, quote="36 were lost", **dead)
    assert groups(fight, cost) == [{"fighting along the river", "36 were lost"}]
    raid = event("r1", start=700, quote="jets hit Adana", place="Adana")
    assert len(groups(fight, raid, cost)) == 3


def test_tolls_alone_are_of_the_sort_of_their_gravest_harm() -> None:
    dead = toll("r1", 25, start=0, quote="25 soldiers are dead", means=None)
    lost = toll("r1", 60, start=25, quote="60 others missing", means=None, effect="missing")
    (found,) = incidents_of(told((dead, lost), provenance("r1")), LORE)
    assert (found.type, found.family) == ("Attack", "attack")


def test_but_a_toll_whose_words_name_another_place_stays_apart() -> None:
    assert len(groups(
        event("r1", "Suicide bomb", start=0, quote="a bomber struck in Tarsus"),
        toll("r1", 7, start=900, quote="seven died in Adana", means="bomb", place="Adana"),
    )) == 2  # fmt: skip


def test_a_mere_number_goes_with_the_number_before_it() -> None:
    assert groups(
        toll("r1", 2000, start=0, quote="2,000 fled", effect="displaced", means=None),
        toll("r1", 3000, start=60, quote="3,000", effect="displaced", means=None, place="Paris"),
    ) == [{"2,000 fled", "3,000"}]


def test_two_numbers_by_one_source_are_two_events_on_one_day_in_one_place() -> None:
    first = [event("r1", start=0, quote="jets hit a bus"), toll("r1", 10, start=0, quote="ten died on a bus")]
    second = [event("r1", start=500, quote="jets hit houses"), toll("r1", 21, start=500, quote="21 died at home")]
    assert len(groups(*first, *second)) == 2
    assert len(groups(first[0], *second)) == 1


def test_a_total_keeps_its_subsets_and_takes_nothing_else() -> None:
    since: dict[str, Any] = {"span": "period"}
    assert groups(
        toll("r1", 129, start=0, quote="129 so far", **since),
        toll("r1", 39, start=5, quote="39 children", subset=True, group="children", **since),
        toll("r1", 413, start=90, quote="another 413", **since),
        toll("r1", 9, start=150, quote="nine today"),
    ) == [{"129 so far", "39 children"}, {"another 413"}, {"nine today"}]


def test_what_a_time_cost_in_one_breath_is_one_total() -> None:
    """The dead, the hurt and the driven out of one war are one count; another number of the dead is another."""
    war: dict[str, Any] = {"span": "period", "means": None, "first": date(2016, 1, 1), "last": DAY, "on": None}
    dead = toll("r1", 300, start=0, quote="300 have died", **war)
    hurt = toll("r1", 900, start=20, quote="900 were hurt", effect="wounded", **war)
    assert groups(dead, hurt) == [{"300 have died", "900 were hurt"}]
    assert len(groups(dead, toll("r1", 280, start=40, quote="280 by another count", **war))) == 2
    assert len(groups(dead, replace(hurt, start=2000, end=2013))) == 2


def test_a_campaign_takes_the_total_of_its_days() -> None:
    days: dict[str, Any] = {"first": date(2016, 12, 2), "last": DAY, "on": None}
    campaign = event("r1", start=0, quote="jets have bombed Tarsus since 2 December", **days)
    cost = toll("r1", 80, start=60, quote="at least 80 have died", span="period", **days)
    assert groups(campaign, cost) == [{campaign.quote, cost.quote}]
    # Where the event has dead of its own, it is one of the campaign's.
    own = toll("r1", 9, start=0, quote="nine died", span="day", **days)
    assert groups(campaign, own, cost) == [{cost.quote}, {campaign.quote, own.quote}]
    assert len(groups(event("r1", start=0, quote="jets bombed Tarsus"), replace(cost, first=DAY))) == 2


def test_a_borrowed_day_keeps_no_toll_from_an_event_that_is_dated() -> None:
    raid = event("r1", start=0, quote="jets hit Tarsus", on=date(2016, 11, 30))
    cost: dict[str, Any] = {"start": 15, "quote": "killing nine"}
    assert groups(raid, toll("r1", 9, date_basis="main event", **cost)) == [{"jets hit Tarsus", "killing nine"}]
    assert len(groups(raid, toll("r1", 9, **cost))) == 2
    # What is told first is of the main event, and not of an older one that the report adds.
    before: dict[str, Any] = {"quote": "nine died", "start": 0, "date_basis": "main event"}
    assert len(groups(replace(raid, start=60, end=76), toll("r1", 9, **before))) == 2


def test_an_unlisted_village_may_lie_in_the_province() -> None:
    province = town("Mersin", 36.8, 34.6, kind=PlaceKind.ADM1)
    raid = event("r1", start=0, quote="jets hit the market of Kavakli", place="Kavakli")
    cost = toll("r1", 9, start=60, quote="nine died in Mersin", place="Mersin", location=province)
    assert len(groups(raid, cost)) == 1
    listed = replace(raid, location=town("Kavakli", 41.6, 27.3, country="TR", adm1="Kirklareli"))
    assert len(groups(listed, cost)) == 2


def test_rivals_are_events_that_a_report_tells_apart() -> None:
    claims = [
        event("r1", start=0, quote="jets hit Tarsus"),
        event("r1", start=500, quote="jets hit Adana", place="Adana"),
        toll("r1", 3, start=900, quote="three died in Mersin", place="Mersin"),
    ]
    found = {i.lead.id: i for i in incidents_of(told(claims, provenance("r1")), LORE)}
    tarsus, adana, mersin = (found[c.id] for c in claims)
    assert told_apart(tarsus, adana)
    assert are_rivals(tarsus, adana, LORE)
    assert not told_apart(tarsus, mersin)


def test_a_bombing_told_at_the_village_and_at_its_city_is_no_rival_of_itself() -> None:
    """Of raids a city sees several on one day; a bombing of a wedding is told one by one."""
    village, city = town("Kozan", 37.4, 35.8, adm1="Adana"), town("Adana", 37.0, 35.3, adm1="Adana")

    def rivals(kind: str, *tolls: tuple[int, int | None]) -> bool:
        claims: list[Claim] = [
            event("r1", kind, quote="at a wedding in Kozan", place="Kozan", location=village),
            event("r1", kind, start=600, quote="at a wedding hall near Adana", place="Adana", location=city),
            toll("r1", *tolls[0], means="bomb", quote="dead in Kozan", place="Kozan", location=village),
            toll("r1", *tolls[1], start=600, means="bomb", quote="dead near Adana", place="Adana", location=city),
        ]
        one, two = (i for i in incidents_of(told(claims, provenance("r1")), LORE) if i.is_event)
        return are_rivals(one, two, LORE)

    assert not rivals("Suicide bomb", (20, None), (22, None))
    assert rivals("Suicide bomb", (20, 20), (22, 22))
    assert rivals("Air/drone strike", (20, None), (22, None))


def test_two_doers_of_one_report_did_two_things() -> None:
    shot = toll("r1", 1, by="Nusra Front", quote="one man was shot", start=0)
    hurt = {"effect": "wounded", "quote": "40 were hurt", "start": 20}
    assert groups(shot, toll("r1", 40, by="Nusra Front", **hurt)) == [{"one man was shot", "40 were hurt"}]
    assert len(groups(shot, toll("r1", 40, by="Syrian government", **hurt))) == 2
