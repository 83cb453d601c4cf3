"""The guide stays true: both languages say the same, every key is a key, every label stands in the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage, QKeySequence, QTextDocument
from pytestqt.qtbot import QtBot

from roster_app.gui.actions import COMMANDS
from roster_app.gui.guide.guide_text import dress, guide_folder, headings, read_guide
from roster_app.gui.widgets.meanings import DARK, LIGHT, Meanings
from roster_app.gui.widgets.measures import Measures
from tools.catalogue import catalogue_path, read

LANGUAGES = ("zh_CN", "en")
LARGEST = 120_000  # bytes a picture

_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(#([^)]+)\)")
_LABEL = re.compile(r"「([^」]+)」|“([^”]+)”|\"([^\"\n]+)\"")
_CODE = re.compile(r"`([^`]+)`")
_ENDING = re.compile(r" ?…+$")
_MNEMONIC = re.compile(r"\(&\w\)$|&(?=\w)")


def _levels(text: str) -> list[int]:
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]


def _pictures(text: str) -> list[str]:
    return [name for _words, name in _PICTURE.findall(text)]


def _said(language: str) -> list[re.Pattern[str]]:
    """Every text of the window in that language, as a pattern that takes anything for what is filled in."""
    found = []
    for message in read(catalogue_path(Path(__file__).resolve().parents[3])):
        texts = message.string if language == "zh_CN" else message.id
        for text in texts if isinstance(texts, tuple | list) else [texts]:
            plain = _ENDING.sub("", _MNEMONIC.sub("", str(text)))
            if plain:
                found.append(re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(plain))))
    return [pattern for pattern in found if re.search(r"\w", pattern.pattern.replace(".+", ""))]


def test_both_languages_have_the_same_parts_and_pictures() -> None:
    chinese, english = (read_guide(language) for language in LANGUAGES)

    assert _levels(chinese) == _levels(english)
    assert _pictures(chinese) == _pictures(english)
    assert _CODE.findall(chinese) == _CODE.findall(english)
    assert len(_LINK.findall(chinese)) == len(_LINK.findall(english))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_small_and_none_is_left_over(language: str) -> None:
    named = _pictures(read_guide(language))

    for name in named:
        path = guide_folder(language) / name
        assert not QImage(str(path)).isNull(), name
        assert path.stat().st_size <= LARGEST, name
    assert {path.name for path in guide_folder(language).glob("*.png")} == set(named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_named_is_a_key_of_a_command(language: str) -> None:
    known = {QKeySequence(key).toString() for command in COMMANDS for key in command.keys}

    named = [QKeySequence(key).toString() for key in _CODE.findall(read_guide(language))]

    assert len(named) > 20
    assert set(named) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_named_stands_in_the_window(language: str) -> None:
    patterns = _said(language)
    named = {_ENDING.sub("", "".join(found)) for found in _LABEL.findall(read_guide(language))}

    unknown = [label for label in sorted(named) if not any(p.fullmatch(label) for p in patterns)]

    assert len(named) > 40
    assert unknown == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_inside_leads_to_a_heading(qtbot: QtBot, language: str) -> None:
    document = QTextDocument()
    document.setMarkdown(read_guide(language))

    anchors = {heading.anchor for heading in headings(document)}

    assert set(_LINK.findall(read_guide(language))) <= anchors


@pytest.mark.parametrize("meanings", [LIGHT, DARK])
def test_the_text_wears_the_colours_of_the_theme(qtbot: QtBot, meanings: Meanings) -> None:
    document = QTextDocument()
    document.setDefaultFont(QFont())
    document.setMarkdown("# Title\n\nText with `F1` and a [link](#title).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    dress(document, meanings, Measures())

    colours = set()
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            colours.add(walk.fragment().charFormat().foreground().color().name())
            walk += 1
        block = block.next()
    assert colours == {meanings.ink, meanings.accent.ink}


def test_an_unknown_language_reads_english() -> None:
    assert guide_folder("fr") == guide_folder("en")
