"""What the wizard says: purposes, uses of columns, obstacles, and what was or would be done."""

from __future__ import annotations

from roster_app.domain.inspected import ColumnUse, SeenEntry, SheetReport
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedEntry, PlannedPerson, Purpose, TakingPlan
from roster_app.gui.taking_in.balance import RowBalance
from roster_app.gui.widgets import text_of_minutes
from roster_app.i18n import _, ngettext
from roster_app.services.words import date_words, period_title
from roster_app.services.words.times import day_words


def purpose_name(purpose: Purpose) -> str:
    """What a file is taken for."""
    return {
        Purpose.PEOPLE: _("List of volunteers"),
        Purpose.AVAILABILITY: _("When people can come"),
        Purpose.ROSTER: _("Duty roster"),
    }[purpose]


def use_name(use: ColumnUse) -> str:
    """What a column holds."""
    return {
        ColumnUse.NAME: _("name"),
        ColumnUse.PHONE: _("phone"),
        ColumnUse.DATE: _("date"),
        ColumnUse.LAST_DATE: _("last day"),
        ColumnUse.WEEKDAY: _("weekday"),
        ColumnUse.DAY: _("a day"),
        ColumnUse.SHIFT: _("shift"),
        ColumnUse.START: _("start"),
        ColumnUse.END: _("end"),
        ColumnUse.PLACE: _("place"),
        ColumnUse.ROLE: _("role"),
        ColumnUse.MARK: _("can come"),
        ColumnUse.IGNORE: _("not read"),
    }[use]


def sentence_of_obstacle(planned: PlannedPerson | PlannedEntry, period: RosterPeriod | None) -> str:
    """Why this is asked about or wrong; nothing where the cell's own question says it."""
    obstacle = planned.obstacle
    if obstacle is None or obstacle is Obstacle.IN_DOUBT:
        return ""
    seen = planned.seen
    person = seen.person if isinstance(seen, SeenEntry) else seen.name
    shift, place = (shift_words(seen), seen.place) if isinstance(seen, SeenEntry) else ("", "")
    day = date_words(seen.day) if isinstance(seen, SeenEntry) and seen.day is not None else ""
    hint = planned.hint if isinstance(planned, PlannedEntry) else ""
    days = period_title(period.first, period.last) if period is not None else ""
    return obstacle_words(obstacle).format(person=person, shift=shift, place=place, day=day, hint=hint, period=days)


def obstacle_words(obstacle: Obstacle) -> str:
    """The sentence of an obstacle, with the facts of one entry still to be put in."""
    return {
        Obstacle.IN_DOUBT: "",
        Obstacle.NO_DAY: _("No day is told for {person}."),
        Obstacle.UNKNOWN_PERSON: _("The team has nobody called “{person}”. Who is it?"),
        Obstacle.NAMESAKES: _("Several are called “{person}”. Who is meant?"),
        Obstacle.NEAR_NAME: _("“{person}” differs in one character from somebody of the team. Who is meant?"),
        Obstacle.UNKNOWN_SHIFT: _("The team has no shift “{shift}”. Which shift is meant?"),
        Obstacle.UNKNOWN_PLACE: _("The team has no place “{place}”. Which one is meant?"),
        Obstacle.NO_SUCH_DUTY: _("The roster has no such duty on {day}: {shift} {place}"),
        Obstacle.ALL_TAKEN: _("On {day} others hold this duty already: {hint}"),
        Obstacle.OUTSIDE_PERIOD: _("{day} lies outside the roster ({period})."),
        Obstacle.TWICE: _("{person} stands in two duties at the same time on {day}."),
    }[obstacle]


def shift_words(seen: SeenEntry) -> str:
    """The shift of an entry as written, else its hours."""
    if seen.shift or seen.start is None or seen.end is None:
        return seen.shift
    return f"{text_of_minutes(seen.start)}–{text_of_minutes(seen.end)}"


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
