"""The options of `roster-app team sheets`: head and foot of a team's sheets."""

import argparse
from pathlib import Path

from roster_app.i18n import _


def add_stationery(parser: argparse.ArgumentParser) -> None:
    """What is not named stays as it is; nothing named, nothing is changed."""
    parser.add_argument(
        "--title",
        metavar="WORDS",
        help=_(
            "title of every sheet, with {sheet} for its kind, and {office}, {team}, {place} if wanted; "
            "'' as each sheet is usually called"
        ),
    )
    parser.add_argument("--phone", metavar="NUMBER", help=_("the duty phone, for the sheets"))
    picture = parser.add_mutually_exclusive_group()
    picture.add_argument("--logo", type=Path, metavar="FILE", help=_("a PNG or JPEG picture at the left of the title"))
    picture.add_argument("--no-logo", action="store_true", help=_("no picture beside the title"))
    for option, told in (
        ("--made-label", _("word before who made a sheet; '' is not printed")),
        ("--reviewed-label", _("word before who checked it; '' is not printed")),
        ("--date-label", _("word before the date of signing; '' is not printed")),
    ):
        parser.add_argument(option, metavar="WORD", help=told)
    rules = parser.add_mutually_exclusive_group()
    rules.add_argument("--rule", action="append", metavar="WORDS", help=_("a rule of duty; may be repeated"))
    rules.add_argument("--no-rules", action="store_true", help=_("no rules of duty"))
    parser.add_argument(
        "--usual",
        nargs="+",
        default=[],
        choices=["title", "labels", "rules"],
        help=_("give these back to what is usual in the language of the sheets"),
    )
