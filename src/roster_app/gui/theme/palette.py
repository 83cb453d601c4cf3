"""The palette of a theme: Qt's roles filled from the meanings."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from roster_app.gui.widgets.meanings import Meanings

_Role = QPalette.ColorRole


def palette_of(meanings: Meanings) -> QPalette:
    """The palette that carries these meanings; its Accent role is what `meanings_of` knows them by."""
    palette = QPalette()
    for role, colour in _roles(meanings).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(meanings.third))
    return palette


def _roles(meanings: Meanings) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: meanings.ground,
        _Role.WindowText: meanings.ink,
        _Role.Base: meanings.panel,
        _Role.AlternateBase: meanings.weekend.ground,
        _Role.Text: meanings.ink,
        _Role.PlaceholderText: meanings.hint,
        _Role.Button: meanings.panel,
        _Role.ButtonText: meanings.ink,
        _Role.BrightText: meanings.act.ink,
        _Role.ToolTipBase: meanings.panel,
        _Role.ToolTipText: meanings.ink,
        _Role.Highlight: meanings.selection.ground,
        _Role.HighlightedText: meanings.selection.ink,
        _Role.Accent: meanings.accent.ink,
        _Role.Link: meanings.accent.ink,
        _Role.LinkVisited: meanings.accent.ink,
        _Role.Light: meanings.panel,
        _Role.Midlight: meanings.faint_line,
        _Role.Mid: meanings.line,
        _Role.Dark: meanings.firm_line,
        _Role.Shadow: meanings.firm_line,
    }
