"""Finding people as their name is typed: by part of it, by any pinyin, by a phone's tail, by affiliation and aliases.

Every word typed must be met, in whatever order. What all people say is held in a few long texts, so that one search
of a text answers for everybody: 10,000 people take a millisecond or two.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from roster_app.domain.readings import readings

_APART = re.compile(r"[\s()（）,，、·•‧∙⋅・･●⸱.]+")
_LETTERS = re.compile(r"[a-z']+")
_LONGEST = 40
_SHORTEST_TAIL = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What one person is found by. `pinyin`: syllables in order, separated by blanks, ü as v."""

    name: str
    affiliation: str = ""
    pinyin: str = ""
    phone: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Name, affiliation and aliases, each behind a blank, without blanks, dots and brackets of their own."""
        return "".join(f" {_folded(words)}" for words in (self.name, self.affiliation, *self.aliases))

    @property
    def read(self) -> str:
        """Every reading, each syllable behind a blank, two blanks between readings."""
        return "".join(f" {reading} " for reading in readings(self.name, self.pinyin.casefold()) if reading)

    @property
    def dialled(self) -> str:
        """The digits of the phone number."""
        return "".join(c for c in self.phone if c.isdigit())


def means(words: str, entry: Entry) -> bool:
    """Whether the person is meant by the words; nobody's name is nothing, so empty words mean everybody."""
    return bool(SearchIndex([entry]).find(words))


class SearchIndex:
    """Built once for a list of people; answers with places in that list. Immutable, so any thread may ask it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        everybody = list(entries)
        self._count = len(everybody)
        self._called = _Lines([e.called for e in everybody])
        self._read = _Lines([e.read for e in everybody])
        self._dialled = _Lines([e.dialled for e in everybody])

    def find(self, words: str) -> frozenset[int]:
        """The places of everybody who is meant by all of the words; of everybody where there are none.

        Blanks part words, yet a name may be typed with blanks in it: then the words joined are met as one.
        """
        wanted = typed(words)
        if not wanted:
            return frozenset(range(self._count))
        found = self._one(wanted[0])
        for word in wanted[1:]:
            found &= self._one(word)
        return frozenset(found | self._one("".join(wanted)) if len(wanted) > 1 else found)

    def _one(self, word: str) -> set[int]:
        found = set(self._called.with_text(word))
        if _LETTERS.fullmatch(word):
            found.update(self._read.with_pattern(pattern(word)))
        elif word.isdigit() and len(word) >= _SHORTEST_TAIL:
            found.update(self._dialled.with_text(f"{word}\n"))
        return found


def typed(words: str) -> list[str]:
    """The words as they are looked for: one width, one case, ü as v, at most 40 signs each."""
    plain = unicodedata.normalize("NFKC", words).casefold().replace("ü", "v")
    return [word[:_LONGEST] for word in _APART.split(plain) if word]


def pattern(word: str) -> re.Pattern[str]:
    """Beginnings of syllables that follow each other: `zhangw`, `zw`, `zwei`, `wei`; a `u` also means ü."""
    letters = [("[uv]" if letter == "u" else letter) for letter in word if letter != "'"]
    return re.compile(" " + r"(?:[^ \n]* )?".join(letters)) if letters else re.compile(r"(?!)")


class _Lines:
    """One text a person, joined by line ends into one that is searched as a whole."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "".join(f"{line}\n" for line in lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def with_text(self, wanted: str) -> Iterator[int]:
        """The lines in which the text stands, each once; a wanted line end is the end of a line."""
        spot = self._text.find(wanted)
        while spot >= 0:
            line = bisect_right(self._starts, spot) - 1
            yield line
            spot = self._text.find(wanted, self._starts[line + 1])

    def with_pattern(self, wanted: re.Pattern[str]) -> Iterator[int]:
        """The lines in which the pattern is met, each once."""
        found = wanted.search(self._text)
        while found:
            line = bisect_right(self._starts, found.start()) - 1
            yield line
            found = wanted.search(self._text, self._starts[line + 1])


def _folded(text: str) -> str:
    return _APART.sub("", text).casefold()
