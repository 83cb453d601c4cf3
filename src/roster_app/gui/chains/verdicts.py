"""The table beside a pasted text: each of its lines, who is meant, which duty, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from roster_app.domain.chain_settling import Outcome, SettledEntry
from roster_app.domain.chains import LineVerdict
from roster_app.gui.widgets import Tone, dress_table, meanings_of, measures_of
from roster_app.i18n import _
from roster_app.services.counted_chain import ToldCount
from roster_app.services.pasted_chains import ChainReading
from roster_app.services.words.chains import verdict_name
from roster_app.services.words.counted import count_outcome, counted_words, stored
from roster_app.services.words.settled import outcome_name, settled_words

_LINE = Qt.ItemDataRole.UserRole
_GOOD = (Outcome.TAKES, Outcome.TAKES_AND_WISHES, Outcome.WISHES, Outcome.HOLDS)
_QUIET = (LineVerdict.EMPTY, LineVerdict.STANDBY, LineVerdict.WITHDRAWN)
_LOOK = (Outcome.ASKED, Outcome.NOBODY)


class Verdicts(QTableView):
    """One row for every entry, and one for every line that holds none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(0, 4, self)
        self._rows.setHorizontalHeaderLabels(
            [_("Line"), _("Volunteer"), _("Duty, wish or count"), _("What becomes of it")]
        )
        self.setModel(self._rows)
        dress_table(self)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("What the lines say"))
        self.verticalHeader().hide()
        measures = measures_of(self)
        self.verticalHeader().setDefaultSectionSize(measures.px(30))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((48, 104, 200)):
            self.setColumnWidth(column, measures.px(width))
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(3, measures.px(160))

    @property
    def rows(self) -> QStandardItemModel:
        """Line, person, duty, outcome."""
        return self._rows

    def show_reading(self, reading: ChainReading) -> None:
        """Show every line of the text in its order; who went since the earlier copy comes first."""
        self._rows.removeRows(0, self._rows.rowCount())
        by_line: dict[int, list[SettledEntry]] = {}
        for one in reading.settled:
            by_line.setdefault(one.entry.line, []).append(one)
        counted: dict[int, list[ToldCount]] = {}
        for told in reading.counts.reading.told:
            counted.setdefault(told.line, []).append(told)
        for one in by_line.get(0, ()):
            self._add_entry(reading, one)
        spoken = {line for one in reading.settled for line in one.entry.lines}
        for line in reading.chain.lines:
            for one in by_line.get(line.line, ()):
                if one.outcome is not Outcome.COUNTS or line.line not in counted:
                    self._add_entry(reading, one)
                for told in counted.pop(line.line, ()) if one.outcome is not Outcome.KNOWN else ():
                    self._add_count(reading, told)
            if line.line not in spoken and line.text.strip():
                self._add(str(line.line), "", line.text.strip(), verdict_name(line.verdict), None)

    def tones(self, reading: ChainReading) -> dict[int, Tone]:
        """The lines to be marked in the text."""
        found: dict[int, Tone] = {}
        for one in reading.settled:
            tone = self._tone(one)
            if tone is not None and one.entry.line:
                found[one.entry.line] = tone
        for told in reading.counts.reading.told:
            tone = self._tone_of_count(reading, told)
            if tone is not None and (told.line not in found or tone is meanings_of(self).look):
                found[told.line] = tone
        return found

    def line_of(self, row: int) -> int:
        """The source line of a row."""
        return int(self._rows.item(row, 0).data(_LINE) or 0)

    def _add_entry(self, reading: ChainReading, one: SettledEntry) -> None:
        directory, opened = reading.directory, reading.opened
        name = directory.name[one.volunteer_id] if one.volunteer_id is not None else one.entry.person
        words = settled_words(one, directory, opened.roster.plan if opened else None)
        quiet = one.outcome is Outcome.NOTHING and one.entry.verdict in _QUIET
        outcome = verdict_name(one.entry.verdict) if quiet else outcome_name(one.outcome)
        if one.against:
            outcome = _("{outcome}, against a rule").format(outcome=outcome)
        if not one.entry.line:
            outcome = _("{outcome}: in the chain no more").format(outcome=outcome)
        self._add(str(one.entry.line or "–"), name, words, outcome, self._tone(one))

    def _add_count(self, reading: ChainReading, told: ToldCount) -> None:
        words = counted_words(told, reading.counts, reading.directory)
        outcome = count_outcome(told, reading.counts)
        self._add(str(told.line), told.person, words, outcome, self._tone_of_count(reading, told))

    def _tone_of_count(self, reading: ChainReading, told: ToldCount) -> Tone | None:
        meanings = meanings_of(self)
        if told.subject is None:
            return meanings.look if count_outcome(told, reading.counts) == _("to be asked") else None
        if stored(told, reading.counts) is None:
            return None
        return meanings.good if reading.counts.book.stands(told.subject) is None else meanings.look

    def _tone(self, one: SettledEntry) -> Tone | None:
        meanings = meanings_of(self)
        if one.outcome in _LOOK or one.against:
            return meanings.look
        if one.outcome is Outcome.GIVES_BACK:
            return meanings.act
        return meanings.good if one.outcome in _GOOD else None

    def _add(self, line: str, name: str, words: str, outcome: str, tone: Tone | None) -> None:
        items = [QStandardItem(text) for text in (line, name, words, outcome)]
        items[0].setData(int(line) if line.isdigit() else 0, _LINE)
        for item in items:
            item.setToolTip(item.text())
            if tone is None:
                item.setForeground(QColor(meanings_of(self).second))
        if tone is not None:
            items[3].setForeground(QColor(tone.ink))
        self._rows.appendRow(items)
