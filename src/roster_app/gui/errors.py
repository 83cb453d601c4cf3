"""What goes wrong, in three kinds: a refusal, a circumstance of the world, a bug of ours."""

from __future__ import annotations

import enum
import errno
from collections.abc import Callable
from functools import partial
from logging import getLogger
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.gui.messages import MessageAction, MessageKind, Tells
from roster_app.i18n import _

_log = getLogger(__name__)
T = TypeVar("T")


class ErrorKind(enum.Enum):
    """REFUSAL: the rules say no. CIRCUMSTANCE: disk, network, a locked file. BUG: our own fault."""

    REFUSAL = "refusal"
    CIRCUMSTANCE = "circumstance"
    BUG = "bug"


_CIRCUMSTANCES = frozenset(
    {
        ErrorCode.FILE_MISSING,
        ErrorCode.DATABASE_UNREACHABLE,
        ErrorCode.DATABASE_BUSY,
        ErrorCode.FOLDER_NOT_WRITABLE,
    }
)


def kind_of(error: BaseException) -> ErrorKind:
    """Which of the three an exception is."""
    if isinstance(error, DomainError):
        return ErrorKind.CIRCUMSTANCE if error.code in _CIRCUMSTANCES else ErrorKind.REFUSAL
    return ErrorKind.CIRCUMSTANCE if isinstance(error, OSError) else ErrorKind.BUG


def sentence_of(error: BaseException) -> str:
    """A refusal or a circumstance in words."""
    if isinstance(error, DomainError):
        from roster_app.services.words import sentence_of_error

        return sentence_of_error(error)
    if isinstance(error, OSError):
        reason = _reason(error)
        return _("{name}: {reason}").format(name=error.filename, reason=reason) if error.filename else reason
    return str(error)


def _reason(error: OSError) -> str:
    """What the system says, in the language of the window where it is one of the usual reasons."""
    usual = {
        errno.EACCES: _("no permission, or another program has it open"),
        errno.EPERM: _("no permission, or another program has it open"),
        errno.ENOENT: _("it is not there any more"),
        errno.ENOSPC: _("the disk is full"),
        errno.EROFS: _("it can only be read, not written"),
        errno.EISDIR: _("it is a folder"),
        errno.ETIMEDOUT: _("the network does not answer"),
        errno.EHOSTUNREACH: _("the network does not answer"),
        errno.ENETUNREACH: _("the network does not answer"),
    }
    return usual.get(error.errno or 0) or error.strerror or str(error)


class Errors(QObject):
    """The way every error takes to the person."""

    bug_met = Signal(object)  # the exception; the application shows its report
    refused = Signal(object)  # a refusal or circumstance that has just been told

    def __init__(self, messages: Tells, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def report(
        self,
        error: BaseException,
        *,
        retry: Callable[[], object] | None = None,
        way_out: MessageAction | None = None,
        messages: Tells | None = None,
    ) -> None:
        """Tell an error in the way of its kind; `messages` is where, if not in the window's own message bar."""
        kind = kind_of(error)
        if kind is ErrorKind.BUG:
            _log.error("a bug", exc_info=error)
            self.bug_met.emit(error)
            return
        _log.info("%s: %s", kind.value, error.code.value if isinstance(error, DomainError) else type(error).__name__)
        ways = [way_out] if way_out else []
        if kind is ErrorKind.CIRCUMSTANCE and retry is not None:
            ways.append(MessageAction(_("Try again"), retry))
        tone: MessageKind = "look" if kind is ErrorKind.CIRCUMSTANCE else "act"
        (messages or self._messages).tell(sentence_of(error), tone, *ways)
        self.refused.emit(error)

    def attempt(
        self,
        use_case: Callable[[], T],
        then: Callable[[T], object],
        *,
        way_out: MessageAction | None = None,
        messages: Tells | None = None,
        on_refused: Callable[[Exception], bool] | None = None,
    ) -> bool:
        """Call a quick use case here and now, and `then` with its answer; whether it was not refused.

        `on_refused` is asked before a refusal is told, and answers whether it has dealt with it.
        """
        try:
            answer = use_case()
        except (DomainError, OSError) as error:
            if on_refused is None or not on_refused(error):
                again = partial(self.attempt, use_case, then, way_out=way_out, messages=messages, on_refused=on_refused)
                self.report(error, retry=again, way_out=way_out, messages=messages)
            return False
        then(answer)
        return True
