"""What each person carries beside the share that would be fair: hours, nights, weekends, holidays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.domain.fairness import Band, Burden, BurdenKind, FairShare
from roster_app.domain.ids import VolunteerId
from roster_app.i18n import _

KINDS = (BurdenKind.MINUTES, BurdenKind.NIGHTS, BurdenKind.WEEKENDS, BurdenKind.HOLIDAYS)


@dataclass(frozen=True, slots=True)
class TotalLook:
    """One figure with its bar: value and the ends of the fair band as parts of the bar's length."""

    kind: BurdenKind
    amount: int
    figure: str
    part: float
    fair: tuple[float, float]
    outside: bool
    phrase: str


class Totals:
    """Everybody's figures on bars of one length a kind, so that rows can be compared by eye."""

    def __init__(self, burdens: dict[VolunteerId, Burden], shares: dict[VolunteerId, FairShare]) -> None:
        self._burdens = burdens
        self._shares = shares
        self._whole = {kind: self._longest(kind) for kind in KINDS}

    def look(self, volunteer_id: VolunteerId, kind: BurdenKind) -> TotalLook:
        """One person's figure of one kind."""
        amount = self.burden(volunteer_id).amount(kind)
        band, whole = self._shares[volunteer_id].band(kind), self._whole[kind]
        figure = figure_of(kind, amount)
        return TotalLook(
            kind=kind,
            amount=amount,
            figure=figure,
            part=amount / whole,
            fair=(band.low / whole, band.high / whole),
            outside=bool(band.outside(amount)),
            phrase=_("{kind} {figure}, fair share {band}").format(
                kind=kind_title(kind), figure=figure, band=band_words(kind, band.low, band.high)
            ),
        )

    def burden(self, volunteer_id: VolunteerId) -> Burden:
        """All one person carries."""
        return self._burdens.get(volunteer_id, Burden())

    def band(self, volunteer_id: VolunteerId, kind: BurdenKind) -> Band:
        """What would be fair for one person."""
        return self._shares[volunteer_id].band(kind)

    def spread(self, kind: BurdenKind, people: Iterable[VolunteerId]) -> int:
        """Most less least among these people."""
        amounts = [self.burden(who).amount(kind) for who in people]
        return max(amounts) - min(amounts) if amounts else 0

    def with_band(self, kind: BurdenKind, band: tuple[int, int]) -> tuple[VolunteerId, ...]:
        """The people whose fair band of a kind has these ends."""
        return tuple(
            who for who, share in self._shares.items() if (share.band(kind).low, share.band(kind).high) == band
        )

    def usual_band(self, kind: BurdenKind) -> tuple[int, int]:
        """The band that most people share."""
        bands = [(share.band(kind).low, share.band(kind).high) for share in self._shares.values()]
        return max(set(bands), key=lambda band: (bands.count(band), band)) if bands else (0, 0)

    def _longest(self, kind: BurdenKind) -> float:
        amounts = [b.amount(kind) for b in self._burdens.values()]
        bands: list[Band] = [share.band(kind) for share in self._shares.values()]
        return 1.12 * max([1, *amounts, *(band.high for band in bands)])


def kind_title(kind: BurdenKind) -> str:
    """时长 / 夜班 / 周末 / 节假日."""
    return {
        BurdenKind.MINUTES: _("Hours"),
        BurdenKind.NIGHTS: _("Nights"),
        BurdenKind.WEEKENDS: _("Weekends"),
        BurdenKind.HOLIDAYS: _("Holidays"),
    }[kind]


def figure_of(kind: BurdenKind, amount: int) -> str:
    """The amount as a bare figure: hours (with a half where there is one), or a count of duties."""
    if kind is not BurdenKind.MINUTES:
        return str(amount)
    return f"{amount / 60:.1f}".removesuffix(".0")


def band_words(kind: BurdenKind, low: int, high: int) -> str:
    """80–88, or one figure where both ends are the same."""
    ends = [figure_of(kind, low), figure_of(kind, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)
