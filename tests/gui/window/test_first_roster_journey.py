"""From nothing to sheets on disk: a coordinator who has never seen the window, led by its buttons alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import Workbook
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from window_cases import World, opened, press, session_in, url_in, write

from roster_app.gui.people.holders_dialog import HoldersDialog
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.roster.generate_dialog import GenerateDialog, Stage
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.team.steps_strip import StepsStrip
from roster_app.gui.widgets import PrimaryButton
from roster_app.settings import Settings

LEFT = Qt.MouseButton.LeftButton
SEARCH = 60_000  # ms, the longest that is waited for an engine that was told to take ten seconds

NAMES = (
    "陈晓岚", "区志远", "欧阳美华", "黎嘉颖", "梁国栋", "何秋霞", "谭子轩", "冯丽仪", "卢伟",
    "邓思敏", "潘少文", "麦志坚", "关婉仪", "苏敏聪", "龙浩然", "司徒健", "叶青", "方小军",
)  # fmt: skip
SHIFT_HEADS = NAMES[:6]


@pytest.fixture
def messy_list(tmp_path: Path) -> Path:
    """A list as people keep it: a title over merged cells, blanks in names, phones written three ways, a sum below."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["横岗防疫志愿者报名表（4月）"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(["序号", "姓 名", "联系电话", "所属单位", "专长"])
    for number, name in enumerate(NAMES, 1):
        written = f"{name[0]}　{name[1]}" if len(name) == 2 else f" {name} "
        phone = (f"139-0000-{number:04d}", 13900000000 + number, f"+86 1390000{number:04d}")[number % 3]
        sheet.append([number, written, phone, "横岗村委", "组长" if name in SHIFT_HEADS else None])
    sheet.append([])
    sheet.append(["合计", f"{len(NAMES)}人"])
    path = tmp_path / "报名表.xlsx"
    book.save(path)
    return path


@pytest.fixture
def fresh(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """The window in Chinese, on a database that holds nothing."""
    settings = Settings(database_url=url_in(tmp_path), language="zh_CN", theme="light", coordinator="何平")
    with session_in(tmp_path, qtbot, opened(tmp_path), settings) as session:
        session.window.resize(1280, 800)
        yield World(session, tmp_path)


class Coordinator:
    """Sees what is visible, clicks and types; knows nothing else."""

    def __init__(self, world: World, qtbot: QtBot) -> None:
        self.world = world
        self.qtbot = qtbot

    @property
    def front(self) -> QWidget:
        """What takes clicks now: the dialog, or the window."""
        return QApplication.activeModalWidget() or self.world.session.window

    @property
    def strip(self) -> StepsStrip:
        return self.world.session.window.frame.findChild(StepsStrip)

    def click(self, button: QAbstractButton) -> None:
        """Click where the button is, on what is really there."""
        assert button.isVisible()
        assert button.isEnabled(), button.text()
        assert self.front.isAncestorOf(button)
        QTest.mouseClick(button, LEFT)

    def click_words(self, words: str) -> None:
        """Click the one button in sight that says so."""
        found = [b for b in self.front.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
        (button,) = found
        self.click(button)

    def go_on(self) -> None:
        """Click what the strip leads to."""
        self.click(self.strip.go_on)

    def primary(self) -> PrimaryButton:
        """The one filled button in sight."""
        (button,) = [b for b in self.front.findChildren(PrimaryButton) if b.isVisible()]
        return button

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def gone(self, kind: type[QDialog]) -> None:
        self.qtbot.waitUntil(lambda: not isinstance(QApplication.activeModalWidget(), kind))

    def done(self) -> list[int]:
        """The steps the strip shows as done, counted from 1."""
        steps = self.strip.steps
        return sorted(step.value + 1 for step in steps.done) if steps is not None else []


@pytest.fixture
def coordinator(fresh: World, qtbot: QtBot) -> Coordinator:
    return Coordinator(fresh, qtbot)


def test_a_new_coordinator_gets_from_nothing_to_sheets_with_their_own_list(
    coordinator: Coordinator, messy_list: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot, window = coordinator.qtbot, coordinator.world.session.window

    name = window.focusWidget()
    assert isinstance(name, QLineEdit)
    write(name, "横岗卡口队")
    coordinator.click(coordinator.primary())
    qtbot.waitUntil(lambda: coordinator.strip is not None and coordinator.strip.isVisible())
    assert coordinator.done() == []

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(messy_list), ""))
    coordinator.go_on()
    coordinator.dialog(TakingDialog)
    coordinator.click(coordinator.primary())  # choose the file
    qtbot.waitUntil(lambda: coordinator.primary().text() == f"导入 {len(NAMES)} 名队员")
    coordinator.click(coordinator.primary())
    coordinator.gone(TakingDialog)
    assert {v.name for v in coordinator.world.directory.volunteers} == set(NAMES)
    assert coordinator.done() == [1]

    coordinator.go_on()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    write(field, "横岗卡口")
    press(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert coordinator.done() == [1, 2]

    coordinator.go_on()  # nobody may lead a shift yet
    _tick(coordinator, SHIFT_HEADS)

    coordinator.go_on()
    page = window.frame.page
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: coordinator.primary().text() == "新建 2020年4月")
    coordinator.click(coordinator.primary())
    qtbot.waitUntil(lambda: page.document.is_open)
    coordinator.go_on()
    _generate(coordinator)
    assert coordinator.done() == [1, 2, 3]
    assert not page.document.roster.vacancies

    coordinator.go_on()
    publish = window.frame.page
    assert isinstance(publish, PublishPage)
    qtbot.waitUntil(lambda: publish.publication is not None)
    coordinator.go_on()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    coordinator.click(coordinator.primary())
    qtbot.waitUntil(lambda: coordinator.done() == [1, 2, 3, 4])

    sheets = tmp_path / "sheets"
    sheets.mkdir()
    coordinator.world.session.view_state.keep("publish/folder", str(sheets))  # the folder dialog's answer
    coordinator.go_on()
    saving = coordinator.dialog(SaveAllDialog)
    assert isinstance(saving, SaveAllDialog)
    with qtbot.waitSignal(saving.finished_saving, timeout=SEARCH):
        coordinator.click(saving.go_on)
    press(saving, Qt.Key.Key_Escape)

    week = _names_of_the_week(page)
    printed = {path: _text(path) for path in sheets.glob("*.pdf")}
    assert len(printed) == 2
    for path, text in printed.items():
        assert week <= {name for name in NAMES if name in text}, path.name
        assert "第1版" in text
        assert "1390000" not in text
    assert len(week) > len(NAMES) // 2

    coordinator.click(coordinator.strip.close_button)
    assert coordinator.strip.isHidden()


def _tick(coordinator: Coordinator, names: tuple[str, ...]) -> None:
    dialog = coordinator.dialog(HoldersDialog)
    assert isinstance(dialog, HoldersDialog)
    model = dialog.list.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data().split(" · ")[0] in names:
            dialog.list.scrollTo(index)
            box: QRect = dialog.list.visualRect(index)
            QTest.mouseClick(dialog.list.viewport(), LEFT, pos=box.center())
    coordinator.click(coordinator.primary())
    coordinator.gone(HoldersDialog)
    leading = coordinator.world.directory.leading
    assert {v.name for v in coordinator.world.directory.volunteers if v.qualifications & leading} == set(names)


def _generate(coordinator: Coordinator) -> None:
    """Let the real engine search for ten seconds at most, and take what it finds."""
    dialog = coordinator.dialog(GenerateDialog)
    assert isinstance(dialog, GenerateDialog)
    coordinator.click_words("10 秒")
    coordinator.click_words("开始排班")
    coordinator.qtbot.waitUntil(lambda: dialog.stage is Stage.DONE, timeout=SEARCH)
    coordinator.click_words("采用")
    coordinator.gone(GenerateDialog)


def _names_of_the_week(page: RosterPage) -> set[str]:
    """Who stands in the week the sheets are made for: the one of today."""
    roster, directory = page.document.roster, page.document.opened.directory
    today = page.shell.now().date().isocalendar()
    held = (d for d in roster.plan.duties if roster.plan.shift_of(d.id).day.isocalendar()[:2] == today[:2])
    return {directory.volunteer[who].name for d in held if (who := roster.holder(d.id)) is not None}


def _text(path: Path) -> str:
    """All words of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)
