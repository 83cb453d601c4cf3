"""What each person carries beside the share that would be fair: hours, nights, weekends, holidays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from roster_app.domain.fairness import Band, Burden, BurdenKind, FairShare
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
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
    band: Band

    @property
    def phrase(self) -> str:
        """时长 88，应排 80–88."""
        return _("{kind} {figure}, fair share {band}").format(
            kind=kind_title(self.kind),
            figure=self.figure,
            band=band_words(self.kind, self.band.low, self.band.high),
        )


class Totals:
    """Everybody's figures on bars of one length a kind, so that rows can be compared by eye."""

    def __init__(self, burdens: dict[VolunteerId, Burden], shares: dict[VolunteerId, FairShare]) -> None:
        self._burdens = burdens
        self._shares = shares
        self._bands = {kind: _counted(kind, shares) for kind in KINDS}
        self._whole = {kind: self._longest(kind) for kind in KINDS}

    @classmethod
    def of(cls, judge: Judge, roster: Roster) -> Totals:
        """Those of a roster, beside the shares it is judged by."""
        return cls(judge.burdens(roster), judge.shares)

    def look(self, volunteer_id: VolunteerId, kind: BurdenKind) -> TotalLook:
        """One person's figure of one kind."""
        amount = self.burden(volunteer_id).amount(kind)
        band, whole = self._shares[volunteer_id].band(kind), self._whole[kind]
        return TotalLook(
            kind=kind,
            amount=amount,
            figure=figure_of(kind, amount),
            part=amount / whole,
            fair=(band.low / whole, band.high / whole),
            outside=bool(band.outside(amount)),
            band=band,
        )

    def looks_like(self, other: Totals, volunteer_id: VolunteerId) -> bool:
        """Whether one person's figures and bars are the same in both."""
        return self._whole == other._whole and self.burden(volunteer_id) == other.burden(volunteer_id)

    @property
    def minutes(self) -> int:
        """All hours together."""
        return sum(b.minutes for b in self._burdens.values())

    def burden(self, volunteer_id: VolunteerId) -> Burden:
        """All one person carries."""
        return self._burdens.get(volunteer_id, Burden())

    def band(self, volunteer_id: VolunteerId, kind: BurdenKind) -> Band:
        """What would be fair for one person."""
        return self._shares[volunteer_id].band(kind)

    def spread(self, kind: BurdenKind) -> int:
        """Most less least among the people who can all be asked for the same: those with the usual band."""
        usual = self.usual_band(kind)
        alike = (who for who, share in self._shares.items() if _ends(share.band(kind)) == usual)
        amounts = [self.burden(who).amount(kind) for who in alike]
        return max(amounts) - min(amounts) if amounts else 0

    def usual_band(self, kind: BurdenKind) -> tuple[int, int]:
        """The band that most people share."""
        counted = self._bands[kind]
        return max(counted, key=lambda band: (counted[band], band), default=(0, 0))

    def _longest(self, kind: BurdenKind) -> float:
        amounts = [b.amount(kind) for b in self._burdens.values()]
        return 1.12 * max([1, *amounts, *(high for _low, high in self._bands[kind])])


def _counted(kind: BurdenKind, shares: dict[VolunteerId, FairShare]) -> Counter[tuple[int, int]]:
    """How many people have each band."""
    return Counter(_ends(share.band(kind)) for share in shares.values())


def _ends(band: Band) -> tuple[int, int]:
    return band.low, band.high


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
