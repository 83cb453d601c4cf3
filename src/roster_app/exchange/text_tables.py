"""Tables in text files: CSV and its kin, in UTF-8 or the Chinese code pages, whatever separates the columns."""

import csv
from io import StringIO
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.disguise import undisguised
from roster_app.exchange.grids import Grid, trimmed
from roster_app.i18n import _

_DELIMITERS = "\t,;，|"
_LINES_LOOKED_AT = 50
PASTED = "Sheet1"
"""The sheet that a pasted text is taken for."""


def read_text_table(path: Path, content: bytes) -> Grid:
    """The table of a delimited text; its sheet is named after the file. Refuses what is no text or no table."""
    return _table_of(path, _decoded(path, content))


def read_pasted_table(text: str) -> Grid:
    """The table of a text pasted from a spreadsheet or a message; refuses what holds nothing."""
    if not text.strip():
        raise DomainError(ErrorCode.FILE_EMPTY, path=PASTED)
    return _table_of(Path(PASTED), text)


def _table_of(path: Path, text: str) -> Grid:
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<table", "<?xml", "<meta")):
        raise _unreadable(path, _("it is a web page under the name of a table"))
    try:
        rows = trimmed(map(_unquoted, csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))))
    except csv.Error as error:
        raise _unreadable(path, _("the file is damaged")) from error
    return Grid(path.name, rows)


def _unquoted(row: list[str]) -> list[str]:
    """Without the disguises `="13000000001"`, by which a number stays a text, and `'=…`, by which a formula does."""
    return [cell[2:-1] if cell.startswith('="') and cell.endswith('"') else undisguised(cell) for cell in row]


def _decoded(path: Path, content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it (Excel's “Unicode text”), otherwise GB18030, which holds GBK."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content:
        raise _unreadable(path, _("it is not a spreadsheet"))
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable(path, _("its characters are neither UTF-8 nor GB18030"))


def _delimiter(text: str) -> str:
    """The sign that divides the most lines into equally many columns."""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_LOOKED_AT]

    def agreement(delimiter: str) -> int:
        counts = [line.count(delimiter) for line in lines if delimiter in line]
        return max((counts.count(c) for c in set(counts)), default=0)

    return max(_DELIMITERS, key=agreement) if any(map(agreement, _DELIMITERS)) else ","


def _unreadable(path: Path, reason: str) -> DomainError:
    return DomainError(ErrorCode.FILE_UNREADABLE, path=path.name, reason=reason)
