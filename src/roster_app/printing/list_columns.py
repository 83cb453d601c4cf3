"""The columns a list form of duties may have after date and weekday, in the words an order names them by."""

from enum import StrEnum


class ListColumn(StrEnum):
    """带班领导 电话 值班长 电话 白班 夜班 … 值班电话 备注; `SHIFTS` is a column for each shift type."""

    LEADER = "leader"
    LEADER_PHONE = "leader-phone"
    HEAD = "head"
    HEAD_PHONE = "head-phone"
    SHIFTS = "shifts"
    DUTY_PHONE = "duty-phone"
    REMARKS = "remarks"
