"""What is wrong, or merely striking, about a volunteer as written in the form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.domain.names import name_key, nearly_same, tidy_name
from roster_app.domain.people import Volunteer
from roster_app.i18n import _

_PHONE_SIGNS = re.compile(r"\+?[\d\s()\-]*")
_MOBILE_DIGITS = 11


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence beside one field; a grave one keeps the form from being stored."""

    field: str
    sentence: str
    grave: bool = False


def check_words(name: str, phone: str) -> list[Remark]:
    """What keeps the words themselves from being stored."""
    remarks = []
    if not tidy_name(name):
        remarks.append(Remark("name", _("A name is missing. Write one."), grave=True))
    if not _PHONE_SIGNS.fullmatch(phone.strip()):
        remarks.append(Remark("phone", _("Only digits, blanks and + ( ) - belong in a phone number."), grave=True))
    return remarks


def check_against_others(volunteer: Volunteer, others: Iterable[Volunteer]) -> list[Remark]:
    """What is striking beside the rest of the team: nothing of it is forbidden."""
    remarks = list(_name_remarks(volunteer, [o for o in others if o.id != volunteer.id]))
    remarks += _phone_remarks(volunteer, [o for o in others if o.id != volunteer.id])
    if volunteer.joined and volunteer.left and volunteer.left < volunteer.joined:
        remarks.append(Remark("left", _("The last day lies before the first."), grave=True))
    return remarks


def _name_remarks(volunteer: Volunteer, others: list[Volunteer]) -> Iterable[Remark]:
    for other in others:
        if name_key(other.name) == name_key(volunteer.name):
            yield Remark("name", _("The same name as {who}; both stay.").format(who=called(other)))
        elif nearly_same(other.name, volunteer.name):
            yield Remark("name", _("One character apart from {who}; another person?").format(who=called(other)))


def _phone_remarks(volunteer: Volunteer, others: list[Volunteer]) -> Iterable[Remark]:
    digits = phone_digits(volunteer.phone)
    if not digits:
        return
    if digits.startswith("1") and len(digits) != _MOBILE_DIGITS:
        yield Remark("phone", _("{count} digits; a mobile number has 11.").format(count=len(digits)))
    for other in others:
        if phone_digits(other.phone) == digits:
            yield Remark("phone", _("The same number as {who}.").format(who=called(other)))


def called(volunteer: Volunteer) -> str:
    """The name, with the affiliation where there is one: 张伟(颐和)."""
    return f"{volunteer.name}({volunteer.affiliation})" if volunteer.affiliation else volunteer.name


def phone_digits(phone: str) -> str:
    """Only the digits, without the country code of China."""
    digits = "".join(c for c in phone if c.isdigit())
    return digits[2:] if len(digits) == _MOBILE_DIGITS + 2 and digits.startswith("86") else digits
