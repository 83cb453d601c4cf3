"""Commands of two words, of which the first alone is another command: `import roster FILE` beside `import FILE`."""

from collections.abc import Sequence

DOUBLE = frozenset({("import", word) for word in ("roster", "everything", "inspect", "chain", "file")})
_WITH_VALUE = ("--db", "--lang")


def joined(argv: Sequence[str]) -> list[str]:
    """The command line with such a command as one word, which is its name in the parser.

    A file of that name is meant by `import ./roster`.
    """
    words, place = list(argv), 0
    while place < len(words) and words[place].startswith("-"):
        place += 2 if words[place] in _WITH_VALUE else 1
    if tuple(words[place : place + 2]) in DOUBLE:
        words[place : place + 2] = [" ".join(words[place : place + 2])]
    return words
