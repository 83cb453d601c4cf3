"""Words for what becomes of the entries of a file: fates, obstacles, layouts, the grounds of a guess, columns."""

from roster_app.domain.inspected import ColumnUse, EntryVerdict, LayoutGround, LayoutReason, SeenEntry
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedEntry, PlannedPerson, Purpose, shift_asked
from roster_app.i18n import _, ngettext
from roster_app.services.words.inspected import layout_name, sentence_of_question

__all__ = [
    "entry_fate_name",
    "layout_name",
    "purpose_name",
    "sentence_of_obstacle",
    "sentence_of_person",
    "sentence_of_question",
    "sentence_of_reason",
    "use_name",
]


def entry_fate_name(fate: EntryFate) -> str:
    """新增 / 更新 / 不变 / 跳过 / 待回答 / 有误."""
    return {
        EntryFate.NEW: _("New"),
        EntryFate.CHANGED: _("Changed"),
        EntryFate.SAME: _("Unchanged"),
        EntryFate.SKIPPED: _("Skipped"),
        EntryFate.ASKED: _("To be answered"),
        EntryFate.WRONG: _("Wrong"),
    }[fate]


def purpose_name(purpose: Purpose) -> str:
    """What a file is taken for."""
    return {
        Purpose.PEOPLE: _("Volunteers"),
        Purpose.AVAILABILITY: _("Times people can come"),
        Purpose.ROSTER: _("Roster"),
    }[purpose]


def sentence_of_obstacle(planned: PlannedEntry) -> str:
    """Why an entry is asked about or wrong, with the remedy; empty where nothing stands in its way."""
    if planned.obstacle is None:
        return ""
    sentence = _unhinted(planned) or _obstacles()[planned.obstacle]
    seen = planned.seen
    return sentence.format(
        name=seen.person, shift=shift_asked(seen), place=seen.place, hint=planned.hint, hours=planned.hint
    )


def sentence_of_person(planned: PlannedPerson) -> str:
    """Why somebody is asked about; empty where nobody is."""
    stand_in = SeenEntry(planned.seen.name, None, "", None, None, "", EntryVerdict.ASK)
    return sentence_of_obstacle(PlannedEntry(stand_in, planned.fate, obstacle=planned.obstacle, hint=planned.hint))


def _unhinted(planned: PlannedEntry) -> str:
    """Sentences for where a fact is missing that the usual sentence tells."""
    seen, obstacle = planned.seen, planned.obstacle
    if obstacle is Obstacle.UNKNOWN_SHIFT and not shift_asked(seen):
        return _("The file does not say which shift. Which one is meant?")
    if obstacle is Obstacle.UNKNOWN_SHIFT and planned.hint and seen.shift:
        return _("“{shift}” ({hours}) is no shift of the team. Choose one, or make it first.")
    if obstacle is Obstacle.UNKNOWN_PLACE and not seen.place:
        return _("The file does not say where. Which checkpoint is meant?")
    if obstacle is Obstacle.UNKNOWN_PERSON and not seen.person:
        return _("Nobody is named. Write the name into the cell, or leave it out.")
    if obstacle is Obstacle.ALL_TAKEN and not planned.hint:
        return _("Others of the file hold all these duties already.")
    return ""


def _obstacles() -> dict[Obstacle, str]:
    return {
        Obstacle.IN_DOUBT: _("The cell is in doubt. Answer its question, mend it, or leave it out."),
        Obstacle.NO_DAY: _("No day can be told. Mend the date."),
        Obstacle.UNKNOWN_PERSON: _("{name} is not of the team. Add the person, or say who it is."),
        Obstacle.NAMESAKES: _("Several people may be meant by {name}. Say which one."),
        Obstacle.NEAR_NAME: _("{name} is not known, {hint} is. Is it the same person?"),
        Obstacle.UNKNOWN_SHIFT: _("“{shift}” is no shift of the team. Choose one, or make it first."),
        Obstacle.UNKNOWN_PLACE: _("“{place}” is no checkpoint of the team. Choose one."),
        Obstacle.NO_SUCH_DUTY: _("The roster has no such duty on that day."),
        Obstacle.ALL_TAKEN: _("{hint} and others hold all these duties. Let the file replace them, or leave it out."),
        Obstacle.OUTSIDE_PERIOD: _("The day lies outside the roster."),
        Obstacle.TWICE: _("{name} stands in the file at this time already, otherwise."),
    }


def sentence_of_reason(reason: LayoutReason) -> str:
    """Why a sheet was read as it was, with what proves its days."""
    rows = _(", ").join(map(str, reason.rows))
    sentence = _grounds()[reason.ground].format(rows=rows, column=reason.column, days=reason.days)
    more = [sentence]
    if reason.proven:
        proven = ngettext("A weekday proves {count} day.", "Weekdays prove {count} days.", reason.proven)
        more.append(proven.format(count=reason.proven))
    if reason.contradicted:
        against = ngettext("{count} weekday differs.", "{count} weekdays differ.", reason.contradicted)
        more.append(against.format(count=reason.contradicted))
    if reason.told:
        more.append(_("You said so."))
    return " ".join(more)


def _grounds() -> dict[LayoutGround, str]:
    return {
        LayoutGround.DAYS_ACROSS: _("Days stand side by side in row {rows}."),
        LayoutGround.DAYS_DOWN: _("Days stand below each other in column {column}."),
        LayoutGround.DAYS_IN_CELLS: _("Each cell holds a day and its people."),
        LayoutGround.DAY_IN_TITLE: _("The title names the only day."),
        LayoutGround.PEOPLE_HEADED: _("The heading in row {rows} says that column {column} holds names."),
        LayoutGround.PEOPLE_BY_CONTENT: _("Most of column {column} are names."),
        LayoutGround.HEADINGS_ONLY: _("There are headings and nothing below them."),
        LayoutGround.NOTHING_FOUND: _("Neither days nor names were found."),
        LayoutGround.LEFT_OUT: _("The sheet is left out."),
    }


def use_name(use: ColumnUse) -> str:
    """What a column holds."""
    return {
        ColumnUse.NAME: _("Name"),
        ColumnUse.PHONE: _("Phone"),
        ColumnUse.DATE: _("Date"),
        ColumnUse.LAST_DATE: _("Last day"),
        ColumnUse.WEEKDAY: _("Weekday"),
        ColumnUse.DAY: _("Duties of a day"),
        ColumnUse.SHIFT: _("Shift"),
        ColumnUse.START: _("Start"),
        ColumnUse.END: _("End"),
        ColumnUse.PLACE: _("Checkpoint"),
        ColumnUse.ROLE: _("Post"),
        ColumnUse.MARK: _("Can come or not"),
        ColumnUse.AFFILIATION: _("Affiliation"),
        ColumnUse.CREW: _("Crew"),
        ColumnUse.QUALIFICATIONS: _("Qualifications"),
        ColumnUse.NOTE: _("Note"),
        ColumnUse.IGNORE: _("Not read"),
    }[use]


def use_in_list(use: ColumnUse) -> str:
    """What a column of a list of volunteers holds."""
    return {ColumnUse.PLACE: _("Area"), ColumnUse.ROLE: _("Title")}.get(use) or use_name(use)
