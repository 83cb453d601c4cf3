"""Boards of buttons, marks, fields and forms at rest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTabWidget,
    QWidget,
)

from gallery.words import checked, disabled, line, named, rows, say
from roster_app.gui.widgets import (
    SHIFT_TONES,
    Chip,
    ChoiceField,
    ColourSwatchPicker,
    DangerButton,
    DateField,
    DateRangeField,
    Dot,
    EmptyState,
    Form,
    Hairline,
    IconButton,
    KeyHint,
    LinkButton,
    MinuteField,
    NumberField,
    Pill,
    PrimaryButton,
    QuietButton,
    SearchField,
    SectionTitle,
    SegmentedControl,
    SuggestedButton,
    TextLabel,
    TokenEdit,
)


def controls() -> QWidget:
    """Buttons, chips, pills, ticks, tabs and bars."""
    bar = QProgressBar()
    bar.setValue(64)
    tones = ("plain", "accent", "good", "look", "act", *SHIFT_TONES, "weekend", "holiday")
    board = rows(
        SectionTitle(say("按钮", "Buttons"), say("一个实心，其余安静", "one filled, the others quiet")),
        worded_buttons(),
        other_buttons(),
        line(*[Chip(tone, tone) for tone in tones]),
        line(
            Pill(say("识别 12 条", "12 entries"), leads=False),
            Pill(say("确定 9", "Sure 9"), say("共 10 个班次", "10 shifts"), "good"),
            KeyHint("Ctrl+P", say("打印", "print")),
        ),
        fields(),
        ticks(),
        bar,
        tabs(),
        line(swatches()),
    )
    board.resize(1040, 560)
    return board


def worded_buttons() -> QWidget:
    return line(
        PrimaryButton(say("停止并采用", "Stop and accept")),
        PrimaryButton(say("导入名单", "Import a list"), "upload"),
        disabled(PrimaryButton(say("打印", "Print"), "printer")),
        QuietButton(say("继续优化", "Go on")),
        QuietButton(say("保存 PDF", "Save PDF"), "download"),
        disabled(QuietButton(say("撤销", "Undo"), "undo-2")),
        SuggestedButton(say("补位…", "Fill…"), small=True),
        QuietButton(say("换人…", "Replace…"), small=True),
        DangerButton(say("放弃", "Give up")),
        LinkButton(say("查看全部 59 人", "Show all 59")),
    )


def other_buttons() -> QWidget:
    purposes = [("wall", say("张贴", "Wall")), ("inside", say("内部", "Internal"))]
    patterns = [("a", "3×8"), ("b", "2×12"), ("c", "24 h")]
    return line(
        IconButton("undo-2", say("撤销", "Undo")),
        IconButton("redo-2", say("重做", "Redo")),
        checked(IconButton("lock", say("锁定", "Lock"))),
        disabled(IconButton("trash-2", say("删除", "Delete"))),
        IconButton("x", say("关闭", "Close"), small=True),
        SegmentedControl(purposes, say("用途", "Purpose"), small=True),
        SegmentedControl(patterns, say("班制", "Pattern")),
        Dot("good"),
        Dot("act"),
        Dot("look"),
        Dot(),
    )


def fields() -> QWidget:
    papers = [("a3", say("A3 横向", "A3 landscape")), ("a4", say("A4 纵向", "A4 portrait"))]
    return line(
        named(ChoiceField(papers), say("纸张", "Paper")),
        named(NumberField(2, unit=say("份", "copies")), say("份数", "Copies")),
        MinuteField(480, say("开始", "Start")),
        MinuteField(1830, say("结束", "End"), next_day=True),
        DateField(date(2020, 4, 13), say("日期", "Day")),
        disabled(named(QLineEdit(say("不可改", "Fixed")), say("备注", "Remark"))),
    )


def ticks() -> QWidget:
    partly = QCheckBox(say("部分", "Partly"))
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    return line(
        QCheckBox(say("发短信", "Send")),
        checked(QCheckBox(say("已确认", "Confirmed"))),
        partly,
        disabled(checked(QCheckBox(say("只读", "Fixed")))),
        QRadioButton(say("工作值班", "Duty")),
        checked(QRadioButton(say("志愿服务", "Volunteering"))),
    )


def tabs() -> QWidget:
    made = QTabWidget()
    for words in (say("基本", "General"), say("可值班时间", "Availability"), say("历史", "History")):
        made.addTab(TextLabel(words, "quiet"), words)
    named(made, say("队员资料", "About the volunteer"))
    named(made.tabBar(), say("队员资料", "About the volunteer"))
    return made


def swatches() -> QWidget:
    picker = ColourSwatchPicker([(tone, tone) for tone in SHIFT_TONES], say("颜色", "Colour"))
    picker.show_letter(say("早", "E"))
    picker.choose("middle")
    return picker


def form() -> QWidget:
    """A form with help, an error, tokens, times and dates."""
    board = rows(volunteer_form(), Hairline(), searches())
    board.resize(620, 640)
    return board


def volunteer_form() -> Form:
    made = Form()
    made.add(say("姓名(&N)", "&Name"), QLineEdit(say("阿卜杜热合曼·买买提", "Abdurahman Memet")))
    phone = made.add(say("手机(&P)", "&Phone"), QLineEdit("1380000000"), say("只印后四位", "Only the last four print"))
    phone.show_error(say("手机号应为 11 位，现在是 10 位。", "A mobile number has 11 digits; this one has 10."))
    qualifications = [
        ("leader", say("负责人", "Leader")),
        ("party", say("党员", "Party member")),
        ("medic", say("医务", "Medic")),
        ("cantonese", say("粤语", "Cantonese")),
    ]
    chosen = TokenEdit(qualifications, say("资质", "Qualifications"))
    chosen.choose(["leader", "medic", "cantonese"])
    made.add(say("资质(&Q)", "&Qualifications"), chosen)
    free = TokenEdit(
        qualifications, say("标签", "Tags"), placeholder=say("选择或输入", "Choose or type"), allow_new=True
    )
    made.add(say("标签(&T)", "&Tags"), free)
    times = line(MinuteField(1350), TextLabel("–", "quiet"), MinuteField(1830, next_day=True))
    made.add(say("起止(&F)", "&From"), times, say("可写 2230、22:30、次日 6:30", "2230, 22:30 or next day 6:30"))
    made.add(say("日期(&D)", "&Days"), DateRangeField(date(2020, 4, 13), date(2020, 4, 19)))
    note = QPlainTextEdit(say("晚上十点以后不便。", "Not after ten at night."))
    note.setFixedHeight(64)
    made.add(say("备注(&M)", "Re&marks"), note)
    return made


def searches() -> Form:
    made = Form(stacked=True)
    words = say("姓名、拼音或首字母", "Name, pinyin or initials")
    made.add(say("搜索", "Search"), SearchField(words))
    full = SearchField(words)
    full.setText("hp")
    made.add(say("正在搜索", "Searching"), full, say("方向键移动，回车选中", "Arrows move, Enter takes"))
    return made


def empty() -> QWidget:
    """A page with nothing to show yet."""
    state = EmptyState(
        "users",
        say("还没有队员", "No volunteers yet"),
        say(
            "从一张名单开始：Excel 或 CSV，表头随意，导入前先给你看。",
            "Begin with a list in Excel or CSV; you see what will be imported before it is.",
        ),
        PrimaryButton(say("导入名单…", "Import a list…"), "upload"),
        QuietButton(say("手工添加", "Add by hand")),
    )
    state.setProperty("surface", "panel")
    state.resize(860, 460)
    return state
