"""The text of a chain in one plain form, line by line: numbers in circles, full width, emoji, and XML around it."""

import html
import re
import unicodedata
from dataclasses import dataclass

from roster_app.domain.errors import DomainError, ErrorCode

MAX_CHARACTERS = 100_000
MAX_LINES = 2_500
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for use inside a character class."""

_CIRCLES = (
    (0x2460, 20, 1), (0x3251, 15, 21), (0x32B1, 15, 36), (0x2776, 10, 1), (0x2780, 10, 1), (0x278A, 10, 1),
    (0x24F5, 10, 1), (0x24EB, 10, 11), (0x2474, 20, 1), (0x2488, 20, 1),
)  # fmt: skip
"""First character, how many, the first number: ① ㉑ ㊱ ❶ ➀ ➊ ⓵ ⓫ ⑴ ⒈."""
_NUMBERED = {first + i: f" {number + i}. " for first, many, number in _CIRCLES for i in range(many)}
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−─━~〜∼", "-"))
_TRADITIONAL = str.maketrans(
    "週號點時禮龍從這後裡門樓棟兩請報補參來間記員測檢願沒還換備機動隨個團購繳電話聯絡隊組",
    "周号点时礼龙从这后里门楼栋两请报补参来间记员测检愿没还换备机动随个团购缴电话联络队组",
)
_UNUSUAL = re.compile("[^ -~\u3001-\u3029\u4e00-\u9fff]")
_WIDE_BLANK = re.compile(r"\s{5,}")
_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text of one source line (1, 2 …), in plain form."""

    line: int
    text: str


def source_lines(raw: str) -> list[str]:
    """The lines as pasted, whatever ends them; refuses what is too long to be a chain."""
    if len(raw) > MAX_CHARACTERS:
        raise DomainError(ErrorCode.FILE_TOO_LARGE, path="", actual=len(raw), limit=MAX_CHARACTERS)
    lines = re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", raw.removeprefix("\ufeff"))
    if len(lines) > MAX_LINES:
        raise DomainError(ErrorCode.FILE_TOO_LARGE, path="", actual=len(lines), limit=MAX_LINES)
    return lines


def fragments(lines: list[str]) -> list[Fragment]:
    """What the lines say, without XML around it; an escaped line break divides a line, too."""
    return [
        Fragment(number, plain(piece))
        for number, line in enumerate(_unwrapped(lines), start=1)
        if line is not None
        for piece in line.split("\n")
    ]


def plain(text: str) -> str:
    """One line in plain form: NFKC, every dash a hyphen, emoji and invisible signs gone, ① written out."""
    text = _KEYCAP.sub(r" \1. ", text.replace("❌", " 取消 ")).replace("\U0001f51f", " 10. ").translate(_NUMBERED)
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_TRADITIONAL)
    return _WIDE_BLANK.sub("    ", _UNUSUAL.sub(lambda found: _shown(found[0]), text)).rstrip()


def _shown(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Cf", "Mn", "Me"):
        return ""
    return " " if kind in ("So", "Sk", "Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp") or character == "¦" else character


def _unwrapped(lines: list[str]) -> list[str | None]:
    """The lines inside the first `<title>` of a forwarded message; all of them where there is none."""
    text = "\n".join(line.replace("\x00", " ") for line in lines)
    if "<title>" not in text and "&lt;title&gt;" in text:
        text = html.unescape(text.replace("&#", "&amp;#"))
    start = text.find("<title>")
    while start >= 0:
        end = text.find("</title>", start)
        inside = text[start + 7 : end if end >= 0 else len(text)]
        if inside.strip():
            return _inside(text[:start].count("\n"), inside, text.count("\n") + 1)
        start = text.find("<title>", start + 7)
    return [_TAG.sub("\n", html.unescape(line) if "&#" in line else line) for line in text.split("\n")]


def _inside(before: int, inside: str, total: int) -> list[str | None]:
    kept = [
        _TAG.sub("\n", html.unescape(line.replace("<![CDATA[", "").replace("]]>", ""))) for line in inside.split("\n")
    ]
    return [*[None] * before, *kept, *[None] * (total - before - len(kept))]
