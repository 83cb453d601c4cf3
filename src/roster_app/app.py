"""The composition root: settings, log and words, then a command line or the window. The one file that knows all."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from roster_app import cli
from roster_app.cli.display import has_screen, why_no_window
from roster_app.cli.telling import complain
from roster_app.i18n import _
from roster_app.logs import start_log, stop_log
from roster_app.settings import log_folder, read_settings, settings_path


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process, where none is given) and answer with its exit code."""
    _serve_as_child_where_bundled()
    read = read_settings(settings_path())
    log = start_log(log_folder())
    try:
        outcome = cli.run(sys.argv[1:] if argv is None else argv, read.settings)
        if read.put_aside is not None:
            complain(_("The settings could not be read; they were kept as {path}.").format(path=read.put_aside))
        if outcome.window is None:
            return outcome.code
        return _window(outcome.window, outcome.code, log)
    finally:
        stop_log()


def _serve_as_child_where_bundled() -> None:
    """In a bundle the engine's process is this program started again; then this call never returns."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def _window(wish: cli.WindowWish, code: int, log: Path | None) -> int:
    """Open the window that was wished for. After a demo, a machine without a screen is nothing to complain about."""
    after_demo = wish.files is not None
    if after_demo and not has_screen():
        return code
    if reason := why_no_window():
        complain(reason)
        return code if after_demo else cli.ExitCode.NO_ACCESS
    gc.disable()  # a start makes no garbage worth looking for; the window collects in its own way: gui/garbage.py
    from roster_app.gui.session import Files
    from roster_app.gui.start import run_window

    files = Files(wish.files.settings, wish.files.view_state, log) if wish.files else None
    return run_window(None, wish.settings, files) or code
