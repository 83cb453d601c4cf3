"""What all rows share: how constraints are named and how the domain's types are stored."""

import enum
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, Dialect, Enum, ForeignKey, Integer, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeEngine

from roster_app.domain import ids
from roster_app.domain.timespan import MINUTE

_FIRST_MINUTE = datetime(2000, 1, 1)
_ENUM_LENGTH = 24


class WholeMinute(TypeDecorator[datetime]):
    """A naive local minute, stored as the minutes since the year 2000 began.

    Four bytes where text takes sixteen, and hours are summed by the same SQL in every database: `sum(ends - begins)`.
    """

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Minutes; what is smaller than a minute is not stored."""
        return None if value is None else (value - _FIRST_MINUTE) // MINUTE

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The moment."""
        return None if value is None else moment(value)


@lru_cache(maxsize=4096)
def moment(minutes: int) -> datetime:
    """The moment that is stored as so many minutes.

    Made once a moment: in a month's roster thousands of duties begin and end at a few hundred.
    """
    return _FIRST_MINUTE + minutes * MINUTE


_ID = BigInteger().with_variant(Integer(), "sqlite")
"""63 bits everywhere; in SQLite INTEGER, so that the key of a table is its row number."""

_IDS = (
    ids.TeamId,
    ids.AreaId,
    ids.CrewId,
    ids.QualificationId,
    ids.VolunteerId,
    ids.AvailabilityId,
    ids.LeaveId,
    ids.CheckpointId,
    ids.PostId,
    ids.ShiftTypeId,
    ids.PatternId,
    ids.PeriodId,
    ids.ShiftId,
    ids.DutyId,
    ids.EditId,
    ids.EditionId,
    ids.LedgerEntryId,
    ids.RuleEntryId,
    ids.AcceptanceId,
    ids.PostingId,
    ids.ChainPasteId,
    ids.OpenItemId,
    ids.CounterId,
    ids.CounterEntryId,
    ids.AttendanceId,
    ids.AttendanceStep,
)


def _stored_values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


_ENUM = Enum(enum.Enum, native_enum=False, create_constraint=True, length=_ENUM_LENGTH, values_callable=_stored_values)


class Row(DeclarativeBase):
    """A row of a table; private to storage, never handed out."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, TypeEngine[Any]]] = {
        enum.Enum: _ENUM,
        list[Any]: JSON(),
        dict[str, Any]: JSON(),
        **dict.fromkeys(_IDS, _ID),
    }


Minute = Annotated[datetime, mapped_column(WholeMinute)]
OfTeam = Annotated[ids.TeamId, mapped_column(ForeignKey("team.id"), index=True)]
