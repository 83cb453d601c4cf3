"""Phone numbers as people type them: as numbers, with blanks, with +86, two in a cell, one digit too many."""

import re
import unicodedata
from decimal import Decimal

from roster_app.domain.lists import CellProblem, Verdict
from roster_app.exchange.cells import Doubt, is_nothing

_MOBILE = re.compile(r"1[3-9]\d{9}")
_MOBILE_INSIDE = re.compile(rf"(?<!\d){_MOBILE.pattern}(?!\d)")
PHONE_INSIDE = re.compile(r"(?<!\d)(?:\+?86)?\s*1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")
"""A mobile number in groups or not, or one of a fixed line, among other words."""
_BETWEEN_NUMBERS = re.compile(r"[、,，;；/|\n]|或|\bor\b")
_REMARK = re.compile(r"[(（][^()（）]*[^\d()（）\s-][^()（）]*[)）]")
_FILLING = re.compile(r"[\s\-–—―().·']")


def read_phone(text: str) -> tuple[str | None, Doubt | None]:
    """The number in its normal form (13000000001, 020-86000001, +85290000000) and what is doubtful about the cell."""
    if is_nothing(text):
        return None, Doubt(CellProblem.PHONE_MISSING)
    plain = _REMARK.sub("", unicodedata.normalize("NFKC", text)).strip()
    if "*" in plain:
        return None, Doubt(CellProblem.PHONE_ODD)
    if re.fullmatch(r"\d(\.\d+)?e\+?\d+", plain, re.IGNORECASE):
        return _from_scientific(plain)
    pieces = _pieces(plain)
    if len(pieces) == 1:
        return _one_phone(pieces[0])
    good = [phone for phone, doubt in map(_one_phone, pieces) if phone and doubt is None]
    if not good:
        return _one_phone(plain)
    taken = next((phone for phone in good if _MOBILE.fullmatch(phone)), good[0])
    return taken, Doubt(CellProblem.PHONE_SEVERAL, hint=taken)


def is_mobile(text: str) -> bool:
    """Whether the cell plainly holds one mobile number."""
    phone, doubt = read_phone(text)
    return doubt is None and phone is not None and bool(_MOBILE.fullmatch(phone))


def mobile_inside(text: str) -> str | None:
    """The only mobile number among other words, or nothing."""
    found = _MOBILE_INSIDE.findall(unicodedata.normalize("NFKC", text))
    return found[0] if len(found) == 1 else None


def _pieces(plain: str) -> list[str]:
    """The numbers of a cell; blanks divide only where each part is a whole mobile number."""
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(plain) if piece.strip()]
    if len(pieces) == 1:
        by_blanks = plain.split()
        if len(by_blanks) > 1 and all(_MOBILE.fullmatch(piece) for piece in by_blanks):
            return by_blanks
    return pieces or [plain]


def _one_phone(text: str) -> tuple[str | None, Doubt | None]:
    number = _FILLING.sub("", text)
    for prefix in ("+86", "0086"):
        number = number.removeprefix(prefix)
    if len(number) == 13 and number.startswith("861"):
        number = number[2:]
    if re.fullmatch(r"\+\d{8,15}", number):
        return number, None
    if not re.fullmatch(r"[0-9]+", number):
        inside = mobile_inside(text)
        verdict = Verdict.DOUBTFUL if inside else Verdict.WRONG
        return inside, Doubt(CellProblem.PHONE_ODD, verdict, inside or "")
    return _by_length(number)


def _by_length(number: str) -> tuple[str | None, Doubt | None]:
    length = len(number)
    if length == 11 and number.startswith("1"):
        return number, None if _MOBILE.fullmatch(number) else Doubt(CellProblem.PHONE_ODD, hint=number)
    if number.startswith("0") and 10 <= length <= 12:
        area = 3 if number.startswith(("01", "02")) else 4
        return f"{number[:area]}-{number[area:]}", None
    if length in (7, 8) or (length == 10 and number.startswith(("400", "800"))):
        return number, None
    if 3 <= length <= 6:
        return number, Doubt(CellProblem.PHONE_LENGTH, hint=str(length))
    return None, Doubt(CellProblem.PHONE_LENGTH, Verdict.WRONG, str(length))


def _from_scientific(text: str) -> tuple[str | None, Doubt | None]:
    """1.3000000001E+10 still holds every digit, 1.3E+10 lost most of them."""
    written = sum(c.isdigit() for c in re.split("[eE]", text)[0])
    number = str(int(Decimal(text)))
    if written == len(number) == 11:
        return _by_length(number)
    return None, Doubt(CellProblem.PHONE_ODD, Verdict.WRONG, number)
