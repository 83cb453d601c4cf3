"""Words for what the domain says in codes and facts: the sentences of the window and the command line."""

from roster_app.services.words.cover import cover_line, cover_summary, gap_sentence
from roster_app.services.words.decisions import possibility_words, standing_words
from roster_app.services.words.differences import DifferenceRow, difference_row
from roster_app.services.words.editions import replacement_words
from roster_app.services.words.edits import describe_change, describe_edit
from roster_app.services.words.emptiness import cause_sentence, emptiness_words, remedy_sentence
from roster_app.services.words.errors import sentence_of_error
from roster_app.services.words.forecasts import forecast_words
from roster_app.services.words.imports import (
    sentence_of_column,
    sentence_of_fate,
    sentence_of_problem,
    sentence_of_skipped,
)
from roster_app.services.words.names import (
    day_type_name,
    duty_name,
    fate_name,
    field_name,
    kind_name,
    leave_kind_name,
    occasion_name,
    rule_name,
    shift_name,
    tag_name,
)
from roster_app.services.words.posting import posted_state, posted_title, posted_words
from roster_app.services.words.posting_ledger import (
    NextStep,
    next_step,
    next_step_words,
    posting_line_state,
    posting_line_title,
    posting_line_words,
    sheet_kind_words,
)
from roster_app.services.words.repairs import plan_summary, repair_words
from roster_app.services.words.taking_in import (
    entry_fate_name,
    layout_name,
    purpose_name,
    sentence_of_obstacle,
    sentence_of_person,
    sentence_of_question,
    sentence_of_reason,
    use_in_list,
    use_name,
)
from roster_app.services.words.times import date_words, day_words, duration, moment, period_title, span_words, weekday
from roster_app.services.words.violations import remedy, sentence_of_violation
from roster_app.services.words.years import unannounced_sentence

__all__ = [
    "DifferenceRow",
    "NextStep",
    "cause_sentence",
    "cover_line",
    "cover_summary",
    "date_words",
    "day_type_name",
    "day_words",
    "describe_change",
    "describe_edit",
    "difference_row",
    "duration",
    "duty_name",
    "emptiness_words",
    "entry_fate_name",
    "fate_name",
    "field_name",
    "forecast_words",
    "gap_sentence",
    "kind_name",
    "layout_name",
    "leave_kind_name",
    "moment",
    "next_step",
    "next_step_words",
    "occasion_name",
    "period_title",
    "plan_summary",
    "possibility_words",
    "posted_state",
    "posted_title",
    "posted_words",
    "posting_line_state",
    "posting_line_title",
    "posting_line_words",
    "purpose_name",
    "remedy",
    "remedy_sentence",
    "repair_words",
    "replacement_words",
    "rule_name",
    "sentence_of_column",
    "sentence_of_error",
    "sentence_of_fate",
    "sentence_of_obstacle",
    "sentence_of_person",
    "sentence_of_problem",
    "sentence_of_question",
    "sentence_of_reason",
    "sentence_of_skipped",
    "sentence_of_violation",
    "sheet_kind_words",
    "shift_name",
    "span_words",
    "standing_words",
    "tag_name",
    "unannounced_sentence",
    "use_in_list",
    "use_name",
    "weekday",
]
