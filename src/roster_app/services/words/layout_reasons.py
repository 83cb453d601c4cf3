"""Sentences for why a sheet was read as it was."""

from roster_app.domain.inspected import LayoutGround, LayoutReason
from roster_app.i18n import _, ngettext


def sentence_of_reason(reason: LayoutReason) -> str:
    """The ground of the guess, with the rows, columns and weekdays that speak for it."""
    rows = _(", ").join(map(str, reason.rows))
    words = {
        LayoutGround.DAYS_ACROSS: _("{days} days stand side by side in row {rows}"),
        LayoutGround.DAYS_DOWN: _("{days} days stand below each other in column {column}"),
        LayoutGround.DAYS_IN_CELLS: _("each cell holds a day and its people"),
        LayoutGround.DAY_IN_TITLE: _("the title names the only day"),
        LayoutGround.PEOPLE_HEADED: _("row {rows} says that column {column} holds names"),
        LayoutGround.PEOPLE_BY_CONTENT: _("most of column {column} are names"),
        LayoutGround.HEADINGS_ONLY: _("there are headings and no rows"),
        LayoutGround.NOTHING_FOUND: _("neither days nor people were found"),
        LayoutGround.LEFT_OUT: _("left out"),
    }[reason.ground].format(days=reason.days, rows=rows, column=reason.column)
    parts = [words]
    if reason.proven:
        proven = ngettext("{count} weekday proves them", "{count} weekdays prove them", reason.proven)
        parts.append(proven.format(count=reason.proven))
    if reason.contradicted:
        against = ngettext("{count} weekday speaks against", "{count} weekdays speak against", reason.contradicted)
        parts.append(against.format(count=reason.contradicted))
    return _("; ").join(parts)
