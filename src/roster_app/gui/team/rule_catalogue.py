"""The catalogue of rules to choose from: groups, and in each a name and a line that explains it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.team import Directory
from roster_app.gui.widgets import (
    ElidingLabel,
    SearchField,
    SectionTitle,
    TextLabel,
    meanings_of,
    measures_of,
    rounded_box,
    smooth,
)
from roster_app.i18n import _
from roster_app.services.rule_catalogue import RECIPES, Group, Recipe
from roster_app.services.words.recipes import group_name, need_words, recipe_words


class RuleCatalogue(QWidget):
    """Typing narrows it; the arrows walk; Enter or a click chooses."""

    chosen = Signal(object)  # the Recipe

    def __init__(self, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self.search = SearchField(_("Find a rule …"), _("Find a rule"))
        self.search.textChanged.connect(self._on_searched)
        self.search.walked.connect(lambda steps: self._walk(-1, max(1, steps)))
        self.search.returnPressed.connect(self._take_first)
        self.lines: list[RecipeLine] = []
        self._titles: dict[Group, SectionTitle] = {}
        self._lay_out()
        self.setFocusProxy(self.search)

    @property
    def shown(self) -> list[RecipeLine]:
        """The lines that fit what was typed."""
        return [line for line in self.lines if not line.isHidden()]

    def _lay_out(self) -> None:
        measures = measures_of(self)
        side = measures.px(22)
        body = QWidget()
        body.setProperty("scroll_body", True)
        lines = QVBoxLayout(body)
        lines.setContentsMargins(side, measures.near, side, measures.px(16))
        lines.setSpacing(measures.px(1))
        for group in Group:
            self._titles[group] = SectionTitle(group_name(group))
            self._titles[group].setContentsMargins(0, measures.apart, 0, measures.px(2))
            lines.addWidget(self._titles[group])
            for recipe in (r for r in RECIPES if r.group is group):
                lines.addWidget(self._line(recipe))
        lines.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(side, measures.px(14), side, measures.tight)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)

    def _line(self, recipe: Recipe) -> RecipeLine:
        line = RecipeLine(recipe, possible=recipe.is_possible(self._directory))
        line.clicked.connect(lambda: self.chosen.emit(recipe))
        line.walked.connect(lambda steps: self._walk(self.shown.index(line), steps))
        self.lines.append(line)
        return line

    def _on_searched(self, text: str) -> None:
        wanted = text.strip().casefold()
        for line in self.lines:
            line.setVisible(wanted in line.words.casefold())
        for group, title in self._titles.items():
            title.setVisible(any(line.recipe.group is group for line in self.shown))

    def _walk(self, row: int, steps: int) -> None:
        """To another line that can be chosen; upwards from the first, back to the field."""
        reachable = [n for n, line in enumerate(self.shown) if line.isEnabled()]
        ahead = [n for n in reachable if (n > row if steps > 0 else n < row)]
        if ahead:
            line = self.shown[ahead[0] if steps > 0 else ahead[-1]]
            line.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(line)
        elif steps < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_first(self) -> None:
        line = next((line for line in self.shown if line.isEnabled()), None)
        if line is not None and self.search.text().strip():
            line.click()


class RecipeLine(QAbstractButton):
    """Name and explanation of one rule; what the team lacks for it in the place of the explanation."""

    walked = Signal(int)

    def __init__(self, recipe: Recipe, *, possible: bool) -> None:
        super().__init__()
        self.recipe = recipe
        told = recipe_words(recipe.key)
        explanation = told.explanation if possible else need_words(recipe.need)
        self.words = f"{told.name} {told.explanation}"
        self.setEnabled(possible)
        self.setAccessibleName(told.name)
        self.setAccessibleDescription(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        measures = measures_of(self)
        name = ElidingLabel(told.name)
        name.setFixedWidth(measures.px(200))
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.near, measures.px(6), measures.near, measures.px(6))
        row.setSpacing(measures.apart)
        row.addWidget(name)
        row.addWidget(ElidingLabel(explanation, "second"), 1)
        for label in self.findChildren(TextLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt overrides

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        ground = meanings.hover if self.underMouse() and self.isEnabled() else None
        line = meanings.accent.ink if self.hasFocus() else None
        if ground or line:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            rounded_box(smooth(QPainter(self)), box, measures_of(self).radius, ground, line)
