"""Keep the Chinese catalogue equal to the code: `update [PART.po …]` writes it, `check` only complains.

A part is any .po file with translations to take over; messages that the code does not hold are left out.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TypeGuard

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

LANGUAGE = "zh_CN"
_HEADER = r"""# Chinese (China) words of roster_app. Written by `make i18n`: order and comments are not kept.
msgid ""
msgstr ""
"Project-Id-Version: roster_app\n"
"Language: zh_CN\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
_MNEMONIC = re.compile(r"&(?=\w)")
_OLD_STYLE = re.compile(r"%\(\w+\)\w")
_WORDS = {"_", "ngettext", "pgettext"}


def main() -> int:
    """Run from the command line; 1 when the catalogue is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update").add_argument("parts", type=Path, nargs="*")
    commands.add_parser("check")
    wish = parser.parse_args()
    if wish.command == "update":
        update(wish.root, wish.parts)
    faults = list(faults_of_code(wish.root)) + list(faults_of_catalogue(wish.root))
    for fault in faults:
        print(fault)
    print(f"catalogue {LANGUAGE}: {len(read(catalogue_path(wish.root)))} messages, {len(faults)} faults")
    return 1 if faults else 0


def catalogue_path(root: Path) -> Path:
    """Where the catalogue stands in a checkout."""
    return root / "resources" / "locale" / LANGUAGE / "LC_MESSAGES" / "roster_app.po"


def read(path: Path) -> Catalog:
    """The messages of one .po file; a part may come without a header."""
    with path.open(encoding="utf-8") as file:
        return read_po(file, locale=LANGUAGE, abort_invalid=True)


def extract(root: Path) -> Catalog:
    """Every message the code can say, each with the files it is said in."""
    template = Catalog(project="roster_app", charset="utf-8")
    for place, message, context in _said(root):
        template.add(message, locations=[place], context=context)
    return template


def update(root: Path, parts: list[Path]) -> None:
    """Write the catalogue anew: the messages of the code, translated as known so far and as `parts` say."""
    path = catalogue_path(root)
    catalogue = read(path)
    catalogue.update(extract(root), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for part in parts:
        for message in read(part):
            known = catalogue.get(message.id, message.context)
            if message.id and known is None:
                print(f"{part}: not in the code: {message.id!r}")
            elif known is not None and message.id and _is_translated(message):
                if _is_translated(known) and known.string != message.string:
                    print(f"{part}: {message.id!r} was {known.string!r}, now {message.string!r}")
                known.string = message.string
                known.flags.discard("fuzzy")
    _write(path, catalogue)


def faults_of_catalogue(root: Path) -> Iterator[str]:
    """What keeps the catalogue from being complete and right, one sentence each."""
    catalogue, template = read(catalogue_path(root)), extract(root)
    for message in template:
        if message.id and catalogue.get(message.id, message.context) is None:
            yield f"not in the catalogue: {message.id!r}"
    for message in catalogue:
        if not message.id:
            continue
        if template.get(message.id, message.context) is None:
            yield f"no longer in the code: {message.id!r}"
        if message.fuzzy:
            yield f"fuzzy: {message.id!r}"
        if _is_translated(message):
            yield from _lost(message)
        else:
            yield f"untranslated: {message.id!r}"


def faults_of_code(root: Path) -> Iterator[str]:
    """Words that are fetched while a module loads, or put together before they are looked up."""
    for path in sorted((root / "src" / "roster_app").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(root)
        for call in _WordsAtImport.of(tree):
            yield f"{place}:{call.lineno}: words looked up while the module loads"
        for node in ast.walk(tree):
            if _is_word_call(node) and any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in node.args[:2]):
                yield f"{place}:{node.lineno}: words put together before they are looked up"
    forms: dict[tuple[str, str | None], str | tuple[str, ...]] = {}
    for (file, line), message, context in _said(root):
        first = message if isinstance(message, str) else message[0]
        if forms.setdefault((first, context), message) != message:
            yield f"{file}:{line}: elsewhere {first!r} has no plural, or another one"


def _said(root: Path) -> Iterator[tuple[tuple[str, int], str | tuple[str, ...], str | None]]:
    """Every message in the code, with its place and context."""
    for file, line, message, _comments, context in extract_from_dir(root / "src" / "roster_app"):
        yield (f"src/roster_app/{file}", line), message, context


def _write(path: Path, catalogue: Catalog) -> None:
    for message in catalogue:
        message.flags &= {"fuzzy"}  # placeholders are checked here, by name
    with path.open("wb") as file:
        file.write(_HEADER.encode())
        write_po(file, catalogue, width=120, sort_by_file=True, include_lineno=False, omit_header=True)


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _lost(message: Message) -> Iterator[str]:
    source = message.id[-1] if isinstance(message.id, tuple | list) else message.id
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    for form in map(str, forms):
        if _placeholders(form) != _placeholders(source):
            yield f"placeholders differ: {source!r} → {form!r}"
        if len(_MNEMONIC.findall(form)) != len(_MNEMONIC.findall(source)):
            yield f"mnemonic lost or added: {source!r} → {form!r}"


def _placeholders(text: str) -> set[str]:
    old_style = set(_OLD_STYLE.findall(text))  # argparse's own messages have these
    try:
        return old_style | {name for _literal, name, _form, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return {f"not a format: {text}"}


def _is_word_call(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WORDS


class _WordsAtImport(ast.NodeVisitor):
    """Finds what runs with the module: all but the bodies of functions."""

    def __init__(self) -> None:
        self.found: list[ast.Call] = []

    @classmethod
    def of(cls, tree: ast.Module) -> list[ast.Call]:
        visitor = cls()
        visitor.visit(tree)
        return visitor.found

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for part in (*node.decorator_list, node.args):
            self.visit(part)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.args)

    def visit_Call(self, node: ast.Call) -> None:
        if _is_word_call(node):
            self.found.append(node)
        self.generic_visit(node)


if __name__ == "__main__":
    sys.exit(main())
