"""What the wizard says: purposes, uses of columns, obstacles, and what was or would be done."""

from __future__ import annotations

from roster_app.domain.inspected import EntryVerdict, SeenEntry, SheetReport
from roster_app.domain.taking_in import EntryFate, PlannedEntry, PlannedPerson, Purpose, TakingPlan
from roster_app.gui.taking_in.balance import RowBalance
from roster_app.i18n import _, ngettext
from roster_app.services.words import period_title, sentence_of_obstacle
from roster_app.services.words.times import day_words


def why(planned: PlannedPerson | PlannedEntry) -> str:
    """Why somebody, or an entry, is asked about or wrong; nothing where nothing stands in the way."""
    if isinstance(planned, PlannedPerson):
        seen = SeenEntry(planned.seen.name, None, "", None, None, "", EntryVerdict.ASK)
        planned = PlannedEntry(seen, planned.fate, obstacle=planned.obstacle, hint=planned.hint)
    return sentence_of_obstacle(planned)


def balance_words(balance: RowBalance) -> str:
    """58 行 = 导入 52 + 不变 3 + 跳过 2 + 有误 1: every row of the file is accounted for."""
    rows = ngettext("{count} row", "{count} rows", balance.rows).format(count=balance.rows)
    parts = _("{imported} imported + {unchanged} unchanged + {skipped} skipped + {wrong} wrong or unanswered").format(
        imported=balance.imported, unchanged=balance.unchanged, skipped=balance.skipped, wrong=balance.wrong
    )
    return f"{rows} = {parts}"


def count_to_take(plan: TakingPlan) -> int:
    """How many entries, or people, the button would write."""
    return plan.count(EntryFate.NEW) + plan.count(EntryFate.CHANGED)


def button_words(plan: TakingPlan) -> str:
    """What the button takes in, counted."""
    count = count_to_take(plan)
    if not count:
        return _("Nothing to take in")
    words = {
        Purpose.PEOPLE: ngettext("Take in {count} volunteer", "Take in {count} volunteers", count),
        Purpose.AVAILABILITY: ngettext("Take in {count} statement", "Take in {count} statements", count),
        Purpose.ROSTER: ngettext("Take in {count} duty", "Take in {count} duties", count),
    }[plan.purpose]
    return words.format(count=count)


def outcome_words(plan: TakingPlan) -> str:
    """What taking in has done, for the message and the status bar."""
    new, changed = plan.count(EntryFate.NEW), plan.count(EntryFate.CHANGED)
    added = sum(one.fate is EntryFate.NEW for one in plan.people)
    if plan.purpose is Purpose.PEOPLE:
        return _("List taken in: {new} new, {changed} changed").format(new=new, changed=changed)
    if plan.purpose is Purpose.AVAILABILITY:
        words = _("Times taken in: {count} statements").format(count=new + changed)
    else:
        words = _("Roster taken in: {count} duties").format(count=new + changed)
    people = ngettext("{count} volunteer added", "{count} volunteers added", added).format(count=added)
    return _("{what}; {more}").format(what=words, more=people) if added else words


def target_words(plan: TakingPlan) -> str:
    """Where it would go."""
    if plan.purpose is not Purpose.ROSTER or plan.period is None:
        return ""
    days = period_title(plan.period.first, plan.period.last)
    return (_("into a new roster: {period}") if plan.new_period else _("into the roster {period}")).format(period=days)


def days_of_sheet(report: SheetReport) -> str:
    """From when until when a sheet speaks of."""
    if report.first_day is None or report.last_day is None:
        return ""
    if report.first_day == report.last_day:
        return day_words(report.first_day)
    return _("{first}–{last}").format(first=day_words(report.first_day), last=day_words(report.last_day))
