"""What the table of volunteers says of each of them: a row's texts are made once."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from roster_app.domain.people import Volunteer, masked_phone
from roster_app.domain.people_order import ranks
from roster_app.domain.team import Directory
from roster_app.gui.people.statement_words import summary
from roster_app.i18n import _


class Column(enum.IntEnum):
    """The columns from left to right."""

    NAME = 0
    AFFILIATION = 1
    AREA = 2
    QUALIFICATIONS = 3
    PHONE = 4
    NIGHTS = 5
    TIMES = 6
    NOTE = 7


@dataclass(frozen=True, slots=True)
class Person:
    """One row: the volunteer and everything the table says of them."""

    volunteer: Volunteer
    texts: tuple[str, ...]
    """By column."""
    qualifications: tuple[str, ...]
    member: bool
    """Whether they belong to the team today."""
    away: bool
    """Whether they are on leave today."""

    @property
    def phrase(self) -> str:
        """The whole row for a screen reader."""
        return _(", ").join(text for text in self.texts if text)


def headers() -> tuple[str, ...]:
    """The words over the columns."""
    return (
        _("Name"),
        _("Affiliation"),
        _("Area"),
        _("Qualifications"),
        _("Phone"),
        _("Nights"),
        _("Leave and times"),
        _("Note"),
    )


def person_of(volunteer: Volunteer, directory: Directory, today: date) -> Person:
    """The row of one volunteer."""
    area = directory.area[volunteer.area_id].name if volunteer.area_id else ""
    qualifications = tuple(q.name for q in directory.qualifications if q.id in volunteer.qualifications)
    leaves = directory.leaves_of(volunteer.id)
    title = volunteer.title if ranks(volunteer.title) else ""
    texts = (
        directory.name[volunteer.id],
        " · ".join(words for words in (volunteer.affiliation, title) if words),
        area,
        _(", ").join(qualifications),
        masked_phone(volunteer.phone),
        "" if volunteer.nights_allowed else _("no nights"),
        summary(
            directory.availabilities_of(volunteer.id), leaves, today, {s.id: s.name for s in directory.shift_types}
        ),
        " ".join(volunteer.note.split()),
    )
    return Person(
        volunteer,
        texts,
        qualifications,
        volunteer.member_on(today),
        any(leave.span.start.date() <= today < leave.span.end.date() for leave in leaves),
    )
