"""What each colour of the window means, in light and in dark, and how a widget finds the meanings it wears.

The palette is the carrier. Qt already hands it down to every widget, popup and style option, and tells each one
when it changes, so nothing else has to be passed around or subscribed to: the theme puts a palette on the
application, and whoever paints asks `meanings_of(self)` or, in a delegate, `meanings_of(option.palette)`. The
palette's Accent colour says which set of meanings it belongs to; a palette the theme did not make (a lone widget in
a test) is read as dark or light by its window colour. Widgets that paint at `paintEvent` therefore change theme by
themselves; those that keep something coloured (an icon in a button) renew it in `changeEvent` on `PaletteChange`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

ToneName = Literal[
    "plain", "accent", "good", "look", "act", "early", "middle", "night", "day", "other", "weekend", "holiday",
    "vacancy", "conflict", "locked", "today", "selection",
]  # fmt: skip

SHIFT_TONES: tuple[ToneName, ...] = ("early", "middle", "night", "day", "other")
"""The hues a shift type may wear, in the order a picker offers them."""


@dataclass(frozen=True, slots=True)
class Tone:
    """An ink and the ground it is read on, as #rrggbb; the pair keeps a contrast of 4.5 : 1."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Meanings:
    """Every colour of one theme, named by what it says. Plain colours are #rrggbb strings."""

    is_dark: bool
    ground: str
    panel: str
    line: str
    faint_line: str
    firm_line: str  # the edge of something one can type into or tick
    hover: str  # a quiet thing under the pointer
    ink: str
    second: str
    hint: str  # the words in an empty field
    third: str  # marks only, never text that must be read
    on_accent: str  # text on a filled button
    accent_hover: str
    accent_pressed: str
    track: str  # the empty part of a bar
    share: str  # the filled part of a bar
    past: str  # what a bar was before
    scrim: str  # laid over the window behind a dialog, #aarrggbb
    plain: Tone
    accent: Tone
    good: Tone
    look: Tone
    act: Tone
    early: Tone
    middle: Tone
    night: Tone
    day: Tone
    other: Tone
    weekend: Tone
    holiday: Tone
    vacancy: Tone
    conflict: Tone
    locked: Tone
    today: Tone
    selection: Tone

    def tone(self, name: str) -> Tone:
        """The tone of that name; `plain` for a name this theme does not know."""
        found = getattr(self, name, None)
        return found if isinstance(found, Tone) else self.plain

    def colour(self, name: str) -> str:
        """The colour of that name: a plain colour, or the ink of a tone; `ink` for an unknown name."""
        found = getattr(self, name, None)
        if isinstance(found, Tone):
            return found.ink
        return found if isinstance(found, str) else self.ink


LIGHT = Meanings(
    is_dark=False,
    ground="#f6f7f9",
    panel="#ffffff",
    line="#e3e6ea",
    faint_line="#eef0f3",
    firm_line="#c3c9d2",
    hover="#f1f3f6",
    ink="#1d2430",
    second="#5b6675",
    hint="#6a7585",
    third="#8a94a3",
    on_accent="#ffffff",
    accent_hover="#1f4fb0",
    accent_pressed="#1a4396",
    track="#e8ebf0",
    share="#8fa8d8",
    past="#b9c2d0",
    scrim="#66141a24",
    plain=Tone("#5b6675", "#ffffff"),
    accent=Tone("#2459c4", "#e8effc"),
    good=Tone("#1f7a4d", "#e5f4ec"),
    look=Tone("#8f5f00", "#fdf3dc"),
    act=Tone("#b42318", "#fdeceb"),
    early=Tone("#6b4a00", "#fff1cf"),
    middle=Tone("#17563a", "#dcefe6"),
    night=Tone("#2b3a86", "#dfe3f8"),
    day=Tone("#0f5563", "#d8eff3"),
    other=Tone("#5b2a86", "#efe2f9"),
    weekend=Tone("#1d2430", "#f1f3f6"),
    holiday=Tone("#b42318", "#fdeeee"),
    vacancy=Tone("#b42318", "#fdeceb"),
    conflict=Tone("#b42318", "#fdeceb"),
    locked=Tone("#5b6675", "#ffffff"),
    today=Tone("#2459c4", "#e8effc"),
    selection=Tone("#1d2430", "#e8effc"),
)

DARK = Meanings(
    is_dark=True,
    ground="#14171c",
    panel="#1b1f26",
    line="#2c323c",
    faint_line="#242a33",
    firm_line="#4a5361",
    hover="#242a33",
    ink="#e8ebf0",
    second="#a7b0be",
    hint="#929cab",
    third="#78828f",
    on_accent="#14171c",
    accent_hover="#94b7ff",
    accent_pressed="#a9c5ff",
    track="#2c323c",
    share="#5a7abf",
    past="#59626f",
    scrim="#99080a0d",
    plain=Tone("#a7b0be", "#1b1f26"),
    accent=Tone("#7aa5ff", "#22314f"),
    good=Tone("#6fcf9b", "#1c3328"),
    look=Tone("#e6b450", "#3a2f17"),
    act=Tone("#ff8a80", "#402321"),
    early=Tone("#f3d58a", "#473a19"),
    middle=Tone("#a6dfc3", "#1f3d30"),
    night=Tone("#b9c5ff", "#2a3159"),
    day=Tone("#9adbe6", "#1a3e46"),
    other=Tone("#dcb8f7", "#3d2752"),
    weekend=Tone("#e8ebf0", "#20252d"),
    holiday=Tone("#ff8a80", "#33211f"),
    vacancy=Tone("#ff8a80", "#402321"),
    conflict=Tone("#ff8a80", "#402321"),
    locked=Tone("#a7b0be", "#1b1f26"),
    today=Tone("#7aa5ff", "#22314f"),
    selection=Tone("#e8ebf0", "#22314f"),
)


def meanings_of(wearer: QWidget | QPalette) -> Meanings:
    """The meanings that this widget (or the palette handed to a delegate) wears."""
    palette = wearer.palette() if isinstance(wearer, QWidget) else wearer
    accent = palette.color(QPalette.ColorRole.Accent).name()
    for meanings in (LIGHT, DARK):
        if accent == meanings.accent.ink:
            return meanings
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
