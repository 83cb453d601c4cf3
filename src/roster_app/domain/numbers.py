"""Mobile and ID numbers among other words: found however people write them, so that none slips onto paper."""

import re
from collections.abc import Callable

from roster_app.domain.people import masked_phone

_APART = r"[\s\-–—.·]?"
_MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)?86{_APART})?1[3-9]\d(?:{_APART}\d){{8}}(?!\d)")
_ID_NUMBER = re.compile(
    rf"(?<!\d)\d{{6}}{_APART}(?:\d{{8}}{_APART}\d{{3}}[\dXx]|\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{{3}})(?![\dXx])"
)
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９＋－Ｘｘ．\u3000", "0123456789+-Xx. ")
_HIDDEN_ID = "******"


def digits_of(number: str) -> str:
    """The digits of one number without the country code: what two spellings of it share."""
    digits = "".join(c for c in number.translate(_PLAIN_DIGITS) if c.isascii() and c.isdigit())
    for prefix in ("0086", "86"):
        if len(digits) == 11 + len(prefix) and digits.startswith(prefix):
            return digits.removeprefix(prefix)
    return digits


def mobiles_in(text: str) -> tuple[str, ...]:
    """The digits of every full mobile number in a text, in order."""
    return tuple(digits_of(found) for found in _MOBILE.findall(text.translate(_PLAIN_DIGITS)))


def numbers_in(text: str) -> frozenset[str]:
    """The digits of what somebody wrote as a phone: of each mobile number in it, else all of them."""
    return frozenset(mobiles_in(text) or filter(None, (digits_of(text),)))


def without_id_numbers(text: str) -> str:
    """The text with stars for every citizen's ID number (GB 11643, 18 signs, or 15 of the older kind)."""
    return _replaced(_ID_NUMBER, text, lambda _number: _HIDDEN_ID)


def with_masked_mobiles(text: str, in_full: frozenset[str] = frozenset()) -> str:
    """The text with 138****1234 for every mobile number but those whose digits may stand `in_full`."""

    def masked(number: str) -> str:
        digits = digits_of(number)
        return number if digits in in_full else masked_phone(digits)

    return _replaced(_MOBILE, text, masked)


def _replaced(pattern: re.Pattern[str], text: str, by: Callable[[str], str]) -> str:
    """Found among plain digits, replaced in the text as it is written: each sign has its place in both."""
    parts, end = [], 0
    for found in pattern.finditer(text.translate(_PLAIN_DIGITS)):
        parts += [text[end : found.start()], by(text[found.start() : found.end()])]
        end = found.end()
    return "".join((*parts, text[end:]))
