"""One talk with the engine's process: something is sent down, what comes up is heard, and the end is never missed."""

import logging
import time
from collections.abc import Callable
from typing import Protocol

from roster_app.engine.breathing import pickled
from roster_app.engine.serving import Stop

_log = logging.getLogger(__name__)

_PATIENCE = 2.0
"""Seconds between the wish to stop and the end by force."""
_GRACE = 20.0
"""Seconds beyond its limit that the process may need to end by itself."""
_LOOK_EVERY = 0.05


class Pipe(Protocol):
    """The part of a connection that a talk needs."""

    def send(self, message: object) -> None: ...

    def send_bytes(self, message: bytes) -> None: ...

    def poll(self, timeout: float) -> bool: ...

    def recv(self) -> object: ...


class Talk:
    """Heard on the thread that calls `until`."""

    def __init__(self, pipe: Pipe, seconds: float, stop_wanted: Callable[[], bool]) -> None:
        self._pipe, self._stop_wanted = pipe, stop_wanted
        self._deadline = time.monotonic() + seconds + _GRACE
        self._told_to_stop = False
        self.ended = False
        """Whether the process has ended its work by itself and waits for the next."""

    def until(self, job: object, is_last: Callable[[object], bool], hear: Callable[[object], None]) -> object | None:
        """Send the job and pass on what is told until the last message, which is returned.

        Nothing is returned where the process has died, or did not end in time.
        """
        try:
            self._pipe.send_bytes(pickled(job))
            while time.monotonic() < self._deadline:
                self._pass_on_the_wish_to_stop()
                if self._pipe.poll(_LOOK_EVERY):
                    message = self._pipe.recv()
                    if is_last(message):
                        self.ended = True
                        return message
                    hear(message)
        except (EOFError, OSError):
            _log.warning("the engine's process ended by itself")
        return None

    def _pass_on_the_wish_to_stop(self) -> None:
        if self._stop_wanted() and not self._told_to_stop:
            self._told_to_stop = True
            self._pipe.send(Stop())
            self._deadline = time.monotonic() + _PATIENCE
