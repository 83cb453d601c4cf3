"""What stands over the numbers of a chain: days, shift, hours, place, the shifts it defines, how many it needs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from roster_app.domain.chains import ChainShift
from roster_app.exchange.chain.clocks import Hours, clock, speaks_of_hours, take_hours
from roster_app.exchange.chain.names import take_place
from roster_app.exchange.chain.numbers import HAN_DIGITS, number_of
from roster_app.exchange.chain.person_signs import KnownNames
from roster_app.exchange.chain.reckoning import Frame
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.shift_words import ShiftWords
from roster_app.exchange.chain.slots import Slot, read_slots

_N = rf"(\d{{1,3}}|[{HAN_DIGITS}]{{1,2}})"
_DEMAND = re.compile(rf"(每班|各班|每个班次?)?\s*(?:缺|需要?|还?差|限|招募?|要)\s*{_N}\s*[人名个位]")
_EACH = re.compile(rf"(每班|各班|每个班次?)\s*{_N}\s*[人名个位]")
_NEED = re.compile(rf"\(?\s*(?:缺|需要?|还?差|限|招)?\s*{_N}\s*[人名个位]\s*\)?|[x×*]\s*(\d{{1,3}})", re.IGNORECASE)
_SHIFT_NEED = re.compile(rf"([大小]?[早中晚夜白日午]班)\s*\(?\s*(?:缺|需要?|还?差|限|招)?\s*{_N}\s*[人名个位]")
_NO_SLOT = re.compile(
    "截|前(?:发|报|完|接|填|提交|到)|之前|以前|为准|请|结束|报满|注意|戴口罩|提前|deadline|before", re.IGNORECASE
)
_CALL = re.compile(r"请(?:大家|各位)?(?:接龙|报名|报|参加)+\s*:?")
_REPORT = re.compile("统计|上报|汇报|交班|数据|战报")
_LEGEND = re.compile(rf"((?:大夜|小夜|上午|下午|早|中|晚|夜|白|日|午|[A-Z甲乙丙丁])班?)\s*[:(]?\s*(?=[\d{HAN_DIGITS}])")
_LEGEND_END = re.compile(r"[/,、;)\s]|$")
_ID_LINE = re.compile(r"\s*([A-Z]\d{1,3})[\s.:、,)]+(\S.*)")


@dataclass(frozen=True, slots=True)
class Offer:
    """One open duty of a made chain: its short id, when and where it is, and how many it needs."""

    slot: Slot
    place: str | None = None
    need: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """What an entry means where it says nothing itself."""

    frame: Frame
    words: ShiftWords
    slot: Slot = field(default_factory=Slot)
    place: str | None = None
    bare_hours: bool = False
    report: bool = False
    demand: int | None = None
    each_shift: bool = False
    """Whether the demand is that of every shift."""
    legend: tuple[ChainShift, ...] = ()
    """The shifts that the chain itself gives times for."""
    offers: Mapping[str, Offer] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    """How many a shift needs, where the heading says so of each: 早班(3人)、中班(2人)."""
    known: KnownNames = field(default_factory=KnownNames)


def read_heading(
    lines: Sequence[str], examples: Sequence[str], frame: Frame, given: Sequence[ChainShift], known: KnownNames
) -> Heading:
    """Read the lines over the entries; what they define counts for the lines that follow them, too."""
    legend = _legend([*lines, *examples])
    words = ShiftWords(_offered(given, legend), bool(given))
    days, shifts, hours = list(frame.days), list[str](), list[Hours]()
    month, week, place = frame.month, frame.week, None
    offers: dict[str, Offer] = {}
    for line in lines:
        if found := _ID_LINE.match(line):
            offers[found[1]] = _offer(found[2], Frame(frame.on, tuple(days), month, week), words)
            continue
        rest = Rest("¦".join(c for c in _clauses(_CALL.sub("", _without_legend(line)[:400])) if not _NO_SLOT.search(c)))
        said = read_slots(rest, Frame(frame.on, tuple(days), month, week), words, bare_hours=True)
        place = place or take_place(rest)
        days += said.days.days
        month, week = said.days.month or month, said.days.week or week
        shifts += [name for slot in said.slots if slot.shifts and not said.anything for name in slot.shifts]
        hours += [slot.hours for slot in said.slots if slot.hours]
    demand, each = _demand(lines)
    one = Slot(
        tuple(sorted(set(days))),
        tuple(set(shifts)) if len(set(shifts)) == 1 else (),
        hours[0] if len(set(hours)) == 1 else None,
    )
    return Heading(
        Frame(frame.on, one.days, month, week),
        words,
        one,
        place,
        bool(hours or legend) or any(map(speaks_of_hours, examples)),
        any(map(_REPORT.search, lines)),
        demand,
        each,
        legend,
        offers,
        _shift_needs(lines, words),
        known,
    )


@dataclass(frozen=True, slots=True)
class Label:
    """A line's part before a colon that says when and where, and perhaps how many: 夜班（2人）."""

    slot: Slot
    place: str | None
    need: int | None
    name: str


def read_label(text: str, heading: Heading) -> Label | None:
    """The label, or nothing where the text says anything else."""
    if not text.strip() or len(text) > 40:
        return None
    rest = Rest(text)
    needs = rest.take_all(_NEED)
    said = read_slots(rest, heading.frame, heading.words, bare_hours=True)
    place = take_place(rest)
    if rest.words or said.odd_shifts or said.single or not (said.slots or place):
        return None
    slot = said.slots[0] if said.slots else Slot()
    need = _number(next(filter(None, needs[0].groups()))) if needs else None
    times = f"{clock(slot.hours.start)}-{clock(slot.hours.end)}" if slot.hours else ""
    name = "、".join(slot.shifts) or times or place or text.strip(" :【】[]")
    return Label(slot, place, need, name)


def _offer(text: str, frame: Frame, words: ShiftWords) -> Offer:
    rest = Rest(text[:200])
    needs = rest.take_all(_NEED)
    said = read_slots(rest, frame, words, bare_hours=True)
    place = take_place(rest)
    left = next((w for w in rest.words if not w.isdigit()), None)
    need = _number(next(filter(None, needs[0].groups()))) if needs else 1
    return Offer(said.slots[0] if said.slots else Slot(), place or left, need)


def _clauses(line: str) -> list[str]:
    return re.split(r"[,。;!()]", line)


def _legend_parts(text: str) -> list[tuple[int, int, str, Hours]]:
    found = []
    for said in _LEGEND.finditer(text[:600]):
        end = _LEGEND_END.search(text, said.end())
        last = end.start() if end else len(text)
        hours = take_hours(Rest(text[said.end() : last]), bare_meant=True)
        if len(hours) == 1:
            found.append((said.start(), last, said[1], hours[0]))
    return found if len(found) > 1 or any(word.endswith("班") for _, _, word, _ in found) else []


def _legend(lines: Iterable[str]) -> tuple[ChainShift, ...]:
    """早8-12/中12-16/晚16-20: shifts with times of the chain's own."""
    found = {word: hours for line in lines for _, _, word, hours in _legend_parts(line)}
    return tuple(ChainShift(w + "班" if len(w) == 1 else w, h.start, h.end) for w, h in found.items())


def _without_legend(line: str) -> str:
    parts = _legend_parts(line)
    if len(parts) > 1:
        for start, end, _, _ in reversed(parts):
            line = line[:start] + "¦" + line[end:]
    return line


def _offered(given: Sequence[ChainShift], legend: Sequence[ChainShift]) -> tuple[ChainShift, ...]:
    """The team's shifts with the chain's times, and shifts the chain alone knows."""
    by_given = ShiftWords(given, True)
    of_chain = {(by_given.resolved(s.name) or (s.name,))[0]: s for s in legend}
    kept = [
        ChainShift(s.name, of_chain[s.name].start, of_chain[s.name].end) if s.name in of_chain else s for s in given
    ]
    return (*kept, *(s for name, s in of_chain.items() if all(name != g.name for g in given)))


def _shift_needs(lines: Iterable[str], words: ShiftWords) -> dict[str, int]:
    found = [said for line in lines for said in _SHIFT_NEED.finditer(line)]
    needs = {name: _number(said[2]) for said in found for name in words.resolved(said[1])}
    return needs if len(needs) > 1 else {}


def _demand(lines: Iterable[str]) -> tuple[int | None, bool]:
    for line in lines:
        if found := _EACH.search(line) or _DEMAND.search(line):
            return _number(found[2]), bool(found[1])
    return None, False


def _number(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        return 1
