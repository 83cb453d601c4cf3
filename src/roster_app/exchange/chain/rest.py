"""A line that is read piece by piece: what was understood is taken out, and what nobody understands remains."""

import re
from collections.abc import Callable, Iterator

MARK = "¦"
"""Stands where something was taken out; plain text never holds it."""
_FIRST_SIGN = 0xE000
_SIGNS = re.compile("[\ue000-\uf8ff]")


class Rest:
    """What is left of a text, with a private sign in the place of each thing that is to be remembered in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._signs: list[object] = []

    def sign(self, meant: object) -> str:
        """The sign that stands for this from now on."""
        if len(self._signs) >= 6000:
            return MARK
        self._signs.append(meant)
        return chr(_FIRST_SIGN + len(self._signs) - 1)

    def take(self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str | bool] | None = None) -> bool:
        """Take out every match; `read` may refuse one (False) or answer with the sign to stand there instead."""
        taken = False

        def out(found: re.Match[str]) -> str:
            nonlocal taken
            answer = True if read is None else read(found)
            if answer is False:
                return found[0]
            taken = True
            return answer if isinstance(answer, str) else MARK

        self.text = pattern.sub(out, self.text)
        return taken

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Take out every match and answer with them."""
        found = list(pattern.finditer(self.text))
        self.text = pattern.sub(MARK, self.text)
        return found

    def meaning(self, sign: str) -> object:
        """What a sign stands for; nothing where the character is none."""
        index = ord(sign) - _FIRST_SIGN if len(sign) == 1 else -1
        return self._signs[index] if 0 <= index < len(self._signs) else None

    def meanings(self) -> Iterator[object]:
        """What the signs stand for, in the order of the text."""
        for character in _SIGNS.findall(self.text):
            if (meant := self.meaning(character)) is not None:
                yield meant

    @property
    def words(self) -> list[str]:
        """What is left, divided where something was taken out or a sign stands."""
        return [word for word in _BETWEEN_WORDS.split(self.text) if word]


_BETWEEN_WORDS = re.compile(r"[¦\ue000-\uf8ff\s,、;。!?+|/:()\[\]【】「」“”\"'<>@&*_=~^%$#…\\.-]+")
