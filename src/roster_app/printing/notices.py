"""What a coordinator should know before a sheet is printed: values while pages are worked out, sentences on demand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from roster_app.i18n import _
from roster_app.printing.dates import moment_words
from roster_app.printing.fonts import SUBSTITUTE, TypeCase

READABLE_ON_A_WALL = 20.0
"""Points: smaller type on a wall sheet is not read from two metres."""
READABLE_AT_A_TABLE = 7.0
"""Points: smaller type on a posted table is not read from half a metre (16′ of a Chinese character, ISO 9241-3)."""
_NAMED = 3  # so many of the small words are told, of the others how many they are


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """The bundled type lacks characters of a name or a label; 〓 stands in their place."""

    text: str
    characters: str

    def words(self) -> str:
        """The sentence for the coordinator."""
        return _("{name}: the printing type has no {characters}; {mark} is printed instead.").format(
            name=self.text, characters=" ".join(self.characters), mark=SUBSTITUTE
        )


@dataclass(frozen=True, slots=True)
class SmallType:
    """A name on a wall sheet that comes out smaller than can be read from two metres."""

    name: str
    points: float

    def words(self) -> str:
        """The sentence for the coordinator."""
        return _("{name} is printed at {points} pt only; on a wall {least} pt are needed.").format(
            name=self.name, points=f"{self.points:g}", least=f"{READABLE_ON_A_WALL:g}"
        )


@dataclass(frozen=True, slots=True)
class SmallTable:
    """Names and words of a table that come out smaller than can be read from half a metre, the smallest first."""

    texts: tuple[str, ...]
    points: float

    def words(self) -> str:
        """The sentence for the coordinator."""
        names = _(", ").join(self.texts[:_NAMED])
        if len(self.texts) > _NAMED:
            names = _("{names} and {count} more").format(names=names, count=len(self.texts) - _NAMED)
        return _("Printed at {points} pt only, where a posted table needs {least} pt: {names}.").format(
            points=f"{self.points:g}", least=f"{READABLE_AT_A_TABLE:g}", names=names
        )


@dataclass(frozen=True, slots=True)
class UnannouncedYear:
    """The holidays of a year are not known yet, so its days follow the weekday alone."""

    year: int

    def words(self) -> str:
        """The sentence for the coordinator, and the footnote on the sheet."""
        return _("The holidays of {year} are not announced yet: only weekends are marked.").format(year=self.year)


@dataclass(frozen=True, slots=True)
class DutyPhoneWithheld:
    """A duty phone that may not stand in full on a sheet, because it is somebody's own number."""

    number: str
    owners: tuple[str, ...]
    masked: bool

    def words(self) -> str:
        """The sentence for the coordinator."""
        if self.masked:
            words = _("The duty phone {number} is the number of {people}, who has not agreed to it: it is masked.")
            return words.format(number=self.number, people=_(", ").join(self.owners))
        return _("The duty phone {number} is somebody's own: a public notice goes without it.").format(
            number=self.number
        )


@dataclass(frozen=True, slots=True)
class NothingCounted:
    """Nobody asked for has held a duty that is over."""

    until: datetime

    def words(self) -> str:
        """The sentence for the coordinator, and on the sheet."""
        words = _("No duty of these days had been held to its end by {moment}: there is nothing to count yet.")
        return words.format(moment=moment_words(self.until))


@dataclass(frozen=True, slots=True)
class NothingHeld:
    """Somebody asked for has held no duty that is over."""

    name: str

    def words(self) -> str:
        """The sentence for the coordinator."""
        return _("{name} has held no duty to its end in these days.").format(name=self.name)


Notice = MissingCharacter | SmallType | SmallTable | UnannouncedYear | DutyPhoneWithheld | NothingCounted | NothingHeld


def missing_characters(texts: Iterable[str], type_case: TypeCase) -> Iterator[MissingCharacter]:
    """One notice for each text with a character that cannot be printed, in order, each text once."""
    for text in dict.fromkeys(texts):
        if characters := type_case.missing(text):
            yield MissingCharacter(text, characters)
