"""The words of the interface: English in the code, other languages from gettext catalogues.

The catalogues are read as they are edited (`.po`), at first use: nothing to compile, nothing to forget.
"""

import gettext as _gettext
import locale
import os
import re
import struct
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from roster_app.resources import resource

SOURCE_LANGUAGE = "en"
DEFAULT_LANGUAGE = "zh_CN"
LANGUAGES = {"zh_CN": "简体中文", "en": "English"}
"""Every language on offer with its own name, which is never translated."""

_DOMAIN = "roster_app"
_language = SOURCE_LANGUAGE
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def install(language: str | None = None) -> str:
    """Speak `language` from now on, or the one that fits this system; answers with the language spoken."""
    global _language, _catalogue
    _language = language if language in LANGUAGES else system_language()
    _catalogue = _gettext.NullTranslations() if _language == SOURCE_LANGUAGE else load(_language)
    return _language


def current_language() -> str:
    """The language spoken now: a key of `LANGUAGES`."""
    return _language


def system_language() -> str:
    """Chinese unless the system clearly asks for another language; English stands for all others."""
    wish = _wish_of_the_system()
    if not wish or wish.startswith(("C.", "zh")) or wish in {"C", "POSIX"}:
        return DEFAULT_LANGUAGE
    return SOURCE_LANGUAGE


def _(message: str) -> str:
    """`message` in the language spoken now. Call it where words are needed, never at import."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form that fits `count`, in the language spoken now."""
    return _catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """`message` where one English word has several translations; `context` tells them apart."""
    return _catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  gettext's own name, which the extraction looks for
    """Mark a message for the catalogue and leave it as it is: for tables that go through `_` later."""
    return message


@cache
def load(language: str) -> _gettext.GNUTranslations:
    """The catalogue of one language; raises FileNotFoundError where there is none."""
    path = resource("locale", language, "LC_MESSAGES", f"{_DOMAIN}.po")
    return _gettext.GNUTranslations(BytesIO(_compiled(dict(_messages(path)))))


def _wish_of_the_system() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


_ENTRY = re.compile(
    r'^(?:msgctxt (?P<context>".*"(?:\n".*")*)\n)?'
    r'msgid (?P<id>".*"(?:\n".*")*)\n'
    r'(?:msgid_plural (?P<plural>".*"(?:\n".*")*)\n)?'
    r'(?P<text>(?:msgstr(?:\[\d\])? ".*"(?:\n".*")*\n?)+)',
    re.MULTILINE,
)
_FORM = re.compile(r"^msgstr(?:\[\d\])? ", re.MULTILINE)
_STRING = re.compile(r'^"(.*)"$', re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


def _messages(path: Path) -> Iterator[tuple[str, str]]:
    """Each translated message as (key, text) in the form of a compiled catalogue."""
    for entry in _ENTRY.finditer(path.read_text(encoding="utf-8")):
        forms = [_joined(form) for form in _FORM.split(entry["text"])[1:]]
        if not any(forms):
            continue
        key = _joined(entry["id"])
        if entry["plural"]:
            key += "\0" + _joined(entry["plural"])
        if entry["context"]:
            key = _joined(entry["context"]) + "\x04" + key
        yield key, "\0".join(forms)


def _joined(lines: str) -> str:
    text = "".join(_STRING.findall(lines))
    return _ESCAPE.sub(lambda found: _UNESCAPED.get(found[1], found[1]), text) if "\\" in text else text


def _compiled(messages: dict[str, str]) -> bytes:
    """The catalogue in the binary form that the standard library reads (GNU gettext manual, "MO Files")."""
    pairs = [(key.encode(), text.encode()) for key, text in sorted(messages.items())]
    start = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    strings = bytearray()
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), start + len(strings)))
            strings += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + b"".join(tables) + bytes(strings)
