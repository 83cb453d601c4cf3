"""Boards of cards, hours, shares, messages, lists and tables."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QTableView, QVBoxLayout, QWidget

from gallery.words import line, rows, say
from roster_app.gui.widgets import (
    CaptionHeader,
    Card,
    Chip,
    Dot,
    FrozenTableView,
    HeaderRole,
    HourBar,
    HourSpan,
    MessageAction,
    MessageBar,
    MeterBar,
    RowDelegate,
    RowRole,
    SectionTitle,
    StatTile,
    TextLabel,
    dress_table,
)

NAMES = (
    "陈玥",
    "单婉仪",
    "邓志强",
    "冯国强",
    "郭子轩",
    "何平",
    "黄秀英",
    "李　明",
    "梁丽华",
    "罗芷晴",
    "麦嘉欣",
    "欧阳少东",
)


def cards() -> QWidget:
    """Cards on the ground of a page, counters, bars, hours, reasons and messages."""
    board = QWidget()
    board.setProperty("surface", "ground")
    column = QVBoxLayout(board)
    column.setContentsMargins(18, 18, 18, 18)
    column.setSpacing(14)
    full, short = today_card(say("宋屋村卡口", "Songwucun"), 2), today_card(say("横岗卡口", "Henggang"), 1)
    column.addWidget(line(full, short, shared=True))
    column.addWidget(day_pattern())
    column.addWidget(counters())
    for before, value in ((64, 80), (104, 88), (72, 96)):
        column.addWidget(line(meter(value, before), meter(value), shared=True))
    column.addWidget(line(candidates(), told(), shared=True), 1)
    board.resize(1080, 860)
    return board


def today_card(name: str, present: int) -> Card:
    complete = present == 2
    card = Card("plain" if complete else "act")
    bar = HourBar(say("今日 00–24", "Today 00–24"), leads=True)
    bar.show_spans(
        [
            HourSpan(1350, 1830, "night", say("夜 2 / 2", "N 2 / 2")),
            HourSpan(390, 870, "early", say("早 2 / 2", "E 2 / 2")),
            HourSpan(870, 1290, "middle", say("中 2 / 2", "M 2 / 2")),
            HourSpan(1290, 1350, is_gap=True, text=say("缺", "gap")),
        ],
        now=504,
    )
    elapsed = MeterBar(say("已过", "Elapsed"), strong=True)
    elapsed.show_value(114, 480)
    head = SectionTitle(name, say("早班 06:30–14:30 · 已过 1 小时 54 分", "early 06:30–14:30 · 1 h 54 min"))
    head.add_trailing(Chip(say(f"在岗 {present} / 2", f"{present} / 2 there"), "good" if complete else "act"))
    person = TextLabel(say("欧阳少东", "Ouyang Shaodong"), "card")
    post = TextLabel(say("负责人  06:30 起", "leader  from 06:30"), "second")
    card.add(rows(head, elapsed, line(Dot("good"), person, post), bar, margin=16, surface=""), 1)
    return card


def day_pattern() -> HourBar:
    hours = HourBar(say("四班", "Four shifts"), with_hours=True)
    hours.show_spans(
        [
            HourSpan(390, 690, "early", "A"),
            HourSpan(690, 1050, "middle", "B"),
            HourSpan(1050, 1500, "night", "C"),
            HourSpan(1500, 1830, "other", "D"),
            HourSpan(600, 780, "day", say("加岗", "extra")),
        ]
    )
    return hours


def counters() -> QWidget:
    tiles = []
    for caption, figure, tone in (
        (say("空缺", "Vacancies"), "0", "good"),
        (say("冲突", "Conflicts"), "2", "act"),
        (say("距最优", "From the optimum"), "≤ 0.4 %", ""),
        (say("已用", "Time"), say("3.2 秒", "3.2 s"), ""),
    ):
        tile = StatTile(caption)
        tile.show_figure(figure, tone)
        tiles.append(tile)
    return line(*tiles, shared=True)


def meter(value: float, before: float | None = None) -> MeterBar:
    made = MeterBar(say("时长", "Hours"), strong=before is not None)
    made.show_value(value, 116, (80, 88), before)
    return made


def candidates() -> QListView:
    reasons = (
        (
            say("何平", "He Ping"),
            say("可排 · 本月夜班 2（应排 3） · 上次值班 4月10日 · 宋屋村", "free · 2 nights of 3 · last duty 10 April"),
            say("推荐", "Best"),
            "good",
        ),
        (
            say("潘少芬", "Pan Shaofen"),
            say("可排 · 将达本周上限 5 班", "free · reaches 5 duties a week"),
            say("可以", "Possible"),
            "look",
        ),
        (
            say("许煜峻", "Xu Yujun"),
            say("休息不足：4月15日夜班 08:00 结束，间隔 0 小时，规则 ≥ 12", "too little rest: 0 hours, the rule is 12"),
            say("不可", "No"),
            "act",
        ),
    )
    view = QListView()
    model = QStandardItemModel(view)
    for words, second, chip, tone in reasons:
        item = QStandardItem(words)
        item.setData(second, RowRole.SECOND_LINE)
        item.setData(chip, RowRole.CHIP)
        item.setData(tone, RowRole.CHIP_TONE)
        item.setData(tone, RowRole.DOT_TONE)
        item.setData(tone == "act", RowRole.STRUCK)
        model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.setAccessibleName(say("候选人", "Candidates"))
    return view


def told() -> QWidget:
    """A page with something to say at its foot."""
    page = QWidget()
    page.setProperty("surface", "panel")
    bar = MessageBar(page)
    bar.tell(say("磁盘快满了", "The disk is nearly full"), "look")
    refusal = say(
        "王建国刚刚被同事调走，这一步没有写入。值班表已重新读取。",
        "Wang Jianguo was moved by a colleague a moment ago; nothing was written.",
    )
    bar.tell(refusal, "act", MessageAction(say("重试", "Try again"), lambda: None))
    return page


class Days(QAbstractTableModel):
    """The days of April 2020 for some invented people."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3 * len(NAMES)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 32

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 1:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() < 2:
            return (NAMES[index.row() % len(NAMES)], say("横岗 · 测温", "Henggang · temperature"))[index.column()]
        return ("", "早", "", "中", "", "夜", "")[(index.row() * 3 + index.column() * 5) % 7]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < 2:
            words = (say("队员", "Volunteer"), say("按拼音 · 36 / 60", "by name · 36 / 60"))[section]
            return {Qt.ItemDataRole.DisplayRole: words, HeaderRole.LEFT: True}.get(role)
        return caption(date(2020, 4, section - 1)).get(role)


def caption(day: date) -> dict[int, object]:
    festival, made_up = day.day in (4, 5, 6), day.day == 26
    tone = "holiday" if festival else "weekend" if day.weekday() > 4 and not made_up else None
    band = say("清明假期", "Qingming") if festival else say("补班", "work") if made_up else None
    return {
        Qt.ItemDataRole.DisplayRole: str(day.day),
        HeaderRole.SECOND_LINE: say("一二三四五六日", "MTWTFSS")[day.weekday()],
        HeaderRole.TONE: tone,
        HeaderRole.BAND: band,
        HeaderRole.TODAY: day.day == 14,
    }


def table() -> QWidget:
    """The frozen table under its two-line header, and an ordinary flat one."""
    view = FrozenTableView()
    view.setModel(Days(view))
    view.use_header(lambda: CaptionHeader(with_bands=True))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(27)
    for column in range(32):
        view.setColumnWidth(column, (90, 150)[column] if column < 2 else 30)
    view.freeze(2)
    view.setAccessibleName(say("值班表", "Roster"))
    view.setCurrentIndex(view.model().index(3, 8))
    plain = QTableView()
    plain.setModel(Days(plain))
    dress_table(plain)
    plain.setShowGrid(False)
    plain.setAccessibleName(say("名单", "List"))
    plain.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    plain.verticalHeader().hide()
    plain.selectRow(1)
    board = QWidget()
    board.setProperty("surface", "panel")
    column_of_two = QVBoxLayout(board)
    column_of_two.setContentsMargins(0, 0, 0, 0)
    column_of_two.addWidget(view, 2)
    column_of_two.addWidget(plain, 1)
    board.resize(860, 620)
    return board
