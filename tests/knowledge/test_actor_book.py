"""What is known of an actor's name."""

from __future__ import annotations

import pytest

from vedette.knowledge.actors import Actors, acled_class, actor_book, canonical, fold, side_of
from vedette.knowledge.countries import countries
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.sources import canonical_source


def test_canonical_by_any_spelling(knowledge: Knowledge) -> None:
    assert canonical(knowledge, "the Syrian Arab Army") == "Syrian government"
    assert canonical(knowledge, "Jabhat al-Nusra") == canonical(knowledge, "Jabhat al Nusra") == "Nusra Front"
    assert canonical(knowledge, "Nobody's Brigade") == "Nobody's Brigade"


def test_side_and_class(knowledge: Knowledge) -> None:
    assert (side_of(knowledge, "Syrian government"), acled_class(knowledge, "Syrian government")) == ("government", 1)
    assert (side_of(knowledge, "civilians"), acled_class(knowledge, "civilians")) == ("civilians", 7)
    assert (side_of(knowledge, "France"), acled_class(knowledge, "France")) == ("foreign", 8)
    assert (side_of(knowledge, "Malian government"), acled_class(knowledge, "Malian government")) == ("government", 1)
    assert side_of(knowledge, "Nobody's Brigade") is None
    assert acled_class(knowledge, "Nobody's Brigade") is None


def test_every_actor_has_a_class_of_acled(knowledge: Knowledge) -> None:
    assert all(1 <= actor.acled <= 8 for actor in actor_book(knowledge).by_name.values())


def test_states_told_by_actors_are_known_countries(knowledge: Knowledge) -> None:
    known = countries(knowledge)
    assert all(a.country in known for a in actor_book(knowledge).by_name.values() if a.country)


def test_canonical_source(knowledge: Knowledge) -> None:
    assert canonical_source(knowledge, "SOHR") == "Syrian Observatory for Human Rights"
    assert canonical_source(knowledge, "a passer-by with a name") == "a passer-by with a name"


def test_short_forms_are_told_by_their_capitals(knowledge: Knowledge) -> None:
    assert canonical(knowledge, "JEM") == "Justice and Equality Movement"
    assert canonical(knowledge, "JeM") == "Jaish-e-Mohammed"


@pytest.mark.parametrize("pack", ["world", "syria", "sudan", "ukraine"])
def test_no_alias_names_two_actors_of_one_file(knowledge: Knowledge, pack: str) -> None:
    owners: dict[str, set[str]] = {}
    for actor in knowledge.section("actors", Actors)[pack].actors:
        for alias in (*map(fold, (actor.name, *actor.aliases, *actor.people)), *actor.exact):
            owners.setdefault(alias, set()).add(actor.name)
    assert {alias: names for alias, names in owners.items() if len(names) > 1} == {}


def test_a_branch_goes_by_its_own_name(knowledge: Knowledge) -> None:
    assert canonical(knowledge, "ISWAP") == "Islamic State West Africa Province"
    assert canonical(knowledge, "AQAP") != canonical(knowledge, "al-Qaeda")
    assert canonical(knowledge, "FARC dissidents") != canonical(knowledge, "FARC")
