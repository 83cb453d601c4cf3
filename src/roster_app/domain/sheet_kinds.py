"""The kinds of sheets that are printed of a roster."""

from enum import StrEnum


class SheetKind(StrEnum):
    """一周值班表 (on the wall) / 每日值班签到表 / 变更单 (beside what hangs on the wall) / 月值班表 (by day) /
    人员值班表 (by person) / 值班一览表 (the list form of offices) / 个人值班单 (a strip for each volunteer) /
    交接班记录 (filled in from shift to shift) / 内部通讯录 (with full mobile numbers, never posted) /
    工时证明 (each volunteer's duties and hours) / 服务证明 (a formal page for each) / 统计报表 (人数 人次 小时)."""

    WALL = "wall"
    DUTY = "duty"
    CHANGE = "change"
    MONTH = "month"
    PEOPLE = "people"
    LIST = "list"
    SLIPS = "slips"
    HANDOVER = "handover"
    CONTACTS = "contacts"
    HOURS = "hours"
    CERTIFICATE = "certificate"
    STATISTICS = "statistics"
