"""English in the code, Chinese from the catalogue, and which of the two a person meets first."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from roster_app import i18n

PART = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

#: src/roster_app/gui/main_window.py
#, python-format
msgid "Say \"{word}\"\n"
"and \\ leave\n"
msgstr ""
"说“{word}”\n"
"再\\走\t"

msgctxt "toolbar"
msgid "Clear"
msgstr "清空"

msgid "Clear"
msgstr "清除"

msgid "{count} vacancy"
msgid_plural "{count} vacancies"
msgstr[0] "一个空缺"
msgstr[1] ""
"{count} 个"
"空缺"

msgid "Nothing yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "没了"
"""


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> gettext.GNUTranslations:
    """A catalogue with one message of each kind, read as the application reads its own."""
    path = tmp_path / "part.po"
    path.write_text(PART, encoding="utf-8")
    monkeypatch.setattr(i18n, "resource", lambda *_parts: path)
    return i18n.load.__wrapped__("zh_CN")


def test_messages_of_each_kind_are_read(catalogue: gettext.GNUTranslations) -> None:
    assert catalogue.gettext('Say "{word}"\nand \\ leave\n') == "说“{word}”\n再\\走\t"
    assert catalogue.gettext("Clear") == "清除"
    assert catalogue.pgettext("toolbar", "Clear") == "清空"
    assert catalogue.ngettext("{count} vacancy", "{count} vacancies", 1) == "一个空缺"
    assert catalogue.ngettext("{count} vacancy", "{count} vacancies", 5) == "{count} 个空缺"


def test_what_is_not_translated_stays_english(catalogue: gettext.GNUTranslations) -> None:
    assert catalogue.gettext("Nothing yet") == "Nothing yet"
    assert catalogue.gettext("Gone") == "Gone"


def test_the_own_catalogue_is_read_as_babel_reads_it(project: Path) -> None:
    path = project / "resources/locale/zh_CN/LC_MESSAGES/roster_app.po"
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)

    ours, theirs = dict(i18n.load("zh_CN")._catalog), dict(gettext.GNUTranslations(compiled)._catalog)
    assert ours.pop("")
    assert theirs.pop("")
    assert ours == theirs


def test_the_language_asked_for_is_spoken() -> None:
    assert i18n.install("zh_CN") == "zh_CN"
    assert i18n.current_language() == "zh_CN"
    assert i18n.install("en") == "en"
    assert i18n._("Never translated: {x}") == "Never translated: {x}"
    assert i18n.ngettext("{count} vacancy", "{count} vacancies", 1) == "{count} vacancy"
    assert i18n.ngettext("{count} vacancy", "{count} vacancies", 2) == "{count} vacancies"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "POSIX"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
    ],
)
def test_chinese_unless_the_system_says_otherwise(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)

    assert i18n.install(None) == language
    assert i18n.install("tlh") == language
