"""Teams with their rules and their day tables."""

from dataclasses import replace

from sqlalchemy import delete, or_, select

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import TeamId
from roster_app.domain.people import Team
from roster_app.domain.stationery import USUAL, Stationery
from roster_app.domain.team import TeamRules
from roster_app.storage.mapping import team as mapping
from roster_app.storage.rows import CheckpointRow, DayTableRow, StationeryRow, TeamRow, TeamRulesRow, TravelRow
from roster_app.storage.rule_store import RuleStore
from roster_app.storage.store import Store


class TeamStore(Store):
    """The teams."""

    def all(self) -> tuple[Team, ...]:
        """Every team, the oldest first."""
        return tuple(map(mapping.team, self._rows(select(TeamRow).order_by(TeamRow.id))))

    def get(self, team_id: TeamId) -> Team:
        """One team; raises DomainError (UNKNOWN_TEAM)."""
        rows = self._rows(select(TeamRow).where(TeamRow.id == team_id))
        if not rows:
            raise DomainError(ErrorCode.UNKNOWN_TEAM, team_id=team_id)
        return mapping.team(rows[0])

    def add(self, team: Team) -> None:
        """A new team."""
        self._insert(TeamRow, [mapping.team_columns(team)])

    def update(self, team: Team) -> Team:
        """Store a changed team and answer with it as stored; raises StaleEdit where a colleague was faster."""
        self._update_version(TeamRow, mapping.team_columns(team), team.version)
        return replace(team, version=team.version + 1)

    def stationery(self, team_id: TeamId) -> Stationery:
        """How its sheets look around their tables; as usual until that is set."""
        rows = self._rows(select(StationeryRow).where(StationeryRow.team_id == team_id))
        return mapping.stationery(rows[0]) if rows else USUAL

    def set_stationery(self, team_id: TeamId, stationery: Stationery) -> None:
        """Its sheets look like this from now on."""
        columns = mapping.stationery_columns(team_id, stationery)
        self._put(StationeryRow, StationeryRow.team_id == team_id, columns)

    def rules(self, team_id: TeamId) -> TeamRules:
        """The limits its rosters are judged by; the defaults until others are set."""
        rows = self._rows(select(TeamRulesRow).where(TeamRulesRow.team_id == team_id))
        if not rows:
            return TeamRules()
        ours = select(CheckpointRow.id).where(CheckpointRow.team_id == team_id)
        travel = self._rows(select(TravelRow).where(TravelRow.one_id.in_(ours)))
        return mapping.rules(rows[0], travel, RuleStore(self._session).all(team_id))

    def set_rules(self, team_id: TeamId, rules: TeamRules) -> None:
        """These are the limits from now on, travel times included; of entries what is still there, see `RuleStore`."""
        ours = select(CheckpointRow.id).where(CheckpointRow.team_id == team_id).scalar_subquery()
        self._put(TeamRulesRow, TeamRulesRow.team_id == team_id, mapping.rules_columns(team_id, rules))
        self._run(delete(TravelRow).where(or_(TravelRow.one_id.in_(ours), TravelRow.other_id.in_(ours))))
        self._insert(TravelRow, mapping.travel_columns(rules))
        RuleStore(self._session).replace(team_id, rules.entries)

    def day_table(self, team_id: TeamId) -> DayTable:
        """The calendar it goes by; nothing announced until a table is set.

        Nobody else sets one until this unit of work ends, so that an override is never laid over an older table.
        """
        rows = self._rows(self._locked(select(DayTableRow).where(DayTableRow.team_id == team_id)))
        return mapping.day_table(rows[0]) if rows else DayTable()

    def set_day_table(self, team_id: TeamId, table: DayTable) -> None:
        """This is the calendar from now on."""
        self._put(DayTableRow, DayTableRow.team_id == team_id, mapping.day_table_columns(team_id, table))
