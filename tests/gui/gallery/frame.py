"""The frame of the window and the generate dialog, as in the pictures of the roster."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gallery.words import say
from roster_app.gui.widgets import (
    DangerButton,
    Form,
    LineChart,
    NavigationBar,
    PageHeader,
    PanelDialog,
    PanelSplitter,
    Pill,
    PrimaryButton,
    QuietButton,
    SearchField,
    SectionTitle,
    SegmentedControl,
    SidePanel,
    StatusBar,
    TextLabel,
)

PAGES = (
    ("today", "今日值守", "Today", "clock"),
    ("roster", "值班表", "Roster", "calendar-days"),
    ("people", "队员", "Volunteers", "users"),
    ("places", "卡口与班次", "Places and shifts", "map-pin"),
    ("publish", "发布与打印", "Publish and print", "printer"),
    ("reports", "时长与统计", "Hours and figures", "chart-column"),
)
COSTS = (
    (0.0, 168.0), (0.08, 140.0), (0.16, 118.0), (0.3, 96.0), (0.45, 80.0), (0.6, 70.0), (0.85, 60.0), (1.1, 52.0),
    (1.4, 47.0), (1.8, 42.0), (2.2, 39.0), (2.7, 37.2),
)  # fmt: skip
BOUNDS = ((0.0, 24.0), (0.6, 31.0), (1.8, 37.05))


def navigation() -> NavigationBar:
    bar = NavigationBar(say("页面", "Pages"))
    bar.show_team(say("横三突击队", "Hengsan team"), say("60 名队员 · 3 个卡口 + 热线", "60 people · 3 checkpoints"))
    for key, chinese, english, icon_name in PAGES:
        bar.add_page(key, say(chinese, english), icon_name)
    bar.add_foot("settings", say("设置", "Settings"), "settings")
    bar.show_badge("today", "1")
    bar.choose("roster")
    return bar


def pills() -> list[Pill]:
    vacant = say("横岗 4月15日 00–08 缺 1 人", "Henggang 15 Apr 00–08")
    fair = say("夜班差 1 · 周末差 1 · 时长差 8 小时", "nights 1 · weekends 1 · hours 8")
    return [
        Pill(say("缺口 480 分钟", "Gap of 480 minutes"), vacant, "act"),
        Pill(say("1 处冲突", "1 conflict"), say("休息不足 · 按 F8 查看", "Too little rest · F8"), "look"),
        Pill(say("公平", "Fair"), fair, "good"),
        Pill("", say("与已张贴第 2 版相差 3 处（横岗 2，官路村 1）", "3 differences from edition 2 on the wall")),
    ]


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
    head.show_pills(pills())
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
    """The frame of the application."""
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


def cost_chart() -> QWidget:
    chart = LineChart(say("扣分", "Cost"))
    chart.show_search(COSTS, BOUNDS, 3.2)
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.addWidget(
        SectionTitle(
            say("扣分", "Cost"), say("越低越好 · 虚线为不可能更低的下限", "lower is better · dashed: the bound")
        )
    )
    column.addWidget(chart, 1)
    return frame


def generate() -> QWidget:
    """The generate dialog over its window; whoever shows the window shows the dialog too."""
    window = main_window()
    dialog = PanelDialog(say("自动排班", "Generate"), window, width=920, height=660)
    chip = say("正在优化 · 已可采用", "improving · can be accepted")
    dialog.show_title(say("自动排班", "Generate"), chip, "good")
    dialog.show_facts(say("4月15日–30日 · 3 个卡口 + 热线", "15–30 April · 3 checkpoints + hotline"))
    facts = Form()
    filled = say("336 个岗次，含 1 个空缺；60 名队员", "336 duties, 1 vacancy; 60 volunteers")
    kept = say("手工锁定 14 班、4月14日及以前 294 班，一班不动", "14 locked duties, 294 before 14 April")
    facts.add(say("要排", "To fill"), TextLabel(filled))
    facts.add(say("保留", "Kept"), TextLabel(kept))
    dialog.add(facts)
    dialog.add(cost_chart(), 1)
    dialog.add_left(DangerButton(say("放弃", "Give up")))
    dialog.add_left(TextLabel(say("值班表保持原样", "The roster stays as it is"), "second"))
    dialog.add_right(QuietButton(say("继续优化", "Go on")))
    dialog.add_right(PrimaryButton(say("停止并采用", "Stop and accept")))
    return window
