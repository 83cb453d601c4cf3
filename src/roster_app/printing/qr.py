"""The QR symbol of a sheet: a token without personal data, as black rectangles."""

from collections.abc import Iterator, Sequence
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Edition

QUIET = 4
"""Modules left white on each side."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VERSION = "R1"
_SEVERAL = "*"
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


def symbol(text: str, error: str = "m", mask: int | None = None) -> tuple[int, tuple[Box, ...]]:
    """Its width in modules, and the black rectangles (x, y, width, height) without the quiet zone.

    `error` is the least correction: m restores 15 %, l 7 % in a smaller symbol. To find the best of the eight masks
    takes five times as long as the rest; with a `mask` given every reader still reads it.
    """
    import segno

    rows = [
        [bool(module) for module in row]
        for row in segno.make_qr(text, error=error, mask=mask, encoding=_encoding(text)).matrix
    ]
    return len(rows), tuple(merged(rows))


def _encoding(text: str) -> str | None:
    """UTF-8 where there is anything but ASCII: not every reader guesses another one."""
    return None if text.isascii() else "utf-8"


def merged(rows: Sequence[Sequence[bool]]) -> Iterator[Box]:
    """Black modules as few rectangles: runs of a row, grown downwards as long as the next row has the same run."""
    open_runs: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*rows, []]):
        runs = set(_runs(row))
        for run in [r for r in open_runs if r not in runs]:
            top = open_runs.pop(run)
            yield run[0], top, run[1] - run[0], y - top
        for run in runs:
            open_runs.setdefault(run, y)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    begin = None
    for x, black in enumerate([*row, False]):
        if black and begin is None:
            begin = x
        elif not black and begin is not None:
            yield begin, x
            begin = None


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
