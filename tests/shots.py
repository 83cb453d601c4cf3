"""Pictures of the window on the sample team, for eyes, not for asserts: `python tests/shots.py FOLDER [--quick]`.

Every page in light and dark, 中文 and English, at 100, 150 and 200 %, and at 1920 × 1080; `--quick` leaves out all but
Chinese at 100 %. The roster is made once and kept beside the pictures.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap

from roster_app import i18n
from roster_app.gui.application import Application
from roster_app.gui.page_list import page_entries
from roster_app.gui.session import Files, Session
from roster_app.gui.team.steps_strip import StepsStrip
from roster_app.gui.wishes import Wishes
from roster_app.services import open_services
from roster_app.settings import Settings, Theme
from shot_states import MOVING, STATES, put_back, settle

SIZES = {"1280x800": (1280, 800), "1920x1080": (1920, 1080)}
THEMES: tuple[Theme, ...] = ("light", "dark")


def main() -> int:
    """Make the roster if need be, then one process for each scale: Qt reads it once."""
    wish = _arguments()
    wish.folder.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{(wish.folder / 'sample' / 'roster.db').resolve()}"
    if wish.scale is not None:
        take(wish.folder, url, wish.scale, ["zh_CN"] if wish.quick else list(i18n.LANGUAGES))
        return 0
    if not (wish.folder / "sample" / "roster.db").exists():
        _run("-m", "roster_app", "demo", "--dir", str(wish.folder / "sample"), "--no-window")
    for scale in (100,) if wish.quick else (100, 150, 200):
        environment = {"QT_SCALE_FACTOR": str(scale / 100), "QT_QPA_PLATFORM": wide_screen(wish.folder / "sample")}
        _run(__file__, *sys.argv[1:], "--scale", str(scale), **environment)
    print(f"{len(list(wish.folder.glob('*.png')))} pictures in {wish.folder}")
    return 0


def wide_screen(folder: Path) -> str:
    """The offscreen platform with the screen of an office instead of its own 800 × 800."""
    screen = {"name": "office", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    path = folder / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen]}))
    return f"offscreen:configfile={path.resolve()}"


def take(folder: Path, url: str, scale: int, languages: list[str]) -> None:
    """Every page in every look, at this scale."""
    application = Application(sys.argv[:1])
    sizes = SIZES if scale == 100 else {"1280x800": SIZES["1280x800"]}
    for language in languages:
        application.speak(i18n.install(language))
        session = _session(application, url, language)
        session.begin()
        settle(session)
        session.window.frame.findChild(StepsStrip).close_button.click()
        for theme in THEMES:
            application.wear(theme, 100)
            for size, (width, height) in sizes.items():
                session.window.resize(width, height)
                for entry in page_entries():
                    session.window.frame.go(entry.key)
                    settle(session)
                    name = f"{entry.key}-{theme}-{language}-{scale}-{size}.png"
                    session.window.grab().save(str(folder / name))
            for size, (width, height) in sizes.items():
                session.window.resize(width, height)
                for name, show in STATES.items():
                    show(session)
                    if name not in MOVING:
                        settle(session)
                    picture(session).save(str(folder / f"{name}-{theme}-{language}-{scale}-{size}.png"))
                    put_back(session)
        session.window.close()
        settle(session)


def picture(session: Session) -> QPixmap:
    """The window with the dialog that lies over it."""
    taken = session.window.grab()
    dialog = session.application.qt.activeModalWidget()
    if dialog is not None:
        painter = QPainter(taken)
        painter.drawPixmap(dialog.geometry().topLeft() - session.window.geometry().topLeft(), dialog.grab())
        painter.end()
    return taken


def _session(application: Application, url: str, language: str) -> Session:
    """A window on the sample database that keeps its choices to itself."""
    home = Path(tempfile.mkdtemp())
    files = Files(home / "settings.json", home / "window.ini")
    settings = Settings(database_url=url, language=language, theme="light", coordinator="何平")
    session = Session(application, files, settings, open_services, datetime.now)
    Wishes(session)
    return session


def _run(*arguments: str, **environment: str) -> None:
    """A child without a screen; `demo` may end with 1, which only asks for attention."""
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    code = subprocess.run([sys.executable, *arguments], env=offscreen, check=False).returncode
    if code not in (0, 1):
        raise SystemExit(code)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
