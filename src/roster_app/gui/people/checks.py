"""What is wrong, or merely striking, about a volunteer as written in the form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.domain.names import tidy_name
from roster_app.domain.people import Volunteer
from roster_app.domain.twins import Sign, TwinFinder, phone_digits
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


def check_against_others(volunteer: Volunteer, others: TwinFinder) -> list[Remark]:
    """What is striking beside the rest of the team: nothing of it is forbidden."""
    remarks = [*_name_remarks(volunteer, others), *_phone_remarks(volunteer, others)]
    if volunteer.joined and volunteer.left and volunteer.left < volunteer.joined:
        remarks.append(Remark("left", _("The last day lies before the first."), grave=True))
    return remarks


def _name_remarks(volunteer: Volunteer, others: TwinFinder) -> Iterable[Remark]:
    for other in others.namesakes(volunteer):
        yield Remark("name", _("The same name as {who}; both stay.").format(who=called(other)))
    for other, twins in others.like(volunteer):
        if Sign.NEAR_NAME in twins.signs:
            yield Remark("name", _("One character apart from {who}; another person?").format(who=called(other)))


def _phone_remarks(volunteer: Volunteer, others: TwinFinder) -> Iterable[Remark]:
    digits = phone_digits(volunteer.phone)
    if not digits:
        return
    if digits.startswith("1") and len(digits) != _MOBILE_DIGITS:
        yield Remark("phone", _("{count} digits; a mobile number has 11.").format(count=len(digits)))
    for other in others.sharing(volunteer):
        yield Remark("phone", _("The same number as {who}.").format(who=called(other)))


def called(volunteer: Volunteer) -> str:
    """The name, with the affiliation where there is one: 张伟(颐和)."""
    return f"{volunteer.name}({volunteer.affiliation})" if volunteer.affiliation else volunteer.name
