"""The command line: every use case without a window."""

from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.outcome import DemoFiles, Outcome, WindowWish
from roster_app.cli.running import run

__all__ = ["DemoFiles", "ExitCode", "Outcome", "WindowWish", "run"]
