"""What the import dialog says beyond the words of the cells: fates, tones, columns, rows that are no person."""

from __future__ import annotations

from roster_app.domain.imports import Fate, ImportPlan
from roster_app.domain.lists import ListColumn, ListField, SkippedRow, SkipReason
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _, ngettext
from roster_app.services.words.names import field_name

TONES: dict[Fate, ToneName] = {
    Fate.NEW: "good",
    Fate.CHANGED: "accent",
    Fate.SAME: "plain",
    Fate.SKIPPED: "plain",
    Fate.WRONG: "act",
}


def sentence_of_skip(row: SkippedRow) -> str:
    """Why a row that holds something is no person."""
    return {
        SkipReason.FOOT: _("a total or a note below the list"),
        SkipReason.HEADING_AGAIN: _("the header once more"),
        SkipReason.EXAMPLE: _("an example line"),
        SkipReason.SECTION: _("a heading over the people that follow"),
        SkipReason.CONTINUED: _("a further line of the person above"),
        SkipReason.NOTHING_READ: _("holds nothing that is read, such as only a number"),
    }[row.reason]


def column_words(column: ListColumn) -> str:
    """C 联系电话 → 手机."""
    heading = f"{column.letter} {column.heading}".strip()
    if column.field is None:
        return _("{column} (not read)").format(column=heading)
    return f"{heading} → {_field(column.field)}"


def _field(field: ListField) -> str:
    if field is ListField.PARTY_MEMBER:
        return _("Party member")
    if field is ListField.ID_NUMBER:
        return _("ID number (checked, not stored)")
    return field_name(field.value)


def balance(plan: ImportPlan) -> str:
    """58 行 = 新增 52 + 更新 3 + 不变 0 + 跳过 2 + 有误 1: every row of the list is accounted for."""
    counts = {fate.value: plan.count(fate) for fate in Fate}
    rows = ngettext("{count} row", "{count} rows", plan.rows_in).format(count=plan.rows_in)
    parts = _("{new} new + {changed} changed + {same} unchanged + {skipped} skipped + {wrong} wrong")
    return f"{rows} = {parts.format(**counts)}"


def outcome(new: int, changed: int) -> str:
    """What an import did, for the status bar."""
    return _("List taken in: {new} new, {changed} changed").format(new=new, changed=changed)
