"""Tables as CSV (RFC 4180): UTF-8 with its mark, so that every spreadsheet reads it; no text runs as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from roster_app.exchange.disguise import disguised


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The whole file; the first row holds the headings."""
    text = StringIO(newline="")
    csv.writer(text).writerows([disguised(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
