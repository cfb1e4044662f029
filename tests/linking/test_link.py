from __future__ import annotations

from datetime import date
from typing import Any

from makers import DAY, control, event, provenance, toll, town
from vedette.linking import link
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.place import PlaceKind

FRIDAY = date(2016, 12, 9)
TWO = provenance("r1", "r2")


def of(claim: Claim, happenings: list[Happening]) -> Happening:
    return next(h for h in happenings if claim.id in h.claims)


def together(a: Claim, b: Claim, *more: Claim) -> bool:
    happenings = link([a, b, *more], provenance("r1", "r2", "r3"))
    return of(a, happenings) is of(b, happenings)


def test_every_toll_and_event_is_in_one_happening_and_no_control_is() -> None:
    claims = [toll("r1", 4), event("r1"), control("r1", "rebels"), toll("r2", 9, place="Adana")]
    happenings = link(claims, TWO)
    assert sorted(c for h in happenings for c in h.claims) == sorted(c.id for c in (claims[0], claims[1], claims[3]))


def test_two_reports_of_one_strike_are_one_happening_though_their_tolls_differ() -> None:
    happenings = link([event("r1"), toll("r1", 22), event("r2"), toll("r2", 44)], TWO)
    assert len(happenings) == 1
    assert (happenings[0].type, happenings[0].place, happenings[0].first) == ("Air/drone strike", "Tarsus", DAY)


def test_one_number_on_one_day_does_not_glue_two_places() -> None:
    assert not together(toll("r1", 12), toll("r2", 12, place="Adana"))


def test_two_days_are_two_events() -> None:
    assert not together(event("r1", on=date(2016, 12, 1)), event("r2"))


def test_an_evacuation_lasts_for_days_and_a_bombing_does_not() -> None:
    leaving = "they left on buses"
    assert together(event("r1", "Evacuation", on=FRIDAY, quote=leaving), event("r2", "Evacuation", quote="buses left"))
    assert not together(event("r1", "Suicide bomb", on=FRIDAY), event("r2", "Suicide bomb", quote="a blast"))


def test_a_siege_told_of_its_days_months_and_years_is_one() -> None:
    """One report has it since 2014, others of a day of it, weeks apart: what is not ended stands."""
    since = event("r1", "Siege", first=date(2014, 3, 1), last=DAY, on=None, quote="under siege since 2014")
    early = event("r2", "Siege", on=date(2016, 11, 5), quote="no food came in")
    late = event("r3", "Siege", on=FRIDAY, quote="the ring around the town held")
    happenings = link([since, early, late], provenance("r1", "r2", "r3"))
    assert [(h.first, h.last) for h in happenings] == [(date(2014, 3, 1), DAY)]
    assert not together(event("r1", "Siege", on=date(2014, 3, 1)), late)


def test_a_gas_attack_told_of_the_land_and_a_day_later_is_the_one_of_these_days() -> None:
    """A land sees hardly two in a week; air strikes it sees every day."""
    tarsus = town("Tarsus", 36.9, 34.9, country="TR", adm1="Mersin")
    land = town("Turkey", 39.0, 35.0, kind=PlaceKind.COUNTRY, country="TR")
    slots: dict[str, Any] = {"actor": "Syrian government", "target": "civilians", "quote": "gas killed them asleep"}
    for type_, one in (("Chemical weapon", True), ("Air/drone strike", False)):
        near = event("r1", type_, location=tarsus, **slots)
        loose = event("r2", type_, place="Turkey", location=land, on=date(2016, 12, 11), **slots)
        assert together(near, loose) is one
        other = town("Adana", 37.9, 36.3, adm1="Adana")
        adana = event("r3", type_, place="Adana", quote="a valley near Adana was hit", location=other)
        assert not together(near, adana)


def test_who_is_trapped_in_a_siege_is_told_of_it_and_no_running_total() -> None:
    inside = {"effect": "trapped", "means": None, "span": "period", "quote": "40,000 live there", "place": "Tarsus"}
    many = toll("r1", 40_000, **inside)
    assert not of(many, link([many], TWO)).running
    assert together(
        many, event("r2", "Siege", on=FRIDAY, quote="the ring around the town held"), toll("r2", 40_000, **inside)
    )


def test_the_dead_of_a_day_are_no_single_strike_s() -> None:
    strike = [event("r1", quote="jets hit a bus"), toll("r1", 10)]
    day = [event("r2", quote="raids all day"), toll("r2", 31, span="day", quote="31 died on Saturday")]
    assert not together(strike[0], day[0], strike[1], day[1])
    once = [event("r2", quote="raids all day"), toll("r2", 31, quote="31 died on Saturday")]
    assert together(strike[0], once[0], strike[1], once[1])


def test_two_sides_firing_on_each_other_on_one_day_are_two_events() -> None:
    shelling = "Shelling/artillery/missile attack"
    assert not together(
        event("r1", shelling, actor="rebels", target="government", quote="rockets hit the west of the town"),
        event("r2", shelling, actor="government", target="rebels", quote="howitzers pounded rebel quarters"),
    )


def test_a_clash_has_no_first_side() -> None:
    assert together(
        event("r1", "Armed clash", actor="rebels", target="government", quote="fighting at the gates"),
        event("r2", "Armed clash", actor="government", target="rebels", quote="troops met resistance"),
    )


def test_a_car_bomb_may_be_a_suicide_bomb_but_no_air_strike_is_a_protest() -> None:
    assert together(event("r1", "Suicide bomb"), event("r2", "Remote explosive/landmine/IED"))
    assert not together(event("r1", "Air/drone strike"), event("r2", "Peaceful protest"))


def test_an_old_event_told_as_background_joins_the_old_one() -> None:
    march = date(2016, 3, 27)
    old = event("r1", "Government regains territory", on=march)
    background = event("r2", "Government regains territory", first=date(2016, 3, 1), last=date(2016, 3, 31), on=None)
    assert together(old, background, event("r2", "Non-state actor overtakes territory"))


def test_a_running_total_is_a_thing_of_its_own() -> None:
    day = toll("r1", 9)
    total = toll("r2", 129, span="period", first=date(2016, 11, 15), last=DAY, on=None)
    happenings = link([day, total, event("r1")], TWO)
    assert not of(day, happenings).running
    assert of(total, happenings).running
    assert of(day, happenings) is not of(total, happenings)


def test_a_toll_goes_to_the_event_of_its_place_and_means() -> None:
    strike = event("r1", start=0, quote="jets hit Adana", place="Adana")
    shelling = event("r1", "Shelling/artillery/missile attack", start=100, quote="shells hit Tarsus")
    dead = toll("r1", 3, start=130, quote="killing three", means="shelling")
    happenings = link([strike, shelling, dead], TWO)
    assert of(dead, happenings) is of(shelling, happenings)
    assert of(strike, happenings) is not of(shelling, happenings)


def test_one_report_tells_its_events_apart() -> None:
    """Two strikes of one report do not become one because another report tells of both."""
    morning = event("r1", start=0, quote="a strike hit the market at dawn")
    night = event("r1", start=300, quote="a strike hit the bridge at night")
    dead = [toll("r1", 5, start=10), toll("r1", 8, start=310)]
    happenings = link([morning, night, *dead], TWO)
    assert of(morning, happenings) is not of(night, happenings)


def test_towns_under_different_names_that_lie_side_by_side() -> None:
    a = event("r1", place="Rashidin", location=town("Rashidin", 36.17, 37.08))
    b = event("r2", place="Aleppo", location=town("Aleppo", 36.20, 37.16))
    far = event("r2", place="Manbij", location=town("Manbij", 36.53, 37.95))
    assert together(a, b)
    assert not together(a, far)


def city(quote: str, report: str, **slots: object) -> Claim:
    place = town("Adana", 37.0, 35.3, adm1="Adana")
    return event(report, "Shelling/artillery/missile attack", quote=quote, place="Adana", location=place, **slots)


def test_two_shellings_of_a_city_on_one_day_need_a_detail_in_common() -> None:
    school = city("mortar rounds struck a school yard", "r1")
    assert not together(school, city("howitzers pounded the eastern suburbs overnight", "r2"))
    assert together(school, city("rounds that struck the yard of a school", "r2"))
    by_name = {"actor": "rebels", "target": "civilians"}
    assert together(city("a bus stop was hit", "r1", **by_name), city("rockets fell on the city", "r2", **by_name))


def test_shells_and_a_fight_in_a_city_need_more_in_common_than_who_fired() -> None:
    """Both sides shell and fight there every day, so that to name one of them tells no day's event from another."""
    fired = city("guns pounded the suburbs", "r1", actor="army", target="rebels")
    place = town("Adana", 37.0, 35.3, adm1="Adana")
    slots = {"place": "Adana", "location": place, "actor": "rebels", "target": "army"}
    assert not together(fired, event("r2", "Armed clash", quote="men fought house by house", **slots))


def test_a_school_that_both_name_tells_a_strike_from_the_others_of_its_day() -> None:
    one = city("a shell fell on a school", "r1")
    assert together(one, city("rockets were fired on pupils at noon", "r2"))
    assert not together(one, city("rockets were fired on houses at noon", "r2"))


def test_a_month_of_shelling_does_not_glue_the_days_in_it() -> None:
    """Days that have nothing but a month around them in common are days apart."""
    month = city("shelling of the city", "r3", first=date(2016, 12, 1), last=date(2016, 12, 31), on=None)
    early, late = (city("shelling of the city", r, on=date(2016, 12, d)) for r, d in (("r1", 4), ("r2", 20)))
    assert not together(early, late, month)


def test_two_quarters_of_one_city_are_two_places() -> None:
    def quarter(name: str, lat: float, lon: float, report: str) -> Claim:
        place = town(name, lat, lon, kind=PlaceKind.AREA)
        return event(report, place=name, location=place, quote=f"jets hit {name}")

    north = quarter("Kalabah", 37.03, 35.30, "r1")
    assert not together(north, quarter("Dervish", 36.99, 35.33, "r2"))


def test_totals_of_a_city_and_of_its_east_are_two() -> None:
    def total(report: str, place: str, number: int, last: date = DAY) -> Claim:
        return toll(report, number, span="period", place=place, first=date(2016, 11, 15), last=last, on=None)

    assert together(total("r1", "Adana", 129), total("r2", "Adana", 131))
    assert not together(total("r1", "Adana", 129), total("r2", "east Adana", 463))


def test_totals_of_a_war_are_told_anew_each_month() -> None:
    """Else each month's would hang together with the next month's, and all of them be weighed for every new one."""

    def total(report: str, first: date, last: date) -> Claim:
        return toll(report, 210000, span="period", first=first, last=last, on=None, place="Turkey")

    war, autumn = date(2011, 3, 1), date(2015, 1, 5)
    assert together(total("r1", war, date(2015, 1, 31)), total("r2", war, date(2015, 1, 2)))
    assert not together(total("r1", war, date(2015, 1, 31)), total("r2", war, date(2015, 2, 1)))
    assert together(total("r1", autumn, date(2015, 1, 31)), total("r2", autumn, date(2015, 2, 1)))


def test_totals_of_a_war_a_year_apart_are_two_counts() -> None:
    def total(report: str, number: int, last: date) -> Claim:
        return toll(report, number, span="period", place="Turkey", first=date(2011, 3, 1), last=last, on=None)

    assert not together(total("r1", 210000, date(2015, 2, 1)), total("r2", 320000, date(2016, 2, 1)))


def test_origins_are_sources_and_no_outlets() -> None:
    claims = [event("r1", source="the Watch"), event("r2", source="the Watch"), event("r3")]
    (happening,) = link(claims, provenance("r1", "r2", "r3"))
    assert happening.origins == ("the Watch",)


def test_every_link_has_its_reason() -> None:
    (happening,) = link([event("r1"), event("r2")], TWO)
    assert all("both Air/drone strike" in why for why in happening.reasons.values())
    assert happening.reasons


def test_raids_of_two_days_running_with_other_dead_are_two_though_much_is_shared() -> None:
    quote = "jets of the coalition hit the grain silos"
    first = [event("r1", on=FRIDAY, quote=quote, actor="coalition"), toll("r1", 21, on=FRIDAY, by="coalition")]
    second = [event("r2", quote=quote, actor="coalition"), toll("r2", 56, by="coalition")]
    assert not together(first[0], second[0], first[1], second[1])


def test_a_toll_that_grew_a_little_is_one_though_a_day_is_off_by_one() -> None:
    quote = "a bomber struck the border post"
    first = [event("r1", on=FRIDAY, quote=quote, actor="IS"), toll("r1", 30, on=FRIDAY, by="IS")]
    later = [event("r2", quote=quote, actor="IS"), toll("r2", 32, by="IS")]
    assert together(first[0], later[0], first[1], later[1])


def test_in_a_city_under_fire_two_spans_of_days_need_more_in_common_than_who_fired() -> None:
    city = town("Tarsus", 36.9, 34.9, population=300_000)
    week = event("r1", actor="army", first=date(2016, 12, 5), last=DAY, quote="raids went on", location=city)
    days = event("r2", actor="army", first=date(2016, 12, 7), last=DAY, quote="a pilot killed shoppers", location=city)
    assert not together(week, days)
    day = event("r2", actor="army", quote="a pilot killed shoppers", location=city)
    assert together(event("r1", actor="army", quote="raids went on", location=city), day)


def test_a_day_in_a_month_is_not_one_with_it_by_who_did_it() -> None:
    """A city that one side bombs all the month: the raid of a day and "raids last month" share their doer, no more."""
    city = town("Tarsus", 36.9, 34.9, population=900_000)
    slots = {"location": city, "actor": "Russia"}
    raid = event("r1", quote="planes hit a convoy at noon", **slots)
    month = {"first": date(2016, 12, 1), "last": date(2016, 12, 31), "on": None}
    assert not together(raid, event("r2", quote="fire from above went on", **{**slots, **month}))
    three = {"first": date(2016, 12, 9), "last": date(2016, 12, 11), "on": None}
    assert together(raid, event("r2", quote="fire from above went on", **{**slots, **three}))


def test_whom_an_act_was_done_to_did_not_do_it() -> None:
    """The pilot whom rebels killed and those whom the air force killed for it are not of one event."""
    shot = event("r1", "Attack", actor="rebels", target="Syrian government", quote="rebels shot a pilot", start=0)
    raid = toll("r1", 30, by="Syrian government", quote="the raids killed 30", start=300)
    assert not together(shot, raid)
    assert together(shot, toll("r1", 1, by="rebels", means=None, quote="one man was killed", start=20))


def test_a_month_of_raids_on_a_city_is_not_told_twice_by_city_and_doer() -> None:
    city = town("Adana", 37.0, 35.3, population=1_700_000)
    month = {"first": date(2016, 11, 1), "last": date(2016, 11, 30), "on": None, "location": city, "place": "Adana"}
    one = event("r1", actor="Russia", quote="raids of last month shook markets", **month)
    assert not together(one, event("r2", actor="Russia", quote="pilots were blamed for burnt bakeries", **month))
    assert together(one, event("r2", actor="Russia", quote="raids of last month shook whole markets", **month))
