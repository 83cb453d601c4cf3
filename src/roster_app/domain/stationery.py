"""What a team's sheets have in common around their tables: title, logo, who signs, and the rules of duty."""

from __future__ import annotations

import re
from collections.abc import Callable
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

_STANDS_FOR_MORE = re.compile("(" + "|".join(map(re.escape, (OFFICE, TEAM, PLACE, SHEET))) + ")")
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

    def told(self, words: Callable[[str], str]) -> Stationery:
        """With everything that was typed in other words; what stands for something else in a title stays.

        A rule of which nothing is left goes. Nothing is refused: a hidden name (L** A**) may be longer than a name.
        """

        def label(text: str | None) -> str | None:
            return text and words(text)

        rules = self.rules and tuple(rule for rule in map(words, self.rules) if rule.strip())
        title = self.title and "".join(
            part if number % 2 else words(part) for number, part in enumerate(_STANDS_FOR_MORE.split(self.title))
        )
        made, reviewed, date = map(label, (self.made_label, self.reviewed_label, self.date_label))
        return _Told(title, made, reviewed, date, rules, self.logo)

    def titled(self, *, office: str, team: str, place: str, sheet: str) -> str | None:
        """The title of one page; brackets around what is empty go with it. None where the usual title is wanted."""
        if self.title is None:
            return None
        words = {OFFICE: office, TEAM: team, PLACE: place, SHEET: sheet}
        filled = _STANDS_FOR_MORE.sub(lambda found: words[found.group()], self.title)
        return _BLANKS.sub(" ", _EMPTY_BRACKETS.sub("", filled)).strip()


@dataclass(frozen=True, slots=True)
class _Told(Stationery):
    """Was held to the limits when it was typed."""

    def __post_init__(self) -> None:
        pass


def _width(letter: str) -> float:
    return 1 if east_asian_width(letter) in "WF" else 0.5


USUAL = Stationery()
"""What every team begins with."""
