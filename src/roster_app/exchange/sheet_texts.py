"""The texts in the XML of a spreadsheet: what its sheets share and what a cell holds itself."""

from typing import IO
from xml.parsers import expat


class Parser:
    """Begins and ends of elements, whatever prefix they have."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.inline: list[str] = []
        self.beside = 0

    def parse(self, source: IO[bytes]) -> None:
        """Raises expat.ExpatError for what is no XML."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.parts.append
        parser.ParseFile(source)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        raise NotImplementedError

    def end(self, name: str) -> None:
        """An element ends."""
        raise NotImplementedError

    def begin_text(self, name: str) -> None:
        """A text, or the reading beside it (phonetic), which is no part of it."""
        if name == "rPh":
            self.beside += 1
        elif name == "t":
            self.parts.clear()

    def end_text(self, name: str) -> None:
        """The text is a part of the string being read."""
        if name == "rPh":
            self.beside -= 1
        elif name == "t" and not self.beside:
            self.inline.append("".join(self.parts))


class SharedStrings(Parser):
    """The strings that the sheets of a workbook share."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = plain(name)
        if name == "si":
            self.inline.clear()
        else:
            self.begin_text(name)

    def end(self, name: str) -> None:
        """An element ends."""
        name = plain(name)
        if name == "si":
            self.strings.append("".join(self.inline).replace("x005F_", ""))
        else:
            self.end_text(name)


def read_strings(source: IO[bytes]) -> list[str]:
    """The shared strings."""
    parser = SharedStrings()
    parser.parse(source)
    return parser.strings


def plain(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name
