"""The cell that names a person: the name itself, and whatever else people write into it."""

import re
import unicodedata
from dataclasses import dataclass

from roster_app.domain.lists import CellProblem, Verdict
from roster_app.domain.names import is_han, tidy_name
from roster_app.exchange.cells import Doubt, is_error, is_nothing
from roster_app.exchange.phones import mobile_inside
from roster_app.exchange.surnames import COMPOUND_SURNAMES, has_surname

LONGEST_NAME = 40

_NOBODY = re.compile(r"待定|空缺|[某×xX]{2,}")
_LOST = re.compile(r"[?\ufffd□\ue000-\uf8ff]")
_REMARK = re.compile(r"(.+?)\s*[(\[【〔]([^()\[\]【】〔〕]+)[)\]】〕]\s*")
_BETWEEN_PEOPLE = re.compile(r"[、,，/;；\n]+")


@dataclass(frozen=True, slots=True)
class NameCell:
    """The name in its normal form, with a phone or a remark that stood beside it; empty where there is no name."""

    name: str = ""
    doubt: Doubt | None = None
    phone: str | None = None
    remark: str | None = None


def read_name(text: str) -> NameCell:
    """What the cell says of a person; wrong where it names nobody, several people, or is no name at all."""
    if is_nothing(text) or is_error(text):
        return NameCell(doubt=Doubt(CellProblem.NAME_MISSING, Verdict.WRONG))
    plain = unicodedata.normalize("NFKC", text)
    phone = mobile_inside(plain)
    if phone:
        plain = plain.replace(phone, " ")
    if (people := _several(plain)) > 1:
        return NameCell(tidy_name(plain), Doubt(CellProblem.NAME_SEVERAL, Verdict.WRONG, str(people)), phone)
    remark = None
    if found := _REMARK.fullmatch(plain.strip()):
        plain, remark = found[1], found[2].strip() or None
    name = tidy_name(plain)
    doubt = _odd(name) or (Doubt(CellProblem.NAME_REMARK, hint=remark) if remark else None)
    return NameCell(name, doubt, phone, remark)


def looks_like_a_name(text: str) -> bool:
    """Whether a cell of unknown meaning is plausibly a person's name: a surname first, or a few Latin words."""
    name = tidy_name(text)
    if is_han(name):
        return ("·" in name and len(name) >= 4) or (2 <= len(name) <= 4 and has_surname(name))
    return bool(re.fullmatch(r"[^\W\d_][\w'-]*\.?( [^\W\d_][\w'.-]*){0,3}", name))


def _several(plain: str) -> int:
    """How many people the cell names; blanks divide only where each part is a whole Chinese name."""
    parts = [part for part in _BETWEEN_PEOPLE.split(plain) if tidy_name(part)]
    if len(parts) != 1:
        return len(parts) if all(map(looks_like_a_name, parts)) else 1
    words = parts[0].split()
    whole = all(len(word) >= 2 and is_han(word) and has_surname(word) for word in words)
    return len(words) if whole and words[0] not in COMPOUND_SURNAMES else 1


def _odd(name: str) -> Doubt | None:
    if not name:
        return Doubt(CellProblem.NAME_ODD, Verdict.WRONG)
    if lost := _LOST.search(name):
        return Doubt(CellProblem.NAME_ODD, hint=lost[0])
    strange = [c for c in name if not (c.isalnum() or unicodedata.category(c).startswith("M") or c in " ·-'’.")]
    if strange or len(name) > LONGEST_NAME or _NOBODY.fullmatch(name) or not any(c.isalpha() for c in name):
        return Doubt(CellProblem.NAME_ODD, Verdict.WRONG, "".join(strange[:4]))
    if len(name) == 1 or any(c.isdigit() for c in name):
        return Doubt(CellProblem.NAME_ODD)
    return None
