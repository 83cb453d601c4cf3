"""How the command line ends, for scripts that call it."""

from enum import IntEnum

from roster_app.domain.errors import ErrorCode
from roster_app.i18n import _


class ExitCode(IntEnum):
    """What the numbers mean; `--help` says the same."""

    DONE = 0
    ATTENTION = 1
    """Something is left for a person: a gap, a conflict, a row left out, a refusal."""
    MISUSE = 2
    """The command line itself was wrong."""
    BAD_INPUT = 3
    """A file, a name or a day that was given is not what is needed."""
    NO_ACCESS = 4
    """A database or a folder cannot be used, or a window cannot be opened."""
    INTERRUPTED = 130


def exit_code_of(code: ErrorCode) -> ExitCode:
    """The number a refusal ends with."""
    kind = code.value.partition("_")[0]
    if kind in ("database", "folder"):
        return ExitCode.NO_ACCESS
    if kind in ("file", "unknown", "bad", "empty") or code is ErrorCode.NO_NAME_COLUMN:
        return ExitCode.BAD_INPUT
    return ExitCode.ATTENTION


def exit_codes_told() -> str:
    """The numbers with their meaning, for the foot of `--help`."""
    told = {
        ExitCode.DONE: _("done, nothing is amiss"),
        ExitCode.ATTENTION: _("something asks for attention: gaps, conflicts, rows left out, or a refusal"),
        ExitCode.MISUSE: _("the command line could not be understood"),
        ExitCode.BAD_INPUT: _("a file, a name or a day that was given cannot be used"),
        ExitCode.NO_ACCESS: _("the database, the folder or the screen cannot be used"),
        ExitCode.INTERRUPTED: _("interrupted from the keyboard"),
    }
    lines = [f"  {code.value:>3}  {meaning}" for code, meaning in told.items()]
    return "\n".join([_("exit codes:"), *lines])
