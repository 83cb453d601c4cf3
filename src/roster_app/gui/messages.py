"""What the window tells the person: a message with its ways out, and the last step for the status bar."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from roster_app.gui.widgets.message_bar import Message, MessageAction, MessageKind

__all__ = ["Message", "MessageAction", "MessageKind", "Messages", "Tells"]


class Tells(Protocol):
    """Whatever a sentence can be told to: the window's messages, or the message bar of a dialog."""

    def tell(self, text: str, kind: MessageKind = "info", *actions: MessageAction) -> object: ...


class Messages(QObject):
    """Where pages and errors leave their sentences; the window shows them."""

    told = Signal(object)  # a Message to show now
    settled = Signal()  # what was told is no longer true
    step_told = Signal(str)  # the last step, in a few words

    def tell(self, text: str, kind: MessageKind = "info", *actions: MessageAction) -> None:
        """Show a sentence in the message bar of the window; warnings stay until they are answered."""
        self.told.emit(Message(text, kind, actions))

    def settle(self) -> None:
        """Take away what is shown, because it is settled."""
        self.settled.emit()

    def tell_step(self, text: str) -> None:
        """Name the step that was just stored: 第3步：区志明 → 横岗 4/16 早 负责人."""
        self.step_told.emit(text)
