"""The rows of what was corrected about forms of files, by the fingerprint of their headers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from roster_app.domain.ids import TeamId
from roster_app.storage.rows.base import Row


class RememberedFormRow(Row):
    """The corrections of one form for one team, as JSON."""

    __tablename__ = "remembered_form"

    team_id: Mapped[TeamId] = mapped_column(ForeignKey("team.id"), primary_key=True, autoincrement=False)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    corrections: Mapped[dict[str, Any]]
    noted_at: Mapped[datetime]
