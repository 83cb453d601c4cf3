"""Pairs of people a coordinator has called two people: told, and taken back."""

from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, delete, or_, select

from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.storage.rows import ToldApartRow, VolunteerRow
from roster_app.storage.store import Store

Pair: TypeAlias = frozenset[VolunteerId]


class ApartStore(Store):
    """The pairs of all teams."""

    def all(self, team_id: TeamId) -> frozenset[Pair]:
        """The team's pairs."""
        row = ToldApartRow
        ours = select(row).join(VolunteerRow, VolunteerRow.id == row.one_id).where(VolunteerRow.team_id == team_id)
        return frozenset(frozenset((found.one_id, found.other_id)) for found in self._rows(ours))

    def of(self, volunteer_id: VolunteerId) -> frozenset[Pair]:
        """The pairs somebody is one of."""
        row = ToldApartRow
        theirs = select(row).where(or_(row.one_id == volunteer_id, row.other_id == volunteer_id))
        return frozenset(frozenset((found.one_id, found.other_id)) for found in self._rows(theirs))

    def add(self, pairs: Iterable[Pair]) -> None:
        """These are two people each; told twice is told once. Raises StaleEdit where one of a pair is gone."""
        for pair in pairs:
            there = select(VolunteerRow.id).where(VolunteerRow.id.in_(pair))
            if len(self._session.scalars(there).all()) < len(pair):
                raise StaleEdit(ErrorCode.STALE_RECORD, name="")
            if self._session.scalar(select(ToldApartRow.one_id).where(_is(pair))) is None:
                self._insert(ToldApartRow, [{"one_id": min(pair), "other_id": max(pair)}])

    def remove(self, pair: Pair) -> None:
        """They may be one after all."""
        self._run(delete(ToldApartRow).where(_is(pair)))


def _is(pair: Pair) -> ColumnElement[bool]:
    return and_(ToldApartRow.one_id == min(pair), ToldApartRow.other_id == max(pair))
