"""The people a cell of a roster names: several by 、 , / blanks or line breaks, glued together, padded, with (代)."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from roster_app.domain.names import is_han, name_key, tidy_name
from roster_app.exchange.cells import is_nothing
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import PHONE_INSIDE, mobile_inside
from roster_app.exchange.shift_words import is_no_name, is_part_of_day, mark_of
from roster_app.exchange.surnames import COMPOUND_SURNAMES, has_surname

_BETWEEN = re.compile(r"[、,，/;；\n\r|&+┋]+|(?:^|(?<=\s))(?:和|and)(?=\s)")
_REMARK = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_ROLE = re.compile(r"^\s*[^\s:：]{1,8}[:：]\s*")
_STANDS_IN = re.compile("代|替|换|顶")
_TWO, _FOUR = 2, 4


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody named in a cell; `remark` stood in brackets, `glued` names were told apart by their surnames only."""

    name: str
    phone: str | None = None
    remark: str = ""
    glued: bool = False

    @property
    def stands_in(self) -> bool:
        """Whether the remark says that somebody stands in."""
        return bool(_STANDS_IN.search(self.remark))


def people_in(text: str, known: Collection[str] = ()) -> tuple[NamedPerson, ...]:
    """Everybody the cell names; `known` are keys of names that stand alone elsewhere, by which glued ones part."""
    people = _people_in(text)
    if known and (not people or any(person.glued for person in people)):
        return _all_people(text, known)
    return people


@lru_cache(maxsize=1 << 14)
def _people_in(text: str) -> tuple[NamedPerson, ...]:
    return _all_people(text, ())


def _all_people(text: str, known: Collection[str]) -> tuple[NamedPerson, ...]:
    plain = unicodedata.normalize("NFKC", text).replace("\u3000", " ")
    if not plain.strip() or is_nothing(plain) or mark_of(plain) or len(plain) > 400:
        return ()
    people: list[NamedPerson] = []
    for part in _BETWEEN.split(_ROLE.sub("", plain)):
        of_part = _of_part(part, known)
        if not of_part and people and not people[-1].phone and (phone := mobile_inside(part)):
            people[-1] = replace(people[-1], phone=phone)
        people.extend(of_part)
    return tuple(people)


def _of_part(part: str, known: Collection[str]) -> list[NamedPerson]:
    phone = mobile_inside(part) or next(iter(PHONE_INSIDE.findall(part)), None)
    words = PHONE_INSIDE.sub(" ", part)
    remark = " ".join(found.strip() for found in _REMARK.findall(words))
    remark = "" if re.fullmatch(r"[\d\s-]*", remark) else remark
    words = _ROLE.sub("", _REMARK.sub(" ", words)).strip(" *·.-_#")
    names = _names(words, known)
    phone = "".join(c for c in phone if c.isdigit() or c == "-") if phone and len(names) == 1 else None
    return [NamedPerson(name, phone, remark, glued) for name, glued in names]


def _names(words: str, known: Collection[str]) -> list[tuple[str, bool]]:
    """The names of one part, each with whether it was parted from others by guess."""
    pieces = words.split()
    if not pieces:
        return []
    if not all(is_han(piece) for piece in pieces):
        return [] if any(c.isdigit() for c in words) else _latin_or_mixed(words, pieces, known)
    if len(pieces) == 1:
        return _parted(pieces[0], known)
    if name_key(words) in known and len(tidy_name(words)) <= _FOUR:
        return [(tidy_name(words), False)]
    if all(len(piece) == 1 for piece in pieces) and (len(pieces) <= 3 or "".join(pieces[:2]) in COMPOUND_SURNAMES):
        return [("".join(pieces), False)]
    return [name for piece in _with_padded(pieces) for name in _parted(piece, known)]


def _with_padded(pieces: list[str]) -> list[str]:
    """Blanks inside a name of two characters, 严 山, close up among names that are parted by blanks."""
    closed: list[str] = []
    for piece in pieces:
        if (
            (closed and len(piece) == 1 and len(closed[-1]) == 1)
            or (closed and closed[-1] in COMPOUND_SURNAMES and len(piece) <= _TWO and not has_surname(piece))
            or (closed and len(pieces) == _TWO and closed[-1] in COMPOUND_SURNAMES)
            or (closed and len(closed[-1]) == 1 and len(piece) <= _TWO)
        ):
            closed[-1] += piece
        else:
            closed.append(piece)
    return closed


def _latin_or_mixed(words: str, pieces: list[str], known: Collection[str]) -> list[tuple[str, bool]]:
    if any(is_han(piece) for piece in pieces):
        return [name for piece in pieces for name in ([(tidy_name(piece), False)] if tidy_name(piece) else [])]
    name = tidy_name(words)
    return [(name, False)] if name and looks_like_a_name(name) else []


def _parted(word: str, known: Collection[str]) -> list[tuple[str, bool]]:
    """One name, or several glued together."""
    name = tidy_name(word)
    if len(name) < _TWO or (is_no_name(name) and name_key(name) not in known) or is_part_of_day(name):
        return []
    if "·" in name or len(name) <= 3 or name_key(name) in known or (len(name) == _FOUR and _compound(name)):
        return [(name, False)]
    parts = _by_known(name, known) or []
    if parts and sum(name_key(part) not in known for part in parts) < max(1, len(parts) - 1):
        return [(part, False) for part in parts]
    guessed = _by_surnames(name)
    return [(part, True) for part in guessed] if guessed else ([(name, False)] if len(name) <= _FOUR else [])


def _compound(name: str) -> bool:
    return name[:2] in COMPOUND_SURNAMES


def _by_known(name: str, known: Collection[str]) -> list[str] | None:
    """Parts that are all known; one part that is not may stand among them where it begins as a name does."""
    if not name:
        return []
    for length in (_FOUR, 3, _TWO):
        head = name[:length]
        if len(head) == length and name_key(head) in known:
            rest = _by_known(name[length:], known)
            if rest is not None:
                return [head, *rest]
    for length in (3, _TWO):
        rest = _by_known(name[length:], known) if has_surname(name) and len(name) > length else None
        if rest:
            return [name[:length], *rest]
    return [name] if _TWO <= len(name) <= 3 and has_surname(name) else None


def _by_surnames(name: str) -> list[str] | None:
    """Names of three and two characters that all begin with a surname; three first."""
    if not name:
        return []
    lengths = (_FOUR, 3) if _compound(name) else (3, _TWO)
    for length in lengths:
        if len(name) >= length and has_surname(name):
            rest = _by_surnames(name[length:])
            if rest is not None:
                return [name[:length], *rest]
    return None
