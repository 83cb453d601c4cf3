"""What a badge holds for signing in by a scan: a volunteer's number with a check sign, nothing personal."""

from roster_app.domain.ids import VolunteerId

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U that hands and scanners mistake (https://www.crockford.com/base32.html)."""
_CHECKS = _SIGNS + "*~$=U"
_MISTAKEN = str.maketrans("ILO", "110")


def token_of(volunteer_id: VolunteerId) -> str:
    """The token of a volunteer: base 32 and Crockford's check sign modulo 37."""
    rest, signs = int(volunteer_id), ""
    while rest:
        rest, sign = divmod(rest, 32)
        signs = _SIGNS[sign] + signs
    return signs + _CHECKS[volunteer_id % 37]


def volunteer_of(text: str) -> VolunteerId | None:
    """Whose token was scanned; None where it is none, one sign wrong included."""
    signs = "".join(text.split()).upper().replace("-", "")
    body, check = signs[:-1].translate(_MISTAKEN), signs[-1:]
    if not body or any(sign not in _SIGNS for sign in body):
        return None
    number = 0
    for sign in body:
        number = number * 32 + _SIGNS.index(sign)
    return VolunteerId(number) if _CHECKS[number % 37] in (check, check.translate(_MISTAKEN)) else None
