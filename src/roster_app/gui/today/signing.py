"""Sign-in and sign-out on the board: by a click on a row, by a scan or a name, for somebody who stands in, and undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.domain.attendance.entries import Attendee, Entry
from roster_app.domain.attendance.tokens import volunteer_of
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.names import name_key
from roster_app.gui.messages import MessageAction
from roster_app.gui.shell import Shell
from roster_app.gui.today.board_rows import BoardRow
from roster_app.gui.today.reading import Now
from roster_app.i18n import _
from roster_app.services.attendance import AtDuty, ByPerson, ByToken, Entered, Where


class Signing(QObject):
    """Stores at once and tells what was stored, with the way back."""

    stored = Signal(object)  # the Changes

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def click(self, row: BoardRow) -> None:
        """What the row says a click does."""
        if row.duty_id is None or not row.signs:
            return
        if row.signs == "in":
            self._sign_in(AtDuty(row.duty_id), row.name)
        else:
            self._sign_out(AtDuty(row.duty_id), row.name, row.who)

    def stand_in(self, duty_id: DutyId, now: Now, words: str) -> None:
        """Somebody else is there in the place of the holder; nobody's name is somebody in no list."""
        found = people_named(now, words)
        if len(found) > 1:
            self._several(words)
        elif words.strip():
            who = Attendee(found[0]) if found else Attendee(None, " ".join(words.split()))
            self._sign_in(AtDuty(duty_id), words.strip(), who)

    def scan(self, text: str, now: Now) -> bool:
        """A badge or a name: in who is not signed in, out who is; whether it was somebody's."""
        scanned = volunteer_of(text)
        if scanned is not None and scanned in now.directory.volunteer:
            return self._turn(scanned, ByToken(text), now)
        found = people_named(now, text)
        if len(found) == 1:
            return self._turn(found[0], ByPerson(found[0]), now)
        if found:
            self._several(text)
        else:
            words = _("“{text}” is no badge and nobody's name. Scan again, or click on the row of the duty.")
            self._shell.messages.tell(words.format(text=text.strip()), "act")
        return False

    def undo(self) -> None:
        """Take back what was entered last at this desk."""
        attendance, team_id = self._shell.services.attendance, self._shell.team_id

        def tell(made: Entered) -> None:
            self._shell.messages.tell(_("Taken back."))
            self.stored.emit(made.changes)

        self._shell.errors.attempt(partial(attendance.undo_last, team_id), tell)

    def _turn(self, volunteer_id: VolunteerId, where: Where, now: Now) -> bool:
        name = now.directory.name[volunteer_id]
        is_here = any(one.who.volunteer_id == volunteer_id for one in now.board.on)
        return self._sign_out(where, name, None) if is_here else self._sign_in(where, name)

    def _sign_in(self, where: Where, name: str, who: Attendee | None = None) -> bool:
        deed = partial(self._shell.services.attendance.sign_in, self._shell.team_id, where, who)
        return self._attempt(deed, lambda entry: _in_words(entry, name))

    def _sign_out(self, where: Where, name: str, who: Attendee | None) -> bool:
        deed = partial(self._shell.services.attendance.sign_out, self._shell.team_id, where, who)
        return self._attempt(deed, lambda entry: _out_words(entry, name))

    def _attempt(self, deed: Callable[[], Entered], words: Callable[[Entry], str]) -> bool:
        def tell(made: Entered) -> None:
            told = words(made.entries[-1])
            self._shell.messages.tell(told, "info", MessageAction(_("Undo"), self.undo))
            self._shell.messages.tell_step(told)
            self.stored.emit(made.changes)

        return self._shell.errors.attempt(deed, tell)

    def _several(self, words: str) -> None:
        told = _("Several volunteers are called {name}. Write the name with the unit, as the lists show it.")
        self._shell.messages.tell(told.format(name=words.strip()), "act")


def people_named(now: Now, words: str) -> list[VolunteerId]:
    """The volunteers of a name, written with or without what tells namesakes apart."""
    key, names = name_key(words), now.directory.name
    return [v.id for v in now.directory.volunteers if key and key in (name_key(names[v.id]), name_key(v.name))]


def _in_words(entry: Entry, name: str) -> str:
    return _("{name} signed in at {clock}").format(name=name, clock=f"{entry.facts.came:%H:%M}")


def _out_words(entry: Entry, name: str) -> str:
    return _("{name} signed out at {clock}").format(name=name, clock=f"{entry.facts.left:%H:%M}")
