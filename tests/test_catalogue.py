"""The catalogue tool: it writes what is missing, and lets no gap pass."""

import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
from roster_app.i18n import N_, _, ngettext, pgettext

KINDS = {"hotline": N_("Hotline")}


def title(count):
    return _("&Print {sheet}"), ngettext("{count} vacancy", "{count} vacancies", count), pgettext("bar", "Clear")
"""
TRANSLATED = """
msgid "Hotline"
msgstr "热线"

msgid "&Print {sheet}"
msgstr "打印{sheet}(&P)"

msgid "{count} vacancy"
msgid_plural "{count} vacancies"
msgstr[0] "{count} 个空缺"

msgctxt "bar"
msgid "Clear"
msgstr "清除"
"""


class Tree:
    """A small checkout with code and catalogue of its own."""

    def __init__(self, project: Path, root: Path) -> None:
        self.tool = project / "tools" / "catalogue.py"
        self.root = root
        self.code = root / "src/roster_app/page.py"
        self.catalogue = root / "resources/locale/zh_CN/LC_MESSAGES/roster_app.po"
        for path, text in ((self.code, CODE), (self.catalogue, "")):
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> tuple[int, str]:
        """The tool's exit code and what it said."""
        command = [sys.executable, str(self.tool), "--root", str(self.root), *arguments]
        child = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert not child.stderr
        return child.returncode, child.stdout

    def translate(self, text: str = TRANSLATED) -> tuple[int, str]:
        """Take over the translations in `text`, as somebody who wrote a part of the application hands them in."""
        part = self.root / "part.po"
        part.write_text(text, encoding="utf-8")
        return self.run("update", str(part))

    def change(self, path: Path, old: str, new: str) -> None:
        """Plant a fault."""
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def tree(project: Path, tmp_path: Path) -> Tree:
    """A checkout whose catalogue is complete."""
    tree = Tree(project, tmp_path)
    assert tree.translate()[0] == 0
    return tree


def test_a_complete_catalogue_passes(tree: Tree) -> None:
    assert tree.run("check") == (0, "catalogue zh_CN: 4 messages, 0 faults\n")


def test_writing_it_again_changes_nothing(tree: Tree) -> None:
    before = tree.catalogue.read_bytes()

    tree.run("update")

    assert tree.catalogue.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgstr "热线"', 'msgstr ""', "untranslated: 'Hotline'"),
        ('msgstr[0] "{count} 个空缺"', 'msgstr[0] ""', "untranslated: ('{count} vacancy', '{count} vacancies')"),
        ('msgid "Hotline"\nmsgstr "热线"', 'msgid "%(a)s"\nmsgstr "%(b)s"', "placeholders differ: '%(a)s' → '%(b)s'"),
        ('msgid "Hotline"', '#, fuzzy\nmsgid "Hotline"', "fuzzy: 'Hotline'"),
        ("打印{sheet}(&P)", "打印(&P)", "placeholders differ: '&Print {sheet}' → '打印(&P)'"),
        ("打印{sheet}(&P)", "打印{表}(&P)", "placeholders differ"),
        ("打印{sheet}(&P)", "打印{sheet(&P)", "placeholders differ"),
        ("打印{sheet}(&P)", "打印{sheet}", "mnemonic lost or added"),
        ("{count} 个空缺", "空缺", "placeholders differ: '{count} vacancies' → '空缺'"),
        ('msgid "Hotline"', 'msgid "Hot line"', "not in the catalogue: 'Hotline'"),
        ('msgid "Hotline"', 'msgid "Hot line"', "no longer in the code: 'Hot line'"),
        ('msgctxt "bar"\n', "", "not in the catalogue: 'Clear'"),
    ],
)
def test_a_fault_in_the_catalogue_is_named(tree: Tree, old: str, new: str, complaint: str) -> None:
    tree.change(tree.catalogue, old, new)

    code, said = tree.run("check")

    assert code == 1
    assert complaint in said


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('TITLE = _("Hotline")', "words looked up while the module loads"),
        ('class Page:\n    title = _("Hotline")', "words looked up while the module loads"),
        ('def title(words=_("Hotline")):\n    pass', "words looked up while the module loads"),
        ('def title(name):\n    return _(f"{name} is free")', "words put together before they are looked up"),
        ('def title():\n    return _("Hot" + "line")', "words put together before they are looked up"),
        ('def title():\n    return _("{count} vacancy")', "elsewhere '{count} vacancy' has no plural"),
        ('def title():\n    return _("Never seen")', "not in the catalogue: 'Never seen'"),
    ],
)
def test_a_fault_in_the_code_is_named(tree: Tree, line: str, complaint: str) -> None:
    tree.change(tree.code, "def title(count)", f"{line}\n\n\ndef titles(count)")

    code, said = tree.run("check")

    assert code == 1
    assert complaint in said


def test_an_update_follows_the_code_and_keeps_what_is_known(tree: Tree) -> None:
    tree.change(tree.code, '"Hotline")', '"Hotline"), "store": N_("Store")')
    tree.change(tree.code, ', pgettext("bar", "Clear")', "")

    code, said = tree.translate('msgid "Store"\nmsgstr "物资"\n\nmsgid "Moon"\nmsgstr "月亮"\n')

    assert code == 0
    assert "not in the code: 'Moon'" in said
    kept = tree.catalogue.read_text(encoding="utf-8")
    assert '"物资"' in kept
    assert '"热线"' in kept
    assert "清除" not in kept
    assert "月亮" not in kept


def test_a_translation_that_changes_is_reported(tree: Tree) -> None:
    code, said = tree.translate('msgid "Hotline"\nmsgstr "热线电话"\n')

    assert code == 0
    assert "'Hotline' was '热线', now '热线电话'" in said
    assert '"热线电话"' in tree.catalogue.read_text(encoding="utf-8")
