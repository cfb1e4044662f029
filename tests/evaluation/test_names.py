from __future__ import annotations

import json
from pathlib import Path

from vedette.evaluation.names import Aliases, plain


def test_plain_drops_case_accents_articles_and_the_kind_of_place() -> None:
    assert plain("The City of Idlíb") == "idlib"
    assert plain("Deir ez-Zor Province") == "deir ez zor"
    assert plain("al-Bab") == "bab"


def test_a_name_made_of_idle_words_stays() -> None:
    assert plain("The City") == "the city"


def test_aliases_fold_to_one_name() -> None:
    aliases = Aliases({"Frontier Watch": ["the Watch", "FW"]})
    assert aliases.fold("FW") == aliases.fold("the watch") == "frontier watch"
    assert aliases.fold("someone else") == "someone else"


def test_aliases_come_from_the_folder_above_and_the_folder_itself(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "aliases.json").write_text(json.dumps({"One": ["uno"]}))
    (tmp_path / "set" / "aliases.json").write_text(json.dumps({"Two": ["due"]}))
    aliases = Aliases.beside(tmp_path / "set")
    assert (aliases.fold("Uno"), aliases.fold("due")) == ("one", "two")
