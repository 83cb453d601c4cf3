"""Refusals: a code and the facts; the window and the command line make sentences of them."""

from collections.abc import Mapping
from enum import StrEnum


class ErrorCode(StrEnum):
    """Every refusal the domain and the use cases know; `roster_app.services.words` holds a sentence for each."""

    SPAN_NOT_FORWARD = "span_not_forward"
    SPAN_HAS_SECONDS = "span_has_seconds"
    BAD_SHIFT_TIMES = "bad_shift_times"
    BAD_HEADCOUNT = "bad_headcount"
    BAD_RECURRENCE = "bad_recurrence"
    BAD_RULE = "bad_rule"
    EMPTY_NAME = "empty_name"
    EMPTY_PERIOD = "empty_period"
    PERIOD_OVERLAPS = "period_overlaps"
    PATTERN_EMPTY = "pattern_empty"
    CHECKPOINT_WITHOUT_PATTERN = "checkpoint_without_pattern"
    NOTHING_TO_STAFF = "nothing_to_staff"
    UNKNOWN_DUTY = "unknown_duty"
    UNKNOWN_VOLUNTEER = "unknown_volunteer"
    UNKNOWN_PERIOD = "unknown_period"
    UNKNOWN_TEAM = "unknown_team"
    UNKNOWN_CHECKPOINT = "unknown_checkpoint"
    DUTY_VACANT = "duty_vacant"
    DUTY_LOCKED = "duty_locked"
    CUT_OUTSIDE = "cut_outside"
    NOTHING_TO_JOIN = "nothing_to_join"
    NOTHING_BESIDE = "nothing_beside"
    NO_REASON = "no_reason"
    NOTHING_TO_CHANGE = "nothing_to_change"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    STALE_EDIT = "stale_edit"
    STALE_RECORD = "stale_record"
    IN_USE = "in_use"
    PERIOD_CLOSED = "period_closed"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_EMPTY = "file_empty"
    FILE_NEWER = "file_newer"
    FILE_DAMAGED = "file_damaged"
    FILE_NO_ROSTER = "file_no_roster"
    NO_NAME_COLUMN = "no_name_column"
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NEWER = "database_newer"
    DATABASE_BUSY = "database_busy"
    DATABASE_NOT_EMPTY = "database_not_empty"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    NOT_PUBLISHED = "not_published"
    UNKNOWN_EDITION = "unknown_edition"
    BAD_CHECK_CODE = "bad_check_code"
    UNKNOWN_CHECK_CODE = "unknown_check_code"
    BAD_PHOTO = "bad_photo"
    NO_CODE_ON_PHOTO = "no_code_on_photo"
    TITLE_WITHOUT_SHEET = "title_without_sheet"
    RULES_TOO_LONG = "rules_too_long"
    BAD_LOGO = "bad_logo"
    NOTHING_TO_DO = "nothing_to_do"
    TEXT_TOO_LONG = "text_too_long"
    BAD_COUNT = "bad_count"
    TOO_MANY_SUPPLIES = "too_many_supplies"
    SAME_NAME = "same_name"
    TOO_MANY_COUNTERS = "too_many_counters"
    COUNTER_IN_USE = "counter_in_use"
    CORRECTION_NEEDS_REASON = "correction_needs_reason"
    UNKNOWN_COUNTER = "unknown_counter"
    UNKNOWN_ITEM = "unknown_item"
    NO_HAND_OVER = "no_hand_over"
    ENGINE_STOPPED = "engine_stopped"
    RULE_UNREADABLE = "rule_unreadable"
    BAD_KEYED_LINE = "bad_keyed_line"
    BAD_TOKEN = "bad_token"
    NOT_SIGNED_IN = "not_signed_in"
    ALREADY_SIGNED_IN = "already_signed_in"
    NO_DUTY_NOW = "no_duty_now"
    NO_SHEET = "no_sheet"
    UNKNOWN_ROW = "unknown_row"
    UNKNOWN_RECORD = "unknown_record"


class DomainError(Exception):
    """A refusal with its facts; never shown as it is, never swallowed."""

    def __init__(self, code: ErrorCode, **facts: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return f"{self.code.value} {dict(self.facts)}" if self.facts else self.code.value

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, dict(self.facts))


class StaleEdit(DomainError):
    """A colleague was faster: the facts name the duties whose holder is no longer the one expected."""

    def __init__(self, code: ErrorCode = ErrorCode.STALE_EDIT, **facts: object) -> None:
        super().__init__(code, **facts)


def _rebuild(kind: type[DomainError], code: ErrorCode, facts: dict[str, object]) -> DomainError:
    return kind(code, **facts)
