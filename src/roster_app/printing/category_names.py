"""Names of what duties and days are counted by, on sheets and in the window."""

from roster_app.domain.calendar import DayType
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.places import DutyTag
from roster_app.i18n import _


def tag_name(tag: DutyTag) -> str:
    """出入监管, 体温监测 …"""
    return {
        DutyTag.ENTRY_CONTROL: _("Entry control"),
        DutyTag.TEMPERATURE: _("Temperature check"),
        DutyTag.REGISTRATION: _("Registration of returnees"),
        DutyTag.PUBLICITY: _("Publicity"),
        DutyTag.RESUMPTION: _("Resumption of work"),
        DutyTag.HOTLINE: _("Hotline"),
        DutyTag.SUPPLIES: _("Supplies"),
        DutyTag.STATISTICS: _("Statistics"),
        DutyTag.DOOR_TO_DOOR: _("Door to door"),
    }[tag]


def day_type_name(day_type: DayType) -> str:
    """工作日 / 休息日 / 法定节假日 / 调休补班."""
    return {
        DayType.WORKDAY: _("Workday"),
        DayType.REST_DAY: _("Rest day"),
        DayType.HOLIDAY: _("Statutory holiday"),
        DayType.MAKEUP_WORKDAY: _("Make-up workday"),
    }[day_type]


def order_note(order: PeopleOrder) -> str:
    """What a list says of its order: 按姓氏笔画为序. The usual order needs no word."""
    return {
        PeopleOrder.PINYIN: "",
        PeopleOrder.STROKES: _("In order of surname strokes"),
        PeopleOrder.RANK: _("In order of rank"),
    }[order]
