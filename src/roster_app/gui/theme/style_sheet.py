"""The style sheet of a theme: one short section a family of controls, written from meanings and measures."""

from __future__ import annotations

from roster_app.gui.theme.mark_files import MarkFiles
from roster_app.gui.theme.style_sheet_fields import field_sections
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import Measures


def style_sheet(meanings: Meanings, measures: Measures, marks: MarkFiles) -> str:
    """The whole sheet; the application gets it once and again at each change of theme or text size."""
    sections = (
        _texts(meanings, measures),
        _buttons(meanings, measures),
        *field_sections(meanings, measures, marks),
        _views(meanings, measures),
        _scroll_bars(meanings, measures),
        _menus(meanings, measures, marks),
        _frames(meanings, measures),
        _tabs(meanings, measures),
    )
    return "\n".join(sections)


def _texts(m: Meanings, s: Measures) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[text_role="title"] {{ font-size: {s.px(18)}px; font-weight: bold; color: {m.ink}; }}
QLabel[text_role="card"] {{ font-size: {s.px(16)}px; font-weight: bold; color: {m.ink}; }}
QLabel[text_role="heading"] {{ font-weight: bold; color: {m.ink}; }}
QLabel[text_role="figure"] {{ font-size: {s.px(22)}px; font-weight: bold; color: {m.ink}; }}
QLabel[text_role="second"] {{ font-size: {s.px(12)}px; color: {m.second}; }}
QLabel[text_role="quiet"] {{ color: {m.second}; }}
QLabel[text_role="dense"] {{ font-size: {s.px(11)}px; color: {m.second}; }}
QLabel[text_role="error"] {{ font-size: {s.px(12)}px; color: {m.act.ink}; }}
QLabel[tone="good"] {{ color: {m.good.ink}; }}
QLabel[tone="look"] {{ color: {m.look.ink}; }}
QLabel[tone="act"] {{ color: {m.act.ink}; }}
QLabel[tone="accent"] {{ color: {m.accent.ink}; }}
QLabel:disabled {{ color: {m.third}; }}
QToolTip {{
    background: {m.panel}; color: {m.ink}; border: 1px solid {m.line};
    padding: {s.px(2)}px {s.px(4)}px; font-size: {s.px(12)}px;
}}
"""


def _buttons(m: Meanings, s: Measures) -> str:
    return f"""
QPushButton {{
    background: {m.panel}; color: {m.ink}; border: 1px solid {m.line}; border-radius: {s.radius}px;
    min-height: {s.control - 2}px; padding: 0 {s.px(12)}px;
}}
QPushButton:hover {{ background: {m.hover}; }}
QPushButton:pressed {{ background: {m.line}; }}
QPushButton:focus {{ border: 1px solid {m.accent.ink}; }}
QPushButton:disabled {{ color: {m.third}; background: transparent; }}
QPushButton[kind="primary"], QDialogButtonBox QPushButton:default {{
    background: {m.accent.ink}; color: {m.on_accent}; border: 1px solid {m.accent.ink}; font-weight: bold;
    padding: 0 {s.px(13)}px;
}}
QPushButton[kind="primary"]:hover {{ background: {m.accent_hover}; border-color: {m.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {m.accent_pressed}; border-color: {m.accent_pressed}; }}
QPushButton[kind="primary"]:focus {{
    border: 2px solid {m.ink}; padding: 0 {s.px(13) - 1}px; min-height: {s.control - 4}px;
}}
QPushButton[kind="primary"]:disabled {{ background: {m.track}; color: {m.third}; border-color: {m.track}; }}
QPushButton[kind="suggested"] {{ color: {m.accent.ink}; border-color: {m.accent.ink}; font-weight: bold; }}
QPushButton[kind="suggested"]:hover {{ background: {m.accent.ground}; }}
QPushButton[kind="suggested"]:focus {{ background: {m.accent.ground}; }}
QPushButton[kind="danger"] {{ color: {m.act.ink}; }}
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:focus {{
    background: {m.act.ground}; border-color: {m.act.ink};
}}
QPushButton[kind="suggested"]:disabled, QPushButton[kind="danger"]:disabled {{
    color: {m.third}; border-color: {m.line};
}}
QPushButton[kind="link"] {{
    background: transparent; border: none; color: {m.accent.ink}; padding: 0 {s.px(4)}px; min-height: {s.px(22)}px;
}}
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{
    text-decoration: underline; background: {m.accent.ground};
}}
QPushButton[small="true"] {{ min-height: {s.small_control - 2}px; padding: 0 {s.px(9)}px; font-size: {s.px(12)}px; }}
QPushButton[small="true"][kind="primary"]:focus {{ min-height: {s.small_control - 4}px; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _views(m: Meanings, s: Measures) -> str:
    return f"""
QAbstractItemView {{
    background: {m.panel}; color: {m.ink}; border: none; outline: none; gridline-color: {m.faint_line};
    selection-background-color: {m.selection.ground}; selection-color: {m.selection.ink};
}}
QAbstractItemView:disabled {{ color: {m.third}; }}
QListView::item, QTreeView::item {{ min-height: {s.px(30)}px; padding: 0 {s.near}px; border: none; }}
QTableView::item {{ padding: 0 {s.near}px; border: none; }}
QListView::item:hover, QTreeView::item:hover {{ background: {m.hover}; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {m.selection.ground}; color: {m.selection.ink};
}}
QHeaderView {{ background: {m.panel}; border: none; }}
QHeaderView::section {{
    background: {m.panel}; color: {m.second}; border: none; border-bottom: 1px solid {m.line};
    padding: 0 {s.px(11)}px; font-size: {s.px(12)}px; font-weight: normal; min-height: {s.px(34)}px;
}}
QTableCornerButton::section {{ background: {m.panel}; border: none; border-bottom: 1px solid {m.line}; }}
"""


def _scroll_bars(m: Meanings, s: Measures) -> str:
    breadth, inset = s.px(10), s.px(2)
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {breadth}px; }}
QScrollBar:horizontal {{ height: {breadth}px; }}
QScrollBar::handle {{ background: {m.firm_line}; border-radius: {s.px(3)}px; margin: {inset}px; }}
QScrollBar::handle:vertical {{ min-height: {s.px(36)}px; }}
QScrollBar::handle:horizontal {{ min-width: {s.px(36)}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {m.third}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def _menus(m: Meanings, s: Measures, marks: MarkFiles) -> str:
    return f"""
QMenu {{ background: {m.panel}; color: {m.ink}; border: 1px solid {m.line}; padding: {s.tight}px; }}
QMenu::item {{
    padding: {s.px(6)}px {s.px(24)}px {s.px(6)}px {s.px(10)}px; border-radius: {s.chip_radius}px;
    border: 1px solid transparent;
}}
QMenu::item:selected {{ background: {m.accent.ground}; color: {m.accent.ink}; }}
QMenu::item:disabled {{ color: {m.third}; background: transparent; }}
QMenu::icon {{ padding-left: {s.near}px; }}
QMenu::separator {{ height: 1px; background: {m.faint_line}; margin: {s.tight}px {s.near}px; }}
QMenu::indicator {{ width: {s.px(14)}px; height: {s.px(14)}px; left: {s.px(6)}px; }}
QMenu::indicator:checked {{ image: url("{marks.icon("check", m.accent.ink)}"); }}
QMenu::right-arrow {{
    image: url("{marks.icon("chevron-right", m.second)}"); width: {s.px(14)}px; height: {s.px(14)}px;
}}
QMenuBar {{ background: {m.panel}; color: {m.ink}; border-bottom: 1px solid {m.line}; }}
QMenuBar::item {{ padding: {s.px(5)}px {s.px(9)}px; background: transparent; border-radius: {s.tight}px; }}
QMenuBar::item:selected {{ background: {m.hover}; }}
"""


def _frames(m: Meanings, s: Measures) -> str:
    return f"""
QDialog, QMessageBox, QWizard {{ background: {m.panel}; }}
QScrollArea, QScrollArea > QWidget > QWidget[scroll_body="true"] {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {m.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {m.accent.ink}; }}
QGroupBox {{ border: none; margin-top: {s.px(24)}px; font-weight: bold; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; padding: 0 0 {s.tight}px 0; }}
QProgressBar {{
    background: {m.track}; border: none; border-radius: {s.px(3)}px; min-height: {s.px(6)}px;
    max-height: {s.px(6)}px; text-align: center; color: transparent;
}}
QProgressBar::chunk {{ background: {m.accent.ink}; border-radius: {s.px(3)}px; }}
QFrame[frame_role="hairline"] {{ background: {m.line}; border: none; }}
QFrame[frame_role="faint-hairline"] {{ background: {m.faint_line}; border: none; }}
QWidget[surface="panel"] {{ background: {m.panel}; }}
QWidget[surface="ground"] {{ background: {m.ground}; }}
"""


def _tabs(m: Meanings, s: Measures) -> str:
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {m.line}; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {m.second}; border: none; border-bottom: 2px solid transparent;
    padding: {s.near}px {s.px(2)}px; margin-right: {s.wide}px;
}}
QTabBar::tab:hover {{ color: {m.ink}; }}
QTabBar::tab:selected {{ color: {m.accent.ink}; border-bottom: 2px solid {m.accent.ink}; font-weight: bold; }}
QTabBar::tab:focus {{ border-bottom: 2px solid {m.ink}; }}
QTabBar::tab:disabled {{ color: {m.third}; }}
"""
