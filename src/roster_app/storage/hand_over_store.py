"""The hand-over log: read from a moment on, and changed by compare-and-set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, inspect, or_, select, tuple_, update

from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.hand_over import Entry, HandOver, Log, LogEdit, OpenItem, SupplyCount, SupplyKind, SupplyList
from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping import hand_overs as mapping
from roster_app.storage.rows import CheckpointRow, HandOverRow, OpenItemRow, Row, SupplyCountRow, SupplyListRow
from roster_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where one kind of entry is kept, and how a person would call it."""

    row: type[Row]
    columns: Callable[[Any], Columns]
    name: Callable[[Any], str]


_KEPT: dict[type[Entry], _Kept] = {
    OpenItem: _Kept(OpenItemRow, mapping.open_item_columns, lambda item: item.text),
    HandOver: _Kept(HandOverRow, mapping.hand_over_columns, lambda found: f"{found.moment:%Y-%m-%d %H:%M}"),
    SupplyCount: _Kept(SupplyCountRow, mapping.supply_count_columns, lambda count: count.item),
    SupplyList: _Kept(
        SupplyListRow, mapping.supply_list_columns, lambda found: ", ".join(kind.name for kind in found.kinds)
    ),
}


class HandOverStore(Store):
    """The logs of all teams."""

    def log(self, team_id: TeamId, since: datetime) -> Log:
        """What is open, and all that was noted from the moment on; of older counts the last of each kind."""
        own = select(CheckpointRow.id).where(CheckpointRow.team_id == team_id)
        items = select(OpenItemRow).where(
            OpenItemRow.checkpoint_id.in_(own), or_(OpenItemRow.done_at.is_(None), OpenItemRow.done_at >= since)
        )
        noted = select(HandOverRow).where(HandOverRow.checkpoint_id.in_(own), HandOverRow.moment >= since)
        return Log(
            items=tuple(map(mapping.open_item, self._rows(items.order_by(OpenItemRow.id)))),
            hand_overs=tuple(map(mapping.hand_over, self._rows(noted.order_by(HandOverRow.moment)))),
            counts=self._counts(SupplyCountRow.checkpoint_id.in_(own), since),
            kinds=self._kinds(team_id),
            begun=self._begun(HandOverRow.checkpoint_id.in_(own)),
        )

    def apply(self, edit: LogEdit) -> None:
        """Carry a change out; raises StaleEdit where what is there is not what the change expects."""
        kept = _KEPT[type(edit.subject)]
        name = kept.name(edit.before or edit.after)
        self._name({"name": name})
        if edit.before is None:
            self._refuse_known(kept, edit.after)
            self._insert(kept.row, [kept.columns(edit.after)])
            return
        as_expected = [
            inspect(kept.row).columns[column].is_not_distinct_from(value)
            for column, value in kept.columns(edit.before).items()
        ]
        if edit.after is None:
            done = self._run(delete(kept.row).where(*as_expected))
        else:
            done = self._run(update(kept.row).where(*as_expected).values(kept.columns(edit.after)))
        if not done.rowcount:
            raise StaleEdit(ErrorCode.STALE_RECORD, name=name)

    def _refuse_known(self, kept: _Kept, entry: Entry | None) -> None:
        """Somebody has noted the same meanwhile; where both do at once, the database refuses the second."""
        columns = kept.columns(entry)
        if self._rows(select(kept.row).where(*(key == columns[key.name] for key in inspect(kept.row).primary_key))):
            raise StaleEdit(ErrorCode.STALE_RECORD, name=kept.name(entry))

    def _counts(self, own: ColumnElement[bool], since: datetime) -> tuple[SupplyCount, ...]:
        kind = SupplyCountRow.checkpoint_id, SupplyCountRow.item
        latest = select(*kind, func.max(SupplyCountRow.at)).where(own, SupplyCountRow.at < since).group_by(*kind)
        wanted = or_(SupplyCountRow.at >= since, tuple_(*kind, SupplyCountRow.at).in_(latest))
        rows = self._rows(select(SupplyCountRow).where(own, wanted).order_by(SupplyCountRow.at, SupplyCountRow.item))
        return tuple(map(mapping.supply_count, rows))

    def _kinds(self, team_id: TeamId) -> tuple[SupplyKind, ...] | None:
        rows = self._rows(select(SupplyListRow).where(SupplyListRow.team_id == team_id))
        return mapping.supply_list(rows[0]).kinds if rows else None

    def _begun(self, own: ColumnElement[bool]) -> dict[CheckpointId, datetime]:
        first = select(HandOverRow.checkpoint_id, func.min(HandOverRow.moment)).where(own)
        found = self._session.execute(first.group_by(HandOverRow.checkpoint_id))
        return {row[0]: row[1] for row in found}
