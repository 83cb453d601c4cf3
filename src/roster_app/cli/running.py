"""Carrying out a command line: understand it, do it, and end with a sentence and a number, never with a traceback."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from roster_app import i18n
from roster_app.cli.argparse_words import speaking_argparse
from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen
from roster_app.cli.demo import DemoFiles, demo
from roster_app.cli.exit_codes import ExitCode, exit_code_of
from roster_app.cli.parser import make_parser
from roster_app.cli.people_commands import import_list, list_people
from roster_app.cli.roster_commands import check, generate, list_rosters, publish
from roster_app.cli.sheet_commands import back_up, print_sheets
from roster_app.cli.team_commands import team
from roster_app.cli.telling import Teller, complain, stop_talking, use_any_console
from roster_app.domain.errors import DomainError
from roster_app.i18n import _
from roster_app.services.words import sentence_of_error
from roster_app.settings import Settings

_COMMANDS: Mapping[str, Callable[[Call], ExitCode]] = {
    "team": team,
    "people": list_people,
    "import": import_list,
    "rosters": list_rosters,
    "generate": generate,
    "check": check,
    "publish": publish,
    "print": print_sheets,
    "backup": back_up,
}


@dataclass(frozen=True, slots=True)
class WindowWish:
    """A window is wanted, with these settings; `files` keeps a demo's choices apart from the person's own."""

    settings: Settings
    files: DemoFiles | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, and whether a window is to be opened now."""

    code: ExitCode
    window: WindowWish | None = None


def run(argv: Sequence[str], settings: Settings) -> Outcome:
    """Carry out one command line; without a command, wish for the window."""
    use_any_console()
    i18n.install(_language_in(argv) or settings.language)
    try:
        with speaking_argparse():
            arguments = make_parser().parse_args(argv)
    except SystemExit as ended:
        return Outcome(ExitCode(ended.code if isinstance(ended.code, int) else ExitCode.DONE))
    if arguments.lang:
        settings = replace(settings, language=arguments.lang)
    if arguments.db:
        settings = replace(settings, database_url=arguments.db)
    if arguments.command is None:
        return Outcome(ExitCode.DONE, WindowWish(settings))
    return _carried_out(Call(arguments, settings, Teller(getattr(arguments, "json", False))))


def _carried_out(call: Call) -> Outcome:
    try:
        if call.arguments.command != "demo":
            return Outcome(_COMMANDS[call.arguments.command](call))
        done = demo(call)
        window = None if call.arguments.no_window else WindowWish(done.settings, done.files)
        return Outcome(done.code, window)
    except DomainError as error:
        complain(sentence_of_error(error))
        return Outcome(exit_code_of(error.code))
    except NotChosen as error:
        complain(str(error))
        return Outcome(ExitCode.BAD_INPUT)
    except BrokenPipeError:
        stop_talking()
        return Outcome(ExitCode.DONE)
    except KeyboardInterrupt:
        complain(_("Interrupted. What was stored before stays."))
        return Outcome(ExitCode.INTERRUPTED)


def _language_in(argv: Sequence[str]) -> str | None:
    """The language asked for, found before the command line is understood: its help is worded already."""
    for index, word in enumerate(argv):
        if word.startswith("--lang="):
            return word.partition("=")[2]
        if word == "--lang" and index + 1 < len(argv):
            return argv[index + 1]
    return None
