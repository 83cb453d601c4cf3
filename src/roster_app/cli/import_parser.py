"""The commands that read what others wrote, lists, workbooks and sign-up chains, and that make texts for the group."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.cli.arguments import add_json, add_team, command, day, shifts
from roster_app.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_imports(commands: "Commands") -> None:
    """`import FILE`, `import inspect`, `import file`, `import chain` and `chain` with its kinds of texts."""
    for add in (_import, _import_inspect, _import_file, _import_chain, _chain):
        add(commands)


def _import(commands: "Commands") -> None:
    parser = command(commands, "import", _("take in a list of volunteers (.xlsx, .xls, .et, .csv)"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))
    add_team(parser)
    add_json(parser)


def _import_inspect(commands: "Commands") -> None:
    parser = command(
        commands,
        "import inspect",
        _("tell what a workbook or table says of people, days and shifts; nothing is stored"),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the file (.xlsx, .xls, .et, .csv, .txt)"))
    told = _("the day it is read, by which a year that is not told is chosen; otherwise today")
    parser.add_argument("--on", type=day, metavar="DATE", help=told)
    add_json(parser)


def _import_file(commands: "Commands") -> None:
    parser = command(
        commands,
        "import file",
        _("take in a workbook or table of any layout: volunteers, times people can come, or a roster"),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the file (.xlsx, .xls, .et, .csv, .txt)"))
    kinds = ["people", "availability", "roster"]
    parser.add_argument("--as", dest="purpose", choices=kinds, help=_("what it is taken for; otherwise as it looks"))
    told = _("the first day of the roster it goes into; otherwise the one that has most of its days")
    parser.add_argument("--period", type=day, metavar="FIRST", help=told)
    parser.add_argument("--post", metavar="NAME", help=_("the post where the file names no place"))
    parser.add_argument("--replace", action="store_true", help=_("who holds a duty gives way to who the file names"))
    parser.add_argument(
        "--rejected", type=Path, metavar="OUT.xlsx", help=_("write the rows that stay out to a workbook to be mended")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))
    add_team(parser)
    add_json(parser)


def _import_chain(commands: "Commands") -> None:
    parser = command(
        commands, "import chain", _("tell how a pasted sign-up chain (接龙) is understood; nothing is stored")
    )
    parser.add_argument("file", metavar="FILE", help=_("the text of the chain; - for the standard input"))
    parser.add_argument("--on", type=day, metavar="DATE", help=_("the day it was pasted; otherwise today"))
    parser.add_argument(
        "--shifts",
        type=shifts,
        metavar="SHIFTS",
        help=_("the shifts of the team, as 早班 06:30-11:30,中班 11:30-17:30"),
    )
    parser.add_argument(
        "--people",
        type=Path,
        metavar="FILE",
        help=_("a list of the volunteers; otherwise those of the database, where --db or --team names one"),
    )
    add_team(parser)
    add_json(parser)


def _chain(commands: "Commands") -> None:
    parser = command(commands, "chain", _("texts for the group, ready to be copied; no text holds a phone number"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    for name, what in {
        "make": _("a sign-up chain (接龙) for the vacancies, with short ids to reply with"),
        "report": _("who stands where on a day"),
        "remind": _("a reminder for each person of a day"),
        "thank": _("thanks to all who stood on a day"),
    }.items():
        deed = command(deeds, name, what)
        deed.add_argument("day", type=day, nargs="?", metavar="DAY", help=_("the day; otherwise the roster's first"))
        if name == "make":
            deed.add_argument("last", type=day, nargs="?", metavar="LAST", help=_("last day; otherwise the first"))
        add_team(deed)
        add_json(deed)
