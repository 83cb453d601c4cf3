"""Words for shifts in chains: 早班, 早、中, 白天, 晚上, night; resolved against the shifts that are offered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roster_app.domain.chains import ChainShift
from roster_app.exchange.chain.plain import HAN, plain
from roster_app.exchange.chain.rest import Rest

USUAL = ("早班", "中班", "晚班", "夜班", "白班", "日班", "午班", "大夜班", "小夜班", "上午班", "下午班", "正常班")
_STEMS = "早中晚夜白日午"
_SAME = {
    "早": "早上 早晨 清早 早间 清晨 morning mornings",
    "上午": "上午 am",
    "中": "中午 午间 noon",
    "下午": "下午 午后 afternoon afternoons",
    "晚": "晚上 傍晚 晚间 evening evenings",
    "夜": "夜里 夜间 半夜 凌晨 通宵 深夜 夜晚 night nights",
    "白": "白天 日间 daytime",
}
_CANON = {word: stem for stem, words in _SAME.items() for word in words.split()}
_WINDOWS = {
    "早": (300, 780), "上午": (300, 780), "中": (600, 1080), "下午": (690, 1110), "晚": (1020, 1530),
    "夜": (1200, 1980), "白": (300, 1140),
}  # fmt: skip
"""Minutes between which a shift lies that such a word may mean."""
_EITHER = {"晚": "夜", "夜": "晚", "白": "日", "日": "白", "午": "中", "中": "午"}
_ANY = re.compile(
    "全天|整天|全日|一整天|24小时|(?:任何|任意|什么|哪个|每个|所有|全部)(?:时间段?|时候|班次?|时段|班)?(?:都|均)?(?:行|可以?|能)?"
    "|随时|不限|随便|(?:听从?|服从)(?:安排|分配|调剂|调配|指挥)|(?:[都均](?:行|可以?|能|有空|ok|没问题))|(?:时间)?(?:不限|随意)"
    r"|\bany\s*(?:time|shift)?\b|\ball\s+day\b|\banytime\b",
    re.IGNORECASE,
)
_WHOLE_DAY = re.compile("全天|整天|全日|一整天|24|all\\s+day", re.IGNORECASE)
_AND = "[、/,和与或及+&]?"


@dataclass(frozen=True, slots=True)
class ShiftSet:
    """The shifts of one expression; `odd` is the word where no shift that is offered is meant."""

    names: tuple[str, ...] = ()
    odd: str = ""


@dataclass(frozen=True, slots=True)
class AnyShift:
    """Whatever is offered: 都行, or the `whole` day (全天)."""

    whole: bool = False


class ShiftWords:
    """The shifts offered, and how people write them. With `given` false anything that sounds like a shift is one."""

    def __init__(self, offered: Iterable[ChainShift], given: bool) -> None:
        self.offered, self.given = tuple(offered), given
        self._by_name = {shift.name: shift for shift in self.offered}
        self._by_word = {word: shift.name for shift in reversed(self.offered) for word in _spellings(shift.name)}
        self._pattern = self._made_pattern()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that is offered."""
        return tuple(self._by_name)

    def shift(self, name: str) -> ChainShift | None:
        """The shift of this name, where it is offered."""
        return self._by_name.get(name)

    def at(self, start: int, end: int) -> ChainShift | None:
        """The shift of exactly these minutes; a span after midnight also as the small hours of its own day."""
        return next((s for s in self.offered if (s.start, s.end) == (start, end)), None)

    def take(self, rest: Rest) -> None:
        """Take out every shift and every 都行; signs for `ShiftSet` and `AnyShift` stand there."""

        def read(said: re.Match[str]) -> str | bool:
            return rest.sign(self._meant(said[0]))

        rest.take(self._pattern, read)
        rest.take(_ANY, lambda said: rest.sign(AnyShift(bool(_WHOLE_DAY.match(said[0])))))

    def _meant(self, text: str) -> ShiftSet:
        names: list[str] = []
        for word in self._words(text.strip()):
            found = self.resolved(word)
            if not found:
                return ShiftSet(odd=text.strip())
            names.extend(found)
        return ShiftSet(tuple(dict.fromkeys(names)))

    def _words(self, text: str) -> Iterator[str]:
        if text in self._by_word or text.lower() in _CANON or text in USUAL:
            yield text
            return
        for piece in re.split("[、/,和与或及+&]", text):
            bare = piece.removesuffix("班")
            yield from ([piece] if piece in self._by_word or not set(bare) <= set(_STEMS) else bare)

    def resolved(self, word: str) -> tuple[str, ...]:
        """The names a word means: by name, by its first character, by the time of day; none where it is unclear."""
        for spelling in (word, word.removesuffix("班"), word + "班"):
            if spelling in self._by_word:
                return (self._by_word[spelling],)
        stem = _CANON.get(word.lower(), word.removesuffix("班"))
        if stem in self._by_word:
            return (self._by_word[stem],)
        if by_time := self._by_time(stem):
            return by_time
        if _EITHER.get(stem) in self._by_word and word.removesuffix("班") != stem:
            return (self._by_word[_EITHER[stem]],)
        if self.given:
            return ()
        return (stem + "班",) if len(stem) == 1 else (word,)

    def _by_time(self, stem: str) -> tuple[str, ...]:
        first, last = _WINDOWS.get(stem, (0, 0))
        inside = [s.name for s in self.offered if _mostly_between(s, first, last)]
        return tuple(inside) if len(inside) == 1 or stem == "白" else ()

    def _made_pattern(self) -> re.Pattern[str]:
        words = sorted({*self._by_word, *USUAL} - set(_STEMS), key=len, reverse=True)
        whole = "|".join(map(re.escape, (word for word in words if len(word) > 1)))
        times = "|".join(word for word in _CANON if not word.isascii() and word not in words)
        english = "|".join(word for word in _CANON if word.isascii() and len(word) > 2)
        after = f"(?![{HAN}A-Za-z0-9])|(?=都|可|均|也|行|能|班|和|或|及)"
        single = rf"(?<![{HAN}A-Za-z0-9])[{_STEMS}](?:{_AND}[{_STEMS}])*(?:{after})"
        single += r"|(?<=[\ue000-\uf8ff])[早晚夜](?=[值执守站来到去上巡卡东西南北报参能有缺需在门])"
        return re.compile(
            rf"[{_STEMS}](?:{_AND}[{_STEMS}])+班|{whole}|[{_STEMS}大小]{{1,3}}班|[大小]夜|{times}|{single}|\b(?:{english})\b",
            re.IGNORECASE,
        )


def _spellings(name: str) -> set[str]:
    shown = plain(name).strip()
    return {name, shown, shown.removesuffix("班") or shown}


def _mostly_between(shift: ChainShift, first: int, last: int) -> bool:
    if shift.start is None or shift.end is None or shift.end <= shift.start:
        return False
    shared = min(shift.end, last) - max(shift.start, first)
    return shared * 4 >= (shift.end - shift.start) * 3
