"""The internal contact list of a team: a row for each volunteer with the full mobile number; never posted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.people import Volunteer
from roster_app.domain.people_order import Key, pinyin_key
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import moment_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Imprint, internal_mark
from roster_app.printing.table_content import Column, Part, Row, TableRequest, words_cell
from roster_app.printing.table_sheet import TableSheet, paginate
from roster_app.printing.titles import Heading, office_of

_BLANK = 20
_FEW = 5  # a stronger line after so many rows leads the eye


@dataclass(frozen=True, slots=True)
class Listed:
    """In which order the people stand, and what is printed of it: 按姓氏笔画为序."""

    key: Callable[[Volunteer], Key] = pinyin_key
    note: str = ""


def sheets(
    directory: Directory,
    request: TableRequest,
    imprint: Imprint,
    type_case: TypeCase,
    listed: Listed = Listed(),
) -> tuple[TableSheet, ...]:
    """Every page: the members of these days in their order.

    The list follows the people and not an edition of the roster, so it carries the time of printing alone.
    """
    pages = paginate(directory, (_part(directory, request, listed),), request, imprint, type_case)
    printed = _("printed {moment}").format(moment=moment_words(imprint.printed_at))
    state = _("{mark} · {printed}").format(mark=internal_mark(), printed=printed)
    return tuple(replace(page, token="", words=replace(page.words, draft=False, state=state)) for page in pages)


def _part(directory: Directory, request: TableRequest, listed: Listed) -> Part:
    title = _("{office} contact list ({mark})").format(office=office_of(directory), mark=internal_mark())
    rules = (
        *([listed.note] if listed.note else []),
        _("For the hands of the team alone: never posted, never sent to a group"),
        _("Replace it when somebody comes or goes, and destroy the old one"),
    )
    heading = Heading(title, _("Contact list ({mark})").format(mark=internal_mark()))
    rows = tuple(_rows(directory, request, listed))
    return Part(heading, request.first, request.last, (), _columns(), rows, rules, for_duty=False)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("No."), label=True),
        Column(_("Name"), bold=True, least=6),
        Column(_("Phone"), least=7.5),
        Column(_("Affiliation"), least=7),
        Column(_("Area"), least=5),
        Column(_("Crew"), least=5),
        Column(_("Qualifications"), least=7),
    )


def _rows(directory: Directory, request: TableRequest, listed: Listed) -> Sequence[Row]:
    """The members; lines to write on in a team without any. Namesakes are told apart by the columns."""
    first, last = request.first, request.last
    members = [v for v in directory.volunteers if (v.joined or first) <= last and (v.left or last) >= first]
    members.sort(key=listed.key)
    rows = [_row(directory, volunteer, number) for number, volunteer in enumerate(members, start=1)]
    return rows or [_blank_row(number) for number in range(1, _BLANK + 1)]


def _blank_row(number: int) -> Row:
    return Row((words_cell(str(number)), *((),) * (len(_columns()) - 1)))


def _row(directory: Directory, volunteer: Volunteer, number: int) -> Row:
    area = directory.area[volunteer.area_id].name if volunteer.area_id is not None else ""
    crew = directory.crew[volunteer.crew_id].name if volunteer.crew_id is not None else ""
    held = [q.name for q in directory.qualifications if q.id in volunteer.qualifications]
    texts = (volunteer.phone, volunteer.affiliation, area, crew, " ".join(held))
    cells = (words_cell(str(number)), words_cell(volunteer.name), *map(words_cell, texts))
    return Row(cells, begins=number > 1 and number % _FEW == 1)
