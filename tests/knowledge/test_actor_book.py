"""What is known of an actor's name."""

from __future__ import annotations

from vedette.knowledge.actors import acled_class, actor_book, canonical, side_of
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
