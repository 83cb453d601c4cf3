"""What the window tells the person: a message with its ways out, and the last step for the status bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

MessageTone = Literal["plain", "good", "look", "act"]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button beside a message: what it says and what it does."""

    text: str
    take: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in the message bar. Good and plain ones go away by themselves, the others stay until answered."""

    text: str
    tone: MessageTone = "plain"
    ways_out: tuple[WayOut, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it waits for the person."""
        return self.tone in ("look", "act")


class Messages(QObject):
    """Where pages, dialogs and errors leave their sentences; whoever has a message bar shows them."""

    told = Signal(object)  # a Message to show now
    withdrawn = Signal()  # the message shown is no longer true
    step_told = Signal(str)  # the last step, in a few words

    def tell(self, text: str, tone: MessageTone = "plain", *ways_out: WayOut) -> None:
        """Show a sentence."""
        self.told.emit(Message(text, tone, ways_out))

    def withdraw(self) -> None:
        """Take away what is shown, because it is settled."""
        self.withdrawn.emit()

    def tell_step(self, text: str) -> None:
        """Name the step that was just stored: 第3步：区志明 → 横岗 4/16 早 负责人."""
        self.step_told.emit(text)
