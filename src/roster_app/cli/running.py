"""Carrying out a command line: understand it, do it, and end with a sentence and a number, never with a traceback."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from roster_app import i18n
from roster_app.cli.argparse_words import speaking_argparse
from roster_app.cli.double_words import joined
from roster_app.cli.exit_codes import ExitCode, exit_code_of
from roster_app.cli.outcome import Outcome, WindowWish
from roster_app.cli.parser import make_parser
from roster_app.cli.telling import Teller, complain, stop_talking, use_any_console
from roster_app.domain.errors import DomainError
from roster_app.i18n import _
from roster_app.settings import Settings


def run(argv: Sequence[str], settings: Settings) -> Outcome:
    """Carry out one command line; without a command, wish for the window."""
    use_any_console()
    i18n.install(_language_in(argv) or settings.language)
    try:
        with speaking_argparse():
            arguments = make_parser().parse_args(joined(argv))
    except SystemExit as ended:
        return Outcome(ExitCode(ended.code if isinstance(ended.code, int) else ExitCode.DONE))
    if arguments.lang:
        settings = replace(settings, language=arguments.lang)
    if arguments.db:
        settings = replace(settings, database_url=arguments.db)
    if arguments.command is None:
        return Outcome(ExitCode.DONE, WindowWish(settings))
    return _carried_out(arguments, settings)


def _carried_out(arguments: Namespace, settings: Settings) -> Outcome:
    """Do it. The use cases are imported here: the window, which starts without a command, does not wait for them."""
    from roster_app.cli.call import Call
    from roster_app.cli.choosing import NotChosen
    from roster_app.cli.commands import COMMANDS
    from roster_app.services.words import sentence_of_error

    call = Call(arguments, settings, Teller(getattr(arguments, "json", False)))
    try:
        done = COMMANDS[arguments.command](call)
        return done if isinstance(done, Outcome) else Outcome(done)
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
