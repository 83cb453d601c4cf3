"""How things stand with the roster in sight, as values: cover, conflicts, fairness, and the one obvious next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from roster_app.domain.cover import CoverLine, CoverProof, CoverStretch
from roster_app.domain.differences import changed_duties
from roster_app.domain.editions import newest
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Edition, Roster
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
    stands there who is not what the post requires.
    """

    duties: int
    vacancies: int
    gap_minutes: int
    gaps: tuple[Gap, ...]
    hard: int
    wishes: int
    spreads: Mapping[BurdenKind, int]
    outside: int
    """People whose hours, nights, weekends or holidays lie outside their fair band."""
    unannounced: tuple[int, ...]
    changed_since_edition: tuple[DutyId, ...]
    next_step: NextStep

    @property
    def is_empty(self) -> bool:
        """Nobody stands anywhere."""
        return self.vacancies == self.duties


def standing(shown: Shown, proof: CoverProof, totals: Totals, editions: tuple[Edition, ...]) -> Standing:
    """Gather the figures."""
    roster, days = shown.roster, shown.directory.days
    hard = shown.findings.hard
    vacancies = len(roster.vacancies)
    return Standing(
        duties=len(roster.plan.duties),
        vacancies=vacancies,
        gap_minutes=proof.gap_minutes or sum(line.gap_minutes for line in proof.roles),
        gaps=_gaps(proof.posts) or _gaps(proof.roles),
        hard=len(hard),
        wishes=shown.findings.unmet,
        spreads={kind: totals.spread(kind) for kind in KINDS},
        outside=len({v.volunteer_id for v in shown.findings.shares}),
        unannounced=days.unannounced_years(roster.period.first, roster.period.last),
        changed_since_edition=_changed_since(roster, editions),
        next_step=_next_step(roster, vacancies, len(hard)),
    )


def _gaps(lines: tuple[CoverLine, ...]) -> tuple[Gap, ...]:
    found = [Gap(line, stretch) for line in lines for stretch in line.gaps]
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
