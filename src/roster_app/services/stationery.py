"""What the dialog of head and foot begins with: the usual words of sheets, and a logo read from a picture file."""

import re
from dataclasses import dataclass
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.i18n import _

_NUMBER = re.compile(r"^[(（]?\d{1,2}([)）、．]|\.(?!\d))\s*")


@dataclass(frozen=True, slots=True)
class UsualWords:
    """In the language of the sheets: what stands where a team has nothing of its own."""

    made_label: str
    reviewed_label: str
    date_label: str
    rules: tuple[str, ...]


def usual_words() -> UsualWords:
    """制表, 审核, 日期, and the rules of duty."""
    from roster_app.printing.furniture import usual_rules

    return UsualWords(_("Made by"), _("Checked by"), _("Date"), usual_rules())


def tidy_rule(line: str) -> str:
    """A rule of duty as it is kept: without the number and the full stop that a sheet gives it anyway."""
    return _NUMBER.sub("", " ".join(line.split())).rstrip("。．.")


def logo_from(path: Path) -> bytes:
    """The picture as it is kept with the team; takes up to a second: call it on a worker.

    Raises DomainError: FILE_MISSING where nothing can be read there, BAD_LOGO for what is no logo.
    """
    from roster_app.printing.logo import MOST_FILE_BYTES, logo

    try:
        with path.open("rb") as file:
            content = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise DomainError(ErrorCode.FILE_MISSING, path=str(path)) from error
    return logo(content)
