"""How things stand with the roster in sight, as values: cover, conflicts, fairness, and the one obvious next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from roster_app.domain.cover import CoverLine, CoverProof, CoverStretch
from roster_app.domain.differences import changed_duties
from roster_app.domain.editions import newest
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Edition, Roster, RosterPeriod
from roster_app.domain.timespan import Span
from roster_app.gui.roster.looks import Shown
from roster_app.gui.roster.totals import KINDS, Totals


class NextStep(Enum):
    """What the filled button does."""

    GENERATE = "generate"
    FILL = "fill"
    MEND = "mend"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch at which somebody is missing, and the post it is missing at."""

    line: CoverLine
    stretch: CoverStretch


@dataclass(frozen=True, slots=True)
class Standing:
    """All figures of the header.

    `gaps` are those of the posts in order of time; where every post has its people, those of the roles: somebody
    stands there who is not what the post requires. Vacancies and gaps are those that can still be mended: of a period
    under way those from now on; `past_gap` is what was missing before, in minutes.
    """

    duties: int
    vacancies: int
    is_empty: bool
    """Nobody stands anywhere."""
    gap_minutes: int
    past_gap: int
    gaps: tuple[Gap, ...]
    hard: int
    wishes: int
    spreads: Mapping[BurdenKind, int]
    outside: int
    """People whose hours, nights, weekends or holidays lie outside their fair band."""
    unannounced: tuple[int, ...]
    changed_since_edition: tuple[DutyId, ...]
    next_step: NextStep


def standing(
    shown: Shown, proof: CoverProof, totals: Totals, editions: tuple[Edition, ...], since: datetime
) -> Standing:
    """Gather the figures; `since` is `mendable_since`."""
    roster, days = shown.roster, shown.directory.days
    hard = shown.findings.hard
    vacancies = sum(duty.span.end > since for duty in roster.vacancies)
    ahead = _minutes_from(since, proof.checkpoints) or _minutes_from(since, proof.roles)
    whole = _minutes_from(datetime.min, proof.checkpoints)
    return Standing(
        duties=len(roster.plan.duties),
        vacancies=vacancies,
        is_empty=not roster.assignments,
        gap_minutes=ahead,
        past_gap=whole - _minutes_from(since, proof.checkpoints),
        gaps=_gaps(since, proof.posts) or _gaps(since, proof.roles),
        hard=len(hard),
        wishes=shown.findings.unmet,
        spreads={kind: totals.spread(kind) for kind in KINDS},
        outside=len({v.volunteer_id for v in shown.findings.shares}),
        unannounced=days.unannounced_years(roster.period.first, roster.period.last),
        changed_since_edition=_changed_since(roster, editions),
        next_step=_next_step(roster, vacancies, len(hard)),
    )


def mendable_since(period: RosterPeriod, now: datetime) -> datetime:
    """Now, in a period under way; the beginning of time in one that has not begun or is over."""
    return now if period.span.start < now < period.span.end else datetime.min


def _minutes_from(since: datetime, lines: tuple[CoverLine, ...]) -> int:
    gaps = (stretch.span for line in lines for stretch in line.gaps)
    return sum(Span(max(span.start, since), span.end).minutes for span in gaps if span.end > since)


def _gaps(since: datetime, lines: tuple[CoverLine, ...]) -> tuple[Gap, ...]:
    found = [Gap(line, stretch) for line in lines for stretch in line.gaps if stretch.span.end > since]
    return tuple(sorted(found, key=lambda gap: (gap.stretch.span, gap.line.checkpoint_id)))


def _changed_since(roster: Roster, editions: tuple[Edition, ...]) -> tuple[DutyId, ...]:
    """The duties whose holder or time is another one than in the latest edition."""
    posted = newest(editions)
    return changed_duties(posted, roster) if posted else ()


def _next_step(roster: Roster, vacancies: int, hard: int) -> NextStep:
    if not roster.assignments:
        return NextStep.GENERATE
    if vacancies:
        return NextStep.FILL
    return NextStep.MEND if hard else NextStep.PUBLISH
