"""Citizens' ID numbers: checked, so that a slip is told, and never kept."""

import re
import unicodedata

from roster_app.domain.lists import CellProblem
from roster_app.exchange.cells import Doubt, is_nothing

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_ID_NUMBER = re.compile(r"\d{17}[\dX]")


def check_id_number(text: str) -> Doubt | None:
    """What is wrong with a citizen's ID number (GB 11643: 17 digits and an ISO 7064 MOD 11-2 check sign)."""
    if is_nothing(text):
        return None
    plain = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    number = "".join(c for c in plain if c in "0123456789X")
    stray = "".join(c for c in plain if c not in "0123456789X")
    if stray:
        return Doubt(CellProblem.ID_NUMBER_ODD, hint=stray[:4])
    if len(number) != 18:
        return Doubt(CellProblem.ID_NUMBER_LENGTH, hint=str(len(number)))
    if not _ID_NUMBER.fullmatch(number):
        return Doubt(CellProblem.ID_NUMBER_ODD, hint="X")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return None if _CHECK_SIGNS[total % 11] == number[17] else Doubt(CellProblem.ID_NUMBER_CHECKSUM)


def is_id_number(text: str) -> bool:
    """Whether the cell has the shape of one, right or wrong."""
    return bool(re.fullmatch(r"\d{17}[\dXx]\W*", unicodedata.normalize("NFKC", text).strip()))


def masked_id_number(text: str) -> str:
    """Its last four signs, enough to find the cell by and too little to know the person."""
    plain = text.strip()
    return "*" * max(0, len(plain) - 4) + plain[-4:]
