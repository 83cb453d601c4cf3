"""Which line of a pasted text is what: heading, example, entry, label of a section, remark, or a quoted copy."""

import re
from dataclasses import dataclass, field, replace

from roster_app.exchange.chain.items import Item
from roster_app.exchange.chain.numbers import inner_number, leading_number
from roster_app.exchange.chain.plain import HAN, Fragment
from roster_app.exchange.chain.roles import role_heading, role_line

_MARKER = re.compile(r"\s*[「\"“]?\s*(?:[^\n:#]{1,20}:\s*)?#\s*(?:接\s*龙|group\s*note|chain)\s*", re.IGNORECASE)
_BARE_MARKER = re.compile(r"\s*接龙\s*:?\s*")
_DASHES = re.compile(r"\s*(?:[-=_*][ ]?){4,}\s*")
_EXAMPLE = re.compile(
    r"\s*[(【\[]?(?:例子?|例如|示例|格式|样例|模板|范例|e\.?g\.?|example)[】)\]]?(?:\s*[:.,]|\s+|$|(?=姓名|张三))",
    re.IGNORECASE,
)
_REMARK = re.compile(
    "\\s*(?:请|须|必须|需要|提前|注意|不得|时间\\s*:|地点|要求|集合|联系|说明|自带|大家|各位|每人|每班|备注|温馨|内容\\s*:|人员\\s*:|岗位职责|职责"
    "|收到|谢谢|辛苦|感谢|快|记得|please|note\\b|thanks|\\S{1,6}(?:截单|截止|结束)|以上|参与者|报好)",
    re.IGNORECASE,
)
_DATA = re.compile(
    f"\\d|[早中晚夜白]|全天|都行|可以|周[一二三四五六日末]|取消|放弃|不来|随叫|替补|上午|下午|(?:^|[\\s、,])[{HAN}]{{2,4}}(?:$|[\\s、,])"
)
_DAY_SENT = (
    r"(?:(?:20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|今天|前天|(?:星期|周)[一二三四五六日])"
)
_TIME_SENT = r"(?:上午|下午|早上|中午|晚上|凌晨)?\s*\d{1,2}:\d\d(?::\d\d)?\s*(?:[AP]M)?"
_SENDER = re.compile(
    rf"\s*(?:(?!\d{{1,3}}[.、)\s])[^\s:#]\S{{0,20}}(?:\s\S{{1,12}})?:?\s+{_DAY_SENT},?\s+{_TIME_SENT}:?"
    rf"|{_DAY_SENT},?\s+{_TIME_SENT}\s+\D\S{{0,20}}"
    rf"|(?!\d{{1,3}}[.、)\s])(?!\S*(?:[到离上下]岗|时[间段]|开始|结束|集合|截止|[早中晚夜白]|值|点|:))[^\s:#]\S{{0,20}}\s+\d{{1,2}}:\d\d(?::\d\d)?)\s*",
    re.IGNORECASE,
)
"""尹沫 08:20, 尹沫 2026-11-27 08:13:22, and a date before the name."""
_PLACEHOLDER = re.compile(r"[\s.,。·、]*")


@dataclass
class Sheet:
    """One chain of a pasted text, its lines sorted by what they are."""

    title: str = ""
    heading: list[Fragment] = field(default_factory=list)
    examples: list[Fragment] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)
    """The label over an item, by the item's index: a section of the list."""
    label_lines: list[int] = field(default_factory=list)
    remarks: list[int] = field(default_factory=list)


def sheets(fragments: list[Fragment]) -> list[Sheet]:
    """The chains of the text, oldest first, without copies quoted after dashes and those that a later one replaces."""
    kept: dict[str, Sheet] = {}
    for copy in _copies(_unquoted([_without_sender(f) for f in fragments])):
        sheet = _sorted(copy)
        key = re.sub(r"[\s,。.、:!]", "", sheet.title)
        if sheet.items or key not in kept:
            kept.pop(key, None)
            kept[key] = sheet
    filled = [sheet for sheet in kept.values() if sheet.items]
    return filled or list(kept.values())[-1:]


def _without_sender(fragment: Fragment) -> Fragment:
    """A line of who sent what follows, and when, is blank: it divides and says nothing."""
    return replace(fragment, text="") if _SENDER.fullmatch(fragment.text) else fragment


def _is_remark(text: str) -> bool:
    """Whether an unnumbered line only speaks to the group; `@somebody` does."""
    return text.lstrip().startswith("@") or bool(_REMARK.match(text))


def without_marker(line: str) -> str:
    """A line without the `#接龙` at its beginning, in either width."""
    found = _marker(line.replace("＃", "#"))
    return line[found.end() :] if found else line


def _marker(text: str) -> re.Match[str] | None:
    return _MARKER.match(text) or _BARE_MARKER.fullmatch(text)


def _unquoted(fragments: list[Fragment]) -> list[Fragment]:
    """The part that holds the list: before the dashes, or after them where no list stands before."""
    parts: list[list[Fragment]] = [[]]
    for fragment in fragments:
        if _DASHES.fullmatch(fragment.text):
            parts.append([])
        else:
            parts[-1].append(fragment)
    kept: list[Fragment] = []
    count = 0
    for part in parts:
        numbers = [lead[0] for f in part if (lead := leading_number(f.text, 0))]
        marked = any(_marker(f.text) for f in part)
        quoted = bool(kept) and next((f.text for f in kept if f.text.strip()), "").lstrip().startswith(("「", "“"))
        if not count:
            kept, count = [*kept, *part], len(numbers)
        elif quoted and marked and numbers:
            kept, count = list(part), len(numbers)
        elif numbers and not marked and (numbers[0] == count + 1 or _opens_with_role(part)):
            kept, count = [*kept, *part], count + len(numbers)
    return kept


def _opens_with_role(part: list[Fragment]) -> bool:
    first = next((f.text for f in part if f.text.strip()), "")
    return role_heading(first) is not None


def _copies(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The text from every marker on; what stands before the first marker is no part of a chain."""
    copies: list[list[Fragment]] = []
    marked = any(_marker(f.text) for f in fragments)
    for fragment in fragments:
        found = _marker(fragment.text)
        if found:
            copies.append([])
            fragment = replace(fragment, text=without_marker(fragment.text))
        elif not copies and not marked:
            copies.append([])
        if copies:
            copies[-1].append(fragment)
    return copies


def _sorted(fragments: list[Fragment]) -> Sheet:
    sorter = _Sorter(fragments)
    for index, fragment in enumerate(fragments):
        sorter.line(index, fragment)
    sheet = sorter.sheet
    if not sheet.items:
        _unnumbered(sheet)
    sheet.title = re.sub(r"[,，\s]*例$", "", next((f.text.strip() for f in sheet.heading if f.text.strip()), ""))
    return sheet


def _unnumbered(sheet: Sheet) -> None:
    """A list without numbers: every line below the title that names somebody and is no label."""
    body = [f for f in sheet.heading[1:] if not _REMARK.match(f.text) and ":" not in f.text]
    for fragment in body:
        if re.match(rf"\s*[{HAN}A-Za-z·]{{2,8}}(?:[\s、,+]+\S|$|1[3-9]\d)", fragment.text) and _DATA.search(
            fragment.text
        ):
            sheet.items.append(Item(fragment.line, fragment.text, None, (fragment.line,)))
    lines = {item.line for item in sheet.items}
    sheet.heading = [f for f in sheet.heading if f.line not in lines or f is sheet.heading[0]]


class _Sorter:
    """Goes down the lines once."""

    def __init__(self, fragments: list[Fragment]) -> None:
        self.sheet = Sheet()
        self._fragments = fragments
        self._begun = {lead[0] for f in fragments if (lead := leading_number(f.text, 0))}
        self._expected, self._open, self._blank = 1, False, False

    def line(self, index: int, fragment: Fragment) -> None:
        """Sort one line in."""
        text = fragment.text
        if not text.strip():
            self._blank, self._open = True, False
            return
        if _EXAMPLE.match(text):
            self.sheet.examples.append(fragment)
        elif lead := leading_number(text, self._expected):
            self._entry(fragment, *lead)
        elif self.sheet.items and (role := role_line(text)):
            self.sheet.items.append(Item(fragment.line, role.people, None, (fragment.line,), role.role))
            self._open = False
        elif self.sheet.items:
            self._below(index, fragment)
        else:
            self._above(index, fragment)
        self._blank = False

    def _entry(self, fragment: Fragment, number: int, text: str) -> None:
        if _REMARK.match(text) and not self.sheet.items:
            self.sheet.heading.append(replace(fragment, text=text))
            return
        if _REMARK.match(text):
            self.sheet.remarks.append(fragment.line)
            return
        while True:
            following = number + 1
            inner = None if following in self._begun else inner_number(text, following)
            mine = inner[0] if inner else text
            shown = "" if _PLACEHOLDER.fullmatch(mine) else mine
            self.sheet.items.append(Item(fragment.line, shown, number, (fragment.line,)))
            self._expected, self._open = following, True
            if inner is None:
                return
            number, text = following, inner[1]

    def _above(self, index: int, fragment: Fragment) -> None:
        inner = None if 1 in self._begun else inner_number(fragment.text, 1)
        if inner and (inner_number(inner[1], 2) or re.search(r"\s$", inner[0])):
            self.sheet.heading.append(replace(fragment, text=inner[0]))
            self._entry(fragment, 1, inner[1])
            return
        if self._opens_section(index, fragment.text, needs_colon=True):
            self._section(fragment)
        self.sheet.heading.append(fragment)

    def _below(self, index: int, fragment: Fragment) -> None:
        if self._opens_section(index, fragment.text, needs_colon=False):
            self._section(fragment)
            return
        last = self.sheet.items[-1]
        if self._open and not self._blank and not _is_remark(fragment.text) and _DATA.search(fragment.text):
            self.sheet.items[-1] = replace(
                last, text=f"{last.text} {fragment.text}".strip(), lines=(*last.lines, fragment.line)
            )
        else:
            self.sheet.remarks.append(fragment.line)
            self._open = False

    def _section(self, fragment: Fragment) -> None:
        self.sheet.labels[len(self.sheet.items)] = fragment.text.strip().strip(":【】[]").strip()
        self.sheet.label_lines.append(fragment.line)
        self._expected, self._open = 1, False

    def _opens_section(self, index: int, text: str, needs_colon: bool) -> bool:
        """Whether a line without anybody stands right over a numbered one."""
        shown = text.strip()
        if len(shown) > 30 or (needs_colon and not re.search(r":$|^【.*】$|^\[.*\]$", shown)):
            return False
        below = next((f.text for f in self._fragments[index + 1 : index + 3] if f.text.strip()), "")
        lead = leading_number(below, 1) or leading_number(below, self._expected)
        return lead is not None and (
            needs_colon
            or shown.endswith(":")
            or lead[0] == 1
            or bool(_LABEL.fullmatch(shown))
            or role_heading(shown) is not None
        )


_LABEL = re.compile(
    r"第?[一二三四五六七八九十\d]+[组队]|【.*】|\[.*\]|\S{0,8}[早中晚夜白]班\S{0,12}|\d{1,2}月\d{1,2}日\S{0,10}|(?:周|星期)[一二三四五六日]\S{0,6}"
)
