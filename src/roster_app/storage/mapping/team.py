"""A team, its rules and its day table, to and from their rows."""

from collections.abc import Iterable, Mapping
from datetime import date

from roster_app.domain.book import Entry
from roster_app.domain.book.written import WrittenEntry, read_entry, written
from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.ids import RuleEntryId, TeamId
from roster_app.domain.people import Team
from roster_app.domain.stationery import Stationery
from roster_app.domain.team import TeamRules
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import DayTableRow, RuleEntryRow, StationeryRow, TeamRow, TeamRulesRow, TravelRow


def team(row: TeamRow) -> Team:
    """The value of a row."""
    return Team(id=row.id, name=row.name, office=row.office, duty_phone=row.duty_phone, version=row.version)


def team_columns(value: Team) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "name": value.name,
        "office": value.office,
        "duty_phone": value.duty_phone,
        "version": value.version,
    }


def stationery(row: StationeryRow) -> Stationery:
    """The value of a row."""
    return Stationery(
        title=row.title,
        made_label=row.made_label,
        reviewed_label=row.reviewed_label,
        date_label=row.date_label,
        rules=None if row.rules is None else tuple(row.rules.split("\n")) if row.rules else (),
        logo=row.logo,
    )


def stationery_columns(team_id: TeamId, value: Stationery) -> Columns:
    """The row of a team's stationery."""
    return {
        "team_id": team_id,
        "title": value.title,
        "made_label": value.made_label,
        "reviewed_label": value.reviewed_label,
        "date_label": value.date_label,
        "rules": None if value.rules is None else "\n".join(value.rules),
        "logo": value.logo,
    }


def rules(row: TeamRulesRow, travel: Iterable[TravelRow], entries: tuple[Entry, ...]) -> TeamRules:
    """The value of a row, of the travel times between the team's checkpoints, and of its own entries."""
    return TeamRules(
        min_rest_minutes=row.min_rest_minutes,
        max_consecutive_days=row.max_consecutive_days,
        max_week_minutes=row.max_week_minutes,
        max_consecutive_nights=row.max_consecutive_nights,
        max_nights=row.max_nights,
        night_start=row.night_start,
        night_end=row.night_end,
        night_counts_from=row.night_counts_from,
        leader_each_shift=row.leader_each_shift,
        travel_within_area=row.travel_within_area,
        travel_between_areas=row.travel_between_areas,
        travel={frozenset((t.one_id, t.other_id)): t.minutes for t in travel},
        entries=entries,
    )


def rules_columns(team_id: TeamId, value: TeamRules) -> Columns:
    """The row of a team's rules, travel times and entries left out."""
    return {
        "team_id": team_id,
        "min_rest_minutes": value.min_rest_minutes,
        "max_consecutive_days": value.max_consecutive_days,
        "max_week_minutes": value.max_week_minutes,
        "max_consecutive_nights": value.max_consecutive_nights,
        "max_nights": value.max_nights,
        "night_start": value.night_start,
        "night_end": value.night_end,
        "night_counts_from": value.night_counts_from,
        "leader_each_shift": value.leader_each_shift,
        "travel_within_area": value.travel_within_area,
        "travel_between_areas": value.travel_between_areas,
    }


def travel_columns(value: TeamRules) -> list[Columns]:
    """The rows of the travel times: one a pair of checkpoints."""
    rows: list[Columns] = []
    for pair, minutes in value.travel.items():
        one, other = sorted(pair)
        rows.append({"one_id": one, "other_id": other, "minutes": minutes})
    return rows


def entry(row: RuleEntryRow) -> Entry:
    """The value of a row; raises DomainError (RULE_UNREADABLE)."""
    return read_entry(WrittenEntry(row.family, row.whom, row.parameters))


def entry_columns(entry_id: RuleEntryId, team_id: TeamId, value: Entry) -> Columns:
    """The row of a value."""
    told = written(value)
    return {
        "id": entry_id,
        "team_id": team_id,
        "family": told.family,
        "whom": told.whom,
        "parameters": told.parameters,
    }


def day_table(row: DayTableRow) -> DayTable:
    """The value of a row."""
    return DayTable(
        announced_years=frozenset(row.announced_years),
        special=_special_days(row.special),
        overrides=_special_days(row.overrides),
    )


def day_table_columns(team_id: TeamId, value: DayTable) -> Columns:
    """The row of a team's day table."""
    return {
        "team_id": team_id,
        "announced_years": sorted(value.announced_years),
        "special": _special_json(value.special),
        "overrides": _special_json(value.overrides),
    }


def _special_days(stored: Mapping[str, list[str]]) -> dict[date, SpecialDay]:
    return {date.fromisoformat(day): SpecialDay(DayType(kind), occasion) for day, (kind, occasion) in stored.items()}


def _special_json(days: Mapping[date, SpecialDay]) -> dict[str, list[str]]:
    return {day.isoformat(): [special.type.value, special.occasion] for day, special in sorted(days.items())}
