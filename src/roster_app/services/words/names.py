"""Names of kinds, rules, fields, duties and shifts."""

from roster_app.domain.calendar import Day, DayType
from roster_app.domain.ids import DutyId
from roster_app.domain.imports import Fate
from roster_app.domain.people import AvailabilityKind, Gender, LeaveKind
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.places import CheckpointKind
from roster_app.domain.roster import Duty, DutyPlan, PeriodState, Shift
from roster_app.domain.rules import Rule
from roster_app.domain.team import Directory
from roster_app.domain.twins import Sign
from roster_app.i18n import _
from roster_app.printing.category_names import day_type_name, order_note, tag_name
from roster_app.services.words.times import clock_times, day_words

__all__ = ["day_type_name", "order_note", "tag_name"]  # of others


def kind_name(kind: CheckpointKind) -> str:
    """卡口, 热线 …"""
    return {
        CheckpointKind.CHECKPOINT: _("Checkpoint"),
        CheckpointKind.HOTLINE: _("Hotline"),
        CheckpointKind.SUPPLIES: _("Supplies"),
        CheckpointKind.PUBLICITY: _("Publicity"),
        CheckpointKind.DATA_DESK: _("Data desk"),
        CheckpointKind.DOOR_TO_DOOR: _("Door to door"),
    }[kind]


def occasion_name(day: Day) -> str:
    """清明节 …; 补班 on a make-up workday; empty where there is nothing to say."""
    if day.type is DayType.MAKEUP_WORKDAY:
        return _("Make-up")
    names = {
        "new_year": _("New Year"),
        "spring_festival": _("Spring Festival"),
        "qingming": _("Qingming"),
        "labour_day": _("Labour Day"),
        "dragon_boat": _("Dragon Boat"),
        "mid_autumn": _("Mid-Autumn"),
        "national_day": _("National Day"),
        "victory_day": _("Victory Day"),
    }
    return names.get(day.occasion, day.occasion) if day.type is DayType.HOLIDAY else ""


def state_name(state: PeriodState) -> str:
    """草稿 / 已发布 / 已归档."""
    return {
        PeriodState.DRAFT: _("Draft"),
        PeriodState.PUBLISHED: _("Published"),
        PeriodState.ARCHIVED: _("Archived"),
    }[state]


def availability_name(kind: AvailabilityKind) -> str:
    """可值班 / 不可值班 / 不愿值班 / 希望值班."""
    return {
        AvailabilityKind.AVAILABLE: _("Available"),
        AvailabilityKind.UNAVAILABLE: _("Unavailable"),
        AvailabilityKind.UNWANTED: _("Unwanted"),
        AvailabilityKind.WANTED: _("Wanted"),
    }[kind]


def gender_name(gender: Gender) -> str:
    """女 / 男; a dash where nobody stated it."""
    return {Gender.UNKNOWN: "—", Gender.FEMALE: _("Female"), Gender.MALE: _("Male")}[gender]


def order_name(order: PeopleOrder) -> str:
    """拼音 / 姓氏笔画 / 职务."""
    return {
        PeopleOrder.PINYIN: _("Pinyin"),
        PeopleOrder.STROKES: _("Surname strokes"),
        PeopleOrder.RANK: _("Rank"),
    }[order]


def sign_name(sign: Sign) -> str:
    """What speaks for two entries of one person: 同名 / 一字之差 / 同音 / 同号码 / 同单位."""
    return {
        Sign.SAME_NAME: _("same name"),
        Sign.NEAR_NAME: _("one character apart"),
        Sign.SAME_SOUND: _("sounds the same"),
        Sign.SAME_PHONE: _("same number"),
        Sign.SAME_AFFILIATION: _("same affiliation"),
    }[sign]


def leave_kind_name(kind: LeaveKind) -> str:
    """公假 / 私假."""
    return {LeaveKind.OFFICIAL: _("Official leave"), LeaveKind.PRIVATE: _("Private leave")}[kind]


def rule_name(rule: Rule) -> str:
    """A rule's short name, for lists and pills."""
    return {
        Rule.QUALIFICATION: _("Qualification"),
        Rule.MEMBERSHIP: _("Not a member"),
        Rule.UNAVAILABLE: _("Unavailable"),
        Rule.ON_LEAVE: _("On leave"),
        Rule.NIGHTS_NOT_ALLOWED: _("No nights"),
        Rule.OVERLAP: _("Two duties at once"),
        Rule.TRAVEL: _("Travel time"),
        Rule.MIN_REST: _("Too little rest"),
        Rule.CONSECUTIVE_DAYS: _("Days in a row"),
        Rule.CONSECUTIVE_NIGHTS: _("Nights in a row"),
        Rule.NIGHTS_IN_PERIOD: _("Nights in the period"),
        Rule.WEEK_MINUTES: _("Hours in the week"),
        Rule.LEADER_MISSING: _("No leader"),
        Rule.UNWANTED: _("Unwanted time"),
        Rule.SHARE_OF_HOURS: _("Share of hours"),
        Rule.SHARE_OF_NIGHTS: _("Share of nights"),
        Rule.SHARE_OF_WEEKENDS: _("Share of weekends"),
        Rule.SHARE_OF_HOLIDAYS: _("Share of holidays"),
        Rule.SHARE: _("Share of duties"),
        Rule.WEEKLY_REST: _("Weekly rest"),
        Rule.REST_AFTER_RUN: _("Days off after a run"),
        Rule.RUN: _("Run of days"),
        Rule.SUCCESSION: _("Order of shifts"),
        Rule.HALF_WEEKEND: _("Half a weekend"),
        Rule.AMOUNT: _("Amount of duties"),
        Rule.ROTATION: _("Against the rotation"),
        Rule.ALONE: _("Alone on the shift"),
        Rule.TOGETHER: _("Not together"),
        Rule.APART: _("Not apart"),
        Rule.NEW_PEOPLE: _("Too many new people"),
        Rule.MIX: _("Crew not mixed"),
        Rule.SQUAD: _("Crew not complete"),
        Rule.TURN: _("Out of turn"),
        Rule.CHANGED: _("Changed since publishing"),
        Rule.AWAY: _("Away from home"),
        Rule.PLACE_CHANGE: _("Change of place"),
    }[rule]


def fate_name(fate: Fate) -> str:
    """新增 / 更新 / 不变 / 跳过 / 有误."""
    return {
        Fate.NEW: _("New"),
        Fate.CHANGED: _("Changed"),
        Fate.SAME: _("Unchanged"),
        Fate.SKIPPED: _("Skipped"),
        Fate.WRONG: _("Wrong"),
    }[fate]


def field_name(field: str) -> str:
    """A volunteer's field as its column is headed."""
    return {
        "name": _("Name"),
        "affiliation": _("Affiliation"),
        "area": _("Area"),
        "crew": _("Crew"),
        "qualifications": _("Qualifications"),
        "phone": _("Phone"),
        "title": _("Title"),
        "nights_allowed": _("Nights allowed"),
        "party_member": _("Party member"),
        "gender": _("Gender"),
        "name_consent": _("Agrees to public naming"),
        "phone_consent": _("Agrees to a posted number"),
        "new": _("New to the team"),
        "joined": _("First day"),
        "left": _("Last day"),
        "id_number": _("ID number"),
        "note": _("Note"),
    }.get(field, field)


def shift_name(shift: Shift, directory: Directory) -> str:
    """横岗卡口 4月16日 早班."""
    return _("{checkpoint}, {day}, {shift}").format(
        checkpoint=directory.checkpoint[shift.checkpoint_id].name,
        day=day_words(shift.day),
        shift=directory.shift_type[shift.shift_type_id].name,
    )


def duty_name(duty_id: DutyId, plan: DutyPlan, directory: Directory) -> str:
    """横岗卡口 4月16日 早班 负责人; with its times where it is only part of the shift."""
    duty = plan.duty[duty_id]
    name = seat_name(duty, plan, directory)
    if duty.span == plan.shift[duty.shift_id].span:
        return name
    return _("{duty} {times}").format(duty=name, times=clock_times(duty.span))


def seat_name(duty: Duty, plan: DutyPlan, directory: Directory) -> str:
    """横岗卡口 4月16日 早班 负责人, whatever part of the shift it is."""
    return _("{shift}, {post}").format(
        shift=shift_name(plan.shift[duty.shift_id], directory), post=directory.post[duty.post_id].name
    )
