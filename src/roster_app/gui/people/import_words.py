"""What the import dialog says beyond the words of rows and cells: tones, and the balance of all rows."""

from __future__ import annotations

from roster_app.domain.imports import Fate, ImportPlan
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _, ngettext

TONES: dict[Fate, ToneName] = {
    Fate.NEW: "good",
    Fate.CHANGED: "accent",
    Fate.SAME: "plain",
    Fate.SKIPPED: "plain",
    Fate.WRONG: "act",
}


def balance(plan: ImportPlan) -> str:
    """58 行 = 新增 52 + 更新 3 + 不变 0 + 跳过 2 + 有误 1: every row of the list is accounted for."""
    counts = {fate.value: plan.count(fate) for fate in Fate}
    rows = ngettext("{count} row", "{count} rows", plan.rows_in).format(count=plan.rows_in)
    parts = _("{new} new + {changed} changed + {same} unchanged + {skipped} skipped + {wrong} wrong")
    return f"{rows} = {parts.format(**counts)}"


def outcome(new: int, changed: int) -> str:
    """What an import did, for the status bar."""
    return _("List taken in: {new} new, {changed} changed").format(new=new, changed=changed)
