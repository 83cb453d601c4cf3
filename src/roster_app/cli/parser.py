"""The command line as a tree of commands with their options, worded in the language spoken now."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app import __version__
from roster_app.cli.arguments import (
    add_common,
    add_json,
    add_order,
    add_roster_day,
    add_team,
    command,
    day,
    day_or_codes,
    moment,
    seconds,
)
from roster_app.cli.attendance_parser import add_attendance
from roster_app.cli.counter_parser import add_counters
from roster_app.cli.exit_codes import exit_codes_told
from roster_app.cli.export_parser import add_exports
from roster_app.cli.help_layout import HelpLayout
from roster_app.cli.import_parser import add_imports
from roster_app.cli.stationery_parser import add_stationery
from roster_app.i18n import _

DEMO_SECONDS = 20
"""Long enough for the sample to be as even as it gets, short enough to watch."""

_POSTED = ("wall", "duty", "change", "month", "people", "list")
_FILLED_IN = ("slips", "handover", "contacts")
_COUNTED = ("hours", "certificate", "statistics")
"""Kinds of sheets, as they are asked for."""

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def make_parser() -> argparse.ArgumentParser:
    """The whole tree; call it, and parse, inside `speaking_argparse`."""
    parser = argparse.ArgumentParser(
        prog="roster-app",
        description=_("Rosters for round-the-clock checkpoint duty. Without a command the window opens."),
        epilog=exit_codes_told(),
        formatter_class=HelpLayout,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    add_common(parser, None)
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar="COMMAND")
    for add in (
        _demo,
        _team,
        _people,
        add_imports,
        _rosters,
        _generate,
        _check,
        _why,
        _repair,
        _forecast,
        _publish,
        _posted,
        _print,
        _handover,
        add_counters,
        add_attendance,
        _backup,
    ):
        add(commands)
    add_exports(commands)
    return parser


def _demo(commands: "Commands") -> None:
    parser = command(commands, "demo", _("roster the sample team for April 2020, from its list to the sheets"))
    parser.add_argument("--dir", type=Path, required=True, metavar="FOLDER", help=_("where database and sheets go"))
    parser.add_argument("--no-window", action="store_true", help=_("do not open the window afterwards"))
    told = _("how long the search may take, {seconds} seconds where nothing is said").format(seconds=DEMO_SECONDS)
    parser.add_argument("--seconds", type=seconds, metavar="N", default=DEMO_SECONDS, help=told)
    add_json(parser)


def _team(commands: "Commands") -> None:
    parser = command(commands, "team", _("list teams, make one, store the sample team, or dress a team's sheets"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    add_json(command(deeds, "list", _("the teams of the database")))
    create = command(deeds, "create", _("a new team with the official holidays and a leader's qualification"))
    create.add_argument("name", metavar="NAME")
    create.add_argument("--office", default="", metavar="NAME", help=_("subdistrict or community, for the sheets"))
    create.add_argument("--phone", default="", metavar="NUMBER", help=_("the duty phone, for the sheets"))
    command(deeds, "sample", _("the sample team with its sixty invented volunteers"))
    sheets = command(deeds, "sheets", _("show or change the head and foot of a team's sheets"))
    add_stationery(sheets)
    add_team(sheets)
    add_json(sheets)


def _people(commands: "Commands") -> None:
    parser = command(commands, "people", _("list the volunteers of a team"))
    parser.add_argument("--find", default="", metavar="WORDS", help=_("part of a name, pinyin, initials, phone tail"))
    add_order(parser, _("the order of the list"))
    add_team(parser)
    add_json(parser)


def _rosters(commands: "Commands") -> None:
    parser = command(commands, "rosters", _("list the rosters of a team"))
    add_team(parser)
    add_json(parser)


def _generate(commands: "Commands") -> None:
    parser = command(
        commands, "generate", _("fill the vacancies of a roster; the roster is made where there is none for these days")
    )
    parser.add_argument("first", type=day, metavar="FIRST", help=_("first day, as 2020-04-01"))
    parser.add_argument("last", type=day, nargs="?", metavar="LAST", help=_("last day; needed for a new roster"))
    parser.add_argument("--anew", action="store_true", help=_("plan everything anew that no person has arranged"))
    told = _("how long the search may take; otherwise as the settings say")
    parser.add_argument("--seconds", type=seconds, metavar="N", help=told)
    add_team(parser)
    add_json(parser)


def _check(commands: "Commands") -> None:
    parser = command(
        commands,
        "check",
        _("prove the cover of a roster and list conflicts; or tell whether a posted sheet still is in force"),
    )
    parser.add_argument(
        "day",
        type=day_or_codes,
        nargs="*",
        metavar="DAY|CODE",
        help=_("any day of the roster, otherwise the latest roster; or the check code of a posted sheet"),
    )
    parser.add_argument(
        "--photo", type=Path, metavar="FILE", help=_("a picture or PDF file of posted sheets instead of their codes")
    )
    parser.add_argument(
        "--reasons", action="store_true", help=_("for every vacancy, why each volunteer cannot take it")
    )
    parser.add_argument("--wishes", action="store_true", help=_("list wishes that are not met, too"))
    add_team(parser)
    add_json(parser)


def _why(commands: "Commands") -> None:
    parser = command(commands, "why", _("why duties are vacant and what would help; or why somebody holds a duty"))
    add_roster_day(parser)
    parser.add_argument("--checkpoint", metavar="NAME", help=_("ask about a duty of that day at this checkpoint"))
    parser.add_argument("--shift", metavar="NAME", help=_("the duty's shift"))
    parser.add_argument("--post", metavar="NAME", help=_("the duty's post, where the shift has several"))
    parser.add_argument("--not", dest="person", metavar="NAME", help=_("why this person does not hold it"))
    _add_effort(parser)


def _repair(commands: "Commands") -> None:
    parser = command(commands, "repair", _("who stands in while somebody is away: up to three plans"))
    parser.add_argument("person", metavar="NAME", help=_("who is away"))
    parser.add_argument("first", type=day, metavar="FIRST", help=_("first day, as 2020-04-01"))
    parser.add_argument("last", type=day, nargs="?", metavar="LAST", help=_("last day; otherwise the first"))
    parser.add_argument("--at", type=moment, metavar="MOMENT", help=_("when it is heard of; otherwise now"))
    parser.add_argument("--take", type=int, metavar="N", help=_("carry out plan N"))
    _add_effort(parser)


def _forecast(commands: "Commands") -> None:
    parser = command(commands, "forecast", _("how many people keep the cover for some weeks, and in which mix"))
    parser.add_argument("first", type=day, nargs="?", metavar="FIRST", help=_("first day; otherwise next Monday"))
    parser.add_argument("--weeks", type=int, choices=range(1, 14), default=4, metavar="N", help=_("how many weeks"))
    _add_effort(parser)


def _add_effort(parser: argparse.ArgumentParser) -> None:
    told = _("how long the answer may take")
    parser.add_argument("--seconds", type=seconds, metavar="N", help=told)
    add_team(parser)
    add_json(parser)


def _publish(commands: "Commands") -> None:
    parser = command(commands, "publish", _("fix a roster as its next edition, which the sheets then carry"))
    add_roster_day(parser)
    add_team(parser)


def _posted(commands: "Commands") -> None:
    parser = command(commands, "posted", _("the posting ledger: which edition hangs where"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    shown = command(deeds, "list", _("what hangs, whether it is in force, and what to do next"))
    add_roster_day(shown)
    added = command(deeds, "add", _("enter as posted what has these check codes"))
    added.add_argument("codes", nargs="+", metavar="CODE", help=_("the check code of a sheet"))
    added.add_argument(
        "--kind",
        choices=["wall", "change", "month", "people", "list"],
        default="wall",
        help=_("the kind of sheet; otherwise a roster of a week"),
    )
    added.add_argument("--at", type=moment, metavar="MOMENT", help=_("when it was posted; otherwise now"))
    removed = command(deeds, "remove", _("enter as taken down what has these check codes"))
    removed.add_argument("codes", nargs="+", metavar="CODE", help=_("the check code of a sheet"))
    for deed in (added, removed):
        deed.add_argument("--note", default="", metavar="WORDS", help=_("a remark, as who was told"))
    for deed in (shown, added, removed):
        add_team(deed)
        add_json(deed)


def _print(commands: "Commands") -> None:
    parser = command(commands, "print", _("write sheets as a PDF file"))
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the PDF file to write"))
    parser.add_argument(
        "--kind",
        choices=[*_POSTED, *_FILLED_IN, *_COUNTED],
        default="wall",
        help=_(
            "rosters of a week for the wall, daily duty and sign-in sheets, change sheets to post beside a roster, "
            "a month (by day, by person, or as a list), slips for each volunteer, "
            "records of hand-overs, the internal contact list, or what was stood: statements of hours and "
            "certificates for each volunteer, and statistics"
        ),
    )
    parser.add_argument(
        "--since",
        type=int,
        metavar="N",
        help=_("change sheets: the edition that hangs; otherwise the last that differs"),
    )
    parser.add_argument("--first", type=day, metavar="DAY", help=_("first day; otherwise the roster's first"))
    parser.add_argument(
        "--last",
        type=day,
        metavar="DAY",
        help=_("last day; otherwise a week of wall roster, one day of duty or hand-overs, or the roster's last"),
    )
    parser.add_argument(
        "--checkpoint", action="append", metavar="NAME", help=_("only this checkpoint; may be repeated")
    )
    parser.add_argument(
        "--person",
        action="append",
        metavar="NAME",
        help=_("hours, certificates, statistics: only this volunteer; may be repeated; otherwise everybody who stood"),
    )
    parser.add_argument("--paper", choices=["A3", "A4"], help=_("paper of wall rosters and of a month"))
    parser.add_argument(
        "--turned",
        choices=["auto", "portrait", "landscape"],
        default="auto",
        help=_("how the paper of wall rosters and of a month lies"),
    )
    parser.add_argument(
        "--columns",
        nargs="+",
        choices=["leader", "leader-phone", "head", "head-phone", "shifts", "duty-phone", "remarks"],
        help=_("columns of a list after the date; otherwise the usual ones"),
    )
    parser.add_argument(
        "--lunar", action="store_true", help=_("rosters for the wall, a month by day and lists: with the lunar date")
    )
    add_order(parser, _("the order of a contact list"))
    parser.add_argument("--leader", default="", metavar="NAME", help=_("the leader on duty, as printed"))
    parser.add_argument("--made-by", default="", metavar="NAME", help=_("who made the sheets, as printed"))
    parser.add_argument(
        "--reviewed-by", default="", metavar="NAME", help=_("who checked or certifies them, as printed")
    )
    parser.add_argument(
        "--profile",
        choices=["internal", "posted", "public"],
        help=_(
            "what is told of people: all numbers in full (never post it), numbers masked, or a public notice without "
            "numbers and with the names of those who agreed; otherwise posted, internal of a contact list, hours and "
            "certificates"
        ),
    )
    add_team(parser)
    add_json(parser)


def _handover(commands: "Commands") -> None:
    parser = command(
        commands, "handover", _("the log of hand-overs: what is open, what was counted, who has not signed")
    )
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    listed = command(deeds, "list", _("open items with their numbers, last counts, and hand-overs that nobody signed"))
    added = command(deeds, "add", _("a new open item, on every sheet of the checkpoint until it is ticked"))
    added.add_argument("text", metavar="TEXT", help=_("what is to be done"))
    added.add_argument("--owner", default="", metavar="NAME", help=_("who sees to it"))
    done = command(deeds, "done", _("tick an open item"))
    done.add_argument("item", metavar="NUMBER|WORDS", help=_("its number in the list, or words of it"))
    counted = command(deeds, "supplies", _("tell the last counts, or note new ones for the hand-over that comes next"))
    counted.add_argument("counts", nargs="*", metavar="ITEM=COUNT", help=_("as masks=20; nothing only tells"))
    for deed in (listed, added, done, counted):
        needed = deed is added
        deed.add_argument("--checkpoint", metavar="NAME", required=needed, help=_("of this checkpoint"))
        add_team(deed)
        add_json(deed)


def _backup(commands: "Commands") -> None:
    parser = command(commands, "backup", _("copy the database into a folder"))
    parser.add_argument("folder", type=Path, metavar="FOLDER")
