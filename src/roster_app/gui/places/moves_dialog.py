"""Which duties of open rosters another demand moves: asked before people lose any, shown afterwards where none do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from roster_app.domain.demand_moves import DutyMove
from roster_app.domain.team import Directory
from roster_app.gui.places.moves_model import Column, MovesModel
from roster_app.gui.widgets import DangerButton, PanelDialog, QuietButton, TextLabel, dress_table, measures_of
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.i18n import _, ngettext

_WIDTHS = {Column.DATE: 120, Column.CHECKPOINT: 120, Column.SHIFT: 150, Column.POST: 100}


class MovesDialog(PanelDialog):
    """With an `answer` it is a question: accepted means yes, Esc and the quiet button mean no."""

    def __init__(
        self,
        title: str,
        sentence: str,
        moves: Sequence[DutyMove],
        directories: tuple[Directory, Directory],
        parent: QWidget,
        answer: str = "",
    ) -> None:
        super().__init__(title, parent, width=820, height=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(moves_words(moves))
        self.add(TextLabel(sentence, wraps=True))
        alarm = QColor(meanings_of(self).act.ink)
        self.table = _table(MovesModel(moves, *directories, alarm, self))
        self.add(self.table)
        stay = QuietButton(_("Cancel") if answer else _("Close"))
        stay.clicked.connect(self.reject)
        self.add_right(stay)
        if answer:
            go_on = DangerButton(answer)
            go_on.clicked.connect(self.accept)
            self.add_right(go_on)
        stay.setFocus()


def moves_words(moves: Sequence[DutyMove]) -> str:
    """2 duties lost · 3 vacant ones go · 4 are added · 1 at other hours."""
    lost = sum(move.is_loss for move in moves)
    come = sum(move.before is None for move in moves)
    gone = sum(move.after is None for move in moves) - lost
    other = len(moves) - lost - come - gone
    told = (
        (lost, ngettext("{count} held duty lost", "{count} held duties lost", lost)),
        (gone, ngettext("{count} vacant one goes", "{count} vacant ones go", gone)),
        (come, ngettext("{count} is added", "{count} are added", come)),
        (other, ngettext("{count} at other hours", "{count} at other hours", other)),
    )
    return " · ".join(words.format(count=count) for count, words in told if count)


def _table(model: MovesModel) -> QTableView:
    table = QTableView()
    dress_table(table)
    table.setModel(model)
    table.setAccessibleName(_("Duties that move"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    measures = measures_of(table)
    table.verticalHeader().setDefaultSectionSize(measures.px(30))
    for column, width in _WIDTHS.items():
        table.setColumnWidth(column, measures.px(width))
    table.horizontalHeader().setSectionResizeMode(Column.BECOMES, QHeaderView.ResizeMode.Stretch)
    return table
