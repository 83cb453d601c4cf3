"""The commands that bring things out of the database and edited ones back, with their options."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.cli.arguments import add_json, add_roster_day, add_team, command
from roster_app.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_exports(commands: "Commands") -> None:
    """`export` with its kinds, `import roster` and `import everything`."""
    export = command(commands, "export", _("write a roster, volunteers, calendars or everything to files"))
    kinds = export.add_subparsers(dest="kind", required=True, title=_("commands"), metavar="COMMAND")
    roster = command(kinds, "roster", _("a roster as a workbook to edit and take in again (.xlsx), or as .csv"))
    _add_file(roster)
    add_roster_day(roster)
    add_team(roster)
    volunteers = command(kinds, "volunteers", _("the volunteers with full phone numbers, as .xlsx or .csv"))
    _add_file(volunteers)
    add_team(volunteers)
    _add_calendars(kinds)
    everything = command(kinds, "everything", _("all that the database holds, as one JSON file"))
    _add_file(everything)
    _add_returns(commands)
    for parser in (roster, volunteers, everything):
        add_json(parser)


def _add_calendars(kinds: "Commands") -> None:
    parser = command(kinds, "calendars", _("a calendar file (.ics) for each volunteer and each checkpoint"))
    parser.add_argument(
        "folder",
        type=Path,
        metavar="FOLDER",
        help=_("where the files go; what they told before and no longer holds is cancelled in them"),
    )
    add_roster_day(parser)
    for option, told in (
        ("--person", _("only this volunteer; may be repeated")),
        ("--checkpoint", _("only this checkpoint; may be repeated")),
    ):
        parser.add_argument(option, action="append", metavar="NAME", help=told)
    add_team(parser)
    add_json(parser)


def _add_returns(commands: "Commands") -> None:
    roster = command(commands, "import roster", _("take in the edits made in an exported roster's workbook"))
    _add_file(roster)
    roster.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))
    add_json(roster)
    everything = command(commands, "import everything", _("take an exported JSON file into an empty database"))
    _add_file(everything)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
