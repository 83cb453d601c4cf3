"""The options of `roster-app attendance`."""

import argparse
from typing import TYPE_CHECKING

from roster_app.cli.arguments import add_json, add_roster_day, add_team, command, day, moment
from roster_app.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_attendance(commands: "Commands") -> None:
    """All its deeds."""
    parser = command(commands, "attendance", _("who really came: now, sign-in, keyed sheets, actual cover and hours"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    command(deeds, "now", _("who is on, who comes next, who is late, and gaps of the next 48 hours"))
    _signing(command(deeds, "sign-in", _("somebody is there, by name, by row of the paper sheet, or by token")))
    _signing(command(deeds, "sign-out", _("somebody leaves, by name, by row of the paper sheet, or by token")))
    _sheet(command(deeds, "key", _("a finished sheet by its exceptions; planned times stand for all others")))
    shown = command(deeds, "list", _("the rows of a sheet and all entries about it with their numbers"))
    _where(shown, needed=True)
    _correction(command(deeds, "correct", _("other times in the place of an entry, for a reason")))
    command(deeds, "undo", _("take back what was entered last at this desk"))
    add_roster_day(command(deeds, "cover", _("the cover that was really stood, minute by minute")))
    hours = command(deeds, "hours", _("the hours that were really stood"))
    hours.add_argument("first", type=day, metavar="FIRST", help=_("first day, as 2020-04-01"))
    hours.add_argument("last", type=day, metavar="LAST", help=_("last day, as 2020-04-30"))
    groups = ["team", "area", "checkpoint", "post", "tag", "affiliation", "person"]
    hours.add_argument("--by", choices=groups, default="person", help=_("what hours are summed by"))
    for deed in deeds.choices.values():
        add_team(deed)
        add_json(deed)


def _where(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    parser.add_argument("--checkpoint", metavar="NAME", required=needed, help=_("the checkpoint of the sheet"))
    parser.add_argument("--day", type=day, metavar="DAY", help=_("the day of the sheet; otherwise today"))


def _signing(parser: argparse.ArgumentParser) -> None:
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--person", metavar="NAME", help=_("a volunteer, at the duty nearest now"))
    whom.add_argument("--row", type=int, metavar="N", help=_("the number of the row on the paper sheet"))
    whom.add_argument("--token", metavar="TOKEN", help=_("what a scanner read from a badge"))
    parser.add_argument("--who", metavar="NAME", help=_("who stands in place of the holder, in a list or not"))
    parser.add_argument("--at", type=moment, metavar="MOMENT", help=_("when it was; otherwise now"))
    _where(parser, needed=False)


def _sheet(parser: argparse.ArgumentParser) -> None:
    told = _("as “3 缺”, “5 17:50”, “7 代 王五”, “9 迟 20”, “+ 赵六 08:00-12:00”; one dash reads them from the input")
    parser.add_argument("lines", nargs="*", metavar="EXCEPTION", help=told)
    parser.add_argument("--reason", default="", metavar="WORDS", help=_("why, where earlier entries are changed"))
    _where(parser, needed=True)


def _correction(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("entry", type=int, metavar="NUMBER", help=_("the number of the entry, from the list"))
    parser.add_argument("--reason", required=True, metavar="WORDS", help=_("why it is corrected"))
    parser.add_argument("--day", type=day, required=True, metavar="DAY", help=_("the day of the sheet"))
    parser.add_argument("--came", type=moment, metavar="MOMENT", help=_("when the person came"))
    parser.add_argument("--left", type=moment, metavar="MOMENT", help=_("when the person left"))
    parser.add_argument("--absent", action="store_true", help=_("the person was not there"))
