"""The options of `roster-app counters`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.cli.arguments import add_json, add_team, command, day
from roster_app.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_GROUPS = ("day", "checkpoint", "area", "shift", "period", "counter")


def add_counters(commands: "Commands") -> None:
    """Five deeds, each for one team."""
    parser = command(commands, "counters", _("what is counted at the end of duties: services, not person-times"))
    deeds = parser.add_subparsers(dest="deed", required=True, title=_("commands"), metavar="COMMAND")
    listed = command(deeds, "list", _("the counters, their units, and where they are asked"))
    changed = command(deeds, "set", _("a new counter, or another unit, place or word of one that is there"))
    entered = command(deeds, "enter", _("values of a shift, or of a day as a whole"))
    pasted = command(deeds, "paste", _("store what people counted, out of a chain (接龙) from the group"))
    summed = command(deeds, "totals", _("sums of some days, each counter by itself"))
    _add_set(changed)
    _add_enter(entered)
    _add_paste(pasted)
    _add_totals(summed)
    for deed in (listed, changed, entered, pasted, summed):
        add_team(deed)
        add_json(deed)


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help=_("the name of the counter"))
    parser.add_argument("--usual", action="store_true", help=_("add the usual counters that are not there yet"))
    parser.add_argument("--unit", metavar="WORD", help=_("what is counted in"))
    parser.add_argument("--also", nargs="*", metavar="WORD", help=_("other words for it in chains"))
    parser.add_argument("--checkpoint", action="append", metavar="NAME", help=_("ask it only there; may be repeated"))
    parser.add_argument(
        "--use", action=argparse.BooleanOptionalAction, help=_("whether it is asked; what was counted stays")
    )


def _add_enter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("values", nargs="+", metavar="COUNTER=VALUE", help=_("as leaflets=30"))
    parser.add_argument("--checkpoint", required=True, metavar="NAME", help=_("of this checkpoint"))
    parser.add_argument("--on", type=day, metavar="DAY", help=_("the day; otherwise today"))
    parser.add_argument("--shift", metavar="NAME", help=_("the shift; otherwise the day as a whole"))
    parser.add_argument("--by", default="", metavar="NAME", help=_("who counted, where several did"))
    parser.add_argument("--reason", default="", metavar="WORDS", help=_("why a value that stands is another now"))


def _add_paste(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the text of the chain; - for the standard input"))
    parser.add_argument("--on", type=day, metavar="DAY", help=_("the day where the chain names none; otherwise today"))
    parser.add_argument("--checkpoint", metavar="NAME", help=_("the checkpoint where a line names none"))
    parser.add_argument(
        "--word", action="append", default=[], metavar="WORD=COUNTER", help=_("which counter a word means from then on")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would be stored"))


def _add_totals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("first", type=day, nargs="?", metavar="FIRST", help=_("first day; otherwise of this month"))
    parser.add_argument("last", type=day, nargs="?", metavar="LAST", help=_("last day; otherwise today"))
    parser.add_argument("--by", choices=_GROUPS, default="day", help=_("what is summed up together"))
    parser.add_argument(
        "--checkpoint", action="append", metavar="NAME", help=_("only this checkpoint; may be repeated")
    )
    parser.add_argument("--export", type=Path, metavar="FILE", help=_("write the sums to this .xlsx or .csv file, too"))
