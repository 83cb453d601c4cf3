"""What commands have in common: options of the same meaning, and how days, moments and lengths are written."""

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from roster_app.cli.help_layout import HelpLayout
from roster_app.i18n import LANGUAGES, _

if TYPE_CHECKING:
    from roster_app.domain.chains import ChainShift

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

T = TypeVar("T")


def add_common(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Options understood before and after the command; after it, they only count where they are given."""
    parser.add_argument(
        "--db",
        metavar="URL",
        default=default,
        help=_("the database, as sqlite:////path/roster.db or postgresql://…; otherwise that of the settings"),
    )
    parser.add_argument("--lang", choices=list(LANGUAGES), default=default, help=_("language of words and sheets"))


def command(commands: "Commands", name: str, what: str) -> argparse.ArgumentParser:
    """A command with the options every command has."""
    parser = commands.add_parser(name, help=what, description=what, formatter_class=HelpLayout, allow_abbrev=False)
    add_common(parser, argparse.SUPPRESS)
    return parser


def add_team(parser: argparse.ArgumentParser) -> None:
    """Which team."""
    parser.add_argument("--team", metavar="NAME", help=_("the team, where the database holds several"))


def add_roster_day(parser: argparse.ArgumentParser) -> None:
    """Which roster."""
    parser.add_argument(
        "day", type=day, nargs="?", metavar="DAY", help=_("any day of the roster; otherwise the latest roster")
    )


def add_order(parser: argparse.ArgumentParser, told: str) -> None:
    """In which order people are listed."""
    orders = ["pinyin", "strokes", "rank"]
    parser.add_argument("--order", choices=orders, default="pinyin", help=told)


def add_json(parser: argparse.ArgumentParser) -> None:
    """For programs that read the answer."""
    parser.add_argument("--json", action="store_true", help=_("end with one JSON object on the output"))


def day(text: str) -> date:
    """A day as ISO has it."""
    return understood(date.fromisoformat, text, _("“{text}” is not a day; write it as 2020-04-06"))


def day_or_codes(text: str) -> date | str:
    """A day, or what looks like part of a check code and not like a day gone wrong."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return day(text) if re.match(r"\d{4}[-/.年]", text) else text


def moment(text: str) -> datetime:
    return understood(datetime.fromisoformat, text, _("“{text}” is no moment; write it as 2020-04-06T09:30"))


def shifts(text: str) -> "tuple[ChainShift, ...]":
    from roster_app.services.chains import read_shifts

    return understood(read_shifts, text, _("“{text}” are no shifts; write them as 早班 06:30-11:30,中班 11:30-17:30"))


def seconds(text: str) -> float:
    def positive(said: str) -> float:
        if not 0 < (seconds := float(said)) <= 24 * 3600:
            raise ValueError
        return seconds

    return understood(positive, text, _("“{text}” is no number of seconds"))


def understood(read: Callable[[str], T], text: str, complaint: str) -> T:
    try:
        return read(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(complaint.format(text=text)) from error
