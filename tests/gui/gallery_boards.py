"""The boards of the gallery: each builds one window full of widgets with invented names, in the language spoken now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.widgets import (
    Chip,
    NavigationBar,
    PageHeader,
    PanelSplitter,
    Pill,
    PrimaryButton,
    QuietButton,
    SearchField,
    SegmentedControl,
    SidePanel,
    StatusBar,
)
from roster_app.i18n import current_language


def say(chinese: str, english: str) -> str:
    """The gallery's own words, which belong to no catalogue."""
    return chinese if current_language() == "zh_CN" else english


def navigation() -> NavigationBar:
    bar = NavigationBar(say("页面", "Pages"))
    bar.show_team(say("横三突击队", "Hengsan team"), say("60 名队员 · 3 个卡口 + 热线", "60 volunteers · 3 checkpoints"))
    for key, chinese, english, icon_name in (
        ("today", "今日值守", "Today", "clock"),
        ("roster", "值班表", "Roster", "calendar-days"),
        ("people", "队员", "Volunteers", "users"),
        ("places", "卡口与班次", "Places and shifts", "map-pin"),
        ("publish", "发布与打印", "Publish and print", "printer"),
        ("reports", "时长与统计", "Hours and figures", "chart-column"),
    ):
        bar.add_page(key, say(chinese, english), icon_name)
    bar.add_foot("settings", say("设置", "Settings"), "settings")
    bar.show_badge("today", "1")
    bar.choose("roster")
    return bar


def header() -> PageHeader:
    head = PageHeader()
    head.show_title(say("2020年4月值班表", "Roster of April 2020"), say("草稿 · 基于第 2 版", "Draft · from edition 2"))
    ways = [
        ("checkpoint", say("卡口 × 日期", "Places × days")),
        ("volunteer", say("队员 × 日期", "People × days")),
        ("day", say("24 小时", "24 hours")),
        ("month", say("个人月历", "One person")),
    ]
    head.add_action(SegmentedControl(ways, say("排列", "Arrangement")))
    head.add_action(QuietButton(say("撤销 Ctrl+Z", "Undo Ctrl+Z")))
    head.add_action(QuietButton(say("自动排班…", "Generate…")))
    head.add_action(PrimaryButton(say("发布与打印", "Publish and print")))
    head.show_pills(
        [
            Pill(say("缺口 480 分钟", "Gap of 480 minutes"), say("横岗 4月15日 00–08 缺 1 人", "Henggang 15 Apr 00–08"), "act"),
            Pill(say("1 处冲突", "1 conflict"), say("休息不足 · 按 F8 查看", "Too little rest · F8"), "look"),
            Pill(say("公平", "Fair"), say("夜班差 1 · 周末差 1 · 时长差 8 小时", "nights 1 · weekends 1 · hours 8"), "good"),
            Pill("", say("与已张贴第 2 版相差 3 处（横岗 2，官路村 1）", "3 differences from edition 2 on the wall")),
        ]
    )
    return head


def status_bar() -> StatusBar:
    bar = StatusBar()
    bar.show_saved(say("已保存 · 刚刚", "Saved · just now"))
    bar.show_step(say("第 3 步：区志明 → 横岗 4/16 早 负责人", "Step 3: Ou Zhiming → Henggang 16 Apr early"))
    bar.show_hints(
        [
            ("Enter", say("换人", "replace")),
            (say("空格", "Space"), say("锁定", "lock")),
            ("F8", say("下一处冲突", "next conflict")),
            ("F1", say("快捷键", "keys")),
        ]
    )
    return bar


def side_panel() -> SidePanel:
    panel = SidePanel(
        say("横岗 · 4月16日 早班 · 负责人", "Henggang · 16 April early · leader"),
        say(
            "现任：区志明 — 轮到他（负责人队列第 1），距上次值班 64 小时，时长在应排份额内。",
            "Now: Ou Zhiming — his turn, 64 hours since his last duty, hours within his fair share.",
        ),
    )
    panel.add_to_head(SearchField(say("输入姓名、拼音或首字母，如 hp", "Name, pinyin or initials, such as hp")))
    panel.add_to_foot(PrimaryButton(say("由 黄秀英 补 70 分钟", "Let Huang Xiuying fill 70 minutes")))
    return panel


def main_window() -> QWidget:
    """The frame of the application, as in the picture of the roster."""
    window = QWidget()
    window.resize(1440, 900)
    page = QWidget()
    page.setProperty("surface", "panel")
    middle = QVBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(header())
    middle.addWidget(PanelSplitter(page, side_panel()), 1)
    upper = QHBoxLayout()
    upper.setSpacing(0)
    upper.addWidget(navigation())
    upper.addLayout(middle, 1)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(upper, 1)
    column.addWidget(status_bar())
    return window


BOARDS: dict[str, Callable[[], QWidget]] = {"main": main_window}
