"""The volunteers of a team as a table that `volunteers_in` reads back: nothing in it would change anybody."""

from collections.abc import Iterable

from roster_app.domain.people import Gender, Volunteer
from roster_app.domain.team import Directory
from roster_app.i18n import _

Table = list[tuple[str, ...]]
"""Rows of texts, the first of them the headings."""


def volunteer_table(directory: Directory) -> Table:
    """Everybody in order of pinyin, with all that a list can say; phone numbers in full."""
    people = sorted(directory.volunteers, key=lambda v: (v.pinyin, v.name, v.id))
    return [_headings(), *(_row(person, directory) for person in people)]


def _headings() -> tuple[str, ...]:
    return (
        _("Name"),
        _("Mobile"),
        _("Affiliation"),
        _("Area"),
        _("Crew"),
        _("Title"),
        _("Gender"),
        _("Qualifications"),
        _("Nights allowed"),
        _("New to the team"),
        _("First day"),
        _("Last day"),
        _("Consent to name"),
        _("Consent to phone"),
        _("Note"),
    )


def _row(person: Volunteer, directory: Directory) -> tuple[str, ...]:
    return (
        person.name,
        person.phone,
        person.affiliation,
        directory.area[person.area_id].name if person.area_id else "",
        directory.crew[person.crew_id].name if person.crew_id else "",
        person.title,
        {Gender.UNKNOWN: "", Gender.FEMALE: _("female"), Gender.MALE: _("male")}[person.gender],
        _qualifications(directory.qualification[q].name for q in person.qualifications),
        _yes_no(person.nights_allowed),
        _yes_no(person.new),
        person.joined.isoformat() if person.joined else "",
        person.left.isoformat() if person.left else "",
        _yes_no(person.name_consent),
        _yes_no(person.phone_consent),
        person.note,
    )


def _qualifications(names: Iterable[str]) -> str:
    return "、".join(sorted(names))


def _yes_no(answer: bool) -> str:
    return _("yes") if answer else _("no")
