"""The commands that bring things out of the database and edited ones back, with their options."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
    NewCommand = Callable[[Commands, str, str], argparse.ArgumentParser]


def add_exports(commands: "Commands", new_command: "NewCommand") -> None:
    """`export` with its kinds, `import roster` and `import everything`."""
    export = new_command(commands, "export", _("write a roster, volunteers, calendars or everything to files"))
    kinds = export.add_subparsers(dest="kind", required=True, title=_("commands"), metavar="COMMAND")
    roster = new_command(kinds, "roster", _("a roster as a workbook to edit and take in again (.xlsx), or as .csv"))
    _add_file(roster)
    _add_day(roster)
    _add_team(roster)
    volunteers = new_command(kinds, "volunteers", _("the volunteers with full phone numbers, as .xlsx or .csv"))
    _add_file(volunteers)
    _add_team(volunteers)
    _add_calendars(kinds, new_command)
    everything = new_command(kinds, "everything", _("all that the database holds, as one JSON file"))
    _add_file(everything)
    _add_returns(commands, new_command)
    for parser in (roster, volunteers, everything):
        _add_json(parser)


def _add_calendars(kinds: "Commands", new_command: "NewCommand") -> None:
    parser = new_command(kinds, "calendars", _("a calendar file (.ics) for each volunteer and each checkpoint"))
    parser.add_argument(
        "folder",
        type=Path,
        metavar="FOLDER",
        help=_("where the files go; what they told before and no longer holds is cancelled in them"),
    )
    _add_day(parser)
    for option, told in (
        ("--person", _("only this volunteer; may be repeated")),
        ("--checkpoint", _("only this checkpoint; may be repeated")),
    ):
        parser.add_argument(option, action="append", metavar="NAME", help=told)
    _add_team(parser)
    _add_json(parser)


def _add_returns(commands: "Commands", new_command: "NewCommand") -> None:
    roster = new_command(commands, "import roster", _("take in the edits made in an exported roster's workbook"))
    _add_file(roster)
    roster.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))
    _add_json(roster)
    everything = new_command(commands, "import everything", _("take an exported JSON file into an empty database"))
    _add_file(everything)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_day(parser: argparse.ArgumentParser) -> None:
    told = _("any day of the roster; otherwise the latest roster")
    parser.add_argument("day", type=_day, nargs="?", metavar="DAY", help=told)


def _add_team(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--team", metavar="NAME", help=_("the team, where the database holds several"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("end with one JSON object on the output"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        complaint = _("“{text}” is not a day; write it as 2020-04-06").format(text=text)
        raise argparse.ArgumentTypeError(complaint) from error
