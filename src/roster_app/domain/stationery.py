"""What a team's sheets have in common around their tables: title, logo, who signs, and the rules of duty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from roster_app.domain.errors import DomainError, ErrorCode

OFFICE, TEAM, PLACE, SHEET = "{office}", "{team}", "{place}", "{sheet}"
"""What stands in a title for the office, the team, the checkpoint of the page, and what kind of sheet it is."""

MOST_LOGO_BYTES = 128 * 1024
"""A logo is on every page of every sheet, and is read with each of them."""

MOST_RULES = 160
"""Chinese characters, of which two letters make one: what stands legibly at the foot of the smallest wall sheet."""

_EMPTY_BRACKETS = re.compile(r"\(\s*\)|（\s*）|\[\s*\]|【\s*】|〔\s*〕")
_BLANKS = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Stationery:
    """None is the usual in the language of the sheet; an empty word is not printed at all.

    `title` may hold the four words above; of `rules` each is one sentence on one line; `logo` is a PNG or JPEG file.
    Raises DomainError: TITLE_WITHOUT_SHEET for a title that would be the same on every kind of sheet, RULES_TOO_LONG
    and BAD_LOGO for more than there is room for.
    """

    title: str | None = None
    made_label: str | None = None
    reviewed_label: str | None = None
    date_label: str | None = None
    rules: tuple[str, ...] | None = None
    logo: bytes | None = None

    def __post_init__(self) -> None:
        if self.title is not None and SHEET not in self.title:
            raise DomainError(ErrorCode.TITLE_WITHOUT_SHEET, title=self.title)
        if self.logo is not None and len(self.logo) > MOST_LOGO_BYTES:
            raise DomainError(ErrorCode.BAD_LOGO, reason="bytes", limit=MOST_LOGO_BYTES // 1024)
        length = ceil(sum(_width(letter) for rule in self.rules or () for letter in rule))
        if length > MOST_RULES:
            raise DomainError(ErrorCode.RULES_TOO_LONG, actual=length, limit=MOST_RULES)
        if any("\n" in rule or not rule.strip() for rule in self.rules or ()):
            raise ValueError(f"rules: {self.rules!r}")

    def titled(self, *, office: str, team: str, place: str, sheet: str) -> str | None:
        """The title of one page; brackets around what is empty go with it. None where the usual title is wanted."""
        if self.title is None:
            return None
        words = {OFFICE: office, TEAM: team, PLACE: place, SHEET: sheet}
        pattern = "|".join(re.escape(word) for word in words)
        filled = re.sub(pattern, lambda found: words[found.group()], self.title)
        return _BLANKS.sub(" ", _EMPTY_BRACKETS.sub("", filled)).strip()


def _width(letter: str) -> float:
    return 1 if east_asian_width(letter) in "WF" else 0.5


USUAL = Stationery()
"""What every team begins with."""
