"""The keys of a grid of days that are more than moving about, and what each asks for."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key, _Standard = Qt.Key, QKeySequence.StandardKey
_WITH_THESE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Wish(Enum):
    """What a key asks for."""

    PICK = "pick"
    CLEAR = "clear"
    LOCK = "lock"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    TODAY = "today"
    BACK = "back"
    ON = "on"
    LEAVE = "leave"


_PLAIN = {
    _Key.Key_Return: Wish.PICK,
    _Key.Key_Enter: Wish.PICK,
    _Key.Key_Delete: Wish.CLEAR,
    _Key.Key_Backspace: Wish.CLEAR,
    _Key.Key_Space: Wish.LOCK,
    _Key.Key_Home: Wish.TODAY,
    _Key.Key_PageUp: Wish.BACK,
    _Key.Key_PageDown: Wish.ON,
    _Key.Key_Escape: Wish.LEAVE,
}
_STANDARD = {_Standard.Copy: Wish.COPY, _Standard.Cut: Wish.CUT, _Standard.Paste: Wish.PASTE}


def wish_of(event: QKeyEvent) -> tuple[Wish, str] | None:
    """The wish and what has been typed with it; None for keys that move or mean nothing here."""
    plain = not event.modifiers() & ~_WITH_THESE
    if plain and event.key() in _PLAIN:
        return _PLAIN[_Key(event.key())], ""
    for keys, wish in _STANDARD.items():
        if event.matches(keys):
            return wish, ""
    typed = event.text()
    return (Wish.PICK, typed) if plain and typed.strip() and typed.isprintable() else None
