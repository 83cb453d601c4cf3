"""The part of the style sheet for what one types into, ticks or picks from."""

from __future__ import annotations

from roster_app.gui.theme.mark_files import MarkFiles
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import Measures

_BOXES = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QKeySequenceEdit"


def field_sections(meanings: Meanings, measures: Measures, marks: MarkFiles) -> tuple[str, ...]:
    """The sections about fields."""
    return (
        _boxes(meanings, measures),
        _combo_boxes(meanings, measures, marks),
        _spin_boxes(meanings, measures, marks),
        _ticks(meanings, measures, marks),
        _calendar(meanings, measures, marks),
    )


def _boxes(m: Meanings, s: Measures) -> str:
    focus = ", ".join(f"{box.strip()}:focus" for box in _BOXES.split(","))
    wrong = ", ".join(f'{box.strip()}[wrong="true"]' for box in _BOXES.split(","))
    off = ", ".join(f"{box.strip()}:disabled" for box in _BOXES.split(","))
    return f"""
{_BOXES} {{
    background: {m.panel}; color: {m.ink}; border: 1px solid {m.firm_line}; border-radius: {s.radius}px;
    selection-background-color: {m.accent.ink}; selection-color: {m.on_accent};
    placeholder-text-color: {m.hint};
}}
QLineEdit, QComboBox, QAbstractSpinBox, QKeySequenceEdit {{
    min-height: {s.control - 2}px; max-height: {s.control - 2}px; padding: 0 {s.px(9)}px;
}}
QPlainTextEdit, QTextEdit {{ padding: {s.px(5)}px {s.px(6)}px; }}
{focus} {{ border: 1px solid {m.accent.ink}; }}
QTextBrowser {{ border: 1px solid transparent; border-radius: 0; padding: 0; }}
QTextBrowser:focus {{ border: 1px solid {m.accent.ink}; border-radius: 0; }}
{wrong} {{ border: 1px solid {m.act.ink}; }}
{off} {{ color: {m.third}; background: {m.ground}; border-color: {m.line}; }}
QLineEdit[read_only="true"] {{ background: transparent; border-color: transparent; }}
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QAbstractSpinBox {{
    min-height: 0; max-height: 1000px; border-radius: 0; border: 1px solid {m.accent.ink}; padding: 0 {s.px(6)}px;
}}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{
    border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}}
QLineEdit[bare="true"] {{ border: none; background: transparent; padding: 0 {s.px(3)}px; min-height: 0; }}
QLineEdit[search="true"] {{ padding-left: {s.px(3)}px; padding-right: {s.px(3)}px; }}
QLineEdit > QToolButton {{ border: none; background: transparent; padding: 0; }}
"""


def _combo_boxes(m: Meanings, s: Measures, marks: MarkFiles) -> str:
    return f"""
QComboBox {{ padding-right: {s.px(28)}px; combobox-popup: 0; }}
QComboBox:hover {{ background: {m.hover}; }}
QComboBox::drop-down {{ border: none; width: {s.px(28)}px; subcontrol-position: center right; }}
QComboBox::down-arrow {{
    image: url("{marks.icon("chevron-down", m.second)}"); width: {s.px(14)}px; height: {s.px(14)}px;
}}
QComboBox QAbstractItemView, QListView[popup="true"], QListView[framed="true"] {{
    border: 1px solid {m.line}; background: {m.panel};
}}
QComboBox QAbstractItemView {{ padding: {s.tight}px; }}
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {{
    min-height: {s.px(28)}px; padding: 0 {s.near}px; border-radius: {s.chip_radius}px; border: none;
}}
QComboBox QAbstractItemView::item:selected, QListView[popup="true"]::item:selected {{
    background: {m.accent.ground}; color: {m.accent.ink};
}}
"""


def _spin_boxes(m: Meanings, s: Measures, marks: MarkFiles) -> str:
    up, down = marks.icon("chevron-up", m.second), marks.icon("chevron-down", m.second)
    return f"""
QAbstractSpinBox {{ padding-right: {s.px(22)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; background: transparent; width: {s.px(22)}px; subcontrol-origin: border;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: {s.px(3)}px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: {s.px(3)}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {s.px(11)}px; height: {s.px(11)}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {s.px(11)}px; height: {s.px(11)}px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
    background: {m.hover}; border-radius: {s.px(3)}px;
}}
QDateEdit::drop-down, QDateTimeEdit::drop-down {{
    border: none; width: {s.px(28)}px; subcontrol-origin: border; subcontrol-position: center right;
}}
QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{
    image: url("{marks.icon("calendar-days", m.second)}"); width: {s.px(14)}px; height: {s.px(14)}px;
}}
QDateEdit {{ padding-right: {s.px(28)}px; }}
"""


def _ticks(m: Meanings, s: Measures, marks: MarkFiles) -> str:
    side = s.px(16)
    return f"""
QCheckBox, QRadioButton {{ spacing: {s.near}px; background: transparent; min-height: {s.px(24)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {m.third}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: {side - 2}px; height: {side - 2}px; background: {m.panel}; border: 1px solid {m.third};
}}
QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: {s.tight}px; }}
QRadioButton::indicator {{ border-radius: {side // 2}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {m.accent.ink}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{
    border: 2px solid {m.accent.ink}; width: {side - 4}px; height: {side - 4}px;
}}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {m.accent.ink}; border-color: {m.accent.ink}; image: url("{marks.icon("check", m.on_accent)}");
}}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
    background: {m.accent.ink}; border-color: {m.accent.ink}; image: url("{marks.icon("minus", m.on_accent)}");
}}
QRadioButton::indicator:checked {{
    background: {m.accent.ink}; border-color: {m.accent.ink}; image: url("{marks.dot(m.on_accent)}");
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
    background: {m.ground}; border-color: {m.line};
}}
"""


def _calendar(m: Meanings, s: Measures, marks: MarkFiles) -> str:
    back, on = marks.icon("chevron-left", m.second), marks.icon("chevron-right", m.second)
    return f"""
QCalendarWidget {{ background: {m.panel}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {m.panel}; border-bottom: 1px solid {m.line}; }}
QCalendarWidget QToolButton {{
    background: transparent; color: {m.ink}; border: none; border-radius: {s.chip_radius}px;
    padding: {s.tight}px {s.near}px; font-weight: bold; min-height: {s.px(24)}px;
}}
QCalendarWidget QToolButton:hover {{ background: {m.hover}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url("{back}"); }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url("{on}"); }}
QCalendarWidget QAbstractItemView {{
    selection-background-color: {m.accent.ink}; selection-color: {m.on_accent};
    alternate-background-color: {m.panel};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {m.third}; }}
QCalendarWidget QTableView::item {{ padding: 0; border-radius: {s.chip_radius}px; }}
QCalendarWidget QTableView::item:selected {{ background: {m.accent.ink}; color: {m.on_accent}; }}
QCalendarWidget QSpinBox {{ min-height: {s.px(24)}px; }}
"""
