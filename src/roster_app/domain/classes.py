"""Which duties of a plan, and which stints of other periods, belong to a duty class; each answer is remembered."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from roster_app.domain.book import DutyClass
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftTypeId
from roster_app.domain.roster import DutyPlan, Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

Belongs = Callable[[Stint], bool]


class Classes:
    """The duty classes of one plan and directory.

    A stint of another period whose post or shift type is not known belongs to no class that names posts or types,
    and counts as ordinary duty.
    """

    def __init__(self, plan: DutyPlan, directory: Directory) -> None:
        self._plan, self._directory = plan, directory
        self._reserve = frozenset(post.id for post in directory.posts if post.reserve)
        self._types: dict[date, DayType] = {}
        self._nights: dict[Span, bool] = {}
        self._known: dict[DutyClass, Belongs] = {}
        self._duties: dict[DutyClass, frozenset[DutyId]] = {}

    def __reduce__(self) -> tuple[type["Classes"], tuple[DutyPlan, Directory]]:
        """Answers are not sent to another process: they are worked out again there."""
        return Classes, (self._plan, self._directory)

    @property
    def has_reserve(self) -> bool:
        """Whether the team has reserve posts at all."""
        return bool(self._reserve)

    def belongs(self, of: DutyClass) -> Belongs:
        """The question whether a stint belongs to the class."""
        known = self._known.get(of)
        if known is None:
            known = self._known[of] = self._asked(of)
        return known

    def duties(self, of: DutyClass) -> frozenset[DutyId]:
        """The duties of the plan that belong to the class."""
        known = self._duties.get(of)
        if known is None:
            everything = of.is_all and not self._reserve
            known = self._duties[of] = frozenset(self._plan.duty if everything else self._planned(of))
        return known

    def day_type(self, day: date) -> DayType:
        """The type of a day."""
        known = self._types.get(day)
        if known is None:
            known = self._types[day] = self._directory.days.type_of(day)
        return known

    def _is_night(self, span: Span) -> bool:
        known = self._nights.get(span)
        if known is None:
            known = self._nights[span] = self._directory.rules.is_night(span)
        return known

    def _planned(self, of: DutyClass) -> Iterator[DutyId]:
        """The duties of the plan that belong to a class, shift by shift: what a shift is not none of its duties is."""
        for shift in self._plan.shifts:
            if self._has_shift(of, shift.shift_type_id, shift.checkpoint_id, shift.day):
                for duty in self._plan.duties_of.get(shift.id, ()):
                    if self._has_seat(of, duty.post_id, duty.span):
                        yield duty.id

    def _asked(self, of: DutyClass) -> Belongs:
        planned = self.duties(of)
        answers = {duty_id: duty_id in planned for duty_id in self._plan.duty}

        def belongs(stint: Stint) -> bool:
            answer = answers.get(stint.duty_id)
            if answer is None:
                answer = answers[stint.duty_id] = self._decide(of, stint)
            return answer

        return belongs

    def _decide(self, of: DutyClass, stint: Stint) -> bool:
        return self._has_shift(of, stint.shift_type_id, stint.checkpoint_id, stint.day) and self._has_seat(
            of, stint.post_id, stint.span
        )

    def _has_shift(self, of: DutyClass, kind: ShiftTypeId | None, checkpoint: CheckpointId, day: date) -> bool:
        return (
            (not of.shift_types or kind in of.shift_types)
            and (not of.checkpoints or checkpoint in of.checkpoints)
            and (not of.day_types or self.day_type(day) in of.day_types)
        )

    def _has_seat(self, of: DutyClass, post: PostId, span: Span) -> bool:
        return (
            (post in self._reserve) == of.reserve
            and (not of.posts or post in of.posts)
            and (not of.nights or self._is_night(span))
        )


def days_of(plan: DutyPlan, duties: frozenset[DutyId]) -> frozenset[date]:
    """The days on which these duties of the plan begin."""
    shift: Mapping[DutyId, date] = {duty.id: plan.shift[duty.shift_id].day for duty in plan.duties}
    return frozenset(shift[duty_id] for duty_id in duties)
