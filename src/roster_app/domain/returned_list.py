"""What the list of a workbook that came back asks for: one row a duty, known by its id and by its words."""

from roster_app.domain.ids import DutyId
from roster_app.domain.names import name_key
from roster_app.domain.returned import CellText, DutyLine, Reading, Returned, ReturnProblem, Wish, WrittenDuty
from roster_app.domain.returned_names import NamesThen


def read_list(returned: Returned, names: NamesThen) -> Reading:
    """Every row that says otherwise than it was written; a row that is gone takes nobody off."""
    reading = Reading()
    if not returned.list_name:
        return reading
    then = {duty.duty_id: duty for duty in returned.written.duties}
    seen: dict[DutyId, DutyLine] = {}
    for line in returned.duties:
        if line.duty_id is None or line.duty_id not in then:
            reading.remark(line.first, ReturnProblem.ROW_ADDED)
        elif line.duty_id in seen:
            _repeated(seen[line.duty_id], line, reading)
        else:
            seen[line.duty_id] = line
            _read(line, then[line.duty_id], names, reading)
    for duty_id in then.keys() - seen.keys():
        gone = CellText(returned.list_name, " ".join(then[duty_id].label))
        reading.remark(gone, ReturnProblem.ROW_REMOVED)
    reading.remarks.sort(key=lambda remark: remark.code is ReturnProblem.ROW_REMOVED)
    return reading


def _repeated(first: DutyLine, line: DutyLine, reading: Reading) -> None:
    """A copy that says the same is no harm; of two that differ neither is believed."""
    if first.holder.text.strip() != line.holder.text.strip():
        reading.wishes = [wish for wish in reading.wishes if wish.duty_id != line.duty_id]
        reading.remark(line.holder, ReturnProblem.ROW_REPEATED, first.holder.address)


def _read(line: DutyLine, then: WrittenDuty, names: NamesThen, reading: Reading) -> None:
    if tuple(map(name_key, line.label)) != tuple(map(name_key, then.label)):
        reading.remark(line.first, ReturnProblem.ROW_MIXED, " ".join(then.label))
        return
    text = line.holder.text.strip()
    holder = names.who(text) if text else None
    if isinstance(holder, tuple):
        reading.remark(line.holder, *holder)
    elif holder != then.holder:
        reading.wishes.append(Wish(then.duty_id, holder, line.holder))
