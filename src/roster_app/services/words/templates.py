"""Names of the shift patterns found in the field, of their shifts, and the one-letter codes."""

from roster_app.domain.places import ShiftTimes
from roster_app.i18n import _, pgettext


def template_name(key: str) -> str:
    """三班倒 …"""
    return {
        "three_by_eight": _("Three shifts, 8 h"),
        "three_by_eight_0630": _("Three shifts, 8 h, from 06:30"),
        "two_by_twelve": _("Two shifts, 12 h"),
        "unequal_four": _("Four unequal shifts"),
        "whole_day": _("Whole day, 24 h"),
    }[key]


def turns_name(key: str) -> str:
    """四班三运转 …"""
    return {
        "four_crews_three_shifts": _("Four crews, three shifts, one crew off"),
        "four_crews_two_shifts": _("Four crews, two shifts, two crews off"),
    }[key]


def shift_type_name(times: ShiftTimes) -> str:
    """早班 …"""
    return {
        "early": _("Early"),
        "middle": _("Middle"),
        "late": _("Late"),
        "night": _("Night"),
        "day": _("Day"),
        "whole_day": _("Whole day"),
    }[times.key]


def shift_code(times: ShiftTimes) -> str:
    """早 中 夜 …: one character."""
    return {
        "early": pgettext("shift code", "E"),
        "middle": pgettext("shift code", "M"),
        "late": pgettext("shift code", "L"),
        "night": pgettext("shift code", "N"),
        "day": pgettext("shift code", "D"),
        "whole_day": pgettext("shift code", "W"),
    }[times.key]
