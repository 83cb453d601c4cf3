"""The command line: every use case without a window."""

from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.running import Outcome, WindowWish, run

__all__ = ["ExitCode", "Outcome", "WindowWish", "run"]
