"""From the command to a window that can be worked with, on the sample team, beside an empty window of plain Qt.

    python -m benchmarks.window [--rounds N] [--database FILE]

Each start is a process of its own, timed from before it exists. Without a display it runs offscreen. FILE is the
`roster.db` of an earlier `roster-app demo`; without it one is made, which takes a moment.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

OURS = """
import gc, json, sys, time
gc.disable()  # as app.py does before it loads the window
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from roster_app import i18n
from roster_app.gui.application import Application
from roster_app.gui.session import Files, Session
from roster_app.gui.start import _opened
from roster_app.settings import Settings

HEAVY = {"alembic", "numpy", "openpyxl", "ortools", "pypinyin", "reportlab"}
started, url, home = float(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
application = Application(sys.argv[:1])
application.speak(i18n.install("zh_CN"))
settings = Settings(database_url=url, language="zh_CN")
session = Session(application, Files(home / "settings.json", home / "window.ini"), settings, _opened, datetime.now)
shown = []

def look():
    if session.settled and not session.tasks.busy and session.window.frame.page is not None:
        heavy = sorted(HEAVY & {name.partition(".")[0] for name in sys.modules})
        print(json.dumps({"frame": shown[0] - started, "ready": time.time() - started, "heavy": heavy}))
        timer.stop()
        session.window.close()

session.begin()
QTimer.singleShot(0, lambda: shown.append(time.time()))
timer = QTimer()
timer.timeout.connect(look)
timer.start(2)
application.run(session.window.leave)
"""
BARE = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: (print(json.dumps({"ready": time.time() - float(sys.argv[1])})), application.quit()))
application.exec()
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--database", type=Path)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = wish.database or _sample(Path(folder))
        url = f"sqlite:///{database.resolve()}"
        ours = [start(OURS, url, folder) for _round in range(wish.rounds + 1)][1:]  # the first fills the disk's cache
        bare = [start(BARE) for _round in range(wish.rounds + 1)][1:]
    ready, empty = median(ours, "ready"), median(bare, "ready")
    print(f"frame on the screen     {median(ours, 'frame'):7.0f} ms")
    print(f"roster can be worked on {ready:7.0f} ms   (longest {1000 * max(run['ready'] for run in ours):.0f})")
    print(f"empty window, plain Qt  {empty:7.0f} ms   (we take {ready / empty:.1f} times as long)")
    print(f"heavy libraries loaded: {', '.join(ours[-1]['heavy']) or 'none'}")
    return 0


def start(program: str, *arguments: str) -> dict[str, Any]:
    """What one start says about itself, in seconds since before the process was made."""
    command = [sys.executable, "-c", program, str(time.time()), *arguments]
    environment = os.environ if os.environ.get("DISPLAY") else os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    told: dict[str, Any] = json.loads(said.splitlines()[-1])
    return told


def median(runs: list[dict[str, Any]], name: str) -> float:
    """In milliseconds."""
    return 1000 * float(statistics.median(run[name] for run in runs))


def _sample(folder: Path) -> Path:
    demo = ["-m", "roster_app", "demo", "--dir", str(folder), "--no-window", "--seconds", "2"]
    code = subprocess.run([sys.executable, *demo], stdout=subprocess.DEVNULL, check=False).returncode
    if code not in (0, 1):
        raise SystemExit(code)
    return folder / "roster.db"


if __name__ == "__main__":
    sys.exit(main())
