"""A chain, and the names of a team, from files: any encoding people save a chat in, any list of volunteers."""

import re
import sys
from pathlib import Path

from roster_app.domain.chains import ChainShift
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.lists import CellProblem
from roster_app.domain.people import Volunteer
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.exchange.chain.plain import plain
from roster_app.exchange.chain.resolving import KnownPerson
from roster_app.exchange.volunteers_in import read

MAX_BYTES = 1_500_000
STANDARD_INPUT = "-"
_SHIFT = re.compile(r"\s*(\S.*?)\s*[:=]?\s*(?<!\d)(\d{1,2})[:.](\d\d)\s*-\s*(\d{1,2})[:.](\d\d)(?:\s*\+1)?\s*")
_ALIAS = re.compile(r"(?:微信名?|昵称|群昵称|又名|曾用名|别名|外号)\s*[:：]?\s*([^\s,，;；、()（）]+)")


def read_text(path: str) -> str:
    """The text of a chain, UTF-8 with or without its mark, UTF-16 with it, or GB18030; `-` is the standard input.

    Raises DomainError for a file that is missing, too large or no text.
    """
    content = sys.stdin.buffer.read(MAX_BYTES + 1) if path == STANDARD_INPUT else _content(Path(path))
    if len(content) > MAX_BYTES:
        raise DomainError(ErrorCode.FILE_TOO_LARGE, path=Path(path).name, actual=f"> {MAX_BYTES}", limit=MAX_BYTES)
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def read_shifts(text: str) -> tuple[ChainShift, ...]:
    """`早班 06:30-11:30,中班 11:30-17:30`; an end that is not after its start is of the next day. Raises ValueError."""
    found = []
    for piece in re.split("[,，;；、\n]", text):
        if not piece.strip():
            continue
        said = _SHIFT.fullmatch(plain(piece))
        if said is None:
            raise ValueError(piece.strip())
        start, end = (int(said[i]) * 60 + int(said[i + 1]) for i in (2, 4))
        if start >= DAY_MINUTES or end > DAY_MINUTES or int(said[3]) > 59 or int(said[5]) > 59:
            raise ValueError(piece.strip())
        found.append(ChainShift(said[1], start, end if end > start else end + DAY_MINUTES))
    return tuple(found)


def read_people(path: Path) -> list[KnownPerson]:
    """The people of a list of volunteers; a remark in brackets behind a name is an alias. Raises DomainError."""
    people = []
    for draft in read(path).drafts:
        if draft.name:
            beside = [p.hint for p in draft.problems if p.code is CellProblem.NAME_REMARK and p.hint]
            aliases = (*(draft.aliases or ()), *beside, *aliases_in(draft.note or ""))
            people.append(KnownPerson(draft.name, draft.phone or "", aliases))
    return people


def known_person(volunteer: Volunteer) -> KnownPerson:
    """Somebody of the database; aliases may also stand in the note, as 昵称: 老王."""
    return KnownPerson(volunteer.name, volunteer.phone, (*volunteer.aliases, *aliases_in(volunteer.note)))


def aliases_in(note: str) -> tuple[str, ...]:
    """Other names that a note gives."""
    return tuple(_ALIAS.findall(note))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DomainError(ErrorCode.FILE_MISSING, path=str(path)) from error
    except OSError as error:
        raise DomainError(ErrorCode.FILE_UNREADABLE, path=path.name, reason=error.strerror or str(error)) from error
