"""The lowest shelf of the window: widgets that know no application and no domain; plain values in, signals out.

Whoever builds a page finds everything public here. Colours come from the palette (`meanings_of`), lengths from the
font (`measures_of`), so every widget follows a change of theme or text size while it is on screen.
"""

from roster_app.gui.widgets.banner import Banner
from roster_app.gui.widgets.busy import BusyOverlay, BusyStrip
from roster_app.gui.widgets.buttons import (
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SuggestedButton,
)
from roster_app.gui.widgets.caption_header import CaptionHeader, HeaderRole
from roster_app.gui.widgets.card import Card, StatTile
from roster_app.gui.widgets.chip import Chip, Dot, KeyHint
from roster_app.gui.widgets.date_range import DateField, DateRangeField
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.empty_state import EmptyState
from roster_app.gui.widgets.flow_layout import FlowLayout
from roster_app.gui.widgets.form import Form, FormRow, InlineError
from roster_app.gui.widgets.frozen_table import FrozenTableView, dress_table
from roster_app.gui.widgets.hour_bar import HourBar
from roster_app.gui.widgets.hour_spans import HourSpan
from roster_app.gui.widgets.icons import Glyph, icon, paint_icon
from roster_app.gui.widgets.labels import ElidingLabel, Hairline, SectionTitle, TextLabel
from roster_app.gui.widgets.line_chart import LineChart
from roster_app.gui.widgets.meanings import SHIFT_TONES, Meanings, Tone, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.message_bar import Message, MessageAction, MessageBar
from roster_app.gui.widgets.meter_bar import MeterBar, paint_meter
from roster_app.gui.widgets.minute_field import MinuteField
from roster_app.gui.widgets.minute_text import minutes_of_text, text_of_minutes
from roster_app.gui.widgets.navigation_bar import NavigationBar
from roster_app.gui.widgets.number_field import ChoiceField, NumberField
from roster_app.gui.widgets.page_header import PageHeader
from roster_app.gui.widgets.painting import elided, hairline, hatching, paint_text, rounded_box, smooth, text_width
from roster_app.gui.widgets.pill import Pill, PillRow
from roster_app.gui.widgets.row_delegate import RowDelegate, RowRole
from roster_app.gui.widgets.search_field import SearchField
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.gui.widgets.side_panel import PanelSplitter, SidePanel
from roster_app.gui.widgets.status_bar import StatusBar
from roster_app.gui.widgets.swatches import ColourSwatchPicker
from roster_app.gui.widgets.token_edit import TokenEdit

__all__ = [
    "SHIFT_TONES",
    "Banner",
    "BusyOverlay",
    "BusyStrip",
    "CaptionHeader",
    "Card",
    "Chip",
    "ChoiceField",
    "ColourSwatchPicker",
    "DangerButton",
    "DateField",
    "DateRangeField",
    "Dot",
    "ElidingLabel",
    "EmptyState",
    "FlowLayout",
    "Form",
    "FormRow",
    "FrozenTableView",
    "Glyph",
    "Hairline",
    "HeaderRole",
    "HourBar",
    "HourSpan",
    "IconButton",
    "InlineError",
    "KeyHint",
    "LineChart",
    "LinkButton",
    "Meanings",
    "Measures",
    "Message",
    "MessageAction",
    "MessageBar",
    "MeterBar",
    "MinuteField",
    "NavigationBar",
    "NumberField",
    "PageHeader",
    "PanelDialog",
    "PanelSplitter",
    "Pill",
    "PillRow",
    "PrimaryButton",
    "QuietButton",
    "RowDelegate",
    "RowRole",
    "SearchField",
    "SectionTitle",
    "SegmentedControl",
    "SidePanel",
    "StatTile",
    "StatusBar",
    "SuggestedButton",
    "TextLabel",
    "TokenEdit",
    "Tone",
    "dress_table",
    "elided",
    "hairline",
    "hatching",
    "icon",
    "meanings_of",
    "measures_of",
    "minutes_of_text",
    "paint_icon",
    "paint_meter",
    "paint_text",
    "rounded_box",
    "smooth",
    "text_font",
    "text_of_minutes",
    "text_width",
]
