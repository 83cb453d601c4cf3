"""One entry of a chain: who, when, and what has to be asked."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from roster_app.domain.chains import ChainEntry, ChainQuestion, LineVerdict, QuestionKind
from roster_app.exchange.chain.clocks import Hours, clock_text
from roster_app.exchange.chain.heading import Heading
from roster_app.exchange.chain.items import LONGEST, Item, ReadItem
from roster_app.exchange.chain.marks import (
    Flags,
    is_standby_word,
    says_more_than_a_name,
    take_counts,
    take_flags,
    take_ids,
    take_kin,
    take_phones,
)
from roster_app.exchange.chain.names import names_left, take_address, take_place, take_plain_names, words_left
from roster_app.exchange.chain.person_signs import Alias, ForOther, Name, is_plain_name
from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.chain.proxies import take_proxies
from roster_app.exchange.chain.reckoning import near
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.slots import Said, Slot, read_slots
from roster_app.exchange.chain.titles import has_title_or_unit

_LONG = re.compile(f"[{HAN}]{{5,}}")
_WHO_AND_WHEN = re.compile(rf"\s*([{HAN}]{{2,4}})[\s:]+[^,;]*?(?:[早中晚夜白](?:班|上|间|$)|全天|上午|下午|\d\s*[点:])")
_FEW_HAN = re.compile(f"[{HAN}]{{2,4}}")


class EntryReader:
    """Reads items under one heading."""

    def __init__(self, heading: Heading, role: str = "") -> None:
        self._heading, self._role = heading, role
        self._plain: ReadItem | None = None
        """What an entry that is only a name became: all of them read alike."""

    def read(self, item: Item) -> ReadItem:
        """The entries of one item: several people, or several slots, are several entries."""
        text = item.text[:LONGEST]
        lines = item.lines or (item.line,)
        base = ChainEntry(item.line, item.number, lines=lines)
        if not re.sub(r"[\s.,。、:;_-]", "", text):
            return ReadItem([replace(base, verdict=LineVerdict.EMPTY)])
        pieces = re.split("[,;]", text)
        if len(pieces) > 1 and all(map(_says_who_and_when, pieces)):
            return _together(self.read(replace(item, text=piece)) for piece in pieces)
        name = text.strip()
        if item.role or not self._is_plain(name):
            return _Reading(self._heading, base, text, item.role or self._role).read()
        if self._plain is None:
            self._plain = _Reading(self._heading, base, text, self._role).read()
        return ReadItem(
            [entry.of(name, None, item.line, item.number, lines) for entry in self._plain.entries],
            [replace(question, line=item.line) for question in self._plain.questions],
        )

    def _is_plain(self, name: str) -> bool:
        known = self._heading.known
        return only_a_name(name) and (name in known or not known.inside(name))


class _Reading:
    """One item being read."""

    def __init__(self, heading: Heading, base: ChainEntry, text: str, role: str) -> None:
        self._heading, self._base, self._role = heading, base, role
        self._rest, self._flags = Rest(text), Flags()
        self._counts: tuple[tuple[str, int], ...] = ()
        self._questions: list[ChainQuestion] = []

    def read(self) -> ReadItem:
        phones = self._phones()
        ids = self._ids()
        self._counts = take_counts(self._rest)
        self._flags = self._take_flags()
        take_address(self._rest)
        take_proxies(self._rest)
        take_plain_names(self._rest, self._heading.known)
        take_kin(self._rest)
        settled = self._heading.slot.told
        said = read_slots(self._rest, self._heading.frame, self._heading.words, self._heading.bare_hours, settled)
        place = take_place(self._rest)
        people, signer = self._people()
        self._ask_about(said)
        base = replace(self._base, counts=self._counts, signed_by=signer, slot=place or self._heading.place)
        slots = self._id_slots(base, ids) or self._slots(base, said)
        base_note = " ".join(filter(None, (self._role, words_left(self._rest, people), *self._aliases())))
        judged = [self._judged(replace(slot, note=base_note), said) for slot in slots]
        entries = [
            slot.of(who, phones[index] if index < len(phones) else None)
            for index, who in enumerate(people or [""])
            for slot in judged
        ]
        quiet = entries[0].verdict in (LineVerdict.WITHDRAWN, LineVerdict.STANDBY)
        return ReadItem(entries, [] if quiet else list(dict.fromkeys(self._questions)))

    def _ask(self, kind: QuestionKind, text: str = "", *options: str) -> None:
        self._questions.append(ChainQuestion(self._base.line, kind, text, options))

    def _phones(self) -> list[str]:
        found, wrong = take_phones(self._rest)
        for number in wrong:
            self._ask(QuestionKind.PHONE, number)
        return found

    def _ids(self) -> list[str]:
        offers = self._heading.offers
        found = take_ids(self._rest) if offers else []
        for code in found:
            if code not in offers:
                self._ask(QuestionKind.SLOT, code, *offers)
        return [code for code in found if code in offers]

    def _take_flags(self) -> Flags:
        flags = take_flags(self._rest)
        for kind in flags.asked:
            self._ask(kind)
        return replace(flags, standby=flags.standby or is_standby_word(self._role))

    def _aliases(self) -> list[str]:
        return [meant.text for meant in self._rest.meanings() if isinstance(meant, Alias)]

    def _people(self) -> tuple[list[str], str]:
        """Who comes, and who signed for them."""
        before: list[str] = []
        after: list[str] = []
        doubtful: list[str] = []
        proxy: ForOther | None = None
        for meant in self._rest.meanings():
            if isinstance(meant, ForOther):
                proxy = meant if proxy is None or meant.signer else proxy
            elif isinstance(meant, Name):
                (before if proxy is None else after).append(meant.text)
                doubtful += [meant.text] if meant.doubtful else []
        if not before and not after:
            after = names_left(self._rest)
        elif proxy is not None and not after and not proxy.signer:
            after = [name for name in names_left(self._rest) if len(name) > 1 and not name.isascii()][:1]
        if proxy is None:
            people, signer = list(dict.fromkeys([*before, *after])), ""
        else:
            people = list(dict.fromkeys(after or before))
            signer = proxy.signer or (before[0] if before and after else "")
            self._ask(QuestionKind.PROXY, signer)
        self._ask_who(people, doubtful)
        return people, signer

    def _ask_who(self, people: list[str], doubtful: list[str]) -> None:
        if len(people) < self._flags.together and not self._flags.companion:
            self._ask(QuestionKind.COMPANION)
        for name in doubtful:
            self._ask(QuestionKind.NAME, name)
        if not people and self._counts and self._heading.report:
            return
        if not people or (not self._heading.known and any(len(name) < 2 or _LONG.fullmatch(name) for name in people)):
            self._ask(QuestionKind.NAME, *people[:1])

    def _ask_about(self, said: Said) -> None:
        for text in said.bare:
            self._ask(QuestionKind.HOURS_OR_DAYS, text, *self._both_readings(text))
        for text in said.single:
            self._ask(QuestionKind.CLOCK, text)
        for text in said.odd_shifts:
            self._ask(QuestionKind.SHIFT, text, *self._heading.words.names)
        for text in (*said.days.contrary, *said.days.odd):
            self._ask(QuestionKind.WEEKDAY, text)
        for slot in said.slots:
            if slot.hours and slot.hours.unsure:
                self._ask(QuestionKind.CLOCK, clock_text(slot.hours))

    def _both_readings(self, text: str) -> tuple[str, ...]:
        first, last = map(int, text.split("-"))
        month = (self._heading.frame.month or self._heading.frame.on).month
        days = [near(self._heading.frame.on, month, day) for day in (first, last)]
        return clock_text(Hours(first * 60, last * 60)), "/".join(day.isoformat() for day in days if day)

    def _id_slots(self, base: ChainEntry, ids: list[str]) -> list[ChainEntry]:
        offers = self._heading.offers
        return [self._timed(replace(base, slot=code), offers[code].slot) for code in dict.fromkeys(ids)]

    def _slots(self, base: ChainEntry, said: Said) -> list[ChainEntry]:
        if said.bare:
            return [base]
        default = self._heading.slot
        slots = said.slots or [Slot()]
        filled = []
        for slot in slots:
            when = slot
            if not (slot.shifts or slot.hours or said.odd_shifts):
                when = replace(when, shifts=default.shifts, hours=default.hours)
            filled.append(replace(when, days=slot.days or (() if said.no_day_left else default.days)))
        return [self._timed(base, slot) for slot in filled]

    def _timed(self, base: ChainEntry, slot: Slot) -> ChainEntry:
        """With the minutes of its only shift, or the name of the shift of its minutes."""
        words, shifts, hours = self._heading.words, slot.shifts, slot.hours
        start, end = (hours.start, hours.end) if hours else (None, None)
        if hours and not shifts and (same := words.at(hours.start, hours.end)):
            shifts = (same.name,)
        elif len(shifts) == 1 and not hours and (shift := words.shift(shifts[0])):
            start, end = shift.start, shift.end
        return replace(base, dates=slot.days, shifts=shifts, start=start, end=end)

    def _judged(self, entry: ChainEntry, said: Said) -> ChainEntry:
        spoken = bool(said.slots) or bool(said.single)
        every = set(self._heading.slot.shifts)
        if (every and every <= said.left_out) or (said.gone and said.no_day_left):
            default = self._timed(entry, self._heading.slot)
            return replace(default, verdict=LineVerdict.WITHDRAWN)
        if self._flags.withdrawn:
            return replace(entry, verdict=LineVerdict.WITHDRAWN)
        if self._flags.standby and not spoken:
            return replace(entry, shifts=(), start=None, end=None, verdict=LineVerdict.STANDBY)
        self._ask_what_is_missing(entry, said)
        return replace(entry, verdict=LineVerdict.ASK if self._questions else LineVerdict.OK)

    def _ask_what_is_missing(self, entry: ChainEntry, said: Said) -> None:
        if self._heading.report or entry.counts or said.bare:
            return
        if not entry.shifts and entry.start is None and not said.odd_shifts and not said.single:
            self._ask(QuestionKind.NO_SHIFT)
        if not entry.dates:
            self._ask(QuestionKind.NO_DAY)


def _says_who_and_when(text: str) -> bool:
    """Whether a part of an entry names somebody and a shift or hours of their own: 郭宁 早班，何柳 中班."""
    said = _WHO_AND_WHEN.match(text)
    return said is not None and is_plain_name(said[1])


def _together(parts: Iterable[ReadItem]) -> ReadItem:
    whole = ReadItem()
    for part in parts:
        whole.entries += part.entries
        whole.questions += part.questions
    return whole


@lru_cache(maxsize=8192)
def only_a_name(text: str) -> bool:
    """Whether the text is a Chinese name and says nothing else, so that it reads as any other name does."""
    return (
        bool(_FEW_HAN.fullmatch(text))
        and is_plain_name(text)
        and not says_more_than_a_name(text)
        and not has_title_or_unit(text)
    )
