"""The 8,105 characters of 通用规范汉字表 (State Council, 2013): every name that may be given is written with them.

`national_table.txt` holds them in the order of the table, 3,500 of the first level, 3,000 of the second, 1,605 of
the third, as the Unicode database numbers them (property kTGH of Unihan 14.0). Norms of the state bear no copyright.
"""

from pathlib import Path


def national_table() -> str:
    """Its characters, in order."""
    return "".join(Path(__file__).with_name("national_table.txt").read_text(encoding="utf-8").split())


def names_of_the_table() -> list[str]:
    """All of them as names of three characters, the last of two."""
    characters = national_table()
    return [characters[start : start + 3] for start in range(0, len(characters), 3)]
