"""The rows of counters and of what was counted."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import CheckpointId, CounterEntryId, CounterId, DutyId, ShiftTypeId
from roster_app.storage.rows.base import Minute, OfTeam, Row


class CounterRow(Row):
    """What a team counts; `checkpoints` and `posts` are identities, in order, `also` other words for it."""

    __tablename__ = "counter"

    id: Mapped[CounterId] = mapped_column(primary_key=True, autoincrement=False)
    team_id: Mapped[OfTeam]
    name: Mapped[str]
    unit: Mapped[str]
    position: Mapped[int]
    checkpoints: Mapped[list[Any]]
    posts: Mapped[list[Any]]
    also: Mapped[list[Any]]
    archived: Mapped[bool]


class CounterEntryRow(Row):
    """One value as it was entered: added, never changed. It outlives the roster and the places it is about."""

    __tablename__ = "counter_entry"

    id: Mapped[CounterEntryId] = mapped_column(primary_key=True, autoincrement=False)
    counter_id: Mapped[CounterId] = mapped_column(ForeignKey("counter.id"), index=True)
    checkpoint_id: Mapped[CheckpointId]
    day: Mapped[date]
    shift_type_id: Mapped[ShiftTypeId | None]
    duty_id: Mapped[DutyId | None]
    told_by: Mapped[str]
    value: Mapped[int | None]
    author: Mapped[str]
    at: Mapped[Minute]
    source: Mapped[str]
    corrects: Mapped[CounterEntryId | None] = mapped_column(ForeignKey("counter_entry.id"), unique=True)
    reason: Mapped[str]
