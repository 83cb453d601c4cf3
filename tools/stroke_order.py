"""Writes resources/strokes/order.txt: the characters of names in the order of their strokes, as offices print lists.

    python tools/stroke_order.py ALL_WORD_JSON

ALL_WORD_JSON is `cn_sort/res/all_word.json` of the package cn-sort 0.14.0 (MIT), which lists 20,897 characters of
GB 13000.1 in the order of GF 3003-1999: by number of strokes, then stroke by stroke as 一丨丿丶乛. Where Qt's collator
for zh_TW (CLDR, by number of strokes) knows further characters of the plane's two blocks, each follows the listed
character it follows there, which has as many strokes; their own first strokes are not known.
"""

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QCollator, QLocale

OUT = Path(__file__).parents[1] / "resources" / "strokes" / "order.txt"
BLOCKS = (range(0x4E00, 0xA000), range(0x3400, 0x4DC0))


def main() -> int:
    """Write the file and say how many there are."""
    listed = _listed(Path(sys.argv[1]))
    following = _following(frozenset(listed))
    order = [*following[""], *(c for known in listed for c in (known, *following[known]))]
    OUT.write_text("".join(order) + "\n", encoding="utf-8")
    print(f"{len(listed)} characters as listed, {len(order) - len(listed)} beside them")
    return 0


def _listed(path: Path) -> list[str]:
    words = json.loads(path.read_text(encoding="utf-8"))["all_word"]
    place = {word["chinese"]: word["stroke_increment_level"] for word in words}
    return sorted((c for c in place if _is_of_names(c)), key=place.__getitem__)


def _following(listed: frozenset[str]) -> dict[str, list[str]]:
    """By each listed character, the others that come after it before the next listed one."""
    collator = QCollator(QLocale("zh_TW"))
    found: dict[str, list[str]] = defaultdict(list)
    last = ""
    for character in sorted(filter(_is_of_names, map(chr, (n for b in BLOCKS for n in b))), key=collator.sortKey):
        if character in listed:
            last = character
        else:
            found[last].append(character)
    return found


def _is_of_names(character: str) -> bool:
    return any(ord(character) in block for block in BLOCKS) and unicodedata.category(character) == "Lo"


if __name__ == "__main__":
    raise SystemExit(main())
