"""What is wrong, or merely striking, about a pattern as written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from roster_app.gui.places.checks import Remark
from roster_app.gui.places.tiling import settled
from roster_app.gui.places.written_pattern import LONGEST, WrittenPattern, WrittenShift
from roster_app.i18n import _


def check_pattern(written: WrittenPattern, other_names: Collection[str]) -> list[Remark]:
    """All remarks, in the order of the form."""
    remarks = []
    if not written.name.strip():
        remarks.append(Remark("name", _("A name is missing. Write one."), grave=True))
    elif written.name.strip() in other_names:
        remarks.append(Remark("name", _("Another pattern has this name too.")))
    codes = Counter(shift.code.strip() for shift in written.shifts)
    for shift in written.shifts:
        remarks.extend(_check_shift(shift, codes))
    if not written.shifts:
        remarks.append(Remark("shifts", _("A pattern needs at least one shift."), grave=True))
    return remarks


def _check_shift(shift: WrittenShift, codes: Counter[str]) -> list[Remark]:
    remarks = []
    code = shift.code.strip()
    if not shift.name.strip():
        remarks.append(Remark("name", _("A shift needs a name, such as: Early, Night."), True, shift.id))
    if not code:
        remarks.append(Remark("code", _("One letter stands for the shift in the roster."), True, shift.id))
    elif codes[code] > 1:
        remarks.append(Remark("code", _("Two shifts have the letter {code}.").format(code=code), part=shift.id))
    if settled(shift.start, shift.end, LONGEST) is None:
        remarks.append(Remark("times", _("A shift lasts at most 48 hours."), True, shift.id))
    return remarks
