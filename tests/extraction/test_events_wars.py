"""Type, actor and target of what single sentences of many wars tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]

AIR, SHELLING, IED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
CLASH, ATTACK, TAKEN = "Armed clash", "Attack", "Non-state actor overtakes territory"

TOLD = [
    ("Israeli warplanes struck a Hezbollah arms depot near Tyre on Tuesday.", AIR, "Israel", "Hezbollah"),
    ("Russian drones hit a power station in Odesa overnight.", AIR, "Russia", None),
    ("A US drone strike killed an al-Qaeda leader in Marib on Sunday.", AIR, "United States", "al-Qaida"),
    ("Warplanes of the Saudi-led coalition hit a wedding party on Monday.", AIR, "Saudi-led coalition", None),
    ("Houthi fighters fired a ballistic missile at a Saudi city on Monday.", SHELLING, "Houthis", None),
    ("Tamil Tiger rebels shelled an army camp in Vavuniya on Sunday.", SHELLING, "LTTE", "Sri Lankan government"),
    ("Hamas militants fired rockets at Ashkelon on Thursday.", SHELLING, "Hamas", None),
    ("A car bomb exploded outside a bank in Tikrit on Monday.", IED, None, None),
    ("A landmine killed two children near Stepanakert on Thursday.", IED, None, "civilians"),
    ("A suicide car bomber rammed a checkpoint in Mogadishu on Saturday.", "Suicide bomb", None, None),
    ("A grenade thrown into a bar in Bujumbura wounded five people on Saturday.", "Grenade", None, None),
    ("Sarin gas killed at least 80 people in Khan Sheikhoun on Tuesday.", "Chemical weapon", None, None),
    ("The army used poison gas in attacks on Friday.", "Chemical weapon", "army", None),
    ("The PKK killed three Turkish soldiers in Hakkari on Saturday.", CLASH, "PKK", "Turkey"),
    ("Fighting erupted between Houthi rebels and government forces in Taiz on Friday.", CLASH, "Houthis",
     "Yemeni government"),
    ("The rebels pushed back the assault near Marea on Friday.", CLASH, "rebels", None),
    ("The Arakan Army seized the town of Paletwa on Sunday.", TAKEN, "Arakan Army", None),
    ("Mosul fell to Islamic State on Tuesday.", TAKEN, "Islamic State", None),
    ("Rebels overran Qwxtown on Sunday.", TAKEN, "rebels", None),
    ("Ukrainian air defences shot down 12 Russian drones over Kyiv on Monday.", "Disrupted weapons use", "Ukraine",
     "Russia"),
    ("Soldiers discovered a cache of weapons in Maiduguri on Tuesday.", "Disrupted weapons use",
     "Nigerian government", None),
    ("The Lord's Resistance Army massacred 20 villagers near Dungu on Sunday.", ATTACK, "Lord's Resistance Army",
     "civilians"),
    ("The Taliban shot dead two female judges in Kabul on Sunday.", ATTACK, "Taliban", "civilians"),
    ("Boko Haram gunmen abducted 20 schoolgirls on Monday.", "Abduction/forced disappearance", "Boko Haram",
     "civilians"),
    ("The rebels seized three foreign journalists near Goma on Monday.", "Abduction/forced disappearance", "rebels",
     "civilians"),
    ("Militiamen raped 40 women in Luvungi on Friday.", "Sexual violence", "Militiamen", "civilians"),
    ("Russian troops withdrew from the city of Kherson on Friday.", "Non-violent transfer of territory", "Russia",
     None),
    ("Aid workers delivered food to the town of Madaya on Monday.", "Aid delivery", None, None),
    ("More than 300 civilians were evacuated from Mariupol on Sunday.", "Evacuation", None, "civilians"),
    ("About 6,000 people crossed the border into Chad on Monday.", "Displacement", "civilians", None),
    ("Protesters clashed with police in Nablus on Friday.", "Violent demonstration", None, None),
    ("Demonstrators gathered in Khartoum on Thursday.", "Peaceful protest", None, None),
    ("Bomb blast in Quetta market kills 16", IED, None, "civilians"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "target"), TOLD)
def test_one_event_a_sentence(read_text: Reader, text: str, kind: str, actor: str | None, target: str | None) -> None:
    found = [(e.type, e.actor, e.target) for e in events(read_text(text))]
    assert found == [(kind, actor, target)]


@pytest.mark.parametrize(
    "text",
    [
        "A Turkish combat drone was on display in Ankara on Friday.",
        "The rebels met little resistance near the town.",
        "An evacuation point stood empty in Kherson on Friday.",
        "Officials praised the coalition fighting Islamic State.",
        "Thousands took to the streets in protest.",
        "The number of internally displaced people in Syria stands at 6.5 million.",
    ],
)
def test_words_that_only_name_or_describe_tell_no_event(read_text: Reader, text: str) -> None:
    assert events(read_text(text)) == []
