"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from vedette.errors import IntakeError
from vedette.intake.encoding import decode

WESTERN = "Résumé: élections à Marrat – été 2016, « neuf civils » tués, blessés évacués à l'hôpital. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Nine people – “civilians” – were killed", "utf-8"),
        ("Nine people – “civilians” – were killed", "utf-8-sig"),
        ("Nine people – “civilians” – were killed", "utf-16"),
        (WESTERN, "cp1252"),
        ("Обстрел города, погибли девять человек, раненых двадцать. " * 6, "cp1251"),
        ("قتل تسعة مدنيين في سوق البلدة صباح يوم الاثنين " * 6, "cp1256"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_mark_wins() -> None:
    assert decode(codecs.BOM_UTF8 + b"nine dead").encoding == "utf-8-sig"


def test_a_pages_own_word_is_taken() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>Обстрел</body></html>'
    assert "Обстрел" in decode(page.encode("koi8-r"), html=True).text


def test_a_guess_is_told() -> None:
    note = decode(WESTERN.encode("cp1252")).note
    assert note is not None
    assert "cp1252" in note


def test_garbled_text_is_told_and_kept() -> None:
    garbled = "It’s the army’s town, the rebels’ hills".encode().decode("cp1252")
    decoded = decode(garbled.encode())
    assert decoded.text == garbled
    assert "garbled" in (decoded.note or "")


def test_lost_characters_are_told() -> None:
    assert "1 characters were lost" in (decode("It\ufffds".encode()).note or "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 ...", "a PDF"),
        (b"PK\x03\x04....", "zip"),
        (bytes(range(256)) * 20, "not text"),
        (b"nine\x00dead", "not text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(IntakeError, match=why):
        decode(data)


def test_an_encoding_told_wrongly_is_refused() -> None:
    with pytest.raises(IntakeError, match="not in ascii"):
        decode("été".encode(), "ascii")
    with pytest.raises(IntakeError, match="no encoding called"):
        decode(b"dead", "utf-99")
