"""全部保存: choose a folder, see which files will lie there, watch them being written, open what came of it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from roster_app.domain.ids import PeriodId
from roster_app.gui.publish.registering import Registering
from roster_app.gui.publish.saving import (
    ask_for_folder,
    keep_folder,
    last_folder,
    open_outside,
    sentence_of_refusal,
)
from roster_app.gui.publish.whole_set import FileOrder, FileResult, save_set
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import Lane
from roster_app.gui.widgets import (
    ElidingLabel,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    RowDelegate,
    RowRole,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _, ngettext
from roster_app.services.words import period_title


class SaveAllDialog(PanelDialog):
    """Closes at once while nothing is being written; stops first while something is."""

    finished_saving = Signal(int, int)  # files that lie there, files that could not be written

    def __init__(self, shell: Shell, period_id: PeriodId, files: tuple[FileOrder, ...], parent: QWidget) -> None:
        super().__init__(_("Save all sheets"), parent, width=720, height=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._period_id = period_id
        self._files = files
        self._stopped = Event()
        self._running = False
        self._results: dict[int, FileResult] = {}
        self.folder = last_folder(shell.view_state)
        self._folder_words = ElidingLabel("")
        self._choose = QuietButton(_("Choose a folder…"), "folder-open")
        self._remark = TextLabel("", "second", wraps=True)
        self._rows = QStandardItemModel(self)
        self.list = QListView()
        self._progress = QProgressBar()
        self._close = QuietButton(_("Close"))
        self._again = QuietButton(_("Save once more"), "refresh-cw")
        self.go_on = PrimaryButton("", "save")
        self._open = PrimaryButton(_("Open the folder"), "folder-open")
        self.messages = MessageBar(self)
        self.registering = Registering(shell, self, self.messages)
        self._lay_out()
        self._connect()
        self._list_files()
        self._take_folder(self.folder)
        self._show_step()

    @property
    def results(self) -> list[FileResult]:
        """What has become of the files so far."""
        return list(self._results.values())

    def save(self) -> None:
        """Write the whole set into the folder."""
        self._results = {}
        self._stopped = Event()
        self._running = True
        self._list_files()
        self._progress.setValue(0)
        keep_folder(self._shell.view_state, self.folder)
        sheets = self._shell.services.sheets
        self._shell.tasks.run(
            lambda report: save_set(sheets, self._period_id, self._files, self.folder, self._stopped, report),
            on_success=lambda _nothing: self._on_ended(),
            on_failure=self._on_failed,
            on_progress=self._on_result,
            owner=self,
            stop=self._stopped.set,
            lane=Lane.BENCH,
        )
        self._show_step()

    def may_close(self) -> bool:
        """Not in the middle of a file: Esc stops after it."""
        if self._running:
            self._stopped.set()
        return not self._running

    def _on_result(self, result: FileResult) -> None:
        self._results[result.place] = result
        item = self._rows.item(result.place)
        if result.sheet is not None:
            pages = ngettext("{count} page", "{count} pages", result.sheet.pages).format(count=result.sheet.pages)
            number = result.sheet.edition
            state = _("Edition {number}").format(number=number) if number else _("Draft")
            _show(item, _("{pages} · {state}").format(pages=pages, state=state), _("Saved"), "good")
            if result.sheet.notices:
                item.setData("\n".join((item.data(RowRole.SECOND_LINE), *result.sheet.notices[:1])),
                             RowRole.SECOND_LINE)  # fmt: skip
        elif result.error is not None:
            words = sentence_of_refusal(result.error, self.folder / self._files[result.place].name)
            _show(item, words, _("Not saved"), "act")
        self._progress.setValue(len(self._results))
        self.list.scrollTo(item.index())

    def _on_ended(self) -> None:
        self._running = False
        saved = sum(result.sheet is not None for result in self.results)
        self._show_step()
        if ways := self.registering.ways_on(*(result.sheet for result in self.results if result.sheet)):
            self.messages.tell(_("As soon as these sheets hang, enter them in the posting ledger."), "info", *ways)
        self.finished_saving.emit(saved, len(self._results) - saved)

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        self._show_step()
        self._shell.errors.report(error, messages=self.messages)

    def _take_folder(self, folder: Path) -> None:
        self.folder = folder
        self._folder_words.setText(str(folder))
        there = sum((folder / file.name).exists() for file in self._files)
        words = _("No internal copy is among them: numbers are masked unless their owners agreed.")
        if there:
            told = ngettext(
                "{count} file of this name is there already and will be replaced.",
                "{count} files of these names are there already and will be replaced.",
                there,
            )
            words = told.format(count=there) + "\n" + words
        self._remark.setText(words)
        self._remark.set_tone("look" if there else "")

    def _list_files(self) -> None:
        self._rows.clear()
        for file in self._files:
            item = QStandardItem(file.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            _show(item, file.choice.title, _("Waiting") if self._running else "", "plain")
            self._rows.appendRow(item)
        self._progress.setRange(0, len(self._files))

    def _show_step(self) -> None:
        """Before, while and after."""
        ended = bool(self._results) and not self._running
        complete = ended and len(self._results) == len(self._files) and all(r.sheet for r in self.results)
        self._choose.setEnabled(not self._running)
        self._progress.setVisible(self._running)
        self.go_on.setVisible(not ended)
        self.go_on.setEnabled(not self._running)
        count = len(self._files)
        self.go_on.setText(ngettext("Save {count} file", "Save {count} files", count).format(count=count))
        self._again.setVisible(ended and not complete)
        self._open.setVisible(ended)
        self._close.setText(_("Stop") if self._running else _("Close"))
        if ended:
            saved = sum(result.sheet is not None for result in self.results)
            told = _("{saved} of {count} saved").format(saved=saved, count=count)
            self.show_title(_("Save all sheets"), told, "good" if complete else "act")
            self._open.setFocus()
        elif not self._running:
            self.go_on.setFocus()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        order = self._files[0].order
        self.show_facts(period_title(order.first, order.last))
        where = QWidget()
        column = QVBoxLayout(where)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        row = QHBoxLayout()
        row.setSpacing(measures.apart)
        row.addWidget(TextLabel(_("Folder"), "quiet"))
        row.addWidget(self._folder_words, 1)
        row.addWidget(self._choose)
        column.addLayout(row)
        column.addWidget(self._remark)
        self.add(where)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setAccessibleName(_("Files"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.list, 1, padded=False)
        self._progress.setAccessibleName(_("Files saved"))
        self._progress.setTextVisible(False)
        self._progress.setMinimumWidth(measures.px(160))
        self.add_left(self._close)
        for part in (self._progress, self._again, self.go_on, self._open):
            self.add_right(part)

    def _connect(self) -> None:
        title = _("A folder for the sheets")
        self._choose.clicked.connect(lambda _checked=False: ask_for_folder(self, title, self.folder, self._take_folder))
        self._close.clicked.connect(self.reject)
        self.go_on.clicked.connect(lambda _checked=False: self.save())
        self._again.clicked.connect(lambda _checked=False: self.save())
        self._open.clicked.connect(lambda _checked=False: open_outside(self.folder))
        self.list.activated.connect(self._on_activated)

    def _on_activated(self, index: QModelIndex) -> None:
        """Enter or a double click opens a file that lies there."""
        result = self._results.get(index.row())
        if result is not None and result.sheet is not None:
            open_outside(result.sheet.path)


def _show(item: QStandardItem, second: str, chip: str, tone: str) -> None:
    item.setData(second, RowRole.SECOND_LINE)
    item.setData(chip, RowRole.CHIP)
    item.setData(tone, RowRole.CHIP_TONE)
    phrase = _(", ").join(words for words in (item.text(), chip, second) if words)
    item.setData(phrase, Qt.ItemDataRole.AccessibleTextRole)
