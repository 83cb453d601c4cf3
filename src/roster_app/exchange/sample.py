"""A sample team from its folder: team.toml holds places, rules and statements, volunteers.xlsx the people."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from roster_app.domain.book import Entry
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CheckpointId,
    LeaveId,
    PatternId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    new_id,
)
from roster_app.domain.names import name_key
from roster_app.domain.people import (
    Availability,
    AvailabilityKind,
    Leave,
    LeaveKind,
    Qualification,
    Team,
    Volunteer,
)
from roster_app.domain.places import Area, Checkpoint, CheckpointKind, DutyTag, Hue, Post, ShiftPattern, ShiftType
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import span_on, whole_days
from roster_app.exchange.holidays import official_table
from roster_app.exchange.sample_rules import entries_of

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SampleTeam:
    """A team under ids of its own, still without people: those come by the ordinary import of `volunteers`."""

    directory: Directory
    volunteers: Path
    first: date
    last: date
    """The period it is meant to be rostered for, both days included."""
    _statements: Table

    def leaves(self, volunteers: Iterable[Volunteer]) -> tuple[Leave, ...]:
        """The leaves of the sample for the people as imported; raises LookupError for a name nobody has."""
        return tuple(_leave(told, who) for told, who in _told_by(self._statements.get("leave", ()), volunteers))

    def availabilities(self, volunteers: Iterable[Volunteer]) -> tuple[Availability, ...]:
        """Likewise what they state about their time."""
        told_by = _told_by(self._statements.get("availability", ()), volunteers)
        return tuple(_availability(told, who) for told, who in told_by)

    def entries(self, directory: Directory) -> tuple[Entry, ...]:
        """The rules it has beside the usual limits, for the team as it is stored with its people."""
        return entries_of(self._statements.get("rule", ()), directory)


def read_team(folder: Path) -> SampleTeam:
    """The team of a folder; its text is ours, so a mistake in it is a bug and raises whatever it raises."""
    told = tomllib.loads((folder / "team.toml").read_text(encoding="utf-8"))
    team = Team(TeamId(new_id()), told["team"]["name"], told["team"]["office"], told["team"]["duty_phone"])
    directory = Directory(
        team,
        qualifications=tuple(_qualification(team.id, q) for q in told["qualification"]),
        areas=tuple(Area(AreaId(new_id()), team.id, name, n) for n, name in enumerate(told["team"]["areas"])),
        days=official_table(),
        rules=_rules(told["rules"]),
    )
    directory = _with_patterns(directory, told["pattern"])
    directory = _with_checkpoints(directory, told["checkpoint"])
    period = told["period"]
    return SampleTeam(directory, folder / "volunteers.xlsx", period["first"], period["last"], told)


def _qualification(team_id: TeamId, told: Table) -> Qualification:
    return Qualification(QualificationId(new_id()), team_id, told["name"], told.get("leads", False))


def _with_patterns(directory: Directory, patterns: Iterable[Table]) -> Directory:
    for told in patterns:
        made = tuple(_shift_type(directory.team.id, shift) for shift in told["shifts"])
        pattern = ShiftPattern(PatternId(new_id()), directory.team.id, told["name"], tuple(s.id for s in made))
        directory = replace(
            directory, shift_types=(*directory.shift_types, *made), patterns=(*directory.patterns, pattern)
        )
    return directory


def _shift_type(team_id: TeamId, told: Table) -> ShiftType:
    start, end = _minutes(told["start"]), _minutes(told["end"])
    return ShiftType(ShiftTypeId(new_id()), team_id, told["name"], told["code"], start, end, Hue(told["hue"]))


def _with_checkpoints(directory: Directory, checkpoints: Iterable[Table]) -> Directory:
    areas = {area.name: area.id for area in directory.areas}
    patterns = {pattern.name: pattern.id for pattern in directory.patterns}
    for order, told in enumerate(checkpoints):
        checkpoint = Checkpoint(
            CheckpointId(new_id()),
            directory.team.id,
            told["name"],
            CheckpointKind(told.get("kind", CheckpointKind.CHECKPOINT)),
            areas[told["area"]],
            patterns[told["pattern"]],
            told.get("phone", ""),
            told.get("address", ""),
            order,
        )
        posts = tuple(_post(directory, checkpoint.id, n, post) for n, post in enumerate(told["posts"]))
        directory = replace(
            directory, checkpoints=(*directory.checkpoints, checkpoint), posts=(*directory.posts, *posts)
        )
    return directory


def _post(directory: Directory, checkpoint_id: CheckpointId, order: int, told: Table) -> Post:
    qualifications = {q.name: q.id for q in directory.qualifications}
    return Post(
        PostId(new_id()),
        checkpoint_id,
        told["name"],
        told.get("headcount", 1),
        frozenset(qualifications[name] for name in told.get("requires", ())),
        tags=frozenset(DutyTag(tag) for tag in told.get("tags", ())),
        leads=told.get("leads", False),
        order=order,
    )


def _rules(told: Table) -> TeamRules:
    start, end = told["night"]
    return TeamRules(
        min_rest_minutes=_minutes(told["min_rest"]),
        max_consecutive_days=told["max_consecutive_days"],
        max_week_minutes=_minutes(told["max_week"]),
        max_consecutive_nights=told["max_consecutive_nights"],
        night_start=_minutes(start),
        night_end=_minutes(end),
        night_counts_from=_minutes(told["night_counts_from"]),
        leader_each_shift=told["leader_each_shift"],
        travel_within_area=_minutes(told["travel_within_area"]),
        travel_between_areas=_minutes(told["travel_between_areas"]),
    )


def _told_by(statements: Iterable[Table], volunteers: Iterable[Volunteer]) -> Iterable[tuple[Table, Volunteer]]:
    people = list(volunteers)
    for told in statements:
        unit = told.get("unit")
        found = [
            v for v in people if name_key(v.name) == name_key(told["who"]) and (unit is None or v.affiliation == unit)
        ]
        if len(found) != 1:
            raise LookupError(f"{told['who']} {unit or ''}: {len(found)} people")
        yield told, found[0]


def _leave(told: Table, who: Volunteer) -> Leave:
    span = whole_days(told["first"], told["last"])
    return Leave(LeaveId(new_id()), who.id, span, LeaveKind(told["kind"]), told["reason"])


def _availability(told: Table, who: Volunteer) -> Availability:
    return Availability(
        AvailabilityId(new_id()),
        who.id,
        AvailabilityKind(told["kind"]),
        span_on(told["day"], _minutes(told["from"]), _minutes(told["to"])),
        told.get("rule", ""),
        tuple(told.get("except_on", ())),
        told.get("note", ""),
    )


def _minutes(clock: str) -> int:
    """Minutes of "06:30"; hours may pass 24."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
