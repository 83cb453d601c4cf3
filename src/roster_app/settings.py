"""What the person has chosen for good: one small file in the user's configuration folder.

Window sizes and column widths are not here: they belong to the window (`gui/view_state.py`).
"""

import getpass
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from logging import getLogger
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote, urlsplit, urlunsplit

import platformdirs

Theme = Literal["system", "light", "dark"]
Paper = Literal["A3", "A4"]

_FOLDER = "roster-app"
_log = getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, each with its default; `None` means "as this system does it"."""

    database_url: str | None = None  # None: a SQLite file in the user's data folder
    language: str | None = None  # a key of i18n.LANGUAGES
    theme: Theme = "system"
    paper: Paper = "A3"  # of wall rosters; daily sheets are always A4
    solver_seconds: int = 60
    coordinator: str = ""  # who sits here, as the history of a roster names them; empty: the login name
    text_percent: int = 100  # of the designed text size

    def __post_init__(self) -> None:
        """Refuse what no part of the application could act on; raises ValueError naming the field."""
        for name, fits in _FITS.items():
            if not fits(getattr(self, name)):
                raise ValueError(f"{name}: {getattr(self, name)!r}")


def _whole_number(lowest: int, highest: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and lowest <= value <= highest


_FITS: dict[str, Callable[[object], bool]] = {
    "database_url": lambda value: value is None or isinstance(value, str),
    "language": lambda value: value is None or isinstance(value, str),
    "theme": lambda value: value in get_args(Theme),
    "paper": lambda value: value in get_args(Paper),
    "solver_seconds": _whole_number(1, 24 * 3600),
    "coordinator": lambda value: isinstance(value, str),
    "text_percent": _whole_number(80, 200),
}


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """The settings in force, and where an unreadable file was put aside, if there was one."""

    settings: Settings
    put_aside: Path | None = None


def settings_path() -> Path:
    """The file of the person who is logged in."""
    return platformdirs.user_config_path(_FOLDER, appauthor=False) / "settings.json"


def data_folder() -> Path:
    """Where the database of the person who is logged in stands; made when missing."""
    return platformdirs.user_data_path(_FOLDER, appauthor=False, ensure_exists=True)


def log_folder() -> Path:
    """Where the log of the person who is logged in stands."""
    return platformdirs.user_log_path(_FOLDER, appauthor=False)


def author(settings: Settings) -> str:
    """Who is named beside each edit: the coordinator, or the login name where none is given."""
    return settings.coordinator.strip() or _login_name()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def database_url(settings: Settings) -> str:
    """The database to open: the chosen one, or the SQLite file in the data folder."""
    return settings.database_url or f"sqlite:///{quote((data_folder() / 'roster.db').as_posix(), safe='/:')}"


def read_settings(path: Path) -> SettingsRead:
    """The settings in `path`, or the defaults; a file nobody understands is kept beside it as `.broken`."""
    try:
        text = path.read_text(encoding="utf-8")
        return SettingsRead(_settings_from(json.loads(text)))
    except FileNotFoundError:
        return SettingsRead(Settings())
    except (ValueError, TypeError) as problem:
        kept = path.with_name(path.name + ".broken")
        path.replace(kept)
        _log.warning("settings could not be read (%s), kept as %s", problem, kept)
        return SettingsRead(Settings(), put_aside=kept)
    except OSError as problem:
        _log.warning("settings could not be opened (%s)", problem)
        return SettingsRead(Settings())


def write_settings(path: Path, settings: Settings) -> None:
    """Store the settings whole or not at all; never a password (`~/.pgpass` and `PGPASSWORD` serve those)."""
    stored = replace(settings, database_url=_without_password(settings.database_url))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(stored), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _settings_from(stored: object) -> Settings:
    """Known fields only, so that a file written by a newer edition is still read."""
    if not isinstance(stored, Mapping):
        raise TypeError("not an object")
    known = {field.name for field in fields(Settings)}
    return Settings(**{name: value for name, value in stored.items() if name in known})


def _without_password(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.password is None:
        return url
    login, _, place = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{login.partition(':')[0]}@{place}"))
