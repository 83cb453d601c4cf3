"""The whole window in a process of its own: what it loads to start, and how it ends when the system asks it to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from window_cases import opened

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from roster_app.gui import start
from roster_app.gui.session import Files, Session
from roster_app.settings import Settings

HEAVY = {"PIL", "PySide6.QtPrintSupport", "alembic", "numpy", "openpyxl", "ortools", "pypdfium2", "pypinyin",
         "reportlab", "xlsxwriter"}
folder = Path(sys.argv[1])
begin = Session.begin

def begin_and_tell(session, services=None):
    def look():
        if session.settled and not session.tasks.busy:
            page = session.window.frame.page
            print(type(page).__name__, *sorted(HEAVY & set(sys.modules)), flush=True)
        else:
            QTimer.singleShot(5, look)

    begin(session, services)
    QTimer.singleShot(5, look)

Session.begin = begin_and_tell
settings = Settings(database_url=f"sqlite:///{folder.as_posix()}/roster.db", language="en")
sys.exit(start.run_window(None, settings, Files(folder / "settings.json", folder / "window.ini")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to answer")
def test_the_window_starts_light_and_ends_politely(tmp_path: Path) -> None:
    opened(tmp_path, with_team=True).close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        told = child.stdout.readline().split()
        child.send_signal(signal.SIGTERM)
        try:
            code = child.wait(timeout=60)
        finally:
            child.kill()

    assert told == ["RosterPage"]
    assert code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["roster.db", "window.ini"]
