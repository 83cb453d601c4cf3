"""The fields that name a database: a file, or a place on a PostgreSQL server."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.widgets.buttons import QuietButton
from roster_app.gui.widgets.form import Form, FormRow
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.number_field import NumberField
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import _

_PORT = 5432


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A database on a PostgreSQL server. The password is for this session only and is never stored."""

    server: str = ""
    port: int = _PORT
    name: str = "roster"
    login: str = ""
    password: str = ""

    @property
    def url(self) -> str:
        """The address with the password, as the database is opened by."""
        login = quote(self.login, safe="")
        if self.password:
            login += ":" + quote(self.password, safe="")
        at = f"{login}@" if login else ""
        return f"postgresql+psycopg://{at}{self.server}:{self.port}/{quote(self.name, safe='')}"

    def with_password(self, password: str) -> ServerPlace:
        """The same place, entered with this password; an empty one gives the address that may be shown."""
        return replace(self, password=password)

    @classmethod
    def of_url(cls, url: str) -> ServerPlace:
        """What an address says; the defaults for what it leaves out."""
        parts = urlsplit(url)
        return cls(
            parts.hostname or "",
            parts.port or _PORT,
            unquote(parts.path.lstrip("/")) or "roster",
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )


def is_server(url: str) -> bool:
    """Whether the address leads to a server."""
    return url.startswith("postgresql")


def url_of_file(path: Path) -> str:
    """The address of a database file."""
    return f"sqlite:///{path.as_posix()}"


def file_of_url(url: str) -> str:
    """The file of an address; empty for a server."""
    return "" if is_server(url) else url.partition("://")[2].removeprefix("/")


class DatabaseFields(QWidget):
    """A switch between file and server, and the fields of the chosen kind."""

    changed = Signal()  # anything was written or chosen

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        place = ServerPlace.of_url(url) if is_server(url) else ServerPlace()
        kinds = [("file", _("A file on this computer")), ("server", _("A PostgreSQL server"))]
        self._kind = SegmentedControl(kinds, _("Kind of database"))
        self._path = QLineEdit(file_of_url(url))
        self._server = QLineEdit(place.server)
        self._port = NumberField(place.port, 1, 65535)
        self._name = QLineEdit(place.name)
        self._login = QLineEdit(place.login)
        self._password = QLineEdit(place.password)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._stack = QStackedWidget()
        self._build()
        self._kind.choose("server" if is_server(url) else "file")
        self._show_kind()

    def url(self) -> str | None:
        """The address; nothing where something is missing, and the field says so."""
        if self._kind.choice == "file":
            return self._file_url()
        if not self._server.text().strip():
            self._server_row.show_error(_("Write the server's name or address."))
            self._server.setFocus()
            return None
        return ServerPlace(
            self._server.text().strip(),
            self._port.value(),
            self._name.text().strip() or "roster",
            self._login.text().strip(),
            self._password.text(),
        ).url

    def _file_url(self) -> str | None:
        written = self._path.text().strip()
        path = Path(written).expanduser()
        if not written or not path.is_absolute() or path.is_dir():
            self._path_row.show_error(_("Choose a file; it is made if there is none."))
            self._path.setFocus()
            return None
        return url_of_file(path)

    def _build(self) -> None:
        file_form, server_form = Form(), Form()
        browse = QuietButton(_("Browse …"), "folder-open")
        browse.clicked.connect(self._on_browse)
        self._path_row: FormRow = file_form.add(_("&File"), self._path, _("It is made if there is none."))
        file_form.add_wide(_at_left(browse))
        self._server_row: FormRow = server_form.add(_("&Server"), self._server)
        server_form.add(_("&Port"), self._port)
        server_form.add(_("&Database"), self._name)
        server_form.add(_("&Login"), self._login)
        server_form.add(_("Pass&word"), self._password, _("Asked for again next time; it is not stored."))
        for form in (file_form, server_form):
            self._stack.addWidget(_at_top(form))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).apart)
        column.addWidget(self._kind)
        column.addWidget(self._stack)
        self.setFocusProxy(self._path)
        self._kind.chosen.connect(self._show_kind)
        for field in (self._path, self._server, self._name, self._login, self._password):
            field.textEdited.connect(self._on_edited)
        self._port.valueChanged.connect(self._on_edited)

    def _show_kind(self) -> None:
        self._stack.setCurrentIndex(0 if self._kind.choice == "file" else 1)
        self._on_edited()

    def _on_edited(self) -> None:
        for row in (self._path_row, self._server_row):
            row.show_error("")
        self.changed.emit()

    def _on_browse(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("A database file"),
            self._path.text(),
            _("Databases (*.db)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._path.setText(chosen)
            self._on_edited()


def _at_top(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder


def _at_left(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder
