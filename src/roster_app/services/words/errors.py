"""Refusals in a sentence that names the place and the way out."""

from collections.abc import Mapping
from datetime import date

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.i18n import _
from roster_app.services.words.keyed import keyed_line_words
from roster_app.services.words.times import clock


def sentence_of_error(error: DomainError) -> str:
    """The refusal in the user's language; a fact that is not known is told as such."""
    return _template(error.code, error.facts).format_map(_Facts(_worded(error.facts)))


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _("(unknown)")


def _worded(facts: Mapping[str, object]) -> dict[str, str]:
    words = {}
    for name, fact in facts.items():
        if name in ("start", "end") and isinstance(fact, int):
            words[name] = clock(fact) if 0 <= fact <= 2 * DAY_MINUTES else str(fact)
        elif isinstance(fact, date):
            words[name] = fact.isoformat(" ", "minutes") if hasattr(fact, "hour") else fact.isoformat()  # type: ignore[call-arg]
        else:
            words[name] = str(fact)
    return words


def _bad_logo(facts: Mapping[str, object]) -> str:
    return {
        "kind": _("Only PNG and JPEG pictures can be printed. Save the logo as one of them and choose it again."),
        "file": _("This picture file is larger than {limit} MB. Save it smaller and choose it again."),
        "pixels": _("This picture has {width} × {height} pixels, too many for a logo. Make it smaller."),
        "bytes": _("This picture is too large for a logo (at most {limit} kB)."),
    }.get(str(facts.get("reason")), _("This picture is damaged or no picture at all. Choose another file."))


def _bad_photo(facts: Mapping[str, object]) -> str:
    return {
        "file": _("This file is larger than {limit} MB. Take the photograph anew or save it smaller."),
        "pixels": _("This picture has {width} × {height} pixels, too many to look at. Save it smaller."),
        "pages": _("This file has {actual} pages, at most {limit} are looked at. Choose the pages that hang."),
    }.get(
        str(facts.get("reason")),
        _(
            "This is no picture that can be read. Save it as JPEG or PNG, choose a PDF file, "
            "or type the code that stands under the QR symbol."
        ),
    )


def _no_code(facts: Mapping[str, object]) -> str:
    if facts.get("others"):
        return _(
            "The QR symbols on this picture are not those of a roster. Photograph the symbol at the foot of the sheet, "
            "or type the code that stands under it."
        )
    return _(
        "No QR symbol was found on this picture. Go closer, hold the camera straight over the symbol, see to better "
        "light; or type the code that stands under it. A draft has none."
    )


def _keyed_lines(facts: Mapping[str, object]) -> str:
    """Every line in the way with its remedy, one below the other."""
    lines = facts.get("lines", ())
    told = keyed_line_words(lines) if isinstance(lines, tuple) else ""
    last = _("Nothing was entered; mend these lines and enter the sheet again.")
    return "\n".join((told.replace("{", "{{").replace("}", "}}"), last)).lstrip()


def _template(code: ErrorCode, facts: Mapping[str, object]) -> str:
    return {
        ErrorCode.SPAN_NOT_FORWARD: _("The end ({end}) must come after the start ({start})."),
        ErrorCode.SPAN_HAS_SECONDS: _("Times are kept in whole minutes; leave the seconds out."),
        ErrorCode.BAD_SHIFT_TIMES: _(
            "A shift from {start} to {end} is not possible: it begins within the day and lasts at most 48 h."
        ),
        ErrorCode.BAD_RULE: _("A rule with these limits is not possible; look at its numbers again."),
        ErrorCode.BAD_HEADCOUNT: _("A headcount of {headcount} is not possible; write 0 or more."),
        ErrorCode.BAD_RECURRENCE: _("The repetition “{rule}” cannot be read. Choose the days anew."),
        ErrorCode.EMPTY_NAME: _("A name is missing. Write one."),
        ErrorCode.EMPTY_PERIOD: _("The last day ({last}) lies before the first ({first})."),
        ErrorCode.PERIOD_OVERLAPS: _(
            "There is a roster for {first} to {last} already. Choose other days, or open that one."
        ),
        ErrorCode.PATTERN_EMPTY: _("The pattern “{name}” has no shift. Add at least one."),
        ErrorCode.CHECKPOINT_WITHOUT_PATTERN: _("{name} has no shift pattern. Choose one under Checkpoints."),
        ErrorCode.NOTHING_TO_STAFF: _(
            "No checkpoint asks for anybody. Give at least one checkpoint a shift pattern and a post."
        ),
        ErrorCode.UNKNOWN_DUTY: _("This duty is no longer planned. The roster has been read anew."),
        ErrorCode.UNKNOWN_VOLUNTEER: _("There is no volunteer “{name}”. Check the name."),
        ErrorCode.UNKNOWN_PERIOD: _("There is no roster for {first}. Create one first."),
        ErrorCode.UNKNOWN_TEAM: _("There is no team “{name}”. Create one first, or open the sample team."),
        ErrorCode.UNKNOWN_CHECKPOINT: _("There is no checkpoint “{name}”. Check the name."),
        ErrorCode.DUTY_VACANT: _("Nobody holds this duty."),
        ErrorCode.DUTY_LOCKED: _("This duty is locked. Unlock it first (Space)."),
        ErrorCode.CUT_OUTSIDE: _("This duty runs from {start} to {end}. Choose a time in between."),
        ErrorCode.NOTHING_TO_JOIN: _("This duty is not cut in parts that touch."),
        ErrorCode.NOTHING_BESIDE: _(
            "Nobody is wanted at this post right before or after this duty, so it cannot be made longer there."
        ),
        ErrorCode.NO_REASON: _("Say why: the reason is shown wherever the conflict is."),
        ErrorCode.NOTHING_TO_CHANGE: _("That is how it is already."),
        ErrorCode.NOTHING_TO_UNDO: _("There is nothing to undo."),
        ErrorCode.NOTHING_TO_REDO: _("There is nothing to redo."),
        ErrorCode.STALE_EDIT: _(
            "A colleague changed this a moment ago. The roster has been read anew; look and try again."
        ),
        ErrorCode.STALE_RECORD: _(
            "A colleague changed {name} a moment ago. What is stored now is shown; enter your change again."
        ),
        ErrorCode.IN_USE: _(
            "{name} still stands in a roster and cannot be removed. Set a leaving date, or clear those duties first."
        ),
        ErrorCode.PERIOD_CLOSED: _("This roster is archived and no longer changes."),
        ErrorCode.NOT_PUBLISHED: _("This roster has never been published: nothing hangs that could change."),
        ErrorCode.UNKNOWN_EDITION: _("This roster has no edition {number}. Its newest is edition {newest}."),
        ErrorCode.BAD_CHECK_CODE: _(
            "“{text}” is not a check code. It has {length} letters and digits, as {example}, and stands at the foot of "
            "a sheet; a draft has none. What a scanner reads from the QR symbol is understood as well."
        ),
        ErrorCode.UNKNOWN_CHECK_CODE: _(
            "No edition of {team} has the check code {typed}. Compare it with the paper letter by letter; "
            "for a sheet of another team, open that team."
        ),
        ErrorCode.BAD_PHOTO: _bad_photo(facts),
        ErrorCode.NO_CODE_ON_PHOTO: _no_code(facts),
        ErrorCode.TITLE_WITHOUT_SHEET: _(
            "“{title}” would stand on every sheet alike. Put in what kind of sheet it is, by its button."
        ),
        ErrorCode.RULES_TOO_LONG: _(
            "These rules do not fit at the foot of a sheet: {actual} characters, at most {limit}. Make them shorter."
        ),
        ErrorCode.BAD_LOGO: _bad_logo(facts),
        ErrorCode.FILE_MISSING: _("There is no file {path}. Check the name and the folder."),
        ErrorCode.FILE_UNREADABLE: _("{path} cannot be read: {reason}. Save it as .xlsx or .csv and try again."),
        ErrorCode.FILE_TOO_LARGE: _(
            "{path} is too large to be read ({actual}, at most {limit}). "
            "Save the sheet or the months that matter as a file of their own."
        ),
        ErrorCode.FILE_EMPTY: _("{path} holds no rows. Choose another file or sheet."),
        ErrorCode.FILE_NEWER: _("{path} was written by a newer version of this program. Install the newer version."),
        ErrorCode.FILE_DAMAGED: _(
            "{path} cannot be taken in ({reason}). Nothing was stored. Name a file that this program has exported."
        ),
        ErrorCode.FILE_NO_ROSTER: _(
            "{path} is no roster that this program has exported as a workbook. Export one, edit it and take it in here."
        ),
        ErrorCode.NO_NAME_COLUMN: _("No column of names was found in {path}. Head it 姓名 and try again."),
        ErrorCode.DATABASE_UNREACHABLE: _(
            "The database {url} cannot be reached: {reason}. Check the network and the address."
        ),
        ErrorCode.DATABASE_DAMAGED: _(
            "The database {path} is damaged and was left as it is. Restore a backup; the newest is {backup}."
        )
        if facts.get("backup")
        else _("The database {path} is damaged and was left as it is. There is no backup of it in its folder."),
        ErrorCode.DATABASE_NEWER: _(
            "The database was written by a newer version of this program. Install the newer version."
        ),
        ErrorCode.DATABASE_BUSY: _(
            "The database is in use by another program. Close it there, or try again in a moment."
        ),
        ErrorCode.DATABASE_NOT_EMPTY: _(
            "The database {url} already holds something ({name}) and was left as it is. Name an empty one with --db."
        ),
        ErrorCode.FOLDER_NOT_WRITABLE: _("Nothing can be written to {path}: {reason}. Choose another folder."),
        ErrorCode.NOTHING_TO_DO: _("Write what is to be done."),
        ErrorCode.TEXT_TOO_LONG: _("This is too long for the sheet: {actual} characters, at most {limit}."),
        ErrorCode.BAD_COUNT: _("“{count}” is not a count. Write a whole number from 0 to {limit}."),
        ErrorCode.TOO_MANY_SUPPLIES: _("A sheet has room for {limit} kinds of supplies; these are {actual}."),
        ErrorCode.SAME_NAME: _("“{name}” is there twice. Give each a name of its own."),
        ErrorCode.TOO_MANY_COUNTERS: _("A team can have {limit} counters at a time; these are {actual}."),
        ErrorCode.COUNTER_IN_USE: _("“{name}” has been counted and cannot be removed. Lay it aside instead."),
        ErrorCode.CORRECTION_NEEDS_REASON: _(
            "Another value stands there. Say why it changes; both stay in the history."
        ),
        ErrorCode.UNKNOWN_COUNTER: _("“{name}” is not counted here. Counters: {known}."),
        ErrorCode.UNKNOWN_ITEM: _("No open item is meant by “{text}”. Look at the list for its number or its words."),
        ErrorCode.NO_HAND_OVER: _("No roster of {place} has a hand-over near {moment}. Make a roster for these days."),
        ErrorCode.ENGINE_STOPPED: _("The engine stopped before it found a roster. Nothing was changed; try again."),
        ErrorCode.RULE_UNREADABLE: _(
            "A rule of this team cannot be read ({family}, {field}). Install the newest version of this program."
        ),
        ErrorCode.BAD_KEYED_LINE: _keyed_lines(facts),
        ErrorCode.BAD_TOKEN: _("“{text}” is no token of this team. Scan again, or sign in by name or by row."),
        ErrorCode.NOT_SIGNED_IN: _("{name} is not signed in. Sign in first, or enter both times by a correction."),
        ErrorCode.ALREADY_SIGNED_IN: _("{name} is signed in since {moment}. Sign out, or correct that entry."),
        ErrorCode.NO_DUTY_NOW: _("{name} has no duty near {moment}. Say with whom or at which row to sign in."),
        ErrorCode.NO_SHEET: _("{place} has no shift that begins on {day}. Check the day and the checkpoint."),
        ErrorCode.UNKNOWN_ROW: _("The sheet has no row {row}; its rows are 1 to {last}."),
        ErrorCode.UNKNOWN_RECORD: _("There is no entry {number}. Look for its number in the list of entries."),
    }[code]
