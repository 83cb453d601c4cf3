"""What stands over a sheet: its usual title, or the one the team has made for all its sheets."""

from dataclasses import dataclass

from roster_app.domain.stationery import Stationery
from roster_app.domain.team import Directory
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class Heading:
    """`usual` is the whole title where the team has none of its own; `sheet` and `place` are put into the team's."""

    usual: str
    sheet: str
    place: str = ""


def office_of(directory: Directory) -> str:
    """The subdistrict or community in a title; a team without one stands for itself."""
    return directory.team.office or directory.team.name


def title_of(directory: Directory, stationery: Stationery, heading: Heading, *, continued: bool = False) -> str:
    """The title of one page; 续 on all but the first of a sheet."""
    own = stationery.titled(
        office=office_of(directory), team=directory.team.name, place=heading.place, sheet=heading.sheet
    )
    title = own or heading.usual
    return _("{name} (continued)").format(name=title) if continued else title
