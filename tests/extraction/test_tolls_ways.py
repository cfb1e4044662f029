"""Ways of telling, words of number, figure algebra, effects and what is no toll: sentences of our own of many wars.

Each line of the tables is a sentence and what comes out of it: effect, least and most ("-" where open), and "part" for
a part of another count.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]

WAYS_OF_TELLING = [
    ("Gunmen killed 12 farmers in Benue.", "killed 12..12"),
    ("Twelve farmers were killed by gunmen in Benue.", "killed 12..12"),
    ("The killing of 12 farmers in Benue sparked protests.", "killed 12..12"),
    ("The death toll from the bombing in Mogadishu rose to 112.", "killed 112..112"),
    (
        "Four more bodies were found on Tuesday, taking to 129 the number killed in the siege of Sarajevo.",
        "killed 4..4, killed 129..129",
    ),
    ("A roadside bomb claimed the lives of nine Malian soldiers near Gao.", "killed 9..9"),
    ("A car bomb in Jalalabad left four dead and dozens hurt.", "killed 4..4, wounded 24..-"),
    ("The brigade lost eight men in the battle for Huambo.", "killed 8..8"),
    ("The bodies of six miners were pulled from the rubble in Donetsk.", "killed 6..6"),
    ("Three rebels were martyred in the fighting, their spokesman in Idlib said.", "killed 3..3"),
    ("A second policeman succumbed to his wounds on Friday in Quetta.", "killed 1..1"),
    ("Two of the wounded later died in hospital in Grozny.", "killed 2..2 part"),
    ("A nurse and her two sons were killed when a shell hit their flat in Kherson.", "killed 1..1, killed 2..2"),
    ("A family of five was killed in the raid on Sanaa.", "killed 5..5"),
    ("Three people died in Kabul and two in Herat.", "killed 3..3, killed 2..2"),
    ("Five people were killed: three in Lviv and two in Odesa.", "killed 5..5, killed 3..3 part, killed 2..2 part"),
    ("The opposition said 2,000 people had fled. SANA put it at 3,000.", "displaced 2000..2000, displaced 3000..3000"),
    ("Seven dead, 20 wounded in Karachi blast", "killed 7..7, wounded 20..20"),
    ("At least 30 killed as ferry hit off Jaffna", "killed 30..-"),
    ("Bomb kills 9 soldiers in Yobe", "killed 9..9"),
    ("Raid on wedding leaves 40 dead in Paktika", "killed 40..40"),
    ("Suicide attack claims 15 lives in Peshawar", "killed 15..15"),
    ("Six killed, scores hurt in Grozny market blast", "killed 6..6, wounded 40..-"),
    ("Shelling killed three in Goma, wounded 11", "killed 3..3, wounded 11..11"),
    ("Some 40 people lost their lives in the clashes in Bangui.", "killed 40..40"),
    ("Nine civilians perished when their boat sank off Aden under fire.", "killed 9..9"),
    ("Militants beheaded 21 Egyptian workers in Libya.", "killed 21..21"),
    ("Troops executed 14 prisoners outside Bukavu.", "killed 14..14"),
    ("The army said it had eliminated 30 terrorists in the Sinai.", "killed 30..30"),
    ("Fourteen bodies were found in a mass grave near Kigali.", "killed 14..14"),
    ("The corpses of eight men were discovered in a well in Acholi.", "killed 8..8"),
    ("A shell hit the market in Debaltseve, killing at least three and injuring 17.", "killed 3..-, wounded 17..17"),
    ("Insurgents ambushed a convoy in Cabo Delgado, with seven drivers killed.", "killed 7..7"),
    ("Doctors counted 31 dead after the raid on El Fasher.", "killed 31..31"),
    ("The hospital in Goma received 17 bodies.", "killed 17..17"),
    ("Twenty people were shot dead by soldiers in Conakry.", "killed 20..20"),
    ("Eleven people burned to death when the bus in Kirkuk was hit.", "killed 11..11"),
    ("Four children drowned as they fled fighting near Malakal.", "killed 4..4"),
    ("A mine blew up a lorry near Cuito, killing its driver and two passengers.", "killed 1..1, killed 2..2"),
    ("The attack in Beni cost the lives of 22 villagers.", "killed 22..22"),
    ("The number of dead in Srebrenica has reached 8,000, a court said.", "killed 8000..8000"),
    ("The toll now stands at 57 dead and 120 wounded, officials in Erbil said.", "killed 57..57, wounded 120..120"),
    ("With the deaths of two more marines in Helmand, the month's toll climbed to 39.", "killed 2..2, killed 39..39"),
]
MORE_WAYS = [
    ("Rebels said Thursdays raid on Bukavu killed 14 people and wounded dozens more.", "killed 14..14, wounded 24..-"),
    (
        "The blast in Peshawar killed 16 people including seven women and injured scores more",
        "killed 16..16, killed 7..7 part, wounded 40..-",
    ),
    (
        "At least 22 people have been killed in shelling of Kadugli medics said Friday adding that 50 were wounded",
        "killed 22..-, wounded 50..50",
    ),
    (
        "GUERRILLAS KILLED SEVEN SOLDIERS AND WOUNDED 12 OTHERS NEAR AYACUCHO ON TUESDAY, THE ARMY SAID.",
        "killed 7..7, wounded 12..12",
    ),
    ("UNIDENTIFIED GUNMEN MURDERED THREE PEASANTS IN CHALATENANGO, SALVADORAN POLICE REPORTED.", "killed 3..3"),
    ("12 dead in Baghdad bombing", "killed 12..12"),
    ("Three Ukrainian servicemen killed, nine wounded over past day", "killed 3..3, wounded 9..9"),
    ("Drone strike in Kherson leaves two injured", "wounded 2..2"),
    ("Israeli strikes kill 31 in Gaza, medics say", "killed 31..31"),
    ("Death toll in Kabul blast rises to 18", "killed 18..18"),
    ("Toll from Mogadishu truck bomb passes 500", "killed 500..-"),
    ("A total of 64 people were killed and 112 others sustained injuries in Deraa.", "killed 64..64, wounded 112..112"),
    (
        "Among the dead were three children and their grandmother, doctors in Idlib said.",
        "killed 3..3 part, killed 1..1 part",
    ),
    ("The rocket struck a bus in Donetsk, killing the driver and four passengers.", "killed 1..1, killed 4..4"),
    ("Some 300 fighters and their families left Douma for Idlib on Monday.", "displaced 300..300"),
    ("The UN says 1.9 million people have fled Ukraine's east since 2022.", "displaced 1900000..1900000"),
    ("Seven of its soldiers were killed, the Sudanese army said.", "killed 7..7"),
    ("Officials in Tigray said 56 were dead and 30 hospitalised.", "killed 56..56"),
    ("Rescuers pulled nine bodies from the ruins of a school in Chasiv Yar.", "killed 9..9"),
    ("Two brothers were gunned down in Zabul.", "killed 2..2"),
    (
        "The ambush near Gao left six soldiers dead, three wounded and one missing.",
        "killed 6..6, wounded 3..3, missing 1..1",
    ),
    ("A suicide bomber blew himself up in Kandahar, killing himself and five policemen.", "killed 1..1, killed 5..5"),
    (
        "Fifty-two people, among them 19 children, died when the station in Kramatorsk was hit.",
        "killed 52..52, killed 19..19 part",
    ),
    (
        "Eight more people were killed in Rakhine, bringing to 71 the number of dead since Friday.",
        "killed 8..8, killed 71..71",
    ),
    ("An air raid on Taiz killed a father, his wife and their four children.", "killed 1..1, killed 4..4"),
    ("Clashes in Tripoli have left 32 people dead and 159 wounded since Friday.", "killed 32..32, wounded 159..159"),
    ("Turkish shelling killed two and wounded one in Kobani.", "killed 2..2, wounded 1..1"),
    ("The raids killed 20 in Hodeidah, eight in Saada and three in Ibb.", "killed 20..20, killed 8..8, killed 3..3"),
    ("The camp near Goma, home to 90,000 people, was shelled and nine people died.", "killed 9..9"),
    ("Four policemen were stabbed to death in Srinagar.", "killed 4..4"),
    ("A mass grave holding 29 bodies was found near Izium.", "killed 29..29"),
    ("Fighters killed at least 11 farmers, and burned 40 huts, in Plateau state.", "killed 11..-"),
    ("At first 22 people were reported killed in Erbil; the toll was later put at 31.", "killed 22..22, killed 31..31"),
    ("The army lost 35 men and the rebels twice as many near Axum.", "killed 35..35"),
    (
        "Thirteen Palestinians, including two militants, were killed by Israeli fire in Jenin.",
        "killed 13..13, killed 2..2 part",
    ),
    (
        "Saudi-led jets hit a funeral in Sanaa, killing more than 140 mourners and injuring 525.",
        "killed 140..-, wounded 525..525",
    ),
    ("Since January, 412 civilians have been killed and 803 injured in Helmand.", "killed 412..412, wounded 803..803"),
    ("The massacre of some 300 villagers at Moura shocked Mali.", "killed 300..300"),
    ("Some 1,000 Ukrainian marines surrendered in Mariupol, Moscow said.", "surrendered 1000..1000"),
    ("Eighteen sailors remain unaccounted for after the frigate sank off Sevastopol.", "missing 18..18"),
    ("Half of the 60 hostages held in Jolo were freed on Sunday.", "abducted 60..60"),
    ("The dead were a teacher and two pupils, police in Narathiwat said.", "killed 1..1, killed 2..2"),
    (
        "Shells killed five: a couple and their three children, in Lysychansk.",
        "killed 5..5, killed 2..2 part, killed 3..3 part",
    ),
    ("Boko Haram gunmen seized 110 schoolgirls in Dapchi.", "abducted 110..110"),
    ("A further 60,000 have been uprooted by fighting in Sool.", "displaced 60000..60000"),
    ("Kyiv said that 210 of its civilians had been killed in Chernihiv.", "killed 210..210"),
    ("The 1994 genocide in Rwanda killed 800,000 people.", "killed 800000..800000"),
    ("Police in Lima said three of the suspects had been shot and wounded.", "wounded 3..3"),
    ("Bombs fell on Grozny for a third day; 25 were killed, according to Chechen officials.", "killed 25..25"),
    ("It was the deadliest attack in Burkina Faso since 160 people were killed in Solhan in 2021.", "killed 160..160"),
    ("Six-year-old Amal and her cousin were killed by a mine in Taiz.", "killed 1..1, killed 1..1"),
    ("No survivors were found and all 14 crew died when the helicopter crashed near Bakhmut.", "killed 14..14"),
]
WORDS_OF_NUMBER = [
    ("No fewer than 25 people were killed in Maiduguri.", "killed 25..-"),
    ("Not less than 13 persons were killed in Jos.", "killed 13..-"),
    ("More than 1.5 million people have been displaced by the fighting in Tigray.", "displaced 1500000..-"),
    ("Up to 70 rebels were killed in Kunduz.", "killed -..70"),
    ("As many as 90 soldiers died in the assault on Mekele.", "killed -..90"),
    ("Fewer than ten people were wounded in Haifa.", "wounded -..10"),
    ("About 50 people were killed in Hebron.", "killed 50..50"),
    ("Between 15 and 20 fighters were killed in Lashkar Gah.", "killed 15..20"),
    ("Ten to 15 people were killed in Benghazi.", "killed 10..15"),
    ("Dozens were wounded in Tripoli.", "wounded 24..-"),
    ("Scores of villagers were killed in Plateau state.", "killed 40..-"),
    ("Hundreds of civilians have been killed in Mariupol.", "killed 200..-"),
    ("Tens of thousands of people have fled Kharkiv.", "displaced 20000..-"),
    ("Several hundred people were wounded in Gaza.", "wounded 300..-"),
    ("A dozen people were killed in Baghdad.", "killed 12..12"),
    ("Two dozen soldiers were wounded in Avdiivka.", "wounded 24..24"),
    ("Half a dozen guards were killed in Sinjar.", "killed 6..6"),
    ("A handful of people were wounded in Nablus.", "wounded 3..-"),
    ("A number of locals were injured in Derna.", "wounded 3..-"),
    ("A couple of policemen were hurt in Karbala.", "wounded 2..2"),
    ("A pair of fighters were killed in Zabul.", "killed 2..2"),
    ("One hundred and five people were killed in Aden.", "killed 105..105"),
    ("Twenty-one people died in Mosul.", "killed 21..21"),
    ("Half a million people have fled Khartoum.", "displaced 500000..500000"),
    ("2.3 million people have been displaced in Yemen.", "displaced 2300000..2300000"),
    ("Some 3,500 people were evacuated from Vovchansk.", "displaced 3500..3500"),
    ("Upwards of 60 people were killed in Kidal.", "killed 60..-"),
    ("Around a hundred people were injured in Basra.", "wounded 100..100"),
    ("Over two hundred people were abducted in Chibok.", "abducted 200..-"),
    ("Thirty or more people were killed in Bunia.", "killed 30..-"),
    ("Nearly 1,200 people were killed in Israel on October 7.", "killed 1200..1200"),
    ("An estimated 30,000 people have been displaced around Goma.", "displaced 30000..30000"),
    ("Three or four people were killed in Ramallah.", "killed 3..4"),
    ("Casualties in Bamako reached 20 dead.", "killed 20..20"),
]
FIGURE_ALGEBRA = [
    ("Of the 14 people killed in Odesa, five were children.", "killed 14..14, killed 5..5 part"),
    ("Seventeen people were killed in Rafah, including six children.", "killed 17..17, killed 6..6 part"),
    ("Twelve people died in Homs, among them four women.", "killed 12..12, killed 4..4 part"),
    ("Forty people were killed in Taiz, half of them civilians.", "killed 40..40, killed -..- part"),
    ("Thirty people died in Baidoa, most of them women.", "killed 30..30, killed -..- part"),
    ("Nine soldiers, three of them officers, were killed in Agadez.", "killed 9..9, killed 3..3 part"),
    ("The army said 31 rebels died in Bor. It had earlier put the toll at 22.", "killed 31..31, killed 22..22"),
    (
        "Another 200 soldiers will be sent to join 300 already deployed in Niger.",
        "deployed 200..200, deployed 300..300",
    ),
    (
        "Six people were killed on Sunday in Nablus, bringing the death toll since January to 88.",
        "killed 6..6, killed 88..88",
    ),
    ("Nine people were killed in Kassala on Monday and at least 40 in the past month.", "killed 9..9, killed 40..-"),
    ("Two more people died on Friday, raising the toll to 14, doctors in Herat said.", "killed 2..2, killed 14..14"),
    ("Eleven people were killed, eight of them children, in Zawiya.", "killed 11..11, killed 8..8 part"),
    (
        "The blast in Kunduz killed 16 people: nine policemen, four children and three women.",
        "killed 16..16, killed 9..9 part, killed 4..4 part, killed 3..3 part",
    ),
    ("Fifteen of the 40 wounded in Bunia were children.", "wounded 40..40, wounded 15..15 part"),
    ("At least 19 people were killed in Wau. The ministry had earlier said 12.", "killed 19..-, killed 12..12"),
    ("The hostages in Jolo include two nurses and four guards.", "abducted 2..2 part, abducted 4..4 part"),
    (
        "Rebels in Jolo freed five hostages -- three nurses and two guards -- on Sunday.",
        "released 5..5, released 3..3 part, released 2..2 part",
    ),
]
EFFECTS = [
    ("Clashes in Stepanakert wounded 13 soldiers.", "wounded 13..13"),
    ("Twenty-four fishermen are missing after the boat was sunk off Hodeidah.", "missing 24..24"),
    ("Gunmen kidnapped seven nuns near Bamenda.", "abducted 7..7"),
    ("Eight aid workers were abducted in Ituri.", "abducted 8..8"),
    ("Rebels took 30 villagers hostage in Cauca.", "abducted 30..30"),
    ("Fighters are holding 18 tourists hostage in Jolo.", "abducted 18..18"),
    ("Police arrested 45 suspected militants in Diyarbakir.", "detained 45..45"),
    ("Soldiers rounded up 60 men in Hebron.", "detained 60..60"),
    ("Israeli forces detained 19 Palestinians in Jenin.", "detained 19..19"),
    ("The rebels took 26 soldiers prisoner near Kalemie.", "detained 26..26"),
    ("Some 14,000 people fled the fighting in Bria.", "displaced 14000..14000"),
    ("Fighting around Sake has forced 80,000 people from their homes.", "displaced 80000..80000"),
    ("About 900 people were evacuated from Irpin.", "displaced 900..900"),
    ("The shelling displaced 2,500 residents of Kadugli.", "displaced 2500..2500"),
    ("Around 35,000 people are trapped in the besieged town of Dilling.", "trapped 35000..35000"),
    ("About 700 civilians remain stranded in Bakhmut.", "trapped 700..700"),
    ("France sent 1,700 soldiers to Mali.", "deployed 1700..1700"),
    ("Uganda deployed 2,000 troops in Ituri.", "deployed 2000..2000"),
    ("The United States has about 900 troops in Syria.", "deployed 900..900"),
    ("The guerrillas released 15 policemen in Meta.", "released 15..15"),
    ("Twenty captives were freed in Sokoto.", "released 20..20"),
    ("Boko Haram freed 21 of the schoolgirls in Nigeria.", "released 21..21"),
    ("Two hundred fighters surrendered in Baidoa.", "surrendered 200..200"),
    ("Some 60 militants laid down their arms in Jalalabad.", "surrendered 60..60"),
    ("The two sides exchanged 200 prisoners near Kharkiv.", "released 200..200"),
    ("Fifty suspected rebels remain behind bars in Lima.", "detained 50..50"),
    ("Some 30 people were killed or wounded in the blast in Kirkuk.", "casualties 30..30"),
    ("The strike caused 40 casualties in Lahij.", "casualties 40..40"),
    ("Shells hit Gondar, killing and injuring over 35 people.", "casualties 35..-"),
    (
        "The operation resulted in the deaths of six gunmen and the arrest of 11 others in Dera Ismail Khan.",
        "killed 6..6, detained 11..11",
    ),
    ("A landmine maimed two boys near Malanje.", "wounded 2..2"),
    ("Nineteen people suffered burns in the fire at Kunduz.", "wounded 19..19"),
    ("Eleven people sustained injuries in Afrin.", "wounded 11..11"),
    ("Ninety prisoners escaped and 13 guards were killed in Bauchi.", "killed 13..13"),
]
WHO = [
    ("Six civilians were killed in Uvira.", "killed 6..6 civilian"),
    ("Six people were killed in Uvira.", "killed 6..6 unknown"),
    ("Nine Houthi fighters were killed in Marib.", "killed 9..9 combatant"),
    ("Four children were wounded in Rafah.", "wounded 4..4 civilian"),
    ("Two journalists were killed in Grozny.", "killed 2..2 civilian"),
    ("Three aid workers were killed in Juba.", "killed 3..3 civilian"),
    ("Seven policemen were killed in Zahedan.", "killed 7..7 combatant"),
    ("Five members of the Wagner Group were killed in Mali.", "killed 5..5 combatant"),
    ("Five members of one family were killed in Gaza.", "killed 5..5 civilian"),
    ("Twelve Palestinians were killed in Gaza.", "killed 12..12 unknown"),
    ("Four civilians were killed and 11 injured in Izium.", "killed 4..4 civilian, wounded 11..11 civilian"),
    ("Fifteen soldiers were killed and 49 wounded in Ilovaisk.", "killed 15..15 combatant, wounded 49..49 combatant"),
    ("A doctor was killed in Mekele.", "killed 1..1 civilian"),
    ("A Taliban commander was killed in Nangarhar.", "killed 1..1 combatant"),
    ("Three rebels and two villagers were killed in Beni.", "killed 3..3 combatant, killed 2..2 civilian"),
    ("Sixteen paramilitary troops were killed in Surt.", "killed 16..16 combatant"),
    ("The dead in Kramatorsk included two medics.", "killed 2..2 civilian"),
    ("Ten patients were killed in the hospital in Kunduz.", "killed 10..10 civilian"),
]
NO_TOLLS = [
    "No one was killed in the shelling of Debaltseve.",
    "There were no casualties in Nikopol.",
    "Nobody was hurt when the rocket hit Sderot.",
    "If 100 people are killed in Goma, the world may act.",
    "The rebels threatened to kill 20 hostages in Jolo.",
    "The general vowed to kill 500 rebels in Darfur.",
    "The bomb weighed 500 kg and hit a house in Zaporizhzhia.",
    "A 45-year-old man spoke of the war in Kyiv.",
    "The town of 12,000 people lies 30 km from Aleppo.",
    "Jets carried out 15 strikes on Saada.",
    "The shelling destroyed 40 houses in Kadugli.",
    "The fund paid 3,000 dollars to each family in Herat.",
    "The army shot down six drones over Odesa.",
    "Call 0800 555 121 for news of Gaza.",
    "In 2014 the war in Donetsk began.",
    "The council passed Resolution 2254 on Syria.",
    "The party won 34 seats in Beirut.",
    "Troops killed no one in Bamako.",
    "The ministry denied that 30 soldiers had been killed in Gao.",
    "The plan could displace 200,000 people in Rafah.",
    "Rebels captured three villages near Masisi.",
    "The raid killed off hopes of a truce in Gaza.",
    "The UN fed 40,000 people in Malakal.",
    "Two hundred people gathered in Hebron.",
    "Nigeria: 30 feared dead in Borno attack",
    "Hundreds were feared trapped under rubble in Mosul.",
    "Militiamen stopped a bus near Ituri and took 14 passengers with them.",
    "Nobody knows how many people died in Derna.",
    "He said 12 would die if the strike on Bunia went ahead.",
    "Aid for 40,000 people reached Malakal.",
    "The 300-strong unit entered Kidal.",
    "More than 60 heads of cattle were killed in Turkana.",
]


def told(reading: Reading, *, who: bool = False) -> set[str]:
    """Each toll as the tables write it."""
    found = set()
    for toll in tolls(reading):
        low, high = ("-" if n is None else str(n) for n in (toll.low, toll.high))
        last = f" {toll.who}" if who else " part" if toll.subset else ""
        found.add(f"{toll.effect} {low}..{high}{last}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [*WAYS_OF_TELLING, *MORE_WAYS, *WORDS_OF_NUMBER, *FIGURE_ALGEBRA, *EFFECTS]
)
def test_every_count_comes_out(read_text: Read, text: str, expected: str) -> None:
    assert told(read_text(text)) == set(expected.split(", "))


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_they_were_is_told_by_their_own_words(read_text: Read, text: str, expected: str) -> None:
    assert told(read_text(text), who=True) == set(expected.split(", "))


@pytest.mark.parametrize("text", NO_TOLLS)
def test_what_is_no_toll_gives_none(read_text: Read, text: str) -> None:
    assert not told(read_text(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The shelling wounded 12 villagers, five of whom died.", [("wounded", 12), ("killed", 5)]),
        ("Two officials put the toll of the dead at about 30.", [("killed", 30)]),
        ("The attack left several others with burns and injuries.", [("wounded", 3)]),
        ("A shell hit the yard, killing a five-year-old and three men.", [("killed", 1), ("killed", 3)]),
        ("The mayor said seven more people remained under the rubble.", [("trapped", 7)]),
        ("The army has killed 30 rebels and left more than 17 wounded.", [("killed", 30), ("wounded", 17)]),
        ("Included in the dead were a father and three boys.", [("killed", 1), ("killed", 3)]),
        (
            "12 Civilians 25 SDF Fighters Killed 70 Injured by Turkey Near Afrin",
            [("killed", 12), ("killed", 25), ("wounded", 70)],
        ),
        ("The toll may rise as the attack left at least 26 people injured.", [("wounded", 26)]),
        ("The army committed five massacres, killing 46 people.", [("killed", 46)]),
        ("The militia abducted two traditional rulers.", [("abducted", 2)]),
    ],
)
def test_more_ways(read_text: Read, text: str, told: list[tuple[str, int]]) -> None:
    assert [(t.effect, t.low) for t in tolls(read_text(text))] == told


def test_the_hurt_that_are_left_are_of_those_killed_and_of_who_killed_them(read_text: Read) -> None:
    (_, hurt) = tolls(read_text("Turkish troops have killed 30 rebels in Afrin and left more than 17 wounded."))
    assert (hurt.who, hurt.by) == ("combatant", "Turkey")


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("two security guards", "civilian"),
        ("two border guards", "combatant"),
        ("a five-year-old", "civilian"),
        ("a 70-year-old", "unknown"),
        ("12 people, mostly fighters,", "unknown"),
    ],
)
def test_who_guards_the_aged_and_most_of_them_are(read_text: Read, people: str, who: str) -> None:
    assert tolls(read_text(f"The shelling killed {people} on Friday."))[0].who == who


@pytest.mark.parametrize(
    "text",
    [
        "There are four doctors left for the whole of Aleppo in Syria.",
        "Only three surgeons are left in Aleppo in Syria.",
    ],
)
def test_who_is_left_has_not_left(read_text: Read, text: str) -> None:
    assert [t for t in tolls(read_text(text)) if t.effect == "displaced"] == []
