"""Starts the window: the application first, then an empty frame at once, then whatever takes time."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from roster_app import i18n
from roster_app.gui.application import Application, watch_exceptions
from roster_app.gui.session import Files, Session
from roster_app.gui.wishes import Wishes
from roster_app.settings import Settings, settings_path

if TYPE_CHECKING:
    from roster_app.services import Services


def run_window(services: Services | None, settings: Settings, files: Files | None = None) -> int:
    """Show the window until it is closed; the exit code for the system.

    Without `services` the window opens the database of the settings itself, after its first paint; where that fails
    it says why and offers ways on. The services are closed at the end.
    """
    application = Application(sys.argv[:1], settings.theme, settings.text_percent)
    application.speak(i18n.install(settings.language))
    session = Session(application, files or own_files(), settings, _opened, datetime.now)
    Wishes(session)
    watch_exceptions(session.errors.report)
    session.begin(services)
    return application.run(session.window.leave)


def own_files() -> Files:
    """The files of the person who is logged in."""
    from roster_app.settings import log_folder

    path = settings_path()
    return Files(path, path.with_name("window.ini"), log_folder() / "roster-app.log")


def _opened(url: str, author: str) -> Services:
    from roster_app.services import open_services

    return open_services(url, author)
