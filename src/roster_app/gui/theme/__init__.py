"""How the window looks: palette, fonts and style sheet of the light and the dark theme, made from the meanings."""

from roster_app.gui.theme.appearance import Appearance, ThemePreference
from roster_app.gui.theme.fonts import body_font, load_fonts
from roster_app.gui.theme.palette import palette_of
from roster_app.gui.theme.style_sheet import style_sheet

__all__ = ["Appearance", "ThemePreference", "body_font", "load_fonts", "palette_of", "style_sheet"]
