"""A line that is read piece by piece: what was understood is taken out, and what nobody understands remains."""

import re
from collections.abc import Callable

MARK = "¦"
"""Stands where something was taken out; plain text never holds it."""


class Rest:
    """What is left of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str], accept: Callable[[re.Match[str]], bool] | None = None) -> bool:
        """Take out every match that `accept` agrees to (all of them without it); tells whether there was one."""
        taken = False

        def out(found: re.Match[str]) -> str:
            nonlocal taken
            if accept is not None and not accept(found):
                return found[0]
            taken = True
            return MARK

        self.text = pattern.sub(out, self.text)
        return taken

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Take out every match and answer with them."""
        found = list(pattern.finditer(self.text))
        self.text = pattern.sub(MARK, self.text)
        return found

    @property
    def words(self) -> list[str]:
        """What is left, divided where something was taken out or a sign stands."""
        return [word for word in re.split(r"[¦\s,、;。!?+|/:()\[\]【】「」“”\"'<>@&*_=~^%$#…\\-]+", self.text) if word]
