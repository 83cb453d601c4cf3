"""Every text can be read on its ground, in both themes, and a widget knows which theme it wears."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette

from roster_app.gui.theme import palette_of
from roster_app.gui.widgets.meanings import DARK, LIGHT, SHIFT_TONES, Meanings, Tone, meanings_of

READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3
SURFACES = ("ground", "panel", "hover", "weekend", "holiday", "selection")
TONES = tuple(field.name for field in fields(Meanings) if isinstance(getattr(LIGHT, field.name), Tone))

both = pytest.mark.parametrize("meanings", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ground(meanings: Meanings, name: str) -> str:
    found = getattr(meanings, name)
    return found.ground if isinstance(found, Tone) else found


def test_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@both
@pytest.mark.parametrize("tone", TONES)
def test_the_ink_of_a_tone_is_readable_on_its_ground(meanings: Meanings, tone: str) -> None:
    pair = meanings.tone(tone)
    assert contrast(pair.ink, pair.ground) >= READABLE


@both
@pytest.mark.parametrize("surface", [*SURFACES, *TONES])
@pytest.mark.parametrize("ink", ["ink", "second"])
def test_ordinary_text_is_readable_everywhere(meanings: Meanings, ink: str, surface: str) -> None:
    assert contrast(getattr(meanings, ink), ground(meanings, surface)) >= READABLE


@both
@pytest.mark.parametrize("surface", ["ground", "panel"])
@pytest.mark.parametrize("tone", ["accent", "good", "look", "act", *SHIFT_TONES])
def test_coloured_words_are_readable_on_a_page(meanings: Meanings, tone: str, surface: str) -> None:
    assert contrast(meanings.tone(tone).ink, ground(meanings, surface)) >= READABLE


@both
def test_words_on_filled_buttons_and_in_empty_fields_are_readable(meanings: Meanings) -> None:
    for filled in (meanings.accent.ink, meanings.accent_hover, meanings.accent_pressed):
        assert contrast(meanings.on_accent, filled) >= READABLE
    assert contrast(meanings.hint, meanings.panel) >= READABLE


@both
def test_marks_stand_out_from_the_panel(meanings: Meanings) -> None:
    """Success criterion 1.4.11 asks 3 : 1 of what has to be seen to be used."""
    assert contrast(meanings.third, meanings.panel) >= 3


@both
def test_a_palette_carries_its_meanings(meanings: Meanings) -> None:
    assert meanings_of(palette_of(meanings)) is meanings


@pytest.mark.parametrize(("window", "expected"), [("#101010", DARK), ("#efefef", LIGHT)])
def test_a_strange_palette_is_read_by_its_window_colour(window: str, expected: Meanings) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Accent, QColor("#ff00ff"))
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    assert meanings_of(palette) is expected


def test_unknown_names_fall_back_to_the_plain_ones() -> None:
    assert LIGHT.tone("nobody") == LIGHT.plain
    assert LIGHT.tone("ground") == LIGHT.plain
    assert LIGHT.colour("nobody") == LIGHT.ink
    assert LIGHT.colour("act") == LIGHT.act.ink
    assert LIGHT.colour("third") == LIGHT.third
