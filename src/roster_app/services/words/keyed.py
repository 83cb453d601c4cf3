"""Words for lines of a keyed sheet that could not be taken: which line, and what to write instead."""

from collections.abc import Iterable

from roster_app.domain.attendance.keying import Trouble, Unread
from roster_app.i18n import _


def keyed_line_words(lines: Iterable[Unread]) -> str:
    """One sentence for each line."""
    told = _("Line {line} “{text}”: {remedy}")
    return "\n".join(told.format(line=one.line, text=one.text, remedy=_remedy(one.trouble)) for one in lines)


def _remedy(trouble: Trouble) -> str:
    return {
        Trouble.NO_ROW: _("begin with the number of the row, as “3 缺”, or with + for somebody added."),
        Trouble.NOTHING_SAID: _("say what was different, as “3 缺”; rows as planned are left out."),
        Trouble.NOT_UNDERSTOOD: _("write 缺 (absent), 迟 20 (late), 早 20 (early), 代 NAME (stand-in) or times."),
        Trouble.BAD_TIME: _("write times as 17:50, and spans as 08:20-17:50."),
        Trouble.NO_NAME: _("write the name, as “7 代 王五” or “+ 赵六 08:00-12:00”."),
        Trouble.UNKNOWN_ROW: _("the sheet has no such row; look at the number on the paper."),
        Trouble.VACANT_ROW: _("nobody was planned there; write who stood as “7 代 王五”."),
        Trouble.CAME_OR_LEFT: _("came then, or left? Write 来 (in) or 走 (out) before the time, as “5 走 12:00”."),
        Trouble.NOT_FORWARD: _("the end must come after the start; write both as 08:20-17:50."),
        Trouble.CONTRADICTS: _("this row is said to be two things; keep one of its lines."),
        Trouble.SEVERAL_PEOPLE: _("several volunteers have this name; write it with the unit, as the lists show it."),
    }[trouble]
