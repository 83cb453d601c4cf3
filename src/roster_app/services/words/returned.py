"""What reading a roster's workbook found: what would change by its cell, and what is not taken and why."""

from roster_app.domain.return_plan import ReturnedChange, ReturnPlan
from roster_app.domain.returned import ReturnProblem, ReturnRemark
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.edits import describe_change


def sentence_of_returned(found: ReturnedChange, directory: Directory, plan: DutyPlan) -> str:
    """值班清单!H9: 横岗卡口 4月16日 早班 负责人：张伟 → 李秀英."""
    change = describe_change(found.change, directory, plan)
    return _("{address}: {what}").format(address=found.address, what=change)


def sentence_of_remark(remark: ReturnRemark) -> str:
    """值班清单!H9 “张三”: 没有这个人."""
    what = remark_words(remark)
    if not remark.text.strip():
        return _("{address}: {what}").format(address=remark.address, what=what)
    return _("{address} “{text}”: {what}").format(address=remark.address, text=remark.text, what=what)


def return_summary(plan: ReturnPlan, new_conflicts: int) -> str:
    """将修改 3 个岗次；1 处未采用；新增 1 处冲突."""
    changes, remarks = len(plan.changes), len(plan.remarks)
    parts = [ngettext("{count} duty would change", "{count} duties would change", changes).format(count=changes)]
    if plan.already:
        told = ngettext("{count} edit is so already", "{count} edits are so already", plan.already)
        parts.append(told.format(count=plan.already))
    parts.append(ngettext("{count} is not taken", "{count} are not taken", remarks).format(count=remarks))
    if new_conflicts:
        told = ngettext("{count} new conflict", "{count} new conflicts", new_conflicts)
        parts.append(told.format(count=new_conflicts))
    return _("; ").join(parts)


def remark_words(remark: ReturnRemark) -> str:
    """Why one thing is not taken."""
    if remark.code is ReturnProblem.UNKNOWN_NAME and remark.hint:
        return _("nobody of this name; is {hint} meant? The duty stays as it is").format(hint=remark.hint)
    if remark.code is ReturnProblem.CHANGED_MEANWHILE and not remark.hint:
        return _("changed in the roster meanwhile: nobody holds the duty now, and it stays so")
    texts = {
        ReturnProblem.UNKNOWN_NAME: _("nobody of this name; the duty stays as it is"),
        ReturnProblem.AMBIGUOUS_NAME: _("several people of this name; write it as in the list of choices"),
        ReturnProblem.SEVERAL_NAMES: _("a seat has one person; the duty stays as it is"),
        ReturnProblem.UNKNOWN_CODE: _("no duty of this day has the code {hint}; the cell is not read"),
        ReturnProblem.CODE_TWICE: _("the same code twice; the cell is not read"),
        ReturnProblem.TOO_MANY: _("more people than seats ({hint}); the shift stays as it is"),
        ReturnProblem.ROW_REMOVED: _("the row is gone from the sheet; nobody is taken off"),
        ReturnProblem.COLUMN_REMOVED: _("the day's column is gone from the sheet; nobody is taken off"),
        ReturnProblem.ROW_REPEATED: _("the row is there twice with different content, see {hint}; not read"),
        ReturnProblem.ROW_ADDED: _("the row belongs to no duty; duties cannot be added here"),
        ReturnProblem.ROW_MIXED: _("the row's cells do not belong together (it was “{hint}”); not read"),
        ReturnProblem.CONTRADICTION: _("the other sheet says otherwise, see {hint}; the duty stays as it is"),
        ReturnProblem.LOCKED: _("the duty is locked; unlock it first, then read the file again"),
        ReturnProblem.CHANGED_MEANWHILE: _("changed in the roster meanwhile: {hint} holds the duty now and keeps it"),
        ReturnProblem.DUTY_GONE: _("the duty is no longer planned"),
        ReturnProblem.NOT_READ: _("there is no name in the row; not read"),
    }
    return texts[remark.code].format(hint=remark.hint)
