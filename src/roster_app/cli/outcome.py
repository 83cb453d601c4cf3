"""How a command line ends, and which window it wishes for."""

from dataclasses import dataclass
from pathlib import Path

from roster_app.cli.exit_codes import ExitCode
from roster_app.settings import Settings


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """What a window on the demo keeps for itself, apart from the person's own choices."""

    settings: Path
    view_state: Path


@dataclass(frozen=True, slots=True)
class WindowWish:
    """A window is wanted, with these settings; `files` are those of a demo."""

    settings: Settings
    files: DemoFiles | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The exit code, and the window to be opened now."""

    code: ExitCode
    window: WindowWish | None = None
