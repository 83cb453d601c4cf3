"""Open items, hand-overs and supplies, to and from their rows."""

from roster_app.domain.hand_over import HandOver, OpenItem, SupplyCount, SupplyKind, SupplyList
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import HandOverRow, OpenItemRow, SupplyCountRow, SupplyListRow


def open_item(row: OpenItemRow) -> OpenItem:
    """The value of a row."""
    return OpenItem(
        id=row.id,
        checkpoint_id=row.checkpoint_id,
        text=row.text,
        owner=row.owner,
        raised_at=row.raised_at,
        raised_in=row.raised_in,
        done_at=row.done_at,
        done_by=row.done_by,
    )


def open_item_columns(value: OpenItem) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "checkpoint_id": value.checkpoint_id,
        "text": value.text,
        "owner": value.owner,
        "raised_at": value.raised_at,
        "raised_in": value.raised_in,
        "done_at": value.done_at,
        "done_by": value.done_by,
    }


def hand_over(row: HandOverRow) -> HandOver:
    """The value of a row."""
    return HandOver(
        checkpoint_id=row.checkpoint_id,
        moment=row.moment,
        anomalies=row.anomalies,
        outgoing=row.outgoing,
        incoming=row.incoming,
        signed_at=row.signed_at,
        acknowledged_at=row.acknowledged_at,
    )


def hand_over_columns(value: HandOver) -> Columns:
    """The row of a value."""
    return {
        "checkpoint_id": value.checkpoint_id,
        "moment": value.moment,
        "anomalies": value.anomalies,
        "outgoing": value.outgoing,
        "incoming": value.incoming,
        "signed_at": value.signed_at,
        "acknowledged_at": value.acknowledged_at,
    }


def supply_count(row: SupplyCountRow) -> SupplyCount:
    """The value of a row."""
    return SupplyCount(checkpoint_id=row.checkpoint_id, item=row.item, at=row.at, count=row.count, unit=row.unit)


def supply_count_columns(value: SupplyCount) -> Columns:
    """The row of a value."""
    return {
        "checkpoint_id": value.checkpoint_id,
        "item": value.item,
        "at": value.at,
        "count": value.count,
        "unit": value.unit,
    }


def supply_list(row: SupplyListRow) -> SupplyList:
    """The value of a row."""
    lines = (line.partition("\t") for line in row.kinds.split("\n") if line)
    return SupplyList(row.team_id, tuple(SupplyKind(name, unit) for name, _tab, unit in lines))


def supply_list_columns(value: SupplyList) -> Columns:
    """The row of a value; neither name nor unit holds a tab or a new line, see `domain.hand_over.supply_list`."""
    return {"team_id": value.team_id, "kinds": "\n".join(f"{kind.name}\t{kind.unit}" for kind in value.kinds)}
