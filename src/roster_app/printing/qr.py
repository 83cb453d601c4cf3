"""The QR symbol of a sheet: a token without personal data, as black rectangles."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Edition

QUIET = 4
"""Modules left white on each side."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VERSION = "R1"
_SEVERAL = "*"
_MASK = 0
_RUN = re.compile(b"\x01+")
_MOST = 8  # codes in a symbol of 33 modules

Box = tuple[int, int, int, int]


def sheet_token(edition: Edition, checkpoints: Sequence[CheckpointId], day: date) -> str:
    """That of a page: of one checkpoint its token; of several, R1:edition:*:day: and their check codes in a row.

    Nothing of more checkpoints than a small symbol can name.
    """
    codes = [code for c in checkpoints if (code := edition.check_codes.get(c))]
    if not codes or len(codes) > _MOST:
        return ""
    if len(checkpoints) == 1:
        return token(edition.number, checkpoints[0], day, codes[0])
    return ":".join((_VERSION, str(edition.number), _SEVERAL, f"{day:%Y%m%d}", "".join(codes)))


def token(edition: int, checkpoint_id: CheckpointId, day: date, check_code: str) -> str:
    """What the symbol says: R1:edition:checkpoint:day:check code, in letters a symbol of 25 modules can hold."""
    return ":".join((_VERSION, str(edition), _base36(checkpoint_id), f"{day:%Y%m%d}", check_code))


def symbol(text: str, error: str = "m") -> tuple[int, tuple[Box, ...]]:
    """Its width in modules, and the black rectangles (x, y, width, height) without the quiet zone.

    `error` is the least correction: m restores 15 %, l 7 % in a smaller symbol. Always of one mask: to find the best
    of the eight takes five times as long as the rest, and every reader reads any of them.
    """
    import segno

    rows = segno.make_qr(text, error=error, mask=_MASK, encoding=_encoding(text)).matrix
    return len(rows), tuple(merged(rows))


def _encoding(text: str) -> str | None:
    """UTF-8 where there is anything but ASCII: not every reader guesses another one."""
    return None if text.isascii() else "utf-8"


def merged(rows: Sequence[bytes | bytearray]) -> Iterator[Box]:
    """Black modules (1) as few rectangles: runs of a row, grown downwards as long as the next has the same run."""
    open_runs: dict[tuple[int, int], int] = {}
    for y, row in enumerate((*rows, b"")):
        runs = {run.span(): y for run in _RUN.finditer(row)}
        for run in [r for r in open_runs if r not in runs]:
            top = open_runs.pop(run)
            yield run[0], top, run[1] - run[0], y - top
        open_runs = runs | open_runs


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
