"""核对张贴: what a check code read off paper belongs to, and whether what hangs is still in force."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from roster_app.domain.differences import SeatDifference, differences
from roster_app.domain.editions import CODE_LENGTH, check_codes, newest
from roster_app.domain.ids import CheckpointId, PeriodId
from roster_app.domain.roster import Edition, Roster
from roster_app.domain.timespan import DAY_MINUTES, at

_SYMBOL = re.compile(rf"R1:[0-9]+:(?:[0-9A-Z]+|\*):[0-9]{{8}}:((?:[0-9A-Z]{{{CODE_LENGTH}}})+)")
"""What the QR symbol of a sheet says: version, edition, checkpoint (* for several), day, check codes."""

_ALIKE = ("0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV")
_LOOKS = str.maketrans({letter: group[0] for group in _ALIKE for letter in group})


class Standing(StrEnum):
    """现行 / 已改未发布 / 已过期 / 已结束: of a sheet that hangs."""

    IN_FORCE = "in_force"
    EDITED = "edited"
    """As the newest edition has it, but the roster has been edited since."""
    OUT_OF_DATE = "out_of_date"
    OVER = "over"
    """The last duty of its period has ended."""


class EditionCodes(NamedTuple):
    """The check codes of one edition, without all that was planned in it."""

    period_id: PeriodId
    number: int
    check_codes: Mapping[CheckpointId, str]


@dataclass(frozen=True, slots=True)
class Posted:
    """What hangs under one code: a checkpoint as these editions (numbers, lowest first) of a period show it."""

    code: str
    period_id: PeriodId
    checkpoint_id: CheckpointId
    editions: tuple[int, ...]


def codes_in(text: str) -> tuple[str, ...]:
    """The codes somebody typed or a scanner read, each once; none where the text cannot be codes.

    Case, spaces, hyphens, wide letters and words in Chinese do not matter; codes may follow each other.
    """
    said = unicodedata.normalize("NFKC", text).upper()
    letters = "".join(_SYMBOL.findall(said)) or re.sub("[^0-9A-Z]", "", said)
    codes = [letters[n : n + CODE_LENGTH] for n in range(0, len(letters), CODE_LENGTH)]
    return tuple(dict.fromkeys(codes)) if all(len(code) == CODE_LENGTH for code in codes) else ()


def codes_on(symbols: Iterable[str]) -> tuple[str, ...]:
    """The codes that QR symbols of sheets say, each once; symbols of anything else say none."""
    said = (unicodedata.normalize("NFKC", symbol).upper() for symbol in symbols)
    return codes_in(" ".join(match[0] for text in said if (match := _SYMBOL.fullmatch(text))))


def traced(code: str, published: Iterable[EditionCodes]) -> tuple[Posted, ...]:
    """What hangs under a code; where no code is exactly so, under those that look like it (O for Q, 1 for L)."""
    known = tuple(published)
    return _traced(code, known, str) or _traced(code, known, _looks)


def standing(posted: Posted, editions: Sequence[Edition], now: Roster, moment: datetime) -> Standing:
    """How things stand with what hangs, given all editions of its period and the roster as it stands."""
    latest = newest(editions)
    if moment >= _end(now):
        return Standing.OVER
    if latest is None or latest.check_codes.get(posted.checkpoint_id) != posted.code:
        return Standing.OUT_OF_DATE
    same = check_codes(now).get(posted.checkpoint_id) == posted.code
    return Standing.IN_FORCE if same else Standing.EDITED


def changed_since(posted: Posted, editions: Sequence[Edition], now: Roster) -> tuple[SeatDifference, ...]:
    """What the roster as it stands shows otherwise at the checkpoint than what hangs there, in order of time."""
    (shown,) = (e for e in editions if e.number == posted.editions[-1])
    return tuple(d for d in differences(shown, now) if d.seat.checkpoint_id == posted.checkpoint_id)


def _traced(code: str, known: Sequence[EditionCodes], seen: Callable[[str], str]) -> tuple[Posted, ...]:
    found: dict[tuple[str, PeriodId, CheckpointId], list[int]] = {}
    for edition in known:
        for checkpoint_id, own in edition.check_codes.items():
            if seen(own) == seen(code):
                found.setdefault((own, edition.period_id, checkpoint_id), []).append(edition.number)
    return tuple(Posted(*where, tuple(sorted(numbers))) for where, numbers in found.items())


def _looks(code: str) -> str:
    return code.translate(_LOOKS)


def _end(roster: Roster) -> datetime:
    """When the last duty ends; the end of the last day where none is planned."""
    ends = (duty.span.end for duty in roster.plan.duties)
    return max(ends, default=at(roster.period.last, DAY_MINUTES))
