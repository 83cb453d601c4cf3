"""Help texts laid out by what a terminal shows: a Chinese character is two columns wide and may end a line anywhere."""

import argparse
import re
import unicodedata

_PIECES = re.compile(r"\s+|[!-~“”…]+|.", re.DOTALL)
_NOT_FIRST = "，。；：、！？）》”"


class HelpLayout(argparse.RawDescriptionHelpFormatter):
    """Descriptions as written, helps wrapped by columns."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns; no line begins with a blank or a closing mark."""
    lines, line = list[str](), ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and piece not in _NOT_FIRST and columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
