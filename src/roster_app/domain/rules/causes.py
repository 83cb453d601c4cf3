"""Causes: what a roster's points are told by."""

from collections.abc import Mapping
from enum import StrEnum

from roster_app.domain.rules.violation import Rule


class Cause(StrEnum):
    """What points are paid for, in the order they are told; wishes granted count below 0."""

    VACANCY = "vacancy"
    SURPLUS = "surplus"
    HOURS = "hours"
    NIGHTS = "nights"
    WEEKENDS = "weekends"
    HOLIDAYS = "holidays"
    SHARES = "shares"
    WISHES = "wishes"
    AWAY = "away"
    CONTINUITY = "continuity"
    REST = "rest"
    RUNS = "runs"
    AMOUNTS = "amounts"
    ROTATION = "rotation"
    CREW = "crew"
    TURNS = "turns"
    STABILITY = "stability"


CAUSE_OF: Mapping[Rule, Cause] = {
    Rule.MIN_REST: Cause.REST,
    Rule.WEEKLY_REST: Cause.REST,
    Rule.REST_AFTER_RUN: Cause.REST,
    Rule.CONSECUTIVE_DAYS: Cause.RUNS,
    Rule.CONSECUTIVE_NIGHTS: Cause.RUNS,
    Rule.RUN: Cause.RUNS,
    Rule.SUCCESSION: Cause.RUNS,
    Rule.HALF_WEEKEND: Cause.RUNS,
    Rule.NIGHTS_IN_PERIOD: Cause.AMOUNTS,
    Rule.WEEK_MINUTES: Cause.AMOUNTS,
    Rule.AMOUNT: Cause.AMOUNTS,
    Rule.ROTATION: Cause.ROTATION,
    Rule.LEADER_MISSING: Cause.CREW,
    Rule.ALONE: Cause.CREW,
    Rule.TOGETHER: Cause.CREW,
    Rule.APART: Cause.CREW,
    Rule.NEW_PEOPLE: Cause.CREW,
    Rule.MIX: Cause.CREW,
    Rule.SQUAD: Cause.CREW,
    Rule.TURN: Cause.TURNS,
    Rule.CHANGED: Cause.STABILITY,
    Rule.UNWANTED: Cause.WISHES,
    Rule.AWAY: Cause.AWAY,
    Rule.PLACE_CHANGE: Cause.CONTINUITY,
    Rule.SHARE_OF_HOURS: Cause.HOURS,
    Rule.SHARE_OF_NIGHTS: Cause.NIGHTS,
    Rule.SHARE_OF_WEEKENDS: Cause.WEEKENDS,
    Rule.SHARE_OF_HOLIDAYS: Cause.HOLIDAYS,
    Rule.SHARE: Cause.SHARES,
}
"""The cause of every rule that can be a wish."""
