"""Words for the posting ledger: what hangs at a checkpoint, what has changed there since, and what to do next."""

from enum import Enum

from roster_app.domain.posting import Standing
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.posting_desk import PostingLine
from roster_app.services.words.differences import difference_row
from roster_app.services.words.posting import posted_state
from roster_app.services.words.times import moment, period_title

_MOST_ON_A_CHANGE_SHEET = 8
"""With more changes than that a new roster is easier to read than a change sheet beside the old one."""


class NextStep(Enum):
    """打印新版 / 打印变更单 / 登记 / 发布 / 取下."""

    NONE = ""
    PRINT_ANEW = "print_anew"
    PRINT_CHANGES = "print_changes"
    REGISTER = "register"
    PUBLISH = "publish"
    TAKE_DOWN = "take_down"


def next_step(line: PostingLine) -> NextStep:
    """The one obvious thing to do about a line of the ledger."""
    entry, count = line.entry, len(line.changes)
    if entry is None:
        return NextStep.REGISTER
    if line.standing is Standing.OVER:
        return NextStep.TAKE_DOWN
    if line.standing is Standing.EDITED or (line.standing is Standing.OUT_OF_DATE and not count):
        return NextStep.PUBLISH
    if line.standing is Standing.IN_FORCE:
        return NextStep.NONE
    few = 0 < count <= _MOST_ON_A_CHANGE_SHEET and line.amended_to is None
    return NextStep.PRINT_CHANGES if few and not entry.amends else NextStep.PRINT_ANEW


def next_step_words(line: PostingLine) -> str:
    """As a button says it; nothing where there is nothing to do."""
    return {
        NextStep.NONE: "",
        NextStep.PRINT_ANEW: _("Print the new edition"),
        NextStep.PRINT_CHANGES: _("Print the change sheet"),
        NextStep.REGISTER: _("Enter as posted"),
        NextStep.PUBLISH: _("Publish"),
        NextStep.TAKE_DOWN: _("Take it down"),
    }[next_step(line)]


def sheet_kind_words(kind: str) -> str:
    """周值班表, 变更单, …; of a kind this program does not know, its name."""
    return {
        SheetKind.WALL.value: _("Duty roster"),
        SheetKind.CHANGE.value: _("Change sheet"),
        SheetKind.MONTH.value: _("Monthly roster"),
        SheetKind.PEOPLE.value: _("Duties by person"),
        SheetKind.LIST.value: _("Duty list"),
    }.get(kind, kind)


def posting_line_title(line: PostingLine, directory: Directory) -> str:
    """横岗卡口 · 值班表 第3版."""
    place = directory.checkpoint.get(line.checkpoint_id)
    name = place.name if place else _("a checkpoint removed since")
    if line.entry is None:
        return name
    shown = _("{kind}, edition {number}").format(kind=sheet_kind_words(line.entry.kind), number=line.entry.edition)
    return _("{place} · {kind}").format(place=name, kind=shown)


def posting_line_state(line: PostingLine) -> str:
    """现行, 已过期, …, 未登记."""
    return posted_state(line.standing) if line.standing is not None else _("Not entered")


def posting_line_words(line: PostingLine, directory: Directory) -> str:
    """Which days, posted when, and what has changed since."""
    period = period_title(line.period.first, line.period.last)
    if line.entry is None:
        words = _("{period} · edition {number} is published; nobody has entered what hangs.")
        return words.format(period=period, number=line.newest)
    words = _("{period} · posted {moment}").format(period=period, moment=moment(line.entry.posted_at))
    parts = [words]
    if line.amended_to is not None:
        parts.append(_("with the change sheet of edition {number}").format(number=line.amended_to))
    if line.changes:
        parts.append(_changes_words(line, directory))
    if line.entry.note:
        parts.append(line.entry.note)
    return " · ".join(parts)


def _changes_words(line: PostingLine, directory: Directory) -> str:
    """The first of them, and how many there are."""
    count = len(line.changes)
    first = difference_row(line.changes[0], directory, with_place=False).phrase
    more = ngettext("{count} change since: {first}", "{count} changes since: {first} …", count)
    return more.format(count=count, first=first)
