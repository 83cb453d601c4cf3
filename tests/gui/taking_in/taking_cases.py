"""Files for the wizard, and hands that use it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_cases import dialog_of

from roster_app.gui.people.page import PeoplePage
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.taking_in.asking import asks_of
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.taking_in.verdicts import Verdict
from roster_app.gui.widgets import ChoiceField

WAIT = 15_000
MATRIX = [
    ["横岗卡口 2020年4月值班表"],
    ["姓名", "4月13日", "4月14日", "4月15日", "4月16日"],
    ["", "周一", "周二", "周三", "周四"],
    ["许煜竣", "中", "休", "早?", "早"],
    ["区志明", "夜", "早", "中", "大夜"],
    ["王䶮", "休", "夜", "夜", "中"],
    ["何平", "", "大夜", "", ""],
]
LIST = [
    ["横三突击队名单"],
    ["序号", "姓名", "单位", "电话", "职务"],
    [1, "区志明", "横岗党支部", 13800000004, None],
    [2, "王　䶮", "永平街道办", 13800000007, "组长"],
    [3, "何平", "颐和社区", None, None],
    [4, "林小燕", "颐和社区", 138000000421, None],
    [5, "何 平", "颐和社区", None, None],
    ["合计", 5],
]


def book(path: Path, rows: list[list[object]], title: str) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def in_sight(dialog: TakingDialog, qtbot: QtBot) -> TakingDialog:
    qtbot.waitUntil(lambda: dialog.taking.latest is not None and not dialog.taking.is_busy, timeout=WAIT)
    return dialog


def opened(page: PeoplePage | RosterPage, path: Path, qtbot: QtBot) -> TakingDialog:
    page.take_in_file(path)
    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)
    return in_sight(dialog, qtbot)


def take(dialog: TakingDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog_of(TakingDialog) is None, timeout=WAIT)


def verdict(dialog: TakingDialog, cell: str) -> Verdict | None:
    model = dialog.preview.table.sheet_model
    fate = model.fate(model.index_of(cell))
    return fate.verdict if fate is not None else None


def answer(dialog: TakingDialog, qtbot: QtBot, word: str, choice: str | int) -> None:
    """Choose in the field of the question about a word, as the arrow keys and Enter do."""
    ask = next(a for a in asks_of(dialog.taking.latest.plan) if a.word == word)
    fields = dialog.preview.asks.body.findChildren(ChoiceField)
    field = next(f for f in fields if f.accessibleName() == ask.sentence)
    field.choose(str(choice))
    assert field.choice == str(choice)
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        field.activated.emit(field.currentIndex())
