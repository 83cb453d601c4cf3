"""Tiny instances of both formats, and the way from an instance's roster to one of the application."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.engine.duty import Row
from benchmarks.engine.instances import Case
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Assignment, Roster

PUBLISHED = """\
# Comments may stand anywhere
SECTION_HORIZON
# All instances start on a Monday
# days
14

SECTION_SHIFTS
# ShiftID, Length, never before
D,480,
N,600,D

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxRun, MinRun, MinDaysOff, MaxWeekends
A,D=14|N=2,4800,2400,5,2,2,1
B,D=14|N=5,6000,1440,4,1,3,2
C,D=5|N=0,4800,0,5,2,2,1

SECTION_DAYS_OFF
# EmployeeID, DayIndexes
A,7
B,1,2

SECTION_SHIFT_ON_REQUESTS
# EmployeeID, Day, ShiftID, Weight
A,0,D,2
A,1,D,3
C,9,D,4

SECTION_SHIFT_OFF_REQUESTS
# EmployeeID, Day, ShiftID, Weight
A,5,D,7
B,4,N,1

SECTION_COVER
# Day, ShiftID, Requirement, under, over
""" + "".join(f"{day},D,{1 + day % 2},100,1\n{day},N,{day % 3 % 2},50,{day % 2}\n" for day in range(14))

LINE = "DDD..DD..DDN.."
"""A line of A's that breaks nothing."""


def line(written: str) -> list[str]:
    """A line from one letter a day, a dot for a day off."""
    return [kind.strip(".") for kind in written]


def duty(**rules: Any) -> dict[str, Any]:
    """Nine people, two checkpoints, eight days, three shift types of which the last begins after midnight."""
    people = [
        {
            "id": f"V{n}",
            "area": n % 2,
            "qualifications": ["leader"] if n % 2 == 0 else [],
            "new": n in (1, 3, 4),
            "unavailable_days": [n] if n < 4 else [],
            "no_nights": n in (2, 5),
            "wanted_days": [7 - n] if n < 6 else [],
        }
        for n in range(9)
    ]
    return {
        "name": "tiny",
        "start": "2020-04-06",
        "days": 8,
        "shift_types": [
            {"id": "A", "start": 390, "end": 690},
            {"id": "C", "start": 1050, "end": 1500},
            {"id": "N", "start": 1500, "end": 1830},
        ],
        "night_shift_types": ["N"],
        "checkpoints": [
            {
                "id": f"C{area}",
                "area": area,
                "posts": [
                    {"id": "leader", "seats": 1, "requires": ["leader"]},
                    {"id": "guard", "seats": 1 + area, "requires": []},
                ],
            }
            for area in (0, 1)
        ],
        "volunteers": people,
        "rules": {
            "one_shift_a_day": True,
            "min_rest_minutes": 720,
            "max_consecutive_days": 4,
            "max_consecutive_nights": 2,
            "max_shifts_a_week": 5,
        }
        | rules,
        "weights": {
            "vacancy": 1000,
            "unfair_total": 50,
            "unfair_nights": 40,
            "unfair_weekends": 30,
            "away_from_home_area": 1,
            "wanted_day_worked": -2,
        },
    }


LINKED = {"keep_apart": [["V0", "V1"], ["V1", "V2"]], "new_at_most_experienced": True}


Lines = dict[str, list[str]]


def seated_lines(case: Case, lines: Mapping[str, Sequence[str]]) -> tuple[Lines, Roster]:
    """The application's roster of these lines; who finds no seat left in a shift is off that day, in both."""
    kinds = {shift_type.name: shift_type.id for shift_type in case.directory.shift_types}
    plan, days = case.roster.plan, case.roster.period.days
    free = {
        (shift.day, shift.shift_type_id): sorted(plan.duties_of.get(shift.id, ()), key=lambda duty: -duty.seat)
        for shift in plan.shifts
    }
    held: Lines = {who: [""] * len(days) for who in lines}
    assignments = {}
    for volunteer in case.directory.volunteers:
        for day, kind in enumerate(lines[volunteer.name]):
            if kind and free[days[day], kinds[kind]]:
                assignments[free[days[day], kinds[kind]].pop().id] = Assignment(volunteer.id)
                held[volunteer.name][day] = kind
    return held, case.roster.with_assignments(assignments)


def seated_rows(case: Case, rows: Sequence[Row]) -> Roster:
    """The application's roster of these rows; there may not be more of them for a post than it has seats."""
    directory, plan, days = case.directory, case.roster.plan, case.roster.period.days
    people = {volunteer.name: volunteer.id for volunteer in directory.volunteers}
    free: dict[tuple[object, ...], list[DutyId]] = defaultdict(list)
    for seat in plan.duties:
        shift, post = plan.shift_of(seat.id), directory.post[seat.post_id]
        kind, place = directory.shift_type[shift.shift_type_id].name, directory.checkpoint[shift.checkpoint_id].name
        free[days.index(shift.day), kind, place, post.name].append(seat.id)
    return case.roster.with_assignments({free[tuple(where)].pop(): Assignment(people[who]) for who, *where in rows})
